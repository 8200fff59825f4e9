"""The lists of a plantel as plain data, the same for whoever asks: JSON, a screen of text."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from app.domain.horario import DIAS_DE_CLASE
from app.fields import Time
from app.services.alertas import alertas
from app.services.planes import due_dates
from app.store import Store
from app.store.queries import alumnos_tutores as tutores_queries
from app.store.queries import listados as queries
from app.store.queries.alertas import controles
from app.text import order_key

Fila = dict[str, Any]
_HOUR = Time().show
_CONTACT = ("id", "correo", "telefono", "responsable", "telefono_responsable")


def alumnos(store: Store, _today: date) -> list[Fila]:
    """Everybody, with grupo, level of risk and its reasons."""
    found: list[Fila] = []
    for one in queries.alumnos(store):
        fila = {key: value for key, value in asdict(one).items() if key not in _CONTACT}
        fila["nacimiento"] = one.nacimiento.isoformat() if one.nacimiento else ""
        fila["motivos"] = list(one.motivos)
        found.append(fila)
    return found


def tutores(store: Store, _today: date) -> list[Fila]:
    """The alumnos tutores in any state, with what they master and how many they attend."""
    rows = tutores_queries.alumnos_tutores(store)
    return [
        {
            "control": one.matricula, "nombre": one.nombre, "grupo": one.grupo, "turno": one.turno,
            "estado": one.estado, "regular": one.regular, "capacidad": one.capacidad,
            "tutorados": one.tutorados, "domina": [nombre for _, nombre in one.asignaturas],
        }
        for one in sorted(rows, key=lambda one: (order_key(one.nombre_de_lista), one.matricula))
    ]  # fmt: skip


def tutorados(store: Store, _today: date) -> list[Fila]:
    """Who owes an asignatura or is attended in one: the level, why, and with whom."""
    owed = queries.adeudos(store)
    attended = {
        control
        for pair in queries.parejas(store)
        if pair.estado not in ("cerrada", "cancelada")
        for control, _ in pair.tutorados
    }
    return [
        {
            "control": one.control, "nombre": one.nombre_de_lista, "semestre": one.semestre,
            "grupo": one.grupo, "turno": one.turno, "riesgo": one.riesgo,
            "motivos": list(one.motivos),
            "reprobadas": [
                {"asignatura": d.asignatura, "veces": d.veces, "tutor": d.alumno_tutor}
                for d in owed.get(one.id, [])
            ],
        }
        for one in queries.alumnos(store)
        if one.id in owed or one.control in attended
    ]  # fmt: skip


def asignaciones(store: Store, _today: date) -> list[Fila]:
    """The intervenciones with their people and hours; a person is a número de control."""
    return [
        {
            "asignatura": one.asignatura, "estado": one.estado, "tutor": one.alumno_tutor,
            "nombre_tutor": one.nombre_tutor,
            "tutorados": [
                {"control": control, "nombre": nombre} for control, nombre in one.tutorados
            ],
            "asignada": _day(one.asignada), "cerrada": _day(one.cerrada),
            "franjas": [
                {
                    "dia": dia_of(f.dia), "inicio": _HOUR(f.inicio), "fin": _HOUR(f.fin),
                    "lugar": f.lugar,
                }
                for f in one.franjas
            ],
        }
        for one in queries.parejas(store)
    ]  # fmt: skip


def sesiones(store: Store, _today: date) -> list[Fila]:
    """Every session, oldest first; how each person came, by número de control."""
    pairs = {one.id: one for one in queries.parejas(store)}
    marks = queries.asistencias(store)
    return [
        {
            "fecha": _day(s.fecha), "inicio": _HOUR(s.inicio), "minutos": s.minutos,
            "estado": s.estado, **_who(pairs[s.intervencion]), "tema": s.tema,
            "observaciones": s.observaciones, "motivo": s.motivo, "actividad": s.actividad,
            "ambito": s.ambito, "recomendaciones": s.recomendaciones, "cumplida": s.cumplida,
            "causa": s.causa, "quien": s.quien, "imprevista": s.imprevista,
            "firmada": s.firmada, "grupo": s.grupo, "alumno_tutor": s.alumno_tutor,
            "asistencia": {control: estado for control, _, estado in marks.get(s.id, [])},
        }
        for s in queries.sesiones(store)
    ]  # fmt: skip


def planes(store: Store, _today: date) -> list[Fila]:
    """Every plan, with its due day and how many of its actions are done."""
    pairs = {one.id: one for one in queries.parejas(store)}
    due = due_dates(store)
    found: list[Fila] = []
    for plan in queries.planes(store):
        pair = pairs[plan.intervencion]
        found.append(
            {
                **_who(pair), "estado": pair.estado, "objetivo": plan.objetivo,
                "vence": _day(due(pair.asignada) if pair.asignada else None),
                "entregado": _day(plan.entregado), "acciones": plan.acciones,
                "hechas": plan.hechas,
            }
        )  # fmt: skip
    return found


def alertas_de_hoy(store: Store, today: date) -> list[Fila]:
    """What needs attention today, the heaviest first, with the evidence of each matter."""
    control = controles(store)
    return [
        {
            "peso": one.peso, "titulo": one.titulo, "motivo": one.motivo, "accion": one.boton,
            "tipo": one.tipo, "regla": one.regla, "desde": _day(one.desde),
            "evidencia": [
                {
                    "control": control.get(caso.alumno or 0, ""), "de": caso.nombre,
                    "cifras": caso.cifras, "desde": _day(caso.desde), "hecho": caso.hecho,
                }
                for caso in one.casos
            ],
        }
        for one in alertas(store, today)
    ]  # fmt: skip


def formatos(_store: Store, _today: date) -> list[Fila]:
    """The forms that can be printed."""
    from app.formatos import FORMATOS
    from app.formatos.formato import AUDIENCES, SUBJECTS, values_of

    return [
        {
            "formato": one.key, "titulo": one.title, "para": AUDIENCES[one.audience],
            "de": SUBJECTS[one.subject][0], "papel": list(one.papers), "folio": one.folio,
            "opciones": [
                {"clave": key, "nombre": field.label, "valores": values_of(field)}
                for key, field in one.opciones().items()
            ],
        }
        for one in FORMATOS
    ]  # fmt: skip


LISTADOS: dict[str, Callable[[Store, date], list[Fila]]] = {
    "alumnos": alumnos,
    "tutores": tutores,
    "tutorados": tutorados,
    "asignaciones": asignaciones,
    "sesiones": sesiones,
    "planes": planes,
    "alertas": alertas_de_hoy,
    "formatos": formatos,
}
"""The lists there are, by the word that asks for them."""


def dia_of(dia: int | None) -> str:
    """A day of the week as lists say it: lunes."""
    return DIAS_DE_CLASE.get(dia or 0, "").lower()


def _who(pair: queries.Pareja) -> Fila:
    return {
        "asignatura": pair.asignatura,
        "tutor": pair.alumno_tutor,
        "tutorados": [control for control, _ in pair.tutorados],
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
