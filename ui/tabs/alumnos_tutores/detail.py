"""The detail of one alumno tutor: who, load, what comes next, and its five pages."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.alumno_tutor import ESTADOS_TUTOR, RASGOS
from app.domain.horario import Tramo
from app.domain.plantel import TURNOS
from app.services.alumnos_tutores import perfil_of
from app.store.queries import alumnos_tutores as queries
from app.store.queries.alumnos_tutores import FilaAlumnoTutor
from app.text import counted, joined
from ui.context import Context
from ui.tabs.alumnos_tutores.datos import DatosPage
from ui.tabs.alumnos_tutores.deeds import MAIN_MOVE, Deeds
from ui.tabs.alumnos_tutores.dominio import DominioPage
from ui.tabs.alumnos_tutores.horas import HorasPage
from ui.tabs.alumnos_tutores.rasgos import RasgosPage
from ui.tabs.alumnos_tutores.semana import SemanaPage
from ui.theme import u
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.marks import Avatar, LoadDots
from ui.widgets.strip import Strip
from ui.widgets.sub_tabs import SubPages

_PAGES = SemanaPage | DominioPage | RasgosPage | HorasPage | DatosPage


def hours_in_words(minutes: int) -> str:
    """`14 h`, `1 h 30 min`, `45 min`."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h" if hours else "", f"{rest} min" if rest else ""]
    return " ".join(part for part in parts if part) or "0 h"


