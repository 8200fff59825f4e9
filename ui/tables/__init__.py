"""Lists of records: model, filter, view and the pane that puts them together."""
