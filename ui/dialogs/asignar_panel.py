"""Assignment by hand: the alumnos tutores at the left, the chosen pair at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import domain
from app.domain.horario import Tramo
from app.errors import AppError, InvalidValue
from app.services import asignacion
from app.services.emparejamiento import Emparejamiento, Opcion, emparejamiento
from ui import messages
from ui.context import Context
from ui.dialogs import asignar_lista
from ui.dialogs.asignar_par import PairPane
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField


class AssignmentPanel(QWidget):
    """`chosen()` tells that another alumno tutor is before the eyes; `assigned()` that it is done.

    With `intervencion` it changes that one instead of making a new one.
    """

    chosen = Signal()
    confirmed = Signal()
    """Enter or a double click on an alumno tutor."""
    assigned = Signal()
    left = Signal()

    def __init__(self, ctx: Context, *, list_units: float = 100) -> None:
        super().__init__()
        self.ctx = ctx
        self.found: Emparejamiento | None = None
        self._intervencion = 0
        self._is_shown = False
        self._now: tuple[int, list[tuple[Tramo, str]]] = (0, [])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(4))
        find = Button("Buscar candidatos…", "outlined", "users")
        find.clicked.connect(self._find_tutors)
        explain = EmptyState(
            "graduation", "Todavía no hay alumnos tutores",
            "Proponga a quien domine la asignatura.", find,
        )  # fmt: skip
        self.table = asignar_lista.make_list(self._options, explain)
        self.table.setFixedWidth(u(list_units))
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.filters_cleared.connect(self._clear_filter)
        self.filter = SearchField("Filtrar alumnos tutores")
        self.filter.typed.connect(self._on_filter)
        self.filter.left_down.connect(self.table.view.setFocus)
        holder = QHBoxLayout()
        holder.setContentsMargins(u(3), u(2.5), u(3), u(2.5))
        holder.addWidget(self.filter)
        self.table.top.addLayout(holder)
        row.addWidget(self.table)
        self.pane = PairPane()
        self.pane.changed.connect(self._check)
        self.pane.profile_asked.connect(self._show_profile)
        row.addWidget(self.pane, 1)

    # Showing

    def show_need(self, alumno: int, asignatura: int, intervencion: int = 0) -> None:
        """Shows a need, or the intervención that attends it, to change it."""
        store = self.ctx.store
        self._intervencion = intervencion
        self._now = (0, [])
        if intervencion:
            record = store.intervenciones.get(intervencion)
            hours = [
                (Tramo(f.dia or 0, f.inicio or 0, f.fin or 0), f.lugar)
                for f in store.franjas.where(intervencion=intervencion)
            ]
            self._now = (record.alumno_tutor or 0, sorted(hours))
        self.found = emparejamiento(store, alumno, asignatura, except_for=intervencion)
        self.filter.clear()
        self.table.set_filter()
        self.table.refresh()
        self.table.set_words(note=asignar_lista.count_words(self.found.opciones))
        first = self._now[0] or (self.found.opciones[0].alumno_tutor if self.found.opciones else 0)
        self._is_shown = False
        self.table.choose(first)
        if not self._is_shown:  # the same one as before: the list tells nothing
            self._on_chosen([])

    def _options(self) -> Sequence[Opcion]:
        return self.found.opciones if self.found else []

    @property
    def option(self) -> Opcion | None:
        """The alumno tutor before the eyes."""
        ids = self.table.chosen_ids()
        return self.found.opcion(ids[0]) if self.found and ids else None

    def focus_list(self) -> None:
        """The keyboard goes to the list."""
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def button_words(self) -> str:
        """What the filled button says of the chosen one."""
        option = self.option
        if option is None:
            return "Asignar"
        if self._intervencion:
            same = option.alumno_tutor == self._now[0]
            return "Cambiar el horario" if same else f"Cambiar a {option.datos.nombre}"
        return f"Asignar a {option.datos.nombre}"

    def why_not(self) -> str:
        """Why the chosen one cannot be assigned, or the empty text."""
        if self.option is None:
            return "Elija a un alumno tutor de la lista."
        return "" if self.option.se_puede else self.option.impide[0].texto

    def _on_chosen(self, _ids: list[int]) -> None:
        option = self.option
        self._is_shown = True
        self.pane.setVisible(option is not None)
        if option is not None and self.found is not None:
            now = option.alumno_tutor == self._now[0]
            hours, changing = self._now[1] if now else (), bool(self._intervencion)
            self.pane.show_option(self.found, option, hours, changing=changing, now=now)
        self.chosen.emit()

    def _on_opened(self, _alumno_tutor: object) -> None:
        self.confirmed.emit()

    def _on_filter(self, words: str) -> None:
        self.table.set_filter(words)

    def _clear_filter(self) -> None:
        self.filter.clear()
        self.table.set_filter()

    # Acting

    def _check(self) -> None:
        """Says at once what is wrong with the hours written."""
        option = self.option
        if option is None or self.found is None:
            return
        try:
            franjas = [] if self.pane.hours.group else self.pane.hours.read()
        except InvalidValue as problem:
            self.pane.say(f"{problem}.")
            return
        tramos = [Tramo(f.dia or 0, f.inicio or 0, f.fin or 0) for f in franjas]
        against = [one for one in self.found.check(option.alumno_tutor, tramos) if not one.aviso]
        self.pane.say(f"{against[0].texto}." if against and tramos else "")

    def assign(self) -> bool:
        """Makes the assignment; False when something is wrong, and it is said in its place."""
        option = self.option
        if option is None or self.found is None or not option.se_puede:
            self.pane.say(self.why_not())
            return False
        try:
            words = self._do(option)
        except InvalidValue as problem:
            if problem.key == "motivo":
                self.pane.say_reason(str(problem))
            else:
                self.pane.say(f"{problem}.")
            return False
        except AppError as problem:
            self.pane.say(str(problem))
            return False
        messages.toast(words, "Deshacer", self.ctx.undo)
        self.assigned.emit()
        return True

    def _do(self, option: Opcion) -> str:
        store, found = self.ctx.store, self.found
        assert found is not None  # noqa: S101  # there is no option without it
        motivo = self.pane.reason.text() if self.pane.reason.isVisible() else ""
        who, whom = option.datos.nombre, found.tutorado.nombre
        group = self.pane.hours.group
        if group and not self._intervencion:
            asignacion.join(store, group, found.tutorado.alumno, motivo)
            return f"{whom} se sumó al grupo de {who} en {found.asignatura.nombre}."
        franjas: list[domain.Franja] = self.pane.hours.read()
        if self._intervencion:
            asignacion.reassign(store, self._intervencion, option.alumno_tutor, franjas, motivo)
            return f"Cambió la asesoría de {whom} en {found.asignatura.nombre}."
        asignacion.assign(
            store, found.tutorado.alumno, found.asignatura.id, option.alumno_tutor, franjas, motivo
        )
        return f"{who} acompaña a {whom} en {found.asignatura.nombre}."

    def _show_profile(self) -> None:
        option = self.option
        if option is not None:
            self.left.emit()
            self.ctx.show("alumnos_tutores", option.alumno_tutor)

    def _find_tutors(self) -> None:
        self.left.emit()
        self.ctx.show("alumnos_tutores")
