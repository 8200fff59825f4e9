"""What was done in some intervenciones, counted from their sesiones for the reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app import domain
from app.services.impresos.casos import by
from app.store import Store
from app.text import counted

_PRESENT = ("asistio", "tarde")


@dataclass(frozen=True)
class Cifras:
    """Sesiones of an intervención, in order, and who came to them.

    A moved one is not counted: the one that takes its place is.
    """

    sesiones: Sequence[domain.Sesion] = ()
    asistencias: Mapping[tuple[int | None, int | None], str] = field(
        default_factory=dict[tuple[int | None, int | None], str]
    )

    @property
    def dadas(self) -> list[domain.Sesion]:
        """The sesiones that were held."""
        return [one for one in self.sesiones if one.estado == "dada"]

    @property
    def planeadas(self) -> int:
        """How many were planned up to now, held or not."""
        return sum(not one.imprevista and one.estado != "movida" for one in self.sesiones)

    @property
    def minutos(self) -> int:
        """The minutes of those held, as they were noted."""
        return sum(one.minutos or 0 for one in self.dadas)

    def de_estado(self, estado: str) -> int:
        """How many are in a state."""
        return sum(one.estado == estado for one in self.sesiones)

    def asistio(self, alumno: int) -> int:
        """To how many held sesiones somebody came; where nothing was noted, he or she did."""
        return sum(
            self.asistencias.get((one.id, alumno), "asistio") in _PRESENT for one in self.dadas
        )


def cifras_de(
    store: Store, ids: Sequence[int], desde: date | None = None, hasta: date | None = None
) -> dict[int, Cifras]:
    """The figures of each intervención by its id, from a day to another, both included."""
    kept = [
        one
        for one in store.sesiones.where(intervencion=list(ids))
        if one.fecha and (not desde or desde <= one.fecha) and (not hasta or one.fecha <= hasta)
    ]
    kept.sort(key=lambda s: (s.fecha or date.min, s.inicio or 0, s.id))
    held = [one.id for one in kept if one.estado == "dada"]
    came = {(one.sesion, one.alumno): one.estado for one in store.asistencias.where(sesion=held)}
    mine = by(kept, "intervencion")
    return {id: Cifras(mine.get(id, []), came) for id in ids}


def hours_in_words(minutos: int) -> str:
    """18 horas 40 minutos: never rounded; nothing for no time at all."""
    hours, rest = divmod(minutos, 60)
    parts = [
        counted(hours, "hora", "horas") if hours else "",
        counted(rest, "minuto", "minutos") if rest else "",
    ]
    return " ".join(filter(None, parts))
