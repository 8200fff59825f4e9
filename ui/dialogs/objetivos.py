"""The goals of a proposal in their order: what each reached and the best there could be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.pairing import Goal
from app.services.propuesta import Propuesta
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.theme import u
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label

_HELP = {
    "cubiertas": "Que a cada necesidad se le dé un alumno tutor",
    "riesgo_alto": "Primero quien corre más riesgo de dejar la escuela",
    "riesgo_medio": "Después quien corre riesgo medio",
    "riesgo_bajo": "Después quien corre riesgo bajo",
    "espera": "Entre iguales, quien lleva más tiempo esperando",
    "conservados": "Que quien ya se conoce siga junto",
    "ajuste": "Calificación, semestres cercanos y horas para escoger",
    "carga": "Que nadie cargue mucho más; aquí, mientras menos, mejor",
}


def _best(goal: Goal) -> str:
    return "sin comprobar" if goal.bound is None else f"{goal.bound:,}"


class ObjetivosDialog(Dialog):
    """An earlier goal is never given away for a later one, and each says whether it is proven."""

    def __init__(self, propuesta: Propuesta, parent: QWidget | None) -> None:
        super().__init__(
            "Objetivos de la propuesta", parent, size="large", cancel="Cerrar",
            help_topic="asignacion",
        )  # fmt: skip
        self.goals = list(propuesta.objetivos)
        places = {goal.key: place for place, goal in enumerate(self.goals, 1)}
        self.body.addWidget(
            Label(
                "Se cumplen en este orden: lo de arriba nunca se sacrifica por lo de abajo.",
                "body", "text2", wrap=True,
            )
        )  # fmt: skip
        self.table = RecordTable(
            (
                Column("lugar", "Orden", lambda g: str(places[g.key]), width=16, align="right",
                       sort=lambda g: places[g.key]),
                Column("objetivo", "Objetivo", lambda g: g.name, width=80, stretch=True,
                       cell=cells.TwoLines(lambda g: _HELP[g.key]), sort=lambda g: places[g.key]),
                Column("valor", "Se alcanza", lambda g: f"{g.value:,}", width=26, align="right",
                       sort=lambda g: g.value),
                Column("cota", "Lo mejor posible", _best, width=36, align="right",
                       sort=lambda g: g.bound or 0),
                Column("estado", "", lambda g: "Comprobado" if g.is_best else "Sin comprobar",
                       width=36, cell=cells.State(
                           lambda g: ("check", "ok") if g.is_best else ("clock", "medio"))),
            ),
            lambda: self.goals, ident=lambda g: g.key, rows="two",
            nouns=("objetivo", "objetivos"),
        )  # fmt: skip
        self.table.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it is read, nothing is chosen
        self.table.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.foot.hide()
        self.table.refresh()
        self.body.addWidget(self.table, 1)
        self.body.addSpacing(u(1))
