"""Third step of the import: what will happen, row by row, and corrections in place."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError
from app.paths import documents_folder
from app.services import imports
from app.text import counted
from ui import messages, state
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chips import Segments
from ui.widgets.choices import CheckBox
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.strip import Strip

if TYPE_CHECKING:
    from ui.dialogs.importar import Session

_ACTIONS = {
    "alta": ("Alta", "plus", "primary"),
    "cambia": ("Cambia", "refresh", "primary"),
    "igual": ("Igual", "check", "text2"),
    "rechazada": ("Rechazada", "ban", "alto"),
    "aviso": ("Aviso", "alert", "medio"),
    "baja": ("No viene", "minus", "text2"),
}
_TOTALS = (
    ("alta", "altas"),
    ("cambia", "cambian"),
    ("igual", "sin cambio"),
    ("con_aviso", "con aviso"),
    ("rechazada", "rechazadas"),
)
_ICONS = {"con_aviso": "aviso"}


def kind_of(row: Any) -> str:
    """What the table says of a row; a doubt counts before an alta."""
    if row.accion != "rechazada" and row.avisos:
        return "aviso"
    return row.accion


def why(row: Any) -> str:
    """The reason of a rejection, the doubts, or what changes."""
    if row.motivo:
        return row.motivo
    if row.avisos:
        return "; ".join(one.motivo for one in row.avisos)
    return "; ".join(f"{c.label}: {c.antes or 'vacío'} a {c.despues}" for c in row.cambios)


class RevisionPage(QWidget):
    """Totals, rows, and a strip to correct the cell that is wrong."""

    corrected = Signal(object, str, str)

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._table: RecordTable | None = None
        self._current: Any = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(2), 0, 0)
        column.setSpacing(u(2))
        column.addWidget(self._totals())
        column.addLayout(self._filters())
        self.rows = QVBoxLayout()
        column.addLayout(self.rows, 1)
        self.strip = Strip("medio", "")
        self.field = LineEdit(name="Corregir aquí")
        self.field.setFixedWidth(u(52))
        self.field.returnPressed.connect(self._correct)
        self.fix = Button("Corregir")
        self.fix.clicked.connect(self._correct)
        self.next = Button("Siguiente problema")
        self.next.clicked.connect(self._next_problem)
        for widget in (self.field, self.fix, self.next):
            self.strip.extra.addWidget(widget)
        self.strip.hide()
        column.addWidget(self.strip)

    def _totals(self) -> Card:
        card = Card(fill="sunken", padding=3)
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self.figures: dict[str, Label] = {}
        for key, words in _TOTALS:
            icon, role = _ACTIONS[_ICONS.get(key, key)][1:]
            row.addWidget(_Icon(icon, role))
            self.figures[key] = Label("0", "section")
            row.addWidget(self.figures[key])
            row.addWidget(Label(words, "body", "text2"))
            row.addSpacing(u(4))
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(3))
        self.segments = Segments(
            [("todas", "Todas"), ("aviso", "Con aviso"), ("rechazada", "Rechazadas"),
             ("baja", "No vienen")], "todas",
        )  # fmt: skip
        self.segments.chosen.connect(self._filter)
        row.addWidget(self.segments)
        self.bajas = CheckBox("Poner en baja temporal a quienes no vienen", False)
        self.bajas.hide()
        row.addWidget(self.bajas)
        row.addStretch(1)
        self.save = Button("Guardar filas con problema…", "plain", "download")
        self.save.clicked.connect(self._save)
        row.addWidget(self.save)
        return row

    def take_focus(self) -> None:
        """The cursor goes to the rows."""
        if self._table is not None:
            self._table.view.setFocus()
            self._table.choose_first()

    def wants_bajas(self) -> bool:
        """Whether those who are not in the list become baja temporal."""
        return self.bajas.isChecked() and bool(self._session.plan and self._session.plan.bajas)

    # What is shown

    def show_plan(self) -> None:
        """Shows the rows of the plan."""
        plan = self._session.plan
        summary = plan.resumen
        for key, label in self.figures.items():
            label.setText(f"{summary.get(key, 0):,}")
        self.segments.set_count("todas", len(plan.rows))
        self.segments.set_count("aviso", summary["con_aviso"])
        self.segments.set_count("rechazada", summary["rechazada"])
        self.segments.set_count("baja", len(plan.bajas))
        self.segments.button("baja").setVisible(bool(plan.bajas))
        self.bajas.setVisible(bool(plan.bajas))
        self.save.setVisible(bool(summary["con_aviso"] or summary["rechazada"]))
        self._make_table()

    def _make_table(self) -> None:
        plan = self._session.plan
        signature = [one.key for one in plan.campos]
        if self._table is None or self._signature != signature:
            if self._table is not None:
                self._table.hide()
                self._table.deleteLater()
            self._signature = signature
            self._table = self._new_table(plan)
            self.rows.addWidget(self._table)
        self._filter(self.segments.key)

    def _new_table(self, plan: Any) -> RecordTable:
        columns = [
            Column("fila", "Fila", lambda r: str(r.fila), lambda r: r.fila, width=12),
            Column("accion", "Qué pasará", lambda r: _ACTIONS[kind_of(r)][0], width=31,
                   cell=cells.State(lambda r: _ACTIONS[kind_of(r)][1:])),
        ]  # fmt: skip
        columns += [_column(one) for one in plan.campos[:8]]
        columns.append(
            Column("motivo", "Motivo", why, width=60, stretch=True,
                   cell=cells.Text(role=_why_role))
        )  # fmt: skip
        table = RecordTable(
            columns, self._rows, ident=_place, nouns=("fila", "filas"), rows="dense"
        )
        table.set_row_look(_look)
        table.chosen.connect(self._on_chosen)
        table.filters_cleared.connect(self._show_all)
        return table

    def _rows(self) -> list[Any]:
        plan = self._session.plan
        key = self.segments.key
        if key == "baja":
            return [_Gone(b) for b in plan.bajas]
        return plan.rows

    def _filter(self, key: object) -> None:
        if self._table is None:
            return
        self._table.refresh()
        keep = None
        if key in ("aviso", "rechazada"):

            def keep(row: Any) -> bool:
                return kind_of(row) == key

        self._table.set_filter("", keep)
        self._on_chosen(self._table.chosen_ids())

    def _show_all(self) -> None:
        self.segments.set_key("todas")
        self._filter("todas")

    # Correcting

    def _on_chosen(self, ids: list[Any]) -> None:
        plan = self._session.plan
        places = {row.place: row for row in plan.rows} if len(ids) == 1 else {}
        row = places.get(ids[0]) if ids else None
        self._current = row
        doubt = (row.rechazo or (row.avisos[0] if row.avisos else None)) if row else None
        self.strip.setVisible(row is not None and bool(row.motivo or row.avisos))
        if row is None or not self.strip.isVisibleTo(self):
            return
        self.strip.set_kind("alto" if row.accion == "rechazada" else "medio")
        what = (
            "La fila no entra mientras no se corrija."
            if row.accion == "rechazada"
            else "La fila entra; ese dato queda vacío y lo escrito se guarda para corregirlo."
        )
        self.strip.set_words(f"Fila {row.fila}: {doubt.motivo if doubt else row.motivo}", what)
        for widget in (self.field, self.fix):
            widget.setVisible(doubt is not None and bool(doubt.campo))
        if doubt is not None:
            self.field.setText(doubt.valor)

    def _correct(self) -> None:
        row = self._current
        if row is None:
            return
        doubt = row.rechazo or (row.avisos[0] if row.avisos else None)
        if doubt is not None:
            place = row.place
            self.corrected.emit(row, doubt.campo, self.field.text())
            if self._table is not None:
                self._table.choose(place)

    def _next_problem(self) -> None:
        rows = [row for row in self._session.plan.rows if kind_of(row) in ("aviso", "rechazada")]
        if not rows or self._table is None:
            return
        at = self._current.fila if self._current is not None else 0
        sheet = self._current.hoja if self._current is not None else ""
        later = [row for row in rows if row.hoja == sheet and row.fila > at]
        self._table.choose((later or rows)[0].place)
        self.field.setFocus()
        self.field.selectAll()

    def _save(self) -> None:
        folder = Path(state.recall("listas/carpeta", str(documents_folder())))
        offered = str(folder / f"Filas con problema de {Path(self._session.name).stem}.xlsx")
        kinds = "Excel (*.xlsx);;CSV (*.csv)"
        chosen, _ = QFileDialog.getSaveFileName(self, "Guardar filas con problema", offered, kinds)
        if not chosen:
            return
        try:
            imports.save_problems(self._session.plan, Path(chosen))
        except AppError as problem:
            messages.problem(str(problem))
            return
        plan = self._session.plan
        many = plan.resumen["con_aviso"] + plan.resumen["rechazada"]
        messages.toast(f"Se guardaron {counted(many, 'fila', 'filas')} con su motivo.")


class _Gone:
    """Somebody who is not in the list, shown as a row."""

    def __init__(self, baja: Any) -> None:
        self.fila, self.hoja, self.accion = 0, "", "baja"
        self.place = ("", -baja.alumno)
        self.values = {"control": baja.control, "nombres": baja.nombre, "grupo": baja.grupo}
        self.avisos: list[Any] = []
        self.cambios: list[Any] = []
        self.rechazo = None
        self.motivo = f"Está en {baja.grupo} y no viene en la lista"


class _Icon(Label):
    """An icon in a row of figures."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__("")
        from ui.theme import pixmap

        self.setPixmap(pixmap(name, role, u(5), self.devicePixelRatioF()))


def _column(campo: Any) -> Column:
    def show(row: Any) -> str:
        for doubt in (row.rechazo, *row.avisos):
            if doubt is not None and doubt.campo == campo.key:
                return doubt.valor or "(vacío)"
        value = row.values.get(campo.key, "")
        return "" if value is None else str(value)

    def level(row: Any) -> str:
        if row.rechazo is not None and row.rechazo.campo == campo.key:
            return "alto"
        return "medio" if any(one.campo == campo.key for one in row.avisos) else ""

    wide = campo.key in ("control", "curp", "apellido_paterno", "nombres", "asignatura", "correo")
    return Column(campo.key, campo.label, show, width=40 if wide else 26,
                  cell=cells.Doubtful(level))  # fmt: skip


def _place(row: Any) -> Any:
    return row.place


def _look(row: Any) -> str:
    return {"rechazada": "alto", "aviso": "medio"}.get(kind_of(row), "")


def _why_role(row: Any) -> str:
    return {"rechazada": "alto", "aviso": "medio"}.get(kind_of(row), "text2")
