"""The worst that a form can be asked to print: every name long, every table full, every text long."""

import dataclasses
from datetime import date
from typing import Any

NAME = "María de los Ángeles Guadalupe Fernández de Lizardi Villaseñor"
PROSE = (
    "Resolvió sin ayuda tres de cuatro problemas y explicó en voz alta por qué; se confunde al "
    "despejar cuando hay fracciones y todavía necesita que alguien le recuerde dibujar antes. "
)
_PROSE_FROM = 45
"""An example of so many letters or more is taken for running text."""
_ROWS = 40
_KEPT = ("leyenda", "lugar_y", "texto", "logo", "codigo", "folio", "matricula", "fecha", "hora", "horario",
         "dia", "dias", "cct", "turno", "ciclo", "periodo", "membrete", "curp", "telefono", "vigencia", "tipo")  # fmt: skip


def worst(datos: Any, name: str = NAME) -> Any:
    """The same data with long names in its short texts, pages of prose and tables of 40 rows.

    Official data with a form of their own (folios, dates, hours, numbers) stay as they are.
    """
    changed = {
        field.name: _worst(field.name, getattr(datos, field.name), name)
        for field in dataclasses.fields(datos)
    }
    return dataclasses.replace(datos, **changed)


def _worst(key: str, value: Any, name: str) -> Any:
    if any(key == kept or key.startswith(f"{kept}_") for kept in _KEPT):
        return value
    if isinstance(value, str) and len(value) >= _PROSE_FROM:
        return (PROSE * 20).strip()
    if isinstance(value, str) and value and any(c.isalpha() for c in value) and len(value) > 7:
        return name
    if dataclasses.is_dataclass(value) and not isinstance(value, type | date):
        return worst(value, name)
    if isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
        return tuple(worst(value[i % len(value)], name) for i in range(_ROWS))
    if isinstance(value, tuple) and value and isinstance(value[0], str) and len(value[0]) > 7:
        return tuple(PROSE.strip() for _ in range(12))
    return value
