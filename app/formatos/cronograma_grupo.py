"""Cronograma of a grupo: which of its alumnos is attended when, for the docente (DOMAIN C.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.formatos import cronograma
from app.formatos.cronograma import Cita, CronogramaDatos, CronogramaOpciones, Version
from app.formatos.flow import LANDSCAPE
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet


def _fields(datos: CronogramaDatos) -> list[tuple[str, str, float, float]]:
    return [
        ("Semestre y grupo", datos.grupo, 18, 42),
        ("Especialidad", datos.especialidad, 46, 92),
        ("Turno", datos.turno, 96, 118),
        ("Tutor del grupo", datos.docente_tutor, 122, 177),
        ("Vigencia", datos.vigencia, 181, 261.4),
    ]


VERSION = Version(
    "CRONOGRAMA DEL GRUPO",
    _fields,
    lambda cita: (cita.corto, cita.asignatura, cita.lugar),
    LANDSCAPE,
    cronograma.LANDSCAPE_WIDTHS,
    renglones=16,
)
EN_BLANCO = CronogramaDatos()
EJEMPLO = replace(
    cronograma.EJEMPLO,
    folio="CRG-2026A-0004",
    grupo="3.º B",
    especialidad="Programación",
    turno="Matutino",
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
    citas=(
        Cita(
            1, 760, 800, "Biblioteca", "Álgebra", "Regina Tolentino Ávila",
            "Emiliano Güemes Ochoa", "Emiliano Güemes",
        ),
        Cita(
            2, 800, 840, "Biblioteca", "Geometría y trigonometría", "Íñigo Saldaña Muñoz",
            "María Fernanda Guzmán Peña", "María Guzmán",
        ),
        Cita(
            2, 800, 840, "Laboratorio 2", "Química II", "Ximena Yáñez Güemes",
            "José Ángel Núñez de la Cruz", "José Núñez",
        ),
        Cita(
            3, 660, 720, "Aula 9", "Inglés III", "Sofía Belén Tolentino Ríos",
            "Mateo Argüelles Peña; Valentina Núñez Ríos", "Grupo de 2",
        ),
        Cita(
            4, 800, 840, "Aula 12", "Física I", "Ángel de la Cruz Piña",
            "Jimena Ibáñez Cigarroa", "Jimena Ibáñez",
        ),
    ),
)  # fmt: skip


def hojas(
    datos: Sequence[CronogramaDatos], opciones: CronogramaOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the cronogramas, with how many are done."""
    return cronograma.hojas(VERSION, datos, opciones)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, CronogramaOpciones, hojas)
