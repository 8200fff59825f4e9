"""Historial: every step of a student or of the whole plantel, the way back, and the bin."""

from operator import attrgetter
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.store import going_back, history
from app.store.differences import differences
from app.store.history import Deleted, Wanted
from app.store.journal import Changes, Operation
from app.text import counted, short_date
from ui.context import Context
from ui.dialogs.ayuda import offer_help
from ui.dialogs.historial.detail import StepDetail
from ui.dialogs.historial.steps import StepsModel, StepsView
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.card import Card, Line
from ui.widgets.chips import Chip, Segments
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField

_CHIPS = (
    ("A mano", ("mano",)),
    ("Importaciones", ("importacion",)),
    ("Asignación", ("asignacion", "calculo")),
)


def _second(deleted: Deleted) -> str:
    rows = counted(deleted.rows, "registro", "registros")
    return f"{deleted.name.capitalize()} · {rows} · {deleted.operation.quien}"


def _when(deleted: Deleted) -> str:
    moment = deleted.operation.cuando
    return f"{short_date(moment.date())} {moment.year}, {moment:%H:%M}"


_BIN = (
    Column("que", "Qué se borró", lambda d: d.operation.etiqueta, width=60, stretch=True,
           cell=cells.TwoLines(_second)),
    Column("cuando", "Cuándo", _when, width=34, sort=lambda d: d.operation.id),
    Column("restaurar", "", lambda _d: "Restaurar", width=26, cell=cells.Link(), search=False),
)  # fmt: skip


