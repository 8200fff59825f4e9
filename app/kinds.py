"""The kinds of datum: how each is typed, checked, shown and stored."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from app import text

SqlValue = str | int | None


@dataclass(frozen=True)
class Kind:
    """How a datum is written, checked, shown and stored."""

    sql: ClassVar[str] = "TEXT"
    empty: ClassVar[Any] = ""

    def parse(self, typed: str) -> Any:
        """The value of a typed text that is not empty; ValueError(Spanish text) if it is none."""
        return typed

    def show(self, value: Any) -> str:
        """The value as the user reads it; the empty value is the empty text."""
        return "" if value is None else str(value)

    def typed(self, value: Any) -> str:
        """The text that gives the value again when it is parsed."""
        return self.show(value)

    def to_sql(self, value: Any) -> SqlValue:
        """The value as the file keeps it."""
        return value

    def from_sql(self, value: SqlValue) -> Any:
        """The value that the file kept."""
        return value


@dataclass(frozen=True)
class Text(Kind):
    """One line of text, of so many letters at the most, perhaps of a pattern."""

    longest: int = 120
    pattern: str = ""
    rule: str = ""

    def parse(self, typed: str) -> str:
        value = text.nfc(typed).replace("\n", " ")
        if len(value) > self.longest:
            raise ValueError(f"tiene {len(value)} letras y caben {self.longest}")
        if self.pattern and not re.fullmatch(self.pattern, value):
            raise ValueError(self.rule)
        return value


@dataclass(frozen=True)
class Paragraph(Kind):
    """Several lines of text."""

    longest: int = 4000

    def parse(self, typed: str) -> str:
        value = text.nfc(typed)
        if len(value) > self.longest:
            raise ValueError(f"tiene {len(value)} letras y caben {self.longest}")
        return value


@dataclass(frozen=True)
class Picture(Kind):
    """A small picture as base64 text of a PNG or JPEG file."""

    def show(self, value: Any) -> str:
        return "(imagen)" if value else ""


@dataclass(frozen=True)
class Number(Kind):
    """A whole number between two limits."""

    sql: ClassVar[str] = "INTEGER"
    empty: ClassVar[Any] = None
    least: int = 0
    most: int = 1_000_000
    unit: str = ""

    def parse(self, typed: str) -> int:
        try:
            value = int(typed)
        except ValueError:
            raise ValueError("debe ser un número entero") from None
        if not self.least <= value <= self.most:
            raise ValueError(f"debe estar entre {self.least} y {self.most}")
        return value


@dataclass(frozen=True)
class Tenths(Kind):
    """A grade from 0 to 10 with one decimal, kept as whole tenths (85 is 8.5); 0 is a grade."""

    sql: ClassVar[str] = "INTEGER"
    empty: ClassVar[Any] = None

    def parse(self, typed: str) -> int:
        found = re.fullmatch(r"(\d{1,3})(?:[.,](\d+))?", typed.strip())
        if found is None:
            raise ValueError("debe ser una calificación de 0 a 10")
        decimals = (found[2] or "0").rstrip("0")
        if len(decimals) > 1:
            raise ValueError("lleva un decimal cuando más")
        value = int(found[1]) * 10 + int(decimals or 0)
        if value > 100:
            raise ValueError("debe ser una calificación de 0 a 10")
        return value

    def show(self, value: Any) -> str:
        if value is None:
            return ""
        return f"{value // 10}.{value % 10}" if value % 10 else str(value // 10)


@dataclass(frozen=True)
class Date(Kind):
    """A day, typed as dd/mm/aaaa, kept as aaaa-mm-dd."""

    empty: ClassVar[Any] = None

    def parse(self, typed: str) -> date:
        for pattern, order in _DATES:
            if found := re.fullmatch(pattern, typed.strip()):
                year, month, day = (int(found[i]) for i in order)
                try:
                    return date(year, month, day)
                except ValueError:
                    raise ValueError(_no_such_day(month, day)) from None
        raise ValueError("debe escribirse como dd/mm/aaaa")

    def show(self, value: Any) -> str:
        return f"{value:%d/%m/%Y}" if value else ""

    def to_sql(self, value: Any) -> SqlValue:
        return value.isoformat() if value else None

    def from_sql(self, value: SqlValue) -> Any:
        return date.fromisoformat(str(value)) if value else None


_DATES = (
    (r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", (3, 2, 1)),
    (r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ T]0?0:00(?::00)?)?", (1, 2, 3)),
)


def _no_such_day(month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return f"no hay mes {month}"
    return f"{text.MESES[month - 1]} no tiene día {day}"


@dataclass(frozen=True)
class Time(Kind):
    """An hour of the day as HH:MM, kept as whole minutes since midnight."""

    sql: ClassVar[str] = "INTEGER"
    empty: ClassVar[Any] = None

    def parse(self, typed: str) -> int:
        found = re.fullmatch(
            r"(\d{1,2})(?:[:.](\d{2}))?(?::00)?(?:\s*h(?:rs?)?\.?)?", typed.strip()
        )
        if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise ValueError("debe ser una hora como 13:30")
        return int(found[1]) * 60 + int(found[2] or 0)

    def show(self, value: Any) -> str:
        return "" if value is None else f"{value // 60:02d}:{value % 60:02d}"


@dataclass(frozen=True)
class Choice(Kind):
    """One of a few words; `options` maps what is kept to what is shown."""

    options: Mapping[str, str] = field(default_factory=dict[str, str])

    def parse(self, typed: str) -> str:
        wanted = text.plain(text.nfc(typed))
        for key, label in self.options.items():
            if wanted in (text.plain(key), text.plain(label)):
                return key
        raise ValueError(f"debe ser {text.joined(list(self.options.values()))}")

    def show(self, value: Any) -> str:
        return self.options.get(value, str(value or ""))


@dataclass(frozen=True)
class Level(Kind):
    """One of a few whole numbers that carry a word, as the days of the week."""

    sql: ClassVar[str] = "INTEGER"
    empty: ClassVar[Any] = None
    options: Mapping[int, str] = field(default_factory=dict[int, str])

    def parse(self, typed: str) -> int:
        wanted = text.plain(text.nfc(typed))
        for key, label in self.options.items():
            if wanted in (str(key), text.plain(label)):
                return key
        raise ValueError(f"debe ser {text.joined(list(self.options.values()))}")

    def show(self, value: Any) -> str:
        return self.options.get(value, "" if value is None else str(value))


@dataclass(frozen=True)
class Checks(Kind):
    """Any number of marks out of a list; kept as their keys with commas, as a tuple here."""

    empty: ClassVar[Any] = ()
    options: Mapping[str, str] = field(default_factory=dict[str, str])

    def parse(self, typed: str) -> tuple[str, ...]:
        one = Choice(self.options)
        chosen = {one.parse(word) for word in re.split(r"[,;]", typed) if word.strip()}
        return tuple(key for key in self.options if key in chosen)

    def show(self, value: Any) -> str:
        return ", ".join(self.options.get(key, key) for key in value or ())

    def typed(self, value: Any) -> str:
        return ",".join(value or ())  # the words of an option may have commas of their own

    def to_sql(self, value: Any) -> SqlValue:
        return ",".join(value or ())

    def from_sql(self, value: SqlValue) -> Any:
        return tuple(str(value).split(",")) if value else ()


@dataclass(frozen=True)
class Flag(Kind):
    """Yes or no."""

    sql: ClassVar[str] = "INTEGER"
    empty: ClassVar[Any] = False

    def parse(self, typed: str) -> bool:
        word = text.plain(typed.strip())
        if word in ("si", "x", "1", "s", "verdadero"):
            return True
        if word in ("no", "0", "n", "falso"):
            return False
        raise ValueError("debe ser sí o no")

    def show(self, value: Any) -> str:
        return "Sí" if value else "No"

    def to_sql(self, value: Any) -> SqlValue:
        return int(bool(value))

    def from_sql(self, value: SqlValue) -> Any:
        return bool(value)


@dataclass(frozen=True)
class Reference(Kind):
    """The record of another table, by its id."""

    sql: ClassVar[str] = "INTEGER"
    empty: ClassVar[Any] = None
    table: str = ""

    def parse(self, typed: str) -> int:  # noqa: ARG002
        raise ValueError("se elige de una lista")
