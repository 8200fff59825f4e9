"""Mapeo: how the columns of a list seen before were understood."""

from app.fields import Paragraph, Text, column, entity


@entity
class Mapeo:
    """The headers of a layout, in one line, and the field given to each, as JSON."""

    id: int = 0
    tipo: str = column("Tipo de lista", Text(30), default="")
    encabezados: str = column("Encabezados", Paragraph(20_000), default="")
    columnas: str = column("Columnas", Paragraph(20_000), default="")
