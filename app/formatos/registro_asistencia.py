"""Registro de asistencia (DOMAIN C.8, U-92): the nine items of U Anexo 02 in their order.

Mexican words: tutorado; semestre y grupo for the ciclo; parcial for the unidad. FIRMA is signed by
hand; in a small group each who came has a row and signs over the name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.sesion import ACTIVIDADES
from app.fields import Choice, Date, Flag, column
from app.formatos import flow
from app.formatos.fitting import leading, wrap
from app.formatos.flow import Column, Running, Strip
from app.formatos.fonts import clean
from app.formatos.formato import Dibujo
from app.formatos.layout import LABEL, RUNNING, RUNNING_STRONG, VALUE, Ink, Sheet, Slot, measure
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete
from app.text import MESES

TITULO = "REGISTRO DE ASISTENCIA"
REPORTES = {
    "": "del periodo",
    "1": "del primer parcial",
    "2": "del segundo parcial",
    "3": "del tercer parcial",
}
_ROWS, _TALL, _TO_SIGN = 12, 9.0, 8.0
_COLUMNS = (
    Column(("N°",), 12),
    Column(("DÍA",), 17),
    Column(("HORA DE", "INICIO"), 18),
    Column(("HORA DE", "CULMINACIÓN"), 25.5),
    Column(("ACTIVIDAD", "EJECUTADA"), 35.5),
    Column(("TEMA", "ABORDADO"), 43.9),
    Column(("FIRMA",), 28),
)
_DEL, _AL, _DE, _REPORT = (37.0, 77.0), (86.0, 126.0), (136.0, 153.0), 157.0
_ANSWERS = (94.5, 109.5)


@dataclass(frozen=True)
class AsistenciaImpresa:
    """A row: a session that was held; `asistente` signs it when there are several tutorados."""

    dia: str = ""
    inicio: str = ""
    fin: str = ""
    actividad: str = ""
    tema: str = ""
    asistente: str = ""


@dataclass(frozen=True)
class RegistroDatos:
    """What a registro shows. `derivado` and `reporte` stay without mark while nobody knows."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    periodo: str = ""
    docente_tutor: str = ""
    tutorado: str = ""
    grupo: str = ""
    desde: date | None = None
    hasta: date | None = None
    asignatura: str = ""
    sesiones: tuple[AsistenciaImpresa, ...] = ()
    derivado: bool | None = None
    atendido: bool | None = None
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class RegistroOpciones:
    """How registros are printed; without dates they tell of the whole periodo."""

    papel: str = "carta"
    desde: date | None = column("Sesiones desde", Date(), default=None)
    hasta: date | None = column("Sesiones hasta", Date(), default=None)
    reporte: str = column("Reporte", Choice(REPORTES), default="")
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = RegistroDatos()
EJEMPLO = RegistroDatos(
    membrete=Membrete(
        nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
        cct="15DCT0214K",
        turno="Matutino",
        ciclo="2026-2027",
        periodo="agosto 2026 – enero 2027",
    ),
    folio="RA-2026A-0118",
    periodo="Agosto 2026 – enero 2027",
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
    tutorado="Guzmán Peña, María Fernanda",
    grupo="3.º B",
    desde=date(2026, 9, 1),
    hasta=date(2026, 10, 16),
    asignatura="Geometría y trigonometría",
    sesiones=tuple(
        AsistenciaImpresa(dia, "13:20", "14:00", ACTIVIDADES[key], tema)
        for dia, key, tema in (
            ("01/09", "reforzamiento", "Ángulos y rectas"),
            ("08/09", "reforzamiento", "Triángulos: congruencia y semejanza"),
            ("15/09", "acompanamiento", "Teorema de Pitágoras en medidas"),
            ("22/09", "evaluacion", "Repaso del primer parcial"),
            ("29/09", "reforzamiento", "Razones trigonométricas"),
            ("06/10", "acompanamiento", "Triángulos rectángulos"),
            ("13/10", "evaluacion", "Revisión del avance"),
        )
    ),
    derivado=False,
)


