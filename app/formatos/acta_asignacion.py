"""Acta de asignación (DOMAIN U-62, U-75): data, goals, pairs, who stays without and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from app.fields import Flag, column
from app.formatos import flow
from app.formatos.flow import Column, Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete

TITULO = "ACTA DE ASIGNACIÓN DE ALUMNOS-TUTORES"


@dataclass(frozen=True)
class DatoImpreso:
    """An amount or a rule with its name."""

    nombre: str = ""
    valor: str = ""


@dataclass(frozen=True)
class ObjetivoImpreso:
    """A goal, what was reached and the best that could be."""

    nombre: str = ""
    valor: str = ""
    cota: str = ""
    estado: str = ""


@dataclass(frozen=True)
class ParImpreso:
    """A pair with its hour and place."""

    tutorado: str = ""
    grupo: str = ""
    asignatura: str = ""
    alumno_tutor: str = ""
    horario: str = ""


@dataclass(frozen=True)
class SinTutorImpreso:
    """A need that stays without, and why."""

    tutorado: str = ""
    grupo: str = ""
    asignatura: str = ""
    motivo: str = ""


@dataclass(frozen=True)
class CambioImpreso:
    """What a person decided or changed by hand."""

    cambio: str = ""
    motivo: str = ""
    fecha: str = ""


@dataclass(frozen=True)
class ActaAsignacionDatos:
    """What an acta shows; what is empty leaves room for the pen."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    periodo: str = ""
    fecha: str = ""
    huella: str = ""
    optimo: str = ""
    entradas: tuple[DatoImpreso, ...] = ()
    reglas: tuple[DatoImpreso, ...] = ()
    objetivos: tuple[ObjetivoImpreso, ...] = ()
    pares: tuple[ParImpreso, ...] = ()
    sin_tutor: tuple[SinTutorImpreso, ...] = ()
    cambios: tuple[CambioImpreso, ...] = ()
    docente: str = ""
    responsable: str = ""
    director: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class ActaAsignacionOpciones:
    """How actas are printed."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = ActaAsignacionDatos()
EJEMPLO = ActaAsignacionDatos(
    membrete=Membrete(
        nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
        cct="15DCT0214K",
        turno="Matutino",
        ciclo="2026-2027",
        periodo="agosto 2026 – enero 2027",
    ),
    folio="AA-2026A-0001",
    periodo="Agosto 2026 – enero 2027",
    fecha="8 de septiembre de 2026",
    huella="7F3A09C2B1D4",
    optimo="Óptimo, comprobado",
    entradas=(
        DatoImpreso("Necesidades sin atender", "14"),
        DatoImpreso("Tutorados", "11"),
        DatoImpreso("Alumnos tutores que pueden recibir", "6"),
        DatoImpreso("Pares posibles", "38"),
    ),
    reglas=(
        DatoImpreso("Calificación con la que se domina", "8.5"),
        DatoImpreso("Tutorados por alumno tutor", "3"),
        DatoImpreso("Minutos de asesoría por semana", "60"),
        DatoImpreso("El alumno tutor debe ser regular", "Sí"),
    ),
    objetivos=(
        ObjetivoImpreso("Necesidades cubiertas", "12", "12", "Comprobado"),
        ObjetivoImpreso("De riesgo alto", "4", "4", "Comprobado"),
        ObjetivoImpreso("Días de espera que se atienden", "212", "212", "Comprobado"),
    ),
    pares=(
        ParImpreso(
            "María Fernanda Guzmán Peña", "3.º B", "Geometría y trigonometría",
            "Íñigo Saldaña Muñoz", "martes 13:00 a 14:00, Biblioteca",
        ),
        ParImpreso(
            "Diego Armando Núñez Peña", "5.º A", "Física II", "Valeria Muñoz Arévalo",
            "jueves 10:00 a 11:00, Aula 12",
        ),
    ),
    sin_tutor=(
        SinTutorImpreso(
            "Ximena Ordóñez Villaseñor", "5.º B", "Cálculo integral",
            "Ningún alumno tutor domina Cálculo integral.",
        ),
    ),
    cambios=(
        CambioImpreso("Prohibido: Iker Zúñiga con Diego Núñez", "Son hermanos", "8 sep"),
    ),
    docente="Mtra. Leticia Ordóñez Villagrán",
    responsable="Ing. Patricia Zúñiga Bárcenas",
    director="Lic. José Ángel Peña Ibáñez",
)  # fmt: skip

_DATOS = (
    Column(("DATO",), 66.9),
    Column(("VALOR",), 20),
    Column(("REGLA",), 73),
    Column(("VALOR",), 20),
)
_OBJETIVOS = (
    Column(("N°",), 11.325),
    Column(("OBJETIVO, EN ORDEN",), 84.575),
    Column(("SE LOGRÓ",), 24),
    Column(("LO MÁS POSIBLE",), 30),
    Column(("ESTADO",), 30),
)
_PARES = (
    Column(("N°",), 11.325),
    Column(("TUTORADO",), 47.575),
    Column(("GRUPO",), 16),
    Column(("ASIGNATURA",), 36),
    Column(("ALUMNO-TUTOR",), 37),
    Column(("HORARIO Y LUGAR",), 32),
)
_SIN_TUTOR = (
    Column(("N°",), 11.325),
    Column(("TUTORADO",), 45.575),
    Column(("GRUPO",), 16),
    Column(("ASIGNATURA",), 40),
    Column(("MOTIVO",), 67),
)
_CAMBIOS = (Column(("DECISIÓN O CAMBIO",), 87), Column(("MOTIVO",), 70.9), Column(("FECHA",), 22))


def hojas(
    datos: Sequence[ActaAsignacionDatos], opciones: ActaAsignacionOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of the actas, with how many are done."""
    return flow.sheets([(_running(one, opciones), _strips(one)) for one in datos])


