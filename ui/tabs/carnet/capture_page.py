"""Capture of carnets that came back: code, person, rows, next card (DOMAIN M-84, M-86)."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.services import captura, captura_revision
from app.services.captura import CodigoDudoso, Tabla, Tarjeta
from app.services.captura_revision import Aviso, Contexto, Renglon, Revision
from ui import messages
from ui.context import Context
from ui.tabs.carnet.capture_grid import CaptureView
from ui.tabs.carnet.capture_head import CaptureHead
from ui.tabs.carnet.capture_model import DATE, KEYS, CaptureModel
from ui.tabs.carnet.capture_problem import ProblemStrip
from ui.tabs.carnet.capture_today import Capturada, Today
from ui.theme import u
from ui.widgets.card import Card, Line, Splitter
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.toast import announce

_HINT = "Entrar baja · Tab avanza · Ctrl+D repite lo de arriba · F4 elige tema del plan"
_WAITING = (
    "Tome el primer carnet de la pila",
    "Escriba el código o páselo por el lector; también puede buscar por nombre.",
)
_NOBODY = (
    "Todavía no hay carnets que capturar",
    "Primero asigne alumnos tutores en Tutorados e imprima los carnets.",
)


class CapturePage(QWidget):
    """One card at a time; it is stored when the next one is opened, in one step."""

    counted = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.card: Tarjeta | None = None
        self.tables: dict[int, list[Renglon]] = {}
        self.shown = 0
        self.context: Contexto | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(3))
        self.head = CaptureHead(ctx)
        self.head.entered.connect(self.enter)
        self.head.picked.connect(self.open_alumno)
        self.head.table_chosen.connect(self.show_table)
        column.addWidget(self.head)
        splitter = Splitter()
        self.today = Today()
        self.today.opened.connect(self.open_alumno)
        splitter.put(self._make_grid(), self.today, 190, 48)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setSizes([u(252), u(56)])
        column.addWidget(splitter, 1)
        self.strip = ProblemStrip()
        self.strip.mended.connect(self._mend)
        self.strip.passed_over.connect(self._pass_over)
        self.strip.code_taken.connect(self.enter)
        column.addWidget(self.strip)
        for keys, act in (("Ctrl+Return", self.finish), ("Ctrl+PgDown", partial(self._turn, 1)),
                          ("Ctrl+PgUp", partial(self._turn, -1))):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # Building

    def _make_grid(self) -> QWidget:
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.setSpacing(0)
        self.model = CaptureModel(self._complete, self._review, self)
        self.model.typed.connect(self._on_typed)
        self.view = CaptureView(self.model)
        self.view.offered = self._topics
        self.view.topics_asked.connect(self._offer_topics)
        self.view.moved.connect(self._say_problem)
        self.empty = EmptyState("id-card", *_WAITING)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.view)
        card.body.addWidget(self.stack, 1)
        card.body.addWidget(Line())
        foot = QHBoxLayout()
        foot.setContentsMargins(u(3.75), u(1.5), u(3.75), u(1.75))
        foot.addWidget(ElidedLabel(_HINT, "caption", "text2"), 1)
        foot.addWidget(Label("Se guarda al pasar al siguiente", "caption", "text2"))
        card.body.addLayout(foot)
        return card

    # The card

    def enter(self, typed: str) -> None:
        """Opens the card of a code typed or scanned; the one that is open is stored first."""
        if not typed.strip():
            if self.card is not None:
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
            return
        try:
            alumno = captura.find(self.ctx.store, typed)
        except CodigoDudoso as doubt:
            self._say_code(doubt)
            return
        self.open_alumno(alumno)

    def open_alumno(self, alumno: object) -> None:
        """Opens the card of somebody, with the rows that wait to be reviewed."""
        self.save()
        card = self.ctx.do(captura.tarjeta, self.ctx.store, alumno) if alumno else None
        if card is None:
            self._close()
            return
        waiting = (
            self.today.cards[card.alumno].pendientes if card.alumno in self.today.cards else {}
        )
        self.card = card
        self.tables = {
            t.intervencion: [*t.renglones, *waiting.get(t.intervencion, [])] for t in card.tablas
        }
        first = next(iter(waiting), card.tablas[0].intervencion)
        self.shown = 0
        self.head.show_card(card, first)
        self.show_table(first)
        self.stack.setCurrentWidget(self.view)
        announce(self, card.nombre)

    def show_table(self, intervencion: int) -> None:
        """Shows the rows of one of its asignaturas; the cursor goes to the first empty one."""
        self._keep_rows()
        self.shown = intervencion
        self.context = captura_revision.contexto(self.ctx.store, intervencion)
        if table := self._table():
            self.head.show_table(table)
        self.model.set_rows(self.tables[intervencion])
        self.view.go(self.model.first_blank(), DATE)
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        self._say_problem()

    def _table(self) -> Tabla | None:
        tables = self.card.tablas if self.card else ()
        return next((t for t in tables if t.intervencion == self.shown), None)

    def _keep_rows(self) -> None:
        if self.shown:
            self.tables[self.shown] = [row for row in self.model.rows if not row.vacio]

    def _turn(self, step: int) -> None:
        if self.card is not None:
            cases = list(self.tables)
            place = (cases.index(self.shown) + step) % len(cases)
            self.head.choose(cases[place])

    def _close(self) -> None:
        self.card, self.tables, self.shown, self.context = None, {}, 0, None
        self.stack.setCurrentIndex(0)
        self.head.clear()
        self.strip.show_notice(None)

    # Storing

    def save(self) -> None:
        """Stores the card in one step; what is wrong in it waits in the list of today."""
        if self.card is None:
            return
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # what is being typed is a row
        self._keep_rows()
        card, tables = self.card, self.tables
        waiting = self.today.cards.get(card.alumno)
        if all(tuple(tables[t.intervencion]) == t.renglones for t in card.tablas) and not (
            waiting and waiting.pendientes
        ):
            self.card = None
            return
        chain = self.ctx.store.undo_chain
        done = self.ctx.do(captura.save, self.ctx.store, card.alumno, tables)
        if done is None:
            return
        self.card = None
        steps = self.ctx.store.undo_chain
        step = steps[0] if steps[:1] != chain[:1] else 0
        left = self._left(tables)
        if step or left:
            self.today.add(Capturada(card.alumno, card.corto, step, done, left))
        if step:
            messages.toast(f"{card.corto}: {done.in_words()}.", "Deshacer", self.ctx.undo)
        self.counted.emit()

    def _left(self, tables: dict[int, list[Renglon]]) -> dict[int, list[Renglon]]:
        """The rows that are wrong, by intervención."""
        found: dict[int, list[Renglon]] = {}
        for case, rows in tables.items():
            context = captura_revision.contexto(self.ctx.store, case)
            reviews = captura_revision.review(context, rows)
            wrong = [row for row, one in zip(rows, reviews, strict=True) if one.is_wrong]
            if wrong:
                found[case] = wrong
        return found

    def finish(self) -> None:
        """Stores the card; the cursor waits for the code of the next one."""
        self.save()
        self._close()
        self.head.take_focus()

    def refresh(self) -> None:
        """Something changed elsewhere: what is typed stays, what it is read against is new."""
        self.today.follow(self.ctx.store.undo_chain)
        self.empty.set_words(*(_WAITING if self.head.refresh() else _NOBODY))
        if self.card is None or self.ctx.store.intervenciones.find(self.shown) is None:
            return
        fresh = self.ctx.do(captura.tarjeta, self.ctx.store, self.card.alumno)
        if fresh is None or self.shown not in {t.intervencion for t in fresh.tablas}:
            self._close()
            return
        self._keep_rows()
        for table in fresh.tablas:
            typed = [row for row in self.tables.get(table.intervencion, []) if row.sesion is None]
            self.tables[table.intervencion] = [*table.renglones, *typed]
        self.card = fresh
        self.context = captura_revision.contexto(self.ctx.store, self.shown)
        self.model.set_rows(self.tables[self.shown])

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and self.card is not None:
            self.save()
            self._close()

    # Rows

    def _complete(self, row: Renglon) -> Renglon:
        return captura.with_date(self.context, row) if self.context else row

    def _review(self) -> list[Revision]:
        return captura_revision.review(self.context, self.model.rows) if self.context else []

    def _topics(self) -> list[str]:
        table = self._table()
        typed = [row.tema for row in self.model.rows if row.tema]
        return list(dict.fromkeys([*(table.temas if table else ()), *typed]))

    def _offer_topics(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words in self._topics():
            menu.addAction(words.replace("&", "&&"), partial(self._take_topic, words))
        if menu.isEmpty():
            menu.addAction("El plan no tiene contenidos anotados").setEnabled(False)
        else:
            menu.setActiveAction(menu.actions()[0])
        menu.popup(where)

    def _take_topic(self, words: str) -> None:
        self.model.setData(self.view.currentIndex(), words)

    def _on_typed(self, _place: int) -> None:
        self._say_problem()

    # What is wrong

    def _say_problem(self) -> None:
        """The problem of the row where the cursor is, else the first that is wrong, or a doubt."""
        here = self.view.currentIndex().row()
        found = [
            (row, one) for row in range(self.model.rowCount()) for one in self.model.notices(row)
        ]
        found.sort(key=lambda pair: (pair[0] != here, pair[1].nivel != "alto"))
        self.strip.show_notice(found[0] if found and self.card is not None else None)

    def _say_code(self, doubt: CodigoDudoso) -> None:
        """A code that no carnet has, with the one that is nearly the same if there is one."""
        self.head.say_wrong()
        self.strip.show_code(doubt)

    def _mend(self, row: int, notice: Aviso) -> None:
        """Takes the proposal, or goes to the cell when there is none."""
        column = KEYS.index(notice.campo)
        if notice.propuesta:
            self.model.setData(self.model.index(row, column), notice.propuesta)
        self.view.go(row, column)
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _pass_over(self, row: int, notice: Aviso) -> None:
        """It is left as it is: a doubt is not said again; what is wrong waits for later."""
        self.model.passed.add((row, notice.frase))
        self.view.viewport().update()
        self._say_problem()
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
