"""A form made from declarations: what is left is saved, what is wrong stays and is explained."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QCalendarWidget, QWidget

from app import fields as f
from app.errors import InvalidValue
from app.fields import Field
from ui.forms.editors import EDITORS, editor_for
from ui.forms.form import Form, FormDialog
from ui.forms.marked import ChecksEditor, ReferenceEditor
from ui.forms.picture import LARGEST, PictureEditor, shrunk
from ui.forms.written import DateEditor, LineEditor
from ui.widgets.chips import Chip

DAYS = {1: "Lunes", 2: "Martes"}
AREAS = {"a": "Académico", "o": "Orientación"}
EXAMPLES: dict[type[f.Kind], tuple[f.Kind, Any]] = {
    f.Text: (f.Text(40), "Núñez"),
    f.Paragraph: (f.Paragraph(), "Suma bien.\nSe confunde."),
    f.Number: (f.Number(0, 200, "minutos"), 60),
    f.Tenths: (f.Tenths(), 85),
    f.Date: (f.Date(), date(2026, 11, 20)),
    f.Time: (f.Time(), 690),
    f.Choice: (f.Choice(AREAS), "o"),
    f.Level: (f.Level(DAYS), 2),
    f.Checks: (f.Checks(AREAS), ("a", "o")),
    f.Flag: (f.Flag(), True),
    f.Reference: (f.Reference("grupos"), 7),
    f.Picture: (f.Picture(), ""),
}
GROUPS = [(7, "3.º B"), (8, "3.º C")]


def field(kind: f.Kind, key: str = "dato", **how: Any) -> Field:
    return Field(key, key.capitalize(), kind, **how)


def kinds() -> list[type[f.Kind]]:
    return [
        kind
        for kind in vars(f).values()
        if isinstance(kind, type) and issubclass(kind, f.Kind) and kind is not f.Kind
    ]


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_has_an_editor_that_gives_back_what_it_shows(kind: type[f.Kind], look):
    made, value = EXAMPLES[kind]
    editor = editor_for(field(made), lambda: GROUPS)
    editor.show_value(made.empty)
    assert editor.read() == made.empty
    editor.show_value(value)
    assert editor.read() == value
    assert kind is f.Reference or kind in EDITORS


@pytest.mark.parametrize("kind", [f.Text, f.Date, f.Choice, f.Checks, f.Reference, f.Picture])
def test_an_obligatory_datum_may_not_stay_empty(kind: type[f.Kind], look):
    made = EXAMPLES[kind][0]
    editor = editor_for(field(made, required=True), lambda: GROUPS)
    editor.show_value(made.empty)
    with pytest.raises(InvalidValue, match="Dato: es obligatorio"):
        editor.read()


class Saved:
    """Remembers what a form saves; refuses what the test says."""

    def __init__(self) -> None:
        self.values: list[tuple[str, Any]] = []
        self.refuse = ""

    def __call__(self, key: str, value: Any) -> None:
        if self.refuse:
            raise InvalidValue("fecha", self.refuse)
        self.values.append((key, value))


@pytest.fixture
def saved() -> Saved:
    return Saved()


def make_form(saved: Saved) -> Form:
    declared = {
        "nombre": field(f.Text(20), "nombre", required=True),
        "fecha": field(f.Date(), "fecha"),
        "curp": field(
            f.Text(18), "curp", check=lambda v: "Curp: le faltan letras" if len(v) < 18 else ""
        ),
        "grupo": field(f.Reference("grupos"), "grupo"),
        "regular": field(f.Flag(), "regular"),
    }
    values = {"nombre": "Diego", "fecha": None, "curp": "", "grupo": 7, "regular": False}
    return Form(
        declared,
        values,
        rows=(("nombre", "fecha"), ("curp", "grupo"), ("regular",)),
        references={"grupo": lambda: GROUPS},
        save=saved,
    )


@pytest.fixture
def form(saved: Saved, shown) -> Form:
    return shown(make_form(saved))


def leave(form: Form, key: str, words: str) -> None:
    """Types over a line of the form and leaves it, as with Tab."""
    editor = form.editor(key)
    assert isinstance(editor, LineEditor)
    editor.line.setFocus()
    editor.line.selectAll()
    editor.line.insert(words)
    editor.line.clearFocus()


def test_a_datum_is_saved_when_its_field_is_left(form: Form, saved: Saved):
    told: list[tuple[str, object]] = []
    form.edited.connect(lambda key, value: told.append((key, value)))
    leave(form, "nombre", "  Diego   Armando ")
    assert saved.values == told == [("nombre", "Diego Armando")]
    assert form.editor("nombre").line.text() == "Diego Armando"
    leave(form, "nombre", "Diego Armando")
    assert len(told) == 1


def test_what_is_refused_stays_written_with_its_reason(form: Form, saved: Saved):
    leave(form, "fecha", "31/02/2026")
    assert saved.values == []
    assert form.editor("fecha").line.text() == "31/02/2026"
    assert form.fields["fecha"].problem.words.text() == "Febrero no tiene día 31"
    assert form.editor("fecha").line.property("problem") == "error"
    form.set_values({"fecha": None, "nombre": "Diego"})
    assert form.editor("fecha").line.text() == "31/02/2026"
    leave(form, "fecha", "28/02/2026")
    assert saved.values == [("fecha", date(2026, 2, 28))]
    assert form.problems() == {}


def test_another_record_is_shown_anew(form: Form):
    leave(form, "fecha", "31/02/2026")
    form.set_values({"nombre": "Lucero", "fecha": None}, record=2)
    assert form.editor("fecha").line.text() == ""
    assert form.problems() == {}
    assert form.value("nombre") == "Lucero"


def test_what_is_being_typed_outlives_a_refresh(form: Form):
    line = form.editor("nombre").line
    line.setFocus()
    line.insert("X")
    form.set_values({"nombre": "Diego", "fecha": date(2026, 1, 1)})
    assert "X" in line.text()
    assert form.editor("fecha").line.text() == "01/01/2026"


def test_a_refusal_of_the_service_goes_under_the_field_it_names(form: Form, saved: Saved):
    saved.refuse = "Fecha: cae en domingo"
    leave(form, "nombre", "Otro")
    assert form.fields["fecha"].problem.words.text() == "Cae en domingo"
    assert form.editor("nombre").line.text() == "Otro"
    assert form.value("nombre") == "Diego"


def test_a_doubt_is_accepted_and_said(form: Form, saved: Saved):
    leave(form, "curp", "NUPD0813")
    assert saved.values == [("curp", "NUPD0813")]
    assert form.editor("curp").line.property("problem") == "warning"
    assert form.problems() == {"curp": "Curp: le faltan letras"}


def test_choices_are_saved_at_once(form: Form, saved: Saved, qtbot):
    reference = form.editor("grupo")
    assert isinstance(reference, ReferenceEditor)
    reference.pick.setText("3 c")
    reference.pick.setText("3.º C")
    reference.pick._settle()
    qtbot.mouseClick(form.editor("regular").box, Qt.MouseButton.LeftButton)
    assert saved.values == [("grupo", 8), ("regular", True)]


def test_the_window_undoes_after_a_field_was_saved(form: Form):
    leave(form, "nombre", "Otra cosa")
    assert not form.editor("nombre").line.isUndoAvailable()


def test_some_data_may_only_be_read(form: Form):
    form.set_read_only(["nombre"], "El periodo está cerrado.")
    assert not form.editor("nombre").isEnabled()
    assert form.fields["nombre"].toolTip() == "El periodo está cerrado."


def test_the_whole_form_is_read_or_its_problems_shown(form: Form):
    read = form.read()
    assert read is not None
    assert read["grupo"] == 7
    form.editor("nombre").line.clear()
    assert form.read() is None
    assert form.problems() == {"nombre": "Nombre: es obligatorio"}


def test_a_dialog_saves_all_or_says_why_not(saved: Saved, shown, qtbot):
    window, got, form = shown(QWidget()), [], make_form(saved)

    def save(values: dict[str, Any]) -> None:
        if not got:
            got.append("refused")
            raise InvalidValue("curp", "Curp: ya la tiene otra persona")
        got.append(values["nombre"])

    dialog = FormDialog("Nuevo alumno", form, save, window, action="Agregar")
    dialog.open()
    dialog.accept()
    assert dialog.isVisible()
    assert "curp" in form.problems()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert got == ["refused", "Diego"]


def test_a_day_is_picked_in_the_calendar(shown, qtbot):
    editor = shown(DateEditor(field(f.Date())))
    assert editor.button.accessibleName() == "Elegir dato en el calendario"
    editor.show_value(date(2026, 2, 3))
    qtbot.mouseClick(editor.button, Qt.MouseButton.LeftButton)
    calendar = editor.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 2, 3)
    with qtbot.waitSignal(editor.left):
        calendar.clicked.emit(QDate(2026, 11, 20))
    assert editor.read() == date(2026, 11, 20)


def test_long_marks_are_boxes_and_short_ones_chips(look):
    short = ChecksEditor(field(f.Checks(AREAS)))
    long = ChecksEditor(field(f.Checks({"a": "Se expresa con claridad ante sus compañeros"})))
    assert all(isinstance(mark, Chip) for mark in short.marks.values())
    assert not any(isinstance(mark, Chip) for mark in long.marks.values())


def picture(path: Path, width: int, height: int) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path))
    return path


@pytest.mark.parametrize(("name", "size"), [("a.png", (900, 450)), ("b.jpg", (120, 80))])
def test_a_picture_is_kept_small(tmp_path: Path, look, name: str, size: tuple[int, int]):
    editor = PictureEditor("Escudo")
    editor.set_data(shrunk(picture(tmp_path / name, *size)))
    import base64

    kept = QImage.fromData(base64.b64decode(editor.data))
    assert max(kept.width(), kept.height()) == min(LARGEST, max(size))
    assert kept.width() / kept.height() == pytest.approx(size[0] / size[1], abs=0.02)


def test_a_file_that_is_no_picture_is_explained(tmp_path: Path, qtbot, look):
    wrong = tmp_path / "escudo.png"
    wrong.write_text("no soy una imagen", "utf-8")
    declared = field(f.Picture(), "escudo")
    form = Form({"escudo": declared}, {"escudo": ""})
    form.editor("escudo").picture.take(wrong)
    assert form.problems() == {
        "escudo": "Esa imagen no se puede leer. Elija un archivo PNG o JPEG."
    }
    form.editor("escudo").picture.take(picture(tmp_path / "bien.png", 40, 40))
    assert form.problems() == {}
    form.editor("escudo").picture._clear()
    assert form.value("escudo") == ""
