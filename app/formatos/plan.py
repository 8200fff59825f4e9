"""Plan de acción tutorial (DOMAIN C.6): the items of U Anexo 01 in order, in Mexican words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.plan import AMBITOS
from app.fields import Flag, column
from app.formatos import flow
from app.formatos.flow import Column, Running, pages
from app.formatos.formato import Dibujo
from app.formatos.layout import Page, Sheet, one_page
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete

TITULO = "PLAN DE ACCIÓN TUTORIAL"


@dataclass(frozen=True)
class TutoradoImpreso:
    """A tutorado of the plan."""

    nombre: str = ""
    semestre_grupo: str = ""
    matricula: str = ""


@dataclass(frozen=True)
class AccionImpresa:
    """An action: what, over which content, in which week, by whom, whether it is done."""

    texto: str = ""
    contenido: str = ""
    semana: str = ""
    quien: str = ""
    hecha: bool = False


@dataclass(frozen=True)
class CitaImpresa:
    """A row of the cronograma de actividades."""

    tutorado: str = ""
    dias: str = ""
    horario: str = ""
    temas: str = ""


@dataclass(frozen=True)
class AjusteImpreso:
    """A change made to the plan."""

    fecha: date | None = None
    motivo: str = ""
    cambio: str = ""


@dataclass(frozen=True)
class PlanDatos:
    """What a plan shows; what is empty leaves room for the pen. `ambitos` are keys of AMBITOS."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    periodo: str = ""
    asignatura: str = ""
    entregado: date | None = None
    alumno_tutor: str = ""
    docente_tutor: str = ""
    responsable: str = ""
    tutorados: tuple[TutoradoImpreso, ...] = ()
    dificultad: str = ""
    necesidades: tuple[str, ...] = ()
    objetivo: str = ""
    ambitos: tuple[str, ...] = ()
    acciones: tuple[AccionImpresa, ...] = ()
    estrategias: tuple[str, ...] = ()
    recursos: str = ""
    evidencia: str = ""
    contenidos: tuple[str, ...] = ()
    resultados: str = ""
    cronograma: tuple[CitaImpresa, ...] = ()
    ajustes: tuple[AjusteImpreso, ...] = ()
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class PlanOpciones:
    """How plans are printed; `encabezado` off leaves the space of the heading white."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = PlanDatos()

EJEMPLO = PlanDatos(
    membrete=Membrete(
        nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
        cct="15DCT0214K",
        turno="Matutino",
        ciclo="2026-2027",
        periodo="agosto 2026 – enero 2027",
    ),
    folio="PAT-2026B-0231",
    periodo="Agosto 2026 – enero 2027",
    asignatura="Geometría y trigonometría",
    entregado=date(2026, 9, 14),
    alumno_tutor="Íñigo Saldaña Muñoz",
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
    responsable="Ing. Patricia Zúñiga Bárcenas",
    tutorados=(TutoradoImpreso("Guzmán Peña, María Fernanda", "3.º B", "24215061300147"),),
    dificultad="Reconoce las figuras, pero se confunde al plantear proporciones entre triángulos "
    "semejantes y no recuerda las razones trigonométricas.",
    necesidades=(
        "Repasar operaciones con fracciones y despejes.",
        "Aprender a dibujar el problema antes de escribir la ecuación.",
        "Organizar sus apuntes por tema.",
    ),
    objetivo="Que María Fernanda plantee y resuelva sin ayuda problemas de semejanza y apruebe el "
    "segundo parcial con 7 o más.",
    ambitos=("academico", "orientacion"),
    acciones=(
        AccionImpresa("Recortar triángulos y compararlos", "Semejanza", "5", "Ambos", True),
        AccionImpresa(
            "Resolver cinco problemas de sombras y explicarlos en voz alta",
            "Teorema de Pitágoras", "6", "María Fernanda",
        ),
        AccionImpresa("Hacer tarjetas de seno, coseno y tangente", "Razones", "7", "Íñigo"),
    ),
    estrategias=(
        "Usar un color para cada lado y para cada ángulo.",
        "Hacer un mapa con las fórmulas y cuándo se usan.",
    ),
    recursos="Juego de geometría, papel de colores, libro de texto.",
    evidencia="Cuaderno con los problemas resueltos y carnet de asesorías firmado.",
    contenidos=("Ángulos y rectas", "Semejanza de triángulos", "Razones trigonométricas"),
    resultados="Tres de cuatro problemas resueltos sin ayuda y asistencia a ocho sesiones de diez.",
    cronograma=(
        CitaImpresa(
            "Guzmán Peña, María Fernanda", "Martes 15 y 22 de septiembre", "13:20 a 14:00",
            "Ángulos y rectas",
        ),
        CitaImpresa(
            "Guzmán Peña, María Fernanda", "Martes 29 de septiembre y 6 de octubre",
            "13:20 a 14:00", "Semejanza y teorema de Pitágoras",
        ),
        CitaImpresa(
            "Guzmán Peña, María Fernanda", "Martes 13 de octubre", "13:20 a 14:00",
            "Razones trigonométricas",
        ),
    ),
    ajustes=(AjusteImpreso(date(2026, 10, 6), "Suspensión de labores", "Pasó al jueves 8."),),
)  # fmt: skip

_TUTORADOS = (
    Column(("N°",), 11.325),
    Column(("NOMBRE DEL TUTORADO",), 89.275),
    Column(("SEMESTRE Y GRUPO",), 34),
    Column(("NÚMERO DE CONTROL",), 45.3),
)
_ACCIONES = (
    Column(("N°",), 11.325),
    Column(("ACCIÓN",), 72.575),
    Column(("CONTENIDO",), 40),
    Column(("SEMANA",), 18),
    Column(("QUIÉN",), 25),
    Column(("HECHA",), 13),
)
_CRONOGRAMA = (
    Column(("N°",), 11.325),
    Column(("NOMBRE DEL TUTORADO",), 48.575),
    Column(("DÍAS PROGRAMADOS",), 42),
    Column(("HORARIO",), 28),
    Column(("TEMAS PROGRAMADOS",), 50),
)
_AJUSTES = (Column(("FECHA",), 26), Column(("MOTIVO",), 66.9), Column(("CAMBIO",), 87))


def hojas(datos: Sequence[PlanDatos], opciones: PlanOpciones) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the plans, with how many plans are done."""
    for done, one in enumerate(datos, 1):
        for page in paginas(one, opciones):
            yield done, one_page(page)


