"""Made-up intervenciones: pairs within capacity and common free time, each with its place."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from random import Random

from app import domain
from app.domain.calendario import is_business_day
from app.domain.horario import Tramo, common_slots, without
from app.services.demo.calificaciones import Cursante
from app.services.demo.plantel import Entorno
from app.services.demo.tutores import Guia, hours_of, timetable
from app.store import Store

_LUGARES = (
    "Biblioteca", "Aula 12", "Aula 7", "Laboratorio 2", "Sala de cómputo", "Sala de tutorías",
    "Aula 3", "Laboratorio de idiomas", "Aula 9", "Jardín de lectura",
)  # fmt: skip
_TRIES = 14
_DEALT_WITH = 0.65
_CAPTURED_HOURS = 0.93
_MOST_AT_ONCE = 4
_STATES = (
    "en_marcha", "identificada", "en_marcha", "planeada", "en_marcha", "ajustada", "en_marcha",
    "en_marcha", "identificada", "en_marcha", "en_marcha", "cancelada", "en_marcha", "planeada",
    "en_marcha", "en_marcha", "identificada", "ajustada", "en_marcha", "en_marcha",
)  # fmt: skip
_DAYS_AGO = {
    "identificada": (1, 17),
    "planeada": (8, 16),
    "en_marcha": (20, 48),
    "ajustada": (30, 48),
    "cancelada": (34, 48),
    "cerrada": (42, 49),
}
_REASONS = {
    "cerrada": (
        "Aprobó el segundo parcial y domina los temas del plan.",
        "Cumplió los objetivos del plan; ya estudia por su cuenta.",
    ),
    "cancelada": ("Cambió de turno.", "Prefirió la asesoría de su docente."),
}
_OPEN = ("identificada", "planeada", "en_marcha", "ajustada")


@dataclass
class Pareja:
    """An intervención while the plantel is being made up: who with whom, when, since when."""

    guia: Guia
    tutorados: list[Cursante]
    asignatura: int
    estado: str
    asignada: date
    franjas: list[tuple[Tramo, str]]
    cerrada: date | None = None
    id: int = 0


class Asignador:
    """Gives hours: what is free of everybody, and what places are taken."""

    def __init__(self, draw: Random, entorno: Entorno, hoy: date) -> None:
        self._draw = draw
        self._entorno = entorno
        self._hoy = hoy
        self.free: dict[int, list[Tramo]] = {}
        self.parejas: list[Pareja] = []
        self._open: defaultdict[int, list[Pareja]] = defaultdict(list)
        self._places: defaultdict[str, list[Tramo]] = defaultdict(list)

    def attend(self, who: Cursante, asignatura: int, guias: list[Guia], estado: str) -> None:
        """Gives the tutorado an alumno tutor for an asignatura, if one of a few tried can."""
        if who.alumno.id not in self.free:
            return
        if estado in _OPEN and self._draw.random() < 0.3 and self._join(who, asignatura):
            return
        able = [g for g in guias if g.left > 0 and g.cursante.alumno.id != who.alumno.id]
        able.sort(key=lambda g: g.cursante.clase.vespertino != who.clase.vespertino)
        near = sum(g.cursante.clase.vespertino == who.clase.vespertino for g in able)
        chosen = self._draw.sample(able[:near], min(near, _TRIES)) + able[near : near + 2]
        for guia in chosen:
            if franjas := self._hours(guia, who):
                self._add(guia, who, asignatura, estado, franjas)
                return

    def _join(self, who: Cursante, asignatura: int) -> bool:
        """Whether the tutorado could join somebody who already has that asignatura."""
        for pareja in self._open[asignatura]:
            if len(pareja.tutorados) >= _MOST_AT_ONCE or pareja.guia.left < 1:
                continue
            if who in pareja.tutorados or pareja.guia.cursante is who:
                continue
            if all(any(f.holds(t) for f in self.free[who.alumno.id]) for t, _ in pareja.franjas):
                pareja.tutorados.append(who)
                pareja.guia.tutorados += 1
                self._take(who, [t for t, _ in pareja.franjas])
                return True
        return False

    def _hours(self, guia: Guia, who: Cursante) -> list[Tramo]:
        one, two = self.free.get(guia.cursante.alumno.id, []), self.free[who.alumno.id]
        wanted = self._draw.choices((60, 30, 45), (7, 2, 1))[0]
        slots = common_slots(one, two, wanted) or common_slots(one, two, 30)
        if not slots:
            return []
        first = self._draw.choice(slots)
        others = [t for t in slots if t.dia != first.dia and t.minutos == 30]
        return sorted([first, *others[:1]])

    def _add(
        self, guia: Guia, who: Cursante, asignatura: int, estado: str, tramos: list[Tramo]
    ) -> None:
        franjas = [(tramo, self._place(tramo)) for tramo in tramos]
        pareja = Pareja(guia, [who], asignatura, estado, self._assigned(estado), franjas)
        if estado in _OPEN:
            guia.tutorados += 1
            self._open[asignatura].append(pareja)
        else:
            pareja.cerrada = self._business_day(self._draw.randrange(2, 14))
        self._take(who, tramos)
        self._take(guia.cursante, tramos)
        self.parejas.append(pareja)

    def _take(self, who: Cursante, tramos: list[Tramo]) -> None:
        self.free[who.alumno.id] = without(self.free[who.alumno.id], tramos)

    def _place(self, tramo: Tramo) -> str:
        """A place where nobody else is at that hour; the library has room for everybody."""
        for place in self._draw.sample(_LUGARES, 5):
            if not any(tramo.overlaps(other) for other in self._places[place]):
                self._places[place].append(tramo)
                return place
        return _LUGARES[0]

    def _assigned(self, estado: str) -> date:
        day = self._business_day(self._draw.randint(*_DAYS_AGO[estado]))
        return max(day, self._entorno.actual.inicio or day)

    def _business_day(self, ago: int) -> date:
        day = self._hoy - timedelta(days=ago)
        while not is_business_day(day, self._entorno.inhabiles):
            day -= timedelta(days=1)
        return day


def pair(
    store: Store, draw: Random, entorno: Entorno, cursantes: list[Cursante], guias: list[Guia],
    hoy: date,
) -> list[Pareja]:  # fmt: skip
    """Stores everybody's hours and the intervenciones."""
    asignador = Asignador(draw, entorno, hoy)
    asignador.free = _hours(store, draw, cursantes, guias)
    by_asignatura: defaultdict[int, list[Guia]] = defaultdict(list)
    for guia in guias:
        if guia.estado == "activo":
            for asignatura in guia.domina:
                by_asignatura[asignatura].append(guia)
    for who, asignatura, estado in _needs(draw, cursantes):
        asignador.attend(who, asignatura, by_asignatura[asignatura], estado)
    _keep(store, draw, entorno, asignador.parejas)
    return asignador.parejas


