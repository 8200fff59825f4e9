"""A notice: what it says in the right column, short heads beside it in the left one."""

from collections.abc import Mapping
from dataclasses import replace

from app.formatos.fitting import wrap
from app.formatos.flow.strips import LEFT, Strip, beside, space
from app.formatos.flow.text import Strong, filled, paragraph
from app.formatos.fonts import REGULAR, SEMIBOLD, clean
from app.formatos.layout import Ink, Style

_SIDE_WIDE, _BODY_X, _INDENT = 48.0, 70.0, 4.0
_HEAD_LONGEST = 40
_POINT = 25.4 / 72
_LEADING = 17 / 11.5 * _POINT
"""From line to line of running text, in mm for a point of size."""
_BASE = 4.5 / 11.5
"""From the top of a line to what letters stand on, in mm for a point of size."""


def notice(
    texto: str, values: Mapping[str, str | Strong], size: float = 11.5, lead: float = 0
) -> list[Strip]:
    """A text with its {places} filled, a paragraph a line.

    A short line without a stop at its end is the head of what follows, and lines that begin with a
    hyphen are items. What stands before the first head goes across the page, `lead` points large.
    """
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in filter(None, map(str.strip, texto.split("\n"))):
        if len(line) <= _HEAD_LONGEST and line[-1] not in ".:;,":
            parts.append((line, []))
        else:
            parts[-1][1].append(line)
    strips: list[Strip] = []
    for head, lines in parts:
        if head:
            body = [strip for line in lines for strip in _body(line, values, size)]
            strips += beside(_side(head, size), body)
        for line in [] if head else lines:
            strips += paragraph(filled(line, values), left=LEFT, size=lead or size * 1.2, after=0)
        strips += space(size / 3) if head or lines else []
    return strips


def _side(head: str, size: float) -> list[Strip]:
    style = Style(SEMIBOLD, size)

    def drawn(words: str):
        return lambda ink, top, _is_last: ink.text(LEFT, top + size * _BASE, words, style)

    lines = wrap(clean(head), _SIDE_WIDE, size, SEMIBOLD)
    return [Strip(size * _LEADING, drawn(words), keeps=True) for words in lines]


def _body(line: str, values: Mapping[str, str | Strong], size: float) -> list[Strip]:
    if not line.startswith("- "):
        return paragraph(filled(line, values), left=_BODY_X, size=size, after=0)
    strips = paragraph(filled(line[2:], values), left=_BODY_X + _INDENT, size=size, after=0)
    return [_bulleted(strips[0], size), *strips[1:]]


def _bulleted(strip: Strip, size: float) -> Strip:
    def draw(ink: Ink, top: float, is_last: bool) -> None:
        base = top + strip.height - size * (_LEADING - _BASE)
        ink.text(_BODY_X, base, "•", Style(REGULAR, size))
        strip.draw(ink, top, is_last)

    return replace(strip, draw=draw)
