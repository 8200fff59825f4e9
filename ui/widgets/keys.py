"""The way of the Tab key through widgets that were made or moved at different times."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(widgets: Iterable[QWidget | None]) -> None:
    """Tab goes from each to the next; of one that holds others, through what it holds.

    What is in another window than the first, as a popup, is left out.
    """
    stops = [stop for widget in widgets if widget is not None for stop in _stops(widget)]
    window = stops[0].window() if stops else None
    for first, second in pairwise(stop for stop in stops if stop.window() is window):
        QWidget.setTabOrder(first, second)


def _stops(widget: QWidget) -> list[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return [widget]
    inside = widget.findChildren(QWidget)
    return [one for one in inside if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