def _running(datos: ActaAsignacionDatos, opciones: ActaAsignacionOpciones) -> Running:
    return Running(
        TITULO,
        datos.membrete,
        datos.folio,
        (datos.periodo, datos.periodo),
        datos.leyenda,
        opciones.encabezado,
        "Acta de asignación" if datos.fecha else "Acta en blanco",
    )


def _strips(datos: ActaAsignacionDatos) -> list[Strip]:
    both = zip_longest(datos.entradas, datos.reglas, fillvalue=DatoImpreso())
    inputs = [(one.nombre, one.valor, rule.nombre, rule.valor) for one, rule in both]
    goals = [
        (str(i), one.nombre, one.valor, one.cota, one.estado)
        for i, one in enumerate(datos.objetivos, 1)
    ]
    changes = [(one.cambio, one.motivo, one.fecha) for one in datos.cambios]
    return [
        *flow.fields(
            [
                ("Periodo", datos.periodo, 18, 75.3),
                ("Fecha", datos.fecha, 79.3, 128.6),
                ("Huella de los datos", datos.huella, 132.6, 197.9),
            ]
        ),
        *flow.space(5),
        *flow.heading("1", "Datos y reglas con que se hizo"),
        *flow.table(_DATOS, inputs, 0 if inputs else 4),
        *flow.heading("2", "Objetivos, del primero al último"),
        *flow.table(_OBJETIVOS, goals, 0 if goals else 4),
        *flow.section("", "Resultado", [datos.optimo], 1, is_sub=True),
        *flow.heading("3", "Pares asignados"),
        *_pairs(datos),
        *flow.heading("4", "Sin alumno-tutor, y por qué"),
        *_without(datos),
        *flow.heading("5", "Decisiones y cambios hechos por personas"),
        *flow.table(_CAMBIOS, changes, 0 if changes else 2),
        *flow.signatures(
            [
                (datos.docente, "Docente-tutor"),
                (datos.responsable, "Responsable de tutoría"),
                (datos.director, "Vo. Bo. de la dirección"),
            ],
            across=3,
        ),
    ]


def _pairs(datos: ActaAsignacionDatos) -> list[Strip]:
    rows = [
        (str(i), one.tutorado, one.grupo, one.asignatura, one.alumno_tutor, one.horario)
        for i, one in enumerate(datos.pares, 1)
    ]
    return flow.table(_PARES, rows, 0 if rows else 5)


def _without(datos: ActaAsignacionDatos) -> list[Strip]:
    rows = [
        (str(i), one.tutorado, one.grupo, one.asignatura, one.motivo)
        for i, one in enumerate(datos.sin_tutor, 1)
    ]
    return flow.table(_SIN_TUTOR, rows, 0 if rows else 3)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, ActaAsignacionOpciones, hojas)
