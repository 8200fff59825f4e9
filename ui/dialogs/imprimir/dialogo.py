"""The dialog: forms at the left, for whom and how in the middle, the pages at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.formatos import FORMATOS, formato_of
from app.formatos.formato import PAPERS, Formato
from app.services import printing
from app.services.printing import Tirada
from app.store.journal import Changes
from app.text import counted
from ui import messages, state
from ui.context import Context
from ui.dialogs.ayuda import offer_help
from ui.dialogs.imprimir import palabras
from ui.dialogs.imprimir.lista import ListaFormatos
from ui.dialogs.imprimir.opciones import Opciones
from ui.dialogs.imprimir.quienes import Quienes
from ui.paper_pane import Drawn, PaperPane
from ui.print_choice import PrintChoice
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Line, ScrollPane
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import tab_through
from ui.widgets.strip import Strip

_WAIT_MS = 120


class ImprimirDialog(Dialog):
    """`ImprimirDialog(ctx, page.print_choice(), window)`; it stays open after printing."""

    def __init__(self, ctx: Context, choice: PrintChoice, parent: QWidget | None) -> None:
        super().__init__(
            "Imprimir", parent, size="full", action="Imprimir", icon_name="printer",
            help_topic="papeles",
        )  # fmt: skip
        self.ctx, self.choice = ctx, choice
        self.names: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._draw)
        self.list = ListaFormatos()
        self.quienes = Quienes(ctx.store, choice)
        self.opciones = Opciones()
        empty = EmptyState("printer", "Nada que imprimir", "Elija a quiénes, o imprima en blanco.")
        self.pane = PaperPane(ctx, empty, remedy=self._remedy)
        self.lacks = Strip("medio")
        self.lacks.hide()
        self._arrange()
        self.save = Button("Guardar PDF", "outlined", "download")
        self.save.clicked.connect(self._save)
        self.add_secondary(self.save)
        self._connect()
        self.show_form(_first(choice))

    def _arrange(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(u(2))
        pane = ScrollPane()
        for widget in (self.quienes, Line("rowline"), self.opciones):
            pane.body.addWidget(widget)
        pane.body.addStretch(1)
        middle.addWidget(pane, 1)
        middle.addWidget(self.lacks)
        holder = QWidget()
        holder.setLayout(middle)
        middle.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(u(66))
        row = QHBoxLayout()
        row.setSpacing(u(4))
        row.addWidget(self.list)
        row.addWidget(holder)
        row.addWidget(self.pane, 1)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_form)
        self.quienes.changed.connect(self._on_choice)
        self.opciones.changed.connect(self._on_choice)
        self.opciones.text_asked.connect(self._change_text)
        self.pane.drawn.connect(self._on_drawn)
        self.pane.helped.connect(self._help)
        self.ctx.changed.connect(self._on_change)
        offer_help(self)

    # Choosing

    @property
    def formato(self) -> Formato:
        """The form that is open."""
        return formato_of(self.list.index.key)

    def open(self) -> None:
        super().open()
        self.list.focus_open()
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        """Once everything has its place, brings the open form into sight and draws."""
        self.list.open(self.list.index.key)
        self._draw()

    def show_form(self, key: str) -> None:
        """Opens a form."""
        self.list.open(key)
        state.remember(_memory(self.choice.kind), key)
        self.quienes.show_form(self.formato)
        self.opciones.show_form(self.formato)
        tab_through([self.list, self.quienes, self.opciones, self.pane])
        self._on_choice()

    def _on_choice(self) -> None:
        self.opciones.allow_order(len(self.quienes.chosen) > 1)
        self._timer.start()

    def _on_change(self, changes: Changes) -> None:
        """What was printed only changes the counts; anything else may change the pages."""
        if changes.tables <= {"emisiones"}:
            self.quienes.read_printed()
            self.cancel.setText("Cerrar")
            return
        self.quienes.read_again()
        self._on_choice()

    def _change_text(self) -> None:
        from ui.dialogs.configuracion import ConfiguracionDialog
        from ui.dialogs.configuracion.textos import TextosSection

        dialog = ConfiguracionDialog(self.ctx, "textos", self)
        section = dialog.show_section("textos")
        if isinstance(section, TextosSection):
            section.open_text(self.formato.textos[0])
        dialog.open()

    # Drawing

    def _draw(self) -> None:
        """Gathers what the papers say, which needs the file, and leaves the drawing to a job."""
        self._timer.stop()
        messages.busy(True)
        try:
            run = self._gather()
        finally:
            messages.busy(False)
        self._say_lacks(run)
        self.pane.show_run(run, self.names)

    def _gather(self) -> Tirada | None:
        store, formato, options = self.ctx.store, self.formato, self.opciones.options()
        if self.quienes.is_blank:
            self.names = [""] * self.quienes.copies
            copies = self.quienes.copies
            return self.ctx.do(printing.tirada_en_blanco, store, formato, options, copies)
        chosen = self.opciones.ordered(self.quienes.chosen)
        self.names = [one.nombre for one in chosen]
        if not chosen:
            return None
        return self.ctx.do(printing.tirada, store, formato, [one.id for one in chosen], options)

    def _say_lacks(self, run: Tirada | None) -> None:
        what, whose = palabras.lacks(run, self.names) if run else ("", "")
        self.lacks.setVisible(bool(what))
        self.lacks.set_words(what, whose)

    def _on_drawn(self, drawn: Drawn | None) -> None:
        if drawn is None or not drawn.pages:
            self.note.setText("")
            refused = drawn is not None and drawn.refused
            why = "Hay un texto que no cabe; vea el aviso sobre las páginas."
            self._say_why_not(why if refused else "Elija a quiénes imprimir.")
            self._name_button(None)
            return
        self._say_why_not("")
        self.note.setText(palabras.sheets(drawn))
        self._name_button(drawn.tirada)

    def _name_button(self, run: Tirada | None) -> None:
        self.main.setText(f"Imprimir {palabras.amount(run)}" if run else "Imprimir")
        self.main.updateGeometry()

    def _say_why_not(self, why: str) -> None:
        self.main.set_reason(why)
        self.save.set_reason(why)

    # What does not fit

    def _remedy(self, drawn: Drawn) -> str:
        run = drawn.tirada
        first = run.formato.papers[0]
        if run.opciones.papel != first:
            return f"Usar {PAPERS[first].lower()}"
        if not run.emisiones or len(drawn.refused) == len(run.datos):
            return ""
        return f"Quitar {counted(len(drawn.refused), *run.formato.nouns)}"

    def _help(self) -> None:
        drawn = self.pane.current
        if drawn is None:
            return
        run = drawn.tirada
        if run.opciones.papel != run.formato.papers[0]:
            self.opciones.set_paper(run.formato.papers[0])
        else:
            kept = [e.sujeto for i, e in enumerate(run.emisiones) if i not in drawn.refused]
            self.quienes.take([id for id in kept if id])

    # Printing

    def accept(self) -> None:
        """Prints and stays open: the same people may need another paper."""
        self._now(partial(self.pane.print_now, self, self.formato.title))

    def done(self, result: int) -> None:
        """Leaves what is still being drawn: it would arrive to a dialog that is gone."""
        self._timer.stop()
        self.pane.show_run(None, [])
        super().done(result)

    def _save(self) -> None:
        one = len(self.names) == 1 and self.names[0]
        name = f"{self.formato.title} - {one}" if one else self.formato.title
        self._now(partial(self.pane.save_now, self, name))

    def _now(self, act: Callable[[], object]) -> None:
        """Acts on who is chosen now, not on what was drawn a moment ago."""
        if wrong := self.quienes.wrong() or self.opciones.wrong():
            wrong.setFocus()
            return
        if self._timer.isActive():
            self._draw()
        self.pane.when_drawn(act)


def _memory(kind: str) -> str:
    return f"imprimir/formato_{kind or 'plantel'}"


def _first(choice: PrintChoice) -> str:
    """The form to open with: the one named, the one used last from there, or the one offered."""
    keys = [one.key for one in FORMATOS]
    used = "" if choice.named else state.recall(_memory(choice.kind))
    mine = next((one.key for one in FORMATOS if one.subject == choice.kind), keys[0])
    return next(key for key in (used, choice.formato, mine) if key in keys)
