"""What the convocatoria a alumnos tutores says (DOMAIN M-27)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.services.impresos.casos import Papeles
from app.services.textos import text_of
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.convocatoria import ConvocatoriaDatos, ConvocatoriaOpciones

TEXTO = "convocatoria"


def gather(
    store: Store, ids: Sequence[int], opciones: "ConvocatoriaOpciones"
) -> "list[ConvocatoriaDatos]":
    """The notice of the plantel with its date, place and contact, for each periodo named."""
    one = replace(
        blank(store),
        fecha_limite=opciones.fecha_limite,
        lugar=opciones.lugar,
        contacto=opciones.contacto,
    )
    return [one for _ in ids]


def blank(store: Store) -> "ConvocatoriaDatos":
    """The notice with the heading, the text and who signs; the rest to be written by hand."""
    from app.formatos.convocatoria import ConvocatoriaDatos

    papeles = Papeles(store)
    return ConvocatoriaDatos(
        membrete=papeles.membrete(),
        director=papeles.plantel.director,
        docente_tutor=papeles.plantel.docente,
        periodo=papeles.periodo.meses,
        texto=text_of(store, TEXTO),
    )
