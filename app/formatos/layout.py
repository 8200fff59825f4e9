"""The vocabulary of the printed forms, in mm from the top left corner: styles, lines, slots, pages.

Only this module, `fitting`, `fonts` and `document` know points and that PDF grows upward.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from app.errors import DoesNotFit
from app.formatos.fitting import Fit, fit, leading
from app.formatos.fonts import BOLD, MM, REGULAR, SEMIBOLD, clean, width

CARTA = (215.9, 279.4)
CARTA_LANDSCAPE = (279.4, 215.9)
MEDIA_CARTA = (139.7, 215.9)

HAIR = 0.6
"""Writing lines and inner rules, in points; nothing is thinner than 0.5."""
FRAME = 1.1
"""First and last rule of a table, the rule under the heading, boxes; in points."""
CHECK_BOX = 3.6


@dataclass(frozen=True)
class Style:
    """A weight with its size and tracking in points."""

    weight: str
    size: float
    tracking: float = 0


TITLE = Style(BOLD, 15, 0.1)
TITLE_MEDIA_CARTA = Style(BOLD, 13)
TITLE_COVER = Style(BOLD, 21)
SECTION = Style(BOLD, 9.5, 0.35)
NUMBERED = Style(BOLD, 10)
CAPITALS = Style(SEMIBOLD, 7.5, 0.25)
LABEL = Style(REGULAR, 9)
ROLE = Style(SEMIBOLD, 9)
INLINE = Style(SEMIBOLD, 9.5, 0.25)
VALUE = Style(REGULAR, 11)
CODE = Style(SEMIBOLD, 14)
FOLIO = Style(SEMIBOLD, 12)
RUNNING = Style(REGULAR, 10.5)
RUNNING_STRONG = Style(SEMIBOLD, 10.5)

Shown = Callable[[str, Style, int], str]
"""The operators that show a text: text, style, width of the letters in percent."""


def measure(text: str, style: Style) -> float:
    """The width of a text in mm."""
    return width(text, style.weight, style.size, style.tracking)


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture ready to print; `key` tells pictures apart, `image` is a Pillow image."""

    key: str
    image: Any = field(repr=False)


class Ink:
    """Marks and texts of one page or frame, gathered as PDF operators."""

    def __init__(
        self, height: float, shown: Shown, picture: Callable[[Picture], str] | None = None
    ) -> None:
        self._height = height * MM
        self._shown = shown
        self._picture_name = picture
        self._marks: list[str] = []
        self._texts: list[str] = []

    def operators(self) -> str:
        """Everything drawn so far: the marks, then one object of text."""
        texts = f"BT\n{''.join(self._texts)}ET\n" if self._texts else ""
        return "".join(self._marks) + texts

    def rule(self, x: float, y: float, to_x: float, points: float = HAIR) -> None:
        """A level rule from x to `to_x`."""
        self._stroke(f"{points:g} w {self._at(x, y)} m {self._at(to_x, y)} l S\n")

    def upright(self, x: float, y: float, to_y: float, points: float = HAIR) -> None:
        """An upright rule from y to `to_y`."""
        self._stroke(f"{points:g} w {self._at(x, y)} m {self._at(x, to_y)} l S\n")

    def dashed(self, x: float, y: float, to_y: float) -> None:
        """An upright hair of dashes of 2 points: where a sheet is folded."""
        self._stroke("[2 2] 0 d\n")
        self.upright(x, y, to_y)
        self._stroke("[] 0 d\n")

    def box(self, x: float, y: float, wide: float, high: float, points: float = FRAME) -> None:
        """A closed box from its top left corner."""
        size = f"{wide * MM:.2f} {high * MM:.2f}"
        self._stroke(f"{points:g} w {self._at(x, y + high)} {size} re S\n")

    def check(self, x: float, baseline: float, word: str, marked: bool) -> float:
        """A box to tick with its word, standing on a baseline; returns the x after the word."""
        top = baseline - 3.0
        self.box(x, top, CHECK_BOX, CHECK_BOX, 0.75)
        if marked:
            near, far, low = x + 0.9, x + CHECK_BOX - 0.9, top + CHECK_BOX - 0.9
            for start, end in ((top + 0.9, low), (low, top + 0.9)):
                self._stroke(f"1.4 w {self._at(near, start)} m {self._at(far, end)} l S\n")
        style = Style(REGULAR, 10)
        self.text(x + CHECK_BOX + 1.6, baseline, word, style)
        return x + CHECK_BOX + 1.6 + measure(word, style)

    def text(
        self, x: float, baseline: float, text: str, style: Style, *, right: bool = False
    ) -> None:
        """A text at x, or ending at x; it is not fitted."""
        if right:
            x -= measure(text, style)
        self._texts.append(f"1 0 0 1 {self._at(x, baseline)} Tm {self._shown(text, style, 100)}\n")

    def slot(self, slot: "Slot", text: str) -> None:
        """A value in its place."""
        if text:
            self._texts.append(slot.placed(text, self._height / MM, self._shown))

    def picture(self, picture: Picture, x: float, y: float, side: float) -> None:
        """A picture as large as its square allows, centred in it."""
        assert self._picture_name is not None  # noqa: S101
        across, down = picture.image.size
        scale = side / max(across, down)
        wide, high = across * scale, down * scale
        corner = self._at(x + (side - wide) / 2, y + (side + high) / 2)
        name = self._picture_name(picture)
        self._marks.append(f"q {wide * MM:.2f} 0 0 {high * MM:.2f} {corner} cm /{name} Do Q\n")

    def _stroke(self, operators: str) -> None:
        self._marks.append(operators)

    def _at(self, x: float, y: float) -> str:
        return f"{x * MM:.2f} {self._height - y * MM:.2f}"


