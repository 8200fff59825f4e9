"""May this alumno tutor accompany this tutorado, in this asignatura, at this hour? In words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.alumno_tutor import CAPACIDAD_MAXIMA, ESTADOS_TUTOR
from app.domain.asignatura import Asignatura
from app.domain.horario import (
    MINUTOS_MINIMOS,
    Tramo,
    common_slots,
    doubt_about_tramo,
    nearest,
    shared,
    show_tramo,
    without,
)
from app.domain.settings import Settings
from app.fields import Tenths

_SHOW = Tenths().show


@dataclass(frozen=True, slots=True)
class Ocupacion:
    """An hour of attention already given; `con` says with whom, as "Física II con Ana Ruiz"."""

    tramo: Tramo
    asignatura: int
    con: str


@dataclass(frozen=True, slots=True)
class DatosTutor:
    """What decides about an alumno tutor; `libres` is None while nobody has captured the horario.

    `dominios` gives the grade in tenths of each asignatura mastered, None when a docente proposed
    it; `tutorados` are the ids of those of the open intervenciones.
    """

    alumno: int
    nombre: str
    estado: str = "activo"
    inscrito: bool = True
    regular: bool = True
    dominios: Mapping[int, int | None] = field(default_factory=dict[int, int | None])
    libres: tuple[Tramo, ...] | None = None
    ocupadas: tuple[Ocupacion, ...] = ()
    tutorados: frozenset[int] = frozenset()
    capacidad: int | None = None


@dataclass(frozen=True, slots=True)
class DatosTutorado:
    """What decides about a tutorado; `libres` is None while nobody has captured the horario."""

    alumno: int
    nombre: str
    inscrito: bool = True
    libres: tuple[Tramo, ...] | None = None
    ocupadas: tuple[Ocupacion, ...] = ()


@dataclass(frozen=True, slots=True)
class Impedimento:
    """A reason against an assignment; with `aviso` it warns and does not forbid."""

    clave: str
    texto: str
    aviso: bool = False


def impedimentos(
    alumno_tutor: DatosTutor,
    tutorado: DatosTutorado,
    asignatura: Asignatura,
    franja: Tramo | None,
    settings: Settings,
) -> list[Impedimento]:
    """Every reason against the assignment, the gravest first; an empty list means that it may be.

    Without a franja the question is whether there is any hour in common (DOMAIN B.6 row 8).
    """
    if alumno_tutor.alumno == tutorado.alumno:
        return [
            Impedimento(
                "misma_persona", f"{alumno_tutor.nombre} no puede ser su propio alumno tutor"
            )
        ]
    return [
        *_of_state(alumno_tutor, tutorado, settings),
        *_of_mastery(alumno_tutor, asignatura, settings),
        *_of_load(alumno_tutor, tutorado, settings),
        *_of_hours(alumno_tutor, tutorado, asignatura, franja),
    ]


def se_puede(found: Iterable[Impedimento]) -> bool:
    """Whether nothing forbids it: only warnings, or nothing at all."""
    return all(impedimento.aviso for impedimento in found)


def capacidad_de(alumno_tutor: DatosTutor, settings: Settings) -> int:
    """How many tutorados an alumno tutor may have: the own number or the plantel's, six at most."""
    own = settings.capacidad if alumno_tutor.capacidad is None else alumno_tutor.capacidad
    return min(own, CAPACIDAD_MAXIMA)


def huecos_comunes(
    alumno_tutor: DatosTutor,
    tutorado: DatosTutorado,
    minutes: int = MINUTOS_MINIMOS,
    step: int = 30,
) -> list[Tramo]:
    """The hours that both have left, of so many minutes; an unknown horario takes the other's."""
    free = _both_free(alumno_tutor, tutorado)
    return common_slots(free, free, minutes, step)


def _both_free(alumno_tutor: DatosTutor, tutorado: DatosTutorado) -> list[Tramo]:
    taken = [o.tramo for o in (*alumno_tutor.ocupadas, *tutorado.ocupadas)]
    one, two = alumno_tutor.libres, tutorado.libres
    if one is None or two is None:
        return without(one or two or (), taken)
    return without(shared(one, two), taken)


def _of_state(
    alumno_tutor: DatosTutor, tutorado: DatosTutorado, settings: Settings
) -> Iterable[Impedimento]:
    if not alumno_tutor.inscrito:
        yield Impedimento("tutor_baja", f"{alumno_tutor.nombre} ya no está en el plantel")
    elif alumno_tutor.estado != "activo":
        state = ESTADOS_TUTOR.get(alumno_tutor.estado, alumno_tutor.estado).lower()
        yield Impedimento("no_activo", f"{alumno_tutor.nombre} no es alumno tutor activo ({state})")
    if not tutorado.inscrito:
        yield Impedimento("tutorado_baja", f"{tutorado.nombre} ya no está en el plantel")
    if not alumno_tutor.regular:
        yield Impedimento(
            "no_regular",
            f"{alumno_tutor.nombre} debe asignaturas",
            aviso=not settings.exige_regular,
        )


