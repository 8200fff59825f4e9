"""Section Asignaturas: renamed in place, joined when written in two ways, brought from the plan."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from app.domain.asignatura import Asignatura
from app.fields import fields_of
from app.services import asignaturas as service
from app.store.queries.asignaturas import FilaAsignatura, asignaturas
from app.text import counted
from ui import messages
from ui.context import Context
from ui.dialogs.configuracion.section import Section
from ui.forms.form import Form, FormDialog
from ui.tables import cells
from ui.tables.cell_editing import CellEditing, Editable
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.choices import Radio
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField
from ui.widgets.strip import Strip

_FIELDS = fields_of(Asignatura)
_NOTE = "Doble clic o F2 para cambiar un dato"


def _figure(number: int) -> str:
    return f"{number:,}" if number else "–"


COLUMNS = (
    Column("nombre", "Asignatura", lambda r: r.nombre, width=60, stretch=True, cell=cells.STRONG),
    Column("semestre", "Semestre", lambda r: _FIELDS["semestre"].show(r.semestre), width=21,
           sort=lambda r: r.semestre, align="center"),
    Column("clave", "Clave", lambda r: r.clave, width=24, drop=1),
    Column("calificaciones", "Calificaciones", lambda r: _figure(r.calificaciones), width=27,
           sort=lambda r: r.calificaciones, align="right"),
    Column("dominios", "La dominan", lambda r: _figure(r.dominios), width=23,
           sort=lambda r: r.dominios, align="right", help="Alumnos que la dominan"),
    Column("intervenciones", "Intervenciones", lambda r: _figure(r.intervenciones), width=27,
           sort=lambda r: r.intervenciones, align="right"),
)  # fmt: skip


class UnirDialog(Dialog):
    """Which name stays; `merged(id, others)` tells the answer."""

    chosen = Signal(object, list)

    def __init__(self, rows: list[FilaAsignatura], parent: QWidget | None) -> None:
        super().__init__("Unir asignaturas", parent, size="small", action="Unir", icon_name="merge")
        words = "Todo pasa a la que elija y la otra desaparece. ¿Cuál nombre queda?"
        self.body.addWidget(Label(words, "body", "text2", wrap=True))
        group = QButtonGroup(self)
        self.radios: dict[int, Radio] = {}
        for row in sorted(rows, key=lambda row: -row.calificaciones):
            radio = Radio(row.nombre, not self.radios)
            radio.set_caption(
                f"{counted(row.calificaciones, 'calificación', 'calificaciones')} · "
                f"{counted(row.intervenciones, 'intervención', 'intervenciones')}"
            )
            group.addButton(radio)
            self.radios[row.id] = radio
            self.body.addWidget(radio)
        self.body.addStretch(1)

    def accept(self) -> None:
        keep = next(id for id, radio in self.radios.items() if radio.isChecked())
        super().accept()
        self.chosen.emit(keep, [id for id in self.radios if id != keep])


class AsignaturasSection(Section):
    """The list with what hangs from each one."""

    TABLES = frozenset({"asignaturas", "calificaciones", "dominios", "intervenciones"})

    def __init__(self, ctx: Context) -> None:
        sentence = "Si una lista la trae con otro nombre, únalas: nada se pierde."
        super().__init__(ctx, "Asignaturas", sentence)
        empty = EmptyState(
            "book", "Todavía no hay asignaturas", "Llegan con las calificaciones, o del plan."
        )
        self.table = RecordTable(
            COLUMNS, self._load, nouns=("asignatura", "asignaturas"), memory="asignaturas",
            empty=empty,
        )  # fmt: skip
        self.table.set_words(
            no_match="Ninguna coincide", chosen=("elegida", "elegidas"), note=_NOTE
        )
        self.table.sort_by("nombre")
        self.table.chosen.connect(self._on_chosen)
        self.editing = CellEditing(self.table, self._editable())
        self.editing.problem.connect(self._say)
        self.strip = Strip("medio", plain=True)
        self.strip.pressed.connect(self._on_strip)
        self.other = LinkButton("")
        self.other.clicked.connect(partial(self._decide, "otra"))
        self.strip.extra.addWidget(self.other)
        self._pair: list[int] = []
        self._undecided: tuple[int, list[int]] | None = None
        self._ignored: set[tuple[int, int]] = set()
        self.column.addWidget(self.strip)
        self.column.addLayout(self._toolbar())
        self.column.addWidget(self.table, 1)
        self._on_chosen([])

    def _toolbar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self.filter = SearchField("Filtrar asignaturas")
        self.filter.setMaximumWidth(u(60))
        self.filter.typed.connect(self.table.set_filter)
        self.filter.left_down.connect(self.table.view.setFocus)
        self.table.filters_cleared.connect(self.filter.clear)
        row.addWidget(self.filter)
        row.addStretch(1)
        self.join = Button("Unir…", icon_name="merge")
        self.join.clicked.connect(self._join_chosen)
        self.remove = Button("Borrar", "danger", "trash")
        self.remove.clicked.connect(self._remove)
        plan = Button("Agregar las del plan MCCEMS", icon_name="download")
        plan.clicked.connect(self._add_plan)
        add = Button("Agregar…", icon_name="plus")
        add.clicked.connect(self._add)
        for button in (self.join, self.remove, plan, add):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _editable(self) -> dict[str, Editable]:
        options = [("", "Sin indicar"), *((str(n), str(n)) for n in range(1, 7))]
        return {
            key: Editable(
                partial(_written, key), partial(self._save, key),
                options if key == "semestre" else (),
            )
            for key in ("nombre", "semestre", "clave")
        }  # fmt: skip

    def _load(self) -> list[FilaAsignatura]:
        return asignaturas(self.ctx.store)

    def refresh(self) -> None:
        self.table.refresh()
        self._suggest()

    def _save(self, key: str, ident: int, written: str) -> None:
        self.ctx.do(service.change_asignatura, self.ctx.store, ident, {key: written})

    # The strip: what was refused, what is undecided, what may be the same

    def _say(self, sentence: str) -> None:
        if sentence:
            self.other.hide()
            self.strip.set_kind("alto")
            self.strip.set_words(sentence)
            self.strip.show()
        else:
            self._suggest()

    def _suggest(self) -> None:
        """Shows what waits for a decision, or two names that may be the same asignatura."""
        if self._undecided is not None:
            return
        names = {row.id: row.nombre for row in self.table.model.rows()}
        pairs = [pair for pair in service.alike(names) if pair not in self._ignored]
        self._pair = list(pairs[0]) if pairs else []
        self.strip.setVisible(bool(pairs))
        if pairs:
            one, other = (names[id] for id in pairs[0])
            self.strip.set_kind("medio")
            self.strip.set_words(f"¿«{one}» y «{other}» son la misma?", "", "Unir…")
            self.other.setText("Son distintas")
            self.other.show()

    def _on_strip(self) -> None:
        if self._undecided is not None:
            self._decide("queda")
        elif self._pair:
            self._ask(self._pair)

    def _decide(self, which: str, _checked: bool = False) -> None:
        if self._undecided is None:
            if len(self._pair) == 2:
                self._ignored.add((self._pair[0], self._pair[1]))
            self._suggest()
            return
        keep, others = self._undecided
        self._undecided = None
        self.ctx.do(service.merge, self.ctx.store, keep, others, which)
        self._suggest()

    # What can be done

    def _on_chosen(self, ids: list[Any]) -> None:
        self.join.set_reason("" if len(ids) > 1 else "Elija dos o más con Ctrl y clic")
        rows = [row for row in self.table.model.rows() if row.id in set(ids)]
        used = any(row.se_usa for row in rows)
        reason = "Tiene calificaciones o intervenciones; únala con otra" if used else ""
        self.remove.set_reason(reason or ("" if ids else "Elija la que quiere borrar"))

    def _join_chosen(self) -> None:
        self._ask(self.table.chosen_ids())

    def _ask(self, ids: list[int]) -> None:
        rows = [row for row in self.table.model.rows() if row.id in set(ids)]
        dialog = UnirDialog(rows, self.window())
        dialog.chosen.connect(self.join_into)
        dialog.open()

    def join_into(self, keep: int, others: list[int]) -> None:
        """Joins and says what happened, or what is left to decide."""
        done = self.ctx.do(service.merge, self.ctx.store, keep, others)
        if done is None:
            return
        if not done.pendientes:
            words = f"Se unieron; pasaron {counted(done.movidas, 'dato', 'datos')}"
            messages.toast(words, "Deshacer", self.ctx.undo)
            return
        left = [id for id in others if self.ctx.store.asignaturas.find(id)]
        self._undecided = (keep, left)
        names = {row.id: row.nombre for row in self.table.model.rows()}
        self.strip.set_kind("barro", "swap")
        self.strip.set_words(
            f"{counted(done.pendientes, 'dato no coincide', 'datos no coinciden')}",
            "Elija cuáles valen o corríjalos en la boleta.",
            f"Los de «{_cut(names[keep])}»",
        )
        self.other.setText(f"Los de «{_cut(names[left[0]])}»")
        self.other.show()
        self.strip.show()

    def _remove(self) -> None:
        self.ctx.do(service.delete_asignaturas, self.ctx.store, self.table.chosen_ids())

    def _add_plan(self) -> None:
        added = self.ctx.do(service.add_catalogue, self.ctx.store)
        if added:
            words = f"Se agregaron {counted(added, 'asignatura', 'asignaturas')}"
            messages.toast(words, "Deshacer", self.ctx.undo)
        elif added == 0:
            messages.toast("Ya están todas las del plan MCCEMS")

    def _add(self) -> None:
        form = Form(_FIELDS, rows=(("nombre",), ("semestre", "clave")))
        dialog = FormDialog(
            "Agregar asignatura", form, self._new, self.window(), action="Agregar", size="small"
        )
        dialog.open()

    def _new(self, values: dict[str, Any]) -> None:
        written = {key: _FIELDS[key].show(value) for key, value in values.items()}
        made = self.ctx.do(service.new_asignatura, self.ctx.store, written)
        if made is not None:
            self.table.choose(made.id)


def _written(key: str, row: FilaAsignatura) -> str:
    return _FIELDS[key].show(getattr(row, key))


def _cut(name: str) -> str:
    return name if len(name) <= 22 else f"{name[:21]}…"