def _hours(
    store: Store, draw: Random, cursantes: list[Cursante], guias: list[Guia]
) -> dict[int, list[Tramo]]:
    """When each alumno who takes part is free, as stored."""
    takers = [who for who in cursantes if who.debe or who.salvo]
    takers = [who for who in takers if draw.random() < _CAPTURED_HOURS]
    takers += [guia.cursante for guia in guias if guia.estado not in ("invitado", "declino")]
    free = {who.alumno.id: hours_of(draw, who.clase) for who in takers}
    rows = [row for who in takers for row in timetable(who, free[who.alumno.id])]
    store.disponibilidades.add_many(rows)
    return free


def _needs(draw: Random, cursantes: list[Cursante]) -> Iterator[tuple[Cursante, int, str]]:
    """What is to be attended and the state in which to show it: everybody once, then the rest."""
    ranked = [
        (rank, who.modo not in ("repite", "varias"), draw.random(), who, asignatura)
        for who in cursantes
        for rank, asignatura in enumerate(who.debe[:3])
        if draw.random() < _DEALT_WITH
    ]
    ranked.sort(key=lambda need: need[:3])
    needs = [need[3:] for need in ranked]
    done = [(who, a) for who in cursantes for a in who.salvo if draw.random() < 0.5]
    yield from ((who, a, draw.choice(("cerrada", "cerrada", "en_marcha"))) for who, a in done)
    yield from ((who, a, estado) for (who, a), estado in zip(needs, cycle(_STATES), strict=False))


def _keep(store: Store, draw: Random, entorno: Entorno, parejas: list[Pareja]) -> None:
    added = store.intervenciones.add_many(
        [
            domain.Intervencion(
                periodo=entorno.actual.id, asignatura=p.asignatura, estado=p.estado,
                alumno_tutor=p.guia.cursante.alumno.id, asignada=p.asignada, cerrada=p.cerrada,
                motivo=draw.choice(_REASONS.get(p.estado, ("",))),
            )
            for p in parejas
        ]
    )  # fmt: skip
    tutorados: list[domain.Tutorado] = []
    franjas: list[domain.Franja] = []
    for pareja, record in zip(parejas, added, strict=True):
        pareja.id = record.id
        tutorados += [
            domain.Tutorado(intervencion=record.id, alumno=who.alumno.id)
            for who in pareja.tutorados
        ]
        franjas += [
            domain.Franja(
                intervencion=record.id, dia=t.dia, inicio=t.inicio, fin=t.fin, lugar=lugar
            )
            for t, lugar in pareja.franjas
        ]
    store.tutorados.add_many(tutorados)
    store.franjas.add_many(franjas)
