"""The history on the screen: whose, which step, how far back, and the bin."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app import domain
from app.services import alumnos, planteles
from app.store import Store, history
from ui.context import Context
from ui.dialogs.historial import HistorialDialog
from ui.dialogs.historial.detail import rows_shown
from ui.dialogs.historial.steps import day_words
from ui.main_window import MainWindow


@pytest.fixture
def diego(demo: Store) -> domain.Alumno:
    """A student with four steps of the plantel after the making of the file, two of them his."""
    one = demo.alumnos.all()[5]
    alumnos.change_alumno(demo, one.id, {"telefono": "55 1234"})
    planteles.change_plantel(demo, {"director": "Mtra. Ávila"})
    with demo.operation("Importar 3 calificaciones", origin="importacion"):
        for found in demo.calificaciones.where(alumno=one.id)[:3]:
            demo.calificaciones.change(found.id, faltas=9)
    planteles.change_plantel(demo, {"localidad": "Ñu Yucú"})
    return demo.alumnos.get(one.id)


@pytest.fixture
def ctx(window: MainWindow) -> Context:
    assert window.ctx is not None
    return window.ctx


def open_on(ctx: Context, window: MainWindow, alumno: int | None = None, **more: Any) -> Any:
    dialog = HistorialDialog(ctx, alumno, window, **more)
    dialog.open()
    return dialog


def labels(dialog: Any) -> list[str]:
    return [step.etiqueta for step in dialog.model.steps]


def test_a_person_has_only_what_is_hers(
    ctx: Context, window: MainWindow, diego: domain.Alumno
) -> None:
    dialog = open_on(ctx, window, diego.id)
    assert dialog.title.text() == f"Historial de {diego.nombre}"
    assert labels(dialog)[:2] == [
        "Importar 3 calificaciones", f"Cambiar el teléfono de {diego.nombre_corto}",
    ]  # fmt: skip
    assert dialog.detail.name.text() == "Importar 3 calificaciones"
    shown = rows_shown(dialog.detail)
    assert len(shown) == 3
    assert all("Faltas" in campo and diego.nombre_corto not in campo for campo, *_ in shown)
    assert {despues for *_, despues in shown} == {"9"}
    assert "2 pasos de todo el plantel; 1 de ellos de" in dialog.detail.strip.second.text()


def test_the_whole_plantel_has_everything_and_names_each_record(
    ctx: Context, window: MainWindow, diego: domain.Alumno
) -> None:
    dialog = open_on(ctx, window, diego.id)
    dialog.segments.button("plantel").click()
    assert len(labels(dialog)) > 4
    assert rows_shown(dialog.detail)[0][0].startswith(diego.nombre_corto)


def test_undoing_down_to_a_step_says_how_much_and_can_be_brought_again(
    ctx: Context, window: MainWindow, diego: domain.Alumno, demo: Store
) -> None:
    dialog = open_on(ctx, window)
    target = next(s for s in dialog.model.steps if s.etiqueta.startswith("Cambiar el teléfono"))
    dialog.view.choose(target.id)
    assert dialog.detail.strip.second.text() == "Quita 4 pasos de todo el plantel."
    assert dialog.view.target == dialog.model.place_of(target.id)
    dialog.detail.strip.button.click()
    assert demo.alumnos.get(diego.id).telefono != "55 1234"
    assert demo.plantel.only().localidad != "Ñu Yucú"
    assert dialog.detail.strip.words.text() == "Se deshicieron 4 pasos"
    dialog.detail.strip.button.click()
    assert demo.alumnos.get(diego.id).telefono == "55 1234"
    assert demo.plantel.only().localidad == "Ñu Yucú"


def test_a_step_that_cannot_be_undone_says_so(
    ctx: Context, window: MainWindow, diego: domain.Alumno
) -> None:
    dialog = open_on(ctx, window)
    made = next(step for step in dialog.model.steps if not step.deshacible)
    dialog.view.choose(made.id)
    assert dialog.detail.strip.words.text() == "Este paso no se deshace."
    assert dialog.detail.strip.button.isHidden()
    assert dialog.view.target == -1


def test_steps_are_filtered_by_words_and_by_origin(
    ctx: Context, window: MainWindow, diego: domain.Alumno
) -> None:
    dialog = open_on(ctx, window)
    dialog.filter.setText("direccion")
    dialog.filter.entered.emit()
    dialog.filter._tell()
    assert labels(dialog) == ["Cambiar la dirección del plantel"]
    dialog.filter.clear()
    dialog.chips["Importaciones"].click()
    assert labels(dialog) == ["Importar 3 calificaciones"]
    dialog.filter.setText("ninguno así")
    dialog.filter._tell()
    assert labels(dialog) == []
    assert dialog.lists.currentWidget() is dialog.nothing
    assert dialog.detail.isHidden()


def test_pages_are_loaded_as_one_goes_down(
    ctx: Context, window: MainWindow, demo: Store, qtbot: QtBot
) -> None:
    for n in range(history.PAGE + 30):
        with demo.operation(f"Paso {n}"):
            demo.asignaturas.add(domain.Asignatura(nombre=f"Paso {n}"))
    dialog = open_on(ctx, window)
    assert len(dialog.model.steps) == history.PAGE
    assert dialog.count.text() == "100 pasos o más"
    dialog.view.scrollToBottom()
    dialog.model.fetchMore(dialog.view.rootIndex())
    assert len(dialog.model.steps) > history.PAGE
    assert dialog.model.complete


def test_the_keyboard_goes_along_the_steps_and_over_the_headings(
    ctx: Context, window: MainWindow, demo: Store, diego: domain.Alumno, qtbot: QtBot
) -> None:
    tomorrow = demo.clock() + timedelta(days=1)
    demo.clock = lambda: tomorrow
    planteles.change_plantel(demo, {"localidad": "Otra"})
    dialog = open_on(ctx, window)
    assert dialog.model.data(dialog.model.index(0)) == "Hoy"
    assert dialog.model.data(dialog.model.index(2)) == "Ayer"
    dialog.view.setFocus()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Down)
    assert dialog.detail.name.text() == "Cambiar la localidad del plantel"
    assert dialog.view.currentIndex().row() == 3


def test_what_was_deleted_comes_back_from_the_bin(
    ctx: Context, window: MainWindow, demo: Store
) -> None:
    planteles.delete_holidays(demo, [demo.dias_inhabiles.all()[0].id])
    days = demo.dias_inhabiles.count()
    dialog = open_on(ctx, window, papelera=True)
    assert dialog.segments.key == "papelera"
    assert dialog.segments.button("papelera").text() == "Papelera · 1"
    deleted = dialog.bin.model.rows()[0]
    dialog.bin.linked.emit("restaurar", deleted.operation.id)
    assert demo.dias_inhabiles.count() == days + 1
    assert dialog.segments.button("papelera").text() == "Papelera · 0"
    demo.undo()
    assert dialog.segments.button("papelera").text() == "Papelera · 1"


def test_a_place_that_is_taken_is_said_and_nothing_comes_back(
    ctx: Context, window: MainWindow, demo: Store, says: Any
) -> None:
    one = demo.alumnos.all()[0]
    with demo.operation("Borrar a alguien", deletes=True):
        demo.alumnos.delete(one.id)
    typed = {"matricula": one.matricula, "nombres": "Otra", "apellido_paterno": "Más"}
    alumnos.new_alumno(demo, typed)
    dialog = open_on(ctx, window, papelera=True)
    dialog.bin.opened.emit(dialog.bin.model.rows()[0].operation.id)
    assert "número de control" in says.problems[-1]
    assert demo.alumnos.find(one.id) is None


def test_days_are_said_as_people_say_them() -> None:
    today = datetime(2026, 11, 20).date()
    said = [day_words(today - timedelta(days=n), today) for n in (0, 1, 2, 400)]
    assert said == [
        "Hoy", "Ayer", "Miércoles 18 de noviembre", "Jueves 16 de octubre de 2025",
    ]  # fmt: skip
