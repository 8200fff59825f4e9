"""Ficha de canalización with its contrarreferencia (DOMAIN C.9, U-93): U Anexo 03 in order.

It is always of the docente-tutor, never of the alumno-tutor; what comes back says only what kind
of attention was given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.fields import Flag, column
from app.formatos import flow
from app.formatos.flow import Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, MEMBRETE_DE_MUESTRA, SIN_MEMBRETE, Membrete

TITULO = "FICHA DE CANALIZACIÓN"
AREAS = {
    "orientacion": "Orientación educativa",
    "psicologia": "Psicología",
    "psicopedagogia": "Psicopedagogía",
    "medico": "Servicio médico",
    "trabajo_social": "Trabajo social",
    "becas": "Becas",
    "control_escolar": "Control escolar",
    "asesoria": "Asesoría de la asignatura",
    "otra": "Otra: ________________________",
}
"""The areas of support of a plantel, in three columns."""
ATENCIONES = {
    "entrevista": "Entrevista u orientación",
    "seguimiento": "Seguimiento individual",
    "grupo": "Taller o grupo",
    "familia": "Reunión con la familia",
    "tramite": "Trámite o beca",
    "externa": "Envío a otra institución",
}
SIN_ATENCION = {
    "falto": "No acudió a la cita",
    "cita": "No hubo cita disponible",
    "no_quiso": "No quiso la atención",
    "familia": "La familia no la autorizó",
    "otra_area": "Corresponde a otra área",
    "otro": "Otro motivo",
}
_CUANDO = (
    "La canalización se aplica cuando el docente-tutor identifica la necesidad de soporte médico, "
    "psicológico, psicopedagógico o social. La llena el docente-tutor; el alumno-tutor solo le "
    "avisa."
)
_VUELTA = (
    "Para el área: anote solo el tipo de atención; lo conversado y el diagnóstico se quedan en el "
    "área. Devuelva esta hoja al docente-tutor."
)


@dataclass(frozen=True)
class CanalizacionDatos:
    """What a ficha shows; `area` is a key of AREAS. What is empty is written by hand."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    periodo: str = ""
    docente_tutor: str = ""
    docente_correo: str = ""
    docente_telefono: str = ""
    tutorado: str = ""
    semestre_grupo: str = ""
    matricula: str = ""
    telefono: str = ""
    fecha: date | None = None
    area: str = ""
    motivo: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class CanalizacionOpciones:
    """How fichas are printed."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)
    contrarreferencia: bool = column("Hoja para la respuesta del área", Flag(), default=True)


EN_BLANCO = CanalizacionDatos()
EJEMPLO = CanalizacionDatos(
    membrete=MEMBRETE_DE_MUESTRA,
    folio="CAN-2026A-0008",
    periodo="Agosto 2026 – enero 2027",
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
    docente_correo="leticia.ordonez@cbtis214.example",
    docente_telefono="712 555 0190",
    tutorado="Guzmán Peña, María Fernanda",
    semestre_grupo="3.º B",
    matricula="24215061300147",
    telefono="712 555 0142",
    fecha=date(2026, 10, 19),
    area="psicopedagogia",
    motivo="En las últimas tres semanas dejó de entregar trabajos y dice que no logra concentrarse "
    "al estudiar; pidió apoyo para organizar su tiempo.",
)


def hojas(
    datos: Sequence[CanalizacionDatos], opciones: CanalizacionOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the fichas, with how many fichas are done."""
    return flow.sheets([(_running(one, opciones), _strips(one, opciones)) for one in datos])


def _running(datos: CanalizacionDatos, opciones: CanalizacionOpciones) -> Running:
    return Running(
        TITULO,
        datos.membrete,
        datos.folio,
        (" · ".join(filter(None, (datos.tutorado, datos.semestre_grupo))), datos.tutorado),
        datos.leyenda,
        opciones.encabezado,
        f"Canalización de {datos.tutorado}" if datos.tutorado else "Canalización en blanco",
    )


def _strips(datos: CanalizacionDatos, opciones: CanalizacionOpciones) -> list[Strip]:
    back = _answer(datos) if opciones.contrarreferencia else []
    return [*_sent(datos), *back]


def _people(datos: CanalizacionDatos) -> list[Strip]:
    """Who refers and who is referred."""
    fecha = f"{datos.fecha:%d/%m/%Y}" if datos.fecha else ""
    return [
        *flow.fields(
            [
                ("Periodo", datos.periodo, 18, 75.3),
                ("Nombre del docente-tutor", datos.docente_tutor, 79.3, 197.9),
            ]
        ),
        *flow.fields(
            [
                ("Correo institucional", datos.docente_correo, 18, 121.3),
                ("Número de celular", datos.docente_telefono, 125.3, 197.9),
            ]
        ),
        *flow.fields(
            [
                ("Nombre del tutorado", datos.tutorado, 18, 121.3),
                ("Semestre y grupo", datos.semestre_grupo, 125.3, 197.9),
            ]
        ),
        *flow.fields(
            [
                ("Número de control", datos.matricula, 18, 75.3),
                ("Número de celular", datos.telefono, 79.3, 136.6),
                ("Fecha", fecha, 140.6, 197.9),
            ]
        ),
    ]


def _sent(datos: CanalizacionDatos) -> list[Strip]:
    """The part of the docente-tutor."""
    filled = [
        *_people(datos),
        *flow.space(6),
        *flow.asked("Área a la que se canaliza"),
        *flow.space(1.4),
        *flow.check_list(AREAS, {datos.area}, columns=3),
        *flow.space(2),
        *flow.answers("Motivo de la canalización (explicación breve)", datos.motivo, 4),
    ]
    signers = [(datos.docente_tutor, "Firma del docente-tutor"), ("", "Firma del área de apoyo")]
    return flow.closing(
        filled,
        flow.note(_CUANDO),
        flow.signatures(signers),
        flow.space(2),
        flow.note("C.c. Responsable de tutoría"),
    )


def _answer(datos: CanalizacionDatos) -> list[Strip]:
    """The part that the area fills and sends back."""
    filled = [
        *flow.second_title("CONTRARREFERENCIA"),
        *flow.note(_VUELTA),
        *flow.fields(
            [
                ("Nombre del tutorado", datos.tutorado, 18, 121.3),
                ("Semestre y grupo", datos.semestre_grupo, 125.3, 197.9),
            ]
        ),
        *flow.fields(
            [
                ("Área", "", 18, 75.3),
                ("Atendido por", "", 79.3, 151.95),
                ("Fecha de atención", "", 155.95, 197.9),
            ]
        ),
        *flow.space(6),
        *flow.asked("Tipo de atención"),
        *flow.space(1.4),
        *flow.check_list(ATENCIONES, columns=3),
        *flow.space(2),
        *flow.question("¿Presentó mejoría?"),
        *flow.space(4),
        *flow.answers("Recomendación para el docente-tutor", "", 4),
        *flow.space(2),
        *flow.asked("Si no se atendió, por qué"),
        *flow.space(1.4),
        *flow.check_list(SIN_ATENCION, columns=3),
    ]
    return flow.new_page(
        flow.closing(filled, flow.signatures([("", "Firma y sello del área de apoyo")]))
    )


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, CanalizacionOpciones, hojas)
