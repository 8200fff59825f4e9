"""Whom each kind of alerta is about: the figures, since when, and what was already done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from app.domain.expediente import TITULOS
from app.domain.riesgo import NIVELES
from app.services import planteles
from app.services.planes import due_dates
from app.store import Store
from app.store.queries import alertas as queries
from app.store.queries import alumnos_tutores, inicio
from app.text import counted, joined, long_date, lowered, short_date


@dataclass(frozen=True, slots=True)
class Caso:
    """One subject of an alerta: who, the figures, since when, what was done, where it is seen."""

    nombre: str
    cifras: str
    desde: date | None = None
    hecho: str = ""
    alumno: int | None = None
    intervencion: int | None = None
    asignatura: int | None = None
    """The asignatura owed that nobody attends, of who is at risk."""

    @property
    def clave(self) -> tuple[int | None, int | None]:
        """What tells it from the others of its kind: alumno and intervención."""
        return self.alumno, self.intervencion


@dataclass
class Lectura:
    """The plantel as the alertas read it; every question is asked once."""

    store: Store
    today: date
    sujetos: dict[int, str] = field(default_factory=dict[int, str])

    def __post_init__(self) -> None:
        self.settings = self.store.settings.only()
        self.periodo = planteles.current_periodo(self.store).id
        self.sujetos = queries.sujetos(self.store)

    @cached_property
    def acciones(self) -> dict[int, queries.Accion]:
        """The last action for each student."""
        return queries.ultimas_acciones(self.store, self.today)

    @cached_property
    def en_riesgo(self) -> list[queries.EnRiesgo]:
        """Who is at risk, the worst first."""
        return queries.en_riesgo(self.store)

    @cached_property
    def asistentes(self) -> list[queries.Asistente]:
        """How everybody came to the sessions."""
        return queries.asistentes(self.store, self.periodo)

    @cached_property
    def tutores(self) -> list[alumnos_tutores.FilaAlumnoTutor]:
        """The alumnos tutores who are still in the plantel, the most loaded first."""
        rows = [row for row in alumnos_tutores.alumnos_tutores(self.store) if row.inscrito]
        return sorted(rows, key=lambda row: (row.capacidad - row.tutorados, row.nombre_de_lista))

    @cached_property
    def pendientes(self) -> list[tuple[date, int]]:
        """The plans that are not handed in, by due day: day and intervención."""
        due = due_dates(self.store)
        return sorted((due(day), id) for id, day, *_ in inicio.planes_sin_entregar(self.store))

    def hecho(self, alumno: int) -> str:
        """The last action for a student, in words."""
        last = self.acciones.get(alumno)
        return f"{last.que.capitalize()}, {short_date(last.fecha)}" if last else "Nada todavía"

    def before(self, days: int) -> date:
        """The day so many days ago."""
        return self.today - timedelta(days=days)


def sin_accion(leer: Lectura) -> Iterator[Caso]:
    """At risk and with no action by anybody in so many days (PEERS 4.1-10)."""
    limit = leer.before(leer.settings.dias_sin_accion)
    for one in leer.en_riesgo:
        last = leer.acciones.get(one.alumno)
        since = last.fecha if last else one.desde
        if since is None or since <= limit:
            yield _at_risk(leer, one, since)


def riesgo_sin_tutor(leer: Lectura) -> Iterator[Caso]:
    """At risk and with no open intervención (DOMAIN U-66)."""
    return (_at_risk(leer, one, one.desde) for one in leer.en_riesgo if not one.con_tutor)


def _at_risk(leer: Lectura, one: queries.EnRiesgo, since: date | None) -> Caso:
    words = f"{NIVELES[one.nivel]}: {lowered(one.motivo)}" if one.motivo else NIVELES[one.nivel]
    return Caso(one.nombre, words, since, leer.hecho(one.alumno), one.alumno,
                asignatura=one.asignatura)  # fmt: skip


def sigue_en_riesgo(leer: Lectura) -> Iterator[Caso]:
    """Tutored for so many days, with sessions, and still at risk (DOMAIN U-72)."""
    until = leer.before(leer.settings.dias_sigue_en_riesgo)
    for one in queries.siguen_en_riesgo(leer.store, until):
        then = f", entonces {NIVELES[one.antes].lower()}" if one.antes else ""
        held = counted(one.dadas, "asesoría", "asesorías")
        words = f"{NIVELES[one.nivel]}{then}; {held} de {one.asignatura}"
        yield Caso(one.nombre, words, one.asignada, leer.hecho(one.alumno), one.alumno,
                   one.intervencion)  # fmt: skip


def sin_sesion(leer: Lectura) -> Iterator[Caso]:
    """Running cases that nobody has seen nor planned lately: tutoring is not sporadic (M-62)."""
    for id, since in inicio.detenidas(leer.store, leer.today, leer.settings.dias_sin_sesion):
        days = (leer.today - since).days
        yield Caso(leer.sujetos.get(id, "Un caso"), f"Lleva {counted(days, 'día', 'días')}", since,
                   intervencion=id)  # fmt: skip


def plan_vencido(leer: Lectura) -> Iterator[Caso]:
    """Plans that are not handed in and whose last day passed (DOMAIN U-21)."""
    late = (pair for pair in leer.pendientes if pair[0] < leer.today)
    return (_plan(leer, id, day, "Venció el") for day, id in late)


def plan_pendiente(leer: Lectura) -> Iterator[Caso]:
    """Plans that are not handed in and whose last day is in this week or the next."""
    last = leer.today + timedelta(days=13 - leer.today.weekday())
    soon = (pair for pair in leer.pendientes if leer.today <= pair[0] <= last)
    return (_plan(leer, id, day, "Vence el") for day, id in soon)


def _plan(leer: Lectura, id: int, day: date, words: str) -> Caso:
    about = leer.sujetos.get(id, "Un caso")
    return Caso(about, f"{words} {long_date(day)}", day, intervencion=id)


def faltas(leer: Lectura) -> Iterator[Caso]:
    """Who did not come to so many sessions of an open intervención."""
    for one in leer.asistentes:
        if one.abierta and one.faltas >= leer.settings.faltas_a_asesoria:
            who = f"{one.nombre} (alumno tutor)" if one.es_tutor else one.nombre
            words = f"{one.faltas} de {one.veces} asesorías de {one.asignatura}"
            done = "" if one.es_tutor else leer.hecho(one.alumno)
            yield Caso(who, words, one.primera, done, one.alumno, one.intervencion)


def tutor_no_regular(leer: Lectura) -> Iterator[Caso]:
    """Active alumnos tutores, or with tutorados, who owe an asignatura (DOMAIN M-18)."""
    owed = queries.deben_desde(leer.store)
    for row in leer.tutores:
        if row.regular is False and (row.estado == "activo" or row.tutorados):
            since, names = owed.get(row.alumno, (None, ()))
            yield Caso(row.nombre, f"Debe {joined(list(names))}; {_load(row)}", since,
                       alumno=row.alumno)  # fmt: skip


def tutor_sobrecarga(leer: Lectura) -> Iterator[Caso]:
    """Alumnos tutores with more tutorados than their capacity (DOMAIN U-19)."""
    for row in leer.tutores:
        if row.tutorados > row.capacidad:
            words = f"{_load(row)}; su capacidad es {row.capacidad}"
            yield Caso(row.nombre, words, alumno=row.alumno)


def tutor_libre(leer: Lectura) -> Iterator[Caso]:
    """Active alumnos tutores without tutorados for so many days."""
    limit = leer.before(leer.settings.dias_sin_accion)
    since = {one.alumno: one.desde for one in leer.store.perfiles_tutor.all()}
    for row in leer.tutores:
        day = since.get(row.alumno)
        if row.estado == "activo" and not row.tutorados and (day is None or day <= limit):
            masters = counted(len(row.asignaturas), "asignatura", "asignaturas")
            yield Caso(row.nombre, f"Domina {masters}; {row.grupo or 'sin grupo'}", day,
                       alumno=row.alumno)  # fmt: skip


def _load(row: alumnos_tutores.FilaAlumnoTutor) -> str:
    return f"atiende a {counted(row.tutorados, 'tutorado', 'tutorados')}"


def expediente(leer: Lectura) -> Iterator[Caso]:
    """Tutorados who have had an alumno tutor for a while and lack a document (DOMAIN M-70)."""
    until = leer.before(leer.settings.dias_sin_accion)
    for alumno, name, since, lacks in queries.expedientes(leer.store, until):
        words = f"Le falta {joined([lowered(TITULOS[letter]) for letter in lacks])}"
        yield Caso(name, words, since, leer.hecho(alumno), alumno)


def para_reconocer(leer: Lectura) -> Iterator[Caso]:
    """Who passed the asignatura, or came to every session, and nobody has said it yet."""
    told: set[tuple[int, int]] = set()
    for alumno, name, id, subject, day in queries.acreditaron(leer.store, leer.periodo):
        told.add((alumno, id))
        yield Caso(name, f"Acreditó {subject}", day, leer.hecho(alumno), alumno, id)
    least = leer.settings.asesorias_completas
    for one in leer.asistentes:
        known = one.reconocido or (one.alumno, one.intervencion) in told
        if not known and one.asistio == one.veces >= least:
            came = "Dio" if one.es_tutor else "Asistió a"
            words = f"{came} las {one.veces} asesorías de {one.asignatura}"
            yield Caso(one.nombre, words, None, "", one.alumno, one.intervencion)


CASOS: dict[str, Callable[[Lectura], Iterator[Caso]]] = {
    "sin_accion": sin_accion,
    "riesgo_sin_tutor": riesgo_sin_tutor,
    "sigue_en_riesgo": sigue_en_riesgo,
    "sin_sesion": sin_sesion,
    "plan_vencido": plan_vencido,
    "plan_pendiente": plan_pendiente,
    "faltas": faltas,
    "tutor_no_regular": tutor_no_regular,
    "tutor_sobrecarga": tutor_sobrecarga,
    "expediente": expediente,
    "tutor_libre": tutor_libre,
    "para_reconocer": para_reconocer,
}
"""How the cases of each kind are found; a test asks for one of each of `TIPOS`."""
