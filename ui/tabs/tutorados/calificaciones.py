"""The page of calificaciones of a student: the grid of this periodo and the results of others."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.asignatura import INTENTOS
from app.errors import AppError
from app.fields import Tenths
from app.services import boleta, calificaciones
from app.services.boleta import Lugar, Renglon
from app.services.calificaciones import Escrita
from app.text import counted
from ui import messages
from ui.context import Context
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.short_table import ShortTable
from ui.tabs.tutorados.grid import BoletaView, GridModel, Rules
from ui.tabs.tutorados.reading import Leido
from ui.tabs.tutorados.risk import RiskStrip
from ui.theme import icon, u
from ui.widgets import marks, paint
from ui.widgets.buttons import Button
from ui.widgets.card import Card, ScrollPane
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, Label, SectionLabel
from ui.widgets.strip import Problem


def _final(line: Renglon) -> str:
    return line.resultado.escrita if line.resultado else "–"


def _failed(line: Renglon) -> bool:
    return bool(line.resultado and line.resultado.reprobada)


def _next(line: Renglon) -> str:
    if not line.ultimo:
        return "Volvió a cursarla"
    if line.resultado is None:
        return "Sin resultado"
    return "La debe" if line.resultado.reprobada else "Acreditada"


def _next_look(line: Renglon) -> tuple[str, str]:
    if not line.ultimo:
        return "refresh", "text2"
    if line.resultado is None:
        return "minus", "text2"
    return ("alert", "alto") if line.resultado.reprobada else ("check", "ok")


OTHERS = (
    Column("nombre", "Asignatura", lambda r: r.nombre, width=40, stretch=True),
    Column("periodo", "Periodo", lambda r: r.periodo, width=27),
    Column("intento", "Intento", lambda r: r.intento, width=17, align="right"),
    Column(
        "final", "Final", _final, width=14, align="right",
        cell=cells.Text(role=lambda r: "alto" if _failed(r) else "text", strong=_failed),
    ),
    Column("sigue", "Qué sigue", _next, width=40, cell=cells.State(_next_look)),
)  # fmt: skip


class LegendMark(QWidget):
    """The glyph of a doubt with its meaning."""

    def __init__(self, level: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(u(5), 0, 0, 0)
        self._level = level
        self.words = Label("", "caption", "text2")
        row.addWidget(self.words)

    def paintEvent(self, _event) -> None:
        side = u(2.25)
        top = (self.height() - side) / 2
        marks.paint_level_glyph(paint.painter_of(self), self._level, u(1), top, side)


class Calificaciones(QWidget):
    """`add_asked(now)` asks for an asignatura of this periodo, or of another one."""

    level_asked = Signal()
    add_asked = Signal(bool)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx, self._alumno = ctx, 0
        self._added: list[Renglon] = []
        self._leido: Leido | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        pane = ScrollPane()
        column.addWidget(pane)
        self.risk = RiskStrip()
        self.risk.pressed.connect(self.level_asked)
        pane.body.addWidget(self.risk)
        pane.body.addLayout(self._head())
        self.model = GridModel(self._write, self)
        self.grid = BoletaView(self.model)
        self.grid.attempt_asked.connect(self._on_attempt)
        card = Card(padding=0)
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.grid)
        self._card = card
        pane.body.addWidget(card)
        self._nothing = Label("", "body", "text2", wrap=True)
        pane.body.addWidget(self._nothing)
        self.problem = Problem()
        pane.body.addWidget(self.problem)
        pane.body.addWidget(self._legend())
        pane.body.addLayout(self._others_head())
        self.others = ShortTable(OTHERS, ident=lambda line: line.lugar, name="De otros semestres")
        self.others.view.menu_asked.connect(self._on_others_menu)
        pane.body.addWidget(self.others)
        pane.body.addStretch(1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self._title = SectionLabel("")
        self._figures = ElidedLabel("", "caption", "text2")
        paste = Button("Pegar desde Excel", "plain", "copy")
        paste.setToolTip("Escribe lo copiado a partir de la celda elegida (Ctrl+V)")
        paste.clicked.connect(self.paste)
        add = Button("Agregar", "plain", "plus")
        add.setToolTip("Una asignatura que no está en la boleta de este periodo")
        add.clicked.connect(partial(self._ask, True))
        row.addWidget(self._title)
        row.addWidget(self._figures, 1)
        row.addWidget(add)
        row.addWidget(paste)
        return row

    def _ask(self, now: bool, _checked: bool = False) -> None:
        self.add_asked.emit(now)

    def _legend(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=3)
        self._failing, self._absent = LegendMark("alto"), LegendMark("medio")
        flow.addWidget(self._failing)
        flow.addWidget(self._absent)
        note = Label("Un 0 cuenta; vacío es sin dato", "caption", "text2")
        note.setToolTip("También se escribe NA (no acreditada), NP (no presentó) o AC (acreditada)")
        flow.addWidget(note)
        return holder

    def _others_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        row.addWidget(SectionLabel("De otros semestres"))
        self._others_note = Label("", "caption", "text2")
        add = Button("Agregar", "plain", "plus")
        add.clicked.connect(partial(self._ask, False))
        row.addWidget(self._others_note)
        row.addStretch(1)
        row.addWidget(add)
        return row

    # Showing

    def show_record(self, leido: Leido) -> None:
        """Shows a student; lines added and still empty stay while it is the same one."""
        if leido.alumno.id != self._alumno:
            self._alumno, self._added = leido.alumno.id, []
            self.model.refused.clear()
            self.problem.say("")
        self._leido = leido
        self.risk.show_risk(leido)
        settings, found = leido.settings, leido.boleta
        known = {line.lugar for line in found.actuales}
        self._added = [line for line in self._added if line.lugar not in known]
        many = -(-settings.clases_por_parcial * settings.faltas_medio // 100)
        lines = [*found.actuales, *self._added]
        self.model.set_lines(lines, Rules(settings.minima_aprobatoria, max(1, many)))
        self._card.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self._nothing.setText(
            "Todavía no hay calificaciones de este periodo. Impórtelas con la lista, o agregue una "
            "asignatura para escribirlas aquí."
        )
        self._title.setText(f"Periodo {found.periodo.nombre}")
        known = found.promedio is not None
        average = f"promedio {Tenths().show(found.promedio)} · " if known else ""
        self._figures.setText(f"{average}{counted(found.faltas, 'falta', 'faltas')}")
        self._failing.words.setText(f"menos de {Tenths().show(settings.minima_aprobatoria)}")
        plural = counted(max(1, many), "falta o más", "faltas o más")
        self._absent.words.setText(f"{plural} en un parcial, o va en 2.º intento")
        self._show_others(found.anteriores)

    def _show_others(self, lines: list[Renglon]) -> None:
        self.others.set_rows(lines)
        self.others.setVisible(bool(lines))
        owed = sum(bool(line.debe) for line in lines)
        words = f"{owed} sin acreditar" if owed else "ninguna sin acreditar"
        self._others_note.setText(words if lines else "sin datos")

    def add_line(self, asignatura: int, intento: str) -> None:
        """Puts an empty line in the grid; it is stored with its first datum."""
        if self._leido is None:
            return
        line = boleta.new_line(self._ctx.store, self._alumno, asignatura, intento)
        if line.lugar not in {one.lugar for one in self.model.lines}:
            self._added.append(line)
            self.show_record(self._leido)
        places = [one.lugar for one in self.model.lines]
        self.grid.setFocus()
        self.grid.go(places.index(line.lugar), 2)

    # Writing

    def _write(self, escritas: list[Escrita]) -> str:
        try:
            calificaciones.write(self._ctx.store, self._alumno, escritas)
        except AppError as problem:
            before = "" if len(escritas) == 1 else "No se escribió nada. "
            self.problem.say(f"{before}{problem}.".replace("..", "."))
            return str(problem)
        self.problem.say("")
        return ""

    def paste(self) -> None:
        """Writes what the clipboard has from the chosen cell on."""
        if not self.grid.currentIndex().isValid():
            self.grid.setFocus()
        left = self.grid.paste()
        if left:
            noun = counted(left, "renglón no cupo", "renglones no cupieron")
            self.problem.say(f"{noun}: la boleta tiene {len(self.model.lines)}.", "medio")

    def _on_attempt(self, row: int, where: QPoint) -> None:
        line = self.model.lines[row]
        menu = QMenu(self)
        for key, words in INTENTOS.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(key == line.lugar.intento)
            action.triggered.connect(partial(self._change_attempt, line, key))
        menu.addSeparator()
        remove = menu.addAction(icon("trash", "alto"), "Quitar de la boleta")
        remove.triggered.connect(partial(self._remove, line.lugar))
        menu.popup(where)

    def _change_attempt(self, line: Renglon, intento: str, _checked: bool = False) -> None:
        if line in self._added:
            self._added.remove(line)
            self.add_line(line.lugar.asignatura, intento)
        elif line.notas:
            self._ctx.do(
                calificaciones.change_intento, self._ctx.store, self._alumno, line.lugar, intento
            )
        else:
            self.add_line(line.lugar.asignatura, intento)

    def _remove(self, lugar: Lugar, _checked: bool = False) -> None:
        if added := [line for line in self._added if line.lugar == lugar]:
            self._added.remove(added[0])
            if self._leido is not None:
                self.show_record(self._leido)
            return
        name = self._ctx.store.asignaturas.get(lugar.asignatura).nombre
        calificaciones.delete_line(self._ctx.store, self._alumno, lugar)
        messages.toast(f"Se quitó {name} de la boleta.", "Deshacer", self._ctx.undo)

    def _on_others_menu(self, where: QPoint) -> None:
        chosen = self.others.view.chosen_ids()
        if chosen:
            menu = QMenu(self)
            remove = menu.addAction(icon("trash", "alto"), "Quitar de la boleta")
            remove.triggered.connect(partial(self._remove, chosen[0]))
            menu.popup(where)
