"""Minuta y bitácora de compromisos of a meeting (DOMAIN C.15, C-33…C-51).

Each commitment is written with the three sentences of the guide, is accounted for at a later
session and is verified there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.fields import Flag, Number, column
from app.formatos import flow
from app.formatos.flow import LANDSCAPE, Column, Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, MEMBRETE_DE_MUESTRA, SIN_MEMBRETE, Membrete

TITULO = "MINUTA Y BITÁCORA DE COMPROMISOS"
TIPOS = {
    "red": "Red de alumnos tutores",
    "formacion": "Formación de alumnos tutores",
    "colectivo": "Colectivo docente",
    "cte": "Consejo Técnico Escolar",
    "familias": "Familias",
    "otra": "Otra: ________________________",
}
"""The kinds of meeting, in three columns."""


@dataclass(frozen=True)
class Asistente:
    """Somebody at the meeting."""

    nombre: str = ""
    cargo: str = ""


@dataclass(frozen=True)
class Acuerdo:
    """What the meeting agreed on."""

    acuerdo: str = ""
    responsable: str = ""
    fecha: str = ""


@dataclass(frozen=True)
class Compromiso:
    """A commitment of one person: its three sentences, and how it is followed up."""

    mejorar: str = ""
    acciones: str = ""
    compartir: str = ""
    responsable: str = ""
    fecha_o_sesion: str = ""
    evidencia: str = ""
    avance: str = ""
    verificado: str = ""


@dataclass(frozen=True)
class MinutaDatos:
    """What a minuta shows; what is empty is written by hand. `tipo` is a key of TIPOS."""

    membrete: Membrete = SIN_MEMBRETE
    tipo: str = ""
    numero: str = ""
    fecha: str = ""
    horario: str = ""
    lugar: str = ""
    propositos: tuple[str, ...] = ()
    asistentes: tuple[Asistente, ...] = ()
    acuerdos: tuple[Acuerdo, ...] = ()
    compromisos: tuple[Compromiso, ...] = ()
    proxima: str = ""
    proxima_lugar: str = ""
    proxima_asuntos: str = ""
    docente_tutor: str = ""
    director: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class MinutaOpciones:
    """How a minuta is printed: the rows that are left to write on."""

    papel: str = "carta"
    asistentes: int = column("Renglones para asistentes", Number(2, 80), default=8)
    acuerdos: int = column("Renglones para acuerdos", Number(1, 40), default=3)
    compromisos: int = column("Renglones para compromisos", Number(1, 40), default=4)
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)


EN_BLANCO = MinutaDatos()
EJEMPLO = MinutaDatos(
    membrete=MEMBRETE_DE_MUESTRA,
    tipo="red",
    numero="3",
    fecha="6 de noviembre de 2026",
    horario="13:20 a 14:10",
    lugar="Sala de usos múltiples",
    propositos=(
        "Valorar el avance de las intervenciones después del segundo parcial.",
        "Acordar cómo se apoya a quienes faltaron más de dos veces.",
    ),
    asistentes=(
        Asistente("Mtra. Leticia Ordóñez Villagrán", "Docente-tutora"),
        Asistente("Íñigo Saldaña Muñoz", "Alumno tutor, 5.º A"),
        Asistente("Ximena Yáñez Güemes", "Alumna tutora, 5.º B"),
    ),
    acuerdos=(
        Acuerdo("Avisar los cambios de horario con dos días", "Alumnos tutores", "Desde hoy"),
        Acuerdo("Reservar una segunda mesa en la biblioteca", "Mtra. Ordóñez", "13 nov 2026"),
    ),
    compromisos=(
        Compromiso(
            "La lectura de lo que pide cada problema.",
            "Dibujar el problema y subrayar los datos antes de resolver; una hoja por semana.",
            "Dos cuadernos con los problemas resueltos.",
            "Íñigo Saldaña", "4.ª sesión", "Cuadernos", "En marcha", "",
        ),
        Compromiso(
            "La asistencia a las asesorías de Química.",
            "Cambiar la hora al jueves y confirmar un día antes.",
            "El registro de asistencia del mes.",
            "Ximena Yáñez", "4.ª sesión", "Registro", "", "",
        ),
    ),
    proxima="4 de diciembre de 2026, 13:20",
    proxima_lugar="Sala de usos múltiples",
    proxima_asuntos="Avance de los compromisos; preparación de los informes finales.",
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
    director="Mtro. Óscar Ibáñez Treviño",
)  # fmt: skip

_ASISTENTES = (
    Column(("N°",), 8),
    Column(("NOMBRE",), 52),
    Column(("CARGO O GRUPO",), 34),
    Column(("FIRMA",), 27.7),
    Column(("N°",), 10),
    Column(("NOMBRE",), 52),
    Column(("CARGO O GRUPO",), 34),
    Column(("FIRMA",), 25.7),
)
_ACUERDOS = (
    Column(("N°",), 8),
    Column(("ACUERDO",), 135.4),
    Column(("RESPONSABLE",), 58),
    Column(("FECHA",), 42),
)
_COMPROMISOS = (
    Column(("MIS ALUMNOS", "REQUIEREN MEJORAR…"), 42),
    Column(
        (
            "PARA ELLO, ME COMPROMETO A",
            "IMPLEMENTAR EN LAS PRÓXIMAS SEMANAS",
            "LAS SIGUIENTES ACCIONES…",
        ),
        56,
    ),
    Column(("Y A COMPARTIR CON MIS COLEGAS", "LOS RESULTADOS MEDIANTE…"), 46),
    Column(("RESPONSABLE",), 25),
    Column(("FECHA", "O SESIÓN"), 18),
    Column(("EVIDENCIA",), 21),
    Column(("AVANCE",), 16.4),
    Column(("VERIFICADO",), 19),
)  # fmt: skip
_COMMITMENT = 16.5
"""The height of a row of commitments: two lines of handwriting and air."""


def hojas(datos: Sequence[MinutaDatos], opciones: MinutaOpciones) -> Iterator[tuple[int, Sheet]]:
    """The pages of the minutas, with how many minutas are done."""
    forms = [(_running(one, opciones), _strips(one, opciones)) for one in datos]
    return flow.sheets(forms, LANDSCAPE)


def _running(datos: MinutaDatos, opciones: MinutaOpciones) -> Running:
    what = ", ".join(filter(None, (datos.numero and f"Reunión {datos.numero}", datos.fecha)))
    return Running(
        TITULO, datos.membrete, "", (what,), datos.leyenda, opciones.encabezado, "Minuta"
    )


def _strips(datos: MinutaDatos, opciones: MinutaOpciones) -> list[Strip]:
    agreed = [
        (str(i), one.acuerdo, one.responsable, one.fecha) for i, one in enumerate(datos.acuerdos, 1)
    ]
    agreed += [(str(i + 1), "", "", "") for i in range(len(agreed), opciones.acuerdos)]
    committed = [
        (
            c.mejorar, c.acciones, c.compartir, c.responsable, c.fecha_o_sesion, c.evidencia,
            c.avance, c.verificado,
        )
        for c in datos.compromisos
    ]  # fmt: skip
    before = [
        *_header(datos),
        *flow.heading("1", "Asistentes"),
        *flow.table(_ASISTENTES, _people(datos.asistentes, opciones.asistentes)),
        *flow.heading("2", "Acuerdos para dar seguimiento"),
        *flow.table(_ACUERDOS, agreed),
        *flow.heading("3", "Compromisos por escrito"),
        *flow.table(_COMPROMISOS, committed, opciones.compromisos, row=_COMMITMENT),
        *flow.heading("4", "Próxima reunión"),
        *flow.fields(
            [
                ("Fecha y hora", datos.proxima, 18, 113),
                ("Lugar", datos.proxima_lugar, 117, LANDSCAPE.right),
            ]
        ),
        *flow.space(1),
        *flow.answers("Asuntos", datos.proxima_asuntos, 1, right=LANDSCAPE.right),
    ]
    signers = [
        (datos.docente_tutor, "Elaboró: docente-tutor"),
        (datos.director, "Vo. Bo. de la dirección"),
    ]
    return flow.closing(before, flow.signatures(signers))


def _header(datos: MinutaDatos) -> list[Strip]:
    right = LANDSCAPE.right
    return [
        *flow.check_list(TIPOS, {datos.tipo}, columns=3, right=right)[:-1],
        *flow.fields(
            [
                ("Reunión número", datos.numero, 18, 52),
                ("Fecha", datos.fecha, 56, 113),
                ("Horario", datos.horario, 117, 162),
                ("Lugar", datos.lugar, 166, right),
            ]
        ),
        *flow.space(5),
        *flow.answers("Propósitos", "\n".join(datos.propositos), 2, right=right),
    ]


def _people(known: Sequence[Asistente], rows: int) -> list[tuple[str, ...]]:
    """Two people on each row of the list, down one side and then the other."""
    many = max(len(known), rows)
    down = -(-many // 2)
    cells = [
        (str(i + 1), known[i].nombre, known[i].cargo, "") if i < len(known) else
        (str(i + 1), "", "", "")
        for i in range(2 * down)
    ]  # fmt: skip
    return [(*cells[i], *cells[i + down]) for i in range(down)]


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, MinutaOpciones, hojas)
