"""Alumno: the person, whatever part he or she plays in the tutoring."""

from datetime import date

from app.domain.identifiers import doubt_about_birth, doubt_about_curp
from app.domain.nombres import inside
from app.fields import Choice, Date, Flag, Reference, Text, column, entity

SEXOS = {"mujer": "Mujer", "hombre": "Hombre", "otro": "Otro"}
ESTADOS_ALUMNO = {
    "activo": "Activo",
    "baja_temporal": "Baja temporal",
    "baja_definitiva": "Baja definitiva",
    "egresado": "Egresado",
}
MATRICULA = Text(
    20, r"[0-9A-Za-z][0-9A-Za-z./-]*", "lleva solo números, letras, guiones y diagonales"
)


def short_name(nombres: str, apellido: str) -> str:
    """The first given name with one surname: Valeria Muñoz."""
    first = nombres.split(" ", 1)[0]
    return f"{first} {inside(apellido)}".strip() if first else apellido


@entity
class Alumno:
    """A student of the plantel. The número de control is text: it keeps its zeros."""

    id: int = 0
    matricula: str = column(
        "Número de control",
        MATRICULA,
        required=True,
        aliases=(
            "no control", "num control", "numero control", "no de control", "num de control",
            "matricula", "nocontrol", "no ctrl", "n control", "clave del alumno", "numero alumno",
            "matricula oficial", "control", "no de cuenta", "numero de cuenta",
        ),
        default="",
    )  # fmt: skip
    apellido_paterno: str = column(
        "Apellido paterno",
        Text(80),
        aliases=("paterno", "primer apellido", "apellido 1", "ap paterno", "a paterno"),
        default="",
    )
    apellido_materno: str = column(
        "Apellido materno",
        Text(80),
        aliases=("materno", "segundo apellido", "apellido 2", "ap materno", "a materno"),
        default="",
    )
    nombres: str = column(
        "Nombre (s)", Text(80), required=True, aliases=("nombre", "nombres"), default=""
    )
    curp: str = column(
        "CURP",
        Text(18),
        aliases=("clave unica", "clave ciudadana"),
        check=doubt_about_curp,
        default="",
    )
    sexo: str = column("Sexo", Choice(SEXOS), aliases=("genero", "sex"), default="")
    nacimiento: date | None = column(
        "Fecha de nacimiento",
        Date(),
        aliases=("nacimiento", "fecha nac", "fec nac", "f nacimiento"),
        check=doubt_about_birth,
        default=None,
    )
    grupo: int | None = column("Grupo", Reference("grupos"), default=None)
    correo: str = column(
        "Correo",
        Text(120),
        aliases=("correo electronico", "correo institucional", "email", "mail"),
        default="",
    )
    telefono: str = column(
        "Teléfono",
        Text(40),
        aliases=("celular", "tel", "numero de celular", "telefono celular"),
        default="",
    )
    responsable: str = column(
        "Padre, madre o tutor legal",
        Text(120),
        aliases=(
            "padre o tutor", "nombre del padre o tutor", "responsable", "madre padre o tutor",
            "nombre del tutor", "tutor legal",
        ),
        default="",
    )  # fmt: skip
    telefono_responsable: str = column(
        "Teléfono del padre, madre o tutor legal",
        Text(40),
        aliases=(
            "telefono del tutor", "telefono del padre o tutor", "telefono responsable",
            "numero tutor", "numero del tutor",
        ),
        default="",
    )  # fmt: skip
    nuevo_ingreso: bool = column("Nuevo ingreso", Flag(), default=False)
    estado: str = column(
        "Estado", Choice(ESTADOS_ALUMNO), default="activo", aliases=("situacion", "estatus")
    )
    nivel_fijado: str = column("Nivel de riesgo cambiado a mano", Text(20), default="")
    motivo_nivel: str = column("Motivo del cambio de nivel", Text(300), default="")
    fecha_nivel: date | None = column("Fecha del cambio de nivel", Date(), default=None)
    quien_nivel: str = column("Quién cambió el nivel", Text(120), default="")
    acuse_aviso: date | None = column("Acuse del aviso de privacidad", Date(), default=None)

    @property
    def apellidos(self) -> str:
        """Both surnames, or the one there is."""
        if not self.apellido_paterno:
            return self.apellido_materno
        return f"{self.apellido_paterno} {inside(self.apellido_materno)}".strip()

    @property
    def nombre(self) -> str:
        """Given names first, as one speaks."""
        if not self.nombres:
            return self.apellidos
        return f"{self.nombres} {inside(self.apellidos)}".strip()

    @property
    def nombre_corto(self) -> str:
        """First given name and first surname, for labels and narrow places."""
        return short_name(self.nombres, self.apellido_paterno or self.apellido_materno)

    @property
    def nombre_de_lista(self) -> str:
        """Surnames first, as lists go."""
        return ", ".join(part for part in (self.apellidos, self.nombres) if part)


@entity
class Correccion:
    """What a list said of a student and could not be taken; kept as it was typed, to correct."""

    id: int = 0
    alumno: int | None = column("Alumno", Reference("alumnos"), default=None)
    campo: str = column("Campo", Text(40), default="")
    escrito: str = column("Escrito", Text(300), default="")
    motivo: str = column("Motivo", Text(300), default="")