@dataclass(frozen=True, eq=False)
class Slot:
    """The place of one value, standing on its rule; `label` is how the user knows it.

    `y` is the rule and `rise` how far above it a single line stands; `lines` is the most that the
    height admits; `step` goes from one to the next when they are two (0: as the size asks).
    """

    label: str
    x: float
    y: float
    width: float
    style: Style = VALUE
    lines: int = 2
    rise: float = 1.6
    right: bool = False
    step: float = 0

    def fit(self, text: str) -> Fit:
        """How the text takes this place; DoesNotFit in words if it cannot."""
        cleaned = "\n".join(filter(None, map(clean, text.split("\n"))))
        style = self.style
        fitted = (
            fit(cleaned, self.width, style.size, self.lines, style.weight) if cleaned else _NONE
        )
        if fitted is None:
            raise TooLong(f"«{cleaned.replace(chr(10), ', ')}» no cabe en «{self.label}».")
        return fitted

    def takes(self, text: str) -> bool:
        """Whether the text fits this place."""
        try:
            self.fit(text)
        except DoesNotFit:
            return False
        return True

    def placed(self, text: str, height: float, shown: Shown) -> str:
        """The operators that show the text in its place on a page of this height in mm."""
        fitted = self.fit(text)
        style = replace(self.style, size=fitted.size)
        count = len(fitted.lines)
        step = self.step if self.step and count == 2 else leading(fitted.size)
        low = self.y - (self.rise if count == 1 else 1.25)
        operators = ""
        for i, line in enumerate(fitted.lines):
            x = self.x - measure(line, style) * fitted.scale / 100 if self.right else self.x
            y = height - low + step * (count - 1 - i)
            operators += (
                f"1 0 0 1 {x * MM:.2f} {y * MM:.2f} Tm {shown(line, style, fitted.scale)}\n"
            )
        return operators


class TooLong(DoesNotFit):
    """A text that its slot cannot take; the page adds whose it is and what to do."""


_NONE = Fit(0, 100, ())


@dataclass(frozen=True, eq=False)
class Frame:
    """What is the same on many pages: drawn once in the file and called by each."""

    width: float
    height: float
    draw: Callable[[Ink], None]


@dataclass(frozen=True, eq=False)
class Page:
    """One page of a form: its frame, the values in its slots, or whatever `draw` adds.

    `code` is the short code that the page carries as a square code at `code_place`: left, top and
    size of a module. `owner` and `advice` complete the sentence when a text does not fit.
    """

    width: float
    height: float
    frame: Frame | None = None
    values: tuple[tuple[Slot, str], ...] = ()
    draw: Callable[[Ink], None] | None = None
    code: str = ""
    code_place: tuple[float, float, float] = (0, 0, 0.6)
    owner: str = ""
    advice: str = "Acorte el texto."


@dataclass(frozen=True, eq=False)
class Sheet:
    """One side of a sheet of paper, and the marks to cut or fold.

    Each page with the x of its left edge and how far its lower edge is above the sheet's.
    """

    width: float
    height: float
    pages: tuple[tuple[Page, float, float], ...]
    marks: Frame | None = None


def one_page(page: Page) -> Sheet:
    """A page that is a whole side of paper."""
    return Sheet(page.width, page.height, ((page, 0, 0),))
