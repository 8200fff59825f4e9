"""Informe parcial o final of an intervención (DOMAIN C.10, U-94): U Anexo 04, items 1 to 11."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.fields import Choice, Date, Flag, Text, column
from app.formatos import flow
from app.formatos.flow import Column, Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import TITLE, Ink, Sheet, measure
from app.formatos.membrete import LEYENDA, MEMBRETE_DE_MUESTRA, SIN_MEMBRETE, Membrete

TITULO = "INFORME N°"
TIPOS = {"parcial": "Parcial", "final": "Final"}


@dataclass(frozen=True)
class EstudianteImpreso:
    """A tutorado of the report."""

    nombre: str = ""
    matricula: str = ""
    especialidad: str = ""
    semestre: str = ""


@dataclass(frozen=True)
class EjecucionImpresa:
    """A planned session and what became of it."""

    dia_horario: str = ""
    tema: str = ""
    ejecucion: str = ""


@dataclass(frozen=True)
class InformeDatos:
    """What a report shows; what is empty leaves room for the pen."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    dirigido: str = ""
    de: str = ""
    asunto: str = ""
    fecha: str = ""
    introduccion: str = ""
    estudiantes: tuple[EstudianteImpreso, ...] = ()
    sesiones: tuple[EjecucionImpresa, ...] = ()
    resumen_de_sesiones: str = ""
    metas: str = ""
    mejoras: str = ""
    dificultades: str = ""
    calificaciones: tuple[str, ...] = ()
    acciones: str = ""
    estrategias: str = ""
    resultados: str = ""
    conclusiones: str = ""
    sugerencias: str = ""
    docente_tutor: str = ""
    responsable: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class InformeOpciones:
    """How reports are printed, and which: the days from and to which its sesiones are told."""

    papel: str = "carta"
    tipo: str = column("Informe", Choice(TIPOS), default="parcial")
    desde: date | None = column("Sesiones desde", Date(), default=None)
    hasta: date | None = column("Sesiones hasta", Date(), default=None)
    copia: str = column("Con copia para", Text(120), default="Departamento académico")
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)

    @property
    def folio(self) -> str:
        """How its folios begin: a parcial and a final of the same intervención have their own."""
        return "IF" if self.tipo == "final" else "IP"


EN_BLANCO = InformeDatos()
EJEMPLO = InformeDatos(
    membrete=MEMBRETE_DE_MUESTRA,
    folio="IP-2026A-0042",
    dirigido="Ing. Patricia Zúñiga Bárcenas, responsable de tutoría",
    de="Mtra. Leticia Ordóñez Villagrán, docente-tutora del grupo 3.º B",
    asunto="Informe parcial de la tutoría entre pares en Geometría y trigonometría",
    fecha="19 de octubre de 2026",
    introduccion="Reciba un cordial saludo. Entre el 1 de septiembre y el 16 de octubre se atendió "
    "a dos estudiantes que deben la asignatura. Íñigo Saldaña Muñoz dio cinco de las seis sesiones "
    "planeadas; la otra pasó a un jueves por suspensión de labores.",
    estudiantes=(
        EstudianteImpreso("Guzmán Peña, María Fernanda", "24215061300147", "Programación", "3.º"),
        EstudianteImpreso("Núñez de la Cruz, José Ángel", "24215061300212", "Contabilidad", "3.º"),
    ),
    sesiones=(
        EjecucionImpresa("1 sep, 13:20 a 14:00", "Ángulos y rectas", "Realizada, 40 min"),
        EjecucionImpresa("8 sep, 13:20 a 14:00", "Triángulos: semejanza", "Realizada, 40 min"),
        EjecucionImpresa("15 sep, 13:20 a 14:00", "Teorema de Pitágoras", "Movida: no hubo clases"),
        EjecucionImpresa("22 sep, 13:20 a 14:00", "Repaso del primer parcial", "Realizada, 40 min"),
        EjecucionImpresa("29 sep, 13:20 a 14:10", "Razones trigonométricas", "Realizada, 50 min"),
        EjecucionImpresa("6 oct, 13:20 a 14:00", "Triángulos rectángulos", "Realizada, 40 min"),
    ),
    resumen_de_sesiones="5 realizadas de 6 planeadas · 3 horas 30 minutos · 1 movida",
    metas="María Fernanda alcanzó tres de las cuatro metas del plan: ya plantea problemas de "
    "semejanza sin ayuda. José Ángel alcanzó dos de cuatro.",
    mejoras="Puntualidad, orden en los apuntes y participación en clase, según sus docentes.",
    dificultades="Operaciones con fracciones algebraicas. José Ángel no siempre termina las "
    "actividades acordadas.",
    calificaciones=(
        "Guzmán Peña, María Fernanda: 7.4 (antes 5.0).",
        "Núñez de la Cruz, José Ángel: 6.2 (antes 5.0).",
    ),
    acciones="Revisión semanal de los carnets de asesorías; acuerdo con la biblioteca para "
    "reservar una mesa los martes.",
    estrategias="Ejercicios resueltos por parejas con explicación en voz alta y esquemas de color "
    "para las razones trigonométricas.",
    resultados="Quienes asistieron a cinco sesiones subieron en promedio 1.8 puntos; las faltas "
    "coinciden con la semana de prácticas del taller.",
    conclusiones="La intervención avanza según lo planeado. Conviene mantener al mismo "
    "alumno-tutor hasta el segundo parcial.",
    sugerencias="Reservar una segunda mesa en la biblioteca y avisar con una semana los cambios de "
    "horario.",
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
    responsable="Ing. Patricia Zúñiga Bárcenas",
)

