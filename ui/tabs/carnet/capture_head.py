"""Whose carnet is being captured: its code or its name, the person, and its asignaturas."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.grupo import Grupo
from app.errors import AppError
from app.services.captura import Tabla, Tarjeta
from app.services.planteles import current_periodo
from app.store.queries import captura as queries
from ui.context import Context
from ui.theme import font, u
from ui.widgets import paint
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.pick_field import PickField
from ui.widgets.sub_tabs import SubTabs

_TALL = 9.5
_LONGEST_TAB = 30


class _Tick(QWidget):
    """The mark that the card was found."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(u(5), u(5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.glyph(paint.painter_of(self), "check", "ok", 0, 0, self.width())


class CaptureHead(Card):
    """`entered(code)`, `picked(alumno)`, `table_chosen(intervencion)`."""

    entered = Signal(str)
    picked = Signal(object)
    table_chosen = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__(padding=0)
        self.ctx = ctx
        self.body.setContentsMargins(u(4.5), u(3), u(4.5), u(3))
        row = QHBoxLayout()
        row.setSpacing(u(4))
        row.addLayout(self._make_code())
        row.addLayout(self._make_name())
        self.tick = _Tick()
        row.addWidget(self.tick)
        row.addLayout(self._make_person(), 1)
        self.body.addLayout(row)
        self.clear()

    def _make_code(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(u(1))
        label = Label("Código del carnet", "caption", "text2", strong=True)
        self.code = LineEdit(name="Código del carnet")
        self.code.setFont(font("detail"))
        self.code.setFixedSize(u(43), u(_TALL))
        self.code.setPlaceholderText("XXXX-XXX")
        self.code.setMaxLength(40)
        self.code.returnPressed.connect(self._enter)
        label.setBuddy(self.code)
        column.addStretch(1)
        column.addWidget(label)
        column.addWidget(self.code)
        column.addStretch(1)
        return column

    def _make_name(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(u(1))
        label = Label("o el nombre, si no se lee", "caption", "text2", strong=True)
        self.name = PickField((), name="Nombre del alumno", hint="Apellidos o número de control")
        self.name.setFixedWidth(u(58))
        self.name.setFixedHeight(u(_TALL))
        self.name.picked.connect(self._pick)
        label.setBuddy(self.name)
        column.addStretch(1)
        column.addWidget(label)
        column.addWidget(self.name)
        column.addStretch(1)
        return column

    def _make_person(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        self.person = ElidedLabel("", "section", strong=True)
        self.about = ElidedLabel("", "caption", "text2")
        self._tabs_place = QVBoxLayout()
        self.tabs: SubTabs | None = None
        self._cases: list[int] = []
        column.addStretch(1)
        column.addWidget(self.person)
        column.addWidget(self.about)
        column.addLayout(self._tabs_place)
        column.addStretch(1)
        return column

    # What the page calls

    def refresh(self) -> int:
        """Offers again everybody who has a carnet; how many."""
        store = self.ctx.store
        try:
            rows = queries.con_tarjeta(store, current_periodo(store).id)
        except AppError:
            rows = []
        self.name.set_options(
            [
                (id, " · ".join(p for p in (
                    name, Grupo(semestre=semestre, nombre=grupo).etiqueta, matricula) if p))
                for id, matricula, name, semestre, grupo in rows
            ]
        )  # fmt: skip
        return len(rows)

    def take_focus(self) -> None:
        """The cursor waits for a code."""
        self.code.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.code.selectAll()

    def show_card(self, card: Tarjeta, first: int) -> None:
        """Shows the person of a card, with a tab for each asignatura when there are several."""
        self.code.setText(card.codigo)
        self.code.set_problem("")
        self.name.set_key(None)
        self.person.setText(f"{card.nombre} · {card.grupo}" if card.grupo else card.nombre)
        self.tick.setVisible(True)
        self._drop_tabs()
        self._cases = [table.intervencion for table in card.tablas]
        if len(card.tablas) > 1:
            options = [(str(t.intervencion), _short(t.asignatura)) for t in card.tablas]
            self.tabs = SubTabs(options, self)
            for i, table in enumerate(card.tablas):
                self.tabs.setTabToolTip(i, table.asignatura)
            self.tabs.setCurrentIndex(self._cases.index(first))
            self.tabs.chosen.connect(self._on_tab)
            self._tabs_place.addWidget(self.tabs)

    def show_table(self, table: Tabla) -> None:
        """Says with whom and when the asignatura that is shown is attended."""
        who = f"con {table.con}" if table.con else "sin alumno tutor"
        parts = (who, table.horario)
        words = " · ".join(part for part in parts if part)
        self.about.setText(words if len(self._cases) > 1 else f"{table.asignatura} {words}")

    def choose(self, intervencion: int) -> None:
        """Opens the tab of one of the asignaturas."""
        if self.tabs is not None:
            self.tabs.setCurrentIndex(self._cases.index(intervencion))

    def clear(self) -> None:
        """Nobody's carnet is open."""
        self.code.clear()
        self.code.set_problem("")
        self.name.set_key(None)
        self.person.setText("")
        self.about.setText("")
        self.tick.setVisible(False)
        self._drop_tabs()

    def say_wrong(self) -> None:
        """The code is marked and stays chosen, to be typed or scanned again."""
        self.code.set_problem("alto")
        self.take_focus()

    def _drop_tabs(self) -> None:
        if self.tabs is not None:
            self.tabs.hide()
            self.tabs.deleteLater()
            self.tabs = None

    # What the user does

    def _enter(self) -> None:
        self.entered.emit(self.code.text())

    def _pick(self, alumno: object) -> None:
        if alumno is not None:
            self.picked.emit(alumno)

    def _on_tab(self, case: str) -> None:
        self.table_chosen.emit(int(case))


def _short(words: str) -> str:
    """The name of an asignatura, cut to what a tab can show beside others."""
    return words if len(words) <= _LONGEST_TAB else f"{words[: _LONGEST_TAB - 1].rstrip()}…"
