"""Made-up alumnos tutores and the hours of everybody who takes part."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from app import domain
from app.domain.alumno_tutor import RASGOS
from app.domain.horario import Tramo, without
from app.services.demo.calificaciones import Cursante
from app.services.demo.people import Names
from app.services.demo.plantel import Clase, Entorno
from app.store import Store

_SHARE = 0.062
"""Alumnos tutores, in any state, among all the alumnos."""
_STATES = {"candidato": 0.14, "invitado": 0.08, "pausa": 0.03, "declino": 0.03, "baja": 0.02}
_DOMINA_DESDE = 85
_DAY = {"matutino": (7 * 60, 15 * 60), "vespertino": (11 * 60, 20 * 60)}


@dataclass
class Guia:
    """An alumno tutor while the plantel is being made up; `libres` shrinks as hours are given."""

    cursante: Cursante
    estado: str
    capacidad: int
    domina: list[int]
    libres: list[Tramo] = field(default_factory=list[Tramo])
    tutorados: int = 0

    @property
    def left(self) -> int:
        """How many more tutorados there is room for."""
        return self.capacidad - self.tutorados


def nominate(
    store: Store, draw: Random, names: Names, entorno: Entorno, cursantes: list[Cursante], hoy: date
) -> list[Guia]:
    """Stores the profiles of the alumnos tutores and what each masters."""
    best = [who for who in cursantes if who.modo == "destaca" and _higher(who)]
    draw.shuffle(best)
    guias = [
        _guia(draw, entorno, who, estado)
        for who, estado in zip(best, _states(draw, round(len(cursantes) * _SHARE)), strict=False)
    ]
    store.perfiles_tutor.add_many([_perfil(draw, guia, hoy) for guia in guias])
    docentes = [names.docente() for _ in range(3 + len(cursantes) // 80)]
    store.dominios.add_many([d for guia in guias for d in _dominios(draw, guia, docentes)])
    return guias


def _higher(who: Cursante) -> bool:
    return (who.clase.grupo.semestre or 1) >= 3


def _states(draw: Random, many: int) -> list[str]:
    found = [state for state, share in _STATES.items() for _ in range(round(share * many))]
    found += ["activo"] * (many - len(found))
    draw.shuffle(found)
    return found[:many]


def _guia(draw: Random, entorno: Entorno, who: Cursante, estado: str) -> Guia:
    shown = [a for a, value in who.finales.items() if value >= _DOMINA_DESDE]
    shown.sort(key=lambda a: -entorno.cursos[a].dificultad)
    domina = shown[:3] + draw.sample(shown[3:], min(len(shown[3:]), 3))
    if draw.random() < 0.55:
        grupo = who.clase.grupo
        domina.append(draw.choice(entorno.del_grupo(grupo.semestre or 1, grupo.especialidad)))
    capacidad = draw.choices((0, 2, 4, 5, 6), (50, 10, 22, 12, 6))[0]
    return Guia(who, estado, capacidad, domina)


def _perfil(draw: Random, guia: Guia, hoy: date) -> domain.PerfilTutor:
    asked = guia.estado in ("candidato", "invitado")
    marked = draw.randrange(3, 8) if asked else draw.randrange(7, 13)
    rasgos = {"1", *draw.sample(list(RASGOS), marked)}
    record = domain.PerfilTutor(
        alumno=guia.cursante.alumno.id,
        estado=guia.estado,
        iniciativa_propia=draw.random() < 0.3,
        rasgos=tuple(key for key in RASGOS if key in rasgos),
        capacidad=guia.capacidad or None,
        desde=None if asked else hoy - timedelta(days=draw.randrange(50, 85)),
    )
    guia.capacidad = guia.capacidad or domain.Settings().capacidad
    return record


def _dominios(draw: Random, guia: Guia, docentes: list[str]) -> Iterable[domain.Dominio]:
    for asignatura in guia.domina:
        value = guia.cursante.finales.get(asignatura)
        proposed = value is None or draw.random() < 0.15
        yield domain.Dominio(
            alumno=guia.cursante.alumno.id,
            asignatura=asignatura,
            calificacion=value,
            fuente="colectivo" if proposed else "historial",
            propuesto_por=draw.choice(docentes) if proposed else "",
        )


def hours_of(draw: Random, clase: Clase) -> list[Tramo]:
    """When an alumno is free: holes between classes, and around them, not all of it."""
    first, last = _DAY[clase.grupo.turno]
    whole = [Tramo(dia, first, last) for dia in range(1, 6)]
    around = draw.choices((0, 1, 2), (2, 5, 3))[0]
    found: list[Tramo] = []
    for tramo in without(whole, clase.horario):
        if draw.random() < 0.25 + 0.12 * around:
            continue
        longest = 60 * (1 + around)
        if tramo.minutos > longest and clase.vespertino:
            tramo = Tramo(tramo.dia, tramo.fin - longest, tramo.fin)  # noqa: PLW2901
        elif tramo.minutos > longest:
            tramo = Tramo(tramo.dia, tramo.inicio, tramo.inicio + longest)  # noqa: PLW2901
        found.append(tramo)
    return found or without(whole, clase.horario)[:2]


def timetable(who: Cursante, libres: list[Tramo]) -> Iterable[domain.Disponibilidad]:
    """The week of an alumno as the file keeps it: classes and free hours."""
    for ocupacion, tramos in (("clase", who.clase.horario), ("disponible", libres)):
        for tramo in tramos:
            yield domain.Disponibilidad(
                alumno=who.alumno.id, dia=tramo.dia, inicio=tramo.inicio, fin=tramo.fin,
                ocupacion=ocupacion,
            )  # fmt: skip
