"""Emisión: one printing of a form, with what it said."""

from datetime import date

from app.fields import Date, Flag, Number, Paragraph, Text, column, entity


@entity
class Emision:
    """A printed form; `datos` is its content as JSON, so that it prints again the same.

    `sujeto` is whom or what the form is about, as its formato says; `alumno` is the person when it
    is about one. They and `periodo` are ids not tied to their records: paper outlives them.
    """

    id: int = 0
    formato: str = column("Formato", Text(40), default="")
    folio: str = column("Folio", Text(20), default="")
    fecha: date | None = column("Fecha", Date(), default=None)
    sujeto: int | None = column("De qué o de quién", Number(0, 2**63 - 1), default=None)
    alumno: int | None = column("Alumno", Number(0, 2**63 - 1), default=None)
    periodo: int | None = column("Periodo", Number(0, 2**63 - 1), default=None)
    papel: str = column("Papel", Text(20), default="")
    datos: str = column("Contenido", Paragraph(100_000), default="")
    cancelada: bool = column("Cancelada", Flag(), default=False)
