"""What needs attention today: what, why, whom, and the one thing to do (DOMAIN B.6, capability 5).

A matter that is put off or silenced (`app.services.pausas`) is not told.
"""

from collections.abc import Collection, Sequence
from datetime import date
from itertools import chain

from app.domain.alerta import TIPOS, Tipo
from app.domain.settings import Settings
from app.services import pausas
from app.services.alertas.avisos import Alerta, avisos
from app.services.alertas.casos import CASOS, Caso, Lectura
from app.store import Store
from app.store.queries import inicio
from app.text import lowered, short_date

__all__ = ["Alerta", "Caso", "alertas"]

_PESOS = ("alto", "medio", "info", "ok")
_LUGARES = {
    "sin_accion": "tutorados", "riesgo_sin_tutor": "tutorados", "expediente": "tutorados",
    "tutor_no_regular": "alumnos_tutores", "tutor_sobrecarga": "alumnos_tutores",
    "tutor_libre": "alumnos_tutores", "para_reconocer": "reconocer",
}  # fmt: skip
"""Where the button of a kind leads; the rest, to planes."""


def alertas(store: Store, today: date, avance: inicio.Avance | None = None) -> list[Alerta]:
    """The matters of today, the heaviest first; `avance` if the caller has already read it."""
    leer = Lectura(store, today)
    avance = avance or inicio.avance(store, leer.periodo)
    off = pausas.vigentes(store, today)
    found = [
        told for tipo in TIPOS
        if (told := _alerta(tipo, list(CASOS[tipo](leer)), off, leer.settings))
    ]  # fmt: skip
    counts = (
        one for one in avisos(store, today, avance, leer.periodo)
        if (one.tipo, None, None) not in off
    )  # fmt: skip
    return sorted(chain(found, counts), key=lambda one: _PESOS.index(one.peso))


def _alerta(
    tipo: str, casos: list[Caso], off: Collection[tuple[str, int | None, int | None]], s: Settings
) -> Alerta | None:
    if (tipo, None, None) in off:
        return None
    casos = [one for one in casos if (tipo, *one.clave) not in off]
    if not casos:
        return None
    kind = TIPOS[tipo]
    who = {one.alumno or one.intervencion: one.nombre for one in casos}
    place, what, button = _way(tipo, kind, casos)
    title = kind.titulo(s, list(who.values()))
    return Alerta(
        tipo, kind.peso, kind.icono, title, _why(casos), button, place, what, kind.regla_con(s),
        tuple(casos),
    )  # fmt: skip


def _why(casos: Sequence[Caso]) -> str:
    """The figures of the only one; of many, who comes first and with what."""
    first = casos[0]
    since = f" · desde el {short_date(first.desde)}" if first.desde else ""
    if len(casos) == 1:
        return f"{first.cifras}{since}"
    return f"Primero {first.nombre}, {lowered(first.cifras)}{since}"


def _way(tipo: str, kind: Tipo, casos: Sequence[Caso]) -> tuple[str, object, str]:
    """The place, what it opens there and the words of the button, with how many it opens."""
    place = _LUGARES.get(tipo, "planes")
    ids = [one.intervencion if place == "planes" else one.alumno for one in casos]
    ids = list(dict.fromkeys(ids))
    many = kind.botones.format(n=f"{len(ids):,}")
    if place == "reconocer":
        if len(casos) > 1:
            return "asunto", None, many
        return place, (*casos[0].clave, casos[0].cifras), kind.boton
    if tipo == "riesgo_sin_tutor":
        return (place, "asignacion", many) if len(casos) > 1 else _search(casos[0], kind)
    return (place, ids, many) if len(ids) > 1 else (place, ids[0], kind.boton)


def _search(caso: Caso, kind: Tipo) -> tuple[str, object, str]:
    """To the search of an alumno tutor, if something is owed."""
    if caso.asignatura is not None:
        return "asignar", (caso.alumno, caso.asignatura), kind.boton
    return "tutorados", caso.alumno, "Ver su ficha"
