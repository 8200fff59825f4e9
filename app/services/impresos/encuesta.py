"""What the encuestas de satisfacción say (DOMAIN C.13): the plantel, and about whom if asked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.services.impresos.casos import Papeles
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.encuesta import EncuestaDatos, EncuestaOpciones


def gather(store: Store, ids: Sequence[int], opciones: "EncuestaOpciones") -> "list[EncuestaDatos]":
    """The encuesta of each periodo; its options say how many copies."""
    from app.formatos.encuesta import EncuestaDatos

    papeles = Papeles(store)
    for id in ids:
        papeles.periodo_of(id)
    one = EncuestaDatos(papeles.membrete(), opciones.alumno_tutor, opciones.asignatura)
    return [one for _ in ids]


def blank(store: Store) -> "EncuestaDatos":
    """The encuesta without alumno tutor."""
    from app.formatos.encuesta import EncuestaDatos

    return EncuestaDatos(Papeles(store).membrete())
