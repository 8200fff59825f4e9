"""Aviso de privacidad simplificado of the plantel, with the acuse to cut off (DOMAIN D.6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.fields import Flag, column
from app.formatos import flow
from app.formatos.ejemplos import MEMBRETE
from app.formatos.flow import Running, Strip
from app.formatos.formato import Dibujo
from app.formatos.layout import CAPITALS, CARTA, TITLE_MEDIA_CARTA, Ink, Sheet, measure
from app.formatos.membrete import SIN_MEMBRETE, Membrete
from app.formatos.textos import default_text

TITULO = "AVISO DE PRIVACIDAD SIMPLIFICADO"
ACUSE = "ACUSE DEL AVISO DE PRIVACIDAD"
RECIBIMOS = (
    "Recibimos y leímos el aviso de privacidad simplificado de la tutoría entre pares del plantel."
)
_CUT = "CORTAR AQUÍ · EL PLANTEL CONSERVA ESTA PARTE"
_LEFT, _RIGHT = flow.UPRIGHT.left, flow.UPRIGHT.right


@dataclass(frozen=True)
class AvisoPrivacidadDatos:
    """What the notice says; what is empty leaves a blank. `texto` is the text of the plantel."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    plantel: str = ""
    domicilio: str = ""
    transparencia: str = ""
    aviso: str = ""
    nombre: str = ""
    matricula: str = ""
    grupo: str = ""
    responsable: str = ""
    texto: str = ""


@dataclass(frozen=True)
class AvisoPrivacidadOpciones:
    """How notices are printed."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)
    responsable: bool = column("Firma del padre, madre o tutor legal", Flag(), default=True)


EN_BLANCO = AvisoPrivacidadDatos(texto=default_text("aviso_privacidad"))
EJEMPLO = AvisoPrivacidadDatos(
    membrete=MEMBRETE,
    folio="AP-2026A-0147",
    plantel=MEMBRETE.nombre,
    domicilio="Av. Benito Juárez 120",
    transparencia="la Unidad de Transparencia",
    aviso="la dirección del plantel",
    nombre="María Fernanda Guzmán Peña",
    matricula="24215061300147",
    grupo="3.º B",
    responsable="José Luis Guzmán Argüello",
    texto=default_text("aviso_privacidad"),
)
_BLANKS = {"plantel": 90, "domicilio": 90, "transparencia": 80, "aviso": 80}


def hojas(
    datos: Sequence[AvisoPrivacidadDatos], opciones: AvisoPrivacidadOpciones
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the notices, with how many are done."""
    return flow.sheets([(_running(one, opciones), _strips(one, opciones)) for one in datos])


def _running(datos: AvisoPrivacidadDatos, opciones: AvisoPrivacidadOpciones) -> Running:
    owner = f"Aviso de {datos.nombre}" if datos.nombre else "Aviso en blanco"
    return Running(
        TITULO, datos.membrete, datos.folio, (datos.nombre,), "", opciones.encabezado, owner
    )  # fmt: skip


def _strips(datos: AvisoPrivacidadDatos, opciones: AvisoPrivacidadOpciones) -> list[Strip]:
    """The notice above; the acuse at the foot of the page, wherever the notice ends."""
    values = {key: flow.Strong(getattr(datos, key), wide) for key, wide in _BLANKS.items()}
    said, signed = flow.notice(datos.texto, values, 11), _acuse(datos, opciones)
    used = sum(strip.height for strip in (*said, *signed))
    left = flow.UPRIGHT.bottom - flow.UPRIGHT.first_top - used
    return [*said, *(flow.space(left) if left > 0 else []), *signed]


def _acuse(datos: AvisoPrivacidadDatos, opciones: AvisoPrivacidadOpciones) -> list[Strip]:
    signers = [(datos.nombre, "Alumno")]
    if opciones.responsable:
        signers.append((datos.responsable, "Padre, madre o tutor legal"))
    folio = f"{ACUSE} · {datos.folio}" if datos.folio else ACUSE
    return flow.together([
        _cut(),
        _title(folio),
        *flow.paragraph([RECIBIMOS], left=_LEFT, size=10.5, after=0),
        *flow.fields([
            ("Nombre del alumno", datos.nombre, 18, 105.95),
            ("Número de control", datos.matricula, 109.95, 147.3),
            ("Grupo", datos.grupo, 151.3, 167.9),
            ("Fecha", "", 171.9, 197.9),
        ], 13),
        *flow.signatures(signers, room=17),
    ])  # fmt: skip


def _cut() -> Strip:
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.rule(0, top, CARTA[0])
        ink.text(_RIGHT - measure(_CUT, CAPITALS), top + 4, _CUT, CAPITALS)

    return Strip(7, draw)


def _title(words: str) -> Strip:
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(_LEFT, top + 4.5, words, TITLE_MEDIA_CARTA)

    return Strip(8, draw)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, AvisoPrivacidadOpciones, hojas)
