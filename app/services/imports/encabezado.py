"""Where the header of a list is, whatever stands above it, and what each of its columns says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.services.imports.campos import IDENTITY, TIPOS, exact_match
from app.services.imports.medidas import is_measure
from app.services.imports.oneroster import oneroster_match, users_header
from app.sheets import Row
from app.text import nfc

_LOOKED_AT, _ENOUGH = 80, 20
"""Rows that may come before the header, and after one that could be it."""
_LONGEST = 120
_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Encabezado:
    """A header: its row (from 0), the row where the list begins, and the texts of each column.

    `levels` has the texts of a column from the top one down, where a title spans several columns
    and another row says what each one is.
    """

    row: int
    first: int
    levels: dict[int, tuple[str, ...]]

    def title(self, column: int) -> str:
        """The header of a column as one reads it."""
        return " · ".join(self.levels[column])


def find_header(rows: Sequence[Row], tipos: Sequence[str] = tuple(TIPOS)) -> Encabezado | None:
    """The row whose words name most data of a list; None when no row names an identity."""
    best, score = -1, 0
    for i, row in enumerate(rows[:_LOOKED_AT]):
        if best >= 0 and i > best + _ENOUGH:
            break
        if users_header(row):
            return _header_at(rows, i, tipos)
        found = max(_score(row, tipo) for tipo in tipos)
        if found > score:
            best, score = i, found
    return _header_at(rows, best, tipos) if best >= 0 else None


def _score(row: Row, tipo: str) -> int:
    keys = {exact_match(tipo, text) for _, text in _texts(row)} - {""}
    if not keys.intersection(IDENTITY):
        return 0
    return 3 + len(keys) if _filled(row) > 1 else 0


def _texts(row: Row) -> Iterator[tuple[int, str]]:
    for column, cell in enumerate(row):
        if isinstance(cell, str) and 0 < len(cell) <= _LONGEST and (text := nfc(cell)):
            yield column, text.replace("\n", " ")


def _filled(row: Row) -> int:
    return sum(1 for cell in row if cell != "" and str(cell).strip())


def _header_at(rows: Sequence[Row], at: int, tipos: Sequence[str]) -> Encabezado:
    own = dict(_texts(rows[at]))
    identity = next(
        column
        for column, text in own.items()
        if oneroster_match(text) == "control"
        or any(exact_match(tipo, text) in IDENTITY for tipo in tipos)
    )
    below = _rows_below(rows, at, identity, tipos)
    above = _rows_above(rows, at, own)
    width = max(len(row) for row in rows[at : at + 1 + len(below)])
    levels: dict[int, tuple[str, ...]] = {}
    for column in range(width):
        texts = _levels_of(column, own, above, below)
        if texts:
            levels[column] = texts
    return Encabezado(at, at + 1 + len(below), levels)


def _rows_below(
    rows: Sequence[Row], at: int, identity: int, tipos: Sequence[str]
) -> list[dict[int, str]]:
    """Rows under the header that divide a title: all their texts name data or measures."""
    found: list[dict[int, str]] = []
    for row in rows[at + 1 : at + 1 + _LEVELS]:
        texts = {c: nfc(str(cell)) for c, cell in enumerate(row) if str(cell).strip()}
        if not texts or identity in texts or not all(_divides(t, tipos) for t in texts.values()):
            break
        found.append(texts)
    return found


def _divides(text: str, tipos: Sequence[str]) -> bool:
    return is_measure(text) or any(exact_match(tipo, text) for tipo in tipos)


def _rows_above(rows: Sequence[Row], at: int, own: dict[int, str]) -> list[dict[int, str]]:
    """Titles over the columns, the nearest row first: asignaturas over measures, or the reverse.

    A letterhead is no title: it says «label: value», or stands to the left of every measure.
    """
    found: list[dict[int, str]] = []
    measures = [column for column, text in own.items() if is_measure(text)]
    for i in range(at - 1, max(at - 1 - _LEVELS, -1), -1):
        texts = dict(_texts(rows[i]))
        if not texts or any(":" in text for text in texts.values()):
            break
        of_measures = len(texts) > 1 and all(map(is_measure, texts.values()))
        if not of_measures and (not measures or max(texts) < min(measures)):
            break
        found.append(texts)
    return found


def _levels_of(
    column: int,
    own: dict[int, str],
    above: Sequence[dict[int, str]],
    below: Sequence[dict[int, str]],
) -> tuple[str, ...]:
    under = [row[column] for row in below if column in row]
    here = own.get(column) or (_to_the_left(own, column, own) if under else "")
    if not here and not under:
        return ()
    titles = [_title_over(column, here, row, own) for row in reversed(above)]
    return tuple(text for text in (*titles, here, *under) if text)


def _title_over(column: int, here: str, row: dict[int, str], own: dict[int, str]) -> str:
    """What a row above says of a column: the asignatura of a measure, the parcial of the rest."""
    if here and is_measure(here):
        return _to_the_left(row, column, own)
    if not here or exact_match("alumnos", here):
        return ""
    before = [at for at in row if at <= column]
    title = row[max(before)] if before else ""
    return title if title and is_measure(title) else ""


def _to_the_left(row: dict[int, str], column: int, own: dict[int, str]) -> str:
    """The title over a column: its own or that of a cell merged from the left."""
    for at in range(column, -1, -1):
        if at in row:
            return row[at]
        text = own.get(at, "")
        if text and not is_measure(text):
            return ""
    return ""
