"""Guía de entrevista al alumno tutorado (DOMAIN C.2, M-66): asked by the alumno tutor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.aprendizaje import SIGNOS
from app.domain.entrevista import CAUSAS_DE_FALTA, NIVELES_PREVIOS
from app.fields import Flag, column
from app.formatos import flow
from app.formatos.ejemplos import ALUMNO_TUTOR, MEMBRETE
from app.formatos.flow import Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete
from app.formatos.semana import Semana, week_table

TITULO = "GUÍA DE ENTREVISTA AL ALUMNO TUTORADO"
INSTRUCCION = (
    "Para quien entrevista: conversa sin prisa y escribe lo que te digan, con sus palabras. No "
    "preguntes por salud, conflictos de familia ni dinero. Si te cuentan algo serio, díselo ese "
    "mismo día a tu docente-tutor."
)


@dataclass(frozen=True)
class TemaImpreso:
    """A topic and how well it is known: a key of NIVELES_PREVIOS, or empty."""

    tema: str = ""
    nivel: str = ""


@dataclass(frozen=True)
class EntrevistaDatos:
    """What an interview says; what was not captured stays to be written.

    `primera_vez` and `trabaja` are si, no or empty; `signos` and `faltas` are keys.
    """

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    nombre: str = ""
    grupo: str = ""
    semestre: str = ""
    especialidad: str = ""
    asignatura: str = ""
    fecha: str = ""
    entrevistador: str = ""
    lugar: str = ""
    se_dificulta: str = ""
    temas: str = ""
    primera_vez: str = ""
    ultimo_parcial: str = ""
    sale_bien: str = ""
    conocimientos: tuple[TemaImpreso, ...] = ()
    donde_estudia: str = ""
    horas_estudio: str = ""
    apuntes: str = ""
    examen: str = ""
    no_entiende: str = ""
    signos: tuple[str, ...] = ()
    intereses: str = ""
    tardes: str = ""
    trabaja: str = ""
    horas_trabajo: str = ""
    semana: Semana = ()
    preocupaciones: str = ""
    expectativas: str = ""
    apoyo: str = ""
    faltas: tuple[str, ...] = ()
    acuerdos: str = ""
    fecha_proxima: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class EntrevistaOpciones:
    """How interviews are printed; the calificación is only for who may see it."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)
    calificacion: bool = column("Calificación del último parcial", Flag(), default=False)


EN_BLANCO = EntrevistaDatos()
EJEMPLO = EntrevistaDatos(
    membrete=MEMBRETE,
    folio="EN-2026A-0031",
    nombre="María Fernanda Guzmán Peña",
    grupo="3.º B",
    semestre="3.º",
    especialidad="Programación",
    asignatura="Geometría y trigonometría",
    fecha="8/09/2026",
    entrevistador=ALUMNO_TUTOR,
    lugar="Biblioteca",
    se_dificulta="Geometría, desde que empezamos con triángulos; en secundaria no la vimos.",
    temas="Semejanza y razones trigonométricas.",
    primera_vez="si",
    ultimo_parcial="5.5",
    sale_bien="Dibujar las figuras y aprenderme las fórmulas.",
    conocimientos=(
        TemaImpreso("Fracciones y despejes", "cuesta"),
        TemaImpreso("Ángulos y rectas", "domina"),
        TemaImpreso("Teorema de Pitágoras", "cuesta"),
        TemaImpreso("Seno, coseno y tangente", "desconoce"),
    ),
    donde_estudia="En mi casa, de noche",
    horas_estudio="3",
    apuntes="Sí, pero los dejo sin título",
    examen="Repaso un día antes",
    no_entiende="Le pregunto a una amiga",
    signos=("v1", "v2", "v3", "k3"),
    intereses="Dibujo digital y voleibol",
    tardes="Entreno martes y jueves",
    trabaja="no",
    semana=((), ("13:20 a 14:00",), ("12:40 a 13:20",), ("13:20 a 14:00",), ()),
    preocupaciones="No pasar la materia y quedarme sin vacaciones",
    expectativas="Entender por qué se hace cada paso",
    apoyo="Que me expliquen con dibujos y sin prisa",
    faltas=("transporte",),
    acuerdos="Vernos los martes y traer el cuaderno de primero.",
    fecha_proxima="15/09/2026",
)
_MIDDLE = 109.95


