"""The rule of the levels of risk as data: what decides a level is also what tells it in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from app.domain.settings import Settings
from app.fields import Tenths

_SHOW = Tenths().show


class Cifras(NamedTuple):
    """The figures of a student that the rule looks at; None when one is not known.

    `veces` is how often the most failed of the owed asignaturas was failed, `promedio` in tenths,
    `faltas` in percent.
    """

    veces: int
    reprobadas: int
    faltas: int | None
    promedio: int | None


@dataclass(frozen=True, slots=True)
class Clausula:
    """One condition that gives a level: a figure that reaches a limit, or stays below it."""

    nivel: str
    cifra: str
    limite: int
    palabras: str
    debajo: bool = False

    def se_cumple(self, cifras: Cifras) -> bool:
        """Whether a student meets it; what is not known meets nothing."""
        value = getattr(cifras, self.cifra)
        if value is None:
            return False
        return value < self.limite if self.debajo else value >= self.limite


def clausulas(s: Settings) -> tuple[Clausula, ...]:
    """The conditions, the heaviest level first (DOMAIN D.3; U-44, U-45, U-46, U-48)."""
    return (
        Clausula("alto", "veces", 2, "una misma asignatura reprobada dos veces o más"),
        Clausula("alto", "reprobadas", s.reprobadas_alto, _asignaturas(s.reprobadas_alto)),
        Clausula("alto", "faltas", s.faltas_alto, f"{s.faltas_alto} % de faltas o más"),
        Clausula("medio", "reprobadas", s.reprobadas_medio, _asignaturas(s.reprobadas_medio)),
        Clausula("medio", "faltas", s.faltas_medio, f"{s.faltas_medio} % de faltas o más"),
        Clausula("bajo", "reprobadas", 1, _asignaturas(1)),
        Clausula(
            "bajo", "promedio", s.promedio_bajo, f"promedio menor que {_SHOW(s.promedio_bajo)}",
            debajo=True,
        ),
    )  # fmt: skip


def _asignaturas(count: int) -> str:
    return f"{count} {'asignatura reprobada' if count == 1 else 'asignaturas reprobadas'} o más"


def nivel_de(cifras: Cifras, settings: Settings, *, hay_resultados: bool) -> str:
    """The level of the first condition that is met; without one, whether anything is known."""
    met = next((c.nivel for c in clausulas(settings) if c.se_cumple(cifras)), "")
    return met or ("sin_riesgo" if hay_resultados else "sin_datos")


def en_palabras(settings: Settings) -> dict[str, str]:
    """The rule of each level in a sentence, the heaviest first; it follows the thresholds."""
    found: dict[str, str] = {}
    for nivel, group in groupby(clausulas(settings), key=attrgetter("nivel")):
        words = _alternatives(one.palabras for one in group)
        found[nivel] = f"Sin llegar a lo anterior: {words}." if found else f"{_upper(words)}."
    found["sin_riesgo"] = "Hay calificaciones y no se cumple nada de lo anterior."
    found["sin_datos"] = "Todavía no hay calificaciones; no quiere decir que esté bien."
    return found


def _alternatives(parts: Iterable[str]) -> str:
    *first, last = parts
    word = "u" if last.startswith(("8", "11 ")) else "o"  # u 8, u 11: as they are read aloud
    return f"{', '.join(first)} {word} {last}"


def _upper(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
