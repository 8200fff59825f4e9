"""Ids that two copies of a file, edited apart, never share.

An id is 63 bits: 32 of seconds since 2024 and 31 that start at random and then count up. Random
bits alone would scatter the rows over the file; a clock alone fails in a lab where every PC wakes
up in the same minute of 2009. With a random start per operation, two copies that make 5,000 rows
each in the same second meet with a probability of 10,000 in 2^31 (one in 200,000), against 1 in 85
if the random part were drawn for every row. Rows of one operation are neighbours, so inserting
stays at the end. A later operation always gets a later second, even when the clock went back.
"""

import random
from collections.abc import Callable
from datetime import datetime

_EPOCH = datetime(2024, 1, 1)  # noqa: DTZ001
_RANDOM_BITS = 31


class IdSource:
    """Gives ids that grow; `draw` is the random source, so that the demo can repeat itself."""

    def __init__(self, clock: Callable[[], datetime], draw: random.Random | None = None) -> None:
        self._clock = clock
        self._draw = draw or random.SystemRandom()
        self._last = 0

    def go_on_from(self, last: int) -> None:
        """Makes every id to come larger than `last`, the newest of the file."""
        self._last = max(self._last, last)

    def start(self) -> None:
        """Begins a run of ids: one at the start of every operation."""
        seconds = int((self._clock() - _EPOCH).total_seconds())
        seconds = max(seconds, (self._last >> _RANDOM_BITS) + 1)
        self._last = seconds << _RANDOM_BITS | self._draw.getrandbits(_RANDOM_BITS)

    def next(self) -> int:
        """The next id, larger than every one given before in this session."""
        if not self._last:
            self.start()
        self._last += 1
        return self._last
