"""Concentrado por grupo, for the docente alone (DOMAIN C.15, U-56, S-47)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.fields import Flag, column
from app.formatos import flow
from app.formatos.flow import LANDSCAPE, Column, Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, MEMBRETE_DE_MUESTRA, SIN_MEMBRETE, Membrete

TITULO = "CONCENTRADO POR GRUPO"


@dataclass(frozen=True)
class AlumnoConcentrado:
    """A student of the grupo; `sesiones` as held of planned."""

    nombre: str = ""
    matricula: str = ""
    reprobadas: str = ""
    riesgo: str = ""
    tutores: str = ""
    sesiones: str = ""
    resultado: str = ""


@dataclass(frozen=True)
class ConcentradoDatos:
    """What a concentrado shows; `totales` are figures with their words."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    grupo: str = ""
    especialidad: str = ""
    turno: str = ""
    docente_tutor: str = ""
    fecha: str = ""
    alumnos: tuple[AlumnoConcentrado, ...] = ()
    totales: tuple[tuple[str, str], ...] = ()
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class ConcentradoOpciones:
    """How concentrados are printed, and of whom."""

    papel: str = "carta"
    todos: bool = column("También quienes no deben ni reciben asesorías", Flag(), default=False)
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = ConcentradoDatos()
EJEMPLO = ConcentradoDatos(
    membrete=MEMBRETE_DE_MUESTRA,
    folio="CG-2026A-0004",
    grupo="3.º B",
    especialidad="Programación",
    turno="Matutino",
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
    fecha="20 de noviembre de 2026",
    alumnos=(
        AlumnoConcentrado(
            "Guzmán Peña, María Fernanda", "24215061300147",
            "Geometría y trigonometría; Química II", "Medio",
            "Íñigo Saldaña Muñoz; Ximena Yáñez Güemes", "20 de 23", "Mejoró",
        ),
        AlumnoConcentrado(
            "Núñez de la Cruz, José Ángel", "24215061300212", "Geometría y trigonometría", "Bajo",
            "Íñigo Saldaña Muñoz", "9 de 12", "En recursamiento",
        ),
        AlumnoConcentrado(
            "Ñáñez Ayala, Nora", "24215061300218", "Álgebra; Física I; Inglés III", "Alto", "", "",
            "",
        ),
    ),
    totales=(
        ("38", "alumnos"), ("3", "con asignaturas reprobadas"), ("6", "asignaturas reprobadas"),
        ("2", "con alumno tutor"), ("1", "en riesgo alto"), ("29 de 35", "sesiones"),
    ),
)  # fmt: skip

_COLUMNS = (
    Column(("N°",), 8),
    Column(("ALUMNO",), 51),
    Column(("NÚMERO", "DE CONTROL"), 29),
    Column(("ASIGNATURAS REPROBADAS",), 50),
    Column(("RIESGO",), 20),
    Column(("ALUMNO TUTOR",), 38),
    Column(("SESIONES", "DADAS"), 16.4),
    Column(("RESULTADO",), 31),
)
_ROWS_BY_HAND = 14


def hojas(
    datos: Sequence[ConcentradoDatos], opciones: ConcentradoOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of the concentrados, with how many are done."""
    forms = [(_running(one, opciones), _strips(one)) for one in datos]
    return flow.sheets(forms, LANDSCAPE)


def _running(datos: ConcentradoDatos, opciones: ConcentradoOpciones) -> Running:
    return Running(
        TITULO,
        datos.membrete,
        datos.folio,
        (" · ".join(filter(None, (datos.grupo, datos.especialidad))), datos.grupo),
        datos.leyenda,
        opciones.encabezado,
        f"Concentrado de {datos.grupo}" if datos.grupo else "Concentrado en blanco",
    )


def _strips(datos: ConcentradoDatos) -> list[Strip]:
    rows = [
        (
            str(i), a.nombre, a.matricula, a.reprobadas, a.riesgo, a.tutores, a.sesiones,
            a.resultado,
        )
        for i, a in enumerate(datos.alumnos, 1)
    ]  # fmt: skip
    is_blank = not datos.grupo
    table = [
        *flow.fields(
            [
                ("Grupo", datos.grupo, 18, 52),
                ("Especialidad", datos.especialidad, 56, 118),
                ("Turno", datos.turno, 122, 152),
                ("Docente-tutor", datos.docente_tutor, 156, 218),
                ("Fecha", datos.fecha, 222, LANDSCAPE.right),
            ]
        ),
        *flow.space(4),
        *flow.table(_COLUMNS, rows, _ROWS_BY_HAND if is_blank else 1),
    ]
    return flow.closing(table, _totals(datos)) if datos.totales else table


def _totals(datos: ConcentradoDatos) -> list[Strip]:
    """The figures of the grupo, each over its word."""
    wide = (LANDSCAPE.right - LANDSCAPE.left + 4) / len(datos.totales)
    cells = [
        (words, figure, LANDSCAPE.left + wide * i, LANDSCAPE.left + wide * (i + 1) - 4)
        for i, (figure, words) in enumerate(datos.totales)
    ]
    return flow.fields(cells)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, ConcentradoOpciones, hojas)
