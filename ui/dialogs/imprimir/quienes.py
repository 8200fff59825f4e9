"""Quiénes: for whom a form is printed, with how many they are; or how many empty ones."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import InvalidValue
from app.fields import Field, Number
from app.formatos.formato import SUBJECTS, Formato
from app.services import quienes, sujetos
from app.services.sujetos import Sujeto
from app.store import Store
from ui.dialogs.imprimir.elegir import ElegirDialog
from ui.forms.form import FormField
from ui.print_choice import PrintChoice
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.choices import ComboBox, Radio
from ui.widgets.labels import SectionLabel

MOST_COPIES = 200
_COPIES = Field("copias", "Copias", Number(1, MOST_COPIES), required=True)
_CHOSEN = {
    "intervencion": ("La intervención elegida", "Las intervenciones elegidas"),
    "sesion": ("La sesión elegida", "Las sesiones elegidas"),
    "grupo": ("Su grupo", "Sus grupos"),
}
_FEMININE = ("intervencion", "sesion")
_FIRST = ("elegidos", "faltan", "todos", "blanco")
_ORDER = ("elegidos", "lista", "faltan", "todos", "grupo", "mano", "blanco")


class Quienes(QWidget):
    """`changed` tells that they are others; `show_form` asks again for another form."""

    changed = Signal()

    def __init__(self, store: Store, choice: PrintChoice) -> None:
        super().__init__()
        self.store, self.choice = store, choice
        self.formato: Formato | None = None
        self.found: dict[str, list[Sujeto]] = {key: [] for key in _ORDER}
        self.copies = 1
        self._asked = "blanco" if choice.blank else ""
        self._picked: dict[str, list[int]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u(1.5))
        column.addWidget(SectionLabel("Quiénes"))
        self.radios = {key: Radio("") for key in _ORDER}
        self._group = QButtonGroup(self)
        below = {
            "grupo": self._make_grupo(), "mano": self._make_pick(), "blanco": self._make_copies()
        }  # fmt: skip
        for key, radio in self.radios.items():
            self._group.addButton(radio)
            radio.clicked.connect(partial(self._on_radio, key))
            column.addWidget(radio)
            if key in below:
                column.addWidget(below[key])
        self._below = below

    def _make_grupo(self) -> QWidget:
        self.grupo = ComboBox(name="Grupo")
        self.grupo.set_narrow()
        self.grupo.activated.connect(self._on_grupo)
        return _inside(self.grupo)

    def _make_pick(self) -> QWidget:
        self.pick = Button("Elegir…", icon_name="list")
        self.pick.clicked.connect(self.ask)
        return _inside(self.pick)

    def _make_copies(self) -> QWidget:
        self.copies_field = FormField(_COPIES, None)
        self.copies_field.editor.show_value(1)
        self.copies_field.left.connect(self._on_copies)
        return _inside(self.copies_field)

    # What there is

    @property
    def mode(self) -> str:
        """The key of the radio that is on."""
        return next((key for key, one in self.radios.items() if one.isChecked()), "")

    @property
    def chosen(self) -> list[Sujeto]:
        """The subjects to print for; none for empty forms."""
        return self.found[self.mode] if self.mode else []

    @property
    def is_blank(self) -> bool:
        """Whether empty forms are wanted."""
        return self.mode == "blanco"

    def show_form(self, formato: Formato) -> None:
        """Asks for a form; what the user answered stays while it makes sense."""
        self.formato = formato
        self._settle(self._asked)

    def read_again(self) -> None:
        """Counts again; what is on stays on while somebody is left in it."""
        self._settle(self.mode)

    def _settle(self, wanted: str) -> None:
        if self.formato is not None:
            self._read(self.formato)
        able = [key for key in _ORDER if self._can(key)]
        first = next(key for key in _FIRST if key in able)
        self._turn_on(wanted if wanted in able else first)

    def read_printed(self) -> None:
        """Counts again who lacks the form, unless it is them who were just printed."""
        if self.mode != "faltan":
            self.read_again()

    def wrong(self) -> QWidget | None:
        """The field of the copies when it is wanted and says none."""
        bad = self.is_blank and self.copies_field.is_wrong
        return self.copies_field.editor if bad else None

    def _read(self, formato: Formato) -> None:
        store, choice = self.store, self.choice
        every = sujetos.sujetos(store, formato)
        alone = formato.subject == "plantel"
        found = self.found
        found["todos"] = every
        of_page = partial(quienes.of_page, store, formato, choice.kind)
        found["elegidos"] = [] if alone else of_page(choice.chosen)
        shown = [] if alone else of_page(choice.shown)
        found["lista"] = [] if {s.id for s in shown} == {s.id for s in every} else shown
        found["faltan"] = [] if alone else sujetos.faltan(store, formato, every)
        picked = set(self._picked.get(formato.subject, ()))
        found["mano"] = [one for one in every if one.id in picked]
        self._read_grupos(every)
        self._say(formato)

    def _read_grupos(self, every: list[Sujeto]) -> None:
        ids = {id for one in every for id in one.grupos}
        grupos = sorted(
            self.store.grupos.where(id=list(ids)),
            key=lambda one: (one.semestre or 0, one.nombre, one.turno),
        )
        labels = [one.etiqueta for one in grupos]
        options: list[tuple[object, str]] = []
        for one in grupos:
            count = sum(one.id in s.grupos for s in every)
            turno = f" {one.turno}" if labels.count(one.etiqueta) > 1 else ""
            options.append((one.id, f"{one.etiqueta}{turno} · {count:,}"))
        self.grupo.set_options(options)
        if options and self.grupo.currentIndex() < 0:
            self.grupo.setCurrentIndex(0)
        self.found["grupo"] = [one for one in every if self.grupo.key in one.grupos]

    def _can(self, key: str) -> bool:
        """Whether a radio makes sense for the form."""
        if key == "blanco":
            return True
        if key == "mano":
            return len(self.found["todos"]) > 1
        return bool(self.found[key])

    # What is said

    def _say(self, formato: Formato) -> None:
        found, radios = self.found, self.radios
        every = len(found["todos"])
        one, many = _CHOSEN.get(formato.subject, ("La persona elegida", "Los elegidos"))
        chosen = found["elegidos"]
        radios["elegidos"].setText(one if len(chosen) < 2 else f"{many} · {len(chosen):,}")
        name = chosen[0].nombre if len(chosen) == 1 else ""
        radios["elegidos"].set_caption(name if chosen else "No hay de quién hacer este formato")
        alone = formato.subject == "plantel"
        pronoun, all_ = ("las", "Todas") if formato.subject in _FEMININE else ("los", "Todos")
        shown = f"{pronoun.capitalize()} que muestra la lista"
        radios["lista"].setText(f"{shown} · {len(found['lista']):,}")
        radios["todos"].setText("De todo el plantel" if alone else f"{all_} · {every:,}")
        radios["faltan"].setText(f"Solo {pronoun} que faltan · {len(found['faltan']):,}")
        radios["faltan"].setToolTip("Sin este formato impreso en el periodo")
        radios["grupo"].setText("Un grupo")
        radios["mano"].setText("Elegir de la lista")
        radios["blanco"].setText("En blanco")
        count = len(found["mano"])
        self.pick.setText(f"{count:,} de {every:,}…" if count else "Elegir…")
        for key, radio in radios.items():
            waits = key == "elegidos" and self.choice.chosen and not alone
            radio.setVisible(self._can(key) or key == "todos" or bool(waits))
            radio.setEnabled(self._can(key))
            radio.updateGeometry()
        several = SUBJECTS[formato.subject][1]
        radios["todos"].setToolTip("" if every else f"Todavía no hay {several}")

    def _turn_on(self, key: str) -> None:
        self.radios[key].setChecked(True)
        for name, widget in self._below.items():
            widget.setVisible(name == key)

    # What the user does

    def choose(self, key: str) -> None:
        """Turns a radio on as the user does."""
        self._turn_on(key)
        self._on_radio(key)

    def _on_radio(self, key: str, _on: bool = True) -> None:
        self._asked = key
        self._turn_on(key)
        if key != "faltan":
            self.read_again()
        if key == "mano" and not self.found["mano"]:
            self.ask()
        self.changed.emit()

    def _on_grupo(self) -> None:
        every = self.found["todos"]
        self.found["grupo"] = [one for one in every if self.grupo.key in one.grupos]
        self.changed.emit()

    def _on_copies(self, _key: str) -> None:
        try:
            self.copies = self.copies_field.editor.read()
        except InvalidValue as problem:
            self.copies_field.say(str(problem))
            return
        self.copies_field.say("")
        self.changed.emit()

    def ask(self) -> None:
        """Opens the list with check boxes."""
        if self.formato is not None:
            marked = [one.id for one in self.found["mano"]]
            nouns = SUBJECTS[self.formato.subject]
            dialog = ElegirDialog(self.found["todos"], marked, nouns, self.window())
            dialog.picked.connect(self.take)
            dialog.open()

    def take(self, ids: list[int]) -> None:
        """These and no others, picked one by one."""
        if self.formato is not None:
            self._picked[self.formato.subject] = ids
            self._asked = "mano"
            self._turn_on("mano")
            self.read_again()
            self.changed.emit()


def _inside(widget: QWidget) -> QWidget:
    """A widget beneath the words of its radio."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(u(6.75), 0, 0, u(1))
    row.addWidget(widget)
    return holder
