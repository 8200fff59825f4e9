"""How a form prints: its paper, its own options and the order, made from what it declares."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.formatos.formato import PAPERS, Formato
from app.services.sujetos import Sujeto
from app.text import order_key
from ui.forms.form import Form
from ui.forms.marked import ChoiceEditor, FlagEditor
from ui.theme import u
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import Segments
from ui.widgets.choices import ComboBox
from ui.widgets.labels import Label, SectionLabel

_OF_PEOPLE = (("grupo", "Grupo y luego apellidos"), ("apellidos", "Apellidos"))
_OF_SESSIONS = (("grupo", "Las más recientes primero"), ("antiguas", "Las más antiguas primero"))
ORDERS = {
    "alumno": _OF_PEOPLE,
    "tutorado": _OF_PEOPLE,
    "intervencion": _OF_PEOPLE,
    "alumno_tutor": _OF_PEOPLE,
    "sesion": _OF_SESSIONS,
}
"""In which orders the papers of a subject can come out; the first is that of the list."""


class Opciones(QWidget):
    """`changed` tells that one of them is another; what was chosen for a form is kept for it."""

    changed = Signal()
    text_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.formato: Formato | None = None
        self.form: Form | None = None
        self.papers: Segments | None = None
        self._kept: dict[str, dict[str, Any]] = {}
        self._made: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(u(2))
        self.title = SectionLabel("Opciones")
        self._column.addWidget(self.title)
        self.order_label = Label("Orden", "caption", "text2", strong=True)
        self.order = ComboBox(name="Orden")
        self.order.set_narrow()
        self.order.activated.connect(self.changed)
        self.order_label.setBuddy(self.order)
        self.text = LinkButton("Cambiar el texto…")
        self.text.clicked.connect(self.text_asked)
        for widget in (self.order_label, self.order, self.text):
            self._column.addWidget(widget)

    def show_form(self, formato: Formato) -> None:
        """The options of another form, as they were left."""
        self.formato = formato
        kept = self._kept.setdefault(formato.key, {"papel": formato.papers[0]})
        begins = formato.dibujo().opciones(**kept)
        if self._made is not None:
            self._made.hide()
            self._made.deleteLater()
        self._made = QWidget()
        inside = QVBoxLayout(self._made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(u(2))
        self.papers = self._make_papers(formato, kept["papel"], inside)
        fields = formato.opciones()
        self.form = Form(fields, {key: getattr(begins, key) for key in fields})
        self.form.edited.connect(self._on_edited)
        for one in self.form.fields.values():
            if isinstance(one.editor, FlagEditor):
                one.editor.setMinimumHeight(u(6))
                one.editor.box.set_wraps()
            elif isinstance(one.editor, ChoiceEditor):
                one.editor.combo.set_narrow()
        if fields:
            inside.addWidget(self.form)
        self._column.insertWidget(1, self._made)
        self.order.set_options(list(ORDERS.get(formato.subject, ())))
        if self.order.currentIndex() < 0:
            self.order.setCurrentIndex(0)
        self.text.setVisible(bool(formato.textos))
        self._show_title()

    def _make_papers(self, formato: Formato, paper: str, inside: QVBoxLayout) -> Segments | None:
        if len(formato.papers) < 2:
            return None
        inside.addWidget(Label("Tamaño", "caption", "text2", strong=True))
        papers = Segments([(key, PAPERS[key]) for key in formato.papers], paper, name="Tamaño")
        papers.chosen.connect(self._on_paper)
        inside.addWidget(papers)
        return papers

    def allow_order(self, many: bool) -> None:
        """Offers the order only when there is more than one paper to put in order."""
        shown = many and self.order.count() > 1
        self.order.setVisible(shown)
        self.order_label.setVisible(shown)
        self._show_title()

    def _show_title(self) -> None:
        parts = (self.papers, self.form and self.form.fields, not self.order.isHidden())
        self.title.setVisible(any(parts) or not self.text.isHidden())

    def set_paper(self, paper: str) -> None:
        """Chooses a paper as the user does."""
        if self.papers is not None:
            self.papers.set_key(paper)
            self._on_paper(paper)

    def _on_paper(self, paper: str) -> None:
        self._keep("papel", paper)

    def _on_edited(self, key: str, value: Any) -> None:
        self._keep(key, value)

    def _keep(self, key: str, value: Any) -> None:
        if self.formato is not None:
            self._kept[self.formato.key][key] = value
            self.changed.emit()

    def wrong(self) -> QWidget | None:
        """The editor of an option that is not accepted, if there is one."""
        fields = self.form.fields.values() if self.form is not None else ()
        return next((one.editor for one in fields if one.is_wrong), None)

    def options(self) -> Any:
        """The options as the form wants them."""
        if self.formato is None:
            return None
        return self.formato.dibujo().opciones(**self._kept[self.formato.key])

    def ordered(self, chosen: list[Sujeto]) -> list[Sujeto]:
        """The subjects in the order that is asked for."""
        if self.order.key == "apellidos":
            return sorted(chosen, key=lambda one: order_key(one.nombre))
        return chosen[::-1] if self.order.key == "antiguas" else chosen
