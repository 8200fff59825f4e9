"""Cédula de perfil del alumno tutor (DOMAIN C.15, M-24…M-30): twelve traits that orient."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from app.domain.alumno_tutor import RASGOS
from app.fields import Flag, column
from app.formatos import flow
from app.formatos.ejemplos import ALUMNO_TUTOR, DOCENTE_TUTOR, MEMBRETE
from app.formatos.fitting import wrap
from app.formatos.flow import Column, Running, Strip
from app.formatos.fonts import REGULAR
from app.formatos.formato import Dibujo
from app.formatos.layout import CAPITALS, CHECK_BOX, FRAME, HAIR, Ink, Sheet, Style, measure
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete
from app.formatos.semana import Semana, week_table

TITULO = "CÉDULA DE PERFIL DEL ALUMNO TUTOR"


@dataclass(frozen=True)
class DominioImpreso:
    """An asignatura that is mastered: the calificación that shows it and who proposes."""

    asignatura: str = ""
    calificacion: str = ""
    propuesto_por: str = ""


@dataclass(frozen=True)
class CedulaPerfilDatos:
    """What a cédula shows; `rasgos` are the keys of RASGOS that were observed."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    nombre: str = ""
    matricula: str = ""
    grupo: str = ""
    especialidad: str = ""
    docente_tutor: str = ""
    rasgos: tuple[str, ...] = ()
    dominios: tuple[DominioImpreso, ...] = ()
    semana: Semana = ()
    iniciativa: bool = False
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class CedulaPerfilOpciones:
    """How cédulas are printed."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = CedulaPerfilDatos()
EJEMPLO = CedulaPerfilDatos(
    membrete=MEMBRETE,
    folio="CP-2026A-0012",
    nombre=ALUMNO_TUTOR,
    matricula="22215061300098",
    grupo="5.º A",
    especialidad="Programación",
    docente_tutor=DOCENTE_TUTOR,
    rasgos=("1", "2", "3", "4", "6", "7", "8", "10", "12"),
    dominios=(
        DominioImpreso("Geometría y trigonometría", "9.6"),
        DominioImpreso("Cálculo diferencial", "9.2", "Ing. Román Peñaloza Ibáñez"),
        DominioImpreso("Lógica de programación", "10"),
    ),
    semana=(
        ("13:20 a 14:00",),
        ("11:00 a 11:40", "13:20 a 14:00"),
        (),
        ("12:40 a 14:00",),
        ("13:20 a 14:00",),
    ),
    iniciativa=True,
)
_DOMINIO = (
    Column(("ASIGNATURA", "QUE DOMINA"), 40.95),
    Column(("CALIF.",), 13),
    Column(("DOCENTE QUE", "LO PROPONE"), 34),
)
_DOMINIOS = (*_DOMINIO, Column(("",), 4, is_gap=True), *_DOMINIO)
_CELL = Style(REGULAR, 10)
_LEADING, _CAPITAL, _HIGH = 4.1, 2.33, 9.2
_BOX, _GUTTER, _NUMBER = 9.0, 4.0, 6.0
_LEFT, _RIGHT = flow.UPRIGHT.left, flow.UPRIGHT.right
_WIDE = (_RIGHT - _LEFT - _GUTTER) / 2


def hojas(
    datos: Sequence[CedulaPerfilDatos], opciones: CedulaPerfilOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the cédulas, with how many are done."""
    return flow.sheets([(_running(one, opciones), _strips(one)) for one in datos])


def _running(datos: CedulaPerfilDatos, opciones: CedulaPerfilOpciones) -> Running:
    owner = f"Cédula de {datos.nombre}" if datos.nombre else "Cédula en blanco"
    return Running(
        TITULO, datos.membrete, datos.folio, (datos.nombre,), datos.leyenda, opciones.encabezado,
        owner,
    )  # fmt: skip


