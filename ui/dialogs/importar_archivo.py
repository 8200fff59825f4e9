"""First step of the import: which list, what it is, and its first rows."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.imports import Options
from app.services.imports.campos import TIPOS
from ui import state
from ui.dialogs.importar_consejo import advice_of
from ui.dialogs.importar_guardar import FOLDER, lists_folder
from ui.dialogs.importar_inicio import StartPage
from ui.dialogs.importar_muestra import Muestra
from ui.dialogs.importar_resumen import Resumen
from ui.dialogs.importar_sesion import Choice, Session, Source, shortened
from ui.theme import u
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Segments
from ui.widgets.choices import ComboBox
from ui.widgets.labels import Label
from ui.widgets.progress_card import ProgressCard
from ui.widgets.strip import Strip
from ui.widgets.toast import announce

_FILTER = "Listas (*.xlsx *.xls *.ods *.csv *.tsv *.txt *.htm *.html);;Todos los archivos (*)"
_SEPARATORS = [(",", "coma"), (";", "punto y coma"), ("\t", "tabulador"), ("|", "barra")]
_LETTERS = [
    ("utf-8", "UTF-8"), ("cp1252", "Windows"), ("cp850", "MS-DOS"), ("mac_roman", "Mac"),
    ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16 inverso"),
]  # fmt: skip
_BUSY_AFTER = 300
_NO_ALUMNOS = "Todavía no hay alumnos en este plantel."
_FIRST = (
    "Importe primero la lista de alumnos; después, esta: sus filas se buscan por número de control."
)


class ArchivoPage(QWidget):
    """Choose, drop or paste; then see what was understood."""

    chosen = Signal(object)
    choice_made = Signal(object)
    cancelled = Signal()
    ready = Signal()

    def __init__(self, session: Session, *, has_alumnos: bool) -> None:
        super().__init__()
        self._session, self.has_alumnos = session, has_alumnos
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(1), 0, 0)
        column.setSpacing(u(2))
        self.problem = Strip("alto", "")
        self.problem.hide()
        self.advice = Strip("medio")
        self.advice.pressed.connect(self._take_advice)
        column.addWidget(self.problem)
        column.addWidget(self.advice)
        self.stack = QStackedWidget()
        self.start = StartPage(self.choose, self.paste, session.asked)
        self.stack.addWidget(self.start)
        self.stack.addWidget(self._reading())
        self.stack.addWidget(self._seen())
        column.addWidget(self.stack, 1)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)
        self._show_advice()

    def _reading(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        self.card: ProgressCard | None = None
        self._card_place = column
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_BUSY_AFTER)
        self._wait.timeout.connect(self._show_card)
        return holder

    def _seen(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(2))
        column.addLayout(self._kind_row())
        column.addLayout(self._note_row())
        self.muestra = Muestra()
        self.muestra.table.opened.connect(self._on_opened)
        column.addWidget(self.muestra, 1)
        return holder

    def _kind_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        row.addWidget(Label("Es una lista de", "body", "text2"))
        names = {**TIPOS, "alumnos": "Alumnos"}
        self.kinds = Segments([(key, names[key]) for key in TIPOS], "alumnos", name="Tipo de lista")
        self.kinds.chosen.connect(self._on_kind)
        row.addWidget(self.kinds)
        row.addStretch(1)
        self.sheet_label = Label("Hoja", "caption", "text2")
        self.sheets = ComboBox(name="Hoja")
        self.sheets.activated.connect(self._on_sheet)
        self.sheets.setMaximumWidth(u(56))
        row.addWidget(self.sheet_label)
        row.addWidget(self.sheets)
        other = Button("Otro archivo…", "outlined", "folder")
        other.clicked.connect(self.choose)
        paste = IconButton("copy", "Pegar celdas de Excel", shortcut="Ctrl+V")
        paste.clicked.connect(self.paste)
        row.addWidget(other)
        row.addWidget(paste)
        return row

    def _note_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self.note = Resumen()
        row.addWidget(self.note, 1)
        self.separator = ComboBox(list(_SEPARATORS), name="Separador")
        self.letters = ComboBox(list(_LETTERS), name="Letras")
        self.plain: list[QWidget] = []
        for words, box in (("Separador", self.separator), ("Letras", self.letters)):
            box.activated.connect(self._on_letters)
            label = Label(words, "caption", "text2")
            row.addWidget(label)
            row.addWidget(box)
            self.plain += [label, box]
        return row

    # What is said

    def take_focus(self) -> bool:
        """The cursor goes to the button that chooses; false when the list is already there."""
        if self._session.book is not None:
            return False
        self.start.choose_button.setFocus()
        return True

    def clear(self, *, has_alumnos: bool) -> None:
        """As at the beginning."""
        self.has_alumnos = has_alumnos
        self.problem.hide()
        self.start.set_asked(self._session.asked)
        self.stack.setCurrentIndex(0)
        self._show_advice()

    def show_drag(self, over: bool) -> None:
        """A file is over the window, about to be dropped."""
        self.start.set_hot(over)

    def show_reading(self, name: str) -> None:
        """A list is being read; said when it takes more than a moment."""
        self.problem.hide()
        if self.card is not None:
            self.card.deleteLater()
        self.card = ProgressCard(f"Leyendo «{shortened(name)}»")
        self.card.setFixedWidth(u(110))
        self.card.cancelled.connect(self.cancelled)
        self._card_place.addWidget(self.card, 0, Qt.AlignmentFlag.AlignCenter)
        self._wait.start()

    def _show_card(self) -> None:
        self.stack.setCurrentIndex(1)
        if self.card is not None:
            self.card.button.setFocus()

    def _end_reading(self) -> None:
        self._wait.stop()
        self.stack.setCurrentIndex(0 if self._session.book is None else 2)

    def show_problem(self, sentence: str) -> None:
        """Why a list could not be read; nothing was changed."""
        self._end_reading()
        self.problem.set_words(sentence, "No se cambió nada.")
        self.problem.show()
        announce(self, sentence, urgent=True)

    def show_book(self) -> None:
        """A list that opened, with or without a plan."""
        session = self._session
        if session.book is None:
            return
        self.problem.hide()
        plan, book = session.plan, session.book
        self.kinds.set_key(plan.tipo if plan is not None else session.choice.tipo)
        names = [sheet.name for sheet in book.sheets]
        every = [("", f"Todas · {len(names)}")] if len(names) > 1 else []
        self.sheets.set_options([*every, *((name, name) for name in names)])
        self.sheets.set_key(session.choice.hoja if len(names) > 1 else names[0])
        for widget in (self.sheet_label, self.sheets):
            widget.setVisible(len(names) > 1)
        for widget in self.plain:
            widget.setVisible(book.kind == "csv" and bool(session.source and session.source.path))
        self.separator.set_key(book.separator)
        self.letters.set_key(book.encoding)
        self.note.show_session(session)
        self.muestra.show_session(session)
        self._end_reading()
        self._show_advice()

    def show_plan(self) -> None:
        """What was understood of the list."""
        self.show_book()

    def _on_opened(self, _fila: object) -> None:
        self.ready.emit()

    def _show_advice(self) -> None:
        """What is not wrong and yet is worth knowing before going on, with its button."""
        advice = advice_of(self._session, has_alumnos=self.has_alumnos)
        self.advice.setVisible(advice is not None)
        if advice is not None:
            self.advice.set_kind(advice.kind)
            self.advice.set_words(advice.words, advice.second, advice.button)

    # What is chosen

    def choose(self) -> None:
        """Asks for a file, in the folder of the last time."""
        folder = str(lists_folder())
        chosen, _ = QFileDialog.getOpenFileName(self, "Elegir lista", folder, _FILTER)
        if chosen:
            state.remember(FOLDER, str(Path(chosen).parent))
            self.chosen.emit(Source(Path(chosen)))

    def paste(self) -> None:
        """Reads the cells that were copied in a spreadsheet."""
        text = QApplication.clipboard().text()
        if text.strip():
            self.chosen.emit(Source(text=text))
        else:
            self.show_problem(
                "No hay nada copiado: copie en Excel las celdas con su encabezado y pegue aquí."
            )

    def _take_advice(self) -> None:
        advice = advice_of(self._session, has_alumnos=self.has_alumnos)
        if advice is None:
            return
        if self._session.book is not None:
            self._on_kind(advice.tipo)
        else:
            self._session.asked = advice.tipo
            self.start.set_asked(advice.tipo)
            self._show_advice()
            self.choose()

    def _on_kind(self, tipo: str) -> None:
        self.choice_made.emit(Choice(tipo=tipo, hoja=self._session.choice.hoja))

    def _on_sheet(self, _index: int) -> None:
        choice = self._session.choice
        hoja = str(self.sheets.key or "")
        self.choice_made.emit(replace(choice, hoja=hoja, columnas={}, options=Options()))

    def _on_letters(self, _index: int) -> None:
        source = self._session.source
        if source is not None:
            encoding, separator = str(self.letters.key or ""), str(self.separator.key or "")
            self.chosen.emit(replace(source, encoding=encoding, separator=separator))
