"""The tab Alumnos tutores on a made-up plantel: views, week, dominio, traits, many at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.services import alumnos_tutores, disponibilidad
from app.store import Store
from tests.ui.conftest import Heard
from ui.main_window import MainWindow
from ui.tabs.alumnos_tutores import AlumnosTutoresTab


@pytest.fixture
def tab(window: MainWindow) -> AlumnosTutoresTab:
    page = window.show_tab("alumnos_tutores")
    QApplication.processEvents()
    return page


def store_of(tab: AlumnosTutoresTab) -> Store:
    return tab.ctx.store


def chosen(tab: AlumnosTutoresTab) -> int:
    return tab.table.chosen_ids()[0]


def busy_one(tab: AlumnosTutoresTab) -> int:
    """Somebody active with tutorados, chosen in the list."""
    row = next(row for row in tab.rows if row.estado == "activo" and row.tutorados)
    tab.show_record(row.alumno)
    return row.alumno


@pytest.mark.feature("S-40", "M-94")
def test_the_list_opens_with_the_active_ones_and_the_first_chosen(tab: AlumnosTutoresTab) -> None:
    active = [row for row in tab.rows if row.estado == "activo"]
    assert tab.table.model.total == len(active) > 0
    assert tab.segments.button("activo").text() == f"Activos · {len(active)}"
    assert tab.splitter.panes.currentWidget() is tab.detail
    assert tab.detail.row is not None
    idle = sum(not row.tutorados for row in active)
    assert tab.table.foot_note.text() == (f"{idle} sin tutorados" if idle else "")


def test_views_filters_and_the_way_back(tab: AlumnosTutoresTab) -> None:
    tab.segments.chosen.emit("candidato")
    assert {row.estado for row in tab.table.model.rows()} <= {"candidato"}
    tab.others.chosen.emit("baja")
    assert tab.segments.key == ""
    assert tab.table.model.total == 0
    alumno = next(row for row in tab.rows if row.estado == "activo")
    tab.show_record(alumno.alumno)
    assert tab.segments.key == "activo"
    assert chosen(tab) == alumno.alumno
    tab.filter.setText("nadie se llama así")
    assert tab.table.model.rowCount() == 0
    tab.table.filters_cleared.emit()
    assert tab.filter.text() == ""
    tab.with_room.setChecked(True)
    assert all(
        row.cupo for row in (tab.table.model.row_at(i) for i in range(tab.table.model.rowCount()))
    )
    tab.with_room.setChecked(False)
    subject = alumno.asignaturas[0][0]
    tab.asignatura.set_key(subject)
    tab.asignatura.chosen.emit(subject)
    assert alumno.alumno in tab.table.model.shown_ids()
    tab.focus_filter()
    tab.show_record(5)


@pytest.mark.feature("M-30")
def test_a_stroke_on_the_week_is_stored_and_undone(
    tab: AlumnosTutoresTab, window: MainWindow
) -> None:
    alumno = busy_one(tab)
    before = disponibilidad.week_of(store_of(tab), alumno)
    grid = tab.detail.semana.grid
    marks = {cell: mark for cell, mark in grid.marks.items() if mark != "free"}
    tab.detail.semana.grid.changed.emit(marks)
    assert disponibilidad.week_of(store_of(tab), alumno)["disponible"] == []
    name = store_of(tab).alumnos.get(alumno).nombre_corto
    assert window.bar.undo.toolTip().startswith(f"Deshacer: Cambiar la disponibilidad de {name}")
    window.undo()
    assert disponibilidad.week_of(store_of(tab), alumno) == before
    assert "free" in grid.marks.values()


@pytest.fixture
def places(tab: AlumnosTutoresTab) -> list[tuple[str, object]]:
    """Where the page asks to go; the window does not go there."""
    asked: list[tuple[str, object]] = []
    tab.ctx.asked.disconnect()
    tab.ctx.asked.connect(lambda place, what: asked.append((place, what)))
    return asked


def test_the_page_leads_to_tutorado_plan_history_and_carnets(
    tab: AlumnosTutoresTab, places: list[tuple[str, object]], says: Heard
) -> None:
    alumno = busy_one(tab)
    person = tab.detail.semana.side.people[0]
    person.name.click()
    tab.detail.semana.grid.block_opened.emit(person.one.intervencion)
    tab.deeds.show_history([alumno])
    tab.deeds.show_alumno([alumno])
    tab.deeds.bring()
    tab.detail.next.click()
    assert places[:5] == [
        ("tutorados", person.one.alumno),
        ("planes", person.one.intervencion),
        ("historial", alumno),
        ("tutorados", alumno),
        ("importar", "tutores"),
    ]
    assert places[5][0] == "carnet"
    assert person.one.alumno in places[5][1]
    idle = next(row for row in tab.rows if not row.tutorados)
    tab.deeds.print_cards([idle.alumno])
    assert says.problems[-1].startswith("No tienen tutorados")


@pytest.mark.feature("M-24")
def test_dominio_is_edited_in_place_and_suggested(tab: AlumnosTutoresTab, says: Heard) -> None:
    alumno = busy_one(tab)
    tab.detail.pages.set_key("dominio")
    page = tab.detail.dominio
    editor = page.rows.editor(0, "calificacion")
    editor.line.setText("9,9")
    editor.left.emit()
    assert 99 in {d.calificacion for d in store_of(tab).dominios.where(alumno=alumno)}
    editor = page.rows.editor(0, "calificacion")
    editor.line.setText("11")
    editor.left.emit()
    assert "calificación de 0 a 10" in page.rows.problem(0)
    assert 99 in {d.calificacion for d in store_of(tab).dominios.where(alumno=alumno)}
    count = store_of(tab).dominios.count(alumno=alumno)
    first = store_of(tab).dominios.where(alumno=alumno)[0]
    page.rows.verbs.remove(first.id)
    assert store_of(tab).dominios.count(alumno=alumno) == count - 1
    assert says.press is not None
    says.press()
    assert store_of(tab).dominios.count(alumno=alumno) == count


def test_a_suggestion_is_taken_with_one_click(tab: AlumnosTutoresTab, says: Heard) -> None:
    tab.detail.pages.set_key("dominio")
    page = tab.detail.dominio
    for row in tab.rows:
        tab.show_record(row.alumno)
        if not page.suggested.isHidden():
            break
    else:
        pytest.fail("nobody has a suggestion in this plantel")
    line = page._suggestions[0]
    name = line.one.nombre
    assert line.words.text().startswith(f"Sacó {line.one.escrita} en {name}")
    line.add.click()
    added = store_of(tab).dominios.where(alumno=row.alumno, asignatura=line.one.asignatura)
    assert says.toasts[-1].endswith(f"ya domina {name}.") or added


@pytest.mark.feature("M-28", "M-29")
def test_traits_are_checked(tab: AlumnosTutoresTab) -> None:
    alumno = busy_one(tab)
    tab.detail.pages.set_key("rasgos")
    box = tab.detail.rasgos.boxes["6"]
    before = alumnos_tutores.perfil_of(store_of(tab), alumno).rasgos
    box.click()
    after = alumnos_tutores.perfil_of(store_of(tab), alumno).rasgos
    assert set(before) ^ set(after) == {"6"}
    assert tab.detail.rasgos.count.text() == f"{len(after)} de 12"


@pytest.mark.feature("M-20", "U-19")
def test_the_data_of_the_perfil_are_stored_on_leaving(tab: AlumnosTutoresTab) -> None:
    alumno = busy_one(tab)
    tab.detail.pages.set_key("datos")
    form = tab.detail.datos.form
    line = form.editor("capacidad").line
    line.setText("9")
    form.editor("capacidad").left.emit()
    assert "entre 0 y 6" in form.problems()["capacidad"]
    line.setText("5")
    form.editor("capacidad").left.emit()
    assert alumnos_tutores.perfil_of(store_of(tab), alumno).capacidad == 5
    assert tab.detail.row.capacidad == 5


@pytest.mark.feature("M-25")
def test_many_are_invited_with_one_button(tab: AlumnosTutoresTab, says: Heard) -> None:
    rows = [row for row in tab.rows if row.estado == "activo"]
    tab.table.choose(*(row.alumno for row in rows))
    assert tab.splitter.panes.currentWidget() is tab.many
    assert tab.many.head.count.text() == f"{len(rows)} alumnos tutores elegidos"
    tab.many.buttons["Poner en pausa"].click()
    assert says.toasts[-1] == f"Quedan en pausa {len(rows)} alumnos."
    assert tab.table.model.total == 0
    says.press()
    assert tab.table.model.total == len(rows)


@pytest.mark.feature("M-30")
def test_one_stroke_paints_for_many(tab: AlumnosTutoresTab) -> None:
    rows = [row for row in tab.rows if row.estado == "activo"][:2]
    tab.table.choose(*(row.alumno for row in rows))
    tab.many.grid.changed.emit({**tab.many.grid.marks, (5, 1140): "free"})
    assert store_of(tab).undo_label == "Cambiar la disponibilidad de 2 alumnos"
    for row in rows:
        week = disponibilidad.week_of(store_of(tab), row.alumno)
        assert any(t.dia == 5 and t.inicio <= 1140 < t.fin for t in week["disponible"])


def test_the_next_step_of_a_candidato_is_the_button(tab: AlumnosTutoresTab, says: Heard) -> None:
    alumno = busy_one(tab)
    with store_of(tab).operation("Candidato"):
        perfil = alumnos_tutores.perfil_of(store_of(tab), alumno)
        store_of(tab).perfiles_tutor.change(perfil.id, estado="candidato")
    tab.show_record(alumno)
    assert tab.detail.next.text() == "Invitar"
    tab.detail.next.click()
    assert alumnos_tutores.perfil_of(store_of(tab), alumno).estado == "invitado"
    assert says.toasts[-1].startswith("Se invitó a ")


def test_a_deleted_perfil_says_where_it_is(tab: AlumnosTutoresTab, says: Heard) -> None:
    alumno = busy_one(tab)
    tab.deeds.delete([alumno])
    assert "sin concluir" in says.problems[-1]
    idle = next(row for row in tab.rows if not row.tutorados)
    tab.deeds.delete([idle.alumno])
    assert says.toasts[-1].endswith("está en la papelera.")


def test_the_menus_offer_what_makes_sense(tab: AlumnosTutoresTab) -> None:
    busy_one(tab)
    tab.detail._fill_menu()
    labels = [action.text() for action in tab.detail.menu.actions() if action.text()]
    assert labels[0] == "Poner en pausa"
    assert "Invitar" not in labels
    assert tab._context_menu().actions()


def scrolled(page: QWidget) -> list[QScrollArea]:
    return [area for area in page.findChildren(QScrollArea) if area.isVisible()]


@pytest.mark.parametrize("key", ["semana", "dominio", "rasgos", "datos"])
def test_nothing_is_wider_than_its_pane_in_the_smallest_window(
    tab: AlumnosTutoresTab, key: str
) -> None:
    tab.detail.pages.set_key(key)
    QApplication.processEvents()
    for area in scrolled(tab):
        inside = area.widget()
        if inside is not None:
            assert inside.minimumSizeHint().width() <= area.viewport().width(), area
    assert tab.minimumSizeHint().width() <= 1280
    assert tab.minimumSizeHint().height() <= 595


def test_without_alumnos_tutores_the_list_says_what_to_do(tab: AlumnosTutoresTab) -> None:
    store = store_of(tab)
    with store.operation("Nadie"):
        store.perfiles_tutor.delete_many([p.id for p in store.perfiles_tutor.all()])
    assert tab.splitter.panes.currentWidget() is tab.nobody
    assert tab.empty.title.text() == "Todavía no hay alumnos tutores"
    assert tab.table.view.focusPolicy() != Qt.FocusPolicy.NoFocus
