"""The detail of one session: whose and when, its three pages, and what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.store.queries.sesiones import FilaSesion
from ui.actions import Actions
from ui.context import Context
from ui.tabs.seguimiento import looks
from ui.tabs.seguimiento.deeds import Deeds
from ui.tabs.seguimiento.record_pages import AnterioresPage, HistorialPage, previous
from ui.tabs.seguimiento.sesion_page import Foot, SesionPage
from ui.theme import u
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card, Line
from ui.widgets.labels import ElidedLabel
from ui.widgets.marks import Avatar
from ui.widgets.sub_tabs import SubPages

_PAGES = SesionPage | AnterioresPage | HistorialPage


class Detail(Card):
    """One session; `show_row` changes the data and keeps the widgets.

    `opened(sesion)` asks for another one; `next_asked` for the next without record.
    """

    opened = Signal(object)
    next_asked = Signal()

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__(padding=0)
        self.ctx, self.deeds = ctx, deeds
        self.row: FilaSesion | None = None
        self.body.setContentsMargins(u(4.5), u(3.5), u(4.5), u(2.5))
        self.body.addLayout(self._make_head())
        self.pages = SubPages()
        self.pages.opened.connect(self._fill_page)
        self.pages.put(
            ("sesion", "Sesión", self._make_session),
            ("anteriores", "Anteriores", self._make_previous),
            ("historial", "Historial", self._make_history),
        )
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(Line())
        self.foot = Foot(ctx, deeds)
        self.body.addWidget(self.foot)

    # Building

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(3))
        self.avatar = Avatar()
        row.addWidget(self.avatar)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.name = ElidedLabel("", "detail")
        self.about = ElidedLabel("", "caption", "text2")
        words.addWidget(self.name)
        words.addWidget(self.about)
        row.addLayout(words, 1)
        self.next = Button("Siguiente", "outlined", "arrow-right")
        self.next.set_tooltip("La siguiente sin registro (Ctrl+Entrar)")
        self.next.clicked.connect(self.next_asked)
        self.next.hide()
        row.addWidget(self.next)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        row.addWidget(IconButton("more", "Más acciones con esta sesión", menu=self.menu))
        return row

    def _make_session(self) -> QWidget:
        self.session = SesionPage(self.ctx, self.deeds)
        return self.session

    def _make_previous(self) -> QWidget:
        self.previous = AnterioresPage(self.ctx)
        self.previous.opened.connect(self.opened)
        return self.previous

    def _make_history(self) -> QWidget:
        self.history = HistorialPage(self.ctx)
        return self.history

    # Showing

    def show_row(self, row: FilaSesion) -> None:
        """Shows a session; the page that was open stays open."""
        self.row = row
        self.avatar.set_initials(_initials(row.nombre_asignatura))
        self.name.setText(looks.title_of(row))
        self.about.setText(looks.about(row))
        if self.pages.tabs is not None:
            self.pages.tabs.set_count("anteriores", len(previous(self.ctx, row)) or None)
        self.foot.show_row(row)
        self._fill_page(self.pages.key)

    def show_next(self, left: int) -> None:
        """Offers the next one without record; how many are left, -1 hides the button."""
        self.next.setVisible(left >= 0)
        self.next.setText(f"Siguiente · {left:,}" if left else "Terminar")
        self.next.updateGeometry()

    def _fill_page(self, key: str) -> None:
        page = self.pages.page(key)
        if self.row is not None and isinstance(page, _PAGES):
            page.show_row(self.row)

    def _fill_menu(self) -> None:
        self.menu.clear()
        if self.row is None:
            return
        row = self.row
        actions = Actions(self.menu, self.deeds.actions(), lambda: [row.id])
        for label in self.deeds.labels_for([row]):
            if label == "-":
                self.menu.addSeparator()
            else:
                self.menu.addAction(actions[label])


def _initials(subject: str) -> str:
    """QI of Química I; BI of Biología."""
    words = subject.split()
    return (words[0][0] + words[-1][0] if len(words) > 1 else subject[:2]).upper()
