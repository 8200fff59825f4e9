"""Formato de rendimiento académico (DOMAIN C.15): from the problem to who helps, where and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.fields import Flag, column
from app.formatos import flow
from app.formatos.flow import Column, Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, MEMBRETE_DE_MUESTRA, SIN_MEMBRETE, Membrete

TITULO = "FORMATO DE RENDIMIENTO ACADÉMICO"
_CLAVE = "Resultado: A, acreditada; NA, no acreditada; P, pendiente."


@dataclass(frozen=True)
class AsignaturaImpresa:
    """A subject of the periodo; `resultado` is A, NA or P."""

    asignatura: str = ""
    maestro: str = ""
    temas: str = ""
    resultado: str = ""


@dataclass(frozen=True)
class AsesoriaImpresa:
    """With whom, where and when somebody is helped."""

    asesor: str = ""
    lugar: str = ""
    fecha: str = ""
    horario: str = ""


@dataclass(frozen=True)
class RendimientoDatos:
    """What the form shows; what is empty is written by hand."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    nombre: str = ""
    matricula: str = ""
    semestre_grupo: str = ""
    periodo: str = ""
    fecha: date | None = None
    asignaturas: tuple[AsignaturaImpresa, ...] = ()
    problematica: str = ""
    requiere_asesoria: bool | None = None
    asesorias: tuple[AsesoriaImpresa, ...] = ()
    docente_tutor: str = ""
    coordinador: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class RendimientoOpciones:
    """How forms are printed."""

    papel: str = "carta"
    resultados: bool = column("Resultado de cada materia", Flag(), default=True)
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = RendimientoDatos()
EJEMPLO = RendimientoDatos(
    membrete=MEMBRETE_DE_MUESTRA,
    folio="FR-2026A-0031",
    nombre="Guzmán Peña, María Fernanda",
    matricula="24215061300147",
    semestre_grupo="3.º B",
    periodo="Agosto 2026 – enero 2027",
    fecha=date(2026, 10, 19),
    asignaturas=(
        AsignaturaImpresa("Geometría y trigonometría", "Ing. Raúl Ochoa Piña", "Semejanza", "NA"),
        AsignaturaImpresa("Química II", "", "", "NA"),
        AsignaturaImpresa("Inglés III", "", "", "A"),
        AsignaturaImpresa("Física I", "", "", "A"),
        AsignaturaImpresa("Ética", "", "", "P"),
    ),
    problematica="Reconoce las figuras, pero se confunde al plantear proporciones; no entrega los "
    "ejercicios de la semana.",
    requiere_asesoria=True,
    asesorias=(
        AsesoriaImpresa(
            "Íñigo Saldaña Muñoz", "Biblioteca", "Desde el 8/09/2026", "Martes, 13:20 a 14:00"
        ),
    ),
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
    coordinador="Ing. Patricia Zúñiga Bárcenas",
)

_ASIGNATURAS = (
    Column(("MATERIA",), 56),
    Column(("MAESTRO",), 46),
    Column(("TEMAS EVALUADOS",), 54.9),
    Column(("RESULTADO",), 23),
)
_ASESORIAS = (
    Column(("ASESOR",), 56),
    Column(("LUGAR",), 38),
    Column(("FECHA",), 38),
    Column(("HORARIO",), 47.9),
)
_LEAST = 7
"""How many rows of subjects keep the form on one page."""


def hojas(
    datos: Sequence[RendimientoDatos], opciones: RendimientoOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the forms, with how many forms are done."""
    return flow.sheets([(_running(one, opciones), _strips(one, opciones)) for one in datos])


def _running(datos: RendimientoDatos, opciones: RendimientoOpciones) -> Running:
    return Running(
        TITULO,
        datos.membrete,
        datos.folio,
        (" · ".join(filter(None, (datos.nombre, datos.semestre_grupo))), datos.nombre),
        datos.leyenda,
        opciones.encabezado,
        f"Rendimiento de {datos.nombre}" if datos.nombre else "Formato en blanco",
    )


def _strips(datos: RendimientoDatos, opciones: RendimientoOpciones) -> list[Strip]:
    rows = [
        (m.asignatura, m.maestro, m.temas, m.resultado if opciones.resultados else "")
        for m in datos.asignaturas
    ]
    helped = [(a.asesor, a.lugar, a.fecha, a.horario) for a in datos.asesorias]
    before = [
        *_identity(datos),
        *flow.table(_ASIGNATURAS, rows, _LEAST)[:-1],
        *flow.space(1.2),
        *flow.note(_CLAVE, after=4.6),
        *flow.answers("Problemática", datos.problematica),
        *flow.question("¿Requiere asesoría?", datos.requiere_asesoria),
        *flow.space(3),
        *flow.asked("Se canalizó a"),
        *flow.space(1),
        *flow.table(_ASESORIAS, helped, 1 if rows else 2),
    ]
    signers = [
        (datos.nombre, "Tutorado"),
        (datos.docente_tutor, "Docente-tutor"),
        (datos.coordinador, "Responsable de tutoría"),
    ]
    return flow.closing(before, flow.signatures(signers, across=3))


def _identity(datos: RendimientoDatos) -> list[Strip]:
    fecha = f"{datos.fecha:%d/%m/%Y}" if datos.fecha else ""
    return [
        *flow.fields(
            [
                ("Nombre del tutorado", datos.nombre, 18, 121.3),
                ("Número de control", datos.matricula, 125.3, 197.9),
            ]
        ),
        *flow.fields(
            [
                ("Semestre y grupo", datos.semestre_grupo, 18, 75.3),
                ("Periodo", datos.periodo, 79.3, 151.95),
                ("Fecha", fecha, 155.95, 197.9),
            ]
        ),
        *flow.space(4),
    ]


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, RendimientoOpciones, hojas)
