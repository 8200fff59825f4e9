"""Paper from the window: pages as pictures, the printer, the PDF file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.formatos.preview import Preview
from app.paths import file_name_of
from ui import messages, state
from ui.widgets.progress_card import FloatingProgress

SIDES = {
    "largo": QPrinter.DuplexMode.DuplexLongSide,
    "corto": QPrinter.DuplexMode.DuplexShortSide,
}
"""On which side the sheet is turned when it is printed on both."""
_DOTS = 300
_POINTS = 72


def picture(preview: Preview, page: int, scale: float) -> QImage:
    """A page as an image that owns its pixels."""
    width, height, pixels = preview.render(page, scale)
    return QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def ask_pdf_path(parent: QWidget, name: str) -> Path | None:
    """Where to save a PDF, in the folder used last; None when the user steps back."""
    offered = str(state.recall_folder("papel/carpeta") / f"{file_name_of(name)}.pdf")
    chosen, _ = QFileDialog.getSaveFileName(parent, "Guardar PDF", offered, "PDF (*.pdf)")
    if not chosen:
        return None
    path = Path(chosen)
    state.remember("papel/carpeta", str(path.parent))
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")


class Printing(QObject):
    """Sends a PDF to a printer, a page at a time, so that the window stays alive.

    Its parent is the Context. `finished` tells that all the pages went out.
    """

    finished = Signal()

    def __init__(self, pdf: bytes, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self._preview = Preview(pdf)
        self._title = title
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._painter = QPainter()
        self._page = 0
        self._stop = False
        self._card: FloatingProgress | None = None

    def ask(self, window: QWidget, sides: str = "") -> None:
        """Opens the system's print dialog; printing starts when it is accepted.

        `sides` is a key of `SIDES` when the back of the sheet is used too.
        """
        printer = self._printer
        width, height = self._preview.size(0)  # full page: the margins are inside the form
        printer.setDocName(self._title)
        printer.setResolution(_DOTS)
        printer.setFullPage(True)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        landscape = width > height
        way = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(way)
        if sides:
            printer.setDuplex(SIDES[sides])
        if remembered := state.recall("papel/impresora"):
            printer.setPrinterName(remembered)
        printer.setFromTo(1, self._preview.pages)
        dialog = QPrintDialog(printer, window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.accepted.connect(partial(self._start, window))
        dialog.rejected.connect(self._end)
        QDialog.open(dialog)  # its own `open` wants a receiver by name

    def _start(self, window: QWidget) -> None:
        state.remember("papel/impresora", self._printer.printerName())
        if not self._painter.begin(self._printer):
            messages.problem(
                "No se pudo imprimir: la impresora no respondió. Revise que esté encendida, "
                "o guarde el PDF."
            )
            self._end()
            return
        self._page = max(0, self._printer.fromPage() - 1)
        self._last = min(self._preview.pages, self._printer.toPage() or self._preview.pages)
        self._first = self._page
        self._card = FloatingProgress(self._title, window)
        self._card.cancelled.connect(self._cancel)
        self._card.show()
        self._card.place()
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        if self._stop or self._page >= self._last:
            self._painter.end()
            done = self._page - self._first
            if self._stop:
                messages.toast(f"Se detuvo la impresión. Salieron {done} páginas.")
            else:
                self.finished.emit()
            self._end()
            return
        if self._page > self._first:
            self._printer.newPage()
        image = picture(self._preview, self._page, _DOTS / _POINTS)
        # The page at its true size: the origin of a full page is the corner of the sheet.
        area = QRectF(self._printer.paperRect(QPrinter.Unit.DevicePixel))
        self._painter.drawImage(QRectF(0, 0, area.width(), area.height()), image)
        self._page += 1
        if self._card is not None:
            self._card.set_progress(self._page - self._first, self._last - self._first)
        QTimer.singleShot(0, self, self._next)

    def _cancel(self) -> None:
        self._stop = True

    def _end(self) -> None:
        if self._card is not None:
            self._card.deleteLater()
            self._card = None
        self._preview.close()
        self.deleteLater()


def open_file(path: Path) -> None:
    """Opens a file with the system's program for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
