"""Who could accompany a tutorado in an asignatura, the best first, and what blocks the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app import domain
from app.domain.asignacion import (
    DatosTutor,
    DatosTutorado,
    Impedimento,
    Ocupacion,
    capacidad_de,
    huecos_comunes,
    impedimentos,
    se_puede,
)
from app.domain.horario import MINUTOS_MINIMOS, Tramo, free_time, shared
from app.domain.settings import Settings
from app.store import Store
from app.store.queries import asignacion as queries
from app.store.queries.asignacion import GrupoAbierto, Pretendiente, Week
from app.text import order_key

CON_MOTIVO = frozenset({"no_regular"})
"""The warnings that may be passed over only with a reason in writing."""


@dataclass(frozen=True, slots=True)
class Opcion:
    """An alumno tutor for the need: what speaks for the pair, its hours, and what is against it."""

    datos: DatosTutor
    apellidos: str
    grupo: str
    turno: str
    calificacion: int | None
    capacidad: int
    huecos: tuple[Tramo, ...]
    grupos: tuple[GrupoAbierto, ...]
    """The small groups in the same asignatura whose hours suit the tutorado."""
    contras: tuple[Impedimento, ...]

    @property
    def alumno_tutor(self) -> int:
        """The id of the alumno tutor."""
        return self.datos.alumno

    @property
    def carga(self) -> int:
        """How many tutorados he or she has now."""
        return len(self.datos.tutorados)

    @property
    def se_puede(self) -> bool:
        """Whether nothing forbids it."""
        return se_puede(self.contras)

    @property
    def impide(self) -> list[Impedimento]:
        """What forbids it, the gravest first."""
        return [one for one in self.contras if not one.aviso]

    @property
    def avisos(self) -> list[Impedimento]:
        """What is doubtful and does not forbid."""
        return [one for one in self.contras if one.aviso]


@dataclass(frozen=True, slots=True)
class Emparejamiento:
    """A need and everybody who could attend it; `minutos` are those of a week."""

    tutorado: DatosTutorado
    asignatura: domain.Asignatura
    settings: Settings
    opciones: list[Opcion]
    lugares: list[str]

    def opcion(self, alumno_tutor: int) -> Opcion | None:
        """The option of an alumno tutor."""
        return next((o for o in self.opciones if o.alumno_tutor == alumno_tutor), None)

    def check(self, alumno_tutor: int, tramos: Sequence[Tramo]) -> list[Impedimento]:
        """What is against the pair at these hours, each reason once."""
        option = self.opcion(alumno_tutor)
        if option is None:
            return []
        return against(option.datos, [self.tutorado], self.asignatura, tramos, self.settings)


def against(
    alumno_tutor: DatosTutor,
    tutorados: Iterable[DatosTutorado],
    asignatura: domain.Asignatura,
    tramos: Sequence[Tramo],
    settings: Settings,
) -> list[Impedimento]:
    """What is against an assignment of one or several tutorados at these hours, each once."""
    found: dict[str, Impedimento] = {}
    for tutorado in tutorados:
        for tramo in tramos or [None]:
            for one in impedimentos(alumno_tutor, tutorado, asignatura, tramo, settings):
                found.setdefault(one.texto, one)
    for i, tramo in enumerate(tramos):
        if any(tramo.overlaps(other) for other in tramos[:i]):
            text = "Dos de las horas de la asesoría se enciman"
            found.setdefault(text, Impedimento("franjas_encimadas", text))
    return sorted(found.values(), key=lambda one: one.aviso)


def emparejamiento(
    store: Store, alumno: int, asignatura: int, *, except_for: int = 0
) -> Emparejamiento:
    """The options of a need, best first; `except_for` is the intervención that would change."""
    settings = store.settings.only()
    subject = store.asignaturas.get(asignatura)
    people = queries.pretendientes(store, asignatura)
    weeks = queries.semanas(store, asignatura, [alumno])
    taken = queries.horas_tomadas(store, asignatura, [alumno], except_for)
    tutorado = _tutorado(store.alumnos.get(alumno), weeks, taken)
    loads = queries.tutorados_por_tutor(store)
    groups = [g for g in queries.grupos_abiertos(store, asignatura) if g.intervencion != except_for]
    options = [
        _option(one, datos_tutor(one, asignatura, weeks, taken, loads), tutorado, subject,
                settings, groups)
        for one in people if one.alumno != alumno
    ]  # fmt: skip
    options.sort(key=_best_first)
    return Emparejamiento(tutorado, subject, settings, options, queries.lugares(store))


def datos_tutor(
    one: Pretendiente,
    asignatura: int,
    weeks: dict[int, Week],
    taken: dict[int, list[Ocupacion]],
    loads: dict[int, frozenset[int]],
) -> DatosTutor:
    """What the rule needs of an alumno tutor; nobody without calificaciones is irregular."""
    free, busy = _hours(one.alumno, weeks, taken)
    return DatosTutor(
        one.alumno, one.nombre, one.estado, one.inscrito, one.regular is not False,
        {asignatura: one.calificacion} if one.domina else {}, free, busy,
        loads.get(one.alumno, frozenset()), one.capacidad,
    )  # fmt: skip


def _tutorado(
    alumno: domain.Alumno, weeks: dict[int, Week], taken: dict[int, list[Ocupacion]]
) -> DatosTutorado:
    free, busy = _hours(alumno.id, weeks, taken)
    return DatosTutorado(alumno.id, alumno.nombre_corto, alumno.estado == "activo", free, busy)


def datos_tutorados(
    store: Store, alumnos: Sequence[int], asignatura: int, *, except_for: int = 0
) -> list[DatosTutorado]:
    """What the rule needs of some tutorados."""
    weeks = queries.semanas(store, asignatura, alumnos)
    taken = queries.horas_tomadas(store, asignatura, alumnos, except_for)
    return [_tutorado(store.alumnos.get(id), weeks, taken) for id in alumnos]


def datos_de_tutor(
    store: Store, alumno_tutor: int, asignatura: int, *, except_for: int = 0
) -> DatosTutor | None:
    """What the rule needs of one alumno tutor; None when there is no perfil."""
    people = queries.pretendientes(store, asignatura)
    found = next((one for one in people if one.alumno == alumno_tutor), None)
    if found is None:
        return None
    weeks = queries.semanas(store, asignatura, [alumno_tutor])
    taken = queries.horas_tomadas(store, asignatura, [alumno_tutor], except_for)
    return datos_tutor(found, asignatura, weeks, taken, queries.tutorados_por_tutor(store))


def _hours(
    id: int, weeks: dict[int, Week], taken: dict[int, list[Ocupacion]]
) -> tuple[tuple[Tramo, ...] | None, tuple[Ocupacion, ...]]:
    """Free time and what is taken; while only classes are known they count as taken."""
    busy = tuple(taken.get(id, ()))
    if id not in weeks:
        return None, busy
    free, classes = weeks[id]
    if not free:
        return None, (*busy, *(Ocupacion(tramo, 0, "clase") for tramo in classes))
    return tuple(free_time(free, classes)), busy


def _option(
    one: Pretendiente,
    datos: DatosTutor,
    tutorado: DatosTutorado,
    asignatura: domain.Asignatura,
    settings: Settings,
    groups: Sequence[GrupoAbierto],
) -> Opcion:
    against = impedimentos(datos, tutorado, asignatura, None, settings)
    slots: list[Tramo] = []
    suits: tuple[GrupoAbierto, ...] = ()
    if one.domina:
        slots = best_slots(datos, tutorado, settings)
        mine = [group for group in groups if group.alumno_tutor == one.alumno]
        suits = tuple(g for g in mine if _suits(g, datos, tutorado, asignatura, settings))
        if suits:
            against = [a for a in against if a.clave != "sin_hora_comun"]
    else:  # nobody read the hours of those who do not master it: they would say nothing
        against = [a for a in against if not a.aviso]
    return Opcion(
        datos, one.apellidos, one.grupo, one.turno, one.calificacion,
        capacidad_de(datos, settings), tuple(slots), suits, tuple(against),
    )  # fmt: skip


def best_slots(datos: DatosTutor, tutorado: DatosTutorado, settings: Settings) -> list[Tramo]:
    """The common hours as long as a week asks for; shorter ones when there is none so long."""
    wanted = settings.minutos_semanales
    for minutes in dict.fromkeys((wanted, wanted // 2, MINUTOS_MINIMOS)):
        if minutes >= MINUTOS_MINIMOS and (slots := huecos_comunes(datos, tutorado, minutes)):
            return slots
    return []


def _suits(
    group: GrupoAbierto,
    datos: DatosTutor,
    tutorado: DatosTutorado,
    asignatura: domain.Asignatura,
    settings: Settings,
) -> bool:
    free = tutorado.libres
    fits = free is None or all(shared([tramo], free) == [tramo] for tramo, _ in group.franjas)
    tramos = [tramo for tramo, _ in group.franjas]
    return fits and se_puede(against(datos, [tutorado], asignatura, tramos, settings))


def _best_first(one: Opcion) -> tuple[bool, int, int, int, int, str]:
    """Those who can first: fewer doubts, better grade, lighter load, more hours; then the name.

    Among the blocked, the one who lacks least comes first and who does not master it last.
    """
    lacks = {a.clave for a in one.impide}
    return (
        "no_domina" in lacks,
        len(lacks) * 10 + len({a.clave for a in one.avisos}),
        -(one.calificacion or 0),
        one.carga,
        -len(one.huecos),
        order_key(f"{one.apellidos} {one.datos.nombre}"),
    )
