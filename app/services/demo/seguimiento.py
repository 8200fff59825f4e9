"""Made-up work of the intervenciones: planes with their actions and their changes."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from app import domain
from app.domain.aprendizaje import ESTRATEGIAS
from app.domain.calendario import business_days_after, week_of
from app.services.demo.parejas import Pareja
from app.services.demo.plantel import Entorno
from app.store import Store
from app.text import joined

_DIFFICULTIES = (
    "Entiende la explicación en clase y se bloquea al resolver sin ayuda.",
    "Le faltan bases de semestres anteriores y eso lo retrasa en cada tema nuevo.",
    "Resuelve los ejercicios; se equivoca al leer lo que se pide.",
    "Deja trabajos sin entregar y llega al examen sin repasar.",
    "Participa poco y no pregunta cuando algo no queda claro.",
)
_NEEDS = (
    "Repasar {a} y practicar con ejercicios cortos.",
    "Un horario de estudio y apoyo en {a}.",
    "Ejemplos resueltos paso a paso de {a}.",
)
_RESULTS = (
    "Aprobar el 3.er parcial con 7 o más.",
    "Resolver sin ayuda cuatro de cinco ejercicios de cada tema.",
    "Entregar todos los trabajos y aprobar el final.",
)
_ACTIONS = (
    "Repasar {t} con ejemplos del cuaderno",
    "Resolver cinco ejercicios de {t}",
    "Explicar {t} en voz alta",
    "Hacer un resumen de {t} en una página",
    "Contestar un examen de práctica sobre {t}",
    "Buscar dos ejemplos de {t} en la vida diaria",
)
_CHANGES = (
    ("ajuste", "No alcanza una sesión por semana", "Agregar ejercicios para hacer en casa."),
    ("ajuste", "Ya domina los primeros temas", "Pasar a los temas del 3.er parcial."),
    ("ajuste", "Se cansa con ejercicios largos", "Dividir la sesión en dos partes de 20 minutos."),
    ("incidente", "Faltó dos semanas seguidas", "Avisar al docente tutor y acordar otra hora."),
)
_AIMS = (("rendimiento",), ("rendimiento", "habitos"), ("problemas",), ("habitos",))
_MEANS = (
    "Cuaderno, libro de la asignatura y pizarrón.",
    "Fichas de trabajo y tarjetas.",
    "Calculadora, hojas milimétricas y colores.",
)
_EVIDENCE = ("Ejercicios resueltos y firmados.", "Cuaderno al corriente.", "Un resumen por tema.")
_AMBITOS = (
    ("academico",), ("academico", "orientacion"), ("academico",), ("academico", "gestion"),
    ("academico", "orientacion", "servicios"),
)  # fmt: skip
_WITH_PLAN = ("planeada", "en_marcha", "ajustada", "cerrada")
_WITH_SESSIONS = ("en_marcha", "ajustada", "cerrada", "cancelada")


class Seguimiento:
    """Draws what was done in each intervención up to a moment."""

    def __init__(self, draw: Random, more: Random, entorno: Entorno, now: datetime) -> None:
        self._draw, self._more = draw, more
        self._entorno = entorno
        self._now = now
        self._hoy = now.date()

    def begins_early(self) -> bool:
        """Whether a plan is begun before it is handed in."""
        return self._draw.random() < 0.15

    def plan(self, pareja: Pareja) -> domain.Plan:
        """The plan of an intervención, delivered within its days or still being written."""
        draw = self._draw
        asignatura = self._entorno.cursos[pareja.asignatura].nombre
        handed = business_days_after(
            pareja.asignada, draw.randrange(3, 10), self._entorno.inhabiles
        )
        return domain.Plan(
            intervencion=pareja.id,
            objetivo=_objective(pareja, asignatura),
            dificultad=draw.choice(_DIFFICULTIES),
            necesidades=draw.choice(_NEEDS).format(a=asignatura),
            contenidos="\n".join(self._temas(pareja)),
            resultados=draw.choice(_RESULTS),
            ambitos=draw.choice(_AMBITOS),
            objetivos=self._more.choice(_AIMS),
            aprendizajes=self._more.choice((("aprender",), ("aprender", "hacer"), ("convivir",))),
            estrategias=self._strategies(),
            recursos=self._more.choice(_MEANS),
            evidencia=self._more.choice(_EVIDENCE),
            entregado=handed if handed <= self._hoy else None,
        )

    def _strategies(self) -> tuple[str, ...]:
        chosen = self._more.sample(list(ESTRATEGIAS), self._more.randrange(1, 4))
        return tuple(key for key in ESTRATEGIAS if key in chosen)

    def actions(self, pareja: Pareja, plan: domain.Plan) -> Iterator[domain.Accion]:
        """Three to five actions, one a week or so; those of past weeks are mostly done."""
        draw, inicio = self._draw, self._entorno.actual.inicio or self._hoy
        week, this_week = week_of(inicio, pareja.asignada) + 1, week_of(inicio, self._hoy)
        temas = self._temas(pareja)
        people = (
            pareja.guia.cursante.alumno.nombre_corto,
            pareja.tutorados[0].alumno.nombre_corto,
            "Los dos" if len(pareja.tutorados) == 1 else "Todos",
        )
        for n, text in enumerate(draw.sample(_ACTIONS, draw.randrange(3, 6))):
            tema = temas[n % len(temas)]
            yield domain.Accion(
                plan=plan.id,
                texto=text.format(t=f"«{tema}»"),
                contenido=tema,
                semana=min(week, 20),
                quien=draw.choice(people),
                ambito=self._more.choice(plan.ambitos) if plan.ambitos else "",
                hecha=pareja.estado == "cerrada" or (week < this_week and draw.random() < 0.85),
            )
            week += draw.choice((1, 1, 2))

    def changes(self, pareja: Pareja, plan: domain.Plan) -> Iterator[domain.Ajuste]:
        """What was changed in the plan on the way."""
        often = 1.0 if pareja.estado == "ajustada" else 0.06
        if pareja.estado not in _WITH_SESSIONS or self._draw.random() > often:
            return
        tipo, motivo, cambio = self._draw.choice(_CHANGES[: 4 if often < 1 else 3])
        days = max((self._hoy - pareja.asignada).days // 2, 1)
        day = self._hoy - timedelta(days=self._draw.randrange(days))
        yield domain.Ajuste(plan=plan.id, tipo=tipo, fecha=day, motivo=motivo, cambio=cambio)

    def _temas(self, pareja: Pareja) -> list[str]:
        return self._entorno.cursos[pareja.asignatura].temas


def _objective(pareja: Pareja, asignatura: str) -> str:
    names = joined([who.alumno.nombre_corto for who in pareja.tutorados])
    if len(pareja.tutorados) > 1:
        return f"Que {names} dominen los temas atrasados de {asignatura} y aprueben el periodo."
    return f"Que {names} domine los temas atrasados de {asignatura} y apruebe el periodo."


def follow(store: Store, work: Seguimiento, parejas: list[Pareja]) -> None:
    """Stores the planes of every intervención, their actions and their changes."""
    planned = [p for p in parejas if p.estado in _WITH_PLAN or work.begins_early()]
    planes = store.planes.add_many([work.plan(p) for p in planned])
    both = list(zip(planned, planes, strict=True))
    store.acciones.add_many([a for pareja, plan in both for a in work.actions(pareja, plan)])
    store.ajustes.add_many([a for pareja, plan in both for a in work.changes(pareja, plan)])
