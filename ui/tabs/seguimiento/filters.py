"""Which sessions are seen: view, days, words, grupo, asignatura, alumno tutor and state."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.store import Store
from app.store.queries.sesiones import FilaSesion
from app.text import matches, order_key
from ui.tabs.seguimiento import looks
from ui.tabs.seguimiento.listing import RANGES
from ui.theme import u
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import ChipMenu
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField

VIEWS = (("semana", "Semana"), ("lista", "Lista"), ("sin_registro", "Sin registro"))
MINE = -1
_ALL: list[tuple[object, str]] = [(None, "todos")]


class WeekNav(QWidget):
    """The week that is seen, between its two arrows: `moved(weeks)`, 0 goes to today."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(1))
        before = IconButton("chevron-left", "Semana anterior", shortcut="Alt+Izquierda")
        after = IconButton("chevron-right", "Semana siguiente", shortcut="Alt+Derecha")
        self.words = Label("", "body", strong=True)
        self.words.setMinimumWidth(u(41))
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.today = Button("Hoy", "outlined")
        self.today.set_tooltip("La semana de hoy (Alt+Inicio)")
        before.clicked.connect(self._back)
        after.clicked.connect(self._forth)
        self.today.clicked.connect(self._now)
        for widget in (before, self.words, after, self.today):
            row.addWidget(widget)

    def _back(self) -> None:
        self.moved.emit(-1)

    def _forth(self) -> None:
        self.moved.emit(1)

    def _now(self) -> None:
        self.moved.emit(0)


class Filters(QWidget):
    """The chips and the field: `changed` lets others of the sessions pass; `range` wants others."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.words = SearchField("Filtrar sesiones", parent=parent)
        self.words.setMinimumWidth(u(34))
        self.words.setMaximumWidth(u(46))
        self.range = ChipMenu("Días", list(RANGES), parent)
        self.range.set_key("mes")
        self.grupo = ChipMenu("Grupo", _ALL, parent)
        self.asignatura = ChipMenu("Asignatura", [(None, "todas")], parent)
        self.alumno_tutor = ChipMenu("Alumno tutor", _ALL, parent)
        self.estado = ChipMenu("Estado", [(None, "todos"), *looks.STATES.items()], parent)
        self.words.typed.connect(self._tell)
        for chip in self.chips[1:]:
            chip.chosen.connect(self._tell)
        self._mine: frozenset[int] = frozenset()

    @property
    def chips(self) -> tuple[ChipMenu, ...]:
        """The filters that are chips, from the left."""
        return self.range, self.grupo, self.asignatura, self.alumno_tutor, self.estado

    def _tell(self, *_what: object) -> None:
        self.changed.emit()

    def read_grupos(self, store: Store, periodo: int) -> bool:
        """Offers the grupos of the periodo; whether some are of who uses the program."""
        plantel = store.plantel.only()
        grupos = store.grupos.where(periodo=periodo)
        own = order_key(plantel.docente).strip()
        self._mine = frozenset(
            g.id for g in grupos if own and order_key(g.docente_tutor).strip() == own
        )
        options: list[tuple[object, str]] = list(_ALL)
        if self._mine:
            options.append((MINE, "mis grupos"))
        grupos.sort(key=lambda g: (g.semestre or 0, g.nombre, g.turno))
        options += [(g.id, g.etiqueta) for g in grupos]
        self.grupo.set_options(options)
        return bool(self._mine)

    def read_rows(self, rows: Sequence[FilaSesion]) -> None:
        """Offers the asignaturas and alumnos tutores that the sessions have."""
        subjects = {row.asignatura: row.nombre_asignatura for row in rows}
        people = {row.alumno_tutor: row.corto_tutor for row in rows if row.alumno_tutor}
        _offer(self.asignatura, "todas", subjects)
        _offer(self.alumno_tutor, "todos", people)

    def keep(self, today: date) -> Callable[[FilaSesion], bool] | None:
        """What the chips let pass, or None when they let everything pass."""
        grupo, estado = self.grupo.key, self.estado.key
        grupos = self._mine if grupo == MINE else frozenset({grupo})
        asignatura, owner = self.asignatura.key, self.alumno_tutor.key
        if all(key is None for key in (grupo, estado, asignatura, owner)):
            return None

        def passes(row: FilaSesion) -> bool:
            if grupo is not None and not any(p.grupo in grupos for p in row.tutorados):
                return False
            if asignatura is not None and row.asignatura != asignatura:
                return False
            if owner is not None and row.alumno_tutor != owner:
                return False
            return estado is None or row.estado(today) == estado

        return passes

    def passing(self, rows: Sequence[FilaSesion], today: date) -> list[FilaSesion]:
        """The sessions that the words and the chips let pass."""
        keep, words = self.keep(today), self.words.text().strip()
        return [
            row for row in rows
            if (keep is None or keep(row)) and (not words or matches(words, *_texts(row, today)))
        ]  # fmt: skip

    def clear(self) -> None:
        """Lets everything pass, without telling."""
        self.blockSignals(True)
        self.words.clear()
        for chip in self.chips[1:]:
            chip.set_key(None)
        self.blockSignals(False)


def _offer(chip: ChipMenu, everything: str, named: dict[int, str]) -> None:
    """The options of a chip; what is chosen stays among them though no session has it now."""
    options: list[tuple[object, str]] = [(None, everything)]
    options += sorted(named.items(), key=lambda pair: order_key(pair[1]))
    if chip.key is not None and chip.key not in named:
        options.append((chip.key, chip.text().partition(": ")[2]))
    chip.set_options(options)


def _texts(row: FilaSesion, today: date) -> tuple[str, ...]:
    return (
        looks.names(row), row.nombre_asignatura, row.nombre_tutor, row.it.tema, row.it.grupo,
        looks.STATES[row.estado(today)], looks.why(row),
    )  # fmt: skip
