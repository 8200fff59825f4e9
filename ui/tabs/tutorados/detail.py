"""The detail of one student: who, and the six pages."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.alumno import ESTADOS_ALUMNO
from app.domain.horario import Tramo
from app.domain.plantel import TURNOS
from app.services import fichas
from app.store.queries.tutorados import FilaTutorado
from app.text import counted
from ui import messages
from ui.context import Context
from ui.logros import Logros
from ui.tabs.tutorados import reading
from ui.tabs.tutorados.calificaciones import Calificaciones
from ui.tabs.tutorados.correcciones import Correcciones
from ui.tabs.tutorados.datos import DatosPage
from ui.tabs.tutorados.deeds import Deeds
from ui.tabs.tutorados.disponibilidad import DisponibilidadPage
from ui.tabs.tutorados.entrevista import EntrevistaPage
from ui.tabs.tutorados.intervenciones import IntervencionesPage
from ui.tabs.tutorados.reading import Leido
from ui.tabs.tutorados.resumen import Resumen
from ui.theme import u
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel
from ui.widgets.marks import Avatar
from ui.widgets.sub_tabs import SubPages


class Detail(Card):
    """One student; `show_row` changes the data and keeps the widgets."""

    def __init__(self, ctx: Context, deeds: Deeds, menu: QMenu) -> None:
        super().__init__(padding=0)
        self.ctx, self.deeds = ctx, deeds
        self.leido: Leido | None = None
        self.body.setContentsMargins(u(4.5), u(3.5), u(4.5), u(3))
        self.body.addLayout(self._make_head(menu))
        self.pages = SubPages()
        self.pages.opened.connect(self._show_page)
        self.pages.put(
            ("resumen", "Resumen", self._make_resumen),
            ("calificaciones", "Calificaciones", self._make_calificaciones),
            ("ficha", "Ficha", self._make_ficha),
            ("entrevista", "Entrevista", self._make_entrevista),
            ("intervenciones", "Intervenciones", self._make_intervenciones),
            ("disponibilidad", "Disponibilidad", self._make_disponibilidad),
        )
        self.body.addWidget(self.pages, 1)

    # Building

    def _make_head(self, menu: QMenu) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(3))
        self.avatar = Avatar()
        row.addWidget(self.avatar)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.name = ElidedLabel("", "detail")
        self.about = ElidedLabel("", "caption", "text2")
        words.addWidget(self.name)
        words.addWidget(self.about)
        row.addLayout(words, 1)
        self.card_button = Button("Carnet", "outlined", "printer")
        self.card_button.clicked.connect(self._print)
        row.addWidget(self.card_button)
        self.menu_button = IconButton("more", "Más acciones con este alumno", menu=menu)
        row.addWidget(self.menu_button)
        return row

    def _make_resumen(self) -> QWidget:
        page = Resumen(self.ctx.store, Correcciones(self.ctx.store), Logros(self.ctx))
        page.level_asked.connect(self._change_level)
        page.search_asked.connect(self._search)
        page.pair_asked.connect(self._show_pair)
        page.document_asked.connect(self._solve)
        return page

    def _make_calificaciones(self) -> QWidget:
        page = Calificaciones(self.ctx)
        page.level_asked.connect(self._change_level)
        page.add_asked.connect(self._add_subject)
        return page

    def _make_ficha(self) -> QWidget:
        page = DatosPage(self.ctx)
        page.history_asked.connect(self._show_history)
        return page

    def _make_entrevista(self) -> QWidget:
        page = EntrevistaPage(self.ctx)
        page.search_asked.connect(self._search)
        return page

    def _make_intervenciones(self) -> QWidget:
        page = IntervencionesPage()
        page.change_asked.connect(self._reassign)
        page.plan_asked.connect(self._show_plan)
        page.state_asked.connect(self.deeds.change_state)
        page.leave_asked.connect(self._leave)
        page.search_asked.connect(self._search)
        return page

    def _make_disponibilidad(self) -> QWidget:
        return DisponibilidadPage(self.ctx)

    # Showing

    @property
    def alumno(self) -> int:
        """The id of the student shown."""
        return self.leido.alumno.id if self.leido else 0

    def show_row(self, fila: FilaTutorado, desempeno: str) -> None:
        """Shows a student; the page that was open stays open."""
        self.leido = reading.read(self.ctx.store, fila, desempeno)
        self.avatar.set_initials(_initials(fila.corto))
        self.name.setText(fila.nombre)
        self.about.setText(_about(fila))
        self.card_button.setAccessibleDescription(f"Imprimir el carnet de {fila.nombre}")
        if self.pages.tabs is not None:
            self.pages.tabs.set_count("intervenciones", len(self.leido.abiertas) or None)
            waiting = len(self.leido.correcciones)
            tip = f"{counted(waiting, 'dato', 'datos')} por corregir" if waiting else ""
            self.pages.tabs.setTabToolTip(0, tip)
        self._show_page(self.pages.key)

    def _show_page(self, key: str) -> None:
        page: Any = self.pages.page(key)
        if page is not None and self.leido is not None:
            page.show_record(self.leido)

    def show_hour(self, hour: Tramo) -> None:
        """Goes to an hour of the week."""
        self.pages.set_key("disponibilidad")
        page: Any = self.pages.page("disponibilidad")
        page.grid.point_at(hour.dia, hour.inicio)

    # Acting

    def _print(self) -> None:
        self.deeds.print_cards([self.alumno])

    def _change_level(self) -> None:
        self.deeds.change_nivel([self.alumno])

    def _show_history(self) -> None:
        self.deeds.show_history([self.alumno])

    def _search(self, asignatura: object) -> None:
        self.ctx.show("asignar", (self.alumno, asignatura))

    def _show_pair(self, _asignatura: object) -> None:
        self.pages.set_key("intervenciones")

    def _solve(self, letra: str) -> None:
        """Goes where a document of the expediente is solved (DOMAIN M-70)."""
        if self.leido is None:
            return
        if letra == "a":
            self.pages.set_key("entrevista")
        elif letra == "b":
            self.pages.set_key("ficha")
            page: Any = self.pages.page("ficha")
            page.go_to(fichas.missing(self.leido.alumno, self.leido.ficha))
        elif not self.leido.abiertas:
            self.deeds.search_first([self.alumno])
        elif letra == "c":
            self.deeds.sign([self.alumno])
        else:
            cases = self.leido.abiertas
            first = next((one for one in cases if not one.horas), cases[0])
            self.ctx.show("planes", (first.id, "cronograma"))

    def _reassign(self, intervencion: object) -> None:
        if isinstance(intervencion, int):
            self.deeds.reassign(self.alumno, intervencion)

    def _leave(self, intervencion: object) -> None:
        if isinstance(intervencion, int):
            self.deeds.leave(intervencion, self.alumno)

    def _show_plan(self, intervencion: object) -> None:
        self.ctx.show("planes", intervencion)

    def _add_subject(self, current: bool) -> None:
        from ui.dialogs.agregar_calificacion import AgregarCalificacion

        if self.leido is None:
            return
        page: Any = self.pages.page("calificaciones")
        dialog = AgregarCalificacion(self.ctx, self.alumno, self, current=current)
        dialog.line_wanted.connect(page.add_line)
        dialog.accepted.connect(self._say_added)
        dialog.open()

    def _say_added(self) -> None:
        if self.ctx.store.undo_label.startswith("Agregar "):
            messages.toast("Se agregó la asignatura.", "Deshacer", self.ctx.undo)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()[:2]).upper()


def _about(fila: FilaTutorado) -> str:
    turno = TURNOS.get(fila.turno, "").lower()
    state = "" if fila.estado == "activo" else ESTADOS_ALUMNO.get(fila.estado, "")
    grupo = fila.grupo or "sin grupo"
    parts = (fila.matricula, grupo, fila.especialidad, f"turno {turno}" if turno else "", state)
    return " · ".join(part for part in parts if part)
