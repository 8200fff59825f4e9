"""What the avisos de privacidad with their acuse say (DOMAIN D.6)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.services.impresos.casos import Papeles
from app.services.textos import text_of
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.aviso_privacidad import AvisoPrivacidadDatos, AvisoPrivacidadOpciones

TEXTO = "aviso_privacidad"


def gather(
    store: Store, ids: Sequence[int], _opciones: "AvisoPrivacidadOpciones"
) -> "list[AvisoPrivacidadDatos]":
    """The notice for each alumno, with the names in its acuse."""
    papeles = Papeles(store)
    common = _common(papeles)
    found: list[AvisoPrivacidadDatos] = []
    for who in papeles.alumnos(ids):
        grupo = papeles.grupo_de(who)
        found.append(
            replace(
                common,
                membrete=papeles.membrete(grupo.turno),
                nombre=who.nombre,
                matricula=who.matricula,
                grupo=grupo.etiqueta,
                responsable=who.responsable,
            )
        )
    return found


def blank(store: Store) -> "AvisoPrivacidadDatos":
    """The notice of the plantel with an empty acuse."""
    return _common(Papeles(store))


def _common(papeles: Papeles) -> "AvisoPrivacidadDatos":
    from app.formatos.aviso_privacidad import AvisoPrivacidadDatos

    plantel = papeles.plantel
    return AvisoPrivacidadDatos(
        membrete=papeles.membrete(),
        plantel=plantel.nombre,
        domicilio=plantel.domicilio,
        transparencia=plantel.transparencia,
        aviso=plantel.aviso,
        texto=text_of(papeles.store, TEXTO),
    )
