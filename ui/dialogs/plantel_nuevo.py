"""The first run in one dialog: the plantel, its periodo, who works here and where the file goes."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import clock
from app.domain.calendario import periodo_of
from app.domain.periodo import PARTES, Periodo
from app.domain.plantel import Plantel
from app.errors import AppError, InvalidValue
from app.fields import fields_of
from app.paths import EXTENSION, documents_folder, file_name_of, free_path
from app.services import planteles
from ui import messages
from ui.dialogs.ayuda import offer_help
from ui.forms.form import Form
from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.strip import Problem

_ROWS = (("nombre",), ("cct", "docente"), ("turnos",), ("ciclo", "parte"))
_LABELS = {"docente": "Su nombre, como debe salir en los formatos", "turnos": "Turnos (uno o más)"}
_CCT_LENGTH = 10


class PlantelNuevo(Dialog):
    """Asks the least that a plantel needs; `made` brings the open Store of the new file."""

    made = Signal(object)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            "Nuevo plantel", parent, action="Crear plantel", help_topic="primeros_pasos"
        )
        self._chosen: Path | None = None
        note = "Lo demás se llena después, en Configuración."
        self.body.addWidget(Label(note, "body", "text2"))
        self.form = Form(
            fields_of(Plantel) | fields_of(Periodo), _proposed(), rows=_ROWS, labels=_LABELS
        )
        self.body.addWidget(self.form)
        self.body.addSpacing(u(1))
        self.body.addLayout(self._place())
        self.body.addStretch(1)
        self._line("nombre").textEdited.connect(self._show_place)
        self._line("cct").textEdited.connect(self._doubt_cct)
        self._line("nombre").setFocus()
        self._show_place()
        offer_help(self)

    def _line(self, key: str) -> Any:
        editor: Any = self.form.editor(key)
        return editor.line

    def _place(self) -> QVBoxLayout:
        """Where the file goes, with the button that changes it."""
        column = QVBoxLayout()
        column.setSpacing(u(1))
        column.addWidget(Label("El archivo se guardará en", "caption", "text2", strong=True))
        row = QHBoxLayout()
        row.setSpacing(u(2))
        self.place = ElidedLabel()
        self.change = Button("Cambiar…", icon_name="folder")
        self.change.clicked.connect(self._ask_place)
        row.addWidget(self.place, 1)
        row.addWidget(self.change)
        column.addLayout(row)
        self.problem = Problem()
        column.addWidget(self.problem)
        return column

    # Where

    @property
    def path(self) -> Path:
        """The file that will be made."""
        if self._chosen is not None:
            return self._chosen
        return free_path(documents_folder(), file_name_of(self._line("nombre").text()))

    def _show_place(self, _words: str = "") -> None:
        self.place.setText(str(self.path))

    def _ask_place(self) -> None:
        dialog = QFileDialog(self, "Guardar el plantel en", str(self.path.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"Plantel de Entre Pares (*{EXTENSION})")
        dialog.setDefaultSuffix(EXTENSION.removeprefix("."))
        dialog.selectFile(self.path.name)
        dialog.fileSelected.connect(self.choose_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_place(self, path: str) -> None:
        """Uses this file instead of the one proposed."""
        chosen = Path(path)
        self._chosen = chosen.with_name(f"{file_name_of(chosen.stem)}{EXTENSION}")
        self.problem.say("")
        self._show_place()

    # What is written

    def _doubt_cct(self, typed: str) -> None:
        """The doubt while one types, once it is long enough to be judged."""
        whole = len(typed.strip()) >= _CCT_LENGTH
        doubt = self.form.fields["cct"].field.warning(typed) if whole else ""
        self.form.fields["cct"].say(doubt, "medio")

    def accept(self) -> None:
        values = self.form.read()
        if values is None:
            return
        self.problem.say("")
        declared = self.form.fields
        more = {key: declared[key].field.show(values[key]) for key in ("turnos", "docente")}
        messages.busy(True)
        try:
            store = planteles.new_file(
                self.path,
                values["nombre"],
                values["cct"],
                f"{values['ciclo']}{values['parte']}",
                more=more,
            )
        except InvalidValue as problem:
            self.form.show_problem(problem.key, str(problem))
            return
        except AppError as problem:
            self.problem.say(str(problem))
            self.change.setFocus()
            return
        finally:
            messages.busy(False)
        super().accept()
        self.made.emit(store)


def _proposed() -> dict[str, Any]:
    """What a new plantel starts with: the periodo of today."""
    ciclo, parte = periodo_of(clock.today())
    return {
        "nombre": "", "cct": "", "turnos": (), "docente": "", "ciclo": ciclo,
        "parte": parte if parte in PARTES else "A",
    }  # fmt: skip
