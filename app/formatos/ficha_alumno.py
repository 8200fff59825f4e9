"""Ficha general del alumno tutorado, copy for the alumno and the family (DOMAIN C.3, M-67)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.formatos import ficha, ficha_partes
from app.formatos.ficha import EN_BLANCO, FichaDatos, FichaOpciones
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet

EJEMPLO = replace(
    ficha.EJEMPLO,
    folio="FGA-2026A-0147",
    nivel="",
    motivos="",
    factores_internos="",
    factores_externos="",
)


def hojas(datos: Sequence[FichaDatos], opciones: FichaOpciones) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the fichas, without level of risk nor factors."""
    return ficha_partes.hojas(datos, opciones, para_docente=False)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, FichaOpciones, hojas)