_ESTUDIANTES = (
    Column(("NOMBRE COMPLETO",), 48.4),
    Column(("NÚMERO DE CONTROL",), 32.5),
    Column(("ESPECIALIDAD",), 26),
    Column(("SEMESTRE",), 18),
)
_SESIONES = (
    Column(("N°",), 9),
    Column(("DÍA Y HORARIO",), 38),
    Column(("TEMA PROGRAMADO",), 42.9),
    Column(("EJECUCIÓN",), 35),
)
_ROWS_BY_HAND = 6


def hojas(datos: Sequence[InformeDatos], opciones: InformeOpciones) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the reports, with how many reports are done."""
    return flow.sheets([(_running(one, opciones), _strips(one, opciones)) for one in datos])


def titulo(folio: str) -> str:
    """INFORME N° 042-2026A: the number of its folio within its periodo; bare without one."""
    _, periodo, number = folio.split("-") if folio.count("-") == 2 else ("", "", "")
    return f"{TITULO} {int(number):03d}-{periodo}" if number.isdecimal() else TITULO


def number_by_hand(folio: str) -> list[Strip]:
    """Where the number of a report without folio is written, right of its title."""

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        x = 18 + measure(TITULO, TITLE) + 3
        ink.rule(x, top - 4.4, x + 34)

    return [] if titulo(folio) != TITULO else [Strip(0, draw, keeps=True)]


def _running(datos: InformeDatos, opciones: InformeOpciones) -> Running:
    return Running(
        titulo(datos.folio),
        datos.membrete,
        datos.folio,
        (datos.asunto, f"Informe {opciones.tipo}"),
        datos.leyenda,
        opciones.encabezado,
        f"Informe de {datos.estudiantes[0].nombre}" if datos.estudiantes else "Informe en blanco",
    )


def _strips(datos: InformeDatos, opciones: InformeOpciones) -> list[Strip]:
    before = [
        *number_by_hand(datos.folio),
        *flow.memo(
            [
                ("A", datos.dirigido),
                ("De", datos.de),
                ("Asunto", datos.asunto),
                ("Fecha", datos.fecha),
            ]
        ),
        *flow.section(
            "1", "Saludo e introducción (resumen de actividades)", [datos.introduccion], 3
        ),
        *_tables(datos),
        *_progress(datos),
        *flow.section("5", "Acciones realizadas por el tutor", [datos.acciones], 3),
        *flow.section("6", "Estrategias empleadas", [datos.estrategias], 3),
        *flow.section("7", "Análisis de los resultados", [datos.resultados], 3),
        *flow.section("8", "Conclusiones", [datos.conclusiones], 3),
        *flow.section("9", "Sugerencias", [datos.sugerencias], 3),
    ]
    signers = [
        (datos.docente_tutor, "10  Firma del docente-tutor"),
        (datos.responsable, "11  Firma del responsable de tutoría"),
    ]
    copy = [*flow.space(2), *flow.note(f"C.c. {opciones.copia}")] if opciones.copia else []
    return flow.closing(before, flow.signatures(signers), copy)


def _tables(datos: InformeDatos) -> list[Strip]:
    alumnos = [(e.nombre, e.matricula, e.especialidad, e.semestre) for e in datos.estudiantes]
    sessions = [
        (f"{i:02d}", s.dia_horario, s.tema, s.ejecucion) for i, s in enumerate(datos.sesiones, 1)
    ]
    least = 0 if sessions or alumnos else _ROWS_BY_HAND
    x = flow.MEASURE_X
    execution = flow.table(_SESIONES, sessions, least or 1, left=x)
    if datos.resumen_de_sesiones:
        execution[-1:] = [*flow.space(1.2), *flow.note(datos.resumen_de_sesiones, left=x)]
    return [
        *flow.side_headed(
            "2",
            "Datos de los estudiantes",
            flow.table(_ESTUDIANTES, alumnos, 0 if alumnos else 2, left=x),
        ),
        *flow.side_headed(
            "3",
            "Reporte de ejecución de las sesiones programadas (de acuerdo con el plan)",
            execution,
        ),
    ]


def _progress(datos: InformeDatos) -> list[Strip]:
    return [
        *flow.heading("4", "Evaluación del progreso"),
        *flow.section("4.1", "Análisis en función de las metas", [datos.metas], is_sub=True),
        *flow.section("4.2", "Aspectos en los que ha mejorado", [datos.mejoras], is_sub=True),
        *flow.section(
            "4.3", "Dificultades persistentes o nuevas", [datos.dificultades], is_sub=True
        ),
        *flow.section(
            "4.4", "Calificación obtenida (parcial o final)", datos.calificaciones, 1, is_sub=True
        ),
    ]


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, InformeOpciones, hojas)
