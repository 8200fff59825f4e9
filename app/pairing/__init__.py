"""Who helps whom: the best pairing of a whole plantel, exact and the same everywhere.

`solve(problem)` gives the pairs with their hours and the goals with their bounds: one goal after
another with a solver of whole-number programs, hours put in where they turn out to be scarce.
"""

from app.pairing.goals import GOALS, Goal
from app.pairing.highs import version
from app.pairing.model import (
    CELL,
    CELLS,
    FIT_MOST,
    Chosen,
    Guide,
    Need,
    Pair,
    Problem,
    Rules,
    cells_of,
    each,
    session,
    start_of,
    starts_in,
    touched_by,
    tramo_of,
)
from app.pairing.solving import Solution, solve

__all__ = [
    "CELL",
    "CELLS",
    "FIT_MOST",
    "GOALS",
    "Chosen",
    "Goal",
    "Guide",
    "Need",
    "Pair",
    "Problem",
    "Rules",
    "Solution",
    "cells_of",
    "each",
    "session",
    "solve",
    "start_of",
    "starts_in",
    "touched_by",
    "tramo_of",
    "version",
]
