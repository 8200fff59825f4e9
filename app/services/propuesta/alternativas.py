"""What would happen if: pairs moved by hand with their consequences, and whom to recruit."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain.horario import Tramo
from app.pairing import starts_in, tramo_of
from app.services.propuesta.lectura import Lectura, Necesidad
from app.services.propuesta.propuesta import Pareja, Propuesta, propose, with_fixed


@dataclass(frozen=True)
class Consecuencia:
    """A proposal beside another: who would lose an alumno tutor, who would gain, who changes."""

    propuesta: Propuesta
    pierden: tuple[Necesidad, ...]
    ganan: tuple[Necesidad, ...]
    cambian: tuple[Pareja, ...]


@dataclass(frozen=True)
class Alternativa:
    """Another alumno tutor for a need, and what choosing him or her would bring."""

    guia: int
    consecuencia: Consecuencia
    posible: bool


@dataclass(frozen=True)
class Demanda:
    """Needs of an asignatura and semestre that nobody attends and that one hour would suit."""

    asignatura: int
    nombre: str
    semestre: int | None
    cuantas: int
    tramo: Tramo | None


def what_if(
    propuesta: Propuesta,
    fixed: Mapping[int, int | None],
    stop: Callable[[], bool] = lambda: False,
) -> Consecuencia:
    """What a proposal would become with pairs fixed by hand (None: nobody for that need)."""
    return compared(propuesta, propose(with_fixed(propuesta.lectura, fixed), stop))


def compared(before: Propuesta, after: Propuesta) -> Consecuencia:
    """What changes between two proposals for the same needs."""
    old, new = before.por_necesidad, after.por_necesidad
    return Consecuencia(
        after,
        tuple(one.need for key, one in old.items() if key not in new),
        tuple(one.need for key, one in new.items() if key not in old),
        tuple(
            one for key, one in new.items()
            if key in old and (old[key].guia.alumno, old[key].start) != (one.guia.alumno, one.start)
        ),
    )  # fmt: skip


def options(
    propuesta: Propuesta, key: int, stop: Callable[[], bool] = lambda: False
) -> list[Alternativa]:
    """The other alumnos tutores that a need could have, best fit first, with what each costs."""
    now = propuesta.por_necesidad.get(key)
    pairs = sorted(propuesta.posibles.get(key, ()), key=lambda p: (-p.fit, p.guide))
    found: list[Alternativa] = []
    for pair in pairs:
        if (now and pair.guide == now.guia.alumno) or stop():
            continue
        result = what_if(propuesta, {key: pair.guide}, stop)
        got = result.propuesta.por_necesidad.get(key)
        found.append(Alternativa(pair.guide, result, bool(got and got.guia.alumno == pair.guide)))
    return found


def demand(propuesta: Propuesta) -> list[Demanda]:
    """Whom to recruit: what nobody attends by asignatura and semestre, with the hour of most."""
    lectura = propuesta.lectura
    groups: defaultdict[tuple[int, str, int | None], list[Necesidad]] = defaultdict(list)
    for need in propuesta.sin_tutor:
        groups[need.asignatura, need.nombre_asignatura, need.semestre].append(need)
    found = [
        Demanda(asignatura, name, semestre, len(needs), _hour_of_most(propuesta, lectura, needs))
        for (asignatura, name, semestre), needs in groups.items()
    ]
    return sorted(found, key=lambda one: (-one.cuantas, one.nombre, one.semestre or 0))


def _hour_of_most(propuesta: Propuesta, lectura: Lectura, needs: list[Necesidad]) -> Tramo | None:
    """The session in which most of them are free, the first of the week; None without hours."""
    counts: defaultdict[int, int] = defaultdict(int)
    for need in needs:
        for start in starts_in(propuesta.libres.get(need.alumno, 0), lectura.cells):
            counts[start] += 1
    if not counts:
        return None
    return tramo_of(min(counts, key=lambda start: (-counts[start], start)), lectura.cells)
