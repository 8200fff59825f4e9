"""The bar over the list: filter, view and chips, and what they ask of a row."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.store.queries.tutorados import FilaTutorado
from ui.tabs.tutorados import listing
from ui.tabs.tutorados.listing import Filters
from ui.theme import u
from ui.widgets.chips import Chip, ChipMenu
from ui.widgets.search_field import SearchField
from ui.widgets.toolbar import Toolbar


class FilterBar(Toolbar):
    """`changed()` tells that the list must filter again; `view_chosen()` that it shows others."""

    changed = Signal()
    view_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asignatura = 0
        self.filter = SearchField("Filtrar tutorados")
        self.filter.setMinimumWidth(u(36))
        self.filter.setMaximumWidth(u(57))
        self.filter.typed.connect(self._tell)
        self.who = ChipMenu("Ver", listing.VIEWS)
        self.who.chosen.connect(self._on_view)
        self.level = ChipMenu("Riesgo", listing.LEVELS)
        self.level.chosen.connect(self._on_level)
        self.alone = Chip("Sin tutor")
        self.alone.toggled.connect(self._tell)
        self.turno = ChipMenu("Turno", [("", "Todos")])
        self.turno.chosen.connect(self._on_turno)
        self.grupo = ChipMenu("Grupo", [("", "Todos")])
        self.grupo.chosen.connect(self._on_grupo)
        self.subject = Chip("", checked=True)
        self.subject.setToolTip("Quitar este filtro")
        self.subject.toggled.connect(self._drop_subject)
        for widget in (  # when there is no room the last go first into «Más filtros»
            self.filter, self.who, self.subject, self.level, self.alone, self.turno, self.grupo,
        ):  # fmt: skip
            self.add_left(widget)
        self.subject.hide()
        self._rows: Sequence[FilaTutorado] = ()

    # What is asked

    @property
    def view(self) -> str:
        """Tutorados or todos; a class of performance is looked for among all."""
        return "tutorados" if self.who.key == "tutorados" else "todos"

    @property
    def performance(self) -> str:
        """The class of performance that is asked, or nothing."""
        return "" if self.who.key in ("tutorados", "todos") else str(self.who.key)

    @property
    def asked(self) -> Filters:
        """What the chips ask."""
        return Filters(
            str(self.level.key), self.alone.isChecked(), str(self.turno.key), self.grupo.key,
            self._asignatura, self.performance,
        )  # fmt: skip

    def set_view(self, view: str) -> None:
        """Chooses without telling."""
        self.who.set_key(view)

    def set_filters(self, filters: Filters, asignatura: str) -> None:
        """Sets every chip and empties the filter, without telling; `asignatura` is its name."""
        for widget in (self.filter, self.alone, self.subject):
            widget.blockSignals(True)
        self.filter.clear()
        self.level.set_key(filters.nivel)
        self.alone.setChecked(filters.sin_tutor)
        self.turno.set_key(filters.turno)
        self.grupo.set_key(filters.grupo)
        if filters.desempeno or self.performance:
            self.who.set_key(filters.desempeno or "todos")
        self._asignatura = filters.asignatura
        self.subject.setText(f"Debe {asignatura}")
        self.subject.setChecked(True)
        self.subject.setVisible(bool(asignatura))
        for widget in (self.filter, self.alone, self.subject):
            widget.blockSignals(False)

    def show_options(self, rows: Sequence[FilaTutorado]) -> None:
        """The turnos, semestres and grupos of these rows, and how many lack alumno tutor."""
        self._rows = rows
        alone = sum(row.sin_tutor > 0 for row in rows)
        self.alone.setText(f"Sin tutor · {alone:,}")
        self.alone.updateGeometry()
        turnos = listing.turno_options(rows)
        self.turno.set_options(turnos)
        self.turno.setVisible(len(turnos) > 2)
        self._show_grupos()
        self.refold()

    def _show_grupos(self) -> None:
        options = listing.grupo_options(self._rows, str(self.turno.key), self.grupo.key)
        self.grupo.set_options(options)
        self.grupo.setVisible(len(options) > 2)

    # Changes

    def _tell(self, *_ignored: object) -> None:
        self.changed.emit()

    def _on_view(self, _view: object) -> None:
        if self.view == "tutorados" and self.level.key not in ("", *listing.IN_RISK):
            self.level.set_key("")
        self.view_chosen.emit()

    def _on_level(self, level: object) -> None:
        """Who is not at risk is only among all the alumnos."""
        if level and level not in listing.IN_RISK and self.view == "tutorados":
            self.set_view("todos")
            self.view_chosen.emit()
        else:
            self.changed.emit()

    def _on_turno(self, _turno: object) -> None:
        self._show_grupos()
        self.changed.emit()

    def _on_grupo(self, _grupo: object) -> None:
        self._show_grupos()
        self.changed.emit()

    def _drop_subject(self, on: bool) -> None:
        if not on:
            self._asignatura = 0
            self.subject.hide()
            self.refold()
            self.changed.emit()
