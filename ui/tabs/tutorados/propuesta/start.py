"""Before calculating: what there is to pair, with which rules, and the button that calculates."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.propuesta import Lectura
from app.services.propuesta.reglas import may_guide
from app.text import counted
from ui.context import Context
from ui.theme import u
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.card import Card
from ui.widgets.choices import CheckBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.figures import KeyFigure
from ui.widgets.labels import Label, SectionLabel
from ui.widgets.strip import Strip


class Start(QWidget):
    """`asked()` wants to calculate; `included(on)` to move the pairs that do not hold too."""

    asked = Signal()
    included = Signal(bool)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.no_needs = EmptyState(
            "check", "Todas las necesidades tienen alumno tutor",
            "Cuando alguien deba otra asignatura aparecerá aquí.",
        )  # fmt: skip
        bring = Button("Importar calificaciones…", "outlined", "upload")
        bring.clicked.connect(self._import)
        self.no_needs.add_button(bring)
        self.no_guides = EmptyState(
            "graduation", "Todavía no hay alumnos tutores activos",
            "Proponga candidatos entre quienes dominan lo que otros deben, y actívelos.",
        )  # fmt: skip
        find = Button("Buscar candidatos", "filled", "search")
        find.clicked.connect(self._find)
        see = Button("Ver alumnos tutores", "plain")
        see.clicked.connect(self._see)
        self.no_guides.add_button(find)
        self.no_guides.add_button(see)
        for page in (self._make_ready(), _in_card(self.no_needs), _in_card(self.no_guides)):
            self.stack.addWidget(page)
        column.addWidget(self.stack)

    def _make_ready(self) -> QWidget:
        page = QWidget()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card("Antes de calcular", padding=6)
        card.setFixedWidth(u(190))
        card.body.setSpacing(u(3))
        figures = QHBoxLayout()
        figures.setSpacing(u(9))
        self.figures = [KeyFigure("", "") for _ in range(4)]
        for figure in self.figures:
            figure.caption.hide()
            figures.addWidget(figure)
        figures.addStretch(1)
        card.body.addLayout(figures)
        self.unknown = Strip("medio")
        self.unknown.hide()
        card.body.addWidget(self.unknown)
        self.include = CheckBox("Acomodar también los pares que ya no se sostienen")
        self.include.toggled.connect(self.included)
        card.body.addWidget(self.include)
        self._make_rules(card)
        row = QHBoxLayout()
        row.setSpacing(u(3))
        self.go = Button("Calcular", "filled", "target")
        self.go.clicked.connect(self.asked)
        row.addWidget(self.go)
        row.addWidget(Label("Nada se guarda hasta que usted acepte.", "caption", "text2"))
        row.addStretch(1)
        card.body.addLayout(row)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(2)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        return page

    def _make_rules(self, card: Card) -> None:
        head = QHBoxLayout()
        head.addWidget(SectionLabel("Reglas"))
        head.addStretch(1)
        change = LinkButton("Cambiarlas en Configuración")
        change.clicked.connect(self._settings)
        head.addWidget(change)
        card.body.addLayout(head)
        self.rules = Label("", "body", "text2", wrap=True)
        card.body.addWidget(self.rules)

    def show_reading(self, lectura: Lectura, *, incluye: bool, caidos: int) -> None:
        """What there is to pair now, and how many pairs do not hold any more."""
        guides = [one for one in lectura.guias.values() if may_guide(lectura, one)]
        self.include.blockSignals(True)
        self.include.setChecked(incluye)
        self.include.blockSignals(False)
        self._say_fallen(caidos, incluye=incluye)
        if not lectura.necesidades and not caidos:
            self.stack.setCurrentIndex(1)
            return
        self.stack.setCurrentIndex(0 if guides else 2)
        people = {need.alumno for need in lectura.necesidades}
        room = sum(
            max(lectura.capacidad(one) - len(lectura.conocidos.get(one.alumno, ())), 0)
            for one in guides
        )
        high = sum(need.nivel == "alto" for need in lectura.necesidades)
        said = (
            (f"{len(lectura.necesidades):,}", "necesidades por acomodar"),
            (f"{high:,}", "de riesgo alto"),
            (f"{len(guides):,}", "alumnos tutores que reciben"),
            (f"{room:,}", "lugares que tienen"),
        )
        for figure, (value, meaning) in zip(self.figures, said, strict=True):
            figure.set_figures(value, meaning=meaning)
        self._say_unknown(
            sum(one not in lectura.libres for one in people),
            sum(one.alumno not in lectura.libres for one in guides),
        )
        self.rules.setText(rules_words(lectura))

    def _say_fallen(self, caidos: int, *, incluye: bool) -> None:
        self.include.setEnabled(bool(caidos) or incluye)
        self.include.set_caption(
            f"{counted(caidos, 'par', 'pares')}: su alumno tutor no está activo o la hora ya no "
            "les queda. Los demás no se tocan."
            if caidos
            else "Los pares que ya existen se sostienen y no se tocan."
        )

    def _say_unknown(self, people: int, guides: int) -> None:
        parts = [
            counted(many, *nouns)
            for many, nouns in ((people, ("tutorado", "tutorados")),
                                (guides, ("alumno tutor", "alumnos tutores")))
            if many
        ]  # fmt: skip
        self.unknown.setVisible(bool(parts))
        self.unknown.set_words(
            f"Sin horario capturado: {' y '.join(parts)}",
            "No se les puede proponer hora hasta pintar su semana o importarla.",
        )

    def _import(self) -> None:
        self._ctx.show("importar", "calificaciones")

    def _find(self) -> None:
        self._ctx.show("candidatos")

    def _see(self) -> None:
        self._ctx.show("alumnos_tutores")

    def _settings(self) -> None:
        self._ctx.show("configuracion", "reglas")


def rules_words(lectura: Lectura) -> str:
    """The rules of the plantel that decide a pairing, in sentences."""
    settings = lectura.settings
    said = [
        f"Sesiones de {settings.minutos_semanales} minutos.",
        f"Domina quien tiene {settings.domina_desde / 10:g} o más, o a quien propuso un docente.",
        f"Hasta {counted(settings.capacidad, 'tutorado', 'tutorados')} por alumno tutor.",
        "Solo alumnos tutores regulares."
        if settings.exige_regular
        else "Quien debe asignaturas puede ser alumno tutor, con aviso.",
    ]
    if settings.mismo_turno:
        said.append("Solo del mismo turno.")
    if settings.solo_mayores:
        said.append("Solo del mismo semestre o de uno mayor.")
    if settings.grupo_maximo > 1:
        said.append(f"Hasta {settings.grupo_maximo} en una misma sesión.")
    return " ".join(said)


def _in_card(empty: EmptyState) -> Card:
    card = Card()
    card.body.addWidget(empty)
    return card
