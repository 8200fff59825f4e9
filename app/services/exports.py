"""Tables for Excel: the lists of a plantel with heads that an import understands again.

Without `contacto` a table leaves out CURP, birthday, mail and telephones: a list goes from hand to
hand (DOMAIN D.6).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from app.domain.alumno import ESTADOS_ALUMNO, SEXOS
from app.domain.alumno_tutor import ESTADOS_TUTOR
from app.domain.asignatura import FINAL, INTENTOS
from app.domain.intervencion import ESTADOS_INTERVENCION
from app.domain.plan import AMBITOS
from app.domain.plantel import TURNOS
from app.domain.riesgo import NIVELES
from app.domain.sesion import (
    ACTIVIDADES,
    ASISTENCIAS,
    CAUSAS_SESION,
    CUMPLIDA,
    ESTADOS_SESION,
    QUIEN_CANCELA,
)
from app.services.horas import in_hours, registro
from app.services.listados import dia_of
from app.store import Store
from app.store.queries import alumnos_tutores as tutores_queries
from app.store.queries import listados as queries
from app.text import order_key

Valor = str | int | float | date | time | None


@dataclass(frozen=True)
class Tabla:
    """Heads and rows; control numbers are text, calificaciones and counts are numbers."""

    titulo: str
    encabezados: tuple[str, ...]
    filas: list[tuple[Valor, ...]]


def _alumnos(store: Store, contacto: bool) -> Tabla:
    heads = (
        "Número de control", "Apellido paterno", "Apellido materno", "Nombre (s)", "Sexo",
        "Semestre", "Grupo", "Especialidad", "Turno", "Estado", "Riesgo", "Motivos",
    )  # fmt: skip
    private = (
        "CURP", "Fecha de nacimiento", "Correo", "Teléfono", "Padre, madre o tutor legal",
        "Teléfono del padre, madre o tutor legal",
    )  # fmt: skip
    rows: list[tuple[Valor, ...]] = []
    for a in queries.alumnos(store):
        row = (
            a.control, a.apellido_paterno, a.apellido_materno, a.nombres, SEXOS.get(a.sexo, ""),
            a.semestre, a.grupo, a.especialidad, TURNOS.get(a.turno, ""),
            ESTADOS_ALUMNO.get(a.estado, a.estado), NIVELES.get(a.riesgo, a.riesgo),
            "; ".join(a.motivos),
        )  # fmt: skip
        more = (
            a.curp, a.nacimiento, a.correo, a.telefono, a.responsable, a.telefono_responsable
        )  # fmt: skip
        rows.append(row + more if contacto else row)
    return Tabla("Alumnos", heads + private if contacto else heads, rows)


def _tutores(store: Store, _contacto: bool) -> Tabla:
    heads = (
        "Número de control", "Nombre", "Semestre y grupo", "Turno", "Estado", "Capacidad",
        "Tutorados", "Asignatura que domina", "Calificación",
    )  # fmt: skip
    values = {(d.alumno, d.asignatura): d.calificacion for d in store.dominios.all()}
    rows: list[tuple[Valor, ...]] = []
    found = tutores_queries.alumnos_tutores(store)
    for one in sorted(found, key=lambda one: (order_key(one.nombre_de_lista), one.matricula)):
        who = (
            one.matricula, one.nombre_de_lista, one.grupo, TURNOS.get(one.turno, ""),
            ESTADOS_TUTOR.get(one.estado, one.estado), one.capacidad, one.tutorados,
        )  # fmt: skip
        for id, nombre in one.asignaturas or ((0, ""),):
            value = values.get((one.alumno, id))
            shown = value / 10 if value is not None else "domina" if nombre else ""
            rows.append((*who, nombre, shown))
    return Tabla("Alumnos tutores", heads, rows)


def _tutorados(store: Store, _contacto: bool) -> Tabla:
    heads = (
        "Número de control", "Nombre", "Semestre", "Grupo", "Turno", "Riesgo", "Motivos",
        "Asignatura que debe", "Veces reprobada", "Alumno tutor",
    )  # fmt: skip
    owed = queries.adeudos(store)
    rows: list[tuple[Valor, ...]] = [
        (
            a.control, a.nombre_de_lista, a.semestre, a.grupo, TURNOS.get(a.turno, ""),
            NIVELES.get(a.riesgo, a.riesgo), "; ".join(a.motivos), d.asignatura, d.veces,
            d.nombre_tutor,
        )
        for a in queries.alumnos(store)
        for d in owed.get(a.id, ())
    ]  # fmt: skip
    return Tabla("Tutorados", heads, rows)


def _asignaciones(store: Store, _contacto: bool) -> Tabla:
    heads = (
        "Asignatura", "Alumno tutor", "Control del alumno tutor", "Tutorado",
        "Control del tutorado", "Estado", "Fecha de asignación", "Día", "Inicio", "Fin", "Lugar",
    )  # fmt: skip
    return Tabla("Asignaciones", heads, list(_rows_of_pairs(store)))


def _rows_of_pairs(store: Store) -> Iterator[tuple[Valor, ...]]:
    for pair in queries.parejas(store):
        state = ESTADOS_INTERVENCION.get(pair.estado, pair.estado)
        for control, nombre in pair.tutorados:
            who = (pair.asignatura, pair.nombre_tutor, pair.alumno_tutor, nombre, control, state)
            if not pair.franjas:
                yield (*who, pair.asignada, "", None, None, "")
            for f in pair.franjas:
                hours = (_hour(f.inicio), _hour(f.fin))
                yield (*who, pair.asignada, dia_of(f.dia), *hours, f.lugar)


def _calificaciones(store: Store, _contacto: bool) -> Tabla:
    heads = (
        "Número de control", "Nombre", "Asignatura", "Ciclo y periodo", "Parcial", "Intento",
        "Calificación", "Faltas",
    )  # fmt: skip
    rows: list[tuple[Valor, ...]] = [
        (
            c.control, c.nombre, c.asignatura, c.periodo,
            "Final" if c.parcial == FINAL else c.parcial, INTENTOS.get(c.intento, c.intento),
            c.marca or (None if c.valor is None else c.valor / 10), c.faltas,
        )
        for c in queries.calificaciones(store)
    ]  # fmt: skip
    return Tabla("Calificaciones", heads, rows)


def _sesiones(store: Store, _contacto: bool) -> Tabla:
    heads = (
        "Fecha", "Inicio", "Minutos", "Estado", "Asignatura", "Alumno tutor", "Tutorados", "Tema",
        "Observaciones", "Motivo", "Actividad", "Ámbito", "Recomendaciones",
        "¿Se cumplió lo recomendado?", "Causa", "Quién la canceló o la movió",
        "Fuera de lo planeado", "Firmada en el carnet", "Asistencia", "Grupo ese día",
        "Alumno tutor ese día",
    )  # fmt: skip
    pairs = {pair.id: pair for pair in queries.parejas(store)}
    marks = queries.asistencias(store)
    rows: list[tuple[Valor, ...]] = []
    for s in queries.sesiones(store):
        pair = pairs[s.intervencion]
        came = "; ".join(f"{n}: {ASISTENCIAS[e].lower()}" for _, n, e in marks.get(s.id, ()))
        rows.append(
            (
                s.fecha, _hour(s.inicio), s.minutos, ESTADOS_SESION.get(s.estado, s.estado),
                pair.asignatura, pair.nombre_tutor,
                ", ".join(nombre for _, nombre in pair.tutorados), s.tema, s.observaciones,
                s.motivo, ACTIVIDADES.get(s.actividad, ""), AMBITOS.get(s.ambito, ""),
                s.recomendaciones, CUMPLIDA.get(s.cumplida, ""), CAUSAS_SESION.get(s.causa, ""),
                QUIEN_CANCELA.get(s.quien, ""), _yes(s.imprevista), _yes(s.firmada), came,
                s.grupo, s.alumno_tutor,
            )
        )  # fmt: skip
    return Tabla("Sesiones", heads, rows)


def _horas(store: Store, _contacto: bool) -> Tabla:
    heads = (
        "Alumno tutor", "Fecha", "Tutorados", "Asignatura", "Descripción", "Inicio", "Fin",
        "Duración (min)", "Acumulado (min)", "Acumulado (h:mm)",
    )  # fmt: skip
    found = sorted(registro(store), key=lambda one: order_key(one.nombre_tutor))
    rows: list[tuple[Valor, ...]] = [
        (
            one.nombre_tutor, one.fecha, one.tutorados, one.asignatura, one.descripcion,
            _hour(one.inicio), _hour(one.fin), one.minutos, one.acumulado, in_hours(one.acumulado),
        )
        for one in found
    ]  # fmt: skip
    return Tabla("Horas de los alumnos tutores", heads, rows)


_TABLAS: dict[str, Callable[[Store, bool], Tabla]] = {
    "alumnos": _alumnos,
    "tutores": _tutores,
    "tutorados": _tutorados,
    "asignaciones": _asignaciones,
    "calificaciones": _calificaciones,
    "sesiones": _sesiones,
    "horas": _horas,
}
EXPORTABLES = tuple(_TABLAS)
"""What can be exported, by the word that asks for it."""


def tabla(store: Store, que: str, *, contacto: bool = False) -> Tabla:
    """One of the `EXPORTABLES` as a table."""
    return _TABLAS[que](store, contacto)


def export(store: Store, que: str, path: Path, *, contacto: bool = False) -> int:
    """Writes a table to .csv or .xlsx, whole or not at all; how many rows it has."""
    from app.sheets.writing import write_table

    found = tabla(store, que, contacto=contacto)
    write_table(path, found.encabezados, found.filas, title=found.titulo)
    return len(found.filas)


def _yes(on: bool) -> str:
    return "sí" if on else ""


def _hour(minutes: int | None) -> time | None:
    return None if minutes is None else time(minutes // 60, minutes % 60)
