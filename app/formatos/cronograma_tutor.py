"""Cronograma of an alumno-tutor: whom to attend, in what, when and where (DOMAIN C.7, M-69)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.formatos import cronograma
from app.formatos.cronograma import Cita, CronogramaDatos, CronogramaOpciones, Version
from app.formatos.flow import UPRIGHT
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet


def _fields(datos: CronogramaDatos) -> list[tuple[str, str, float, float]]:
    return [
        ("Nombre del alumno-tutor", datos.nombre, 18, 84),
        ("Semestre y grupo", datos.grupo, 88, 114),
        ("Vigencia", datos.vigencia, 118, 197.9),
    ]


VERSION = Version(
    "CRONOGRAMA DEL ALUMNO-TUTOR",
    _fields,
    lambda cita: (cita.corto, cita.asignatura, cita.lugar),
    UPRIGHT,
    cronograma.UPRIGHT_WIDTHS,
)
EN_BLANCO = CronogramaDatos()
_QUIEN = "Íñigo Saldaña Muñoz"
EJEMPLO = replace(
    cronograma.EJEMPLO,
    folio="CRA-2026A-0012",
    nombre=_QUIEN,
    grupo="5.º A",
    citas=(
        Cita(
            2, 800, 840, "Biblioteca", "Geometría y trigonometría", _QUIEN,
            "María Fernanda Guzmán Peña", "María Guzmán",
        ),
        Cita(
            4, 660, 710, "Aula 12", "Geometría y trigonometría", _QUIEN,
            "José Ángel Núñez; Ximena Ordóñez Villaseñor", "Grupo de 2",
        ),
        Cita(
            5, 780, 840, "Laboratorio de cómputo 3", "Lógica de programación", _QUIEN,
            "Diego Armando Ibáñez Cigarroa", "Diego Ibáñez",
        ),
    ),
)  # fmt: skip


def hojas(
    datos: Sequence[CronogramaDatos], opciones: CronogramaOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the cronogramas, with how many are done."""
    return cronograma.hojas(VERSION, datos, opciones)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, CronogramaOpciones, hojas)