def _strips(datos: CedulaPerfilDatos) -> list[Strip]:
    return [
        *flow.fields([
            ("Nombre del alumno", datos.nombre, 18, 86.6),
            ("Número de control", datos.matricula, 90.6, 128.6),
            ("Grupo", datos.grupo, 132.6, 149.3),
            ("Especialidad", datos.especialidad, 153.3, 197.9),
        ]),
        *flow.space(4),
        *_rasgos(datos.rasgos),
        *flow.table(_DOMINIOS, _in_pairs(datos.dominios), 3),
        *flow.together([
            *flow.heading("", "Horas libres a la semana"),
            *week_table(datos.semana, 2 if any(datos.semana) else 3),
            *_accepts(datos.iniciativa),
            *flow.signatures(
                [(datos.nombre, "Alumno-tutor"), (datos.docente_tutor, "Docente-tutor")], room=17
            ),
        ]),
    ]  # fmt: skip


def _accepts(iniciativa: bool) -> list[Strip]:
    """Own initiative, acceptance and its date, on one line."""
    own = flow.choose("Iniciativa propia", [("Sí", iniciativa), ("No", False)])
    accepts = flow.choose(
        "Acepto ser alumno-tutor", [("Sí", False), ("No", False)], left=_LEFT + 64
    )
    return flow.beside(flow.beside(own, accepts), flow.inline("Fecha", left=157))


def _in_pairs(dominios: Sequence[DominioImpreso]) -> list[tuple[str, ...]]:
    """Two dominios in each row, down the left side and then down the right one."""
    cells = [(one.asignatura, one.calificacion, one.propuesto_por) for one in dominios]
    half = -(-len(cells) // 2)
    pairs = zip_longest(cells[:half], cells[half:], fillvalue=("", "", ""))
    return [(*left, "", *right) for left, right in pairs]


def _rasgos(marked: Sequence[str]) -> list[Strip]:
    """The traits in two columns, each with a box for yes and one for no."""
    keys = list(RASGOS)
    half = -(-len(keys) // 2)
    pairs = zip(keys[:half], keys[half:], strict=True)
    rows = [_row(pair, marked, n == half - 1) for n, pair in enumerate(pairs)]
    return [_rasgos_head(), *rows, *flow.space(4.6)]


def _edges() -> tuple[float, float]:
    return _LEFT, _LEFT + _WIDE + _GUTTER


def _rasgos_head() -> Strip:
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        for x in _edges():
            ink.rule(x, top, x + _WIDE, FRAME)
            ink.rule(x, top + 6.5, x + _WIDE)
            ink.text(
                x, top + 4.6, "RASGO DEL PERFIL" if x == _LEFT else "ORIENTA, NO EXCLUYE", CAPITALS
            )
            for n, word in enumerate(("NO", "SÍ"), 1):
                middle = x + _WIDE - _BOX * n + _BOX / 2
                ink.text(middle - measure(word, CAPITALS) / 2, top + 4.6, word, CAPITALS)

    return Strip(6.5, draw, keeps=True)


def _row(pair: tuple[str, str], marked: Sequence[str], is_end: bool) -> Strip:
    room = _WIDE - _NUMBER - 2 * _BOX - 2
    cells = [(key, wrap(RASGOS[key], room, _CELL.size), key in marked) for key in pair]

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        for x, (number, lines, is_marked) in zip(_edges(), cells, strict=True):
            ink.rule(x, top + _HIGH, x + _WIDE, FRAME if is_end else HAIR)
            tall = _CAPITAL + _LEADING * (len(lines) - 1)
            base = top + (_HIGH - tall) / 2 + _CAPITAL
            ink.text(x, base, number, _CELL)
            for n, line in enumerate(lines):
                ink.text(x + _NUMBER, base + _LEADING * n, line, _CELL)
            for n, is_yes in enumerate((False, True), 1):
                box = x + _WIDE - _BOX * n + (_BOX - CHECK_BOX) / 2
                ink.check(box, top + _HIGH / 2 + 1.2, "", is_yes and is_marked)

    return Strip(_HIGH, draw, keeps=not is_end)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, CedulaPerfilOpciones, hojas)
