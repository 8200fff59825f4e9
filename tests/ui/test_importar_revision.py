"""The review of an import: what each row says, corrections in place, who is missing, what is saved."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.store import Store
from tests.ui.conftest import Heard
from tests.ui.importar_listas import HEADS, PEOPLE, Wizard, store_people, write_list
from ui import messages
from ui.main_window import MainWindow

AWKWARD = [
    ["Lista de alumnos"],
    [*HEADS, "Sexo", "Fecha de nacimiento", "Turno"],
    [*PEOPLE[0][:4], "1A", "NUPD0813", "F", "14/02/2010", "M"],
    ["", "Montaño", "Ibarra", "Saúl", "1A", "", "H", "11/05/2010", "V"],
    ["24311050070209", "<b>Ortiz</b>", "=1+1", "Ana", "3C?", "", "H", "31/02/2010", "M"],
    [*PEOPLE[0][:4], "1B", "", "F", "", ""],
    [*PEOPLE[1], "H", "", ""],
]


@pytest.fixture
def plantel(empty_window: MainWindow, store: Store, says: Heard, tmp_path: Path) -> MainWindow:
    """The window on a plantel with three alumnos."""
    store_people(store, tmp_path)
    empty_window.use(store)
    messages.use(says)
    return empty_window


@pytest.fixture
def wizard(plantel: MainWindow, tmp_path: Path, qtbot: QtBot) -> Wizard:
    """An awkward list in its review."""
    return Wizard(plantel, qtbot, write_list(tmp_path, "difícil.csv", AWKWARD)).to_review()


def test_each_row_says_what_will_happen_and_why_in_words(wizard: Wizard) -> None:
    assert wizard.cells("fila") == ["3", "4", "5", "6", "7"]
    assert wizard.cells("accion") == ["Aviso", "Rechazada", "Aviso", "Rechazada", "Cambia"]
    assert wizard.cells("sexo") == ["Mujer", "Hombre", "Hombre", "Mujer", "Hombre"]
    assert wizard.cells("nacimiento") == ["14/02/2010", "11/05/2010", "31/02/2010", "", ""]
    assert wizard.cells("grupo")[0] == "1.º A"
    assert wizard.cells("turno")[0] == "Matutino"
    assert wizard.cells("control")[1] == "(vacío)"
    assert wizard.cells("curp")[0] == "NUPD0813"
    reasons = wizard.cells("motivo")
    assert reasons[1] == "Falta el número de control"
    assert reasons[3] == "Control repetido en la fila 3"
    assert reasons[4] == "Sexo: vacío a Hombre"


def test_hostile_text_is_shown_as_it_was_typed(wizard: Wizard) -> None:
    assert "<b>" in wizard.cells("apellidos")[2].lower()
    assert "=1+1" in wizard.cells("apellidos")[2]


def test_totals_and_segments_agree(wizard: Wizard) -> None:
    revision = wizard.dialog.revision
    told = {key: figure.accessibleName() for key, figure in revision.totales.figures.items()}
    assert told["cambia"] == "1 cambia"
    assert told["con_aviso"] == "2 con aviso"
    assert told["rechazada"] == "2 rechazadas"
    assert told["baja"] == "1 no viene"
    assert revision.vistas.segments.button("rechazada").text() == "Rechazadas · 2"
    revision.vistas.choose("rechazada")
    assert wizard.cells("fila") == ["4", "6"]
    revision.vistas.choose("todas")
    revision.vistas.search.setText("nunez")
    revision.vistas.changed.emit()
    assert wizard.cells("fila") == ["7"]


def test_the_first_problem_is_chosen_and_the_strip_explains_it(wizard: Wizard) -> None:
    problema = wizard.dialog.revision.problema
    assert problema.row is not None
    assert problema.row.fila == 3
    assert problema.words.text().startswith("Fila 3: la CURP")
    assert "queda vacío" in problema.second.text()
    assert problema.field.text() == "NUPD0813"
    wizard.choose_row(4)
    assert problema.words.text() == "Fila 4: falta el número de control."
    assert "no entra mientras no se corrija" in problema.second.text()
    wizard.choose_row(7)
    assert problema.words.text() == "Fila 7: Sexo: vacío a Hombre."
    assert not problema.field.isVisible()


def test_a_cell_is_corrected_in_place_and_the_next_problem_comes(wizard: Wizard) -> None:
    dialog, problema = wizard.dialog, wizard.dialog.revision.problema
    assert dialog.main.text() == "Importar 3 alumnos"
    wizard.choose_row(4)
    wizard.correct("24311050070210")
    assert wizard.cells("accion")[1] == "Alta"
    assert wizard.cells("control")[1] == "24311050070210"
    assert dialog.main.text() == "Importar 4 alumnos"
    assert problema.row is not None
    assert problema.row.fila == 5
    assert problema.field.hasFocus()
    problema.next.click()
    assert problema.words.text().startswith("Fila 5 (2 de ")
    wizard.choose_row(4)
    assert problema.words.text() == "Fila 4: no estaba y se agrega."
    wizard.next()
    wizard.wait()
    assert wizard.store.alumnos.where(matricula="24311050070210")


def test_with_the_last_problem_solved_the_cursor_goes_to_the_button(
    plantel: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_list(tmp_path, "una.csv", [HEADS, PEOPLE[0], ["", *PEOPLE[1][1:]]])
    wizard = Wizard(plantel, qtbot, path).to_review()
    wizard.correct(PEOPLE[0][0])
    assert wizard.dialog.revision.problema.field.hasFocus()
    wizard.correct("24311050070299")
    assert wizard.dialog.main.hasFocus()
    assert not wizard.dialog.revision.problema.next.isVisible()


def test_the_doubts_of_a_row_come_one_by_one(wizard: Wizard) -> None:
    problema = wizard.dialog.revision.problema
    wizard.choose_row(5)
    first = problema.words.text()
    assert first.startswith("Fila 5 (1 de ")
    problema.next.click()
    assert problema.words.text().startswith("Fila 5 (2 de ")
    for _doubt in range(12):
        problema.next.click()
        if problema.row is not None and problema.row.fila == 3:
            break
    assert problema.row is not None
    assert problema.row.fila == 3


def test_a_correction_that_is_still_wrong_says_so(wizard: Wizard) -> None:
    problema = wizard.dialog.revision.problema
    wizard.choose_row(6)
    wizard.correct("¿?")
    assert wizard.cells("accion")[3] == "Rechazada"
    assert wizard.cells("control")[3] == "¿?"
    assert problema.field.text() == "¿?"
    assert problema.words.text().startswith("Fila 6: ")
    assert "repetido" not in problema.words.text()


def test_a_correction_that_was_not_stored_counts_when_importing(
    wizard: Wizard, qtbot: QtBot
) -> None:
    wizard.choose_row(4)
    field = wizard.dialog.revision.problema.field
    wizard.dialog.revision.problema.take_focus()
    qtbot.keyClicks(field, "24311050070210")
    wizard.dialog.main.setFocus()
    wizard.dialog.main.click()
    wizard.wait()
    assert wizard.at == "Listo"
    assert wizard.store.alumnos.where(matricula="24311050070210")


def test_esc_brings_the_cell_back_and_then_asks_before_losing_what_was_corrected(
    wizard: Wizard, says: Heard, qtbot: QtBot
) -> None:
    dialog, problema = wizard.dialog, wizard.dialog.revision.problema
    wizard.choose_row(4)
    problema.take_focus()
    qtbot.keyClicks(problema.field, "123")
    qtbot.keyClick(problema.field, Qt.Key.Key_Escape)
    assert problema.field.text() == ""
    assert dialog.isVisible()
    wizard.correct("24311050070210")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert says.questions == ["¿Cerrar sin importar?"]
    assert says.press is not None
    says.press()
    assert not dialog.isVisible()
    assert wizard.store.alumnos.count() == 3


def test_enter_on_a_row_goes_to_its_cell_or_to_the_button(wizard: Wizard, qtbot: QtBot) -> None:
    table = wizard.dialog.revision.table
    assert table is not None
    wizard.choose_row(4)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert wizard.dialog.revision.problema.field.hasFocus()
    wizard.choose_row(7)
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert wizard.dialog.main.hasFocus()
    assert wizard.at == "Revisión"


def test_who_is_missing_goes_to_baja_only_when_asked(wizard: Wizard, says: Heard) -> None:
    revision, store = wizard.dialog.revision, wizard.store
    revision.vistas.choose("baja")
    assert wizard.cells("apellidos") == ["Ñáñez Ayala"]
    assert wizard.cells("motivo") == ["Está en 3.º B y no viene en la lista"]
    assert revision.bajas.text() == "Poner en baja temporal a este alumno"
    assert not revision.wants_bajas()
    revision.bajas.setChecked(True)
    assert wizard.dialog.note.text().startswith("1 pasa a baja temporal.")
    wizard.next()
    assert store.alumnos.where(matricula=PEOPLE[2][0])[0].estado == "baja_temporal"
    wizard.next()
    assert says.press is not None
    says.press()
    assert store.alumnos.where(matricula=PEOPLE[2][0])[0].estado == "activo"


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_rows_with_problems_are_saved_with_their_reason(
    wizard: Wizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    target = tmp_path / f"con problema{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    wizard.dialog.revision.vistas.save.click()
    if ending == ".csv":
        with target.open(encoding="utf-8-sig", newline="") as file:
            rows = [tuple(row) for row in csv.reader(file)]
    else:
        sheet = load_workbook(target).active
        assert sheet is not None
        rows = [tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0][:3] == ("Fila", "Qué pasará", "Motivo")
    assert [row[0] for row in rows[1:]] == ["3", "4", "5", "6"]
    assert "Falta el número de control" in rows[2]
    toast = wizard.dialog._toast
    assert toast is not None
    assert toast.text == f"Se guardaron 4 filas con su motivo en «con problema{ending}»."


def test_the_last_step_counts_what_entered_and_what_did_not(wizard: Wizard) -> None:
    wizard.next()
    listo = wizard.dialog.listo
    shown = [listo.card.body.itemAt(i).widget() for i in range(listo.card.body.count())]
    told = [widget.layout().itemAt(0).widget().text() for widget in shown]
    assert told[0] == "1 alumno nuevo"
    assert told[1] == "2 alumnos con cambios"
    assert any(line.startswith("2 filas no entraron") for line in told)
    assert listo.save.isVisible()
    assert listo.next.text() == "Importar las calificaciones"
    listo.next.click()
    assert wizard.dialog.title.text() == "Importar calificaciones"
    assert wizard.at == "Archivo"


def test_another_list_begins_with_nothing_of_the_one_before(wizard: Wizard, tmp_path: Path) -> None:
    revision = wizard.dialog.revision
    revision.vistas.choose("baja")
    revision.bajas.setChecked(True)
    wizard.read(write_list(tmp_path, "otra.csv", [HEADS, PEOPLE[1]])).to_review()
    assert not revision.bajas.isChecked()
    assert revision.vistas.key == "todas"
    assert wizard.cells("fila") == ["2"]