class HistorialDialog(Dialog):
    """`HistorialDialog(ctx, alumno id or None, window)`; with `papelera` it opens on the bin."""

    def __init__(
        self, ctx: Context, alumno: int | None, window: QWidget | None, papelera: bool = False
    ) -> None:
        person = ctx.store.alumnos.find(alumno)
        title = f"Historial de {person.nombre}" if person else "Historial del plantel"
        super().__init__(title, window, size="full", cancel="Cerrar", help_topic="historial")
        self.ctx = ctx
        self._alumno = person.id if person else 0
        self._person = person.nombre_corto if person else ""
        self._rows: list[tuple[str, int]] = []
        self._step: Operation | None = None
        self.body.addLayout(self._make_bar())
        self.model = StepsModel(self._load, ctx.store.clock().date(), self)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._make_history())
        self.pages.addWidget(self._make_bin())
        self.body.addWidget(self.pages, 1)
        for keys, slot in (("Ctrl+Z", self._undo), ("Ctrl+Y", self._redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        offer_help(self)
        ctx.changed.connect(self._on_change)
        if papelera:
            self.segments.set_key("papelera")
        self._open(self.segments.key)
        self.view.setFocus()

    # Building

    def _make_bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        options = [("plantel", "De todo el plantel"), ("papelera", "Papelera")]
        if self._alumno:
            options.insert(0, ("persona", "De esta persona"))
        self.segments = Segments(options, name="Qué historial")
        self.segments.chosen.connect(self._open)
        row.addWidget(self.segments)
        row.addStretch(1)
        self.chips = {words: Chip(words) for words, _ in _CHIPS}
        for chip in self.chips.values():
            chip.toggled.connect(self._reload)
            row.addWidget(chip)
        self.filter = SearchField("Filtrar pasos", wait=150)
        self.filter.setFixedWidth(u(56))
        self.filter.typed.connect(self._reload)
        row.addWidget(self.filter)
        return row

    def _make_history(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(3))
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.setSpacing(0)
        self.view = StepsView(self.model)
        self.view.chosen.connect(self._show)
        self.filter.left_down.connect(self.view.setFocus)
        self.nothing = EmptyState("history", "Todavía no hay pasos", "")
        self.lists = QStackedWidget()
        self.lists.addWidget(self.view)
        self.lists.addWidget(self.nothing)
        card.body.addWidget(self.lists, 1)
        card.body.addWidget(Line())
        foot = QHBoxLayout()
        foot.setContentsMargins(u(4), u(1.5), u(4), u(1.75))
        self.count = Label("", "caption", "text2")
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(Label("Se guardan todos", "caption", "text2"))
        card.body.addLayout(foot)
        card.setFixedWidth(u(112))
        self.detail = StepDetail()
        self.detail.way_back.connect(self._undo_to_here)
        self.detail.again.connect(self._bring_again)
        row.addWidget(card)
        row.addWidget(self.detail, 1)
        return page

    def _make_bin(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        empty = EmptyState(
            "trash", "La papelera está vacía", "Lo que se borra queda aquí; nada se elimina solo."
        )
        self.bin = RecordTable(
            _BIN, self._load_bin, ident=attrgetter("operation.id"), rows="two",
            nouns=("cosa borrada", "cosas borradas"), empty=empty,
        )  # fmt: skip
        self.bin.set_words(chosen=("elegida", "elegidas"), note="Nada se elimina solo")
        self.bin.linked.connect(self._on_linked)
        self.bin.opened.connect(self._restore)
        column.addWidget(self.bin)
        return page

    # Reading

    def _wanted(self) -> Wanted:
        origins = [o for words, which in _CHIPS if self.chips[words].isChecked() for o in which]
        return Wanted(self.filter.text(), tuple(origins))

    def _load(self, before: int) -> list[Operation]:
        store, wanted = self.ctx.store, self._wanted()
        if self.segments.key == "persona":
            return history.of_record(store, self._rows, before=before, wanted=wanted)
        return history.operations(store, before=before, wanted=wanted)

    def _load_bin(self) -> list[Deleted]:
        return history.bin(self.ctx.store)

    def _open(self, key: str) -> None:
        in_bin = key == "papelera"
        self.pages.setCurrentIndex(int(in_bin))
        for widget in (*self.chips.values(), self.filter):
            widget.setVisible(not in_bin)
        self._reload()

    def _reload(self, _what: object = None) -> None:
        before = self._step.id if self._step else 0
        if self._alumno:
            self._rows = history.rows_of_alumno(self.ctx.store, self._alumno)
        self.model.refresh(self.ctx.store.undo_chain)
        self.bin.refresh()
        self.segments.set_count("papelera", self.bin.model.total)
        self._show_count()
        self.view.choose(before)

    def _show_count(self) -> None:
        steps, wanted = len(self.model.steps), self._wanted()
        more = "" if self.model.complete else " o más"
        self.count.setText(f"{counted(steps, 'paso', 'pasos')}{more}")
        filtered = bool(wanted.words.strip() or wanted.origins)
        title = "Ningún paso coincide" if filtered else "Todavía no hay pasos"
        self.nothing.set_words(title, "Quite los filtros para verlos todos." if filtered else "")
        self.lists.setCurrentIndex(0 if steps else 1)
        self.detail.setVisible(bool(steps))

    def _show(self, step: Operation | None) -> None:
        self._step = step
        if step is None:
            return
        only = self._rows if self.segments.key == "persona" else ()
        found = differences(self.ctx.store, step.id, only, alumno=self._alumno if only else 0)
        self.detail.show_step(step, found)
        self._show_way_back(step)

    def _show_way_back(self, step: Operation) -> None:
        chain = self.ctx.store.undo_chain
        if step.id in chain:
            steps = chain.index(step.id) + 1
            self.detail.show_way_back(steps, self._of_person(step, chain), "")
            self.view.show_way_back(step.id)
            return
        self.view.show_way_back(None)
        if not step.deshacible:
            why = "Este paso no se deshace."
        elif step.deshace is not None:
            why = "Es la huella de un paso que se deshizo o se rehízo."
        else:
            why = "Este paso ya se deshizo, o es demasiado antiguo para deshacerlo."
        self.detail.show_way_back(0, "", why)

    def _of_person(self, step: Operation, chain: list[int]) -> str:
        if self.segments.key != "persona":
            return ""
        later = set(chain[: chain.index(step.id) + 1])
        mine = sum(one.id in later for one in self.model.steps)
        return f"; {mine} de ellos de {self._person}"

    # Acting

    def _undo_to_here(self) -> None:
        if self._step is None:
            return
        done = self.ctx.do(going_back.undo_to, self.ctx.store, self._step.id)
        if done:
            self._steps_back = done
            self.view.show_way_back(None)
            self.detail.show_undone(done)

    def _bring_again(self) -> None:
        self.ctx.do(going_back.redo_many, self.ctx.store, self._steps_back)

    def _undo(self) -> None:
        self.ctx.do(self.ctx.store.undo)

    def _redo(self) -> None:
        self.ctx.do(self.ctx.store.redo)

    def _on_linked(self, _key: str, operation: Any) -> None:
        self._restore(operation)

    def _restore(self, operation: Any) -> None:
        deleted = next((d for d in self.bin.model.rows() if d.operation.id == operation), None)
        if deleted is not None:
            self.ctx.do(history.restore, self.ctx.store, deleted)

    def _on_change(self, changes: Changes) -> None:
        self._reload()
        words = changes.label if changes.kind == "do" else f"Hecho: {changes.label}"
        self.note.setText(words)
