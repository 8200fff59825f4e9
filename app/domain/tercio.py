"""The tercio superior: the best third by promedio of a grupo or a generación (DOMAIN S-12)."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.fields import Tenths
from app.text import counted


@dataclass(frozen=True, slots=True)
class Tercio:
    """The best third of some people: who, from which promedio on (tenths), out of how many.

    `por_empate` are those beyond the third who come in because they tie the last one.
    """

    alumnos: frozenset[int] = frozenset()
    desde: int = 0
    de: int = 0
    por_empate: int = 0

    @property
    def en_palabras(self) -> str:
        """The cut in words: 27 de 80, con promedio de 8.9 o más; 2 entraron por empate."""
        if not self.alumnos:
            return "Nadie tiene promedio todavía"
        words = f"{len(self.alumnos):,} de {self.de:,}, con promedio de {Tenths().show(self.desde)}"
        if self.por_empate:
            words += f" o más; {counted(self.por_empate, 'entró', 'entraron')} por empate"
            return words
        return f"{words} o más"


def tercio_superior(promedios: Iterable[tuple[int, int | None]]) -> Tercio:
    """The best third by promedio, rounded up, with whoever ties the last; (id, tenths) pairs.

    Who has no promedio counts neither among the best nor in the total.
    """
    known = sorted(((p, key) for key, p in promedios if p is not None), reverse=True)
    if not known:
        return Tercio()
    third = -(-len(known) // 3)
    least = known[third - 1][0]
    best = frozenset(key for p, key in known if p >= least)
    return Tercio(best, least, len(known), len(best) - third)
