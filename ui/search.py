"""Search over everything (Ctrl+K): a panel under the field of the bar."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from app.domain.riesgo import NIVELES
from app.formatos import FORMATOS
from app.formatos.formato import AUDIENCES
from app.store import Store
from app.store.queries import busqueda
from app.text import counted, lowered, plain
from ui.theme import color, font, u
from ui.widgets import paint

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_WAIT_MS = 30
_MOST = 8
_OPENS = "Enter abre"
_GOES = {
    "tutorados": "Tutorados",
    "alumnos_tutores": "Alumnos tutores",
    "carnet": "Carnet de asesorías",
    "planes": "Planes",
}


@dataclass(frozen=True)
class Hit:
    """A line of the panel and what Enter does on it."""

    group: str
    icon: str
    title: str
    detail: str
    right: str
    run: Callable[[], None]


class SearchPanel(QFrame):
    """The list of what was found; the keys stay in the field."""

    def __init__(self, window: "MainWindow", field: QLineEdit) -> None:
        super().__init__(window)
        self._window = window
        self._field = field
        self._before: object = None
        self._hits: list[Hit] = []
        self._current = 0
        self._rows: list[tuple[QRect, int]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._find)
        self.setMouseTracking(True)
        self.setAccessibleName("Resultados de la búsqueda")
        field.installEventFilter(self)
        field.textEdited.connect(self._timer.start)
        self.hide()

    def focus(self) -> None:
        """Takes the cursor to the field, remembering where it was."""
        if not self._field.hasFocus():
            self._before = self._window.focusWidget()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    # Finding

    def _find(self) -> None:
        words = self._field.text().strip()
        ctx = self._window.ctx
        if not words or ctx is None:
            self.hide()
            return
        self._hits = [
            *self._people(ctx.store, words),
            *self._rest(ctx.store, words),
            *self._actions(words),
        ]
        self._current = 0
        self._place()

    def _people(self, store: Store, words: str) -> list[Hit]:
        hits: list[Hit] = []
        for one in busqueda.personas(store, words):
            place = "alumnos_tutores" if one.es_tutor else "tutorados"
            role = "Alumno tutor" if one.es_tutor else "Tutorado" if one.es_tutorado else "Alumno"
            level = NIVELES[one.nivel].lower()
            hits.append(
                Hit("Personas", "graduation" if one.es_tutor else "users", one.lista,
                    " · ".join(part for part in (role, one.grupo, level) if part),
                    _GOES[place], self._to(place, one.id))
            )  # fmt: skip
        return hits

    def _rest(self, store: Store, words: str) -> list[Hit]:
        hits = [
            Hit("Asignaturas", "book", name,
                f"{counted(owed, 'alumno la debe', 'alumnos la deben')} · "
                f"{counted(tutors, 'alumno tutor', 'alumnos tutores')}",
                "Tutorados", self._to("tutorados", ("asignatura", id)))
            for id, name, owed, tutors in busqueda.asignaturas(store, words)
        ]  # fmt: skip
        hits += [
            Hit("Folios", "id-card", f"{folio} · {form.capitalize()} de {name}", "Impreso",
                _GOES["carnet"], self._to("carnet", [alumno]))
            for folio, form, alumno, name in busqueda.folios(store, words)
        ]  # fmt: skip
        return hits

    def _actions(self, words: str) -> list[Hit]:
        wanted = plain(words)
        forms = (
            (f"Imprimir {lowered(f.title)}…", AUDIENCES[f.audience], "printer", "",
             f"imprimir/{f.key}")
            for f in FORMATOS
        )  # fmt: skip
        return [
            Hit("Acciones", icon, title, detail, keys, self._to(*place.split("/")))
            for title, detail, icon, keys, place in (*_ACTIONS, *forms)
            if all(part in plain(f"{title} {detail}") for part in wanted.split())
        ][:_MOST]

    def _to(self, place: str, what: object = None) -> Callable[[], None]:
        def go() -> None:
            self._window.places.go(place, what)

        return go

    # Showing

    def _place(self) -> None:
        width = u(160)
        self._rows = []
        y = u(2)
        group = ""
        for i, hit in enumerate(self._hits):
            if hit.group != group:
                y += u(8) if not group else u(10)
                group = hit.group
            self._rows.append((QRect(0, y, width, u(11)), i))
            y += u(11)
        height = y + u(9) if self._hits else u(18)
        room = self._window.height() - u(14)
        corner = self._field.mapTo(self._window, QPoint(0, self._field.height() + u(1)))
        x = max(u(2), corner.x() + self._field.width() // 2 - width // 2)
        self.setGeometry(x, corner.y(), width, min(height, room))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.painter_of(self)
        paint.box(painter, self.rect(), u(2), "surface", "line")
        if not self._hits:
            words = f"Nada coincide con «{self._field.text().strip()}»"
            paint.text(painter, self.rect().adjusted(u(4), 0, -u(4), 0), words, font(), "text2")
            return
        shown = ""
        for area, i in self._rows:
            hit = self._hits[i]
            if hit.group != shown:
                self._paint_group(painter, area.top(), hit.group, not shown)
                shown = hit.group
            self._paint_hit(painter, area, hit, i == self._current)
        foot = self.rect().adjusted(u(4), self.height() - u(8), -u(4), 0)
        painter.fillRect(u(4), self.height() - u(8), self.width() - u(8), 1, color("rowline"))
        words = "↑ ↓ elige · Enter abre · Esc vuelve a donde estaba"
        paint.text(painter, foot, words, font("caption"), "text2")

    def _paint_group(self, painter: QPainter, top: int, name: str, first: bool) -> None:
        if not first:
            painter.fillRect(u(4), top - u(9), self.width() - u(8), 1, color("rowline"))
        count = sum(hit.group == name for hit in self._hits)
        area = QRect(u(4), top - u(7), self.width() - u(8), u(6))
        paint.text(painter, area, f"{name}  {count}", font("caption", True), "text2")

    def _paint_hit(self, painter: QPainter, area: QRect, hit: Hit, current: bool) -> None:
        if current:
            painter.fillRect(area.adjusted(1, 0, -1, 0), color("tint"))
            painter.fillRect(area.left() + 1, area.top(), u(1), area.height(), color("primary"))
        side = u(5)
        paint.glyph(
            painter, hit.icon, "text2", area.left() + u(4), area.center().y() - side / 2, side
        )
        left = area.left() + u(13)
        half = area.height() // 2
        note_font = font("caption")
        right = max(paint.width_of(words, note_font) for words in (hit.right, _OPENS)) + u(4)
        upper = QRect(left, area.top() + u(0.5), area.right() - right - left - u(2), half)
        self._paint_title(painter, upper, hit.title)
        lower = upper.translated(0, half - u(1))
        paint.text(painter, lower, hit.detail, font("caption"), "text2")
        note = QRect(area.right() - right, area.top(), right - u(4) + 1, area.height())
        paint.text(painter, note, _OPENS if current else hit.right, note_font, "text2")

    def _paint_title(self, painter: QPainter, area: QRect, title: str) -> None:
        """The title with the typed letters in 600 and in the colour of action."""
        words = plain(self._field.text()).split()
        hay = plain(title)
        at = hay.find(words[0]) if words and len(hay) == len(title) else -1
        end = at + len(words[0]) if at >= 0 else 0
        x = area.left()
        for part, strong in ((title[: max(at, 0)], False), (title[max(at, 0) : end], True),
                             (title[end if at >= 0 else 0 :], False)):  # fmt: skip
            if part:
                face = font("body", strong)
                room = QRect(x, area.top(), area.right() - x, area.height())
                paint.text(painter, room, part, face, "primary" if strong else "text")
                x += paint.width_of(part, face)

    # Keys and mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self._before is None:
            self._before = self._window.tabs.currentWidget()
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._leave_if_away)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Up:
                self._move(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._timer.isActive():
                    self._timer.stop()
                    self._find()
                self._open(self._current)
            case Qt.Key.Key_Escape:
                self._close()
            case _:
                return False
        return True

    def _move(self, by: int) -> None:
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self.update()

    def _open(self, index: int) -> None:
        if index < len(self._hits):
            hit = self._hits[index]
            self._close()
            hit.run()

    def _close(self) -> None:
        self.hide()
        self._field.clear()
        before, self._before = self._before, None
        if before is not None:
            before.setFocus()  # type: ignore[attr-defined]

    def _leave_if_away(self) -> None:
        if not self._field.hasFocus():
            self.hide()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        for area, i in self._rows:
            if area.contains(event.position().toPoint()) and i != self._current:
                self._current = i
                self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for area, i in self._rows:
            if area.contains(event.position().toPoint()):
                self._open(i)
                return


_ACTIONS = (
    ("Importar lista de alumnos", "Excel, CSV o tabla del portal", "upload", "Ctrl+I", "importar"),
    ("Importar calificaciones", "Excel, CSV o tabla del portal", "upload", "Ctrl+I", "importar"),
    ("Imprimir", "Cualquier formato, lleno o en blanco", "printer", "Ctrl+P", "imprimir"),
    ("Capturar carnets", "Lo que volvió escrito a mano", "id-card", "", "carnet/capturar"),
    ("Sesiones de la semana", "Calendario de asesorías", "calendar-check", "", "seguimiento"),
    ("Sesiones sin registro", "Anotar las que ya pasaron", "alert", "", "seguimiento/sin_registro"),
    ("Nuevo alumno", "Capturar a mano", "plus", "", "capturar"),
    ("Datos del plantel", "Nombre, CCT, logotipo, director", "building", "", "configuracion"),
    ("Textos de los formatos", "Cartas y avisos", "edit", "", "configuracion/textos"),
    ("Cambiar de periodo", "Ciclo escolar y periodo", "calendar", "", "periodo"),
    ("Historial del plantel", "Qué cambió, quién y cuándo", "history", "Ctrl+H", "historial"),
    ("Papelera", "Recuperar lo que se borró", "trash", "", "papelera"),
    ("Guardar una copia", "Del archivo del plantel", "save", "", "copia"),
    ("Abrir el plantel de demostración", "Datos inventados", "play", "", "demo"),
    ("Ayuda", "Cómo se hace cada cosa", "help", "F1", "ayuda"),
)
