"""The charts of Inicio: risk, needs and weeks. A click on a bar opens the list behind it."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.calendario import week_of
from app.domain.periodo import Periodo
from app.store import Store
from app.store.queries import inicio, tablero
from app.text import counted
from ui.context import Context
from ui.theme import u
from ui.widgets.card import Card
from ui.widgets.charts import Bar, BarChart, ShareBar
from ui.widgets.chips import Segments
from ui.widgets.labels import Label

_WEEKS = 8
_MOST_BARS = 5
_LEVELS = (("alto", "Alto"), ("medio", "Medio"), ("bajo", "Bajo"))


class TwoViews(Card):
    """A card whose head switches between two pages; `put(key, page)` in the order of the words."""

    def __init__(self, title: str, views: tuple[tuple[str, str], tuple[str, str]]) -> None:
        super().__init__(title, step="body")
        self.body.setSpacing(u(1))
        self.note.hide()
        self.views = Segments(views, name=title)
        self.views.chosen.connect(self._show)
        self.head.addWidget(self.views)
        self.pages = QStackedWidget()
        self._keys = [key for key, _ in views]
        self.body.addWidget(self.pages, 1)

    def put(self, *parts: QWidget) -> None:
        """Adds a page with these widgets, one under the other."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, u(1), 0, 0)
        column.setSpacing(u(1.5))
        for one in parts:
            column.addWidget(one, 1 if isinstance(one, BarChart) else 0)
        if not isinstance(parts[0], BarChart):
            column.addStretch(1)
        self.pages.addWidget(page)

    def _show(self, key: str) -> None:
        self.pages.setCurrentIndex(self._keys.index(key))


class RiesgoCard(TwoViews):
    """Students at risk, by level or by grupo."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("Alumnos en riesgo", (("nivel", "Nivel"), ("grupo", "Grupo")))
        self.ctx = ctx
        self._grupos: list[tablero.RiesgoDeGrupo] = []
        self.levels = BarChart([], "Alumnos por nivel de riesgo")
        self.levels.opened.connect(self._on_level)
        self.rest = Label("", "caption", "text2")
        self.put(self.levels, self.rest)
        self.grupos = BarChart([], "Alumnos en riesgo por grupo")
        self.grupos.opened.connect(self._on_grupo)
        self.more = Label("", "caption", "text2")
        self.put(self.grupos, self.more)

    def read(self, store: Store) -> None:
        """Shows the plantel as it is now."""
        counts = inicio.niveles(store)
        self.levels.set_bars(
            [Bar(name, counts.get(key, 0), key, level=key) for key, name in _LEVELS]
        )
        free, unknown = counts.get("sin_riesgo", 0), counts.get("sin_datos", 0)
        self.rest.setText(f"✓ Sin riesgo: {free:,}     – Sin datos: {unknown:,}")
        found = tablero.riesgo_por_grupo(store)
        self._grupos = found[:_MOST_BARS]
        self.grupos.set_bars(
            [
                Bar(one.etiqueta, one.total, "light",
                    f"{one.total:,}, {one.alto:,} en alto" if one.alto else "")
                for one in self._grupos
            ]
        )  # fmt: skip
        self.more.setText(_of_all(len(self._grupos), len(found), "grupo", "grupos"))

    def _on_level(self, place: int) -> None:
        self.ctx.show("tutorados", ("nivel", _LEVELS[place][0]))

    def _on_grupo(self, place: int) -> None:
        self.ctx.show("tutorados", ("grupo", self._grupos[place].grupo))


class NecesidadesCard(TwoViews):
    """How many of the needs have an alumno tutor, all together or by asignatura."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(
            "Necesidades cubiertas", (("todas", "Todas"), ("asignatura", "Asignatura"))
        )
        self.ctx = ctx
        self._subjects: list[tablero.Cobertura] = []
        self.share = Label("", "page")
        self.share_note = Label("", "caption", "text2")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(3))
        row.addWidget(self.share)
        row.addWidget(self.share_note, 1)
        self.progress = ShareBar("Necesidades con alumno tutor")
        self.high = Label("", "caption", "text2")
        self.left = Label("", "caption", "text2")
        self.put(line, self.progress, self.high, self.left)
        self.subjects = BarChart([], "Necesidades cubiertas por asignatura")
        self.subjects.opened.connect(self._on_subject)
        self.more = Label("", "caption", "text2")
        self.put(self.subjects, self.more)

    def read(self, store: Store, avance: inicio.Avance) -> None:
        """Shows the plantel as it is now."""
        total, covered = avance.necesidades, avance.cubiertas
        self.share.setText(f"{round(100 * covered / total)} %" if total else "–")
        self.share_note.setText(f"{covered:,} de {total:,} con alumno tutor")
        self.progress.set_share(covered / total if total else 0)
        with_tutor, high = inicio.altos_cubiertos(store)
        self.high.setText(f"Riesgo alto: {with_tutor} de {high} ya tienen alumno tutor")
        self.left.setText(f"{total - covered:,} sin tutor")
        found = tablero.cobertura(store)
        self._subjects = found[:_MOST_BARS]
        self.subjects.set_bars(
            [
                Bar(one.nombre, one.atendidos, "solid", f"{one.atendidos:,} de {one.la_deben:,}",
                    before=one.la_deben)
                for one in self._subjects
            ]
        )  # fmt: skip
        words = _of_all(len(self._subjects), len(found), "asignatura", "asignaturas")
        self.more.setText(f"Arriba: la deben. Abajo: con alumno tutor. {words}" if found else "")

    def _on_subject(self, place: int) -> None:
        self.ctx.show("tutorados", ("asignatura", self._subjects[place].asignatura))


class SemanasCard(Card):
    """Sessions planned and held in each of the last weeks."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(
            "Asesorías por semana", "izquierda: planeadas · derecha: dadas", step="body"
        )
        self.ctx = ctx
        self._weeks: list[tablero.Semana] = []
        self.chart = BarChart([], "Asesorías planeadas y dadas por semana", standing=True)
        self.chart.opened.connect(self._on_week)
        self.body.addWidget(self.chart, 1)

    def read(self, store: Store, periodo: Periodo, monday: date) -> None:
        """Shows the weeks that end with the one of `monday`."""
        self._weeks = tablero.sesiones_por_semana(store, monday, _WEEKS)
        last = len(self._weeks) - 1
        self.chart.set_bars(
            [
                Bar(_week_name(periodo, one.lunes), one.dadas, "solid",
                    f"{one.dadas}/{one.planeadas}" if one.planeadas else "0", strong=i == last,
                    before=one.planeadas)
                for i, one in enumerate(self._weeks)
            ]
        )  # fmt: skip

    def _on_week(self, place: int) -> None:
        self.ctx.show("seguimiento", self._weeks[place].lunes)


def _week_name(periodo: Periodo, day: date) -> str:
    if periodo.inicio:
        return str(week_of(periodo.inicio, day))
    return f"{day.day}/{day.month}"


def _of_all(shown: int, total: int, one: str, many: str) -> str:
    """How many of them are in sight; empty when there is none."""
    if not total:
        return "Nadie por ahora"
    return counted(total, one, many) if shown == total else f"{shown} de {total:,} {many}"
