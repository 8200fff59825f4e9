"""What can be done in a page, declared once: button, menu, context menu and shortcut."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme import icon
from ui.widgets.buttons import Button
from ui.widgets.toolbar import Toolbar

NEEDS = {
    "nothing": "",
    "one": "Elija primero un renglón de la lista.",
    "some": "Elija primero uno o más renglones de la lista.",
}


@dataclass(frozen=True)
class Action:
    """One thing that the user can do in a page.

    `run()` is called without arguments, or `run(ids)` with the chosen ids when it `needs` one or
    some. `many` is the label for more than one: «Imprimir {n} carnets…».
    """

    label: str
    run: Callable[..., Any]
    icon: str = ""
    shortcut: str = ""
    needs: str = "nothing"
    many: str = ""
    danger: bool = False
    tooltip: str = ""

    def words(self, count: int) -> str:
        """The label for so many chosen rows."""
        return self.many.format(n=f"{count:,}") if self.many and count > 1 else self.label


class Actions(QObject):
    """The actions of a page, alive: made of `Action`s, they follow what is chosen."""

    def __init__(
        self,
        owner: QWidget,
        actions: Sequence[Action],
        chosen: Callable[[], Sequence[Any]] | None = None,
    ) -> None:
        super().__init__(owner)
        self._owner, self._chosen = owner, chosen
        self._buttons: dict[QAction, Button] = {}
        self._pairs: list[tuple[Action, QAction]] = []
        for declared in actions:
            made = QAction(declared.label, self)
            made.setData(declared.label)
            if declared.icon:
                made.setIcon(icon(declared.icon, "alto" if declared.danger else "text2"))
            if declared.shortcut:
                made.setShortcut(QKeySequence(declared.shortcut))
            made.triggered.connect(self._run)
            owner.addAction(made)
            self._pairs.append((declared, made))
        self.refresh()

    def refresh(self, *_ignored: object) -> None:
        """Labels and which can be used, after the choice changed."""
        count = len(self._chosen()) if self._chosen else 0
        for declared, made in self._pairs:
            made.setText(declared.words(count))
            lacks = declared.needs != "nothing" and not count
            lacks = lacks or (declared.needs == "one" and count != 1)
            made.setEnabled(not lacks)
            why = NEEDS[declared.needs] if lacks else declared.tooltip
            keys = f" ({_native(declared.shortcut)})" if declared.shortcut else ""
            made.setToolTip(why or f"{made.text().rstrip('…')}{keys}")
            if button := self._buttons.get(made):
                button.setText(made.text())
                button.setEnabled(made.isEnabled())
                button.setToolTip(made.toolTip())
                button.updateGeometry()

    def __getitem__(self, label: str) -> QAction:
        return next(made for _, made in self._pairs if made.data() == label)

    def button(self, label: str, kind: str = "outlined") -> Button:
        """A button of an action, by its label."""
        declared, made = next(pair for pair in self._pairs if pair[0].label == label)
        kind = "danger" if declared.danger and kind == "outlined" else kind
        button = Button(made.text(), kind, declared.icon, tooltip=made.toolTip())
        button.setEnabled(made.isEnabled())
        button.clicked.connect(made.trigger)
        self._buttons[made] = button
        return button

    def to_toolbar(self, toolbar: Toolbar, main: str = "", secondary: Sequence[str] = ()) -> None:
        """The main one filled, some as buttons that fold, the rest inside ⋯."""
        for label in secondary:
            declared = next(d for d, _ in self._pairs if d.label == label)
            toolbar.add_secondary(self.button(label), declared.icon)
        if main:
            toolbar.set_main(self.button(main, "filled"))
        for declared, made in self._pairs:
            if declared.label not in (main, *secondary):
                toolbar.menu.addAction(made)
        toolbar.refold()

    def menu(self, *labels: str, parent: QWidget | None = None) -> QMenu:
        """A menu of some actions, or of all; a label `-` is a line."""
        made = QMenu(parent or self._owner)
        for label in labels or [declared.label for declared, _ in self._pairs]:
            if label == "-":
                made.addSeparator()
            else:
                made.addAction(self[label])
        return made

    def _run(self) -> None:
        sender = self.sender()
        declared = next(d for d, made in self._pairs if made is sender)
        if declared.needs == "nothing":
            declared.run()
        else:
            declared.run(list(self._chosen() if self._chosen else ()))


def _native(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
