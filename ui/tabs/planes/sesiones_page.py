"""The sessions of an intervención: a list to note, plan, move and cancel them."""

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app import domain
from app.domain.sesion import CAUSAS_SESION, ESTADOS_SESION
from app.fields import Time
from app.services import reprogramacion, sesiones
from app.store.queries.planes import FilaPlan
from app.text import DIAS, counted, joined
from ui import messages
from ui.actions import Action, Actions
from ui.context import Context
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.tabs.planes.deeds import Deeds
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.strip import Strip
from ui.widgets.week_model import duration

_LOOKS = {
    "dada": ("check", "ok"),
    "planeada": ("calendar", "primary"),
    "movida": ("swap", "text2"),
    "cancelada": ("x", "text2"),
}
_TIME = Time().show


def _day(sesion: domain.Sesion) -> str:
    day = sesion.fecha
    return f"{DIAS[day.weekday()][:3]} {day:%d/%m/%Y}" if day else ""


def _said(sesion: domain.Sesion) -> str:
    cause = CAUSAS_SESION.get(sesion.causa, "") if sesion.causa != "otra" else ""
    why = ". ".join(part for part in (cause, sesion.motivo) if part)
    return why or sesion.observaciones.replace("\n", " ")


COLUMNS = (
    Column("fecha", "Fecha", _day, sort=lambda s: (s.fecha, s.inicio or 0), width=32),
    Column("hora", "Hora", lambda s: _TIME(s.inicio), sort=lambda s: s.inicio, width=14),
    Column("minutos", "Min.", lambda s: str(s.minutos or ""), sort=lambda s: s.minutos, width=13,
           align="right"),
    Column("estado", "Estado", lambda s: ESTADOS_SESION[s.estado], width=29,
           cell=cells.State(lambda s: _LOOKS[s.estado])),
    Column("tema", "Tema", lambda s: s.tema, width=36, stretch=True),
    Column("observaciones", "Observaciones o causa", _said, width=44, cell=cells.QUIET, drop=2),
    Column("recomendaciones", "Recomendaciones",
           lambda s: s.recomendaciones.replace("\n", " "), width=44, hidden=True),
    Column("imprevista", "Fuera de lo planeado", lambda s: "Sí" if s.imprevista else "", width=36,
           hidden=True),
    Column("grupo", "Grupo", lambda s: s.grupo, width=18, hidden=True),
    Column("tutor", "Alumno tutor", lambda s: s.alumno_tutor, width=36, hidden=True),
)  # fmt: skip


