"""Made-up sesiones week by week: held, moved, cancelled, not noted, and who came to each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from app import domain
from app.domain.calendario import is_business_day
from app.domain.horario import Tramo
from app.services.demo.parejas import Pareja
from app.services.demo.plantel import Entorno
from app.services.demo.sources import words
from app.services.sesiones import where_to
from app.store import Store

_WITH_SESSIONS = ("en_marcha", "ajustada", "cerrada", "cancelada")
_ACTIVITIES = ("reforzamiento",) * 7 + ("evaluacion", "acompanamiento", "acompanamiento")
_CAME = ("asistio", "tarde", "justifico", "falto")


class Asesorias:
    """Draws the sesiones of each intervención up to a moment and a little beyond."""

    def __init__(self, draw: Random, entorno: Entorno, now: datetime) -> None:
        self._draw = draw
        self._entorno = entorno
        self._now = now
        self._hoy = now.date()

    def of(self, pareja: Pareja) -> list[domain.Sesion]:
        """One sesión for each franja of each week, from a week after the assignment to the next."""
        temas = self._entorno.cursos[pareja.asignatura].temas
        last = pareja.cerrada or self._hoy + timedelta(days=11 - self._hoy.weekday())
        made: list[domain.Sesion] = []
        for monday in _mondays(pareja.asignada + timedelta(days=7), last):
            for tramo, _ in pareja.franjas:
                day = monday + timedelta(days=tramo.dia - 1)
                starts = pareja.asignada + timedelta(days=4)
                if starts <= day <= last and is_business_day(day, self._entorno.inhabiles):
                    made.append(
                        self._session(pareja, day, tramo, temas[len(made) * 2 // 3 % len(temas)])
                    )
        taken = {one.fecha for one in made}
        return list(self._replaced(self._recommended(made), taken))

    def _session(self, pareja: Pareja, day: date, tramo: Tramo, tema: str) -> domain.Sesion:
        draw = self._draw
        estado = self._state(day, tramo)
        grupo = pareja.tutorados[0].clase.grupo
        blank = domain.Sesion(
            intervencion=pareja.id, fecha=day, inicio=tramo.inicio, minutos=tramo.minutos,
            estado=estado, grupo=grupo.etiqueta, semestre=grupo.semestre,
            alumno_tutor=pareja.guia.cursante.alumno.nombre,
        )  # fmt: skip
        if estado == "cancelada":
            causa, quien, motivo = draw.choice(words("motivos_cancelacion")).split("|")
            return replace(blank, causa=causa, quien=quien, motivo=motivo)
        if estado != "dada":
            return replace(blank, tema="" if estado == "movida" else tema)
        return replace(
            blank, tema=tema, actividad=draw.choice(_ACTIVITIES), ambito="academico",
            firmada=draw.random() < 0.9,
            observaciones=draw.choice(words("observaciones")) if draw.random() < 0.6 else "",
            recomendaciones=draw.choice(words("recomendaciones")) if draw.random() < 0.5 else "",
        )  # fmt: skip

    def _state(self, day: date, tramo: Tramo) -> str:
        """Held as a rule; a few of this week have not been written down yet."""
        minutes = self._now.hour * 60 + self._now.minute
        if day > self._hoy or (day == self._hoy and tramo.fin > minutes):
            return "planeada"
        recent = (self._hoy - day).days < 4
        weights = (80, 6, 3, 11) if recent else (90, 7, 3, 0)
        return self._draw.choices(("dada", "cancelada", "movida", "planeada"), weights)[0]

    def _recommended(self, made: list[domain.Sesion]) -> Iterator[domain.Sesion]:
        """Whether what was recommended was done, noted in the next sesión held."""
        asked = ""
        for one in made:
            if one.estado == "dada":
                did = self._draw.choice(("si", "si", "si", "parte", "no")) if asked else ""
                asked = one.recomendaciones
                yield replace(one, cumplida=did)
            else:
                yield one

    def _replaced(
        self, made: Iterator[domain.Sesion], taken: set[date | None]
    ) -> Iterator[domain.Sesion]:
        """A sesión that was moved went to the next day of classes that has none."""
        for one in made:
            if one.estado != "movida" or one.fecha is None:
                yield one
                continue
            day = one.fecha + timedelta(days=1)
            while day in taken or not is_business_day(day, self._entorno.inhabiles):
                day += timedelta(days=1)
            yield replace(one, motivo=where_to(day, one.inicio), quien="docente_tutor")
            estado = "dada" if day < self._hoy else "planeada"
            actividad = "reforzamiento" if estado == "dada" else ""
            yield replace(one, fecha=day, estado=estado, actividad=actividad)

    def attendance(self, pareja: Pareja, made: list[domain.Sesion]) -> Iterator[domain.Asistencia]:
        """Everybody came as a rule; in a sesión held somebody always did."""
        owner = pareja.guia.cursante.alumno.id
        people = [who.alumno.id for who in pareja.tutorados]
        for one in made:
            if one.estado != "dada":
                continue
            yield domain.Asistencia(sesion=one.id, alumno=owner, estado="asistio")
            usual = (86, 9, 3, 2) if len(people) > 1 else (90, 10, 0, 0)
            for alumno in people:
                estado = self._draw.choices(_CAME, usual)[0]
                yield domain.Asistencia(sesion=one.id, alumno=alumno, estado=estado)


def _mondays(first: date, last: date) -> Iterator[date]:
    day = first - timedelta(days=first.weekday())
    while day <= last:
        yield day
        day += timedelta(days=7)


def attend(
    store: Store, draw: Random, entorno: Entorno, parejas: list[Pareja], now: datetime
) -> None:
    """Stores the sesiones of every intervención that ran, and who came to each."""
    work = Asesorias(draw, entorno, now)
    running = [p for p in parejas if p.estado in _WITH_SESSIONS]
    drawn = [(p, work.of(p)) for p in running]
    stored = iter(store.sesiones.add_many([one for _, many in drawn for one in many]))
    store.asistencias.add_many(
        [
            mark
            for pareja, many in drawn
            for mark in work.attendance(pareja, [next(stored) for _ in many])
        ]
    )
