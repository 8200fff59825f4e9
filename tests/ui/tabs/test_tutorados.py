"""The tab Tutorados: list, filters, detail in pages, mass actions, correction in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import domain
from app.services import alumnos
from app.store import Store
from tests.small_plantel import FISICA, MATE, SmallPlantel, intervencion, small_plantel
from tests.ui.conftest import Heard
from ui import messages
from ui.dialogs.cambiar_alumnos import EstadoDialog, GrupoDialog, NivelDialog
from ui.dialogs.nuevo_alumno import NuevoAlumno
from ui.main_window import MainWindow
from ui.tabs.tutorados import TutoradosTab
from ui.tabs.tutorados.window import DetailWindow


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


@pytest.fixture
def tab(empty_window: MainWindow, store: Store, plantel: SmallPlantel, says: Heard) -> TutoradosTab:
    """The tab in the smallest window, on a plantel of five; two of them owe something."""
    intervencion(store, plantel, FISICA, ("Diego",))
    empty_window.use(store)
    messages.use(says)
    page = empty_window.show_tab("tutorados")
    QApplication.processEvents()
    return page


def names(tab: TutoradosTab) -> list[str]:
    return [tab.table.model.row_at(i).corto for i in range(tab.table.model.rowCount())]


def choose(tab: TutoradosTab, *ids: int) -> None:
    tab.table.choose(*ids)
    QApplication.processEvents()


@pytest.mark.feature("M-26", "S-41", "U-66", "M-94")
def test_the_list_shows_who_needs_help_and_can_show_everybody(
    tab: TutoradosTab, plantel: SmallPlantel
) -> None:
    assert names(tab) == ["Diego Núñez", "Ximena Ordóñez"]
    assert tab.bar.alone.text() == "Sin tutor · 2"
    assert tab.table.counts.text() == "2 tutorados · 1 seleccionado"
    texts = [tab.table.model.index(row, 4).data() for row in range(2)]
    assert texts == ["Falta en 1 de 2", "Sin tutor"]
    tab.bar.who.set_key("todos")
    tab.bar.who.chosen.emit("todos")
    assert names(tab) == [
        "Valeria Muñoz", "Diego Núñez", "Nora Ñáñez", "Ximena Ordóñez", "Iker Zúñiga",
    ]  # fmt: skip
    tab.bar.filter.setText("nunez dieg")
    tab.bar.filter.typed.emit("nunez dieg")
    assert names(tab) == ["Diego Núñez"]
    tab.table.filters_cleared.emit()
    assert len(names(tab)) == 5


@pytest.mark.feature("M-26", "U-66")
def test_other_pages_lead_to_a_filter_or_to_a_person(
    tab: TutoradosTab, plantel: SmallPlantel
) -> None:
    tab.show_record(("nivel", "sin_datos"))
    assert names(tab) == ["Nora Ñáñez"]
    assert tab.bar.view == "todos"
    tab.show_record(("asignatura", plantel.asignaturas[MATE]))
    assert names(tab) == ["Diego Núñez"]
    assert not tab.bar.subject.isHidden()
    tab.bar.subject.setChecked(False)
    assert len(names(tab)) == 5
    tab.show_record("sin_tutor")
    assert set(names(tab)) == {"Diego Núñez", "Ximena Ordóñez"}
    tab.show_record([plantel["Iker"], plantel["Nora"]])
    assert set(tab.table.chosen_ids()) == {plantel["Iker"], plantel["Nora"]}
    tab.show_record("asignacion")
    assert tab.board is not None
    assert tab.stack.currentWidget() is tab.board


def test_chips_of_turno_and_grupo(tab: TutoradosTab, store: Store, plantel: SmallPlantel) -> None:
    assert tab.bar.turno.isHidden()
    with store.operation("Vespertino"):
        store.grupos.change(plantel.grupo, turno="vespertino")
    tab.bar.set_view("todos")
    tab.refresh()
    assert not tab.bar.turno.isHidden()
    tab.bar.turno.set_key("vespertino")
    tab.bar.turno.chosen.emit("vespertino")
    assert names(tab) == ["Valeria Muñoz", "Iker Zúñiga"]
    tab.table.filters_cleared.emit()
    tab.bar.grupo.set_key(("g", plantel.other_grupo))
    tab.bar.grupo.chosen.emit(tab.bar.grupo.key)
    assert len(names(tab)) == 3
    tab.bar.grupo.set_key(("s", 5))
    tab.bar.grupo.chosen.emit(tab.bar.grupo.key)
    assert len(names(tab)) == 5
    tab.bar.level.set_key("sin_riesgo")
    tab.bar.level.chosen.emit("sin_riesgo")
    assert names(tab) == ["Valeria Muñoz", "Iker Zúñiga"]


@pytest.mark.feature("M-70", "M-71", "U-44", "S-42")
def test_the_summary_says_what_why_and_the_next_step(
    tab: TutoradosTab, plantel: SmallPlantel, qtbot: QtBot
) -> None:
    choose(tab, plantel["Diego"])
    page = tab.detail.pages.page("resumen")
    assert page.risk.lead.text() == "Riesgo bajo"
    assert page.risk.words.text() == "Debe Física II (4)"
    assert "desempeño insatisfactorio" in page.risk.second.text()
    rows = page.table.model.rows()
    assert [(row.nombre, row.nombre_tutor, row.boton) for row in rows] == [
        ("Física II · 2025-2026B", "Valeria Muñoz", "Ver"),
        ("Matemáticas III · 2025-2026B", "Sin tutor", "Buscar"),
    ]
    assert page._documents_note.text() == "0 de 4 documentos"
    assert "Sin horario en Física II" in page.documents[3].accessibleName()
    with qtbot.waitSignal(tab.ctx.asked) as asked:
        page.table.linked.emit("boton", plantel.asignaturas[MATE])
    assert asked.args == ["asignar", (plantel["Diego"], plantel.asignaturas[MATE])]
    page.table.linked.emit("boton", plantel.asignaturas[FISICA])
    assert tab.detail.pages.key == "intervenciones"


@pytest.mark.feature("M-07")
def test_what_a_list_brought_wrong_is_corrected_here(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel
) -> None:
    diego = plantel["Diego"]
    with store.operation("Importar"):
        one, two = store.correcciones.add_many(
            domain.Correccion(alumno=diego, campo=campo, escrito="31/02/2010", motivo="no existe")
            for campo in ("nacimiento", "telefono")
        )
    choose(tab, diego)
    waiting = tab.detail.pages.page("resumen").correcciones
    assert waiting.isVisible()
    waiting._rows[one.id].correct()
    assert waiting._rows[one.id].problem.words.text().endswith("febrero no tiene día 31")
    waiting._rows[one.id].field.setText("28/02/2010")
    waiting._rows[one.id].correct()
    assert store.alumnos.get(diego).nacimiento is not None
    waiting._rows[two.id].discard()
    assert not waiting.isVisible()


@pytest.mark.feature("M-07", "M-79", "I-04")
def test_data_are_stored_when_a_field_is_left(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel
) -> None:
    diego = plantel["Diego"]
    choose(tab, diego)
    tab.detail.pages.set_key("ficha")
    page = tab.detail.pages.page("ficha")
    page.form._save("telefono", "951 123")
    assert store.alumnos.get(diego).telefono == "951 123"
    page.form._save("grupo", plantel.grupo)
    assert store.undo_label == "Cambiar el grupo de Diego Núñez: 5.º A"
    QApplication.processEvents()
    assert page.grupo_title.text() == "Grupo 5.º A"
    page.grupo._save("docente_tutor", "Laura Pech")
    assert store.grupos.get(plantel.grupo).docente_tutor == "Laura Pech"
    page.form._save("curp", "GOCD090412HMCMRVA1")
    page.form._save("sexo", "mujer")
    QApplication.processEvents()
    assert page.form.problems()["curp"].startswith("La CURP es de hombre")
    editor = page.form.editor("matricula")
    editor.line.setText("003")
    editor.line.setModified(True)
    editor.line.editingFinished.emit()
    assert "ya lo tiene Ximena Ordóñez" in page.form.problems()["matricula"]
    assert store.alumnos.get(diego).matricula == "004"


@pytest.mark.feature("M-30")
def test_a_stroke_on_the_week_is_stored(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel
) -> None:
    choose(tab, plantel["Ximena"])
    tab.detail.pages.set_key("disponibilidad")
    page = tab.detail.pages.page("disponibilidad")
    page.grid.changed.emit({(2, 660): "free", (2, 690): "free"})
    row = store.disponibilidades.where(alumno=plantel["Ximena"])[0]
    assert (row.dia, row.inicio, row.fin) == (2, 660, 720)


def test_many_at_once(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel, says: Heard, qtbot: QtBot
) -> None:
    choose(tab, plantel["Diego"], plantel["Ximena"])
    assert tab.splitter.panes.currentWidget() is tab.many
    assert tab.many.head.count.text() == "2 alumnos elegidos"
    assert tab.many.head.shared.text() == "Todos de 5.º B"
    with qtbot.waitSignal(tab.ctx.asked) as asked:
        tab.many.buttons["Imprimir carnet"].click()
    assert set((asked.args or [0, []])[1]) == {plantel["Diego"], plantel["Ximena"]}
    tab.ctx.show("tutorados")
    tab.table.view.setFocus()
    qtbot.keyClick(tab.table.view, Qt.Key.Key_Delete)
    assert says.toasts[-1] == "Se borró a 2 alumnos; está en la papelera."
    assert tab.splitter.panes.currentWidget() is tab.nobody
    assert says.press is not None
    says.press()
    assert store.alumnos.count() == 5
    tab.bar.set_view("todos")
    tab.refresh()
    choose(tab, plantel["Valeria"])
    tab.deeds.delete([plantel["Valeria"]])
    assert "Valeria Muñoz acompaña a alguien" in says.problems[-1]


@pytest.mark.feature("U-44", "I-30", "M-07")
def test_small_dialogs_change_one_datum(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel, says: Heard
) -> None:
    ids = [plantel["Diego"], plantel["Ximena"]]
    tab.deeds.change_nivel(ids[:1])
    nivel = tab.findChild(NivelDialog)
    assert not nivel.reason.isEnabled()
    nivel.choices["alto"].setChecked(True)
    nivel.accept()
    assert "Motivo" in nivel.problem.words.text()
    nivel.reason.setText("Trabaja por las tardes")
    nivel.accept()
    assert [row.corto for row in tab.rows if row.cambiado] == ["Diego Núñez"]
    tab.deeds.change_grupo(ids)
    grupo = tab.findChild(GrupoDialog)
    grupo.accept()
    assert grupo.problem.words.text() == "Elija un grupo de la lista."
    grupo.grupo.set_key(plantel.grupo)
    grupo.accept()
    assert says.toasts[-1] == "2 alumnos: ahora en 5.º A."
    tab.deeds.change_estado(ids)
    estado = tab.findChild(EstadoDialog)
    estado.choices["baja_temporal"].setChecked(True)
    estado.accept()
    assert names(tab) == ["Diego Núñez"]


@pytest.mark.feature("M-07", "M-22", "M-78", "M-79")
def test_capturing_by_hand(tab: TutoradosTab, store: Store, says: Heard) -> None:
    tab.new_record()
    dialog = tab.findChild(NuevoAlumno)
    dialog.accept()
    assert "matricula" in dialog.form.problems()
    for key, typed in (("matricula", "0231"), ("nombres", "Ana"), ("apellido_paterno", "Ñuño")):
        dialog.form.editor(key).line.setText(typed)
    dialog.grupo.set_key("nuevo")
    dialog._show_new("nuevo")
    dialog._add_and_stay()
    assert "semestre" in dialog.new_grupo.problems()
    dialog.new_grupo.editor("semestre").line.setText("3")
    dialog.new_grupo.editor("nombre").line.setText("B")
    dialog._add_and_stay()
    assert dialog.note.text() == "Se agregó a Ana Ñuño"
    assert dialog.form.editor("matricula").line.text() == ""
    dialog.form.editor("matricula").line.setText("0231")
    dialog.form.editor("nombres").line.setText("Eva")
    dialog.accept()
    assert "ya lo tiene Ana Ñuño" in dialog.form.problems()["matricula"]
    dialog.form.editor("matricula").line.setText("0232")
    dialog.accept()
    made = {one.matricula: one for one in store.alumnos.all()}
    assert made["0231"].grupo == made["0232"].grupo
    assert says.toasts[-1] == "Se agregó a Eva."
    assert tab.table.chosen_ids() == [made["0232"].id]


def test_enter_opens_the_detail_alone_and_escape_closes_it(
    tab: TutoradosTab, store: Store, plantel: SmallPlantel, qtbot: QtBot
) -> None:
    choose(tab, plantel["Diego"])
    tab.table.view.setFocus()
    qtbot.keyClick(tab.table.view, Qt.Key.Key_Return)
    alone = tab.findChild(DetailWindow)
    assert alone.detail.name.text() == "Diego Armando Núñez Peña"
    alumnos.change_alumno(store, plantel["Diego"], {"nombres": "Diego"})
    assert alone.detail.name.text() == "Diego Núñez Peña"
    qtbot.keyClick(alone, Qt.Key.Key_Escape)
    assert not alone.isVisible()


def test_an_empty_plantel_says_what_to_do_next(
    empty_window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    empty_window.use(store)
    tab = empty_window.show_tab("tutorados")
    assert tab.empty.title.text() == "Todavía no hay alumnos"
    alumnos.new_alumno(store, {"matricula": "1", "nombres": "Ana"})
    assert tab.empty.title.text() == "Faltan las calificaciones"
    assert tab.bring.text() == "Importar calificaciones…"
    assert next(action.label for action in tab.actions()) == "Nuevo alumno"
