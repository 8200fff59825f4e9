"""Alertas that are put off until a day, or silenced, with the reason; all of it can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app import domain
from app.domain.alerta import NOMBRES
from app.errors import InvalidValue
from app.store import Store
from app.store.queries import alertas as queries
from app.text import counted, long_date

Clave = tuple[int | None, int | None]
"""Alumno and intervención of a case; (None, None) is the whole kind."""


def vigentes(store: Store, today: date) -> dict[tuple[str, int | None, int | None], domain.Pausa]:
    """What is not told today, by kind, alumno and intervención."""
    return {
        (one.tipo, one.alumno, one.intervencion): one
        for one in store.pausas.all()
        if one.vale(today)
    }


def pausar(
    store: Store, tipo: str, claves: Sequence[Clave], hasta: date | None, motivo: str
) -> int:
    """Stops telling these cases of a kind until a day, or for good without it; how many.

    What was put off before is replaced. Raises InvalidValue without a reason, or when the day is
    not to come.
    """
    today, motivo = store.clock().date(), motivo.strip()
    if hasta is not None and hasta <= today:
        raise InvalidValue("hasta", "Hasta: elija un día que todavía no llega")
    if not motivo:
        raise InvalidValue("motivo", "Motivo: es obligatorio para dejar de avisar")
    before = store.pausas.where(tipo=tipo)
    wanted = set(claves)
    old = [one.id for one in before if (one.alumno, one.intervencion) in wanted]
    verb = f"Posponer hasta el {long_date(hasta)}" if hasta else "Silenciar"
    label = f"{verb}: {NOMBRES[tipo].lower()}"
    if len(wanted) > 1:
        label += f" ({counted(len(wanted), 'caso', 'casos')})"
    with store.operation(label):
        store.pausas.delete_many(old)
        store.pausas.add_many(
            domain.Pausa(
                tipo=tipo, alumno=alumno, intervencion=intervencion, fecha=today, hasta=hasta,
                motivo=motivo, quien=store.author,
            )
            for alumno, intervencion in dict.fromkeys(claves)
        )  # fmt: skip
    return len(wanted)


def reanudar(store: Store, pausas: Sequence[int]) -> int:
    """Tells again what was put off or silenced; how many."""
    noun = counted(len(pausas), "alerta pospuesta", "alertas pospuestas")
    with store.operation(f"Volver a avisar de {noun}"):
        store.pausas.delete_many(list(pausas))
    return len(pausas)


@dataclass(frozen=True, slots=True)
class Pospuesta:
    """A line of the list of what is put off; `hasta` is None when it is silenced."""

    id: int
    alerta: str
    de: str
    hasta: date | None
    motivo: str
    fecha: date | None
    quien: str


def pospuestas(store: Store, today: date) -> list[Pospuesta]:
    """What is not told today, the first to come back first and what is silenced at the end."""
    found = list(vigentes(store, today).values())
    names = {a.id: a.nombre for a in store.alumnos.where(id=[p.alumno for p in found if p.alumno])}
    subjects = queries.sujetos(store) if any(p.intervencion for p in found) else {}
    lines = [
        Pospuesta(
            one.id, NOMBRES[one.tipo],
            names.get(one.alumno or 0) or subjects.get(one.intervencion or 0) or "Todos los casos",
            one.hasta, one.motivo, one.fecha, one.quien,
        )
        for one in found
    ]  # fmt: skip
    return sorted(lines, key=lambda one: (one.hasta or date.max, one.alerta, one.de))
