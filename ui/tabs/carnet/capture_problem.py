"""The strip under a captured carnet: what is wrong in a row or a code, and what would mend it."""

from PySide6.QtCore import Signal

from app.services.captura import CodigoDudoso
from app.services.captura_revision import Aviso
from ui.widgets.buttons import Button
from ui.widgets.strip import Strip
from ui.widgets.toast import announce


class ProblemStrip(Strip):
    """`mended(row, notice)`, `passed_over(row, notice)`, or `code_taken(code)` that is likely."""

    mended = Signal(int, object)
    passed_over = Signal(int, object)
    code_taken = Signal(str)

    def __init__(self) -> None:
        super().__init__("alto")
        self._notice: tuple[int, Aviso] | None = None
        self._code = ""
        self.pressed.connect(self._accept)
        self.leave = Button("Dejar así", "plain")
        self.leave.clicked.connect(self._leave)
        self.extra.addWidget(self.leave)
        self.hide()

    def show_notice(self, notice: tuple[int, Aviso] | None) -> None:
        """Says what is wrong in a row; None takes the strip away."""
        self._notice, self._code = notice, ""
        self.setVisible(notice is not None)
        self.leave.setVisible(notice is not None)
        if notice is None:
            return
        row, it = notice
        meant = f" ¿Quiso decir {it.propuesta}?" if it.propuesta else ""
        button = f"Cambiar a {it.propuesta}" if it.propuesta else "Ir a la fila"
        self.set_kind(it.nivel)
        self.set_words(f"Fila {row + 1}: {it.frase}.{meant}", "", button)

    def show_code(self, doubt: CodigoDudoso) -> None:
        """Says why no carnet was found, with the code that is nearly the same if there is one."""
        self._notice, words, button = None, str(doubt), ""
        if doubt.parecidos:
            self._code, name = doubt.parecidos[0]
            words, button = f"{doubt} ¿Será el de {name}?", f"Abrir {self._code}"
        self.leave.hide()
        self.set_kind("alto")
        self.set_words(words, "", button)
        self.show()
        announce(self, words, urgent=True)

    def _accept(self) -> None:
        if self._code:
            self.code_taken.emit(self._code)
        elif self._notice is not None:
            self.mended.emit(*self._notice)

    def _leave(self) -> None:
        if self._notice is not None:
            self.passed_over.emit(*self._notice)
