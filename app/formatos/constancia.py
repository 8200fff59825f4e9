"""Constancia of an alumno tutor, or felicitación for the results (DOMAIN C.15, M-11, U-87)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.fields import Choice, Flag, column
from app.formatos import flow
from app.formatos.flow import LANDSCAPE, Running, Strip
from app.formatos.fonts import BOLD, REGULAR, SEMIBOLD
from app.formatos.formato import Dibujo
from app.formatos.layout import Ink, Sheet, Slot, Style
from app.formatos.membrete import MEMBRETE_DE_MUESTRA, SIN_MEMBRETE, Membrete
from app.formatos.textos import default_text

TIPOS = {"constancia": "Constancia", "felicitacion": "Felicitación"}
_OTORGA = {"constancia": "El plantel otorga la presente a", "felicitacion": "El plantel felicita a"}
_SERVICIO = "Esta constancia no cuenta como servicio social."

_POSTER = Style(BOLD, 40)
_LEAD, _NAME = Style(REGULAR, 15), Style(SEMIBOLD, 28)
_BODY = 14.0
_TEXT_TO = 218.0
"""Where the lines of the text end: some 85 letters."""


@dataclass(frozen=True)
class ConstanciaDatos:
    """What a constancia shows; both texts are those of the plantel."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    nombre: str = ""
    papel: str = "alumno(a) tutor(a)"
    periodo: str = ""
    sesiones: str = ""
    horas: str = ""
    asignaturas: str = ""
    lugar_y_fecha: str = ""
    director: str = ""
    docente_tutor: str = ""
    texto: str = ""
    texto_felicitacion: str = ""


@dataclass(frozen=True)
class ConstanciaOpciones:
    """Which of the two, and how it is printed."""

    papel: str = "carta"
    tipo: str = column("Documento", Choice(TIPOS), default="constancia")
    servicio_social: bool = column("Decir que no cuenta como servicio social", Flag(), default=True)
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)

    @property
    def folio(self) -> str:
        """How its folios begin: each kind has its own."""
        return "FE" if self.tipo == "felicitacion" else "CT"


EN_BLANCO = ConstanciaDatos(
    texto=default_text("constancia"), texto_felicitacion=default_text("felicitacion")
)
EJEMPLO = ConstanciaDatos(
    membrete=MEMBRETE_DE_MUESTRA,
    folio="CT-2026A-0012",
    nombre="Íñigo Saldaña Muñoz",
    papel="alumno tutor",
    periodo="agosto 2026 – enero 2027",
    sesiones="27 sesiones",
    horas="18 horas 40 minutos",
    asignaturas="Geometría y trigonometría e Inglés III",
    lugar_y_fecha="Ixtlahuaca de Rayón, Estado de México, a 15 de enero de 2027",
    director="Mtro. Óscar Ibáñez Treviño",
    docente_tutor="Mtra. Leticia Ordóñez Villagrán",
    texto=default_text("constancia"),
    texto_felicitacion=default_text("felicitacion"),
)


def hojas(
    datos: Sequence[ConstanciaDatos], opciones: ConstanciaOpciones
) -> Iterator[tuple[int, Sheet]]:
    """A page for each, with how many are done."""
    forms = [(_running(one, opciones), _strips(one, opciones)) for one in datos]
    return flow.sheets(forms, LANDSCAPE)


def _running(datos: ConstanciaDatos, opciones: ConstanciaOpciones) -> Running:
    says = opciones.servicio_social and opciones.tipo == "constancia"
    return Running(
        "",
        datos.membrete,
        datos.folio,
        (datos.nombre,),
        _SERVICIO if says else "",
        opciones.encabezado,
        f"{TIPOS[opciones.tipo]} de {datos.nombre}" if datos.nombre else TIPOS[opciones.tipo],
        numbered=False,
    )


def _strips(datos: ConstanciaDatos, opciones: ConstanciaOpciones) -> list[Strip]:
    is_constancia = opciones.tipo == "constancia"
    template = datos.texto if is_constancia else datos.texto_felicitacion
    blanks = {"sesiones": 34, "horas": 48, "asignaturas": 110, "periodo": 60}
    values = {
        key: flow.Strong(_whole(key, getattr(datos, key)), blanks.get(key, 60))
        for key in ("papel", "periodo", "sesiones", "horas", "asignaturas")
    }
    body = [
        strip
        for line in filter(str.strip, template.split("\n"))
        for strip in flow.paragraph(
            flow.filled(line, values), left=LANDSCAPE.left, right=_TEXT_TO, size=_BODY, after=3
        )
    ]
    signers = [
        (datos.director, "Dirección del plantel"),
        (datos.docente_tutor, "Docente-tutor(a)"),
    ]
    told = [*_title(TIPOS[opciones.tipo], _OTORGA[opciones.tipo], datos.nombre), *body]
    end = [*_date(datos.lugar_y_fecha), *flow.signatures(signers)]
    room = LANDSCAPE.bottom - LANDSCAPE.first_top - sum(s.height for s in (*told, *end))
    return flow.closing([*told, *flow.space(max(room, 0))], end)


def _whole(key: str, text: str) -> str:
    """Figures and periodo are not parted by the end of a line."""
    return text.replace(" ", "\u00a0") if key in ("periodo", "sesiones", "horas") else text


def _title(title: str, lead: str, name: str) -> list[Strip]:
    """The kind of document, large, and whose it is."""
    left = LANDSCAPE.left
    whole = Slot("Nombre", left, 0, LANDSCAPE.right - left, _NAME, 1, 0)

    def poster(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(left, top + 15.5, title, _POSTER)

    def who(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(left, top + 5, lead, _LEAD)
        if name:
            ink.slot(Slot("Nombre", left, top + 19, whole.width, _NAME, 1, 0), name)
        else:
            ink.rule(left, top + 20, _TEXT_TO)

    return [Strip(23, poster, keeps=True), Strip(26, who, keeps=True)]


def _date(lugar_y_fecha: str) -> list[Strip]:
    if lugar_y_fecha:
        return flow.paragraph([lugar_y_fecha], left=LANDSCAPE.left, right=_TEXT_TO, size=12)
    return flow.fields([("Lugar y fecha", "", LANDSCAPE.left, 150)], 16)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, ConstanciaOpciones, hojas)
