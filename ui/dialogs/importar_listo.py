"""Last step of the import: what was done, and what comes next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.text import counted
from ui.theme import u
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.marks import Avatar

if TYPE_CHECKING:
    from ui.dialogs.importar import Session

_NEXT = {
    "alumnos": ("Ahora importe las calificaciones", "importar", "calificaciones"),
    "calificaciones": ("Ver quién necesita tutoría", "tutorados", None),
    "tutores": ("Ver los alumnos tutores", "alumnos_tutores", None),
    "disponibilidad": ("Ver los alumnos tutores", "alumnos_tutores", None),
}


class ListoPage(QWidget):
    """A tick, the counts in words, and the next step."""

    another = Signal()
    asked = Signal(str, object)

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        column = QVBoxLayout(self)
        column.addStretch(1)
        center = Qt.AlignmentFlag.AlignHCenter
        avatar = Avatar(icon_name="check", size=14)
        avatar.set_icon("check", "ok", "oktint")
        column.addWidget(avatar, 0, center)
        column.addSpacing(u(2))
        self.title = Label("", "page")
        column.addWidget(self.title, 0, center)
        self.card = Card(fill="sunken", padding=5)
        self.card.setFixedWidth(u(120))
        column.addSpacing(u(2))
        column.addWidget(self.card, 0, center)
        column.addSpacing(u(3))
        row = QHBoxLayout()
        row.setSpacing(u(2))
        row.addStretch(1)
        self.next = Button("", "outlined", "arrow-right")
        self.next.clicked.connect(self._on_next)
        row.addWidget(self.next)
        other = LinkButton("Importar otro archivo")
        other.clicked.connect(self.another)
        row.addWidget(other)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)

    def take_focus(self) -> None:
        """The cursor goes to the next step."""
        self.next.setFocus()

    def show_result(self) -> None:
        """Says what was done."""
        told = self._session.result.as_json()
        self.title.setText(self._session.plan.titulo().replace("Importar", "Se importaron", 1))
        while item := self.card.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        lines = [
            counted(told["nuevas"], "fila nueva", "filas nuevas"),
            counted(told["actualizadas"], "fila con cambios", "filas con cambios"),
            f"{told['sin_cambio']:,} sin cambio",
        ]
        if told["avisos"]:
            many = counted(len(told["avisos"]), "dato quedó", "datos quedaron")
            lines.append(f"◆ {many} por corregir: están en la ficha de cada alumno")
        if told["rechazadas"]:
            many = counted(len(told["rechazadas"]), "fila no entró", "filas no entraron")
            lines.append(f"▲ {many}: guarde esas filas en «Revisión» para corregirlas")
        for line in lines:
            self.card.body.addWidget(Label(line))
        self.card.body.addWidget(Label("Con Ctrl+Z todo vuelve a como estaba.", "caption", "text2"))
        self.next.setText(_NEXT[self._session.plan.tipo][0])
        self.next.updateGeometry()

    def _on_next(self) -> None:
        _, place, what = _NEXT[self._session.plan.tipo]
        self.asked.emit(place, what)
