"""The candidatos that the program finds: by asignatura that is owed, the best first."""

from operator import attrgetter

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services import alumnos_tutores
from app.services.candidatos import Busqueda, Candidato
from app.services.resultados import with_decimal
from app.store.queries.candidatos import Necesidad, necesidades
from app.text import counted
from ui import messages
from ui.context import Context
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.chips import ChipMenu
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField

_BEST = 3
_THIRDS: list[tuple[object, str]] = [
    ("", "No importa"), ("semestre", "Semestre"), ("grupo", "Grupo"),
    ("ambos", "Los dos"),
]  # fmt: skip


def _columns_of_needs(capacidad: int) -> tuple[Column, ...]:
    return (
        Column(
            "asignatura", "Asignatura que se debe", attrgetter("nombre"), width=52, stretch=True,
            cell=cells.TwoLines(lambda n: _need(n, capacidad)),
            tooltip=lambda n: _need(n, capacidad),
        ),
        *_NEEDS,
    )  # fmt: skip


def _need(need: Necesidad, capacidad: int) -> str:
    words = f"{counted(need.la_deben, 'la debe', 'la deben')}, {need.sin_tutor:,} sin tutor"
    count = need.hacen_falta(capacidad)
    if not count:
        return words
    verb = "hace falta" if count == 1 else "hacen falta"
    return f"{words}: {verb} {count:,}"


def _third(one: Candidato) -> str:
    if one.en_tercio and one.en_tercio_de_grupo:
        return "Semestre y grupo"
    return "Semestre" if one.en_tercio else "Grupo" if one.en_tercio_de_grupo else "No"


_NEEDS = (
    Column(
        "tutores", "La dominan", lambda n: f"{n.tutores:,}", sort=attrgetter("tutores"), width=24,
        align="right", help="Alumnos tutores activos que dominan la asignatura",
    ),
)  # fmt: skip
_PEOPLE = (
    Column("alumno", "Alumno", attrgetter("nombre_de_lista"), width=48, stretch=True,
           cell=cells.Text()),
    Column("grupo", "Grupo", attrgetter("grupo"), width=15),
    Column("calificacion", "Calificación", lambda c: with_decimal(c.calificacion),
           sort=attrgetter("calificacion"), width=25, align="right", cell=cells.STRONG),
    Column("periodo", "En", attrgetter("periodo"), width=24, cell=cells.QUIET, drop=2),
    Column("promedio", "Promedio", lambda c: with_decimal(c.promedio), sort=attrgetter("promedio"),
           width=21, align="right", drop=1),
    Column("tercio", "Tercio superior", _third, width=38,
           sort=lambda c: (not c.en_tercio, not c.en_tercio_de_grupo),
           cell=cells.State(lambda c: ("", "text2") if _third(c) == "No" else ("check", "ok")),
           tooltip=attrgetter("corte"), help="Está en el tercio con mejor promedio"),
    Column("estado", "Ya es", lambda c: "Alumno tutor" if c.estado else "", width=26,
           cell=cells.QUIET, drop=3),
)  # fmt: skip


