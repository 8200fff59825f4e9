"""Configuración: the plantel, its time, its grupos and asignaturas, its rules, and the look."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.store.journal import Changes
from ui.context import Context
from ui.dialogs.ayuda import offer_help
from ui.dialogs.configuracion.section import Section
from ui.theme import u
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.side_list import SideList

_ALWAYS = "Cada dato se guarda al dejarlo y todo se puede deshacer."


def _plantel() -> type[Any]:
    from ui.dialogs.configuracion.plantel import PlantelSection

    return PlantelSection


def _periodo() -> type[Any]:
    from ui.dialogs.configuracion.periodo import PeriodoSection

    return PeriodoSection


def _inhabiles() -> type[Any]:
    from ui.dialogs.configuracion.inhabiles import InhabilesSection

    return InhabilesSection


def _grupos() -> type[Any]:
    from ui.dialogs.configuracion.grupos import GruposSection

    return GruposSection


def _asignaturas() -> type[Any]:
    from ui.dialogs.configuracion.asignaturas import AsignaturasSection

    return AsignaturasSection


def _lugares() -> type[Any]:
    from ui.dialogs.configuracion.lugares import LugaresSection

    return LugaresSection


def _reglas() -> type[Any]:
    from ui.dialogs.configuracion.reglas import ReglasSection

    return ReglasSection


def _textos() -> type[Any]:
    from ui.dialogs.configuracion.textos import TextosSection

    return TextosSection


def _apariencia() -> type[Any]:
    from ui.dialogs.configuracion.apariencia import AparienciaSection

    return AparienciaSection


SECTIONS: dict[str, tuple[str, str, Callable[[], type[Any]]]] = {
    "plantel": ("Plantel", "building", _plantel),
    "periodo": ("Periodo", "calendar", _periodo),
    "inhabiles": ("Días inhábiles", "ban", _inhabiles),
    "grupos": ("Grupos", "users", _grupos),
    "asignaturas": ("Asignaturas", "book", _asignaturas),
    "lugares": ("Lugares", "door", _lugares),
    "reglas": ("Reglas", "target", _reglas),
    "textos": ("Textos", "edit", _textos),
    "apariencia": ("Apariencia", "sun", _apariencia),
}
"""Each section by its key: words, icon and where its class is."""


class ConfiguracionDialog(Dialog):
    """The sections at the left, the open one at the right; built when first opened."""

    def __init__(self, ctx: Context, section: str, window: QWidget | None) -> None:
        super().__init__(
            "Configuración", window, size="full", cancel="Cerrar", help_topic="configuracion"
        )
        self.ctx = ctx
        self.sections: dict[str, Section] = {}
        self._stale: set[str] = set()
        self._warned = False
        entries = [(key, words, icon) for key, (words, icon, _) in SECTIONS.items()]
        self.index = SideList(entries, "Secciones")
        self.index.setFixedWidth(u(44))
        self.index.chosen.connect(self.show_section)
        self.stack = QStackedWidget()
        row = QHBoxLayout()
        row.setSpacing(u(5))
        row.addWidget(self.index)
        row.addWidget(self.stack, 1)
        self.body.addLayout(row, 1)
        self.undo = Button("Deshacer", icon_name="undo")
        self.undo.clicked.connect(self._undo)
        self.add_secondary(self.undo)
        for keys, slot in (("Ctrl+Z", self._undo), ("Ctrl+Y", self._redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        offer_help(self)
        ctx.changed.connect(self._on_change)
        self._say(_ALWAYS)
        self.show_section(section if section in SECTIONS else "plantel")

    def open(self) -> None:
        super().open()
        focused = self.focusWidget()
        if focused is not None:  # Qt gives it as if by Tab, and the ring would be shown
            focused.clearFocus()
        self.index.focus_open(Qt.FocusReason.OtherFocusReason)

    def show_section(self, key: str) -> Section:
        """Opens a section and gives its page."""
        self.index.set_key(key)
        if key not in self.sections:
            page = SECTIONS[key][2]()(self.ctx)
            self.sections[key] = page
            self.stack.addWidget(page)
            page.refresh()
        elif key in self._stale:
            self.sections[key].refresh()
        self._stale.discard(key)
        self.stack.setCurrentWidget(self.sections[key])
        return self.sections[key]

    def _on_change(self, changes: Changes) -> None:
        for key, page in self.sections.items():
            if changes.tables & page.TABLES:
                if key == self.index.key:
                    page.refresh()
                else:
                    self._stale.add(key)
        words = changes.label if changes.kind == "do" else changes.label.partition(": ")[2]
        self._say(f"{_told(changes)}: {words}")

    def _say(self, words: str) -> None:
        self.note.setText(words)
        label = self.ctx.store.undo_label
        self.undo.setEnabled(bool(label))
        would = f"Deshacer: {label} (Ctrl+Z)" if label else "No hay qué deshacer"
        self.undo.setToolTip(paint.tip(would))

    def _undo(self) -> None:
        self.ctx.do(self.ctx.store.undo)

    def _redo(self) -> None:
        self.ctx.do(self.ctx.store.redo)

    # Closing

    def reject(self) -> None:
        """Stores what is being typed; stays once when something typed cannot be stored."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        wrong = next((key for key, page in self.sections.items() if page.problem()), "")
        if wrong and not self._warned:
            self._warned = True
            self.show_section(wrong)
            self._say("Hay un dato sin guardar. Corríjalo, o cierre otra vez para dejarlo.")
            return
        super().reject()


def _told(changes: Changes) -> str:
    if changes.kind == "do":
        return "Se guardó"
    return "Se deshizo" if changes.label.startswith("Deshacer") else "Se rehízo"
