"""Pages of a PDF as pictures, for the preview and for the printer; everything stays in memory."""

from threading import Lock
from types import TracebackType
from typing import Any, Self

_pdfium = Lock()
"""PDFium serves one thread at a time."""


class Preview:
    """An open PDF; its pages become pictures one by one. Close it, or use it in a `with`."""

    def __init__(self, pdf: bytes) -> None:
        from pypdfium2 import PdfDocument

        with _pdfium:
            self._document: Any = PdfDocument(pdf)
            self.pages: int = len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page, counted from 0, in points."""
        with _pdfium:
            return self._document.get_page_size(page)

    def render(self, page: int, scale: float) -> tuple[int, int, bytes]:
        """Width, height and pixels of a page counted from 0; scale 1 is 72 dots to the inch.

        Four bytes a pixel, blue green red and one unused, rows without padding: what
        QImage.Format_RGB32 reads on every computer of today.
        """
        with _pdfium:
            opened = self._document[page]
            bitmap = opened.render(scale=scale, force_bitmap_format=_BGRX)
            try:
                return bitmap.width, bitmap.height, bytes(bitmap.buffer)
            finally:
                bitmap.close()
                opened.close()

    def close(self) -> None:
        """Lets the PDF go."""
        with _pdfium:
            self._document.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


_BGRX = 3
"""FPDFBitmap_BGRx of PDFium."""


def render_page(pdf: bytes, page: int, scale: float) -> tuple[int, int, bytes]:
    """One page of a PDF as `Preview.render` gives it; for many pages keep a Preview open."""
    with Preview(pdf) as preview:
        return preview.render(page, scale)