def hojas(
    datos: Sequence[EntrevistaDatos], opciones: EntrevistaOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the interviews, with how many are done."""
    return flow.sheets([(_running(one, opciones), _strips(one, opciones)) for one in datos])


def _running(datos: EntrevistaDatos, opciones: EntrevistaOpciones) -> Running:
    return Running(
        TITULO,
        datos.membrete,
        datos.folio,
        (" · ".join(filter(None, (datos.nombre, datos.asignatura))), datos.nombre),
        datos.leyenda,
        opciones.encabezado,
        f"Entrevista de {datos.nombre}" if datos.nombre else "Entrevista en blanco",
    )


def _strips(datos: EntrevistaDatos, opciones: EntrevistaOpciones) -> list[Strip]:
    return [
        *_identity(datos),
        *_academic(datos, opciones),
        *_habits(datos),
        *_learning(datos),
        *_time(datos),
        *_worries(datos),
        *_closing(datos),
    ]


def _identity(datos: EntrevistaDatos) -> list[Strip]:
    return [
        *flow.fields([
            ("Nombre", datos.nombre, 18, 94.6),
            ("Grupo", datos.grupo, 98.6, 117.3),
            ("Semestre", datos.semestre, 121.3, 136.6),
            ("Especialidad", datos.especialidad, 140.6, 197.9),
        ]),
        *flow.fields([
            ("Asignatura", datos.asignatura, 18, 67.3),
            ("Fecha", datos.fecha, 71.3, 94.6),
            ("Entrevista: alumno-tutor", datos.entrevistador, 98.6, 147.3),
            ("Lugar", datos.lugar, 151.3, 197.9),
        ]),
        *flow.space(2.5),
        *flow.paragraph([INSTRUCCION], left=18, size=9.5, after=3),
    ]  # fmt: skip


def _academic(datos: EntrevistaDatos, opciones: EntrevistaOpciones) -> list[Strip]:
    last = datos.ultimo_parcial if opciones.calificacion else ""
    known = datos.conocimientos
    levels = list(NIVELES_PREVIOS)
    return [
        *flow.heading("A", "Situación académica"),
        *flow.inline("¿Qué asignaturas se te dificultan y desde cuándo?", datos.se_dificulta, 2),
        *flow.inline("¿Qué temas no entiendes?", datos.temas, 2),
        *flow.beside(
            flow.choose("¿Es la primera vez que la cursas?", _yes_no(datos.primera_vez)),
            flow.inline("Calificación del último parcial", last, left=117.3),
        ),
        *flow.inline("¿Qué sí te sale bien?", datos.sale_bien, 2),
        *flow.space(3.5),
        *flow.heading("B", "Conocimientos previos: ¿qué recuerdas de…?"),
        *flow.ratings(
            [one.tema for one in known] or [""] * 4,
            [words.upper() for words in NIVELES_PREVIOS.values()],
            [levels.index(one.nivel) if one.nivel in levels else None for one in known],
            title="TEMA",
            box=24,
        ),
    ]


def _habits(datos: EntrevistaDatos) -> list[Strip]:
    return [
        *flow.heading("C", "Hábitos de estudio"),
        *flow.inline("¿Dónde y a qué hora estudias?", datos.donde_estudia),
        *flow.inline("¿Cuántas horas por semana?", datos.horas_estudio, right=90.6),
        *flow.inline("¿Tomas apuntes?", datos.apuntes),
        *flow.inline("¿Cómo te preparas para un examen?", datos.examen),
        *flow.inline("¿Qué haces cuando no entiendes?", datos.no_entiende),
        *flow.space(3.5),
    ]


def _learning(datos: EntrevistaDatos) -> list[Strip]:
    return [
        *flow.heading("D", "Cómo aprendes: marca lo que se parezca a ti"),
        *flow.check_list(SIGNOS, datos.signos),
    ]


def _time(datos: EntrevistaDatos) -> list[Strip]:
    return [
        *flow.heading("E", "Intereses y tiempo"),
        *flow.inline("¿Qué te gusta hacer?", datos.intereses),
        *flow.inline("¿Qué haces por las tardes?", datos.tardes),
        *flow.beside(
            flow.choose("¿Trabajas?", _yes_no(datos.trabaja)),
            flow.inline("¿Cuántas horas por semana?", datos.horas_trabajo, left=_MIDDLE),
        ),
        *flow.heading("", "Días y horas en que puedes"),
        *week_table(datos.semana, 2),
    ]


def _worries(datos: EntrevistaDatos) -> list[Strip]:
    return [
        *flow.heading("F", "Dificultades, preocupaciones y expectativas"),
        *flow.inline("¿Qué te preocupa de la escuela?", datos.preocupaciones),
        *flow.inline("¿Qué esperas de la tutoría?", datos.expectativas),
        *flow.inline("¿Cómo prefieres que te apoye?", datos.apoyo),
        *flow.space(2),
        *flow.heading("G", "¿Has faltado? ¿Por qué? (si quieres contestar)"),
        *flow.check_list(CAUSAS_DE_FALTA, datos.faltas, columns=3),
    ]


def _closing(datos: EntrevistaDatos) -> list[Strip]:
    return flow.together([
        *flow.inline("Acuerdos", datos.acuerdos),
        *flow.inline("Próxima cita", datos.fecha_proxima, right=_MIDDLE - 4),
        *flow.signatures(
            [(datos.nombre, "Alumno tutorado"), (datos.entrevistador, "Alumno-tutor")], room=15
        ),
    ])  # fmt: skip


def _yes_no(answer: str) -> list[tuple[str, bool]]:
    return [("Sí", answer == "si"), ("No", answer == "no")]


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, EntrevistaOpciones, hojas)
