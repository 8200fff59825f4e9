"""Assigning one by one: every need without alumno tutor, the most urgent first, its options."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.riesgo import NIVELES
from app.store.queries import asignacion as queries
from app.store.queries.asignacion import SinTutor
from app.text import counted
from ui.context import Context
from ui.dialogs.asignar_panel import AssignmentPanel
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Line
from ui.widgets.chips import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.figures import KeyFigure
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField


def _second(need: SinTutor) -> str:
    return f"{NIVELES[need.nivel]} · {need.nombre_asignatura}"


def _tooltip(need: SinTutor) -> str:
    who = counted(need.tutores, "alumno tutor la domina", "alumnos tutores la dominan")
    times = "una vez" if need.veces == 1 else f"{need.veces} veces"
    return f"{need.nombre} · {need.grupo}\n{need.nombre_asignatura}: la reprobó {times}; {who}"


def _columns(today: date) -> tuple[Column, ...]:
    return (
        Column(
            "tutorado", "Tutorado y asignatura", lambda n: n.nombre, width=40, stretch=True,
            cell=cells.TwoLines(_second, lambda n: n.nivel), tooltip=_tooltip,
            sort=lambda _: 0,
        ),
        Column(
            "asignatura", "Asignatura", lambda n: n.nombre_asignatura, width=30, hidden=True,
        ),
        Column("grupo", "Grupo", lambda n: n.grupo, width=13),
        Column(
            "espera", "Espera", lambda n: _days((today - n.desde).days), width=17, align="right",
            sort=lambda n: n.desde, search=False,
        ),
        Column(
            "dominan", "Dominan", lambda n: str(n.tutores), width=20, align="right",
            sort=lambda n: n.tutores, search=False, hidden=True,
            help="Alumnos tutores activos que dominan la asignatura",
        ),
    )  # fmt: skip


def _days(days: int) -> str:
    return f"{days} d" if days > 0 else "hoy"


class AsignacionPage(QWidget):
    """`back_asked()` goes back to the proposal of the periodo."""

    back_asked = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.needs: list[SinTutor] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(3))
        column.addLayout(self._make_head())
        column.addWidget(self._make_figures())
        row = QHBoxLayout()
        row.setSpacing(u(3))
        row.addWidget(self._make_list())
        row.addWidget(self._make_panel(), 1)
        column.addLayout(row, 1)

    # Building

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self.back = Button("Asignación del periodo", "plain", "chevron-left")
        self.back.setToolTip("Volver a la propuesta (Esc)")
        self.back.clicked.connect(self.back_asked)
        row.addWidget(self.back)
        row.addWidget(Label("Una por una", "page"))
        row.addStretch(1)
        return row

    def _make_figures(self) -> Card:
        card = Card(padding=3)
        row = QHBoxLayout()
        row.setSpacing(u(10))
        self.figures = [KeyFigure("", "") for _ in range(4)]
        for figure in self.figures:
            figure.caption.hide()
            row.addWidget(figure)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _make_list(self) -> RecordTable:
        done = EmptyState(
            "check", "Todas las necesidades tienen alumno tutor",
            "Cuando alguien deba otra asignatura aparecerá aquí.",
        )  # fmt: skip
        self.table = RecordTable(
            _columns(self.ctx.store.clock().date()), lambda: self.needs,
            ident=lambda n: (n.alumno, n.asignatura), rows="two",
            nouns=("necesidad", "necesidades"), memory="asignacion", empty=done,
        )  # fmt: skip
        self.table.set_words(no_match="Nada coincide", chosen=("elegida", "elegidas"))
        self.table.setFixedWidth(u(92))
        self.filter = SearchField("Filtrar")
        self.filter.typed.connect(self._apply_filter)
        self.filter.left_down.connect(self.table.view.setFocus)
        self.only_high = Chip("Riesgo alto")
        self.only_high.toggled.connect(self._apply_filter)
        row = QHBoxLayout()
        row.setContentsMargins(u(3), u(2.5), u(3), u(2.5))
        row.setSpacing(u(2))
        row.addWidget(self.filter, 1)
        row.addWidget(self.only_high)
        self.table.top.addLayout(row)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._enter_panel)
        self.table.filters_cleared.connect(self._clear_filters)
        return self.table

    def _make_panel(self) -> Card:
        card = Card(padding=4)
        self.title = Label("", "section", strong=True)
        card.body.addWidget(self.title)
        self.panel = AssignmentPanel(self.ctx, list_units=88)
        self.panel.chosen.connect(self._show_button)
        self.panel.confirmed.connect(self.panel.assign)
        self.panel.assigned.connect(self._after)
        card.body.addWidget(self.panel, 1)
        card.body.addWidget(Line())
        foot = QHBoxLayout()
        self.note = Label("", "caption", "text2")
        foot.addWidget(self.note)
        foot.addStretch(1)
        self.main = Button("Asignar", "filled", "check")
        self.main.clicked.connect(self.panel.assign)
        foot.addWidget(self.main)
        card.body.addLayout(foot)
        self.card = card
        return card

    # Showing

    def refresh(self) -> None:
        """Reads the needs again; the one before the eyes stays if it still waits."""
        self.needs = queries.sin_tutor(self.ctx.store)
        self.table.refresh()
        self._show_figures()
        self.table.choose_first()
        self._show_need()

    def show_need(self, alumno: int, asignatura: int) -> None:
        """Goes to a need."""
        self._clear_filters()
        self.table.choose((alumno, asignatura))

    def focus_filter(self) -> None:
        """The cursor goes to the filter."""
        self.filter.setFocus()
        self.filter.selectAll()

    def take_focus(self) -> None:
        """The keyboard goes to the list."""
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_figures(self) -> None:
        today = self.ctx.store.clock().date()
        high = sum(need.nivel == "alto" for need in self.needs)
        longest = max(((today - need.desde).days for need in self.needs), default=0)
        without = sum(not need.tutores for need in self.needs)
        said = (
            (f"{len(self.needs):,}", "necesidades sin alumno tutor"),
            (f"{high:,}", "de riesgo alto"),
            (counted(longest, "día", "días"), "la espera más larga"),
            (f"{without:,}", "sin nadie activo que la domine"),
        )
        for figure, (value, meaning) in zip(self.figures, said, strict=True):
            figure.set_figures(value, meaning=meaning)

    def _on_chosen(self, _ids: list[object]) -> None:
        self._show_need()

    def _show_need(self) -> None:
        ids = self.table.chosen_ids()
        self.card.setVisible(bool(ids))
        if not ids:
            return
        need = next(n for n in self.needs if (n.alumno, n.asignatura) == ids[0])
        self.title.setText(f"{need.nombre_asignatura} para {need.corto}")
        self.panel.show_need(need.alumno, need.asignatura)

    def _show_button(self) -> None:
        self.main.setText(self.panel.button_words())
        self.main.set_reason(self.panel.why_not())
        self.main.updateGeometry()
        self.note.setText("" if self.panel.why_not() else "Todo se puede deshacer en un paso.")

    def _after(self) -> None:
        self.table.choose_first()

    def _enter_panel(self, _need: object) -> None:
        self.panel.focus_list()

    def _apply_filter(self, *_ignored: object) -> None:
        keep = (lambda need: need.nivel == "alto") if self.only_high.isChecked() else None
        self.table.set_filter(self.filter.text(), keep)

    def _clear_filters(self) -> None:
        self.filter.clear()
        self.only_high.setChecked(False)
        self._apply_filter()
