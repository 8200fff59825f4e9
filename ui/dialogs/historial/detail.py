"""What a step changed, and the way back to before it."""

from operator import attrgetter
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.store.differences import MOST, Difference
from app.store.journal import Operation
from app.text import DIAS, counted, short_date
from ui.dialogs.historial.steps import origin_of
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.card import Card, Line
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.marks import Avatar
from ui.widgets.strip import Strip

_EMPTY = "(vacío)"
_UNSAID = ("calificaciones", "Calificación")


class Row:
    """A difference with its place, so that each has its own id."""

    def __init__(self, id: int, it: Difference) -> None:
        self.id, self.it = id, it

    @property
    def campo(self) -> str:
        """Of what, and which datum; a calificación needs no other name."""
        if self.it.registro and (self.it.tabla, self.it.campo) == _UNSAID:
            return self.it.registro
        return f"{self.it.registro} · {self.it.campo}" if self.it.registro else self.it.campo


COLUMNS = (
    Column("campo", "Campo", lambda r: r.campo, width=50, stretch=True, tooltip=lambda r: r.campo),
    Column("antes", "Antes", lambda r: r.it.antes or _EMPTY, width=28, cell=cells.QUIET),
    Column("despues", "Después", lambda r: r.it.despues or _EMPTY, width=30,
           cell=cells.Text(role=lambda r: "text" if r.it.despues else "text2",
                           strong=lambda r: bool(r.it.despues))),
)  # fmt: skip


class StepDetail(Card):
    """The chosen step: `way_back()` asks to undo down to it, `again()` to bring it all again."""

    way_back = Signal()
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._redoes = False
        head = QHBoxLayout()
        head.setSpacing(u(3))
        self.avatar = Avatar(icon_name="edit")
        head.addWidget(self.avatar)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.name = ElidedLabel("", "section", strong=True)
        self.when = ElidedLabel("", "caption", "text2")
        words.addWidget(self.name)
        words.addWidget(self.when)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addWidget(Line())
        line = QHBoxLayout()
        line.addWidget(Label("Qué cambió", "body", strong=True))
        self.count = Label("", "caption", "text2")
        line.addWidget(self.count)
        line.addStretch(1)
        self.body.addLayout(line)
        self.table = RecordTable(
            COLUMNS, self._load, ident=attrgetter("id"), rows="dense", nouns=("cambio", "cambios"),
            empty=EmptyState("check", "Sin cambios que mostrar"),
        )  # fmt: skip
        self.table.foot.hide()
        self.body.addWidget(self.table, 1)
        self.strip = Strip("barro", icon_name="undo")
        self.strip.pressed.connect(self._on_strip)
        self.body.addWidget(self.strip)

    def _load(self) -> list[Row]:
        return self._rows

    def show_step(self, step: Operation, found: list[Difference]) -> None:
        """Shows a step and its differences, or the first of them."""
        icon, words = origin_of(step)
        self.avatar.set_icon(icon)
        self.name.setText(step.etiqueta)
        day = step.cuando.date()
        self.when.setText(
            f"{DIAS[day.weekday()][:3].capitalize()} {short_date(day)} {day.year}, "
            f"{step.cuando:%H:%M} · {words} · {step.quien}"
        )
        self._rows = [Row(i, one) for i, one in enumerate(found)]
        self.table.refresh()
        shown = counted(len(found), "dato", "datos")
        cut = len(found) >= MOST
        self.count.setText(f"los primeros {shown}, de {step.cambios:,} cambios" if cut else shown)

    def show_way_back(self, steps: int, of_person: str, label: str) -> None:
        """Says how much undoing down to here takes; `label` says why it cannot be, if so."""
        self._redoes = False
        self.strip.set_kind("barro" if steps else "info", "undo" if steps else "info")
        if not steps:
            self.strip.set_words(label)
        elif steps == 1:
            self.strip.set_words(
                "Volver a como estaba antes de este paso", "Es el último paso que se hizo.",
                "Deshacer este paso",
            )  # fmt: skip
        else:
            self.strip.set_words(
                "Volver a como estaba antes de este paso",
                f"Quita {counted(steps, 'paso', 'pasos')} de todo el plantel{of_person}.",
                "Deshacer hasta aquí",
            )

    def show_undone(self, steps: int) -> None:
        """Says what was undone, with the button that brings it again."""
        self._redoes = True
        self.strip.set_kind("ok", "check")
        words = "Se deshizo 1 paso" if steps == 1 else f"Se deshicieron {steps} pasos"
        self.strip.set_words(words, "", "Rehacer")

    def _on_strip(self) -> None:
        (self.again if self._redoes else self.way_back).emit()


def rows_shown(detail: StepDetail) -> list[tuple[Any, ...]]:
    """What the table of a detail says, for whoever reads it aloud or tests it."""
    return [
        tuple(column.show(row) for column in detail.table.model.columns)
        for row in detail.table.model.rows()
    ]
