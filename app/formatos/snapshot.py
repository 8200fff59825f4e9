"""What a printed form said, as JSON: the same paper again though the records have changed.

The logo of the plantel is left out, for its size: whoever prints again gives the one of today.
"""

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

D = TypeVar("D")
_LEFT_OUT = "logo"


def dumps(datos: Any) -> str:
    """The data of a form as JSON; values at their default are not written."""
    return json.dumps(_plain(datos), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[D], text: str, logo: str = "") -> D:
    """The data that `dumps` wrote, of the class given, with the logo put back where one belongs."""
    return _built(kind, json.loads(text), logo)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if field.name != _LEFT_OUT and getattr(value, field.name) != field.default
        }
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _built(kind: Any, value: Any, logo: str) -> Any:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        kinds = get_type_hints(kind)
        names = [field.name for field in dataclasses.fields(kind)]
        made = {name: _built(kinds[name], value[name], logo) for name in names if name in value}
        if _LEFT_OUT in names:
            made[_LEFT_OUT] = logo
        elif logo and "membrete" in names and "membrete" not in made:
            made["membrete"] = _built(kinds["membrete"], {}, logo)
        return kind(**made)
    if value is None:
        return None
    origin, inner = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return _built(inner[0], value, logo)
    if origin is tuple:
        return tuple(_built(inner[0], item, logo) for item in value)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {key: _built(inner[1], item, logo) for key, item in value.items()}
    return date.fromisoformat(value) if kind is date else value
