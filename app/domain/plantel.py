"""The plantel: the school whose file this is."""

from app.domain.identifiers import doubt_about_cct
from app.fields import Checks, Paragraph, Picture, Reference, Text, column, entity

TURNOS = {
    "matutino": "Matutino",
    "vespertino": "Vespertino",
    "mixto": "Mixto",
    "nocturno": "Nocturno",
    "discontinuo": "Discontinuo",
}
"""The turnos of Educación Media Superior (DOMAIN D.2)."""

PLANTEL_ID = 1
"""The only plantel of a file; the same id in every copy."""


@entity
class Plantel:
    """The school: what the heading of every printed form says."""

    id: int = PLANTEL_ID
    nombre: str = column("Nombre del plantel", Text(160), required=True, default="")
    cct: str = column("CCT", Text(10), check=doubt_about_cct, default="")
    turnos: tuple[str, ...] = column("Turnos", Checks(TURNOS), default=())
    director: str = column("Dirección del plantel", Text(120), default="")
    localidad: str = column("Localidad", Text(120), default="")
    docente: str = column("Nombre de quien usa el programa", Text(120), default="")
    docente_correo: str = column("Correo institucional", Text(120), default="")
    docente_telefono: str = column("Teléfono", Text(40), default="")
    coordinador: str = column(
        "Responsable de tutoría",
        Text(120),
        default="",
        help="Quien coordina la tutoría del plantel y da el visto bueno a los planes.",
    )
    domicilio: str = column("Domicilio", Text(200), default="")
    transparencia: str = column(
        "Unidad de transparencia",
        Text(200),
        default="",
        help="Dónde se ejercen los derechos sobre los datos personales.",
    )
    aviso: str = column("Dónde está el aviso de privacidad integral", Text(200), default="")
    logo: str = column("Logotipo", Picture(), default="")
    leyenda: str = column(
        "Leyenda de privacidad",
        Paragraph(400),
        default="Datos personales protegidos: se usan solo con fines escolares. "
        "Aviso de privacidad en la dirección del plantel.",
    )
    periodo: int | None = column("Periodo actual", Reference("periodos"), default=None)
