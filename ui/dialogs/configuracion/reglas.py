"""Section Reglas: every threshold with what it does in words, and what comes out of them."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.reglas import en_palabras
from app.domain.riesgo import NIVELES
from app.domain.settings import SETTINGS_ID, Settings
from app.fields import Field, fields_of
from app.services import planteles
from app.store.queries.inicio import niveles
from ui import messages
from ui.context import Context
from ui.dialogs.configuracion.section import Section, typed
from ui.forms.form import Form
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Line, ScrollPane
from ui.widgets.charts import Bar, BarChart
from ui.widgets.labels import Label
from ui.widgets.marks import LEVELS

_CARDS = (
    ("Reprobación", ("minima_aprobatoria", "reprobadas_alto", "reprobadas_medio", "promedio_bajo")),
    ("Faltas", ("faltas_alto", "faltas_medio", "clases_por_parcial")),
    ("Alumnos tutores", ("domina_desde", "capacidad", "exige_regular")),
    ("Asesorías y plan", ("minutos_semanales", "dias_para_plan")),
    ("Asignación de todo el plantel", ("mismo_turno", "solo_mayores", "grupo_maximo")),
    (
        "Alertas de Inicio",
        (
            "dias_sin_accion", "dias_sin_sesion", "dias_sigue_en_riesgo", "faltas_a_asesoria",
            "asesorias_completas",
        ),
    ),
)  # fmt: skip


class Rule(QWidget):
    """One threshold: its name and what it does at the left, its value at the right."""

    def __init__(self, field: Field, save: Any) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, u(1), 0, u(1))
        row.setSpacing(u(4))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(field.label, "body", strong=True, wrap=True))
        words.addWidget(Label(field.help, "caption", "text2", wrap=True))
        row.addLayout(words, 1)
        self.form = Form({field.key: field}, save=save)
        self.form.fields[field.key].label.hide()
        self.form.setFixedWidth(u(40))
        row.addWidget(self.form, 0, Qt.AlignmentFlag.AlignTop)
        if self.form.editor(field.key).labelled:
            box: Any = self.form.editor(field.key)
            box.box.setText("Sí")


class ReglasSection(Section):
    """The rules in cards; at the right, how the alumnos are left by them."""

    TABLES = frozenset({"settings", "riesgos", "alumnos"})

    def __init__(self, ctx: Context) -> None:
        sentence = (
            "Con ellas se calcula el riesgo y se buscan los pares. Cada cambio se ve al momento."
        )
        super().__init__(ctx, "Reglas", sentence)
        self.restore = Button("Volver a los valores de fábrica", icon_name="refresh")
        self.restore.clicked.connect(self._restore)
        self.head.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignTop)
        self.rules: dict[str, Rule] = {}
        fields = fields_of(Settings)
        pane = ScrollPane()
        pane.body.setContentsMargins(0, 0, u(2), u(2))
        pane.body.setSpacing(u(3))
        for title, keys in _CARDS:
            card = Card(title, step="body")
            for key in keys:
                card.body.addWidget(Line("rowline"))
                self.rules[key] = Rule(fields[key], self._save)
                card.body.addWidget(self.rules[key])
            pane.body.addWidget(card)
        pane.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(u(4))
        row.addWidget(pane, 1)
        side = ScrollPane()
        side.body.addWidget(self._outcome())
        side.body.addStretch(1)
        side.setFixedWidth(u(69.5))
        row.addWidget(side)
        self.column.addLayout(row, 1)

    def _outcome(self) -> Card:
        card = Card("Así queda el plantel", fill="sunken", step="body")
        card.setFixedWidth(u(66))
        self.levels = BarChart([], "Alumnos por nivel de riesgo")
        self.levels.setFixedHeight(u(30))
        self.levels.opened.connect(self._on_level)
        card.body.addWidget(self.levels)
        self.words = Label("", "caption", "text2", wrap=True)
        card.body.addWidget(self.words)
        return card

    def form(self, key: str) -> Form:
        """The form of a threshold."""
        return self.rules[key].form

    def refresh(self) -> None:
        settings = self.ctx.store.settings.only()
        for key, rule in self.rules.items():
            rule.form.set_values({key: getattr(settings, key)}, record=SETTINGS_ID)
        changed = settings != Settings()
        self.restore.set_reason("" if changed else "Ya están los valores de fábrica")
        counts = niveles(self.ctx.store)
        self.levels.set_bars(
            [Bar(words, counts.get(key, 0), key, level=key) for key, (words, _) in LEVELS.items()]
        )
        self.words.setText(_in_words(settings))

    def _save(self, key: str, value: Any) -> None:
        written = {key: typed(fields_of(Settings)[key], value)}
        self.ctx.do(planteles.change_settings, self.ctx.store, written)

    def _restore(self) -> None:
        self.ctx.do(planteles.restore_settings, self.ctx.store)
        messages.toast("Las reglas volvieron a sus valores de fábrica", "Deshacer", self.ctx.undo)

    def _on_level(self, place: int) -> None:
        self.ctx.show("tutorados", ("nivel", list(LEVELS)[place]))
        self.window().close()


def _in_words(s: Settings) -> str:
    show = fields_of(Settings)["promedio_bajo"].show
    regular = " regulares" if s.exige_regular else ""
    rules = [f"{NIVELES[nivel]}: {words}" for nivel, words in en_palabras(s).items()]
    tutors = (
        f"Alumnos tutores{regular} con {show(s.domina_desde)} o más; "
        f"hasta {s.capacidad} tutorados cada uno."
    )
    return "\n\n".join([*rules, tutors])