class Detail(Card):
    """One alumno tutor; `show_row` changes the data and keeps the widgets."""

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__(padding=0)
        self.ctx, self.deeds = ctx, deeds
        self.row: FilaAlumnoTutor | None = None
        self.body.setContentsMargins(u(4.5), u(3.5), u(4.5), u(3))
        self.body.addLayout(self._make_head())
        self.strip = Strip("medio")
        self.strip.pressed.connect(self._on_strip)
        self.body.addWidget(self.strip)
        self.pages = SubPages()
        self.pages.opened.connect(self._fill_page)
        self.pages.put(
            ("semana", "Disponibilidad y carga", self._make_semana),
            ("dominio", "Dominio", self._make_dominio),
            ("rasgos", "Rasgos", self._make_rasgos),
            ("horas", "Horas", self._make_horas),
            ("datos", "Datos", self._make_datos),
        )
        self.body.addWidget(self.pages, 1)

    # Building

    def _make_head(self) -> QHBoxLayout:
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
        load = QVBoxLayout()
        load.setSpacing(u(0.5))
        line = QHBoxLayout()
        line.setSpacing(0)
        self.dots = LoadDots(0, 3, strong=True)
        self.dots_noun = Label("tutorados", strong=True)
        line.addWidget(self.dots)
        line.addWidget(self.dots_noun)
        line.addStretch(1)
        load.addLayout(line)
        self.hours = Label("", "caption", "text2")
        load.addWidget(self.hours)
        row.addLayout(load)
        self.next = Button("Invitar", "outlined", "mail")
        self.next.clicked.connect(self._on_next)
        row.addWidget(self.next)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        row.addWidget(IconButton("more", "Más acciones con este alumno tutor", menu=self.menu))
        return row

    def _make_semana(self) -> QWidget:
        self.semana = SemanaPage(self.ctx, self.deeds)
        self.semana.wanted.connect(self._open_page)
        return self.semana

    def _make_dominio(self) -> QWidget:
        self.dominio = DominioPage(self.ctx)
        return self.dominio

    def _make_rasgos(self) -> QWidget:
        self.rasgos = RasgosPage(self.ctx)
        return self.rasgos

    def _make_horas(self) -> QWidget:
        self.log = HorasPage(self.ctx)
        return self.log

    def _make_datos(self) -> QWidget:
        self.datos = DatosPage(self.ctx, self.deeds)
        return self.datos

    # Showing

    def show_row(self, row: FilaAlumnoTutor) -> None:
        """Shows somebody; the page that was open stays open."""
        self.row = row
        self.avatar.set_initials(_initials(row.corto))
        self.name.setText(row.nombre)
        self.about.setText(_about(row))
        self.dots.set_load(row.tutorados, row.capacidad)
        self._show_hours(row)
        self._show_next(row)
        self._show_doubt(row)
        if self.pages.tabs is not None:
            self.pages.tabs.set_count("dominio", len(row.asignaturas) or None)
            seen = len(perfil_of(self.ctx.store, row.alumno).rasgos)
            self.pages.tabs.set_count("rasgos", seen or None)
            self.pages.tabs.setTabToolTip(2, f"{seen} de {len(RASGOS)} rasgos observados")
        self._fill_page(self.pages.key)

    def _fill_page(self, key: str) -> None:
        page = self.pages.page(key)
        if self.row is not None and isinstance(page, _PAGES):
            page.show_row(self.row)

    def show_hour(self, hour: Tramo) -> None:
        """Goes to an hour of the week."""
        self.pages.set_key("semana")
        page = self.pages.page("semana")
        if isinstance(page, SemanaPage):
            page.grid.point_at(hour.dia, hour.inicio)

    def _open_page(self, key: str) -> None:
        self.pages.set_key(key)

    def _show_hours(self, row: FilaAlumnoTutor) -> None:
        periodo = self.ctx.store.plantel.only().periodo
        given = queries.horas(self.ctx.store, row.alumno, periodo)
        count = counted(given.sesiones, "sesión", "sesiones")
        words = f"{hours_in_words(given.minutos)} en {count}" if given.sesiones else ""
        self.hours.setText(words or "Sin sesiones dadas")

    def _show_next(self, row: FilaAlumnoTutor) -> None:
        if row.estado in MAIN_MOVE:
            words, icon = MAIN_MOVE[row.estado]
        else:
            words, icon = "Carnets", "printer"
        self.next.setText(words)
        self.next.set_icon(icon)
        self.next.setAccessibleDescription(f"{words}: {row.nombre}")

    def _show_doubt(self, row: FilaAlumnoTutor) -> None:
        """What the docente should know, and never a block (DOMAIN M-18)."""
        words, second, button = "", "", ""
        if not row.inscrito:
            words = "Ya no está en el plantel"
            second = "Si acompaña a alguien, asigne otro alumno tutor."
            button = "" if row.estado == "baja" else "Ya no participa…"
        elif row.regular is False:
            owed = queries.adeudos_of(self.ctx.store, row.alumno)
            words = f"No es regular: debe {_few(owed)}"
            strict = self.ctx.store.settings.only().exige_regular
            second = (
                "La regla del plantel pide que sea regular: no se le asignarán más tutorados."
                if strict
                else "Puede seguir; la regla del plantel lo permite."
            )
        elif row.tutorados > row.capacidad:
            words = f"Acompaña a {row.tutorados} y su capacidad es {row.capacidad}"
            button = "Cambiar la capacidad…"
        self.strip.set_words(words, second, button)
        self.strip.setVisible(bool(words))

    # Acting

    def _on_next(self) -> None:
        if self.row is None:
            return
        self.deeds.run(MAIN_MOVE.get(self.row.estado, ("Carnets de sus tutorados",))[0], self.row)

    def _on_strip(self) -> None:
        if self.row is not None:
            self.deeds.run(self.strip.button.text(), self.row)

    def _fill_menu(self) -> None:
        self.menu.clear()
        if self.row is not None:
            self.deeds.fill_menu(self.menu, self.row)


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split()[:2]).upper()


def _about(row: FilaAlumnoTutor) -> str:
    regular = {True: "regular", False: "no regular", None: "sin calificaciones"}[row.regular]
    turno = TURNOS.get(row.turno, "")
    parts: Sequence[str] = (
        row.matricula, row.grupo or "Sin grupo", row.especialidad,
        f"Turno {turno.lower()}" if turno else "", regular,
        "" if row.estado == "activo" else ESTADOS_TUTOR[row.estado].lower(),
    )  # fmt: skip
    return " · ".join(part for part in parts if part)


def _few(names: list[str]) -> str:
    if len(names) <= 3:
        return joined(names)
    return joined([*names[:2], f"{len(names) - 2} más"])
