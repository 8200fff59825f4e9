"""Valoración de competencias del alumno tutor (DOMAIN C.15, M-57): at the start and at the end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.alumno_tutor import COMPETENCIAS, NIVELES_DE_COMPETENCIA
from app.fields import Flag, column
from app.formatos import flow
from app.formatos.ejemplos import ALUMNO_TUTOR, DOCENTE_TUTOR, MEMBRETE
from app.formatos.flow import Column, Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete

TITULO = "VALORACIÓN DE COMPETENCIAS DEL ALUMNO TUTOR"


@dataclass(frozen=True)
class ValoracionImpresa:
    """The levels of a competency at the start and at the end (1 to 4), and what shows them."""

    inicio: int | None = None
    final: int | None = None
    evidencia: str = ""


@dataclass(frozen=True)
class ValoracionCompetenciasDatos:
    """What a valoración shows; `valoraciones` go with COMPETENCIAS, the rest stay blank."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    nombre: str = ""
    matricula: str = ""
    grupo: str = ""
    docente_tutor: str = ""
    asignaturas: str = ""
    valoraciones: tuple[ValoracionImpresa, ...] = ()
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class ValoracionCompetenciasOpciones:
    """How valoraciones are printed."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = ValoracionCompetenciasDatos()
EJEMPLO = ValoracionCompetenciasDatos(
    membrete=MEMBRETE,
    folio="VC-2026A-0012",
    nombre=ALUMNO_TUTOR,
    matricula="22215061300098",
    grupo="5.º A",
    docente_tutor=DOCENTE_TUTOR,
    asignaturas="Geometría y trigonometría",
    valoraciones=(
        ValoracionImpresa(2, 3, "Explica con dibujos y pregunta si se entendió"),
        ValoracionImpresa(2, 3),
        ValoracionImpresa(1, 2),
        ValoracionImpresa(2, 4, "Dice que no sin ofender"),
    ),
)
_COLUMNS = (
    Column(("N°",), 10),
    Column(("COMPETENCIA",), 75.9),
    Column(("INICIO", "(1 A 4)"), 17),
    Column(("FINAL", "(1 A 4)"), 17),
    Column(("EVIDENCIA",), 60),
)


def hojas(
    datos: Sequence[ValoracionCompetenciasDatos], opciones: ValoracionCompetenciasOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the valoraciones, with how many are done."""
    return flow.sheets([(_running(one, opciones), _strips(one)) for one in datos])


def _running(
    datos: ValoracionCompetenciasDatos, opciones: ValoracionCompetenciasOpciones
) -> Running:
    owner = f"Valoración de {datos.nombre}" if datos.nombre else "Valoración en blanco"
    return Running(
        TITULO, datos.membrete, datos.folio, (datos.nombre,), datos.leyenda, opciones.encabezado,
        owner,
    )  # fmt: skip


def _strips(datos: ValoracionCompetenciasDatos) -> list[Strip]:
    known = datos.valoraciones[: len(COMPETENCIAS)]
    marks = [*known, *[ValoracionImpresa()] * (len(COMPETENCIAS) - len(known))]
    rows = [
        (number, words, _level(mark.inicio), _level(mark.final), mark.evidencia)
        for (number, words), mark in zip(COMPETENCIAS.items(), marks, strict=True)
    ]
    *before, last, _ = flow.table(_COLUMNS, rows, row=9.2)
    signers = [(datos.nombre, "Alumno-tutor"), (datos.docente_tutor, "Docente-tutor")]
    levels = [f"{number}  {words}" for number, words in NIVELES_DE_COMPETENCIA.items()]
    return [
        *flow.fields([
            ("Nombre del alumno-tutor", datos.nombre, 18, 113.3),
            ("Número de control", datos.matricula, 117.3, 159.3),
            ("Semestre y grupo", datos.grupo, 163.3, 197.9),
        ], 13.5),
        *flow.fields([
            ("Docente-tutor", datos.docente_tutor, 18, 113.3),
            ("Fecha al inicio", "", 117.3, 153.3),
            ("Fecha al final", "", 157.3, 197.9),
        ], 13.5),
        *flow.space(1.5),
        *flow.inline("Asignaturas que atiende", datos.asignaturas),
        *flow.space(2),
        *flow.paragraph([f"Niveles: {' · '.join(levels)}."], left=18, size=9, after=2),
        *before,
        *flow.together([last, *flow.signatures(signers, room=18)]),
    ]  # fmt: skip


def _level(level: int | None) -> str:
    return str(level) if level else ""


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, ValoracionCompetenciasOpciones, hojas)
