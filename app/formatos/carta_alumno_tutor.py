"""Carta compromiso del alumno-tutor (DOMAIN C.5): limits and duties of U art. 6 and 8, S art. 5."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.fields import Flag, column
from app.formatos import flow
from app.formatos.ejemplos import (
    ALUMNO_TUTOR,
    DIRECTORA,
    DOCENTE_TUTOR,
    LUGAR_Y_FECHA,
    MEMBRETE,
)
from app.formatos.flow import Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete
from app.formatos.textos import default_text

TITULO = "CARTA COMPROMISO DEL ALUMNO-TUTOR"


@dataclass(frozen=True)
class CartaAlumnoTutorDatos:
    """What a letter shows; what is empty leaves a blank. `texto` is the text of the plantel."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    nombre: str = ""
    semestre: str = ""
    grupo: str = ""
    turno: str = ""
    especialidad: str = ""
    periodo: str = ""
    lugar_y_fecha: str = ""
    docente_tutor: str = ""
    responsable: str = ""
    director: str = ""
    es_menor: bool = True
    texto: str = ""
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class CartaAlumnoTutorOpciones:
    """How letters are printed, and who signs besides alumno-tutor and docente-tutor."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)
    responsable: bool = column("Firma del padre, madre o tutor legal", Flag(), default=True)
    director: bool = column("Visto bueno de la dirección", Flag(), default=True)


EN_BLANCO = CartaAlumnoTutorDatos(texto=default_text("carta_alumno_tutor"))
EJEMPLO = CartaAlumnoTutorDatos(
    membrete=MEMBRETE,
    folio="CAT-2026A-0012",
    nombre=ALUMNO_TUTOR,
    semestre="quinto",
    grupo="A",
    turno="matutino",
    especialidad="Programación",
    periodo="agosto 2026 – enero 2027",
    lugar_y_fecha=LUGAR_Y_FECHA,
    docente_tutor=DOCENTE_TUTOR,
    responsable="Ángela Muñoz Cárdenas",
    director=DIRECTORA,
    texto=default_text("carta_alumno_tutor"),
)
_BLANKS = {
    "nombre": 60,
    "semestre": 24,
    "grupo": 20,
    "turno": 30,
    "especialidad": 60,
    "periodo": 60,
}


def hojas(
    datos: Sequence[CartaAlumnoTutorDatos], opciones: CartaAlumnoTutorOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the letters, with how many letters are done."""
    return flow.sheets([(_running(one, opciones), _strips(one, opciones)) for one in datos])


def _running(datos: CartaAlumnoTutorDatos, opciones: CartaAlumnoTutorOpciones) -> Running:
    owner = f"Carta de {datos.nombre}" if datos.nombre else "Carta en blanco"
    return Running(
        TITULO, datos.membrete, datos.folio, (datos.nombre,), datos.leyenda, opciones.encabezado,
        owner,
    )  # fmt: skip


def _strips(datos: CartaAlumnoTutorDatos, opciones: CartaAlumnoTutorOpciones) -> list[Strip]:
    values = {key: flow.Strong(getattr(datos, key), wide) for key, wide in _BLANKS.items()}
    signers = [(datos.nombre, "Alumno-tutor"), (datos.docente_tutor, "Docente-tutor")]
    if opciones.responsable and datos.es_menor:
        signers.append((datos.responsable, "Padre, madre o tutor legal"))
    if opciones.director:
        signers.append((datos.director, "Vo. Bo. de la dirección del plantel"))
    return [
        *flow.space(4),
        *flow.letter(datos.texto, values),
        *flow.together([
            *flow.fields([("Lugar y fecha", datos.lugar_y_fecha, 48.7, 197.9)], 16),
            *flow.space(2),
            *flow.signatures(signers),
        ]),
    ]  # fmt: skip


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, CartaAlumnoTutorOpciones, hojas)
