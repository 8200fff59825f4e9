"""The pages of a printed form with their bar: page n of m, zoom, fit to width, who is seen."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import font, u
from ui.widgets import paint
from ui.widgets.buttons import IconButton
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.page_view import LEAST, MOST, PageView, Render


class PagePreview(QWidget):
    """The pages with their bar: page n of m, zoom, fit to width, and what is seen."""

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PageView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(1.5))
        column.addLayout(self._make_bar())
        column.addWidget(self.view, 1)
        self.view.page_changed.connect(self._on_page)
        self.view.zoomed.connect(self._on_zoom)
        self._on_page(0)

    def _make_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(u(1))
        self.back = IconButton("chevron-left", "Página anterior", shortcut="Re Pág")
        self.back.clicked.connect(self.view.previous_page)
        self.where = Label("")
        self.next = IconButton("chevron-right", "Página siguiente", shortcut="Av Pág")
        self.next.clicked.connect(self.view.next_page)
        self.smaller = IconButton("zoom-out", "Alejar", shortcut="Ctrl+rueda")
        self.smaller.clicked.connect(self.view.zoom_out)
        self.percent = Label("100 %")
        self.percent.setMinimumWidth(paint.width_of("200 %", font("body")))
        self.bigger = IconButton("zoom-in", "Acercar", shortcut="Ctrl+rueda")
        self.bigger.clicked.connect(self.view.zoom_in)
        self.fit = IconButton("fit", "Ajustar al ancho")
        self.fit.clicked.connect(self.view.fit_width)
        self.title = ElidedLabel("", "body", strong=True)
        for widget in (self.back, self.where, self.next):
            bar.addWidget(widget)
        bar.addSpacing(u(3))
        for widget in (self.smaller, self.percent, self.bigger, self.fit):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.title)
        return bar

    def set_pages(self, sizes: Sequence[tuple[float, float]], render: Render) -> None:
        """Other pages: their sizes in points and `render(page, scale) -> QImage`."""
        self.view.set_pages(sizes, render)
        self._on_page(self.view.page, tell=False)

    def go(self, page: int) -> None:
        """Brings a page into sight."""
        self.view.go(page)

    def set_title(self, words: str) -> None:
        """What is seen, at the right of the bar: the name of the student of this page."""
        self.title.setText(words)

    def sizeHint(self) -> QSize:
        return QSize(u(150), u(140))

    def _on_page(self, page: int, *, tell: bool = True) -> None:
        count = self.view.count
        self.where.setText(f"Página {page + 1:,} de {count:,}" if count else "Sin páginas")
        self.back.setEnabled(page > 0)
        self.next.setEnabled(page < count - 1)
        if tell and count:
            self.page_changed.emit(page)

    def _on_zoom(self, zoom: float) -> None:
        self.percent.setText(f"{zoom:.0%}".replace("%", " %"))
        self.smaller.setEnabled(zoom > LEAST + 0.01)
        self.bigger.setEnabled(zoom < MOST - 0.01)
