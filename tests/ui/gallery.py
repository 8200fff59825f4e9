"""Every state of every piece on one page, to look at: `python -m tests.ui.gallery folder`.

It writes clara.png and oscura.png; with QT_SCALE_FACTOR=2 they come at twice the size.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.theme import u
from ui.widgets.buttons import KINDS, Button, IconButton, LinkButton
from ui.widgets.card import Card
from ui.widgets.charts import FILLS, Bar, BarChart, ShareBar
from ui.widgets.chips import Chip, ChipMenu, Segments
from ui.widgets.choices import CheckBox, ComboBox, Radio
from ui.widgets.empty_state import EmptyState
from ui.widgets.figures import KeyFigure
from ui.widgets.labels import Label
from ui.widgets.line_edit import LineEdit, Paragraph
from ui.widgets.marks import LEVELS, Avatar, ExpedienteBoxes, LevelBadge, LoadDots
from ui.widgets.pick_field import PickField
from ui.widgets.progress_card import ProgressCard
from ui.widgets.search_field import SearchField
from ui.widgets.stepper import Step, Stepper
from ui.widgets.strip import Problem, Strip
from ui.widgets.sub_tabs import SubTabs
from ui.widgets.toast import Toast
from ui.widgets.toolbar import Toolbar
from ui.widgets.week_grid import WeekGrid
from ui.widgets.week_model import Block

WORDS = {"filled": "Aceptar pares", "outlined": "Imprimir", "plain": "Ver más", "danger": "Borrar"}
SWATCHES = ("page", "surface", "sunken", "line", "edge", "text", "text2", "primary", "tint")
SWATCHES += ("header", "accent", "focus", "alto", "medio", "bajo", "ok")


def line(*widgets: QWidget, spread: bool = False) -> QHBoxLayout:
    """Widgets side by side."""
    row = QHBoxLayout()
    row.setSpacing(u(2))
    for widget in widgets:
        row.addWidget(widget)
    if not spread:
        row.addStretch(1)
    return row


def buttons() -> Card:
    """Each kind at rest, under the mouse, with the focus, pressed and off."""
    card = Card("Botones")
    for kind in KINDS:
        made = [Button(WORDS[kind], kind) for _ in range(5)]
        made[1].underMouse = lambda: True
        made[2]._by_keyboard = True
        made[2].hasFocus = lambda: True
        made[3].setDown(True)
        made[4].setEnabled(False)
        card.body.addLayout(line(*made, Button(WORDS[kind], kind, "printer")))
    card.head.addWidget(IconButton("more", "Más acciones"))
    return card


def fields() -> Card:
    """Fields at rest, wrong, doubtful and only to read."""
    card = Card("Campos")
    row = QHBoxLayout()
    row.setSpacing(u(3))
    for label, words, level in (
        ("Grupo", "3.º B", ""),
        ("Fecha, con error", "31/02/2026", "alto"),
        ("CURP, con aviso", "NUPD0813", "medio"),
        ("Folio, solo lectura", "PAT-0231", "read"),
    ):
        column = QVBoxLayout()
        column.setSpacing(u(1))
        edit, problem = LineEdit(words), Problem()
        edit.setReadOnly(level == "read")
        column.addWidget(Label(label, "caption", "text2", strong=True))
        column.addWidget(edit)
        column.addWidget(problem)
        column.addStretch(1)
        row.addLayout(column)
        if level in ("alto", "medio"):
            edit.set_problem(level)
            problem.say("Febrero no tiene día 31" if level == "alto" else "Le faltan letras", level)
    card.body.addLayout(row)
    card.body.addLayout(
        line(
            ComboBox([(1, "Grupo y luego apellidos")], 1),
            PickField([(1, "Núñez Peña, Diego")], hint="Elija un alumno"),
            spread=True,
        )
    )
    card.body.addWidget(Paragraph("Suma bien las fuerzas en una dirección."))
    return card


def levels() -> Card:
    """Levels, filters, views and marks."""
    card = Card("Niveles de riesgo, filtros y vistas")
    views = Segments([("plan", "Plan"), ("semana", "Semana"), ("lista", "Lista")], "semana")
    some = CheckBox("Algunos")
    some.setCheckState(Qt.CheckState.PartiallyChecked)
    badges = [LevelBadge(level) for level in LEVELS]
    card.body.addLayout(line(*badges, LevelBadge("medio", changed=True)))
    card.body.addLayout(
        line(
            Chip("Todos", checked=True),
            Chip("Por vencer"),
            views,
            ExpedienteBoxes([True, True, False, False]),
        )
    )
    card.body.addLayout(
        line(
            CheckBox("Elegido", checked=True), CheckBox("Sin elegir"), some, LoadDots(2, 3),
            Radio("Carta", checked=True, caption="una hoja"), Radio("Media carta", caption="dos"),
        )
    )  # fmt: skip
    return card


def colors() -> Card:
    """The roles with a name of their own."""
    card = Card("Colores")
    grid = QGridLayout()
    for i, role in enumerate(SWATCHES):
        swatch = Card(fill=role, outline="edge")
        swatch.setFixedSize(u(7.5), u(6.5))
        grid.addLayout(line(swatch, Label(role)), i // 4, i % 4)
    card.body.addLayout(grid)
    return card


def notices() -> Card:
    """Strips, progress and steps."""
    card = Card("Avisos")
    card.head.addWidget(LinkButton("Ver semana"))
    card.body.addWidget(
        Strip("alto", "Reprobó Matemáticas III dos veces", "También debe Física II", "Cambiar nivel…",
              lead="Riesgo alto", plain=True)
    )  # fmt: skip
    card.body.addWidget(Strip("medio", "2 sin horario asignado", "Saldrán con línea en blanco."))
    card.body.addWidget(Strip("barro", "Volver a como estaba", "Quita 5 cambios.", "Deshacer"))
    card.body.addWidget(Strip("info", "Sugerencias según cómo aprende", "Usar colores distintos."))
    progress = ProgressCard("Imprimiendo carnets")
    progress.set_progress(23, 36, "Ordóñez Villaseñor, Ximena")
    card.body.addWidget(progress)
    card.body.addWidget(
        Stepper(
            [
                Step("lista", "Lista", "1,240 alumnos", "done"),
                Step("calif", "Calificaciones", "2 de 3", "current"),
                Step("carnets", "Carnets", "unos minutos"),
            ]
        )
    )
    return card


def drawings() -> Card:
    """Charts, figures and second-level tabs."""
    card = Card("Gráficas", "todas las series", step="body")
    card.body.addWidget(SubTabs([("r", "Resumen"), ("c", "Calificaciones"), ("n", "Notas (3)")]))
    series = [Bar(name, 10 + 9 * i, name) for i, name in enumerate(FILLS)]
    card.body.addWidget(BarChart(series[:4], "Series", standing=True))
    card.body.addWidget(BarChart([Bar("Alto", 14, "alto", level="alto"), *series[5:7]], "Niveles"))
    share = ShareBar("Con alumno tutor")
    share.set_share(0.95)
    card.body.addWidget(share)
    figure = KeyFigure(
        "Asistencia", "82 %", "152 de 186", before="74 %", meaning="Subió", better=True
    )
    card.body.addLayout(line(Avatar("DN"), Avatar(icon_name="upload", size=12), figure))
    return card


def week() -> Card:
    """A week with classes, free hours and asesorías."""
    card = Card()
    grid = WeekGrid(7 * 60, 14 * 60)
    classes = {(day, minute): "class" for day in range(1, 6) for minute in range(420, 540, 30)}
    free = {(day, minute): "free" for day in (1, 3, 5) for minute in range(540, 660, 30)}
    grid.set_marks(classes | free | {(4, 810): "free"})
    grid.set_blocks([Block(2, 660, 720, "Ximena O.", "Física II"), Block(4, 720, 780, "Lucero Ñ.")])
    grid.tools.addWidget(Button("Copiar a otros…", "plain", "copy"))
    card.body.addWidget(grid)
    return card


def bar() -> Toolbar:
    """A bar over a page."""
    made = Toolbar()
    made.add_left(SearchField("Filtrar tutorados"))
    made.add_left(ChipMenu("Riesgo", [("", "Todos"), ("alto", "Alto")]))
    made.add_left(Chip("Turno matutino", checked=True))
    made.add_secondary(Button("Importar lista", icon_name="upload"), "upload")
    made.set_main(Button("Nuevo tutorado", "filled", "plus"))
    made.menu.addAction("Columnas y orden")
    made.refold()
    return made


def build() -> QWidget:
    """The page with everything."""
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(u(5), u(3), u(5), u(3))
    grid.setSpacing(u(3))
    grid.addWidget(bar(), 0, 0, 1, 3)
    empty = EmptyState("users", "Todavía no hay tutorados", "Aparecen solos al importar.")
    empty.add_button(Button("Importar calificaciones…", "filled"))
    for i, card in enumerate((buttons(), fields(), levels())):
        grid.addWidget(card, i + 1, 0)
    for i, card in enumerate((colors(), notices())):
        grid.addWidget(card, i + 1, 1, 1 if not i else 2, 1)
    grid.addWidget(week(), 1, 2, 2, 1)
    grid.addWidget(drawings(), 3, 2)
    holder = Card("Lista vacía")
    holder.body.addWidget(empty)
    grid.addWidget(holder, 4, 0, 1, 2)
    page.resize(u(430), u(250))
    return page


def picture(page: QWidget) -> QImage:
    """The page as it is seen, at the scale of the screen."""
    return page.grab().toImage()


def main(folder: Path) -> None:
    """Writes the pictures."""
    app = QApplication(sys.argv[:1])
    if "Open Sans" in QFontDatabase.families():
        app.setFont(QFont("Open Sans", 9))
    for name in ("clara", "oscura"):
        theme.apply(app, name)
        page = build()
        page.show()
        Toast(page).say("Se importaron 310 alumnos.", "Deshacer", seconds=0)
        app.processEvents()
        picture(page).save(str(folder / f"{name}.png"))
        page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
