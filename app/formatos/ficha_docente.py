"""Ficha general del alumno tutorado, copy of the docente tutor (DOMAIN C.3, M-67)."""

from collections.abc import Iterator, Sequence

from app.formatos import ficha_partes
from app.formatos.ficha import EJEMPLO, EN_BLANCO, FichaDatos, FichaOpciones
from app.formatos.formato import Dibujo
from app.formatos.layout import Sheet


def hojas(datos: Sequence[FichaDatos], opciones: FichaOpciones) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the fichas, with level of risk and factors."""
    return ficha_partes.hojas(datos, opciones, para_docente=True)


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, FichaOpciones, hojas)
