"""The right pane: why a pair and what else could be, or why nobody and what would solve it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.services.propuesta import Demanda, Propuesta, facts
from app.text import counted
from ui.context import Context
from ui.dialogs.asignar_par import Fact, FactLine
from ui.tabs.tutorados.propuesta.explicacion import Respuesta
from ui.tabs.tutorados.propuesta.parts import OptionLine, RemedyBox, remedy_button
from ui.tabs.tutorados.propuesta.rows import Fila, Fuera, count_words, short_hours
from ui.tabs.tutorados.propuesta.semana import SemanaPropuesta
from ui.theme import u
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card, Line, ScrollPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, Label, SectionLabel
from ui.widgets.sub_tabs import SubTabs

_MOST_OPTIONS = 5


class Pane(Card):
    """`option_picked(alternativa)`, `remedy_pressed()`, `by_hand_asked()`, `search_asked()`."""

    option_picked = Signal(object)
    remedy_pressed = Signal()
    by_hand_asked = Signal()
    search_asked = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__(padding=4)
        self.setFixedWidth(u(88))
        self.title = Label("", "section", strong=True)
        self.about = ElidedLabel("", "body", "text2")
        self.tabs = SubTabs([("porque", "Por qué"), ("semana", "Semana")])
        self.tabs.chosen.connect(self._show_tab)
        self.week = SemanaPropuesta(ctx.store)
        self.nothing = EmptyState("swap", "Nada elegido", "Elija un renglón para ver su porqué.")
        self.stack = QStackedWidget()
        for page in (self._make_reasons(), self.week, self.nothing):
            self.stack.addWidget(page)
        for widget in (self.title, self.about, self.tabs):
            self.body.addWidget(widget)
        self.body.addWidget(self.stack, 1)
        self.show_nothing()

    def _make_reasons(self) -> ScrollPane:
        self.reasons = ScrollPane()
        self.reasons.body.setSpacing(u(2.5))
        self.facts: list[FactLine] = []
        self._fact_box = QVBoxLayout()
        self._fact_box.setSpacing(u(2))
        self.remedy = RemedyBox()
        self.remedy.pressed.connect(self.remedy_pressed)
        self.line = Line()
        self.others = SectionLabel("Otras opciones")
        self.wait = Label("", "caption", "text2", wrap=True)
        self.search = LinkButton("Buscarlas ahora")
        self.search.clicked.connect(self.search_asked)
        self.options: list[OptionLine] = []
        self._option_box = QVBoxLayout()
        self._option_box.setSpacing(u(2))
        self.by_hand = LinkButton("Asignar a mano…")
        self.by_hand.clicked.connect(self.by_hand_asked)
        body = self.reasons.body
        body.addLayout(self._fact_box)
        for widget in (self.remedy, self.line, self.others, self.wait, self.search):
            body.addWidget(widget)
        body.addLayout(self._option_box)
        body.addWidget(self.by_hand)
        body.addStretch(1)
        return self.reasons

    # What it shows

    def show_nothing(self, title: str = "Nada elegido", sentence: str = "") -> None:
        """Says that nothing is chosen, or what the chosen ones are together."""
        for widget in (self.title, self.about, self.tabs):
            widget.hide()
        self.nothing.set_words(title, sentence or "Elija un renglón para ver su porqué.")
        self.stack.setCurrentWidget(self.nothing)

    def show_many(self, rows: list[Fila]) -> None:
        """Several pairs at once."""
        guides = len({row.pareja.guia.alumno for row in rows})
        who = counted(guides, "alumno tutor", "alumnos tutores")
        self.show_nothing(
            f"{len(rows):,} pares elegidos",
            f"De {who}: {count_words(rows)}. Se aceptan juntos, en un solo paso.",
        )

    def show_pair(
        self, propuesta: Propuesta, row: Fila, found: Respuesta | None, wait: str
    ) -> None:
        """Why a pair, and the other options with their cost."""
        one = row.pareja
        self._head("Por qué este par", f"{one.need.corto} con {one.guia.corto}", tabs=True)
        said = [f"{text[:1].upper()}{text[1:]}" for text in facts(propuesta, one)]
        self._show_facts(said)
        self.remedy.hide()
        self._show_options(propuesta, one.need.key, found, wait)
        self.search.setText("Buscarlas ahora")
        self.week.show_guide(propuesta, one.guia.alumno)
        self.by_hand.setText("Cambiar a mano…" if one.need.intervencion else "Asignar a mano…")

    def show_left(
        self, propuesta: Propuesta, row: Fuera, found: Respuesta | None, wait: str
    ) -> None:
        """Why nobody, and the smallest change that would solve it."""
        near = row.motivo.candidato
        self._head(
            "Por qué se queda sin tutor", f"{row.need.corto}, {row.need.nombre_asignatura}",
            tabs=near is not None,
        )  # fmt: skip
        self._show_facts([])
        self.remedy.show()
        cure = found.remedio if found else None
        if cure is None:
            words = wait if wait.endswith("…") else ""
            none = "Ningún cambio pequeño lo resolvería."
            self.remedy.say(row.motivo.texto, none if found else words)
        else:
            guides = frozenset(propuesta.lectura.guias)
            button = remedy_button(cure.cambios[0], guides)
            self.remedy.say(row.motivo.texto, f"Lo resolvería: {cure.texto}.", button)
        self._show_options(propuesta, row.need.key, found, wait)
        self.search.setText("Buscar qué lo resolvería")
        if near is not None:
            self.week.show_guide(propuesta, near)
        self.by_hand.setText("Cambiar a mano…" if row.need.intervencion else "Asignar a mano…")

    def show_demand(self, propuesta: Propuesta, one: Demanda) -> None:
        """Whom to recruit for an asignatura."""
        self._head("A quién reclutar", one.nombre, tabs=False)
        waiting = [
            need for need in propuesta.sin_tutor
            if (need.asignatura, need.semestre) == (one.asignatura, one.semestre)
        ]  # fmt: skip
        self._show_facts([])
        when = f" La hora en que más pueden: {short_hours(one.tramo).lower()}." if one.tramo else ""
        names = ", ".join(need.corto for need in waiting[:6])
        more = f" y {len(waiting) - 6:,} más" if len(waiting) > 6 else ""
        self.remedy.show()
        self.remedy.say(f"Esperan {names}{more}.{when}", "", "Buscar candidatos")
        for widget in (self.line, self.others, self.wait, self.search, self.by_hand, *self.options):
            widget.hide()

    def _head(self, title: str, about: str, *, tabs: bool) -> None:
        self.title.setText(title)
        self.about.setText(about)
        for widget in (self.title, self.about):
            widget.show()
        self.tabs.setVisible(tabs)
        self.by_hand.show()
        self._show_tab(self.tabs.key if tabs else "porque")

    def _show_tab(self, key: str) -> None:
        self.stack.setCurrentWidget(self.week if key == "semana" else self.reasons)

    def _show_facts(self, said: list[str]) -> None:
        while len(self.facts) < len(said):
            self.facts.append(FactLine())
            self._fact_box.addWidget(self.facts[-1])
        for i, line in enumerate(self.facts):
            line.setVisible(i < len(said))
            if i < len(said):
                line.show_fact(Fact("sin_riesgo", said[i]))

    def _show_options(
        self, propuesta: Propuesta, key: int, found: Respuesta | None, wait: str
    ) -> None:
        shown = found.opciones[:_MOST_OPTIONS] if found else ()
        while len(self.options) < len(shown):
            self.options.append(OptionLine())
            self.options[-1].picked.connect(self.option_picked)
            self._option_box.addWidget(self.options[-1])
        for i, line in enumerate(self.options):
            line.setVisible(i < len(shown))
            if i < len(shown):
                line.show_option(propuesta, shown[i], key)
        self.line.show()
        self.others.show()
        words = wait if found is None else "" if shown else "Nadie más puede con esta necesidad."
        if found and len(found.opciones) > _MOST_OPTIONS:
            words = f"Las {_MOST_OPTIONS} que menos cuestan, de {len(found.opciones):,}."
        self.wait.setText(words)
        self.wait.setVisible(bool(words))
        self.search.setVisible(found is None and not wait.endswith("…"))
