"""Carta compromiso del alumno tutorado (DOMAIN C.4, M-68): duties of U art. 14 and S art. 21."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.fields import Flag, column
from app.formatos import flow
from app.formatos.flow import Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete
from app.formatos.textos import default_text

TITULO = "CARTA COMPROMISO DEL ALUMNO TUTORADO"


@dataclass(frozen=True)
class CartaTutoradoDatos:
    """What a letter shows; what is empty leaves a blank. `texto` is the text of the plantel."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    nombre: str = ""
    semestre: str = ""
    grupo: str = ""
    turno: str = ""
    especialidad: str = ""
    asignatura: str = ""
    periodo: str = ""
    horario: str = ""
    lugar_y_fecha: str = ""
    alumno_tutor: str = ""
    docente_tutor: str = ""
    responsable: str = ""
    es_menor: bool = True
    texto: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class CartaTutoradoOpciones:
    """How letters are printed."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)
    responsable: bool = column("Firma del padre, madre o tutor legal", Flag(), default=True)


EN_BLANCO = CartaTutoradoDatos(texto=default_text("carta_tutorado"))
EJEMPLO = CartaTutoradoDatos(
    membrete=Membrete(
        nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
        cct="15DCT0214K",
        turno="Matutino",
        ciclo="2026-2027",
        periodo="agosto 2026 – enero 2027",
    ),
    folio="CC-2026A-0031",
    nombre="María Fernanda Guzmán Peña",
    semestre="tercer",
    grupo="B",
    turno="matutino",
    especialidad="Programación",
    asignatura="Geometría y trigonometría",
    periodo="agosto 2026 – enero 2027",
    horario="martes, de 13:20 a 14:00, en la Biblioteca",
    lugar_y_fecha="Ixtlahuaca de Rayón, Estado de México, a 8 de septiembre de 2026",
    alumno_tutor="Íñigo Saldaña Muñoz",
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
    responsable="José Luis Guzmán Argüello",
    texto=default_text("carta_tutorado"),
)


def hojas(
    datos: Sequence[CartaTutoradoDatos], opciones: CartaTutoradoOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the letters, with how many letters are done."""
    return flow.sheets([(_running(one, opciones), _strips(one, opciones)) for one in datos])


def _running(datos: CartaTutoradoDatos, opciones: CartaTutoradoOpciones) -> Running:
    return Running(
        TITULO,
        datos.membrete,
        datos.folio,
        (" · ".join(filter(None, (datos.nombre, datos.asignatura))), datos.nombre),
        datos.leyenda,
        opciones.encabezado,
        f"Carta de {datos.nombre}" if datos.nombre else "Carta en blanco",
    )


def _strips(datos: CartaTutoradoDatos, opciones: CartaTutoradoOpciones) -> list[Strip]:
    blanks = {"semestre": 24, "grupo": 20, "turno": 30, "horario": 95}
    values = {
        key: flow.Strong(getattr(datos, key), blanks.get(key, 60))
        for key in (
            "nombre", "semestre", "grupo", "turno", "especialidad", "asignatura", "periodo",
            "horario",
        )
    }  # fmt: skip
    signers = [
        (datos.nombre, "Alumno tutorado"),
        (datos.alumno_tutor, "Alumno-tutor"),
        (datos.docente_tutor, "Docente-tutor"),
    ]
    if opciones.responsable and datos.es_menor:
        signers.append((datos.responsable, "Padre, madre o tutor legal"))
    return flow.closing(
        flow.letter(datos.texto, values),
        flow.fields([("Lugar y fecha", datos.lugar_y_fecha, 48.7, 197.9)], 14),
        flow.signatures(signers, room=16),
    )


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, CartaTutoradoOpciones, hojas)
