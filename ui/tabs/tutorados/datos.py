"""The ficha of a student: data, ficha general and grupo; each is stored when its field is left."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout

from app import domain
from app.fields import fields_of
from app.services import alumnos, planteles
from app.text import counted
from ui.context import Context
from ui.dialogs.cambiar_alumnos import grupo_options
from ui.forms.form import Form
from ui.tabs.tutorados.ficha import FichaGeneral
from ui.tabs.tutorados.reading import Leido
from ui.theme import u
from ui.widgets.buttons import LinkButton
from ui.widgets.card import ScrollPane
from ui.widgets.labels import Label, SectionLabel

_FIELDS = fields_of(domain.Alumno)
_GRUPO_FIELDS = fields_of(domain.Grupo)
_ROWS = (
    ("nombres", "apellido_paterno", "apellido_materno"),
    ("matricula", "curp"),
    ("nacimiento", "sexo", "estado"),
    ("grupo", "nuevo_ingreso"),
    ("telefono", "correo"),
    ("responsable", "telefono_responsable"),
    ("acuse_aviso",),
)
_GRUPO_ROWS = (("docente_tutor",), ("turno", "especialidad"))
_DERIVED = ("curp", "nacimiento")
_FIELD_OF = {
    "grupo": "grupo",
    "teléfono o correo": "telefono",
    "padre, madre o tutor legal": "responsable",
}


class DatosPage(ScrollPane):
    """The ficha of a student, as the docente may correct it."""

    history_asked = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self._alumno, self._grupo = 0, 0
        self.body.setSpacing(u(3))
        self.form = Form(
            {key: _FIELDS[key] for row in _ROWS for key in row},
            rows=_ROWS,
            references={"grupo": self._grupos},
            save=self._save,
        )
        self.form.edited.connect(self._show_doubts)
        self.body.addWidget(self.form)
        self.body.addSpacing(u(1))
        self.general = FichaGeneral(ctx)
        self.body.addWidget(self.general)
        self._build_grupo()
        row = QHBoxLayout()
        link = LinkButton("Historial de cambios")
        link.clicked.connect(self.history_asked)
        row.addWidget(link)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _build_grupo(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(u(2))
        self.grupo_title = SectionLabel("Grupo")
        self.grupo_note = Label("", "caption", "text2")
        head.addWidget(self.grupo_title)
        head.addWidget(self.grupo_note)
        head.addStretch(1)
        self.body.addSpacing(u(1))
        self.body.addLayout(head)
        self.grupo = Form(
            {key: _GRUPO_FIELDS[key] for row in _GRUPO_ROWS for key in row},
            rows=_GRUPO_ROWS,
            save=self._save_grupo,
        )
        self.body.addWidget(self.grupo)
        self.no_grupo = Label(
            "No tiene grupo en este periodo. Elíjalo arriba; el carnet lo necesita.",
            "body", "text2", wrap=True,
        )  # fmt: skip
        self.body.addWidget(self.no_grupo)

    def show_record(self, leido: Leido) -> None:
        """Shows a student; what is being typed of the same one stays."""
        alumno, grupo = leido.alumno, leido.grupo
        self._alumno, self._grupo = alumno.id, grupo.id if grupo else 0
        values = {key: getattr(alumno, key) for row in _ROWS for key in row}
        self.form.set_values(values, record=alumno.id)
        self._show_doubts()
        self.general.show_ficha(alumno.id, leido.ficha, leido.entrevista)
        self.grupo.setVisible(grupo is not None)
        self.no_grupo.setVisible(grupo is None)
        self.grupo_title.setText(f"Grupo {grupo.etiqueta}" if grupo else "Grupo")
        if grupo is not None:
            count = self.ctx.store.alumnos.count(grupo=grupo.id)
            shared = counted(count, "alumno", "alumnos")
            self.grupo_note.setText(f"lo que cambie aquí vale para los {shared}")
            found = {key: getattr(grupo, key) for row in _GRUPO_ROWS for key in row}
            self.grupo.set_values(found, record=grupo.id)
        else:
            self.grupo_note.setText("")

    def go_to(self, lacks: list[str]) -> None:
        """Puts the cursor in the first datum that the ficha lacks, in sight."""
        here = [_FIELD_OF[word] for word in lacks if word in _FIELD_OF]
        if here:
            self.form.editor(here[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        found = self.form.editor(here[0]) if here else self.general.go_to(lacks)
        if found is not None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.ensureWidgetVisible(found)

    def _grupos(self) -> list[tuple[object, str]]:
        return grupo_options(self.ctx.store)

    def _show_doubts(self, *_edited: object) -> None:
        alumno = self.ctx.store.alumnos.find(self._alumno)
        if alumno is None:
            return
        found = alumnos.doubts(self.ctx.store, alumno)
        for key in _DERIVED:
            one = self.form.fields[key]
            if not one.is_wrong:
                one.say(found.get(key, ""), "medio")

    def _save(self, key: str, value: Any) -> None:
        store = self.ctx.store
        if key == "grupo":
            self.ctx.do(alumnos.move_to_grupo, store, [self._alumno], value)
        else:
            typed = {key: _FIELDS[key].show(value)}
            self.ctx.do(alumnos.change_alumno, store, self._alumno, typed)

    def _save_grupo(self, key: str, value: Any) -> None:
        typed = {key: _GRUPO_FIELDS[key].show(value)}
        self.ctx.do(planteles.change_grupo, self.ctx.store, self._grupo, typed)
