"""The PDF file being made: fonts, frames drawn once, one object of text for each page.

Built on the document of ReportLab without its canvas: a page costs little more than its text. Same
data, same bytes: fixed date and id, fonts and frames named in the order of their use.
"""

import zlib
from dataclasses import dataclass
from threading import Lock
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc

from app.errors import DoesNotFit
from app.formatos.fonts import MM, WEIGHTS, face
from app.formatos.layout import Frame, Ink, Page, Picture, Sheet, Slot, Style, TooLong
from app.formatos.qr import SIDE, path

rl_config.useA85 = 0  # ASCII85 makes every stream a fifth larger and half as slow again

_reading_fonts = Lock()
"""The font files are read by one document at a time."""
_RESOURCES = "Recursos"
_REMEMBERED = 20_000
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})


class Pdf:
    """One PDF file; give it sheets, then ask for its bytes once."""

    def __init__(self, title: str) -> None:
        with _reading_fonts:
            for weight in WEIGHTS:
                face(weight)
        self._doc: Any = pdfdoc.PDFDocument(invariant=1, compression=1, lang="es-MX")
        self._doc.setTitle(title)
        self._doc.setAuthor("Entre Pares")
        self._doc.setCreator("Entre Pares")
        self._doc.setSubject("")
        viewer = pdfdoc.ViewerPreferencesPDFDictionary()
        viewer["DisplayDocTitle"] = "true"
        self._doc.Catalog.ViewerPreferences = viewer
        self._resources: Any = pdfdoc.PDFResourceDictionary()
        self._resources.basicFonts()
        self._doc.Reference(self._resources, _RESOURCES)
        self._frames: dict[Frame, str] = {}
        self._pictures: dict[str, str] = {}
        self._alphabets: dict[str, _Alphabet] = {}
        self._placed: dict[tuple[Slot, str], str] = {}

    def add(self, sheet: Sheet) -> None:
        """One side of a sheet of paper."""
        content = "".join([self._owned(page, x * MM, up * MM) for page, x, up in sheet.pages])
        if sheet.marks:
            content += self._called(sheet.marks)
        packed = zlib.compress(content.encode("latin-1"))
        self._doc.addPage(
            _PageObject(sheet.width * MM, sheet.height * MM, self._doc.Reference(_Stream(packed)))
        )

    def finish(self) -> bytes:
        """The file; after this nothing can be added."""
        self._resources.XObject = self._doc.xobjDict(
            [*self._frames.values(), *self._pictures.values()]
        )
        with _reading_fonts:
            return self._doc.GetPDFData(None)

    def _owned(self, page: Page, x: float, up: float) -> str:
        try:
            return self._drawn(page, x, up)
        except TooLong as refused:
            raise DoesNotFit(f"{page.owner}: {refused} {page.advice}".lstrip(": ")) from None
        except DoesNotFit as refused:
            raise DoesNotFit(f"{page.owner}: {refused}".lstrip(": ")) from None

    def _drawn(self, page: Page, x: float, up: float) -> str:
        parts = [f"q 1 0 0 1 {x:.2f} {up:g} cm\n" if x or up else "q\n"]
        if page.frame:
            parts.append(self._called(page.frame))
        placed = self._placed
        parts.append("BT\n")
        for slot, text in page.values:
            if text:
                shown = placed.get((slot, text))
                if shown is None:
                    shown = self._remembered(slot, text, page.height)
                parts.append(shown)
        parts.append("ET\n")
        if page.draw:
            ink = Ink(page.height, self.shown, self._picture)
            page.draw(ink)
            parts.append(ink.operators())
        if page.code:
            left, top, module = (part * MM for part in page.code_place)
            low = page.height * MM - top - SIDE * module
            parts.append(
                f"{module:.4f} 0 0 {module:.4f} {left:.2f} {low:.2f} cm\n{path(page.code)}f\n"
            )
        parts.append("Q\n")
        return "".join(parts)

    def _remembered(self, slot: Slot, text: str, height: float) -> str:
        """A value in its slot; groups, subjects and tutors come back, so it is kept for a while."""
        if len(self._placed) >= _REMEMBERED:
            self._placed.clear()
        shown = self._placed[slot, text] = slot.placed(text, height, self.shown)
        return shown

    def shown(self, text: str, style: Style, scale: int = 100) -> str:
        """The operators that show a text where the text object stands."""
        alphabet = self._alphabets.get(style.weight) or self._open(style.weight)
        try:
            codes = "".join([alphabet.codes[letter] for letter in text])
        except KeyError:
            return _spaced(self._learned(text, style, alphabet), style.tracking, scale)
        return _spaced(f"{alphabet.name} {style.size:g} Tf ({codes}) Tj", style.tracking, scale)

    def _open(self, weight: str) -> "_Alphabet":
        name = face(weight).font.getSubsetInternalName(0, self._doc)
        alphabet = self._alphabets[weight] = _Alphabet(name, {})
        return alphabet

    def _learned(self, text: str, style: Style, alphabet: "_Alphabet") -> str:
        """The same for a text with letters that this document had not met."""
        font = face(style.weight).font
        shown: list[str] = []
        for subset, codes in font.splitString(text, self._doc):
            name = font.getSubsetInternalName(subset, self._doc)
            shown.append(f"{name} {style.size:g} Tf ({_escaped(codes)}) Tj")
        for letter in set(text):
            ((subset, code),) = font.splitString(letter, self._doc)
            if subset == 0:
                alphabet.codes[letter] = _escaped(code)
        return " ".join(shown)

    def _called(self, frame: Frame) -> str:
        name = self._frames.get(frame)
        if name is None:
            ink = Ink(frame.height, self.shown, self._picture)
            frame.draw(ink)
            name = self._frames[frame] = f"marco{len(self._frames) + 1}"
            form = pdfdoc.PDFFormXObject(
                0, 0, round(frame.width * MM, 2), round(frame.height * MM, 2)
            )
            form.compression = 1
            form.setStreamList(ink.operators().encode("latin-1"))
            form.XObjects = (
                self._doc.xobjDict(list(self._pictures.values())) if self._pictures else None
            )
            self._doc.addForm(name, form)
        return f"/{self._doc.getXObjectName(name)} Do\n"

    def _picture(self, picture: Picture) -> str:
        """The name of a picture in this file, put in once."""
        name = self._pictures.get(picture.key)
        if name is None:
            name = self._pictures[picture.key] = f"imagen{len(self._pictures) + 1}"
            self._doc.addForm(name, pdfdoc.PDFImageXObject(name, ImageReader(picture.image)))
        return self._doc.getXObjectName(name)


