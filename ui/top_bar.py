"""The bar on top: plantel, periodo, search, what is saved, undo and redo, menus."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui import theme
from ui.theme import u
from ui.widgets import paint
from ui.widgets.choices import ComboBox


class Mark(QWidget):
    """Two circles that share a part: the two peers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(u(9), u(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.height() / 2 - 1.5
        middle = self.height() / 2
        for center, tone in ((radius + 2, "headtext"), (self.width() - radius - 2, "mark")):
            painter.setPen(QPen(theme.color(tone), 2))
            fill = QColor(theme.color(tone))
            fill.setAlpha(40)
            painter.setBrush(fill)
            painter.drawEllipse(QPointF(center, middle), radius, radius)
        painter.end()


class HeaderButton(QToolButton):
    """An icon on the bar; its tooltip is its name, with the shortcut."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(theme.icon(icon, "headtext", on="headtext"))
        self.setIconSize(QSize(u(5), u(5)))
        self.setProperty("ground", "header")
        self.setFixedSize(u(9), u(9))
        self.call(name)

    def call(self, name: str, shortcut: str = "") -> None:
        """Names the button for the eye and for the screen reader."""
        self.setToolTip(paint.tip(f"{name} ({shortcut})" if shortcut else name))
        self.setAccessibleName(name)


class PlantelButton(QToolButton):
    """The plantel's name; a long one is cut at the end and whole in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "header")
        self.setFont(theme.font("section"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIcon(theme.icon("chevron-down", "headtext2", on="headtext2"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFixedHeight(u(9))
        self._name = ""

    def show_name(self, name: str) -> None:
        """Shows the name in the room there is."""
        self._name = name
        room = u(62)
        metrics = self.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(paint.tip(name))
        self.setAccessibleName(f"Plantel: {name}")


class TopBar(QWidget):
    """The bar; it only shows and asks, the main window decides."""

    undo_asked = Signal()
    redo_asked = Signal()
    print_asked = Signal()
    help_asked = Signal()
    periodo_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(u(12))
        self.setAutoFillBackground(True)
        self.plantel = PlantelButton(self)
        self.periodo = ComboBox(ground="header", name="Periodo")
        self.search = QLineEdit(self)
        self.saved = QLabel(self)
        self.saved_glyph = QLabel(self)
        self.undo = HeaderButton("undo", "Deshacer", self)
        self.redo = HeaderButton("redo", "Rehacer", self)
        self.print = HeaderButton("printer", "Imprimir", self)
        self.help = HeaderButton("help", "Ayuda", self)
        self.menu = HeaderButton("menu", "Menú", self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.periodo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.periodo.setMinimumContentsLength(11)
        self.periodo.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._build_search()
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.periodo_label = QLabel("Periodo", self)
        for one in (self.periodo_label, self.saved):
            one.setProperty("role", "headtext2")
        row = QHBoxLayout(self)
        row.setContentsMargins(u(3.5), 0, u(2), 0)
        row.setSpacing(u(1))
        row.addWidget(Mark(self))
        row.addSpacing(u(1))
        row.addWidget(self.plantel)
        row.addSpacing(u(1))
        row.addWidget(self.periodo_label)
        row.addWidget(self.periodo)
        row.addSpacing(u(4))
        row.addStretch(1)
        row.addWidget(self.search, 12)
        row.addStretch(1)
        row.addSpacing(u(4))
        row.addWidget(self.saved_glyph)
        row.addWidget(self.saved)
        row.addSpacing(u(2))
        for button in (self.undo, self.redo, self.print, self.help, self.menu):
            row.addWidget(button)

    def _build_search(self) -> None:
        self.search.setProperty("ground", "header")
        self.search.setPlaceholderText("Buscar alumnos, asignaturas, folios o acciones")
        self.search.setAccessibleName("Buscar en todo el plantel (Ctrl+K)")
        self.search.addAction(
            theme.icon("search", "headtext2"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.setMinimumWidth(u(60))
        self.search.setMaximumWidth(u(115))
        self.search.setTextMargins(0, 0, u(12), 0)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        hint = QLabel("Ctrl+K", self.search)
        hint.setProperty("role", "headtext2")
        hint.setFont(theme.font("caption"))
        inside = QHBoxLayout(self.search)
        inside.setContentsMargins(0, 0, u(3), 0)
        inside.addStretch(1)
        inside.addWidget(hint)
        self.search.textChanged.connect(lambda text: hint.setVisible(not text))

    def _connect(self) -> None:
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.print.clicked.connect(self.print_asked)
        self.help.clicked.connect(self.help_asked)
        self.periodo.textActivated.connect(self.periodo_chosen)
        self.setTabOrder(self.plantel, self.periodo)
        self.print.call("Imprimir", "Ctrl+P")
        self.help.call("Ayuda", "F1")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("header"))
        painter.end()

    def show_nothing(self) -> None:
        """No file is open."""
        self.plantel.show_name("Sin plantel abierto")
        self.show_periodos([], "")
        self.show_steps("", "")
        self.show_state("", "")

    def show_state(self, text: str, icon: str, problem: str = "") -> None:
        """Guardado, Solo lectura…; a problem is told in the tooltip."""
        self.saved.setText(text)
        self.saved_glyph.setVisible(bool(icon))
        if icon:
            picture = theme.pixmap(icon, "headtext2", u(4), self.devicePixelRatioF())
            self.saved_glyph.setPixmap(picture)
        self.saved.setToolTip(paint.tip(problem or "Cada cambio se guarda en el momento"))
        self.saved.setFont(theme.font("body", bool(problem)))

    def show_steps(self, undo: str, redo: str) -> None:
        """What the two arrows would do, in their tooltips; off when there is nothing."""
        self.undo.setEnabled(bool(undo))
        self.redo.setEnabled(bool(redo))
        self.undo.call(f"Deshacer: {undo}" if undo else "No hay nada que deshacer", "Ctrl+Z")
        self.redo.call(f"Rehacer: {redo}" if redo else "No hay nada que rehacer", "Ctrl+Y")

    def show_periodos(self, names: list[str], current: str) -> None:
        """The periodos one can work in."""
        self.periodo.blockSignals(True)
        self.periodo.setVisible(bool(names))
        self.periodo_label.setVisible(bool(names))
        self.periodo.clear()
        self.periodo.addItems(names)
        self.periodo.setCurrentText(current)
        self.periodo.blockSignals(False)
