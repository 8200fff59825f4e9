"""Reading back a printed form: its texts, its lines and its fonts, where they are on each page."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

MM = 72 / 25.4


@dataclass(frozen=True)
class Seen:
    """A text on a page: mm from the top left corner, size in points."""

    x: float
    y: float
    size: float
    text: str


@dataclass(frozen=True)
class Stroke:
    """A line or a box: its width in points, what draws it."""

    points: float
    numbers: tuple[float, ...]


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def words(pdf: bytes) -> str:
    """All the text of all the pages on one line."""
    return " ".join(" ".join(page.extract_text().split()) for page in reader(pdf).pages)


def seen(pdf: bytes) -> list[list[Seen]]:
    """The texts of each page, from top to bottom and from left to right."""
    pages = []
    for page in reader(pdf).pages:
        found: list[Seen] = []
        high = float(page.mediabox.height)

        def visit(text: str, cm: Any, tm: Any, _font: Any, size: float, found=found, high=high):
            if text.strip():
                x, y = tm[4] + cm[4], tm[5] + cm[5]
                found.append(Seen(round(x / MM, 1), round((high - y) / MM, 1), size, text.strip()))

        page.extract_text(visitor_text=visit)
        pages.append(sorted(found, key=lambda s: (s.y, s.x)))
    return pages


def operations(pdf: bytes) -> Iterator[tuple[int, list[Any], bytes]]:
    """Page number, operands and operator of everything drawn, frames included."""
    whole = reader(pdf)
    for number, page in enumerate(whole.pages):
        yield from ((number, *op) for op in _stream(page.get_contents(), page, whole))


def _stream(content: Any, holder: Any, whole: PdfReader) -> Iterator[tuple[list[Any], bytes]]:
    for operands, operator in ContentStream(content, whole).operations:
        yield operands, operator
        if operator == b"Do":
            form = holder["/Resources"]["/XObject"][operands[0]]
            if form["/Subtype"] == "/Form":
                yield from _stream(form, form, whole)


def strokes(pdf: bytes) -> list[Stroke]:
    """Every line and box with the width of its line."""
    found, points = [], 1.0
    for _, operands, operator in operations(pdf):
        if operator == b"w":
            points = float(operands[0])
        elif operator == b"l":
            found.append(Stroke(points, tuple(map(float, operands))))
    return found


def uprights(pdf: bytes) -> dict[int, list[tuple[float, float, float]]]:
    """The upright rules of each page: x, lower and upper end, in mm from the lower left corner."""
    found: dict[int, list[tuple[float, float, float]]] = {}
    moved, kept, start = (0.0, 0.0), [], (0.0, 0.0)
    for page, operands, operator in operations(pdf):
        if operator == b"q":
            kept.append(moved)
        elif operator == b"Q":
            moved = kept.pop() if kept else (0.0, 0.0)
        elif operator == b"cm" and tuple(map(float, operands[:4])) == (1, 0, 0, 1):
            moved = moved[0] + float(operands[4]), moved[1] + float(operands[5])
        elif operator == b"m":
            start = tuple(map(float, operands))
        elif operator == b"l" and abs(float(operands[0]) - start[0]) < 0.01:
            x, ends = start[0] + moved[0], sorted((start[1], float(operands[1])))
            found.setdefault(page, []).append(
                (x / MM, (ends[0] + moved[1]) / MM, (ends[1] + moved[1]) / MM)
            )
    return found


def sizes(pdf: bytes) -> set[float]:
    """The sizes of letter used."""
    return {float(operands[1]) for _, operands, operator in operations(pdf) if operator == b"Tf"}


def fonts(pdf: bytes) -> dict[str, bool]:
    """The fonts of the file and whether each is embedded."""
    found: dict[str, bool] = {}
    whole = reader(pdf)
    for page in whole.pages:
        for font in page["/Resources"]["/Font"].values():
            held = font.get_object()
            found[held["/BaseFont"]] = "/FontFile2" in held.get("/FontDescriptor", {})
    return found


def golden(pdf: bytes) -> str:
    """What the golden files keep: every text with its place and size, then how many lines."""
    lines = []
    for number, page in enumerate(seen(pdf), 1):
        lines.append(f"página {number}")
        lines += [f"{s.x:6.1f} {s.y:6.1f} {s.size:5.1f}  {s.text}" for s in page]
    widths = [stroke.points for stroke in strokes(pdf)]
    lines += [f"líneas de {w:g}: {widths.count(w)}" for w in sorted(set(widths))]
    return "\n".join(lines) + "\n"