@dataclass(frozen=True)
class _Alphabet:
    """The letters of one weight that a document has met; `name` is how it calls the font."""

    name: str
    codes: dict[str, str]


class _Stream(pdfdoc.PDFObject):
    """Operators, already compressed."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    def format(self, document: Any) -> bytes:  # noqa: ARG002
        head = b"<</Filter/FlateDecode/Length %d>>\nstream\n" % len(self._packed)
        return head + self._packed + b"\nendstream"


class _PageObject(pdfdoc.PDFObject):
    """A page in a few bytes; all pages share the same resources."""

    def __init__(self, width: float, height: float, stream: pdfdoc.PDFObjectReference) -> None:
        self._box = b"[0 0 %g %g]" % (round(width, 2), round(height, 2))
        self._stream = stream

    def format(self, document: Any) -> bytes:
        parts = (
            b"<</Type/Page/Parent",
            document.Reference(document.Pages).format(document),
            b"/MediaBox" + self._box + b"/Resources",
            pdfdoc.PDFObjectReference(_RESOURCES).format(document),
            b"/Contents",
            self._stream.format(document),
            b">>",
        )
        return b" ".join(parts)


def _escaped(codes: bytes) -> str:
    return codes.decode("latin-1").translate(_ESCAPES)


def _spaced(shown: str, tracking: float, scale: int) -> str:
    """With its tracking and narrowing, both set back: they outlive the text object."""
    if tracking:
        shown = f"{tracking:g} Tc {shown} 0 Tc"
    return f"{scale} Tz {shown} 100 Tz" if scale != 100 else shown
