"""The columns of an import, its questions, the other kinds of list, and what it advises."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.sheets import read_sheets
from app.store import Store
from tests.ui.conftest import Heard
from tests.ui.importar_listas import HEADS, PEOPLE, Wizard, store_people, write_list
from ui import messages
from ui.dialogs.importar_columnas import _ColumnRow
from ui.main_window import MainWindow
from ui.widgets.choices import ComboBox


@pytest.fixture
def plantel(empty_window: MainWindow, store: Store, says: Heard, tmp_path: Path) -> MainWindow:
    """The window on a plantel with three alumnos."""
    store_people(store, tmp_path)
    empty_window.use(store)
    messages.use(says)
    return empty_window


def row_of(wizard: Wizard, header: str) -> _ColumnRow:
    return next(row for row in wizard.dialog.columnas.rows if row.header == header)


def pick(wizard: Wizard, box: ComboBox, key: object) -> None:
    """Chooses in a list as a person does."""
    box.set_key(key)
    box.activated.emit(box.currentIndex())
    wizard.wait()


def test_each_header_says_its_datum_and_a_doubtful_one_why(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = [[*HEADS, "Núm. de telefono", "Notas"], [*PEOPLE[0], "55 1234", "ok"]]
    wizard = Wizard(plantel, qtbot, write_list(tmp_path, "a.csv", rows)).next()
    assert row_of(wizard, "Grupo").box.currentText() == "Grupo"
    assert row_of(wizard, "Grupo").samples.text() == "1A"
    notas = row_of(wizard, "Notas")
    assert (notas.box.currentText(), notas.note.text()) == ("No usar", "No se usa")
    doubtful = row_of(wizard, "Núm. de telefono")
    assert doubtful.doubtful
    assert doubtful.note.text().startswith("◆ El título solo se parece a «Teléfono")
    assert doubtful.box.hasFocus()


def test_what_is_chosen_for_a_layout_is_remembered(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = [[*HEADS, "Contacto"], ["24311050070300", "Zúñiga", "", "Iván", "1A", "", "i@x.mx"]]
    path = write_list(tmp_path, "b.csv", rows)
    wizard = Wizard(plantel, qtbot, path).next()
    assert row_of(wizard, "Contacto").box.key == ""
    pick(wizard, row_of(wizard, "Contacto").box, "correo")
    assert row_of(wizard, "Contacto").note.text() == ""
    wizard.next().next()
    assert wizard.store.alumnos.where(matricula="24311050070300")[0].correo == "i@x.mx"
    wizard.dialog.listo.other.click()
    wizard.read(path).next()
    assert row_of(wizard, "Contacto").box.key == "correo"
    assert "la vez pasada" in wizard.dialog.columnas.words.text()


def test_a_choice_that_cannot_be_goes_back_with_the_reason(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_list(tmp_path, "c.csv", [["Control", "Nombre completo"], ["1", "Ana Paz"]])
    wizard = Wizard(plantel, qtbot, path).next()
    pick(wizard, row_of(wizard, "Control").box, "")
    columnas = wizard.dialog.columnas
    assert columnas.problem.isVisible()
    assert row_of(wizard, "Control").box.key == "control"


def test_the_question_of_sexo_comes_only_when_the_list_does_not_say(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    clear = [[*HEADS, "Sexo"], [*PEOPLE[0], "M"], [*PEOPLE[1], "H"]]
    wizard = Wizard(plantel, qtbot, write_list(tmp_path, "d.csv", clear)).next()
    assert not wizard.dialog.columnas.preguntas.isVisible()
    wizard.read(write_list(tmp_path, "e.csv", clear[:2])).next()
    preguntas = wizard.dialog.columnas.preguntas
    assert list(preguntas.fields) == ["sexo_m"]
    wizard.next()
    problema = wizard.dialog.revision.problema
    assert problema.button.text() == "Responder por todos"
    problema.button.click()
    assert wizard.at == "Columnas"
    box = preguntas.fields["sexo_m"]
    assert isinstance(box, ComboBox)
    pick(wizard, box, "mujer")
    assert preguntas.isVisible()
    wizard.next()
    assert wizard.cells("sexo") == ["Mujer"]
    assert wizard.cells("accion") == ["Cambia"]


def test_corrections_stay_when_a_column_changes(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = [[*HEADS, "Contacto"], ["", "Zúñiga", "", "Iván", "1A", "", "i@x.mx"]]
    wizard = Wizard(plantel, qtbot, write_list(tmp_path, "f.csv", rows)).to_review()
    wizard.correct("24311050070300")
    wizard.dialog.back.click()
    pick(wizard, row_of(wizard, "Contacto").box, "correo")
    wizard.next()
    assert wizard.cells("control") == ["24311050070300"]
    assert wizard.cells("correo") == ["i@x.mx"]
    assert wizard.cells("accion") == ["Alta"]


@pytest.mark.feature("U-49", "S-46")
def test_calificaciones_ask_the_scale_and_the_parcial_and_count_failures(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = [["Matrícula", "Nombre", "Inglés III", "Física I"],
            [PEOPLE[0][0], "Miranda Ríos Jimena", "45", "90"],
            [PEOPLE[1][0], "Núñez Peña Diego", "NP", "85"],
            ["999", "Nadie", "80", "80"]]  # fmt: skip
    wizard = Wizard(plantel, qtbot, write_list(tmp_path, "notas.csv", rows))
    assert wizard.dialog.title.text() == "Importar calificaciones"
    wizard.next()
    fields = wizard.dialog.columnas.preguntas.fields
    escala, parcial = fields["escala"], fields["parcial"]
    assert isinstance(escala, ComboBox)
    assert isinstance(parcial, ComboBox)
    assert escala.currentText() == "100, según la lista"
    assert parcial.currentText() == "Final: la lista no lo dice"
    pick(wizard, parcial, 2)
    wizard.next()
    assert wizard.cells("nombre_completo")[2] == "Nadie"
    assert wizard.cells("accion") == ["Nueva", "Nueva", "Rechazada"]
    assert wizard.cells("= Inglés III")[:2] == ["4.5", "NP"]
    assert wizard.cells("motivo")[2] == "No hay ningún alumno con ese número de control"
    assert "asignaturas" in wizard.dialog.revision.notes.words.text()
    assert wizard.dialog.main.text() == "Importar 4 calificaciones"
    wizard.next()
    store = wizard.store
    assert {c.parcial for c in store.calificaciones.all()} == {2}
    assert store.calificaciones.count() == 4
    assert wizard.dialog.listo.next.text() == "Ver quién necesita tutoría"


def test_a_cell_of_a_wide_list_is_corrected_by_its_header(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = [["Matrícula", "Inglés III P1", "Física I P1"], [PEOPLE[0][0], "once", "8"],
            [PEOPLE[1][0], "9", "7.5"]]  # fmt: skip
    wizard = Wizard(plantel, qtbot, write_list(tmp_path, "anchas.csv", rows)).to_review()
    problema = wizard.dialog.revision.problema
    assert wizard.cells("nombre_completo") == ["Miranda Ríos, Jimena", "Núñez Peña, Diego Armando"]
    assert wizard.cells("= Inglés III P1") == ["once", "9"]
    assert "once" in problema.words.text()
    wizard.correct("5.5")
    assert wizard.cells("= Inglés III P1") == ["5.5", "9"]
    wizard.next()
    assert sorted(c.valor or 0 for c in wizard.store.calificaciones.all()) == [55, 75, 80, 90]


@pytest.mark.feature("M-24", "M-30")
def test_tutores_and_then_their_free_hours(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    tutores = [["Matrícula", "Asignatura que domina", "Calificación", "Capacidad", "Docente que propone"],
               [PEOPLE[0][0], "Inglés III", "9.5", "3", "Mtra. Paz"]]  # fmt: skip
    wizard = Wizard(plantel, qtbot, write_list(tmp_path, "tutores.csv", tutores)).to_review()
    assert wizard.cells("calificacion") == ["9.5"]
    assert wizard.next().dialog.listo.title.text() == "Se importó 1 alumno tutor"
    wizard.dialog.listo.next.click()
    assert wizard.dialog.title.text() == "Importar disponibilidad"
    libre = [["control", "día", "inicio", "fin"], [PEOPLE[0][0], "Lun", "13:00", "14:30"],
             [PEOPLE[0][0], "Domingo", "9", "10"]]  # fmt: skip
    wizard.read(write_list(tmp_path, "libre.csv", libre)).to_review()
    assert wizard.cells("dia") == ["Lunes", "Domingo"]
    assert wizard.cells("fin") == ["14:30", "10:00"]
    wizard.next()
    row = wizard.store.disponibilidades.all()[0]
    assert (row.dia, row.inicio, row.fin) == (1, 13 * 60, 14 * 60 + 30)


def test_without_alumnos_other_lists_ask_for_theirs_first(
    empty_window: MainWindow, store: Store, says: Heard, tmp_path: Path, qtbot: QtBot
) -> None:
    empty_window.use(store)
    rows = [["Matrícula", "Nombre", "Inglés III"], ["1001", "Miranda Ríos Jimena", "8"]]
    wizard = Wizard(empty_window, qtbot, "calificaciones")
    archivo = wizard.dialog.archivo
    assert archivo.advice.isVisible()
    assert archivo.advice.button.text() == "Importar lista de alumnos"
    wizard.read(write_list(tmp_path, "notas.csv", rows))
    assert not wizard.dialog.main.isEnabled()
    assert "primero su lista" in wizard.dialog.main.toolTip()
    archivo.advice.button.click()
    wizard.wait()
    assert wizard.dialog.title.text() == "Importar lista de alumnos"
    assert not archivo.advice.isVisible()
    assert wizard.to_review().next().at == "Listo"
    assert store.alumnos.count() == 1


def test_the_wrong_list_says_what_it_seems_to_be(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    wizard = Wizard(plantel, qtbot, "disponibilidad")
    wizard.read(write_list(tmp_path, "g.csv", [HEADS, *PEOPLE]))
    archivo = wizard.dialog.archivo
    assert wizard.dialog.title.text() == "Importar lista de alumnos"
    assert archivo.advice.words.text().startswith("Quería importar disponibilidad, pero")
    archivo.advice.button.click()
    wizard.wait()
    assert archivo.advice.words.text() == "La lista parece de alumnos, no de disponibilidad."
    archivo.kinds.chosen.emit("calificaciones")
    wizard.wait()
    assert archivo.problem.isVisible()
    assert archivo.kinds.key == "disponibilidad"
    archivo.advice.button.click()
    wizard.wait()
    assert archivo.kinds.key == "alumnos"
    assert not archivo.advice.isVisible()


def test_one_sheet_or_all_of_them(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.sheets.writing import write_workbook

    path = tmp_path / "dos.xlsx"
    write_workbook(path, [("PRIMERO", HEADS, PEOPLE[:1]), ("TERCERO", HEADS, PEOPLE[1:])])
    wizard = Wizard(plantel, qtbot, path)
    archivo = wizard.dialog.archivo
    assert archivo.sheets.currentText() == "Todas · 2"
    assert "3 filas con datos" in archivo.note.text()
    pick(wizard, archivo.sheets, "TERCERO")
    assert "2 filas con datos" in archivo.note.text()
    pick(wizard, archivo.sheets, "")
    wizard.to_review()
    assert wizard.cells("hoja") == ["PRIMERO", "TERCERO", "TERCERO"]


def test_letters_and_separator_can_be_put_right(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "viejo.csv"
    path.write_bytes("Matrícula;Nombre completo\n1001;Muñoz Peña Íñigo\n".encode("cp1252"))
    wizard = Wizard(plantel, qtbot, path)
    archivo = wizard.dialog.archivo
    assert (archivo.separator.currentText(), archivo.letters.currentText()) == (
        "punto y coma", "Windows",
    )  # fmt: skip
    pick(wizard, archivo.letters, "cp850")
    assert wizard.dialog.session.book is not None
    assert "Muñoz" not in str(wizard.dialog.session.book.sheets[0].rows)
    pick(wizard, archivo.letters, "cp1252")
    assert "Muñoz" in str(wizard.dialog.session.book.sheets[0].rows)


def test_a_template_has_the_headers_that_are_understood(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = Wizard(plantel, qtbot)
    for tipo in wizard.dialog.archivo.start.cards:
        target = tmp_path / f"plantilla {tipo}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, t=target: (str(t), ""))
        wizard.dialog.archivo.start.save_template(tipo)
        book = read_sheets(target.with_name(f"{target.name}.xlsx"))
        row = [PEOPLE[0][0], *("" for _ in book.sheets[0].rows[0][1:])]
        path = write_list(tmp_path, f"{tipo}.csv", [list(map(str, book.sheets[0].rows[0])), row])
        wizard.dialog.session.asked = tipo
        wizard.read(path)
        plan = wizard.dialog.session.plan
        assert plan is not None
        assert (plan.tipo, plan.ignoradas) == (tipo, [])
    assert wizard.dialog._toast is not None
