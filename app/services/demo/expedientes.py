"""Made-up expedientes: interviews, fichas, letters, results, reports and duties not fulfilled."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from app import domain
from app.domain.aprendizaje import SIGNOS, suggested_preference
from app.domain.calendario import is_business_day
from app.domain.intervencion import PROPOSITOS
from app.services import informes, logros
from app.services.demo.parejas import Pareja
from app.services.demo.plantel import Entorno
from app.store import Store

_ASKED = {"identificada": 0.25, "planeada": 0.8}
_SIGNED = {"identificada": 0.1, "planeada": 0.6, "cancelada": 0.5}
_REST, _WITH_FICHA, _RUNNING = 0.92, 0.8, ("en_marcha", "ajustada")
_HARD = (
    "{a}, desde el semestre pasado. En clase lo entiende y al hacerlo en casa ya no.",
    "Los problemas largos de {a}: no sabe por dónde empezar. Desde el primer parcial.",
    "{a}. Perdió la secuencia cuando faltó una semana y ya no la alcanzó.",
)
_WELL = ("Las operaciones directas y los ejercicios con ejemplo.", "Exponer y trabajar en equipo.",
         "Los trabajos de casa cuando tiene las instrucciones por escrito.")  # fmt: skip
_STUDY = ("En la mesa de su casa, después de comer.", "En la biblioteca, antes de clases.",
          "En su cuarto, por la noche.")  # fmt: skip
_NOTES = ("Copia el pizarrón completo.", "Anota solo las fórmulas.", "Toma fotos del pizarrón.")
_EXAM = ("Lee sus apuntes la noche anterior.", "Repite los ejercicios del cuaderno.",
         "Estudia con dos compañeras del grupo.")  # fmt: skip
_STUCK = ("Pregunta a un compañero.", "Lo deja y espera a la siguiente clase.", "Busca un video.")
_LIKES = ("El basquetbol y dibujar.", "La música; toca la guitarra.", "Los videojuegos y armar.",
          "Leer historias y escribir.", "El futbol y la fotografía.")  # fmt: skip
_AFTERNOONS = ("Ayuda en casa y entrena martes y jueves.", "Clases de inglés los miércoles.",
               "Libres, menos los viernes.")  # fmt: skip
_WORRIES = ("Que no le alcance para pasar al siguiente semestre.", "El examen final.",
            "Quedarse atrás de su grupo.")  # fmt: skip
_HOPES = ("Entender los temas atrasados y aprobar el 3.er parcial.", "Resolver sin ayuda.",
          "Que le expliquen con calma y con otros ejemplos.")  # fmt: skip
_SUPPORT = ("Con dibujos y ejemplos de la vida diaria.", "Explicándole en voz alta, paso a paso.",
            "Haciendo ejercicios juntos.", "Con resúmenes y esquemas.")  # fmt: skip
_NEEDS = ("Repasar bases de {a} y practicar seguido.", "Un horario fijo de estudio para {a}.",
          "Aprender a leer lo que se pide en cada problema de {a}.")  # fmt: skip
_GOOD = ("Constante cuando ve avances.", "Pregunta y escucha.", "Buena memoria.", "Ordenado.")
_INSIDE = ("Se desanima al primer error; le faltan bases.", "Estudia solo antes del examen.",
           "Le cuesta preguntar en grupo.")  # fmt: skip
_OUTSIDE = ("Trayecto de una hora.", "Grupo numeroso.", "Sin libro de la asignatura.")
_AGREED = ("Traer el cuaderno al corriente y tres dudas escritas.", "Llegar cinco minutos antes.")
_DUTIES = (
    (
        "faltas",
        "No llegó a la asesoría ni avisó.",
        "Se habló con él y se acordó avisar un día antes.",
    ),
    ("tareas", "No hizo los ejercicios acordados.", "Se dividieron en dos entregas."),
    ("registro", "No firmó el carnet de la semana.", "Se firmó en la siguiente asesoría."),
)
_NORMAS = (
    "Empezamos a la hora.\nCada quien intenta antes de preguntar.\nLo que se dice aquí se queda."
)
_LEARNT = "A explicar lo mismo de varias maneras y a esperar a que el otro lo intente."
_ADVICE = "Que la siguiente vez empecemos antes del primer parcial."
_CAUSES = ("horario", "tutorado", "otra")


class Expedientes:
    """Draws the papers of each intervención up to a day."""

    def __init__(self, draw: Random, entorno: Entorno, hoy: date) -> None:
        self._draw, self._entorno, self._hoy = draw, entorno, hoy

    def happens(self, odds: dict[str, float], pareja: Pareja) -> bool:
        """Whether something that depends on the state came to be."""
        return self._draw.random() < odds.get(pareja.estado, _REST)

    def day_after(self, day: date, days: int) -> date:
        """A day with classes so many days later, never after today."""
        day = min(day + timedelta(days=days), self._hoy)
        while not is_business_day(day, self._entorno.inhabiles):
            day -= timedelta(days=1)
        return day

    def signs(self) -> tuple[str, ...]:
        """Four to six signs, most of one kind."""
        kind = self._draw.choice("vvaak")
        near = [key for key in SIGNOS if key[0] == kind]
        far = [key for key in SIGNOS if key[0] != kind]
        chosen = {*self._draw.sample(near, 3), *self._draw.sample(far, self._draw.randrange(1, 3))}
        return tuple(key for key in SIGNOS if key in chosen)

    def interview(self, pareja: Pareja, alumno: int) -> domain.Entrevista:
        """An interview a few days after the assignment."""
        pick, name = self._draw.choice, self._entorno.cursos[pareja.asignatura].nombre
        temas = self._entorno.cursos[pareja.asignatura].temas
        works = self._draw.random() < 0.2
        return domain.Entrevista(
            intervencion=pareja.id, alumno=alumno, signos=self.signs(),
            fecha=self.day_after(pareja.asignada, self._draw.randrange(1, 6)),
            lugar=pareja.franjas[0][1], entrevistador=pareja.guia.cursante.alumno.nombre,
            se_dificulta=pick(_HARD).format(a=name), temas="\n".join(temas[:2]),
            primera_vez=pick(("si", "si", "no")), sale_bien=pick(_WELL), donde_estudia=pick(_STUDY),
            horas_estudio=self._draw.randrange(1, 7), apuntes=pick(_NOTES), examen=pick(_EXAM),
            no_entiende=pick(_STUCK), intereses=pick(_LIKES), tardes=pick(_AFTERNOONS),
            trabaja=works, horas_trabajo=self._draw.randrange(6, 20) if works else None,
            preocupaciones=pick(_WORRIES), expectativas=pick(_HOPES), apoyo=pick(_SUPPORT),
            faltas=pick(((), (), ("transporte",), ("no_entiende", "interes"))),
            acuerdos=pick(_AGREED),
        )  # fmt: skip

    def known(self, pareja: Pareja, entrevista: domain.Entrevista) -> Iterator[domain.Conocimiento]:
        """What is already known of the topics."""
        for tema in self._entorno.cursos[pareja.asignatura].temas[:4]:
            nivel = self._draw.choice(("domina", "cuesta", "cuesta", "desconoce"))
            yield domain.Conocimiento(entrevista=entrevista.id, tema=tema, nivel=nivel)

    def ficha(self, pareja: Pareja, alumno: int, signos: tuple[str, ...]) -> domain.Ficha:
        """The ficha of a tutorado, with the signs of the interview."""
        pick, name = self._draw.choice, self._entorno.cursos[pareja.asignatura].nombre
        return domain.Ficha(
            alumno=alumno, elaborada=self.day_after(pareja.asignada, 6),
            necesidades=pick(_NEEDS).format(a=name), capacidades=pick(_GOOD),
            intereses=pick(_LIKES), factores_internos=pick(_INSIDE),
            factores_externos=pick(_OUTSIDE), signos=signos,
            preferencia=suggested_preference(signos),
        )  # fmt: skip

    def case(self, pareja: Pareja) -> dict[str, object]:
        """The approach, what it wants to prevent, the norms of a group, the letter, the cause."""
        first = self.day_after(pareja.asignada, 3)
        purposes = self._draw.sample(list(PROPOSITOS)[:3], self._draw.randrange(1, 3))
        return {
            "enfoque": "personal" if self._draw.random() < 0.08 else "academica",
            "propositos": tuple(key for key in PROPOSITOS if key in purposes),
            "normas": _NORMAS if len(pareja.tutorados) > 1 else "",
            "carta_tutor": first if self.happens(_SIGNED, pareja) else None,
            "causa": self._draw.choice(_CAUSES) if pareja.estado == "cancelada" else "",
        }

    def duties(self, pareja: Pareja) -> Iterator[domain.Incumplimiento]:
        """One or two in a few of those that run."""
        if pareja.estado not in _RUNNING or self._draw.random() > 0.12:
            return
        alumno = pareja.tutorados[0].alumno.id
        for n in range(self._draw.choice((1, 1, 2))):
            tipo, detalle, medida = self._draw.choice(_DUTIES)
            yield domain.Incumplimiento(
                intervencion=pareja.id, fecha=self.day_after(pareja.asignada, 9 + 7 * n),
                alumno=alumno, tipo=tipo, detalle=detalle, medida=medida,
            )  # fmt: skip


def document(
    store: Store, draw: Random, entorno: Entorno, parejas: list[Pareja], hoy: date
) -> None:
    """Stores the expediente of every intervención, how it ended and its reports."""
    work = Expedientes(draw, entorno, hoy)
    store.intervenciones.change_many([(p.id, work.case(p)) for p in parejas])
    asked = _interview(store, work, parejas)
    _fichas(store, work, parejas, asked)
    _sign(store, work, parejas)
    store.incumplimientos.add_many([one for p in parejas for one in work.duties(p)])
    _report(store, draw, [p for p in parejas if p.estado in ("cerrada", *_RUNNING)])


def _interview(
    store: Store, work: Expedientes, parejas: list[Pareja]
) -> dict[int, tuple[str, ...]]:
    chosen = [
        (pareja, who.alumno.id)
        for pareja in parejas
        for who in pareja.tutorados
        if work.happens(_ASKED, pareja)
    ]
    made = store.entrevistas.add_many(work.interview(*one) for one in chosen)
    both = zip(chosen, made, strict=True)
    store.conocimientos.add_many(k for (pareja, _), one in both for k in work.known(pareja, one))
    return {alumno: one.signos for (_, alumno), one in zip(chosen, made, strict=True)}


def _fichas(
    store: Store, work: Expedientes, parejas: list[Pareja], asked: dict[int, tuple[str, ...]]
) -> None:
    first = {who.alumno.id: pareja for pareja in reversed(parejas) for who in pareja.tutorados}
    store.fichas.add_many(
        [
            work.ficha(pareja, alumno, asked.get(alumno) or work.signs())
            for alumno, pareja in first.items()
            if work.happens(dict.fromkeys(("identificada", "planeada"), _WITH_FICHA), pareja)
        ]
    )
    day = work.day_after(min((p.asignada for p in parejas), default=date.min), 0)
    if parejas:
        store.alumnos.change_many([(alumno, {"acuse_aviso": day}) for alumno in first])


def _sign(store: Store, work: Expedientes, parejas: list[Pareja]) -> None:
    by_id = {pareja.id: pareja for pareja in parejas}
    store.tutorados.change_many(
        [
            (one.id, {"carta": work.day_after(by_id[one.intervencion or 0].asignada, 4)})
            for one in store.tutorados.all()
            if work.happens(_SIGNED, by_id[one.intervencion or 0])
        ]
    )


def _report(store: Store, draw: Random, parejas: list[Pareja]) -> None:
    """The closed ones have their results and, all but one, the report of the alumno tutor."""
    closed = [p for p in parejas if p.estado == "cerrada"]
    for pareja in closed:
        if any(one.falta_proponer for one in logros.logros(store, pareja.id)):
            logros.fill(store, pareja.id)
    late = closed[-1].id if len(closed) > 1 else 0
    for pareja in closed:
        informes.propose(store, pareja.id, "alumno_tutor")
        words = {"aprendizajes": _LEARNT, "sugerencias": _ADVICE}
        informes.change(store, pareja.id, "alumno_tutor", words)
        if pareja.id != late:
            informes.hand_in(store, pareja.id, "alumno_tutor", pareja.cerrada)
    running = [p for p in parejas if p.estado in _RUNNING]
    for pareja in draw.sample(running, min(len(running), 4)):
        informes.propose(store, pareja.id, "parcial")