class SesionesPage(QWidget):
    """Double click edits; the context menu has the rest."""

    def __init__(self, ctx: Context, deeds: Deeds) -> None:
        super().__init__()
        self.ctx, self.deeds = ctx, deeds
        self.fila: FilaPlan | None = None
        self.found: list[domain.Sesion] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, u(1), 0, 0)
        column.setSpacing(u(2))
        note = Button("Registrar sesión…", "outlined", "plus")
        note.clicked.connect(self.note)
        self.table = RecordTable(
            COLUMNS, lambda: self.found, nouns=("sesión", "sesiones"), memory="sesiones",
            empty=EmptyState("calendar-check", "Todavía no hay sesiones",
                             "Registre las que ya se dieron o planee las del periodo."),
        )  # fmt: skip
        self.table.set_words(no_match="Nada coincide", chosen=("elegida", "elegidas"))
        self.table.opened.connect(self._edit)
        self.actions_ = Actions(self, self._declared(), self.table.chosen_ids)
        self.table.chosen.connect(self.actions_.refresh)
        self.table.set_context_menu(self._menu)
        column.addLayout(self._make_head(note))
        self.strip = Strip("medio")
        self.strip.pressed.connect(self._follow_hours)
        self.strip.hide()
        column.addWidget(self.strip)
        column.addWidget(self.table, 1)

    def _declared(self) -> tuple[Action, ...]:
        return (
            Action("Se dio…", self._held, "check", needs="one"),
            Action("Dar por dada, todos asistieron", self._hold, "check", needs="some",
                   many="Dar por dadas {n}, todos asistieron"),
            Action("Corregir…", self._edit_chosen, "edit", needs="one"),
            Action("Mover a otro día…", self._move, "swap", needs="one"),
            Action("Cancelar la sesión…", self._cancel, "x", needs="some",
                   many="Cancelar {n} sesiones…"),
            Action("Ver en Seguimiento", self._show, "calendar-check", needs="one"),
            Action("Quitar", self._remove, "trash", needs="some", many="Quitar {n} sesiones",
                   danger=True),
        )  # fmt: skip

    def _make_head(self, note: Button) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self.total = Label("", "body", "text2")
        row.addWidget(self.total)
        row.addStretch(1)
        self.ahead = Button("Planear las que faltan", "plain", "calendar")
        self.ahead.clicked.connect(self._plan_ahead)
        row.addWidget(self.ahead)
        for label in ("Se dio…", "Mover a otro día…"):
            row.addWidget(self.actions_.button(label, "plain"))
        row.addWidget(note)
        return row

    def show_row(self, fila: FilaPlan) -> None:
        """Shows the sessions of an intervención."""
        other = self.fila is None or self.fila.intervencion != fila.intervencion
        self.fila = fila
        self.found = sesiones.sesiones(self.ctx.store, fila.intervencion)
        held = [s for s in self.found if s.estado == "dada"]
        minutes = sum(s.minutos or 0 for s in held)
        self.total.setText(f"{len(held)} dadas · {duration(minutes)}" if held else "Ninguna dada")
        self.ahead.setVisible(fila.abierta)
        self._show_strip(fila)
        self.table.refresh()
        if other:
            self.table.sort_by("fecha", descending=True)

    def _show_strip(self, fila: FilaPlan) -> None:
        """Says which sessions to come do not agree with the hours any more (DOMAIN U-12)."""
        found = reprogramacion.pending(self.ctx.store, fila.intervencion) if fila.abierta else None
        self.strip.setVisible(bool(found and found.cuantas))
        if not found or not found.cuantas:
            return
        count, gone = len(found.mueve), len(found.quita)
        many = counted(found.cuantas, "sesión por dar no coincide", "sesiones por dar no coinciden")
        parts = [f"{counted(count, 'pasa', 'pasan')} a su hora nueva"] if count else []
        if gone:
            parts.append(f"{counted(gone, 'va', 'van')} a la papelera: no cabe en su semana")
        self.strip.set_words(
            f"{many} con el horario", f"{joined(parts).capitalize()}.", "Pasarlas al horario"
        )

    def _follow_hours(self) -> None:
        if self.fila is None:
            return
        done = self.ctx.do(reprogramacion.apply, self.ctx.store, self.fila.intervencion)
        if done is not None:
            count = counted(len(done.mueve), "sesión pasó", "sesiones pasaron")
            messages.toast(f"{count} al horario nuevo.", "Deshacer", self.ctx.undo)

    # Acting

    def note(self) -> None:
        """Asks for a session that was held, today by default."""
        from ui.dialogs.sesion import SesionDialog

        if self.fila is not None:
            SesionDialog(self.ctx, self.fila.intervencion, None, self.window()).open()

    def _edit(self, sesion: object, estado: str = "") -> None:
        from ui.dialogs.sesion import SesionDialog

        record = self.ctx.store.sesiones.find(sesion if isinstance(sesion, int) else None)
        if self.fila is not None and record is not None:
            SesionDialog(
                self.ctx, self.fila.intervencion, record, self.window(), estado=estado
            ).open()

    def _edit_chosen(self, ids: list[int]) -> None:
        self._edit(ids[0])

    def _held(self, ids: list[int]) -> None:
        self._edit(ids[0], "dada")

    def _hold(self, ids: list[int]) -> None:
        done = self.ctx.do(sesiones.hold, self.ctx.store, ids)
        if done is not None:
            words = "Se dio por dada la sesión" if done == 1 else f"Se dieron por dadas {done:,}"
            messages.toast(f"{words}; todos asistieron.", "Deshacer", self.ctx.undo)

    def _cancel(self, ids: list[int]) -> None:
        from ui.dialogs.sesion import CancelarSesionDialog

        CancelarSesionDialog(self.ctx, ids, self.window()).open()

    def _show(self, ids: list[int]) -> None:
        self.ctx.show("seguimiento", ids[0])

    def _move(self, ids: list[int]) -> None:
        from ui.dialogs.sesion import MoverSesionDialog

        MoverSesionDialog(self.ctx, self.ctx.store.sesiones.get(ids[0]), self.window()).open()

    def _remove(self, ids: list[int]) -> None:
        self.ctx.do(sesiones.remove, self.ctx.store, ids)
        words = "La sesión está en la papelera." if len(ids) == 1 else (
            f"{len(ids):,} sesiones están en la papelera."
        )  # fmt: skip
        messages.toast(words, "Deshacer", self.ctx.undo)

    def _plan_ahead(self) -> None:
        if self.fila is not None:
            self.deeds.plan_ahead([self.fila.intervencion])

    def _menu(self) -> QMenu:
        if not self.table.chosen_ids():
            return QMenu(self)
        return self.actions_.menu()
