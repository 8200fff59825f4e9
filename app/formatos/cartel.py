"""Cartel of the alumnos-tutores: in what, when and where each one helps (DOMAIN M-89, U-10).

It hangs where everybody reads it: no tutorado is ever on it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from app.domain.plantel import TURNOS
from app.fields import Choice, Flag, Text, column
from app.formatos import flow
from app.formatos.flow import Column, Look, Running, Strip
from app.formatos.fonts import BOLD, REGULAR, SEMIBOLD
from app.formatos.formato import Dibujo
from app.formatos.layout import Ink, Sheet, Slot, Style
from app.formatos.membrete import SIN_MEMBRETE, Membrete
from app.formatos.textos import default_text

TITULO = "Alumnos-tutores"
_AREA = replace(flow.UPRIGHT, first_top=36)
_TITLE_HIGH, _TITLE_AT = 21.0, 15.0
_BIG = Style(BOLD, 40)
_LOOK = Look(
    Style(SEMIBOLD, 13.5), Style(REGULAR, 12.5), Style(SEMIBOLD, 9, 0.25), 12.2, 8.6, frame=1.6
)
_COLUMNS = (
    Column(("ASIGNATURA",), 45.5),
    Column(("ALUMNO-TUTOR",), 56),
    Column(("DÍA",), 22.5),
    Column(("HORA",), 29.5),
    Column(("LUGAR",), 26.4),
)
_BLANK_ROWS = 11


@dataclass(frozen=True)
class FilaCartel:
    """An hour in which an alumno-tutor can be found."""

    asignatura: str = ""
    alumno_tutor: str = ""
    dia: str = ""
    hora: str = ""
    lugar: str = ""


@dataclass(frozen=True)
class CartelDatos:
    """What a cartel shows; `filas` go by asignatura. `texto` is of the plantel.

    Its first line goes under the title, the second asks and the others answer.
    """

    membrete: Membrete = SIN_MEMBRETE
    filas: tuple[FilaCartel, ...] = ()
    vigencia: str = ""
    texto: str = ""


@dataclass(frozen=True)
class CartelOpciones:
    """How the cartel is printed; `grupo` and `turno` are those of the alumnos-tutores."""

    papel: str = "carta"
    titulo: str = column("Título", Text(60), default=TITULO)
    turno: str = column("Turno", Choice({"": "Todos", **TURNOS}), default="")
    grupo: str = column(
        "Solo del grupo", Text(30), default="", help="Como 3B; vacío, los de todos los grupos."
    )
    por_acordar: bool = column("También quienes no tienen horario", Flag(), default=False)
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = CartelDatos(texto=default_text("cartel"))
EJEMPLO = CartelDatos(
    membrete=Membrete(
        nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
        cct="15DCT0214K",
        turno="Matutino",
        ciclo="2026-2027",
        periodo="agosto 2026 – enero 2027",
    ),
    filas=(
        FilaCartel("Álgebra", "Regina Tolentino Ávila", "Lunes", "12:40 a 13:20", "Biblioteca"),
        FilaCartel("Álgebra", "Emiliano Güemes Ochoa", "Miércoles", "13:20 a 14:00", "Aula 12"),
        FilaCartel("Física I", "Ángel de la Cruz Piña", "Lunes", "13:20 a 14:00", "Laboratorio 1"),
        FilaCartel("Física I", "Jimena Ibáñez Cigarroa", "Jueves", "12:40 a 13:20", "Aula 12"),
        FilaCartel(
            "Geometría y trigonometría", "Íñigo Saldaña Muñoz", "Martes", "13:20 a 14:00",
            "Biblioteca",
        ),
        FilaCartel(
            "Geometría y trigonometría", "Valentina Núñez Carreón", "Viernes", "12:40 a 13:20",
            "Aula 9",
        ),
        FilaCartel(
            "Inglés III", "Mateo Argüelles Peña", "Miércoles", "12:40 a 13:20",
            "Sala de usos múltiples",
        ),
        FilaCartel(
            "Lógica de programación", "Leonardo Zúñiga Mújica", "Martes", "12:40 a 13:20",
            "Cómputo 3",
        ),
        FilaCartel("Química II", "Ximena Yáñez Güemes", "Jueves", "13:20 a 14:00", "Laboratorio 2"),
    ),
    vigencia="Vigente del 24 de agosto de 2026 al 15 de enero de 2027",
    texto=default_text("cartel"),
)  # fmt: skip


def hojas(datos: Sequence[CartelDatos], opciones: CartelOpciones) -> Iterator[tuple[int, Sheet]]:
    """The pages of the carteles, with how many are done."""
    return flow.sheets([(_running(one, opciones), _strips(one, opciones)) for one in datos], _AREA)


def _running(datos: CartelDatos, opciones: CartelOpciones) -> Running:
    return Running(
        (opciones.titulo or TITULO).upper(),
        datos.membrete,
        leyenda=datos.vigencia,
        encabezado=opciones.encabezado,
        owner="Cartel",
        titled=False,
    )


def _strips(datos: CartelDatos, opciones: CartelOpciones) -> list[Strip]:
    call, *closing = [line for line in datos.texto.split("\n") if line.strip()] or [""]
    groups = [
        (name, [(f.alumno_tutor, f.dia, f.hora, f.lugar) for f in rows])
        for name, rows in groupby(datos.filas, key=lambda f: f.asignatura)
    ]
    return [
        _title(opciones.titulo or TITULO),
        *(flow.paragraph([call], left=flow.LEFT, size=15, after=6) if call else []),
        *flow.grouped(_COLUMNS, groups, _LOOK, 0 if groups else _BLANK_ROWS),
        *flow.together(_closing(closing)),
    ]


def _title(titulo: str) -> Strip:
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        wide = flow.RIGHT - flow.LEFT
        ink.slot(Slot("Título", flow.LEFT, top + _TITLE_AT, wide, _BIG, 1, 0), titulo)

    return Strip(_TITLE_HIGH, draw)


def _closing(lines: Sequence[str]) -> list[Strip]:
    strips = flow.space(4)
    for n, line in enumerate(lines):
        if n == 0:
            strips += flow.paragraph([flow.Strong(line)], left=flow.LEFT, size=16, after=1)
        else:
            strips += flow.paragraph([line], left=flow.LEFT, size=13, after=1)
    return strips


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, CartelOpciones, hojas)
