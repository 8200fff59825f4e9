"""The intervenciones of a student: with whom, when and where, how far, and what can be done."""

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from app.domain.horario import show_tramo
from app.domain.intervencion import ESTADOS_INTERVENCION
from app.services.estados import NEXT
from app.store.queries.alumno import IntervencionDe
from app.text import counted, joined, short_date
from ui.tabs.tutorados.reading import Leido
from ui.theme import icon, u
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.card import Card, ScrollPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.marks import Avatar

_LOOKS = {
    "identificada": ("clock", "medio", "mediotint"),
    "planeada": ("calendar", "primary", "tint"),
    "en_marcha": ("play", "primary", "tint"),
    "ajustada": ("swap", "primary", "tint"),
    "cerrada": ("check", "ok", "oktint"),
    "cancelada": ("x", "text2", "sunken"),
}
_MOVES = {
    "en_marcha": ("Poner en marcha", "play"),
    "cerrada": ("Concluir…", "check"),
    "cancelada": ("Cancelar…", "x"),
    "identificada": ("Volver a abrir", "undo"),
}


class InterventionCard(Card):
    """One intervención; what is pressed is told with its id."""

    change_asked = Signal(object)
    plan_asked = Signal(object)
    state_asked = Signal(object, str)
    leave_asked = Signal(object)

    def __init__(self, one: IntervencionDe) -> None:
        super().__init__(padding=3, fill="surface" if one.abierta else "sunken")
        self._id = one.id
        self.setAccessibleName(f"{one.nombre} con {one.nombre_tutor or 'nadie'}")
        row = QHBoxLayout()
        row.setSpacing(u(3))
        avatar = Avatar(size=9)
        avatar.set_icon(*_LOOKS[one.estado])
        row.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(u(0.5))
        who = f" con {one.nombre_tutor}" if one.nombre_tutor else " · sin alumno tutor"
        words.addWidget(Label(f"{one.nombre}{who}", "body", strong=True, wrap=True))
        words.addWidget(Label(hours_words(one), "body", wrap=True))
        for line in (progress_words(one), *_extras(one)):
            words.addWidget(Label(line, "caption", "text2", wrap=True))
        words.addLayout(self._buttons(one))
        row.addLayout(words, 1)
        if NEXT.get(one.estado):
            menu = _menu(self, one)
            more = IconButton("more", f"Más acciones con {one.nombre}", menu=menu)
            row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _buttons(self, one: IntervencionDe) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(u(2))
        if one.abierta:
            change = LinkButton("Cambiar tutor, hora o lugar…")
            change.setAccessibleDescription(one.nombre)
            change.clicked.connect(partial(self.tell, self.change_asked))
            line.addWidget(change)
        plan = LinkButton("Ver plan")
        plan.setAccessibleDescription(one.nombre)
        plan.clicked.connect(partial(self.tell, self.plan_asked))
        line.addWidget(plan)
        line.addStretch(1)
        return line

    def tell(self, signal: SignalInstance, _checked: bool = False) -> None:
        """Emits one of the signals with the id."""
        signal.emit(self._id)

    def ask_state(self, estado: str, _checked: bool = False) -> None:
        """Asks for another state."""
        self.state_asked.emit(self._id, estado)


def _menu(card: InterventionCard, one: IntervencionDe) -> QMenu:
    menu = QMenu(card)
    for estado in NEXT[one.estado]:
        if estado in _MOVES:
            words, name = _MOVES[estado]
            role = "alto" if estado == "cancelada" else "text2"
            action = menu.addAction(icon(name, role), words)
            action.triggered.connect(partial(card.ask_state, estado))
    if one.abierta and one.otros:
        menu.addSeparator()
        leave = menu.addAction(icon("minus", "text2"), "Sacar de este grupo")
        leave.triggered.connect(partial(card.tell, card.leave_asked))
    return menu


def hours_words(one: IntervencionDe) -> str:
    """The days and hours, each with its place."""
    if not one.horas:
        return "Sin día ni hora"
    parts = [
        f"{show_tramo(hora.tramo)}{f' en {hora.lugar}' if hora.lugar else ''}" for hora in one.horas
    ]
    words = joined(parts)
    return words[:1].upper() + words[1:]


def progress_words(one: IntervencionDe) -> str:
    """State, since when, sessions held and to hold, and whether the plan is handed in."""
    parts = [ESTADOS_INTERVENCION[one.estado]]
    if one.asignada:
        parts.append(f"asignada el {short_date(one.asignada)}")
    parts.append(counted(one.dadas, "sesión dada", "sesiones dadas"))
    if one.abierta and one.por_dar:
        parts.append(f"{one.por_dar:,} por dar")
    if one.abierta:
        parts.append("plan entregado" if one.plan_entregado else "plan sin entregar")
    elif one.cerrada:
        parts.append(f"terminó el {short_date(one.cerrada)}")
    return " · ".join(parts)


def _extras(one: IntervencionDe) -> list[str]:
    found = [f"En grupo con {joined(list(one.otros))}"] if one.otros else []
    return [*found, one.motivo] if one.motivo else found


class IntervencionesPage(ScrollPane):
    """The cards of all, the open ones first."""

    change_asked = Signal(object)
    plan_asked = Signal(object)
    state_asked = Signal(object, str)
    leave_asked = Signal(object)
    search_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[IntervencionDe] | None = None
        self._owed: list[int] = []
        self.search = Button("Buscar alumno tutor…", "outlined", "search")
        self.search.clicked.connect(self._search)
        self.empty = EmptyState("users", "Sin alumno tutor", "", self.search)
        self.body.addWidget(self.empty, 1)
        self.cards = QVBoxLayout()
        self.cards.setSpacing(u(2))
        self.body.addLayout(self.cards)
        self.body.addStretch(1)

    def show_record(self, leido: Leido) -> None:
        """Shows the intervenciones of a student; the cards are made again only when they differ."""
        attended = {one.asignatura for one in leido.abiertas}
        self._owed = [one.asignatura for one in leido.adeudos if one.asignatura not in attended]
        self.empty.setVisible(not leido.intervenciones)
        self.search.setVisible(bool(self._owed))
        if self._owed:
            names = [one.nombre for one in leido.adeudos if one.asignatura in self._owed]
            self.empty.set_words("Todavía no tiene alumno tutor", f"Debe {joined(names)}.")
        else:
            self.empty.set_words("Sin intervenciones", "No debe ninguna asignatura.")
        if self._shown == leido.intervenciones:
            return
        self._shown = leido.intervenciones
        while item := self.cards.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in leido.intervenciones:
            card = InterventionCard(one)
            card.change_asked.connect(self.change_asked)
            card.plan_asked.connect(self.plan_asked)
            card.state_asked.connect(self.state_asked)
            card.leave_asked.connect(self.leave_asked)
            self.cards.addWidget(card)

    def _search(self) -> None:
        if self._owed:
            self.search_asked.emit(self._owed[0])
