"""Boxes: lists to tick, scales to answer, questions with their lines, a closed frame."""

from collections.abc import Collection, Mapping, Sequence

from app.formatos.fitting import wrap
from app.formatos.flow.parts import WRITING
from app.formatos.flow.strips import LEFT, RIGHT, Strip, space
from app.formatos.flow.text import Strong, paragraph
from app.formatos.fonts import REGULAR, clean
from app.formatos.layout import (
    CAPITALS,
    CHECK_BOX,
    FRAME,
    HAIR,
    RUNNING,
    RUNNING_STRONG,
    Ink,
    Style,
    measure,
)

_CELL = Style(REGULAR, 10)
_LEADING, _CAPITAL = 4.1, 2.33
_BOX_STEP, _BOX_GAP = 6.4, 1.6
_RUNNING_LEADING = 14.5 * 25.4 / 72
_GUTTER = 4.0


def check_list(
    options: Mapping[str, str], marked: Collection[str] = (), *, columns: int = 2,
    left: float = LEFT, right: float = RIGHT,
) -> list[Strip]:  # fmt: skip
    """Boxes to tick with their words, down one column and then the next."""
    wide = (right - left - _GUTTER * (columns - 1)) / columns
    room = wide - CHECK_BOX - _BOX_GAP
    cells = [
        (key in marked, wrap(clean(words), room, _CELL.size)) for key, words in options.items()
    ]
    down = -(-len(cells) // columns)
    strips: list[Strip] = []
    for row in range(down):
        here = [cells[i] for i in range(row, len(cells), down)]
        xs = [left + (wide + _GUTTER) * i for i in range(len(here))]
        lines = max(len(words) for _, words in here)
        draw = _checks_drawn(list(zip(xs, here, strict=True)))
        strips.append(Strip(_BOX_STEP + _LEADING * (lines - 1), draw, keeps=row < min(2, down - 1)))
    return [*strips, *space(3)]


def _checks_drawn(cells: Sequence[tuple[float, tuple[bool, list[str]]]]):
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        for x, (is_marked, lines) in cells:
            ink.check(x, top + 4, lines[0] if lines else "", is_marked)
            for n, line in enumerate(lines[1:], 1):
                ink.text(x + CHECK_BOX + _BOX_GAP, top + 4 + _LEADING * n, line, _CELL)

    return draw


def ratings(
    rows: Sequence[str], heads: Sequence[str], marks: Sequence[int | None] = (), *, title: str = "",
    left: float = LEFT, right: float = RIGHT, box: float = 15,
) -> list[Strip]:  # fmt: skip
    """Numbered sentences with one box for each head; `marks` says which, from 0, or None."""
    text_to = right - box * len(heads)
    head = _ratings_head(title, heads, left, text_to, right)
    strips = [head]
    for i, words in enumerate(rows):
        lines = wrap(clean(words), text_to - left - 10, _CELL.size)
        high = max(WRITING, _CAPITAL + _LEADING * (len(lines) - 1) + 3.4)
        mark = marks[i] if i < len(marks) else None
        is_end = i == len(rows) - 1
        draw = _rating_drawn(f"{i + 1}", lines, (left, text_to, right), (len(heads), mark), high,
                             is_end)  # fmt: skip
        strips.append(Strip(high, draw, head=head))
    return [*strips, *space(4.6)]


def _ratings_head(
    title: str, heads: Sequence[str], left: float, text_to: float, right: float
) -> Strip:
    wide = (right - text_to) / len(heads)
    split = [wrap(clean(words), wide - 1, CAPITALS.size + 1.5) for words in heads]
    high = 6.5 + 3.2 * (max(map(len, split)) - 1)

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.rule(left, top, right, FRAME)
        ink.rule(left, top + high, right)
        ink.text(left, top + high - 1.9, title, CAPITALS)
        for i, lines in enumerate(split):
            for up, words in enumerate(reversed(lines)):
                x = text_to + wide * i + (wide - measure(words, CAPITALS)) / 2
                ink.text(x, top + high - 1.9 - 3.2 * up, words, CAPITALS)

    return Strip(high, draw, keeps=True)


def _rating_drawn(
    number: str, lines: Sequence[str], at: tuple[float, float, float],
    boxes: tuple[int, int | None], high: float, is_end: bool,
):  # fmt: skip
    left, text_to, right = at
    count, mark = boxes

    def draw(ink: Ink, top: float, is_last: bool) -> None:
        ink.rule(left, top + high, right, FRAME if is_end or is_last else HAIR)
        tall = _CAPITAL + _LEADING * (max(len(lines), 1) - 1)
        base = top + (high - tall) / 2 + _CAPITAL
        ink.text(left, base, number, _CELL)
        for n, line in enumerate(lines):
            ink.text(left + 8, base + _LEADING * n, line, _CELL)
        wide = (right - text_to) / count
        for i in range(count):
            x = text_to + wide * i + (wide - CHECK_BOX) / 2
            ink.check(x, top + high / 2 + 1.2, "", i == mark)

    return draw


def asked(question: str, *, left: float = LEFT, right: float = RIGHT) -> list[Strip]:
    """A question over what answers it: boxes, lines."""
    return [
        Strip(_RUNNING_LEADING, _line_drawn(left, line, RUNNING_STRONG), keeps=True)
        for line in wrap(clean(question), right - left, RUNNING_STRONG.size, RUNNING_STRONG.weight)
    ]


def answers(
    question: str, text: str = "", blank: int = 2, *, left: float = LEFT, right: float = RIGHT
) -> list[Strip]:
    """A question over its answer; without answer, so many lines to write on."""
    paragraphs = filter(None, map(clean, text.split("\n")))
    lines = [line for part in paragraphs for line in wrap(part, right - left, RUNNING.size)]
    if lines:
        told = [
            Strip(_RUNNING_LEADING, _line_drawn(left, line, RUNNING), keeps=n == len(lines) - 2)
            for n, line in enumerate(lines)
        ]
    else:
        told = [Strip(WRITING, _rule_drawn(left, right), keeps=n < blank - 1) for n in range(blank)]
    return [*asked(question, left=left, right=right), *told, *space(3)]


def inline(
    question: str, text: str = "", blank: int = 1, *, left: float = LEFT, right: float = RIGHT
) -> list[Strip]:
    """A question with lines to write on, the first after it; an answer stands on them.

    An answer that needs more lines runs on after its question.
    """
    start = left + measure(question, RUNNING_STRONG) + 3
    words = clean(text.replace("\n", " "))
    lines = _on_rules(words, right - start, right - left)
    if len(lines) > blank:
        spans = [Strong(question), f" {words}"]
        return [*space(1.6), *paragraph(spans, left=left, right=right, size=10.5, after=2.4)]
    lines += [""] * (blank - len(lines))
    strips: list[Strip] = []
    for n, line in enumerate(lines):
        draw = _answer_drawn("" if n else question, line, left, left if n else start, right)
        strips.append(Strip(WRITING, draw, keeps=n < blank - 1))
    return strips


def _on_rules(words: str, first: float, rest: float) -> list[str]:
    """The lines of an answer whose first line is shorter than the others."""
    if not words:
        return []
    begun = wrap(words, first, RUNNING.size)
    after = words[len(begun[0]) :].strip() if words.startswith(begun[0]) else words
    return [begun[0], *(wrap(after, rest, RUNNING.size) if after else [])]


def _answer_drawn(question: str, line: str, left: float, start: float, right: float):
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(left, top + WRITING - 1.9, question, RUNNING_STRONG)
        ink.rule(start, top + WRITING - 0.6, right)
        ink.text(start, top + WRITING - 1.9, line, RUNNING)

    return draw


def choose(question: str, words: Sequence[tuple[str, bool]], *, left: float = LEFT) -> list[Strip]:
    """A question with boxes to tick on its line: word, whether it is marked."""
    start = left + measure(question, RUNNING_STRONG) + 5

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(left, top + WRITING - 1.9, question, RUNNING_STRONG)
        x = start
        for word, is_marked in words:
            x = ink.check(x, top + WRITING - 1.9, word, is_marked) + 5

    return [Strip(WRITING, draw)]


def _line_drawn(x: float, words: str, style: Style):
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.text(x, top + 4, words, style)

    return draw


def _rule_drawn(left: float, right: float):
    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.rule(left, top + WRITING - 0.6, right)

    return draw


def boxed(
    strips: Sequence[Strip], *, pad: float = 4, left: float = LEFT, right: float = RIGHT
) -> list[Strip]:
    """The strips inside a closed frame that stays on one page; they keep their own margins."""
    inner = [strip for strip in strips if not (strip.vanishes and strip is strips[-1])]
    high = sum(strip.height for strip in inner) + 2 * pad

    def draw(ink: Ink, top: float, _is_last: bool) -> None:
        ink.box(left, top, right - left, high)
        y = top + pad
        for strip in inner:
            strip.draw(ink, y, False)
            y += strip.height

    return [Strip(high, draw), *space(4.6)]
