"""Cronograma of a tutorado: with whom to study each asignatura, when and where (DOMAIN C.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.formatos import cronograma
from app.formatos.cronograma import Cita, CronogramaDatos, CronogramaOpciones, Version
from app.formatos.flow import UPRIGHT
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet


def _fields(datos: CronogramaDatos) -> list[tuple[str, str, float, float]]:
    return [
        ("Nombre del tutorado", datos.nombre, 18, 84),
        ("Semestre y grupo", datos.grupo, 88, 114),
        ("Vigencia", datos.vigencia, 118, 197.9),
    ]


VERSION = Version(
    "CRONOGRAMA DEL ALUMNO TUTORADO",
    _fields,
    lambda cita: (cita.asignatura, cita.corto, cita.lugar),
    UPRIGHT,
    cronograma.UPRIGHT_WIDTHS,
)
EN_BLANCO = CronogramaDatos()
_TUTORADO = "María Fernanda Guzmán Peña"
EJEMPLO = replace(
    cronograma.EJEMPLO,
    folio="CRT-2026A-0031",
    nombre=_TUTORADO,
    grupo="3.º B",
    citas=(
        Cita(
            2, 800, 840, "Biblioteca", "Geometría y trigonometría", "Íñigo Saldaña Muñoz",
            _TUTORADO, "Íñigo Saldaña",
        ),
        Cita(
            4, 750, 790, "Laboratorio 2", "Química II", "Ximena Yáñez Güemes", _TUTORADO,
            "Ximena Yáñez",
        ),
    ),
)  # fmt: skip


def hojas(
    datos: Sequence[CronogramaDatos], opciones: CronogramaOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the cronogramas, with how many are done."""
    return cronograma.hojas(VERSION, datos, opciones)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, CronogramaOpciones, hojas)