def paginas(datos: PlanDatos, opciones: PlanOpciones) -> list[Page]:
    """The pages of one plan, each with its number."""
    names = ", ".join(tutorado.nombre for tutorado in datos.tutorados)
    running = Running(
        TITULO,
        datos.membrete,
        datos.folio,
        (" · ".join(filter(None, (datos.asignatura, names))), datos.asignatura),
        datos.leyenda,
        opciones.encabezado,
        f"Plan de {names}" if names else "Plan en blanco",
    )
    return pages(running, _strips(datos))


def _strips(datos: PlanDatos) -> list[flow.Strip]:
    """The form from the fields to the signatures."""
    return [*_identity(datos), *_proposal(datos), *_schedule(datos)]


def _identity(datos: PlanDatos) -> list[flow.Strip]:
    entregado = f"{datos.entregado:%d/%m/%Y}" if datos.entregado else ""
    tutorados = [
        (str(i), t.nombre, t.semestre_grupo, t.matricula) for i, t in enumerate(datos.tutorados, 1)
    ]
    return [
        *flow.fields(
            [
                ("Periodo", datos.periodo, 18, 75.3),
                ("Asignatura", datos.asignatura, 79.3, 151.95),
                ("Fecha de entrega", entregado, 155.95, 197.9),
            ]
        ),
        *flow.fields(
            [
                ("Nombre del alumno-tutor", datos.alumno_tutor, 18, 105.95),
                ("Nombre del docente-tutor", datos.docente_tutor, 109.95, 197.9),
            ]
        ),
        *flow.space(5),
        *flow.table(_TUTORADOS, tutorados, 3 if not tutorados else 0),
    ]


def _proposal(datos: PlanDatos) -> list[flow.Strip]:
    actions = [
        (str(i), a.texto, a.contenido, a.semana, a.quien, "Sí" if a.hecha else "")
        for i, a in enumerate(datos.acciones, 1)
    ]
    ambitos = [(label, key in datos.ambitos) for key, label in AMBITOS.items()]
    return [
        *flow.section("1", "Descripción breve de la dificultad académica", [datos.dificultad], 3),
        *flow.section("2", "Detección de necesidades", datos.necesidades, 3, bullets=True),
        *flow.section("3", "Objetivo", [datos.objetivo], 2),
        *flow.heading("4", "Propuesta de intervención tutorial"),
        *flow.checks("4.1", "Ámbitos", ambitos),
        *flow.section("4.2", "Estrategias", datos.estrategias, 2, is_sub=True, bullets=True),
        *flow.section("4.3", "Recursos", [datos.recursos], 1, is_sub=True),
        *flow.section("4.4", "Evidencia", [datos.evidencia], 1, is_sub=True),
        *flow.heading("4.5", "Acciones", is_sub=True),
        *flow.table(_ACCIONES, actions, 0 if actions else 4),
        *flow.section("5", "Contenidos", datos.contenidos, 2, bullets=True),
        *flow.section("6", "Resultados esperados", [datos.resultados], 2),
    ]


def _schedule(datos: PlanDatos) -> list[flow.Strip]:
    citas = [
        (str(i), c.tutorado, c.dias, c.horario, c.temas) for i, c in enumerate(datos.cronograma, 1)
    ]
    ajustes = [
        (f"{a.fecha:%d/%m/%Y}" if a.fecha else "", a.motivo, a.cambio) for a in datos.ajustes
    ]
    return [
        *flow.heading("7", "Cronograma de actividades"),
        *flow.table(_CRONOGRAMA, citas, 0 if citas else 5),
        *flow.heading("8", "Ajustes"),
        *flow.table(_AJUSTES, ajustes, len(ajustes) + 1 if ajustes else 2),
        *flow.signatures(
            [
                (datos.alumno_tutor, "Firma del alumno-tutor"),
                (datos.docente_tutor, "Firma del docente-tutor"),
                (datos.responsable, "Vo. Bo. del responsable de tutoría"),
            ],
            across=3,
        ),
    ]


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, PlanOpciones, hojas)
