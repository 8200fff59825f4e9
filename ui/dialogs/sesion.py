"""Notes, corrects, cancels or moves a session; notes one of an intervención that is chosen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app import domain
from app.fields import fields_of
from app.services import cronograma, planes, planteles, sesiones
from app.store import Store
from app.store.queries import planes as queries
from app.text import counted, joined, order_key, short_date
from ui import messages
from ui.context import Context
from ui.dialogs.offers import offer
from ui.forms.form import Form, FormDialog
from ui.widgets.labels import Label
from ui.widgets.pick_field import PickField
from ui.widgets.strip import Problem

_FIELDS = fields_of(domain.Sesion)
_ROWS = (
    ("fecha", "inicio", "minutos", "estado"), ("tema", "actividad"),
    ("observaciones", "recomendaciones"),
)  # fmt: skip
_OFF = ("causa", "quien")
_LABELS = {"motivo": "Detalle", "quien": "Quién"}


class SesionDialog(FormDialog):
    """A new session is taken as held today; without hour it takes the usual one."""

    def __init__(
        self,
        ctx: Context,
        intervencion: int,
        sesion: domain.Sesion | None,
        parent: QWidget | None,
        *,
        estado: str = "",
    ) -> None:
        self.ctx, self.intervencion, self.sesion = ctx, intervencion, sesion
        today = ctx.store.clock().date()
        shown = sesion or domain.Sesion(fecha=today, estado="dada")
        shown = replace(shown, estado=estado or shown.estado)
        rows = (*_ROWS, _OFF, ("motivo",)) if shown.estado in ("cancelada", "movida") else _ROWS
        form = _form(rows, shown)
        offer(form, "tema", planes.topics(ctx.store, intervencion))
        super().__init__(
            "Corregir la sesión" if sesion else "Registrar sesión", form, self._save_all_values,
            parent,
            action="Guardar" if sesion else "Registrar",
        )  # fmt: skip
        about = planes.subject(ctx.store, intervencion)
        self.body.insertWidget(0, Label(about, "body", "text2", wrap=True))
        if sesion is None:
            self.note.setText("Sin hora vale la del cronograma.")

    def _save_all_values(self, values: dict[str, Any]) -> None:
        typed = {key: _FIELDS[key].show(value) for key, value in values.items()}
        if self.sesion is None:
            _register(self.ctx, self.intervencion, typed)
        else:
            sesiones.change(self.ctx.store, self.sesion.id, typed)


class NuevaSesionDialog(FormDialog):
    """A session of whoever is chosen: held today unless another day or state is said."""

    def __init__(self, ctx: Context, parent: QWidget | None, day: date | None = None) -> None:
        self.ctx = ctx
        today = ctx.store.clock().date()
        estado = "dada" if day is None or day <= today else "planeada"
        self._form = _form(_ROWS, domain.Sesion(fecha=day or today, estado=estado))
        super().__init__(
            "Nueva sesión", self._form, self._save_all_values, parent, action="Registrar"
        )
        self.pick = PickField(
            _intervenciones(ctx.store), name="Tutorado y asignatura",
            hint="Escriba el nombre o la asignatura",
        )  # fmt: skip
        self.pick.picked.connect(self._on_picked)
        self.problem = Problem()
        self.body.insertWidget(0, Label("Tutorado y asignatura", "caption", "text2", strong=True))
        self.body.insertWidget(1, self.pick)
        self.body.insertWidget(2, self.problem)
        self.note.setText("Sin hora vale la del cronograma.")
        self.pick.setFocus()

    def _on_picked(self, intervencion: object) -> None:
        self.problem.say("")
        if isinstance(intervencion, int):
            offer(self._form, "tema", planes.topics(self.ctx.store, intervencion))

    def _save_all_values(self, values: dict[str, Any]) -> None:
        typed = {key: _FIELDS[key].show(value) for key, value in values.items()}
        _register(self.ctx, int(str(self.pick.key)), typed)

    def accept(self) -> None:
        if self.pick.key is None:
            self.problem.say("Elija de quién es la sesión.")
            self.pick.setFocus()
            return
        super().accept()


class CancelarSesionDialog(FormDialog):
    """Why sessions are not held, and by whose decision; one answer for all of them."""

    def __init__(
        self, ctx: Context, ids: Sequence[int], parent: QWidget | None, causa: str = ""
    ) -> None:
        self.ctx, self.ids = ctx, list(ids)
        self.count = counted(len(ids), "sesión", "sesiones")
        keys = ("causa", "quien", "motivo")
        fields = {key: _FIELDS[key] for key in keys}
        form = Form(
            fields, {"causa": causa, "quien": "", "motivo": ""}, rows=(("causa", "quien"),
            ("motivo",)), labels=_LABELS,
        )  # fmt: skip
        title = "Cancelar la sesión" if len(ids) == 1 else f"Cancelar {self.count}"
        super().__init__(title, form, self._save_all_values, parent, action=title)
        self.cancel.setText("No cancelar")
        self.note.setText("Sin indicar quién, sale de la causa.")
        about = "La causa y el detalle quedan en cada una."
        if len(ids) == 1:
            record = ctx.store.sesiones.get(ids[0])
            day = short_date(record.fecha) if record.fecha else ""
            about = f"{day} · {planes.subject(ctx.store, record.intervencion or 0)}"
        self.body.insertWidget(0, Label(about, "body", "text2", wrap=True))

    def _save_all_values(self, values: dict[str, Any]) -> None:
        typed = {key: _FIELDS[key].show(value) for key, value in values.items()}
        sesiones.cancel(self.ctx.store, self.ids, typed)
        done = "Se canceló la sesión." if len(self.ids) == 1 else f"Se cancelaron {self.count}."
        messages.toast(done, "Deshacer", self.ctx.undo)


class MoverSesionDialog(FormDialog):
    """The other day, perhaps another hour, why and by whose decision (DOMAIN U-12)."""

    def __init__(self, ctx: Context, sesion: domain.Sesion, parent: QWidget | None) -> None:
        self.ctx, self.sesion = ctx, sesion
        form = Form(
            {key: _FIELDS[key] for key in ("fecha", "inicio", "causa", "quien", "motivo")},
            {"fecha": None, "inicio": sesion.inicio, "causa": "", "quien": "", "motivo": ""},
            rows=(("fecha", "inicio"), ("causa", "quien"), ("motivo",)),
            labels={**_LABELS, "fecha": "Otro día"},
        )
        day = short_date(sesion.fecha) if sesion.fecha else ""
        super().__init__(
            f"Mover la sesión del {day}", form, self._save_all_values, parent, action="Mover"
        )

    def _save_all_values(self, values: dict[str, Any]) -> None:
        typed = {key: _FIELDS[key].show(value) for key, value in values.items()}
        moved = sesiones.move(self.ctx.store, self.sesion.id, typed)
        day = short_date(moved.fecha) if moved.fecha else ""
        messages.toast(f"La sesión pasó al {day}.", "Deshacer", self.ctx.undo)


def _form(rows: Sequence[Sequence[str]], shown: domain.Sesion) -> Form:
    keys = [key for row in rows for key in row]
    return Form(
        {key: _FIELDS[key] for key in keys}, {key: getattr(shown, key) for key in keys},
        rows=rows, labels=_LABELS,
    )  # fmt: skip


def _register(ctx: Context, intervencion: int, typed: dict[str, str]) -> None:
    made = sesiones.add(ctx.store, intervencion, typed)
    day = short_date(made.fecha) if made.fecha else ""
    verb = "Se planeó" if made.estado == "planeada" else "Se registró"
    off = made.fecha in cronograma.holidays(ctx.store) if made.fecha else False
    more = " Ese día no hubo clases." if off else ""
    messages.toast(f"{verb} la sesión del {day}.{more}", "Deshacer", ctx.undo)


def _intervenciones(store: Store) -> list[tuple[object, str]]:
    """The open intervenciones as they are offered: who, of what, with whom."""
    today = store.clock().date()
    found = queries.planes(store, planteles.current_periodo(store).id, today)
    offered = [
        (row.intervencion, f"{joined([p.nombre for p in row.tutorados]) or 'Sin tutorados'} · "
         f"{row.nombre_asignatura} · con {row.corto_alumno_tutor or 'nadie'}")
        for row in found
        if row.abierta
    ]  # fmt: skip
    return sorted(offered, key=lambda pair: order_key(pair[1]))
