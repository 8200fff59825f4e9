"""What needs attention today: what, why, and the one thing to do (DOMAIN B.6, capability 5)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.services import planteles
from app.services.planes import due_dates
from app.store import Store
from app.store.queries import inicio
from app.store.queries.planes import DIAS_SIN_SESION
from app.text import counted, long_date

_MOST_ALUMNOS = 3


@dataclass(frozen=True)
class Alerta:
    """One matter: its weight (alto, medio, info), words, and where its button leads."""

    peso: str
    icono: str
    titulo: str
    motivo: str
    boton: str
    lugar: str
    que: object = None


def alertas(store: Store, today: date, avance: inicio.Avance | None = None) -> list[Alerta]:
    """The matters of today, the heaviest first; `avance` if the caller has already read it."""
    periodo = planteles.current_periodo(store).id
    avance = avance or inicio.avance(store, periodo)
    return [
        *_high_risk(store, today),
        *_needs(avance),
        *_plans_due(store, today),
        *_unrecorded(store, today),
        *_stopped(store, today),
        *_carnets(store, periodo),
        *_corrections(store),
        *_grupos(store, periodo),
    ]


def _high_risk(store: Store, today: date) -> Iterator[Alerta]:
    waiting = inicio.altos_sin_tutor(store, 200)
    for one in waiting[:_MOST_ALUMNOS]:
        days = (today - one.desde).days if one.desde else 0
        reasons = json.loads(one.motivos)[:1]
        if days > 0:
            reasons.append(f"espera desde hace {counted(days, 'día', 'días')}")
        owes = one.asignatura is not None
        yield Alerta(
            "alto", "alto", f"{one.nombre.strip()}: riesgo alto y sin alumno tutor",
            " · ".join(reasons), "Buscar alumno tutor" if owes else "Ver su ficha",
            "asignar" if owes else "tutorados",
            (one.alumno, one.asignatura) if owes else one.alumno,
        )  # fmt: skip
    rest = len(waiting) - _MOST_ALUMNOS
    if rest > 0:
        more = "alumno más" if rest == 1 else "alumnos más"
        yield Alerta(
            "alto", "alto", f"{rest} {more} en riesgo alto y sin alumno tutor",
            "Primero van los que más tiempo llevan esperando", "Ver la lista", "tutorados",
            "sin_tutor",
        )  # fmt: skip


def _needs(avance: inicio.Avance) -> Iterator[Alerta]:
    left = avance.necesidades - avance.cubiertas
    if left > 0 and avance.tutores:
        yield Alerta(
            "medio", "swap",
            counted(left, "asignatura sin alumno tutor", "asignaturas sin alumno tutor"),
            f"Hay {counted(avance.tutores, 'alumno tutor activo', 'alumnos tutores activos')}; "
            "primero van las de mayor riesgo", "Asignar", "tutorados", "asignacion",
        )  # fmt: skip
    elif left > 0:
        yield Alerta(
            "medio", "graduation", "Todavía no hay alumnos tutores activos",
            f"Hay {counted(left, 'asignatura', 'asignaturas')} por atender; las calificaciones "
            "dicen quién puede darlas", "Buscar candidatos", "alumnos_tutores", "candidatos",
        )  # fmt: skip


def _plans_due(store: Store, today: date) -> Iterator[Alerta]:
    pending = inicio.planes_sin_entregar(store)
    if not pending:
        return
    last_day = due_dates(store)
    due = {day: last_day(day) for day in {one[1] for one in pending}}
    sunday = today + timedelta(days=6 - today.weekday())
    dated = sorted((due[day], id, subject, who) for id, day, subject, who in pending)
    late = [one for one in dated if one[0] < today]
    soon = [one for one in dated if today <= one[0] <= sunday + timedelta(days=7)]
    for found, words in ((late, "venció su plazo"), (soon, "vence en estos días")):
        if found:
            day, id, subject, who = found[0]
            count = len(found)
            title = f"1 plan {words}" if count == 1 else f"{count:,} planes: {words}"
            yield Alerta(
                "medio", "clipboard", title,
                f"El más próximo: {subject} de {who}, {long_date(day)}",
                "Ver el plan" if count == 1 else "Ver los planes", "planes", id,
            )  # fmt: skip


def _unrecorded(store: Store, today: date) -> Iterator[Alerta]:
    count, last = inicio.sin_registro(store, today)
    if count and last:
        noun = counted(count, "asesoría pasada sin registro", "asesorías pasadas sin registro")
        yield Alerta(
            "medio", "calendar-check", noun, f"La más reciente es del {long_date(last)}",
            "Registrarlas", "seguimiento", "sin_registro",
        )  # fmt: skip


def _stopped(store: Store, today: date) -> Iterator[Alerta]:
    """The tutoring is not sporadic: cases that nobody has seen nor planned lately (M-62)."""
    found = inicio.detenidas(store, today, DIAS_SIN_SESION)
    if found:
        noun = counted(len(found), "caso sin asesorías", "casos sin asesorías")
        yield Alerta(
            "medio", "pause", f"{noun} ni fecha para la próxima",
            f"El que más lleva: desde el {long_date(found[0][1])}", "Verlos", "planes",
            "sin_sesiones",
        )  # fmt: skip


def _carnets(store: Store, periodo: int) -> Iterator[Alerta]:
    pending = inicio.sin_carnet(store, periodo)
    if pending:
        yield Alerta(
            "info", "id-card", counted(len(pending), "carnet por imprimir", "carnets por imprimir"),
            "Ya tienen alumno tutor y hora de asesoría", f"Imprimir {len(pending):,}", "carnet",
            pending,
        )  # fmt: skip


def _corrections(store: Store) -> Iterator[Alerta]:
    count, alumno = inicio.por_corregir(store)
    if count:
        yield Alerta(
            "info", "edit", counted(count, "dato por corregir", "datos por corregir"),
            "Venían mal en la lista; lo escrito se guardó para corregirlo", "Corregir", "tutorados",
            alumno,
        )  # fmt: skip


def _grupos(store: Store, periodo: int) -> Iterator[Alerta]:
    count = inicio.grupos_sin_docente(store, periodo)
    if count:
        yield Alerta(
            "info", "users", counted(count, "grupo sin docente-tutor", "grupos sin docente-tutor"),
            "En el carnet, «Tutor del grupo» saldrá en blanco", "Anotarlos", "configuracion",
            "grupos",
        )  # fmt: skip
