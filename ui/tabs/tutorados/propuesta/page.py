"""The page Asignación del periodo: calculate, look at, decide and accept who accompanies whom."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.formatos import ACTA_ASIGNACION
from app.services.propuesta import Alternativa, Necesidad, Propuesta, fallen
from ui.actions import Action, Actions
from ui.context import Context
from ui.dialogs.objetivos import ObjetivosDialog
from ui.tabs.tutorados.propuesta.bar import Bar
from ui.tabs.tutorados.propuesta.calculo import Calculo
from ui.tabs.tutorados.propuesta.deeds import Deeds
from ui.tabs.tutorados.propuesta.explicacion import Explicador
from ui.tabs.tutorados.propuesta.head import Figures
from ui.tabs.tutorados.propuesta.lists import Lists
from ui.tabs.tutorados.propuesta.pane import Pane
from ui.tabs.tutorados.propuesta.rows import Fila, Fuera, standing
from ui.tabs.tutorados.propuesta.start import Start
from ui.theme import u
from ui.widgets.strip import Strip

_PAUSE = 150
_SEEKING = "Se están buscando…"
_ON_DEMAND = "Cada cálculo tarda; búsquelas cuando las necesite."


class PropuestaPage(QWidget):
    """`back_asked()` goes back to the list; `by_hand_asked()` to the needs one by one."""

    back_asked = Signal()
    by_hand_asked = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.calculo = Calculo(ctx, self)
        self.deeds = Deeds(ctx, self.calculo, self)
        self.explainer = Explicador(ctx, self)
        self._shown: Propuesta | None = None
        self._setting = True
        self._follow = False
        self.stack = QStackedWidget()
        self.start = Start(ctx)
        self.start.asked.connect(self.calculate)
        self.start.included.connect(self._include)
        self.stack.addWidget(self.start)
        self.stack.addWidget(self._make_work())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(3))
        column.addWidget(self._make_bar())
        column.addWidget(self.stack, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.calculo.changed.connect(self._show)
        self.explainer.ready.connect(self._show_chosen)

    # Building

    def _make_bar(self) -> Bar:
        self.bar = Bar()
        self.bar.back_asked.connect(self.back_asked)
        self.bar.by_hand_asked.connect(self.by_hand_asked)
        self.bar.setup_asked.connect(self._show_start)
        self.bar.again_asked.connect(self.calculate)
        self.bar.acta_asked.connect(self._print)
        self.bar.accept_asked.connect(self._accept)
        return self.bar

    def _make_work(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(3))
        self.figures = Figures()
        self.figures.goals_asked.connect(self._show_goals)
        self.stale = Strip("medio")
        self.stale.set_words(
            "Los datos cambiaron desde que se calculó",
            "Los pares que ya no se puedan se dejarán fuera al aceptar.", "Calcular otra vez",
        )  # fmt: skip
        self.stale.pressed.connect(self.calculate)
        self.lists = Lists(self.ctx.store)
        self.lists.chosen.connect(self._show_chosen)
        self.lists.opened.connect(self._open_by_hand)
        self.lists.linked.connect(self._on_linked)
        self._make_actions()
        self.pane = Pane(self.ctx)
        self.pane.option_picked.connect(self._choose)
        self.pane.remedy_pressed.connect(self._remedy)
        self.pane.by_hand_asked.connect(self._open_by_hand)
        self.pane.search_asked.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(u(3))
        row.addWidget(self.lists, 1)
        row.addWidget(self.pane)
        for widget in (self.figures, self.stale):
            column.addWidget(widget)
        column.addLayout(row, 1)
        return page

    def _make_actions(self) -> None:
        table = self.lists.tables["pares"]
        self.pair_actions = Actions(
            table.view,
            (
                Action("Fijar o soltar el par", self._toggle, "lock", "F", needs="one"),
                Action("Prohibir el par…", self._forbid, "ban", "P", needs="one"),
                Action("Asignar a mano…", self._open_by_hand, "user", needs="one"),
                Action("Aceptar este par", self.deeds.accept, "check", needs="some",
                       many="Aceptar {n} pares"),
            ),
            table.chosen_ids,
        )  # fmt: skip
        for label in ("Fijar o soltar el par", "Prohibir el par…"):
            # only in the list: in the filter these letters are written
            self.pair_actions[label].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        table.chosen.connect(self.pair_actions.refresh)
        table.set_context_menu(self._pair_menu)
        for tipo in ("fijar", "prohibir"):
            other = self.lists.tables[tipo]
            made = Actions(
                other.view,
                (Action("Quitar lo decidido", partial(self._release, tipo), "x", "Del",
                        needs="one"),),
                other.chosen_ids,
            )  # fmt: skip
            made["Quitar lo decidido"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            other.chosen.connect(made.refresh)
            other.set_context_menu(made.menu)

    def _pair_menu(self) -> QMenu:
        return self.pair_actions.menu()

    # What the tab calls

    def refresh(self) -> None:
        """The data may have changed: the proposal that belongs to them, or that it is old."""
        self.calculo.look_again()
        self._show()

    def focus_filter(self) -> None:
        """The cursor goes to the filter."""
        self.lists.focus_filter()

    def take_focus(self) -> None:
        """The keyboard goes to what is next: to calculate, or to the list."""
        if self._setting:
            self.start.go.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.lists.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def calculate(self) -> None:
        """Calculates with the data of now."""
        self._setting, self._follow = False, True
        self.bar.back.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed goes off
        self.calculo.start()
        self._show()

    # Showing

    def _show_start(self) -> None:
        self._setting = True
        self._show()
        self.take_focus()

    def _include(self, on: bool) -> None:
        self.calculo.incluye = on
        self._show()

    def _show(self) -> None:
        propuesta, busy = self.calculo.propuesta, self.calculo.is_running
        if propuesta is None and not busy:
            self._setting = True
        setting = self._setting or propuesta is None
        has_acta = bool(self.ctx.store.actas.count())
        self.bar.show_state(setting=setting, busy=busy, has_acta=has_acta)
        self.start.go.set_reason("Se está calculando." if busy else "")
        self.stack.setCurrentIndex(0 if setting else 1)
        if setting:
            caidos = len(fallen(self.ctx.store))
            lectura = self.calculo.read()
            self.start.show_reading(lectura, incluye=self.calculo.incluye, caidos=caidos)
        if propuesta is None:
            return
        self.stale.setVisible(self.calculo.is_stale)
        if propuesta is not self._shown:
            self._shown = propuesta
            siguen = standing(self.ctx.store, propuesta)
            self.figures.show_proposal(propuesta, siguen)
            self.lists.show_proposal(propuesta, siguen)
        self._show_chosen()
        if self._follow and not busy:  # the button that was pressed went away with the focus
            self._follow = False
            self.take_focus()

    def _need(self) -> Necesidad | None:
        found = self.lists.chosen_rows()
        if len(found) != 1 or self.lists.key == "demanda":
            return None
        return found[0].pareja.need if isinstance(found[0], Fila) else found[0].need

    def _show_chosen(self) -> None:
        propuesta = self.calculo.propuesta
        if propuesta is None or propuesta is not self._shown:
            return
        found, need = self.lists.chosen_rows(), self._need()
        self._show_main(found)
        if need is not None:
            self._show_one(propuesta, found[0], need)
        elif found and isinstance(found[0], Fila):
            self.pane.show_many(found)
        elif len(found) == 1:
            self.pane.show_demand(propuesta, found[0])
        elif self.lists.key in ("fijar", "prohibir"):
            self.pane.show_nothing(
                "Lo que usted decidió", "El cálculo lo respeta mientras las reglas, el cupo y las "
                "horas lo permiten, y el acta lo dice. Se quita con «Quitar» o con Supr.",
            )  # fmt: skip
        else:
            self.pane.show_nothing()

    def _show_one(self, propuesta: Propuesta, row: Fila | Fuera, need: Necesidad) -> None:
        answer = self.explainer.answer(propuesta, need.key)
        wait = _ON_DEMAND if self.calculo.is_slow else _SEEKING
        if isinstance(row, Fila):
            self.pane.show_pair(propuesta, row, answer, wait)
        else:
            self.pane.show_left(propuesta, row, answer, wait)
        if answer is None and not self.calculo.is_slow:
            self._pause.start()

    def _show_main(self, found: list[Any]) -> None:
        many = len(found) if len(found) > 1 and self.lists.key == "pares" else 0
        self.bar.show_count(many or len(self.lists.pares), busy=self.calculo.is_running)

    # Doing

    def _ask(self) -> None:
        need, propuesta = self._need(), self.calculo.propuesta
        if need is not None and propuesta is not None:
            self.explainer.ask(propuesta, need, shown=self.calculo.is_slow)

    def _on_linked(self, table: str, column: str, ident: object) -> None:
        if column == "fijar":
            self._toggle([ident])
        elif column == "prohibir":
            self._forbid([ident])
        else:
            self._release(table, [ident])

    def _row(self, ids: list[Any]) -> Fila:
        return next(row for row in self.lists.pares if row.key == ids[0])

    def _toggle(self, ids: list[Any]) -> None:
        self.deeds.toggle_fixed(self._row(ids).pareja)

    def _forbid(self, ids: list[Any]) -> None:
        self.deeds.forbid(self._row(ids).pareja)

    def _release(self, _tipo: str, ids: list[Any]) -> None:
        self.deeds.release(ids[0])

    def _accept(self) -> None:
        found = self.lists.chosen_rows()
        some = len(found) > 1 and self.lists.key == "pares"
        self.deeds.accept({row.key for row in found} if some else None)

    def _choose(self, option: Alternativa) -> None:
        need = self._need()
        if need is not None:
            self.deeds.choose(need, option)

    def _remedy(self) -> None:
        if self.lists.key == "demanda":
            self.ctx.show("candidatos", self.lists.chosen_rows()[0].asignatura)
            return
        need, propuesta = self._need(), self.calculo.propuesta
        answer = self.explainer.answer(propuesta, need.key) if need and propuesta else None
        if answer is not None and answer.remedio is not None:
            self.deeds.remedy(answer.remedio.cambios[0])

    def _open_by_hand(self, *_ignored: object) -> None:
        need = self._need()
        if need is not None:
            self.deeds.by_hand(need)

    def _show_goals(self) -> None:
        if self.calculo.propuesta is not None:
            ObjetivosDialog(self.calculo.propuesta, self.window()).open()

    def _print(self) -> None:
        self.ctx.show("imprimir", ACTA_ASIGNACION.key)
