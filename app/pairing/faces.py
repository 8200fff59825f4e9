"""What fractions reached of a goal: the bound of whole numbers, and what they cannot use."""

import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NEAR = 1e-6


@dataclass(frozen=True)
class Face:
    """A goal with what fractions reached of it, and the limits there were before it."""

    goal: Mapping[int, int]
    relaxed: "Relaxed"
    lower: "array[float]"
    upper: "array[float]"
    tight: set[int]

    @property
    def most(self) -> int:
        """The most that whole numbers could reach."""
        return math.floor(worth(self.goal, self.relaxed.columns) + NEAR)

    def worth(self, columns: Sequence[float]) -> int:
        """What whole columns reach."""
        return sum(round(columns[column]) * factor for column, factor in self.goal.items())


@dataclass(frozen=True)
class Relaxed:
    """Where fractions are allowed: columns and rows, and what one more of each is worth."""

    columns: tuple[float, ...]
    reduced: tuple[float, ...]
    rows: tuple[float, ...]
    prices: tuple[float, ...]


def worth(goal: Mapping[int, int], columns: Sequence[float]) -> float:
    """What columns reach of a goal."""
    return math.fsum(columns[column] * factor for column, factor in goal.items())