def _of_mastery(
    alumno_tutor: DatosTutor, asignatura: Asignatura, settings: Settings
) -> Iterable[Impedimento]:
    if asignatura.id not in alumno_tutor.dominios:
        yield Impedimento("no_domina", f"{alumno_tutor.nombre} no domina {asignatura.nombre}")
        return
    shown = alumno_tutor.dominios[asignatura.id]
    if shown is not None and shown < settings.domina_desde:
        has, least = _SHOW(shown), _SHOW(settings.domina_desde)
        yield Impedimento(
            "domina_poco",
            f"{alumno_tutor.nombre} tiene {has} en {asignatura.nombre} y se pide {least}",
        )


def _of_load(
    alumno_tutor: DatosTutor, tutorado: DatosTutorado, settings: Settings
) -> Iterable[Impedimento]:
    most = capacidad_de(alumno_tutor, settings)
    if len(alumno_tutor.tutorados | {tutorado.alumno}) <= most:
        return
    if most == 0:
        yield Impedimento("sin_lugar", f"{alumno_tutor.nombre} no recibe tutorados")
        return
    noun = "tutorado" if most == 1 else "tutorados"
    yield Impedimento("sin_lugar", f"{alumno_tutor.nombre} ya tiene {most} {noun}, su máximo")


def _of_hours(
    alumno_tutor: DatosTutor, tutorado: DatosTutorado, asignatura: Asignatura, franja: Tramo | None
) -> Iterable[Impedimento]:
    for who in (alumno_tutor, tutorado):
        if who.libres is None:
            yield Impedimento(
                "horario_desconocido", f"No se conoce el horario de {who.nombre}", aviso=True
            )
    if franja is None:
        yield from _of_any_hour(alumno_tutor, tutorado)
        return
    if reason := doubt_about_tramo(franja):
        yield Impedimento("franja_imposible", f"La hora no es posible: {reason}")
        return
    if franja.minutos < MINUTOS_MINIMOS:
        yield Impedimento(
            "franja_corta",
            f"La asesoría dura {franja.minutos} minutos y debe durar al menos {MINUTOS_MINIMOS}",
        )
    clashes = list(_of_clashes(alumno_tutor, tutorado, asignatura, franja))
    yield from clashes or _of_free_time(alumno_tutor, tutorado, franja)


def _of_any_hour(alumno_tutor: DatosTutor, tutorado: DatosTutorado) -> Iterable[Impedimento]:
    one, two = alumno_tutor.libres, tutorado.libres
    if one is None or two is None or huecos_comunes(alumno_tutor, tutorado):
        return
    free_one = without(one, [o.tramo for o in alumno_tutor.ocupadas])
    free_two = without(two, [o.tramo for o in tutorado.ocupadas])
    text = f"{alumno_tutor.nombre} y {tutorado.nombre} no coinciden en ningún horario"
    pairs = [(a, b) for a in free_one if (b := nearest(a, free_two))]
    if pairs:
        a, b = min(pairs, key=lambda p: (abs(p[0].dia - p[1].dia), abs(p[0].inicio - p[1].inicio)))
        text += f"; lo más cercano: {show_tramo(a)} y {show_tramo(b)}"
    yield Impedimento("sin_hora_comun", text)


def _of_clashes(
    alumno_tutor: DatosTutor, tutorado: DatosTutorado, asignatura: Asignatura, franja: Tramo
) -> Iterable[Impedimento]:
    """Hours already given; the same asignatura at the very same hour is a small group (M-58)."""
    for clave, who in (("choque_tutor", alumno_tutor), ("choque_tutorado", tutorado)):
        for o in who.ocupadas:
            joins = who is alumno_tutor and o.asignatura == asignatura.id and o.tramo == franja
            if o.tramo.overlaps(franja) and not joins:
                yield Impedimento(clave, f"{who.nombre} ya tiene {o.con} el {show_tramo(o.tramo)}")


def _of_free_time(
    alumno_tutor: DatosTutor, tutorado: DatosTutorado, franja: Tramo
) -> Iterable[Impedimento]:
    busy = [
        who.nombre
        for who in (alumno_tutor, tutorado)
        if who.libres is not None and without([franja], who.libres)
    ]
    if not busy:
        return
    who = (
        f"{busy[0]} no tiene libre" if len(busy) == 1 else f"{busy[0]} y {busy[1]} no tienen libre"
    )
    text = f"{who} el {show_tramo(franja)}"
    other = nearest(
        franja, huecos_comunes(alumno_tutor, tutorado, max(franja.minutos, MINUTOS_MINIMOS))
    )
    if other:
        text += f"; lo más cercano en común es el {show_tramo(other)}"
    yield Impedimento("sin_hora_comun", text)
