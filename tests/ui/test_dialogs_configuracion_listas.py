"""Configuración: the lists of grupos and asignaturas, typed in place, pasted and joined."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import domain
from app.services import asignaturas
from app.store import Store
from ui.dialogs.configuracion import ConfiguracionDialog
from ui.dialogs.configuracion.asignaturas import UnirDialog
from ui.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow) -> ConfiguracionDialog:
    assert window.ctx is not None
    made = ConfiguracionDialog(window.ctx, "grupos", window)
    made.open()
    return made


# Grupos


@pytest.mark.feature("M-22")
def test_a_docente_is_typed_in_place_and_enter_goes_down(
    dialog: ConfiguracionDialog, demo: Store, qtbot: QtBot
) -> None:
    page: Any = dialog.show_section("grupos")
    first, second = page.table.model.shown_ids()[:2]
    page.table.choose(first)
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_F2)
    cell: Any = page.editing.cell
    cell.setText("Mtra. Ñoñi Ávila")
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    assert demo.grupos.get(first).docente_tutor == "Mtra. Ñoñi Ávila"
    assert page.table.chosen_ids() == [second]
    assert page.editing.cell.text() == demo.grupos.get(second).docente_tutor
    qtbot.keyClick(page.editing.cell, Qt.Key.Key_Escape)
    assert page.editing.cell is None
    assert dialog.isVisible()


def test_a_grupo_that_is_already_there_is_refused_and_the_text_stays(
    dialog: ConfiguracionDialog, demo: Store, qtbot: QtBot
) -> None:
    with demo.operation("Otro"):
        one = demo.grupos.all()[0]
        made = demo.grupos.add(
            domain.Grupo(
                periodo=one.periodo, semestre=one.semestre, nombre="Z", turno=one.turno,
                especialidad=one.especialidad,
            )
        )  # fmt: skip
    page: Any = dialog.show_section("grupos")
    page.editing.edit(made.id, "nombre")
    cell = page.editing.cell
    cell.setText(one.nombre)
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    assert "Ya hay un grupo" in page.problem()
    assert page.editing.cell is cell
    assert demo.grupos.get(made.id).nombre == "Z"
    cell.setText("Y")
    qtbot.keyClick(cell, Qt.Key.Key_Tab)
    assert demo.grupos.get(made.id).nombre == "Y"
    assert page.problem() == ""
    page.remove.click()
    assert demo.grupos.find(made.id) is None


def test_a_column_of_docentes_is_pasted_from_the_spreadsheet(
    dialog: ConfiguracionDialog, demo: Store, says: Any
) -> None:
    page: Any = dialog.show_section("grupos")
    ids = page.table.model.shown_ids()
    QApplication.clipboard().setText("Tutor del grupo\r\nMtra. Uno\r\nMtro. Dos\r\n")
    page._paste()
    assert [demo.grupos.get(id).docente_tutor for id in ids[:2]] == ["Mtra. Uno", "Mtro. Dos"]
    assert says.toasts[-1] == "Se puso el tutor de 2 grupos"
    says.press()
    assert demo.grupos.get(ids[0]).docente_tutor != "Mtra. Uno"


def test_two_columns_find_their_grupo_by_its_name(
    dialog: ConfiguracionDialog, demo: Store, says: Any
) -> None:
    page: Any = dialog.show_section("grupos")
    rows = page.table.model.rows()
    a, b = rows[0].grupo, rows[1].grupo
    words = f"{b.semestre}{b.nombre}\tMtra. Bé\n{a.etiqueta}\tMtro. Á\n9Z\tNadie\n"
    QApplication.clipboard().setText(words)
    page._paste()
    assert demo.grupos.get(a.id).docente_tutor == "Mtro. Á"
    assert demo.grupos.get(b.id).docente_tutor == "Mtra. Bé"
    assert says.toasts[-1].endswith("1 renglón no se usó")


# Asignaturas


def test_two_names_alike_are_offered_joined_and_undone(
    dialog: ConfiguracionDialog, demo: Store, says: Any
) -> None:
    kept = demo.asignaturas.where(nombre="Ciencias Sociales I")[0]
    with demo.operation("Otra"):
        other = demo.asignaturas.add(domain.Asignatura(nombre="CIENCIAS SOC 1"))
    page: Any = dialog.show_section("asignaturas")
    assert "CIENCIAS SOC 1" in page.strip.words.text()
    page.strip.pressed.emit()
    asking = dialog.findChildren(UnirDialog)[0]
    assert asking.radios[kept.id].isChecked()
    asking.main.click()
    assert demo.asignaturas.find(other.id) is None
    assert says.toasts[-1].startswith("Se unieron")
    says.press()
    assert demo.asignaturas.find(other.id) is not None


def test_two_that_are_different_are_not_offered_again(
    dialog: ConfiguracionDialog, demo: Store
) -> None:
    with demo.operation("Otra"):
        demo.asignaturas.add(domain.Asignatura(nombre="CIENCIAS SOC 1"))
    page: Any = dialog.show_section("asignaturas")
    page.other.click()
    assert page.strip.isHidden()


def test_what_contradicts_waits_for_a_decision(dialog: ConfiguracionDialog, demo: Store) -> None:
    kept = demo.asignaturas.where(nombre="Ciencias Sociales I")[0]
    one = next(c for c in demo.calificaciones.where(asignatura=kept.id) if c.valor)
    with demo.operation("Otra"):
        other = demo.asignaturas.add(domain.Asignatura(nombre="C. SOCIALES"))
        demo.calificaciones.add(
            domain.Calificacion(
                alumno=one.alumno, asignatura=other.id, periodo=one.periodo, parcial=one.parcial,
                intento=one.intento, valor=1,
            )
        )  # fmt: skip
    page: Any = dialog.show_section("asignaturas")
    page.join_into(kept.id, [other.id])
    assert page.strip.words.text() == "1 dato no coincide"
    assert demo.calificaciones.get(one.id).valor == one.valor
    page.other.click()
    assert demo.calificaciones.get(one.id).valor == 1
    assert demo.asignaturas.find(other.id) is None


def test_a_name_is_changed_in_place_and_a_repeated_one_refused(
    dialog: ConfiguracionDialog, demo: Store, qtbot: QtBot
) -> None:
    page: Any = dialog.show_section("asignaturas")
    ident = demo.asignaturas.where(nombre="Humanidades I")[0].id
    page.editing.edit(ident, "nombre")
    page.editing.cell.setText("Inglés I")
    qtbot.keyClick(page.editing.cell, Qt.Key.Key_Return)
    assert "ya está" in page.strip.words.text()
    page.editing.cell.setText("Humanidades Uno")
    qtbot.keyClick(page.editing.cell, Qt.Key.Key_Return)
    assert demo.asignaturas.get(ident).nombre == "Humanidades Uno"


def test_the_plan_is_brought_with_a_button(
    dialog: ConfiguracionDialog, demo: Store, says: Any
) -> None:
    page: Any = dialog.show_section("asignaturas")
    page._add_plan()
    assert says.toasts[-1] == "Ya están todas las del plan MCCEMS"
    unused = [row.id for row in page.table.model.rows() if not row.se_usa]
    asignaturas.delete_asignaturas(demo, unused)
    page._add_plan()
    assert says.toasts[-1].startswith("Se agreg")
