"""The detail of one intervención: whose, its state, what comes next, and its six pages."""

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.formatos import PLAN
from app.services import incumplimientos, planes
from app.store.queries.impresiones import folio_de
from app.store.queries.planes import FilaPlan
from app.text import DIAS, joined, long_date, short_date
from ui.actions import Actions
from ui.context import Context
from ui.tabs.planes.ajustes_page import AjustesPage
from ui.tabs.planes.cronograma_page import CronogramaPage
from ui.tabs.planes.deeds import Deeds, next_step
from ui.tabs.planes.historial_page import HistorialPage
from ui.tabs.planes.listing import Renglon
from ui.tabs.planes.plan_page import PlanPage
from ui.tabs.planes.resultados_page import ResultadosPage
from ui.tabs.planes.sesiones_page import SesionesPage
from ui.tabs.planes.state_mark import StateMark
from ui.theme import u
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel
from ui.widgets.strip import Strip
from ui.widgets.sub_tabs import SubPages

_SEE = "Ver qué se hizo"
_PAGES = PlanPage | CronogramaPage | SesionesPage | AjustesPage | ResultadosPage | HistorialPage


class Detail(Card):
    """One intervención; `show_row` changes the data and keeps the widgets."""

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__(padding=0)
        self.ctx, self.deeds = ctx, deeds
        self.row: Renglon | None = None
        self.body.setContentsMargins(u(4.5), u(3.5), u(4.5), u(3))
        self.body.addLayout(self._make_head())
        self.strip = Strip("medio")
        self.strip.pressed.connect(self._on_strip)
        self.body.addWidget(self.strip)
        self.pages = SubPages()
        self.pages.opened.connect(self._fill_page)
        self.pages.put(
            ("plan", "Plan", self._make_plan),
            ("cronograma", "Cronograma", self._make_cronograma),
            ("sesiones", "Sesiones", self._make_sesiones),
            ("ajustes", "Ajustes e incidentes", self._make_ajustes),
            ("resultados", "Resultados", self._make_resultados),
            ("historial", "Historial", self._make_historial),
        )
        self.body.addWidget(self.pages, 1)

    # Building

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(3))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.name = ElidedLabel("", "detail")
        self.about = ElidedLabel("", "caption", "text2")
        words.addWidget(self.name)
        words.addWidget(self.about)
        row.addLayout(words, 1)
        self.mark = StateMark()
        row.addWidget(self.mark)
        self.next = Button("Entregar el plan", "outlined", "check")
        self.next.clicked.connect(self._on_next)
        row.addWidget(self.next)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        row.addWidget(IconButton("more", "Más acciones con este plan", menu=self.menu))
        return row

    def _make_plan(self) -> QWidget:
        self.plan = PlanPage(self.ctx, self.deeds)
        return self.plan

    def _make_cronograma(self) -> QWidget:
        self.cronograma = CronogramaPage(self.ctx, self.deeds)
        return self.cronograma

    def _make_sesiones(self) -> QWidget:
        self.sesiones = SesionesPage(self.ctx, self.deeds)
        return self.sesiones

    def _make_ajustes(self) -> QWidget:
        self.ajustes = AjustesPage(self.ctx)
        return self.ajustes

    def _make_resultados(self) -> QWidget:
        self.resultados = ResultadosPage(self.ctx, self.deeds)
        return self.resultados

    def _make_historial(self) -> QWidget:
        self.historial = HistorialPage(self.ctx)
        return self.historial

    # Showing

    def show_row(self, row: Renglon) -> None:
        """Shows an intervención; the page that was open stays open."""
        self.row = row
        fila, store = row.fila, self.ctx.store
        self.name.setText(f"Plan de acción tutorial · {fila.nombre_asignatura}")
        self.about.setText(self._about(fila))
        words = row.palabras
        if row.vence is not None:
            words = f"{words.split(' ')[0]} {DIAS[row.vence.weekday()][:3]} {short_date(row.vence)}"
        self.mark.show_state(words, row.icono, row.rol)
        words, icon = next_step(fila)
        self.next.setText(words)
        self.next.set_icon(icon)
        self._show_doubt(row)
        if self.pages.tabs is not None:
            held = store.sesiones.count(intervencion=fila.intervencion)
            changes = len(planes.ajustes(store, fila.intervencion))
            self.pages.tabs.set_count("sesiones", held or None)
            self.pages.tabs.set_count("ajustes", changes or None)
        self._fill_page(self.pages.key)

    def _about(self, fila: FilaPlan) -> str:
        who = fila.nombre_alumno_tutor or "Sin alumno tutor"
        names = [person.nombre for person in fila.tutorados]
        if len(names) > 2:
            names = [names[0], f"{len(names) - 1} más"]
        words = f"{who} con {joined(names)}" if names else who
        folio = folio_de(self.ctx.store, PLAN.key, fila.intervencion)
        return f"{words} · folio {folio}" if folio else words

    def _fill_page(self, key: str) -> None:
        page = self.pages.page(key)
        if self.row is not None and isinstance(page, _PAGES):
            page.show_row(self.row.fila)

    def _show_doubt(self, row: Renglon) -> None:
        """What is missing or has stopped, with the step that mends it (DOMAIN M-62, M-63)."""
        fila, button, second = row.fila, "", ""
        words = ""
        lacks = planes.missing(self.ctx.store, fila.intervencion) if fila.por_entregar else []
        if fila.abierta and fila.alumno_tutor is None:
            words, second = "Se quedó sin alumno tutor", "Asigne otro, o cancele la intervención."
        elif lacks:
            words = f"Al plan le falta: {joined(lacks)}"
            if row.vence is not None:
                late = row.vence < self.ctx.store.clock().date()
                when = "Se debía entregar el" if late else "Se entrega a más tardar el"
                second = f"{when} {long_date(row.vence)}."
        elif fila.sin_registro:
            words = f"{fila.sin_registro} asesorías pasadas sin registro"
            if fila.sin_registro == 1:
                words = "1 asesoría pasada sin registro"
            button = "Registrarla" if fila.sin_registro == 1 else "Registrarlas"
        elif fila.estado in ("en_marcha", "ajustada"):
            words, button = self._quiet(row)
            words = words or incumplimientos.warning(self.ctx.store, fila.intervencion)
            if words and not button:
                second = "Hable con quien corresponda; si no cambia, puede cancelar."
            button = button or (_SEE if words else "")
        elif fila.estado == "cerrada" and not fila.informe:
            words = "Se concluyó sin el informe final del alumno tutor"
            second = self.ctx.store.intervenciones.get(fila.intervencion).motivo
            button = "Escribirlo"
        self.strip.set_words(words, second, button)
        self.strip.setVisible(bool(words))

    def _quiet(self, row: Renglon) -> tuple[str, str]:
        """Nothing held lately and nothing planned: the tutoring is not sporadic (M-62)."""
        if row.quieta is None:
            return "", ""
        what = (
            "Sin asesorías desde el" if row.fila.ultima else "Sin asesorías desde que se asignó, el"
        )
        return f"{what} {long_date(row.quieta)}", "Planear las sesiones"

    # Acting

    def _on_next(self) -> None:
        if self.row is not None:
            self.deeds.run(next_step(self.row.fila)[0], self.row.intervencion)

    def _on_strip(self) -> None:
        if self.row is None:
            return
        words = self.strip.button.text()
        if words.startswith("Registrar"):
            self.pages.set_key("sesiones")
        elif words in (_SEE, "Escribirlo"):
            self.pages.set_key("resultados")
        else:
            self.deeds.plan_ahead([self.row.intervencion])

    def _fill_menu(self) -> None:
        self.menu.clear()
        if self.row is None:
            return
        row = self.row
        actions = Actions(self.menu, self.deeds.actions(), lambda: [row.intervencion])
        for label in self.deeds.labels_for([row.fila]):
            if label == "-":
                self.menu.addSeparator()
            else:
                self.menu.addAction(actions[label])