def hojas(
    datos: Sequence[RegistroDatos], opciones: RegistroOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of the registros, with how many are done."""
    forms = [(_running(one, opciones), _strips(one, opciones)) for one in datos]
    return flow.sheets(forms, flow.RULED)


def _running(datos: RegistroDatos, opciones: RegistroOpciones) -> Running:
    return Running(
        TITULO,
        datos.membrete,
        datos.folio,
        (" · ".join(filter(None, (datos.tutorado, datos.asignatura))), datos.asignatura),
        datos.leyenda,
        opciones.encabezado,
        f"Registro de {datos.tutorado}" if datos.tutorado else "Registro en blanco",
        ruler=True,
    )


def _strips(datos: RegistroDatos, opciones: RegistroOpciones) -> list[Strip]:
    table = _table(datos.sesiones)
    return [
        *flow.fields(
            [
                ("Semestre académico", datos.periodo, 18, 75.3),
                ("Nombre del tutor(a)", datos.docente_tutor, 79.3, 197.9),
            ]
        ),
        *flow.fields(
            [
                ("Nombre del tutorado", datos.tutorado, 18, 136.6),
                ("Semestre y grupo", datos.grupo, 140.6, 197.9),
            ]
        ),
        _range(datos, opciones),
        *table[:-2],
        *flow.together(
            [
                *table[-2:],
                _question("¿Derivado?", datos.derivado),
                _question("¿Se ha recibido el reporte de atención?", datos.atendido),
                *flow.signatures([(datos.docente_tutor, "Firma del docente tutor")], room=16),
            ]
        ),
    ]


def _range(datos: RegistroDatos, opciones: RegistroOpciones) -> Strip:
    """Fecha: del … al … de …, and of which report it is."""
    first, last = datos.desde, datos.hasta
    start = _day(first) if first else ""
    if first and last and first.year != last.year:
        start = f"{start} de {first.year}"
    spans = (
        ("del", _DEL, start), ("al", _AL, _day(last) if last else ""),
        ("de", _DE, f"{last.year}" if last else ""),
    )  # fmt: skip
    is_blank = not (last or opciones.reporte)
    report = "(reporte del" if is_blank else f"(reporte {REPORTES[opciones.reporte]})"

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        y = top + 8
        ink.text(flow.LEFT, y - 1.6, "Fecha: del", RUNNING_STRONG)
        for word, (x, to_x), value in spans:
            ink.rule(x, y, to_x)
            ink.slot(Slot(f"Fecha: {word}", x + 1, y, to_x - x - 1, VALUE, 1), value)
        ink.text(_AL[0] - 5.6, y - 1.6, "al", RUNNING_STRONG)
        ink.text(_DE[0] - 6.6, y - 1.6, "de", RUNNING_STRONG)
        ink.text(_REPORT, y - 1.6, report, LABEL)
        if is_blank:
            ink.rule(_REPORT + measure(report, LABEL) + 1.5, y, flow.RIGHT - 1.5)
            ink.text(flow.RIGHT, y - 1.6, ")", LABEL, right=True)

    return Strip(12.5, draw)


def _day(day: date) -> str:
    return f"{day.day} de {MESES[day.month - 1]}"


def _table(sesiones: Sequence[AsistenciaImpresa]) -> list[Strip]:
    """The seven columns; in a small group the name stands at the foot of the cell to sign in."""
    rows = [
        (f"{n:02}", s.dia, s.inicio, s.fin, s.actividad, s.tema, "")
        for n, s in enumerate(sesiones, 1)
    ]
    names = [wrap(clean(s.asistente), _COLUMNS[-1].width - 2, LABEL.size) for s in sesiones]
    lines = max(map(len, names), default=0)
    tall = _TO_SIGN + leading(LABEL.size) * lines if lines else _TALL
    head, *listed = flow.table(_COLUMNS, rows, _ROWS, row=tall)
    signed = [_named(strip, name) for strip, name in zip(listed, names, strict=False)]
    return [head, *signed, *listed[len(signed) :]]


def _named(strip: Strip, name: Sequence[str]) -> Strip:
    x = flow.RIGHT - _COLUMNS[-1].width + 2

    def draw(ink: Ink, top: float, is_last: bool) -> None:
        strip.draw(ink, top, is_last)
        for up, line in enumerate(reversed(name)):
            ink.text(x, top + strip.height - 1.4 - leading(LABEL.size) * up, line, LABEL)

    return replace(strip, draw=draw)


def _question(words: str, answer: bool | None) -> Strip:
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(flow.LEFT, top + 4, words, RUNNING)
        for x, word, said in zip(_ANSWERS, ("Sí", "No"), (True, False), strict=True):
            ink.check(x, top + 4, word, answer is said)

    return Strip(6.8, draw)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, RegistroOpciones, hojas)
