"""Adds a subject to what somebody masters: with the grade that shows it or the docente behind."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app import domain
from app.errors import InvalidValue
from app.fields import fields_of
from app.services import alumnos_tutores as services
from app.services import resultados
from app.store.queries.candidatos import asignaturas_por_dominar
from ui.context import Context
from ui.forms.form import Form, FormDialog

_FIELDS = fields_of(domain.Dominio)
_KEYS = ("asignatura", "calificacion", "fuente", "propuesto_por")


class DominioDialog(FormDialog):
    """Choosing the subject brings the grade of the alumno, if there is one."""

    def __init__(self, ctx: Context, alumno: int, parent: QWidget | None) -> None:
        self.ctx, self.alumno = ctx, alumno
        self.results = {one.asignatura: one for one in resultados.in_asignaturas(ctx.store, alumno)}
        options = partial(asignaturas_por_dominar, ctx.store, alumno)
        form = Form(
            {key: _FIELDS[key] for key in _KEYS},
            {"asignatura": None, "calificacion": None, "fuente": "colectivo", "propuesto_por": ""},
            rows=(("asignatura",), ("calificacion", "fuente"), ("propuesto_por",)),
            references={"asignatura": options},
        )
        form.edited.connect(self._on_edited)
        name = ctx.store.alumnos.get(alumno).nombre_corto
        super().__init__(
            f"Agregar lo que domina {name}", form, self._save_all_values, parent,
            action="Agregar", size="small",
        )  # fmt: skip

    def _on_edited(self, key: str, value: Any) -> None:
        found = self.results.get(value) if key == "asignatura" else None
        if key == "asignatura":
            self.form.set_values(
                {
                    "calificacion": found.valor if found else None,
                    "fuente": "historial" if found and found.alcanza else "colectivo",
                }
            )

    def _save_all_values(self, values: dict[str, Any]) -> None:
        if values["asignatura"] is None:
            raise InvalidValue("asignatura", "Asignatura: elija una de la lista")
        self.ctx.do(
            services.add_dominio, self.ctx.store, self.alumno, values["asignatura"],
            values["calificacion"], fuente=values["fuente"] or "mano",
            propuesto_por=values["propuesto_por"],
        )  # fmt: skip
