"""Running text of letters: data in semibold inside it, blanks to write on, numbered clauses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.formatos.flow.strips import RIGHT, Strip, space
from app.formatos.fonts import REGULAR, SEMIBOLD, clean, width
from app.formatos.layout import HAIR, Ink, Style, measure

LETTER_X = 48.7
"""Where the text of a letter begins: the third column of the grid."""
_LETTER = Style(REGULAR, 11.5)
_LEADING = 17 * 25.4 / 72
_BY_HAND = 8.0
_NUMBER_GAP = 4.0
_BLANK = 45.0
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Strong:
    """A datum inside a text; an empty one leaves a blank of `blank` mm to write on."""

    text: str
    blank: float = _BLANK


@dataclass(frozen=True)
class Blank:
    """A rule of so many mm to write on."""

    wide: float = _BLANK


Span = str | Strong | Blank


@dataclass(frozen=True)
class _Bit:
    """Part of a word: its text in a style, or a blank so wide."""

    text: str
    style: Style
    wide: float


_Word = list[_Bit]


def filled(template: str, values: Mapping[str, str | Strong]) -> list[Span]:
    """A text with its {places} taken by data; a place that nobody knows prints as typed."""
    spans: list[Span] = []
    end = 0
    for found in _PLACE.finditer(template):
        value = values.get(found[1])
        if value is None:
            continue
        spans += [template[end : found.start()], Strong(value) if isinstance(value, str) else value]
        end = found.end()
    return [*spans, template[end:]]


def paragraph(
    spans: Sequence[Span], *, left: float = LETTER_X, right: float = RIGHT, size: float = 11.5,
    after: float = 4.5, number: str = "",
) -> list[Strip]:  # fmt: skip
    """A paragraph, ragged right; `number` hangs to the left of its first line."""
    scale = size / _LETTER.size
    lines = _wrapped(_words(spans, size), right - left)
    strips: list[Strip] = []
    for i, line in enumerate(lines):
        has_blank = any(not bit.text for word in line for bit in word)
        high = max(_LEADING * scale, _BY_HAND if has_blank else 0)
        draw = _drawn(line, left, number if i == 0 else "", size, high - _LEADING * scale)
        keeps = (i == 0 or i == len(lines) - 2) and len(lines) > 1
        strips.append(Strip(high, draw, keeps=keeps))
    return [*strips, *space(after)]


def clauses(texts: Sequence[Sequence[Span]], *, left: float = LETTER_X) -> list[Strip]:
    """Numbered clauses; the numbers hang left of the text."""
    strips: list[Strip] = []
    for number, spans in enumerate(texts, 1):
        strips += paragraph(spans, left=left, after=1.6, number=f"{number}.")
    return [*strips, *space(3)]


def letter(template: str, values: Mapping[str, str | Strong]) -> list[Strip]:
    """A whole letter: a paragraph a line; lines that begin with a hyphen are numbered clauses."""
    strips: list[Strip] = []
    listed: list[list[Span]] = []
    for line in [*filter(str.strip, template.split("\n")), ""]:
        if line.lstrip().startswith("- "):
            listed.append(filled(line.lstrip()[2:], values))
            continue
        strips += clauses(listed) if listed else []
        listed = []
        strips += paragraph(filled(line, values)) if line else []
    return strips


def _words(spans: Sequence[Span], size: float) -> list[_Word]:
    """The words, each of one or more bits that are not parted; split at plain spaces only."""
    words: list[_Word] = []
    is_open = False
    for span in spans:
        if isinstance(span, Blank) or (isinstance(span, Strong) and not clean(span.text)):
            wide = span.wide if isinstance(span, Blank) else span.blank
            bit = _Bit("", Style(REGULAR, size), wide)
            words = [*words[:-1], [*words[-1], bit]] if is_open else [*words, [bit]]
            is_open = True
            continue
        is_strong = isinstance(span, Strong)
        style = Style(SEMIBOLD if is_strong else REGULAR, size)
        text = _cleaned(span.text if isinstance(span, Strong) else span)
        for i, part in enumerate(text.split(" ")):
            is_open = is_open and i == 0
            if part:
                bit = _Bit(part, style, measure(part, style))
                words = [*words[:-1], [*words[-1], bit]] if is_open else [*words, [bit]]
                is_open = True
    return words


def _cleaned(text: str) -> str:
    """As paper shows it, with the spaces at its ends, which part words of different weights."""
    inner = clean(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{inner}{after}"


def _wrapped(words: Sequence[_Word], room: float) -> list[list[_Word]]:
    lines: list[list[_Word]] = [[]]
    used = 0.0
    for word in _cut(words, room):
        wide = sum(bit.wide for bit in word)
        gap = _space(word[0].style) if lines[-1] else 0
        if lines[-1] and used + gap + wide > room:
            lines.append([])
            used, gap = 0, 0
        lines[-1].append(word)
        used += gap + wide
    return lines


def _cut(words: Sequence[_Word], room: float) -> Iterator[_Word]:
    """The words; one longer than a line in pieces."""
    for word in words:
        if sum(bit.wide for bit in word) <= room:
            yield word
            continue
        for bit in word:
            rest = bit.text
            if not rest:
                yield [_Bit("", bit.style, min(bit.wide, room))]
            while rest:
                end = len(rest)
                while end > 1 and measure(rest[:end], bit.style) > room:
                    end -= 1
                yield [_Bit(rest[:end], bit.style, measure(rest[:end], bit.style))]
                rest = rest[end:]


def _space(style: Style) -> float:
    return width(" ", style.weight, style.size)


def _drawn(line: list[_Word], left: float, number: str, size: float, lowered: float):
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        base = top + lowered + 4.5 * size / _LETTER.size
        x = left
        if number:
            ink.text(left - _NUMBER_GAP, base, number, Style(SEMIBOLD, size), right=True)
        for i, word in enumerate(line):
            x += _space(word[0].style) if i else 0
            for bit in word:
                if bit.text:
                    ink.text(x, base, bit.text, bit.style)
                else:
                    ink.rule(x, base + 0.9, x + bit.wide, HAIR)
                x += bit.wide

    return draw
