"""The hours of an asesoría as they are chosen or typed: day, start, end and place."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import domain
from app.domain.horario import DIAS_DE_CLASE, Tramo
from app.errors import InvalidValue
from app.fields import fields_of
from app.store.queries.asignacion import GrupoAbierto
from app.text import joined
from ui.dialogs.asignar_lista import short_slot
from ui.theme import u
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Chip
from ui.widgets.choices import ComboBox, Radio
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit
from ui.widgets.pick_field import PickField

_FIELDS = fields_of(domain.Franja)
_DAYS: list[tuple[object, str]] = [(0, "Día"), *DIAS_DE_CLASE.items()]
_MOST_CHIPS = 8
_MOST_ROWS = 3


class HourRow(QWidget):
    """One weekly hour; left empty it is none."""

    changed = Signal()
    removed = Signal()

    def __init__(self, lugares: Sequence[str]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(2))
        self.dia = ComboBox(_DAYS, 0, name="Día")
        self.inicio = LineEdit(name="Hora de inicio")
        self.inicio.setPlaceholderText("11:00")
        self.fin = LineEdit(name="Hora de término")
        self.fin.setPlaceholderText("12:00")
        self.lugar = PickField([(one, one) for one in lugares], free=True, name="Lugar",
                               hint="Lugar")  # fmt: skip
        for line in (self.inicio, self.fin):
            line.setFixedWidth(u(17))
            line.left.connect(self.changed)
        self.lugar.left.connect(self.changed)
        self.dia.activated.connect(self.changed)
        self.remove = IconButton("x", "Quitar esta hora")
        self.remove.clicked.connect(self.removed)
        row.addWidget(self.dia)
        row.addWidget(self.inicio)
        row.addWidget(Label("a"))
        row.addWidget(self.fin)
        row.addWidget(self.lugar, 1)
        row.addWidget(self.remove)

    def show_hour(self, tramo: Tramo | None, lugar: str | None = None) -> None:
        """Writes an hour; without place the one written stays."""
        show = _FIELDS["inicio"].show
        self.dia.set_key(tramo.dia if tramo else 0)
        self.inicio.setText(show(tramo.inicio) if tramo else "")
        self.fin.setText(show(tramo.fin) if tramo else "")
        if lugar is not None:
            self.lugar.setText(lugar)

    def read(self) -> domain.Franja | None:
        """What is written; None when it is empty. InvalidValue names the field that is wrong."""
        day = self.dia.key
        inicio, fin = self.inicio.text().strip(), self.fin.text().strip()
        if not day and not inicio and not fin:
            return None
        if not isinstance(day, int) or not day:
            raise InvalidValue("dia", "Falta el día de la asesoría")
        return domain.Franja(
            dia=day, inicio=_FIELDS["inicio"].clean(inicio), fin=_FIELDS["fin"].clean(fin),
            lugar=_FIELDS["lugar"].clean(self.lugar.text()),
        )  # fmt: skip


class Hours(QWidget):
    """Suggested slots as chips, the small groups to join, and the rows to write in."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lugares: list[str] = []
        self._slots: list[Tramo] = []
        self.rows: list[HourRow] = []
        self.chips: list[Chip] = []
        self.groups: dict[int, Radio] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(u(2))
        self._group_box = QVBoxLayout()
        self._group_box.setSpacing(u(1.5))
        self._column.addLayout(self._group_box)
        holder = QWidget()
        self._flow = FlowLayout(holder)
        self._column.addWidget(holder)
        self._holder = holder
        self._row_box = QVBoxLayout()
        self._row_box.setSpacing(u(2))
        self._column.addLayout(self._row_box)
        self.more = Button("Agregar otra hora", "plain", "plus")
        self.more.clicked.connect(self._add_row)
        line = QHBoxLayout()
        line.addWidget(self.more)
        line.addStretch(1)
        self._column.addLayout(line)

    def show_option(
        self,
        slots: Sequence[Tramo],
        groups: Sequence[GrupoAbierto],
        lugares: Sequence[str],
        hours: Sequence[tuple[Tramo, str]] = (),
    ) -> None:
        """Shows what an alumno tutor can; `hours` are those already given, if there are."""
        self._lugares, self._slots = list(lugares), list(slots)
        self._make_groups(groups)
        self._make_chips()
        for row in list(self.rows):
            self._drop(row)
        given = list(hours) or ([(slots[0], "")] if slots and not self.group else [])
        for tramo, lugar in given:
            self._new_row().show_hour(tramo, lugar)
        if not self.rows:
            self._new_row()
        self._show_state()

    @property
    def group(self) -> int:
        """The intervención that is joined, or 0."""
        return next((id for id, one in self.groups.items() if id and one.isChecked()), 0)

    def read(self) -> list[domain.Franja]:
        """The hours written; InvalidValue when one is wrong."""
        return [franja for row in self.rows if (franja := row.read()) is not None]

    # Groups

    def _make_groups(self, groups: Sequence[GrupoAbierto]) -> None:
        _empty(self._group_box)
        self.groups = {}
        for one in groups:
            when = joined([short_slot(tramo).lower() for tramo, _ in one.franjas])
            place = one.franjas[0][1]
            caption = f"{when}{f' · {place}' if place else ''}"
            self._add_group(one.intervencion, f"Sumarse a {joined(list(one.tutorados))}", caption)
        if groups:
            self._add_group(0, "Otra hora, solo con este tutorado", "")
            first = 0 if self._slots else next(iter(self.groups))
            self.groups[first].setChecked(True)

    def _add_group(self, id: int, words: str, caption: str) -> None:
        radio = Radio(words, caption=caption)
        radio.toggled.connect(self._on_group)
        self.groups[id] = radio
        self._group_box.addWidget(radio)

    def _on_group(self, on: bool) -> None:
        if on:
            self._show_state()
            self.changed.emit()

    # Slots

    def _make_chips(self) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            if item is not None and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
        self.chips = []
        for place, tramo in enumerate(self._slots[:_MOST_CHIPS]):
            chip = Chip(short_slot(tramo))
            chip.clicked.connect(partial(self._take, place))
            self.chips.append(chip)
            self._flow.addWidget(chip)
        self._holder.setVisible(bool(self.chips))

    def _take(self, place: int, _checked: bool = False) -> None:
        """A chip fills the row that was touched last, the first one at the beginning."""
        self.rows[-1].show_hour(self._slots[place])
        self._on_row()

    # Rows

    def _new_row(self) -> HourRow:
        row = HourRow(self._lugares)
        row.changed.connect(self._on_row)
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._row_box.addWidget(row)
        return row

    def _add_row(self) -> None:
        before = self.rows[-1].lugar.text() if self.rows else ""
        row = self._new_row()
        row.show_hour(None, before)
        row.dia.setFocus()
        self._show_state()

    def _remove(self, row: HourRow) -> None:
        self._drop(row)
        if not self.rows:
            self._new_row()
        self._on_row()

    def _drop(self, row: HourRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()

    def _on_row(self) -> None:
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        alone = not self.group
        for widget in (self._holder, self.more, *self.rows):
            widget.setVisible(alone)
        self._holder.setVisible(alone and bool(self.chips))
        self.more.setVisible(alone and len(self.rows) < _MOST_ROWS)
        for row in self.rows:
            row.remove.setVisible(len(self.rows) > 1)
        written = {(row.dia.key, row.inicio.text()) for row in self.rows}
        show = _FIELDS["inicio"].show
        for chip, tramo in zip(self.chips, self._slots, strict=False):
            chip.setChecked((tramo.dia, show(tramo.inicio)) in written)


def _empty(box: QVBoxLayout) -> None:
    while item := box.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
