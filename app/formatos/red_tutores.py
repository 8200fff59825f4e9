"""Hoja de la red de tutores (DOMAIN M-88): who accompanies whom, in what, when, and who is left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.domain.plantel import TURNOS
from app.fields import Choice, Flag, column
from app.formatos import flow
from app.formatos.flow import LANDSCAPE, Column, Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete

TITULO = "RED DE ALUMNOS-TUTORES"
_RED = (
    Column(("ALUMNO-TUTOR",), 52),
    Column(("GRUPO",), 14),
    Column(("CARGA",), 16),
    Column(("ASIGNATURA",), 46),
    Column(("TUTORADO",), 51),
    Column(("DÍA Y HORA",), 39),
    Column(("LUGAR",), 25.4),
)
_PENDIENTES = (
    Column(("N°",), 12),
    Column(("TUTORADO",), 80),
    Column(("GRUPO",), 24),
    Column(("ASIGNATURA QUE DEBE",), 80),
    Column(("ALUMNOS-TUTORES", "QUE LA DOMINAN"), 47.4),
)
_BLANK_ROWS, _BLANK_PENDING = 13, 12


@dataclass(frozen=True)
class HiloImpreso:
    """An alumno-tutor with one of the tutorados, or with none; `carga` as 2 de 3."""

    alumno_tutor: str = ""
    grupo: str = ""
    carga: str = ""
    asignatura: str = ""
    tutorado: str = ""
    horario: str = ""
    lugar: str = ""


@dataclass(frozen=True)
class PendienteImpreso:
    """Somebody who owes an asignatura in which nobody accompanies; `pueden` counts who could."""

    nombre: str = ""
    grupo: str = ""
    asignatura: str = ""
    pueden: str = ""


@dataclass(frozen=True)
class RedDatos:
    """What the sheet shows; `hilos` go by alumno-tutor and the totals are already counted."""

    membrete: Membrete = SIN_MEMBRETE
    fecha: str = ""
    activos: str = ""
    atendidos: str = ""
    horas: str = ""
    libres: str = ""
    por_asignar: str = ""
    hilos: tuple[HiloImpreso, ...] = ()
    pendientes: tuple[PendienteImpreso, ...] = ()
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class RedOpciones:
    """How the sheet is printed; `turno` is that of the alumnos-tutores and of who waits."""

    papel: str = "carta"
    turno: str = column("Turno", Choice({"": "Todos", **TURNOS}), default="")
    pendientes: bool = column("Tutorados sin alumno-tutor", Flag(), default=True)
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = RedDatos()
EJEMPLO = RedDatos(
    membrete=Membrete(
        nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
        cct="15DCT0214K",
        turno="Matutino",
        ciclo="2026-2027",
        periodo="agosto 2026 – enero 2027",
    ),
    fecha="8 de septiembre de 2026",
    activos="3",
    atendidos="4",
    horas="2 h 50",
    libres="5",
    por_asignar="2",
    hilos=(
        HiloImpreso("Güemes Ochoa, Emiliano", "5.º A", "0 de 3"),
        HiloImpreso(
            "Saldaña Muñoz, Íñigo", "5.º A", "3 de 3", "Geometría y trigonometría",
            "Guzmán Peña, María Fernanda", "Martes, 13:20 a 14:00", "Biblioteca",
        ),
        HiloImpreso(
            "Saldaña Muñoz, Íñigo", "5.º A", "3 de 3", "Lógica de programación",
            "Núñez de la Cruz, José Ángel", "Jueves, 11:00 a 11:50", "Cómputo 3",
        ),
        HiloImpreso(
            "Saldaña Muñoz, Íñigo", "5.º A", "3 de 3", "Lógica de programación",
            "Ordóñez Villaseñor, Ximena", "Jueves, 11:00 a 11:50", "Cómputo 3",
        ),
        HiloImpreso(
            "Yáñez Güemes, Ximena", "3.º B", "1 de 3", "Química II", "Ibáñez Cigarroa, Jimena",
            "Lunes y miércoles, 12:40 a 13:20", "Laboratorio 2",
        ),
    ),
    pendientes=(
        PendienteImpreso("Argüelles Peña, Mateo", "3.º B", "Inglés III", "0"),
        PendienteImpreso("Ñáñez Ayala, Nora", "1.º C", "Álgebra", "2"),
    ),
)  # fmt: skip


def hojas(datos: Sequence[RedDatos], opciones: RedOpciones) -> Iterator[tuple[int, Sheet]]:
    """The pages of the sheet, with how many are done."""
    forms = [(_running(one, opciones), _strips(one, opciones)) for one in datos]
    return flow.sheets(forms, LANDSCAPE)


def _running(datos: RedDatos, opciones: RedOpciones) -> Running:
    return Running(
        TITULO, datos.membrete, "", (datos.fecha,), datos.leyenda, opciones.encabezado, "Red"
    )


def _strips(datos: RedDatos, opciones: RedOpciones) -> list[Strip]:
    groups = [
        (owner[0], _rows(list(rows)))
        for owner, rows in groupby(datos.hilos, key=lambda h: (h.alumno_tutor, h.grupo))
    ]
    pending = [
        (str(n), one.nombre, one.grupo, one.asignatura, one.pueden)
        for n, one in enumerate(datos.pendientes, 1)
    ]
    strips = [
        *flow.fields(
            [
                ("Fecha", datos.fecha, 18, 66),
                ("Alumnos-tutores activos", datos.activos, 70, 112),
                ("Tutorados con alumno-tutor", datos.atendidos, 116, 160),
                ("Asesoría por semana", datos.horas, 164, 200),
                ("Lugares libres", datos.libres, 204, 228),
                ("Sin alumno-tutor", datos.por_asignar, 232, 261.4),
            ]
        ),
        *flow.space(3),
        *flow.heading("1", "Quién acompaña a quién"),
        *flow.grouped(_RED, groups, least=0 if groups else _BLANK_ROWS),
    ]
    if opciones.pendientes and (pending or not groups):
        strips += flow.heading("2", "Tutorados sin alumno-tutor")
        strips += flow.table(_PENDIENTES, pending, 0 if pending else _BLANK_PENDING)
    return strips


def _rows(hilos: Sequence[HiloImpreso]) -> list[tuple[str, ...]]:
    """A row for each tutorado; grupo and load are said on the first."""
    return [
        (
            "" if n else hilo.grupo, "" if n else hilo.carga, hilo.asignatura, hilo.tutorado,
            hilo.horario, hilo.lugar,
        )
        for n, hilo in enumerate(hilos)
    ]  # fmt: skip


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, RedOpciones, hojas)
