"""Emisión: one printing of a form, with what it said."""

from datetime import date

from app.fields import Date, Flag, Number, Paragraph, Text, column, entity


@entity
class Emision:
    """A printed form; `datos` is its content as JSON, so that it prints again the same.

    `alumno` and `periodo` are ids that are not tied to their records: paper outlives them.
    """

    id: int = 0
    formato: str = column("Formato", Text(40))
    folio: str = column("Folio", Text(20))
    fecha: date | None = column("Fecha", Date())
    alumno: int | None = column("Alumno", Number(0, 2**63 - 1))
    periodo: int | None = column("Periodo", Number(0, 2**63 - 1))
    papel: str = column("Papel", Text(20))
    datos: str = column("Contenido", Paragraph(100_000))
    cancelada: bool = column("Cancelada", Flag())
