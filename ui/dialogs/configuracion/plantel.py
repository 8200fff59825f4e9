"""Section Plantel: what the heading of every form says."""

from typing import Any

from app.domain.plantel import PLANTEL_ID, Plantel
from app.fields import fields_of
from app.services import planteles
from ui.context import Context
from ui.dialogs.configuracion.section import Section, typed
from ui.forms.form import Form

_ROWS = (
    ("nombre",), ("cct", "localidad"), ("turnos",), ("director", "coordinador"),
    ("docente",), ("docente_correo", "docente_telefono"), ("domicilio",), ("logo",), ("leyenda",),
    ("transparencia",), ("aviso",),
)  # fmt: skip
_LABELS = {
    "director": "Quién dirige el plantel, como firma",
    "docente": "Nombre de quien usa el programa, como firma",
    "docente_correo": "Su correo institucional",
    "docente_telefono": "Su teléfono",
    "coordinador": "Responsable de tutoría, da el visto bueno",
    "domicilio": "Domicilio del plantel",
    "logo": "Logotipo del membrete",
    "leyenda": "Leyenda de privacidad, al pie de los formatos",
}


class PlantelSection(Section):
    """The data of the plantel, stored as each one is left."""

    TABLES = frozenset({"plantel"})

    def __init__(self, ctx: Context) -> None:
        sentence = "Estos datos salen en el membrete y en las firmas de todo lo que se imprime."
        super().__init__(ctx, "Plantel", sentence, scrolls=True)
        self.form = Form(fields_of(Plantel), rows=_ROWS, labels=_LABELS, save=self._save)
        self.column.addWidget(self.form)
        self.column.addStretch(1)

    def refresh(self) -> None:
        plantel = self.ctx.store.plantel.only()
        values = {key: getattr(plantel, key) for key in fields_of(Plantel)}
        self.form.set_values(values, record=PLANTEL_ID)

    def _save(self, key: str, value: Any) -> None:
        written = {key: typed(fields_of(Plantel)[key], value)}
        self.ctx.do(planteles.change_plantel, self.ctx.store, written)