class CandidatosDialog(Dialog):
    """At the left the needs, at the right who could attend them; the checked ones are proposed."""

    def __init__(self, ctx: Context, parent: QWidget | None, asignatura: int = 0) -> None:
        super().__init__("Buscar candidatos", parent, size="full", action="Proponer")
        self.ctx = ctx
        self.search = Busqueda(ctx.store)
        self.needs = necesidades(ctx.store)
        self.found: dict[int, list[Candidato]] = {}
        self.chosen: dict[int, set[int]] = {}
        self.asignatura = 0
        self.body.addWidget(
            Label(
                "Alumnos con calificación alta en lo que otros deben, primero los del tercio "
                "superior de su semestre. Quien empata con el último también entra.",
                "body", "text2",
            )
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(u(3))
        row.addWidget(self._make_needs())
        row.addLayout(self._make_people(), 1)
        self.body.addLayout(row, 1)
        if asignatura:
            self.needs_table.choose(asignatura)
        self.needs_table.choose_first()
        self._show_count()

    def _make_needs(self) -> RecordTable:
        columns = _columns_of_needs(self.ctx.store.settings.only().capacidad)
        self.needs_table = RecordTable(
            columns, lambda: self.needs, ident=attrgetter("asignatura"), rows="two",
            nouns=("asignatura", "asignaturas"),
            empty=EmptyState("check", "Nadie debe asignaturas", "Cuando importe calificaciones, "
                             "aquí verá lo que hace falta."),
        )  # fmt: skip
        self.needs_table.setFixedWidth(u(88))
        self.needs_table.set_words(no_match="Nada coincide", chosen=("elegida", "elegidas"))
        self.needs_table.chosen.connect(self._on_need)
        self.needs_table.refresh()
        return self.needs_table

    def _make_people(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(u(2))
        bar = QHBoxLayout()
        bar.setSpacing(u(2))
        self.filter = SearchField("Filtrar candidatos")
        self.filter.typed.connect(self._apply_filter)
        self.third = ChipMenu("Tercio superior", _THIRDS)
        self.third.set_key("semestre")
        self.third.chosen.connect(self._apply_filter)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.third)
        best = Button(f"Marcar los {_BEST} primeros", "outlined", "check")
        best.clicked.connect(self._mark_best)
        every = Button("…de cada asignatura", "plain")
        every.setAccessibleName(f"Marcar los {_BEST} primeros de cada asignatura")
        every.clicked.connect(self._mark_everywhere)
        bar.addWidget(best)
        bar.addWidget(every)
        column.addLayout(bar)
        self.people = RecordTable(
            _PEOPLE, self._shown, ident=attrgetter("alumno"), nouns=("candidato", "candidatos"),
            memory="candidatos",
            empty=EmptyState("users", "Nadie alcanza", "Ningún alumno regular tiene la "
                             "calificación que se pide. Puede bajarla en Configuración."),
        )  # fmt: skip
        self.people.set_checkable()
        self.people.checked.connect(self._on_checked)
        self.people.opened.connect(self.people.toggle)
        self.people.filters_cleared.connect(self._clear)
        column.addWidget(self.people, 1)
        return column

    def _candidatos(self, asignatura: int) -> list[Candidato]:
        if asignatura not in self.found:
            self.found[asignatura] = self.search.candidatos(asignatura)
        return self.found[asignatura]

    def _shown(self) -> list[Candidato]:
        return self._candidatos(self.asignatura) if self.asignatura else []

    def _on_need(self, ids: list[int]) -> None:
        if ids and ids[0] != self.asignatura:
            self.asignatura = ids[0]
            marked = self.chosen.get(self.asignatura, set())
            self.people.refresh()
            self._apply_filter()
            self.people.set_checked(list(marked))

    def _apply_filter(self, *_ignored: object) -> None:
        keeps = self._in_third if any(map(self._in_third, self._shown())) else None
        self.people.set_filter(self.filter.text(), keeps)

    def _in_third(self, one: Candidato) -> bool:
        return {
            "": True,
            "semestre": one.en_tercio,
            "grupo": one.en_tercio_de_grupo,
            "ambos": one.en_tercio and one.en_tercio_de_grupo,
        }[str(self.third.key)]

    def _clear(self) -> None:
        self.filter.clear()
        self.third.set_key("")
        self._apply_filter()

    def _mark_best(self) -> None:
        shown = self.people.model.shown_ids()[:_BEST]
        self.people.set_checked([*self.people.checked_ids(), *shown])

    def _mark_everywhere(self) -> None:
        messages.busy(True)
        try:
            for need in self.needs:
                best = [one.alumno for one in self._candidatos(need.asignatura)[:_BEST]]
                self.chosen.setdefault(need.asignatura, set()).update(best)
        finally:
            messages.busy(False)
        self.people.set_checked(list(self.chosen.get(self.asignatura, ())))

    def _on_checked(self, ids: list[int]) -> None:
        if self.asignatura:
            self.chosen[self.asignatura] = set(ids)
        self._show_count()

    def _show_count(self) -> None:
        people = {alumno for ids in self.chosen.values() for alumno in ids}
        subjects = sum(bool(ids) for ids in self.chosen.values())
        count = len(people)
        self.main.setText(
            f"Proponer {counted(count, 'candidato', 'candidatos')}" if count else "Proponer"
        )
        self.main.updateGeometry()
        self.main.set_reason("" if count else "Marque a uno o más alumnos de la lista.")
        told = f"en {counted(subjects, 'asignatura', 'asignaturas')}" if count else ""
        self.note.setText(told)

    def accept(self) -> None:
        proposed: dict[int, dict[int, int | None]] = {}
        for asignatura, ids in self.chosen.items():
            for one in self._candidatos(asignatura):
                if one.alumno in ids:
                    proposed.setdefault(one.alumno, {})[asignatura] = one.calificacion
        if not proposed:
            return
        new = self.ctx.do(alumnos_tutores.nominate, self.ctx.store, proposed)
        if new is None:
            return
        super().accept()
        words = f"Se propuso a {counted(new, 'candidato', 'candidatos')}."
        if len(proposed) > new:
            words += f" {len(proposed) - new:,} ya estaban y dominan más asignaturas."
        messages.toast(words, "Deshacer", self.ctx.undo)
        self.ctx.show("alumnos_tutores", list(proposed))
