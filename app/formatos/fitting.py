"""How a text takes its place: it shrinks, takes more lines, narrows a little, or is refused.

The order of attempts is that of the paper system (PAPER 8). Widths in mm, sizes in points.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from app.formatos.fonts import MM, REGULAR, face, units

FLOOR = 9.0
"""The smallest size that survives two photocopies."""
_ONE_LINE_FLOOR = 10.0
_NARROWED = (95, 90, 85)
_STEP = 0.5


@dataclass(frozen=True)
class Fit:
    """The lines of a text that fits, with their size in points and their width in percent."""

    size: float
    scale: int
    lines: tuple[str, ...]


class _Piece(NamedTuple):
    """A word, or a part of one that is longer than its line.

    `joint` is what joins it to the next piece on the same line: a space, nothing, or "-" where a
    line that ends there takes a hyphen.
    """

    text: str
    joint: str


def leading(size: float) -> float:
    """From line to line of a value, in mm: 3.55 at 9 points, 4.1 at 10."""
    return 3.55 + 0.55 * (size - FLOOR)


def fit(text: str, width: float, size: float, lines: int, weight: str = REGULAR) -> Fit | None:
    """The text in a place so wide, of so many lines at the most; None if it cannot.

    A line end inside the text is a break to keep if that can be.
    """
    room = width * MM * 1000
    if "\n" in text:
        if kept := _fit_kept(text.split("\n"), room, size, lines, weight):
            return kept
        text = text.replace("\n", ", ")
    whole = units(text, weight)
    if step := _largest(size, _ONE_LINE_FLOOR if lines > 1 else FLOOR, whole, room):
        return Fit(step, 100, (text,))
    if lines == 1:
        return _narrowed([(text,)], room, weight)
    if whole * FLOOR * _NARROWED[-1] / 100 > room * lines:
        return None
    return _fit_lines(_pieces(text, room / FLOOR, weight), room, size, lines, weight)


def _fit_lines(
    pieces: list[_Piece], room: float, size: float, lines: int, weight: str
) -> Fit | None:
    tries: list[tuple[str, ...]] = []
    for count in range(min(2, len(pieces)), min(lines, len(pieces)) + 1):
        balanced = _balanced(pieces, count, weight)
        tries.append(balanced)
        widest = max(units(line, weight) for line in balanced)
        if step := _largest(min(size, 10 if count < 3 else FLOOR), FLOOR, widest, room):
            return Fit(step, 100, balanced)
    return _narrowed(tries, room, weight)


def _fit_kept(parts: list[str], room: float, size: float, lines: int, weight: str) -> Fit | None:
    """The parts on lines of their own; at the floor one of them may take two."""
    if len(parts) > lines:
        return None
    if step := _largest(size, FLOOR, max(units(part, weight) for part in parts), room):
        return Fit(step, 100, tuple(parts))
    for wrapped in range(len(parts)):
        broken = wrap(parts[wrapped], room / MM / 1000, FLOOR, weight)
        whole = [*parts[:wrapped], *broken, *parts[wrapped + 1 :]]
        if len(whole) <= lines and all(units(line, weight) * FLOOR <= room for line in whole):
            pieces = _pieces(parts[wrapped], room / FLOOR, weight)
            even = _balanced(pieces, min(len(broken), len(pieces)), weight)
            return Fit(FLOOR, 100, (*parts[:wrapped], *even, *parts[wrapped + 1 :]))
    return None


def _narrowed(tries: list[tuple[str, ...]], room: float, weight: str) -> Fit | None:
    for scale in _NARROWED:
        for lines in tries:
            if max(units(line, weight) for line in lines) * FLOOR * scale / 100 <= room:
                return Fit(FLOOR, scale, lines)
    return None


def _largest(top: float, floor: float, needed: float, room: float) -> float:
    """The largest size, by half points from `top` to `floor`, at which it fits; 0 if none."""
    size = top
    while size >= min(floor, top):
        if needed * size <= room:
            return size
        size -= _STEP
    return 0


def wrap(text: str, width: float, size: float, weight: str = REGULAR) -> list[str]:
    """The text in as many lines as it needs, each as full as it can be."""
    room = width * MM * 1000 / size
    space, hyphen = face(weight).widths[" "], face(weight).widths["-"]
    lines: list[list[_Piece]] = []
    used = 0.0
    for piece in _pieces(text, room, weight):
        wide = _word(piece.text, weight)
        if lines and used + wide + (hyphen if piece.joint == "-" else 0) <= room:
            lines[-1].append(piece)
        else:
            lines.append([piece])
            used = 0.0
        used += wide + (space if piece.joint == " " else 0)
    return [_joined(line) for line in lines]


@lru_cache(maxsize=20_000)
def _word(word: str, weight: str) -> float:
    """The width of a word; words come back all the time."""
    return units(word, weight)


def _balanced(pieces: list[_Piece], count: int, weight: str) -> tuple[str, ...]:
    """The pieces in so many lines, the widest as narrow as it can be."""
    widths = [units(piece.text, weight) for piece in pieces]
    space, hyphen = face(weight).widths[" "], face(weight).widths["-"]
    joints = [{" ": space}.get(piece.joint, 0) for piece in pieces]
    ends = [{"-": hyphen}.get(piece.joint, 0) for piece in pieces]
    ends[-1] = 0
    upto = [0.0]
    for wide, joint in zip(widths, joints, strict=True):
        upto.append(upto[-1] + wide + joint)

    def cost(cuts: tuple[int, ...]) -> tuple[float, float]:
        lines = [
            upto[b] - upto[a] - joints[b - 1] + ends[b - 1]
            for a, b in pairwise((0, *cuts, len(pieces)))
        ]
        return max(lines), sum(line * line for line in lines)

    best = min(combinations(range(1, len(pieces)), count - 1), key=cost)
    return tuple(_joined(pieces[a:b]) for a, b in pairwise((0, *best, len(pieces))))


def _joined(pieces: list[_Piece]) -> str:
    inner = "".join(p.text + (p.joint if p.joint == " " else "") for p in pieces[:-1])
    last = pieces[-1]
    return inner + last.text + ("-" if last.joint == "-" else "")


def _pieces(text: str, room: float, weight: str) -> list[_Piece]:
    """The words of a text, split at plain spaces only; one longer than the line is cut."""
    pieces: list[_Piece] = []
    for word in text.split(" "):
        if word:
            pieces += (
                [_Piece(word, " ")] if _word(word, weight) <= room else _cut(word, room, weight)
            )
    return pieces


def _cut(word: str, room: float, weight: str) -> list[_Piece]:
    """A long word at its own hyphens, else wherever the line ends, with a hyphen."""
    parts = [part + "-" for part in word.split("-")]
    parts[-1] = parts[-1][:-1]
    pieces: list[_Piece] = []
    for part in filter(None, parts):
        rest = part
        while units(rest, weight) > room:
            end = max(_longest_start(rest, room, weight), 1)
            pieces.append(_Piece(rest[:end], "-"))
            rest = rest[end:]
        pieces.append(_Piece(rest, ""))
    pieces[-1] = _Piece(pieces[-1].text, " ")
    return pieces


def _longest_start(word: str, room: float, weight: str) -> int:
    used = face(weight).widths["-"]
    for place, letter in enumerate(word):
        used += face(weight).widths[letter]
        if used > room:
            return place
    return len(word)
