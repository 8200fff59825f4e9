"""A print run on screen: drawn in the background, seen page by page, printed or saved."""

from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import DoesNotFit
from app.formatos.preview import Preview
from app.services import printing
from app.services.printing import Tirada
from app.text import counted
from ui import jobs, messages, paper
from ui.context import Context
from ui.theme import u
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_preview import PagePreview
from ui.widgets.strip import Strip


class Drawn:
    """A PDF with what is on each page, or why, by its place in the run, some do not fit."""

    def __init__(self, tirada: Tirada) -> None:
        self.tirada = tirada
        self.pdf = b""
        self.pages: list[int] = []
        self.refused: dict[int, str] = {}


def draw(tirada: Tirada, tick: jobs.Tick) -> Drawn:
    """Draws a run on the pool; plain data in, plain data out."""
    drawn = Drawn(tirada)
    try:
        drawn.pdf = tirada.pdf(tick, None, drawn.pages)
    except DoesNotFit:
        drawn.pages.clear()  # of the ones that came before it
        drawn.refused = tirada.problems()
    return drawn


class PaperPane(Card):
    """The pages of a run. `show_run` draws another; what was being drawn is left."""

    drawn = Signal(object)
    """The `Drawn` on screen."""
    seen = Signal(int)
    """The place in the run of what is in sight, from 0."""
    helped = Signal()
    """The button of the strip that tells what does not fit."""

    def __init__(
        self,
        ctx: Context,
        empty: EmptyState,
        parent: QWidget | None = None,
        remedy: Callable[[Drawn], str] | None = None,
    ) -> None:
        """`remedy` says what the button of that strip offers; without it there is no button."""
        super().__init__(padding=2.5, parent=parent)
        self.ctx = ctx
        self._remedy = remedy
        self._then: Callable[[], object] | None = None
        self.current: Drawn | None = None
        self._names: list[str] = []
        self._preview: Preview | None = None
        self._job: jobs.Job | None = None
        self._run = 0
        self._empty = empty
        self.strip = Strip("medio", "")
        self.strip.pressed.connect(self.helped)
        self.strip.hide()
        self.pages = PagePreview()
        self.pages.page_changed.connect(self._on_page)
        self.body.addWidget(self.strip)
        self.body.addWidget(self.pages, 1)
        holder = QVBoxLayout()
        holder.setContentsMargins(u(2), u(2), u(2), u(2))
        holder.addWidget(empty)
        self.body.addLayout(holder, 1)
        self._show_empty(True)

    # Drawing

    def show_run(self, tirada: Tirada | None, names: list[str]) -> None:
        """Draws a run and shows it; `names` says who is on each of its data."""
        self._run += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._names, self._then = names, None
        if tirada is None or not tirada.datos:
            self.current = None
            self._forget()
            self._show_empty(True)
            self.drawn.emit(Drawn(tirada) if tirada else None)
            return
        done = partial(self._on_drawn, self._run)
        self._job = jobs.run(partial(draw, tirada), self.ctx, done, title="Preparando las páginas")

    def _forget(self) -> None:
        """Lets go of the pages that were on screen."""
        if self._preview is not None:
            self.pages.set_pages([], partial(paper.picture, self._preview))
            self._preview.close()
            self._preview = None

    def _on_drawn(self, run: int, drawn: Drawn) -> None:
        if run != self._run:
            return
        self._job = None
        self.current = drawn
        self._say_refused(drawn)
        old, self._preview = self._preview, None
        if drawn.pdf:
            self._preview = Preview(drawn.pdf)
            sizes = [self._preview.size(i) for i in range(self._preview.pages)]
            self.pages.set_pages(sizes, partial(paper.picture, self._preview))
        else:
            self.pages.set_pages([], partial(paper.picture, old))  # type: ignore[arg-type]
        if old is not None:
            old.close()
        self._show_empty(False)
        self._on_page(self.pages.view.page)
        self.drawn.emit(drawn)
        then, self._then = self._then, None
        if then is not None:
            then()

    def when_drawn(self, act: Callable[[], object]) -> None:
        """Acts on what was asked last: now, or when it has been drawn."""
        if self._job is None:
            act()
        else:
            self._then = act

    def _say_refused(self, drawn: Drawn) -> None:
        refused = list(drawn.refused.values())
        self.strip.setVisible(bool(refused))
        if refused:
            rest = len(refused) - 1
            more = f" Hay {counted(rest, 'caso más', 'casos más')}." if rest else ""
            button = self._remedy(drawn) if self._remedy is not None else ""
            self.strip.set_words(f"{refused[0]}{more}", "Así no se imprime nada.", button)

    def _show_empty(self, empty: bool) -> None:
        self._empty.setVisible(empty)
        self.pages.setVisible(not empty)
        if empty:
            self.strip.hide()

    # Looking

    def go_to(self, place: int) -> None:
        """Brings the first page of one of the data into sight."""
        if self.current is not None and self.current.pages:
            self.pages.go(bisect_left(self.current.pages, place + 1))

    def _on_page(self, page: int) -> None:
        if self.current is None or not 0 <= page < len(self.current.pages):
            return
        place = max(0, self.current.pages[page] - 1)
        if place < len(self._names):
            self.pages.set_title(self._names[place])
            self.seen.emit(place)

    # Paper

    def print_now(self, window: QWidget, title: str) -> None:
        """Sends what is on screen to a printer and notes it when all went out."""
        if self.current is None or not self.current.pdf:
            return
        run = self.current.tirada
        printer = paper.Printing(self.current.pdf, title, self.ctx)
        printer.finished.connect(partial(self._note, run))
        printer.ask(window, run.sides)

    def _note(self, run: Tirada) -> None:
        self.ctx.do(printing.issue, self.ctx.store, run)
        messages.toast("Se envió a la impresora.")

    def save_now(self, window: QWidget, name: str) -> None:
        """Saves what is on screen as a PDF and notes it."""
        if self.current is None or not self.current.pdf:
            return
        path = paper.ask_pdf_path(window, name)
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Saves what is on screen at a path and notes it."""
        if self.current is None:
            return
        run, pdf = self.current.tirada, self.current.pdf
        self.ctx.do(printing.deliver, self.ctx.store, run, pdf, path)
        if path.exists():
            messages.toast(f"Se guardó «{path.name}».", "Abrir", partial(paper.open_file, path))
