"""Last step of the import: what was done, and what comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.imports import ImportResult
from app.text import counted
from ui.dialogs.importar_filas import ACTIONS
from ui.dialogs.importar_marco import done_words
from ui.dialogs.importar_sesion import Session
from ui.theme import u
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.marks import Avatar

_NEXT: dict[str, tuple[str, str, object]] = {
    "alumnos": ("Importar las calificaciones", "importar", "calificaciones"),
    "calificaciones": ("Ver quién necesita tutoría", "tutorados", None),
    "tutores": ("Importar su disponibilidad", "importar", "disponibilidad"),
    "disponibilidad": ("Ver los alumnos tutores", "alumnos_tutores", None),
}
_ALUMNOS = (("alumno nuevo", "alumnos nuevos"), ("alumno con cambios", "alumnos con cambios"))
_FILAS = (("fila nueva", "filas nuevas"), ("fila con cambios", "filas con cambios"))
_WIDTH = 140


class ListoPage(QWidget):
    """A tick, the counts in words, the next step and the way back."""

    another = Signal()
    asked = Signal(str, object)
    undo_asked = Signal()
    review_asked = Signal()
    save_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        center = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(u(2))
        column.addStretch(1)
        self.avatar = Avatar(icon_name="check", size=14)
        column.addWidget(self.avatar, 0, center)
        self.title = Label("", "page")
        self.title.setAlignment(center)
        column.addWidget(self.title)
        self.card = Card(fill="sunken", padding=4)
        self.card.setFixedWidth(u(_WIDTH))
        column.addWidget(self.card, 0, center)
        self.second = Label("", "body", "text2")
        self.second.setAlignment(center)
        column.addWidget(self.second)
        column.addSpacing(u(1))
        column.addLayout(self._buttons())
        column.addStretch(2)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WindowShortcut)
        undo.activated.connect(self._on_undo)

    def _buttons(self) -> QHBoxLayout:
        self.next = Button("", "outlined", "arrow-right")
        self.next.clicked.connect(self._on_next)
        self.other = Button("Importar otra lista", "plain", "upload")
        self.other.clicked.connect(self.another)
        self.undo = Button("Deshacer", "plain", "undo", tooltip="Ctrl+Z")
        self.undo.clicked.connect(self.undo_asked)
        self.review = Button("Volver a la revisión", "outlined", "arrow-left")
        self.review.clicked.connect(self.review_asked)
        self.save = Button("Guardar filas con problema…", "plain", "download")
        self.save.clicked.connect(self.save_asked)
        row = QHBoxLayout()
        row.setSpacing(u(2))
        row.addStretch(1)
        for button in (self.next, self.review, self.save, self.other, self.undo):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def take_focus(self) -> bool:
        """The cursor goes to the next step."""
        (self.next if self._session.result is not None else self.review).setFocus()
        return True

    def show_result(self) -> None:
        """Says what was done."""
        result = self._session.result
        if result is None:
            return
        self.avatar.set_icon("check", "ok", "oktint")
        self.title.setText(done_words(result))
        self._show_lines(lines_of(result))
        self.second.setText("Con Ctrl+Z todo vuelve a como estaba.")
        self.next.setText(_NEXT[result.plan.tipo][0])
        self._show_buttons(done=True)

    def show_undone(self) -> None:
        """Says that nothing of it stayed."""
        self.avatar.set_icon("undo", "accent", "accenttint")
        self.title.setText("Se deshizo la importación")
        self._show_lines([])
        self.second.setText("Todo está como antes de importar la lista.")
        self._show_buttons(done=False)
        self.take_focus()

    def _show_buttons(self, *, done: bool) -> None:
        result = self._session.result
        out = result is not None and bool(result.plan.count("rechazada"))
        for button, seen in (
            (self.next, done), (self.undo, done), (self.review, not done), (self.other, True),
            (self.save, done and out),
        ):  # fmt: skip
            button.setVisible(seen)
            button.updateGeometry()

    def _show_lines(self, lines: list[tuple[str, str]]) -> None:
        while item := self.card.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for action, words in lines:
            self.card.body.addWidget(_Line(action, words))
        self.card.setVisible(bool(lines))

    def _on_undo(self) -> None:
        if self.isVisible() and self.undo.isVisible():
            self.undo_asked.emit()

    def _on_next(self) -> None:
        plan = self._session.plan
        if plan is not None:
            self.asked.emit(*_NEXT[plan.tipo][1:])


class _Line(QWidget):
    """What happened with some rows, after the icon of it."""

    def __init__(self, action: str, words: str) -> None:
        super().__init__()
        self._icon = ACTIONS[action][1:]
        row = QHBoxLayout(self)
        row.setContentsMargins(u(7), 0, 0, 0)
        label = Label(words, wrap=True)
        label.setMinimumHeight(label.heightForWidth(u(_WIDTH - 16)))
        row.addWidget(label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        name, role = self._icon
        paint.glyph(paint.painter_of(self), name, role, 0, u(0.25), u(4.5))


def lines_of(result: ImportResult) -> list[tuple[str, str]]:
    """What an import did, line by line, each with the key of its icon."""
    plan, told = result.plan, result.as_json()
    new, changed = _ALUMNOS if plan.tipo == "alumnos" else _FILAS
    kept = sum(one["queda_vacio"] for one in told["avisos"])
    out = len(told["rechazadas"])
    found = [
        ("alta", told["nuevas"], counted(told["nuevas"], *new)),
        ("cambia", told["actualizadas"], counted(told["actualizadas"], *changed)),
        ("igual", told["sin_cambio"], f"{told['sin_cambio']:,} sin cambio"),
        ("alta", len(plan.grupos), counted(len(plan.grupos), "grupo nuevo", "grupos nuevos")),
        ("alta", len(plan.asignaturas),
         counted(len(plan.asignaturas), "asignatura nueva", "asignaturas nuevas")),
        ("baja", result.bajas, f"{result.bajas:,} en baja temporal"),
        ("aviso", kept, f"{counted(kept, 'dato quedó vacío', 'datos quedaron vacíos')}; lo escrito "
         "está en la ficha de cada alumno, para corregirlo"),
        ("rechazada", out, f"{counted(out, 'fila no entró', 'filas no entraron')}; guárdelas "
         "aparte, corríjalas y vuelva a importarlas"),
    ]  # fmt: skip
    return [(action, words) for action, count, words in found if count]
