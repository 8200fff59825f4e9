"""Pages of paper on their ground: only those in sight are rendered, at the zoom in force."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.theme import color, u
from ui.widgets import paint

Render = Callable[[int, float], QImage]
"""`render(page, scale)`: page from 0, scale in pixels per point; it may take its time."""
LEAST, MOST = 0.5, 2.0
_ZOOMS = (0.5, 0.6, 0.75, 0.9, 1.0, 1.25, 1.5, 1.75, 2.0)
_KEPT = 12
_SCREEN = 96 / 72


class PageView(QAbstractScrollArea):
    """The pages one under the other; 100 % is the real size at 96 dpi."""

    page_changed = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Vista de las páginas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self._sizes: list[tuple[float, float]] = []
        self._render: Render | None = None
        self._zoom, self._fit = 1.0, True
        self._tops: list[float] = []
        self._images: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._page = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._render_next)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)

    # What is shown

    def set_pages(self, sizes: Sequence[tuple[float, float]], render: Render) -> None:
        """Other pages: their sizes in points and the function that renders one."""
        self._sizes, self._render = list(sizes), render
        self._images.clear()
        self._page = min(self._page, max(0, len(self._sizes) - 1))
        self._arrange()
        self.go(self._page)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in sight, from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """1 is the real size."""
        return self._zoom

    @property
    def fits(self) -> bool:
        """Whether the zoom follows the width of the pane."""
        return self._fit

    def go(self, page: int) -> None:
        """Brings a page to the top."""
        if self._sizes:
            page = max(0, min(page, len(self._sizes) - 1))
            bar = self.verticalScrollBar()
            bar.setValue(round(self._tops[page]) - u(5))
            self._set_page(page)
            self.viewport().update()

    def next_page(self) -> None:
        """Brings the next page to the top."""
        self.go(self._page + 1)

    def previous_page(self) -> None:
        """Brings the page before to the top."""
        self.go(self._page - 1)

    def zoom_in(self) -> None:
        """The next bigger zoom of the list."""
        self.set_zoom(next((z for z in _ZOOMS if z > self._zoom + 0.01), MOST))

    def zoom_out(self) -> None:
        """The next smaller zoom of the list."""
        self.set_zoom(next((z for z in reversed(_ZOOMS) if z < self._zoom - 0.01), LEAST))

    def set_zoom(self, zoom: float) -> None:
        """A zoom between 50 and 200 %; the page in sight stays."""
        self._fit = False
        self._apply_zoom(zoom)

    def fit_width(self) -> None:
        """From now on the page takes the width of the pane."""
        self._fit = True
        self._arrange()
        self.go(self._page)

    def _apply_zoom(self, zoom: float) -> None:
        page = self._page
        self._zoom = min(MOST, max(LEAST, zoom))
        self._arrange()
        self.go(page)

    def _arrange(self) -> None:
        widest = max((width for width, _ in self._sizes), default=612.0)
        if self._fit:
            room = self.viewport().width() - 2 * u(5)
            self._zoom = min(MOST, max(0.2, room / (widest * _SCREEN)))
        scale, gap, y = self._zoom * _SCREEN, u(5), float(u(5))
        self._tops = []
        for _, height in self._sizes:
            self._tops.append(y)
            y += height * scale + gap
        port, bar = self.viewport().size(), self.verticalScrollBar()
        bar.setRange(0, max(0, round(y) - port.height()))
        bar.setPageStep(port.height())
        bar.setSingleStep(u(10))
        side = self.horizontalScrollBar()
        wide = round(widest * scale) + 2 * gap
        side.setRange(0, max(0, wide - port.width()))
        side.setPageStep(port.width())
        self.zoomed.emit(self._zoom)
        self.viewport().update()

    def rect_of(self, page: int) -> QRectF:
        """Where a page is in the pane now."""
        width, height = self._sizes[page]
        scale = self._zoom * _SCREEN
        wide = max(self.viewport().width(), round(width * scale) + 2 * u(5))
        x = (wide - width * scale) / 2 - self.horizontalScrollBar().value()
        y = self._tops[page] - self.verticalScrollBar().value()
        return QRectF(round(x), round(y), round(width * scale), round(height * scale))

    def visible_pages(self) -> list[int]:
        """The pages that are in sight, from top to bottom."""
        port = QRectF(self.viewport().rect())
        return [page for page in range(self.count) if self.rect_of(page).intersects(port)]

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._page
        self._arrange()
        if self._fit:
            self.go(page)

    def _on_scroll(self, _value: int) -> None:
        middle = self.viewport().height() / 3
        seen = [page for page in self.visible_pages() if self.rect_of(page).top() <= middle]
        if seen:
            self._set_page(seen[-1])
        self.viewport().update()

    def _set_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        keys = {
            Qt.Key.Key_PageDown: self.next_page,
            Qt.Key.Key_PageUp: self.previous_page,
            Qt.Key.Key_Right: self.next_page,
            Qt.Key.Key_Left: self.previous_page,
            Qt.Key.Key_Home: lambda: self.go(0),
            Qt.Key.Key_End: lambda: self.go(self.count - 1),
            Qt.Key.Key_Down: lambda: bar.setValue(bar.value() + bar.singleStep()),
            Qt.Key.Key_Up: lambda: bar.setValue(bar.value() - bar.singleStep()),
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
        }
        act = keys.get(Qt.Key(key))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self.viewport())
        paint.box(painter, self.viewport().rect(), u(2), "mat")
        for page in self.visible_pages():
            self._paint_page(painter, page)
        if self.hasFocus():
            paint.box(painter, self.viewport().rect(), u(2), "", "focus", 2)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        area = self.rect_of(page)
        paint.shadow(painter, area, 0, u(1.5))
        painter.fillRect(area, color("paper"))
        image = self._images.get(self._wanted(page))
        if image is None:
            old = next((im for (n, _), im in self._images.items() if n == page), None)
            if old is not None:
                painter.drawImage(area, old)
            self._later.start(0)
        else:
            painter.drawImage(area, image)

    def _wanted(self, page: int) -> tuple[int, float]:
        return page, round(self._zoom * _SCREEN * self.devicePixelRatioF(), 4)

    def _render_next(self) -> None:
        if self._render is None:
            return
        for page in self.visible_pages():
            key = self._wanted(page)
            if key not in self._images:
                self._images[key] = self._render(*key)
                while len(self._images) > _KEPT:
                    self._images.popitem(last=False)
                self.viewport().update()
                self._later.start(0)
                return
