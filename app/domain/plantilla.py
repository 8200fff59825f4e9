"""Plantilla: a text of a printed form as the plantel changed it."""

from app.fields import Paragraph, Text, column, entity


@entity
class Plantilla:
    """The plantel's own words for a form, instead of those that the program brings."""

    id: int = 0
    clave: str = column("Texto", Text(40), default="")
    texto: str = column("Contenido", Paragraph(8000), default="")
