"""The tab: carnets that go out on paper, and carnets that come back with handwriting."""

from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.text import counted
from ui.context import Context
from ui.print_choice import PrintChoice
from ui.tabs.carnet.capture_page import CapturePage
from ui.tabs.carnet.print_page import PrintPage
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.chips import Segments
from ui.widgets.labels import Label
from ui.widgets.toolbar import Toolbar

MODES = (("imprimir", "Imprimir"), ("capturar", "Capturar carnets"))
CAPTURE = "capturar"


class CarnetTab(QWidget):
    """Two ways of working with the same cards."""

    TABLES = PrintPage.TABLES | {"asistencias", "planes", "acciones", "dias_inhabiles"}

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(u(5), u(3), u(5), u(3.5))
        column.setSpacing(u(3))
        self.printing = PrintPage(ctx)
        self._capture: CapturePage | None = None
        self.segments = Segments(MODES, "imprimir", name="Qué hacer con los carnets")
        self.segments.chosen.connect(self.show_mode)
        self.printing.toolbar.put_first(self.segments)
        self.bar = self._make_bar()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.printing)
        for widget in (self.printing.toolbar, self.bar):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        keys = QShortcut(QKeySequence("Ctrl+Shift+C"), self)
        keys.activated.connect(self._start_capture)
        self.show_mode("imprimir")

    def _make_bar(self) -> Toolbar:
        bar = Toolbar()
        self.count = Label("", "body", "text2")
        bar.add_left(self.count)
        done = Button("Guardar y siguiente", "filled", "arrow-right")
        done.set_tooltip("Guarda este carnet y espera el siguiente (Ctrl+Entrar)")
        done.clicked.connect(self._finish)
        bar.set_main(done)
        return bar

    @property
    def capture(self) -> CapturePage:
        """The page of the capture, made when it is first wanted."""
        if self._capture is None:
            self._capture = CapturePage(self.ctx)
            self._capture.counted.connect(self._say_count)
            self.stack.addWidget(self._capture)
        return self._capture

    def _finish(self) -> None:
        self.capture.finish()

    # What the window calls

    def refresh(self) -> None:
        """Reads again what the page in front shows."""
        if self.segments.key == CAPTURE:
            self.capture.refresh()
        else:
            self.printing.refresh()

    def show_record(self, what: object) -> None:
        """Checks alumnos to print; or goes to the capture: `capturar`, (`capturar`, alumno)."""
        if what == CAPTURE or (isinstance(what, tuple) and what[0] == CAPTURE):
            self._start_capture()
            if isinstance(what, tuple) and what[1] is not None:
                self.capture.open_alumno(what[1])
            return
        self.show_mode("imprimir")
        self.printing.show_record(what)

    def print_choice(self) -> PrintChoice:
        """Those of the page of printing."""
        return self.printing.print_choice()

    def focus_filter(self) -> None:
        """The cursor goes to the filter, or to the code of the next card."""
        if self.segments.key == CAPTURE:
            self.capture.head.take_focus()
        else:
            self.printing.focus_filter()

    # Modes

    def show_mode(self, mode: str) -> None:
        """Printing or capturing."""
        capture = mode == CAPTURE
        self.segments.set_key(mode)
        bar: Any = self.bar if capture else self.printing.toolbar
        bar.put_first(self.segments)
        self.bar.setVisible(capture)
        self.printing.toolbar.setVisible(not capture)
        self.stack.setCurrentWidget(self.capture if capture else self.printing)
        if self.isVisible() or capture:
            self.refresh()
        if capture:
            self._say_count()
            self.capture.head.take_focus()

    def _start_capture(self) -> None:
        self.show_mode(CAPTURE)

    def _say_count(self) -> None:
        cards = self.capture.today
        done = counted(len(cards.cards), "carnet capturado", "carnets capturados")
        words = f"{done} hoy" if cards.cards else "Con el lector o escribiendo el código"
        if cards.waiting:
            words += f" · {cards.waiting} con filas por revisar"
        self.count.setText(words)
