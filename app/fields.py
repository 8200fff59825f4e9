"""What a datum is: its kind, its label, its rule. One declaration feeds everything.

A declaration is a line of an entity::

    nombre: str = column("Nombre", Text(120), required=True, default="")

From it come the editor, the check and its message, the column of a table, the header that an
imported list may use, the label in the history and the printed text. It does not make the schema
(`app.store.migrations` keeps its history) and it knows nothing of windows or paper.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, dataclass_transform

from app.errors import InvalidValue
from app.kinds import (
    Checks,
    Choice,
    Date,
    Flag,
    Kind,
    Level,
    Number,
    Paragraph,
    Picture,
    Reference,
    Tenths,
    Text,
    Time,
)

__all__ = [
    "Checks",
    "Choice",
    "Date",
    "Field",
    "Flag",
    "Kind",
    "Level",
    "Number",
    "Paragraph",
    "Picture",
    "Reference",
    "Tenths",
    "Text",
    "Time",
    "cleaned",
    "column",
    "entity",
    "fields_of",
]

_META = "field"
_T = TypeVar("_T")


@dataclass(frozen=True)
class Field:
    """The declaration of one datum of an entity."""

    key: str
    label: str
    kind: Kind
    required: bool = False
    aliases: tuple[str, ...] = ()
    help: str = ""
    check: Callable[[Any], str] | None = None

    def clean(self, typed: str) -> Any:
        """The value of what was typed; InvalidValue(key, sentence) when the rule refuses it."""
        typed = typed.strip()
        if not typed:
            if self.required:
                raise InvalidValue(self.key, f"{self.label}: es obligatorio")
            return self.kind.empty
        try:
            return self.kind.parse(typed)
        except ValueError as problem:
            raise InvalidValue(self.key, f"{self.label}: {problem}") from None

    def warning(self, value: Any) -> str:
        """A doubt about a value that is accepted all the same, or the empty text."""
        return self.check(value) if self.check and value else ""

    def show(self, value: Any) -> str:
        """The value as the user reads it."""
        return self.kind.show(value)

    def typed(self, value: Any) -> str:
        """The text with which a service stores the value again."""
        return self.kind.typed(value)


def column(
    label: str,
    kind: Kind,
    *,
    default: Any,
    required: bool = False,
    aliases: tuple[str, ...] = (),
    help: str = "",
    check: Callable[[Any], str] | None = None,
) -> Any:
    """Declares one datum of an entity; `default` is how it starts, mostly empty."""
    spec = Field("", label, kind, required, aliases, help, check)
    return dataclasses.field(default=default, metadata={_META: spec})


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(column,))
def entity(cls: type[_T]) -> type[_T]:
    """Makes a frozen, keyword-only record whose data are declared with `column`."""
    return dataclass(frozen=True, kw_only=True, slots=True)(cls)


@cache
def fields_of(cls: type[Any]) -> dict[str, Field]:
    """The declarations of an entity by key, in order; `id` is not one of them."""
    return {
        f.name: dataclasses.replace(f.metadata[_META], key=f.name)
        for f in dataclasses.fields(cls)
        if _META in f.metadata
    }


def cleaned(cls: type[Any], typed: Mapping[str, str]) -> dict[str, Any]:
    """Values from typed texts, by key; InvalidValue at the first that its declaration refuses."""
    declared = fields_of(cls)
    return {key: declared[key].clean(value) for key, value in typed.items()}
