"""Which widget edits each kind of datum; the only table of that sort."""

from app.fields import (
    Checks,
    Choice,
    Date,
    Field,
    Flag,
    Kind,
    Level,
    Number,
    Paragraph,
    Picture,
    Reference,
    Tenths,
    Text,
    Time,
)
from ui.forms.marked import (
    ChecksEditor,
    ChoiceEditor,
    FlagEditor,
    Options,
    PictureField,
    ReferenceEditor,
)
from ui.forms.written import DateEditor, Editor, LineEditor, ParagraphEditor

EDITORS: dict[type[Kind], type[Editor]] = {
    Text: LineEditor,
    Paragraph: ParagraphEditor,
    Number: LineEditor,
    Tenths: LineEditor,
    Date: DateEditor,
    Time: LineEditor,
    Choice: ChoiceEditor,
    Level: ChoiceEditor,
    Checks: ChecksEditor,
    Flag: FlagEditor,
    Picture: PictureField,
}


def editor_for(field: Field, options: Options | None = None) -> Editor:
    """The editor of a field; a Reference needs the function that gives its options."""
    if isinstance(field.kind, Reference):
        return ReferenceEditor(field, options or list)
    return EDITORS[type(field.kind)](field)
