"""The one place that reads the clock; everything else is told the day or the moment."""

from collections.abc import Callable
from datetime import date, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """The local time of this computer, to the second, without time zone."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005, TID251


def today() -> date:
    """The local date of this computer."""
    return now().date()
