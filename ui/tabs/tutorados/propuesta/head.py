"""The figures over the proposal: what it covers, and whether it is the best there can be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.pairing import Goal
from app.services.propuesta import Propuesta
from app.text import counted
from ui.theme import u
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.figures import KeyFigure

_GAPS = {
    "cubiertas": ("una necesidad más", "necesidades más"),
    "riesgo_alto": ("una más de riesgo alto", "más de riesgo alto"),
    "riesgo_medio": ("una más de riesgo medio", "más de riesgo medio"),
    "riesgo_bajo": ("una más de riesgo bajo", "más de riesgo bajo"),
    "espera": ("un día más de espera", "días más de espera"),
    "conservados": ("un par más que se conserva", "pares más que se conservan"),
}


def gap_words(goals: tuple[Goal, ...]) -> str:
    """How far the best could be, in words: the first goal that is not proven."""
    first = next((goal for goal in goals if not goal.is_best), None)
    if first is None or first.key not in _GAPS:
        return "lo que falta es de ajuste y carga"
    if first.bound is None:
        return f"falta comprobar: {first.name.lower()}"
    missing = abs(first.bound - first.value)
    one, many = _GAPS[first.key]
    return f"podría haber {one}" if missing == 1 else f"podría haber hasta {missing:,} {many}"


class Figures(Card):
    """`goals_asked()` wants to see the goals in order."""

    goals_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=2.5)
        row = QHBoxLayout()
        row.setContentsMargins(u(2), 0, u(2), 0)
        row.setSpacing(u(9))
        self.figures = [KeyFigure("", "") for _ in range(5)]
        for figure in self.figures:
            figure.caption.hide()
            row.addWidget(figure)
        row.addStretch(1)
        self.link = LinkButton("Ver objetivos")
        self.link.clicked.connect(self.goals_asked)
        row.addWidget(self.link)
        self.body.addLayout(row)

    def show_proposal(self, propuesta: Propuesta, siguen: int) -> None:
        """Shows what a proposal reaches; `siguen` are the pairs of today that it does not touch."""
        needs = propuesta.lectura.necesidades
        high = [need for need in needs if need.nivel == "alto"]
        covered = propuesta.por_necesidad
        moved = [one for one in propuesta.parejas if one.need.intervencion is not None]
        kept = siguen + sum(one.need.antes == one.guia.alumno for one in moved)
        longest = max((need.espera for need in propuesta.sin_tutor), default=0)
        said = (
            (_of(len(propuesta.parejas), len(needs)), "necesidades cubiertas", None),
            (_of(sum(n.key in covered for n in high), len(high)), "de riesgo alto", None),
            (f"{kept:,}", "par se conserva" if kept == 1 else "pares se conservan", None),
            (
                counted(longest, "día", "días") if propuesta.sin_tutor else "Ninguna",
                "la espera más larga que queda" if propuesta.sin_tutor else "espera queda", None,
            ),
            ("Óptimo", "comprobado: no hay otro mejor", True)
            if propuesta.optimo
            else ("Sin comprobar", gap_words(propuesta.objetivos), None),
        )  # fmt: skip
        for figure, (value, meaning, better) in zip(self.figures, said, strict=True):
            figure.set_figures(value, meaning=meaning, better=better)


def _of(part: int, whole: int) -> str:
    return f"{part:,} de {whole:,}"
