"""The dialogs of Alumnos tutores: candidatos, new ones, copies of a week, leaving, the red."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.services import alumnos_tutores, disponibilidad
from app.store import Store
from tests.ui.conftest import Heard
from ui.dialogs.baja_alumno_tutor import BajaDialog
from ui.dialogs.candidatos import CandidatosDialog
from ui.dialogs.capacidad import CapacidadDialog
from ui.dialogs.copiar_semana import CopiarSemanaDialog
from ui.dialogs.detalle import DetalleDialog
from ui.dialogs.dominio import DominioDialog
from ui.dialogs.nuevo_alumno_tutor import NuevoAlumnoTutorDialog
from ui.dialogs.red import RedDialog
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


def dialog(kind: type[QWidget]) -> QWidget:
    QApplication.processEvents()
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def test_who_leaves_with_tutorados_is_asked_about_them(tab: AlumnosTutoresTab, says: Heard) -> None:
    alumno = busy_one(tab)
    tab.deeds.leave([alumno])
    asked = dialog(BajaDialog)
    asked.accept()
    perfil = alumnos_tutores.perfil_of(store_of(tab), alumno)
    assert perfil.estado == "baja"
    assert store_of(tab).intervenciones.count(alumno_tutor=alumno, estado="cancelada")
    assert "quedaron libres" in says.toasts[-1] or "quedó libre" in says.toasts[-1]


@pytest.mark.feature("M-24", "U-61", "S-12")
def test_candidatos_are_found_marked_and_proposed(tab: AlumnosTutoresTab, says: Heard) -> None:
    tab.deeds.find()
    found = dialog(CandidatosDialog)
    assert not found.main.isEnabled()
    found._mark_everywhere()
    assert found.main.isEnabled()
    assert "asignatura" in found.note.text()
    third = found.people.model.shown_ids()
    best = {c.alumno for c in found._shown() if c.en_tercio}
    assert set(third) == best
    found.third.set_key("ambos")
    found.third.chosen.emit("ambos")
    assert set(found.people.model.shown_ids()) <= set(third)
    found.filter.setText("zzz")
    found.people.filters_cleared.emit()
    found._mark_best()
    before = len(tab.rows)
    found.accept()
    assert len(tab.rows) > before
    assert says.toasts[-1].startswith("Se propuso a ")
    assert tab.segments.key in ("candidato", "")


def test_an_alumno_is_added_by_hand(tab: AlumnosTutoresTab, says: Heard) -> None:
    tab.deeds.new()
    found = dialog(NuevoAlumnoTutorDialog)
    assert not found.main.isEnabled()
    first = found.table.model.id_at(0)
    found.table.toggle(first)
    found.state.set_key("activo")
    found.accept()
    assert alumnos_tutores.perfil_of(store_of(tab), first).estado == "activo"
    assert says.toasts[-1] == "Se agregó a 1 alumno tutor."
    assert chosen(tab) == first


def test_a_week_goes_to_the_whole_grupo(tab: AlumnosTutoresTab, says: Heard) -> None:
    alumno = busy_one(tab)
    tab.deeds.copy_week([alumno])
    found = dialog(CopiarSemanaDialog)
    found.to.set_key("grupo")
    found.to.chosen.emit("grupo")
    assert found.only_classes.isChecked()
    found.accept()
    grupo = store_of(tab).alumnos.get(alumno).grupo
    mates = store_of(tab).alumnos.where(grupo=grupo, estado="activo")
    classes = disponibilidad.week_of(store_of(tab), alumno)["clase"]
    weeks = disponibilidad.weeks_of(store_of(tab), [mate.id for mate in mates])
    assert all(week["clase"] == classes for week in weeks.values())
    assert says.toasts[-1] == f"La semana se copió a {len(mates) - 1} alumnos."


def test_the_capacity_of_many_and_the_red(tab: AlumnosTutoresTab) -> None:
    ids = [row.alumno for row in tab.rows][:3]
    tab.deeds.set_capacity(ids)
    asked = dialog(CapacidadDialog)
    asked.segments.set_key("4")
    asked.accept()
    assert all(alumnos_tutores.perfil_of(store_of(tab), id).capacidad == 4 for id in ids)
    tab.deeds.show_red()
    red = dialog(RedDialog)
    assert red.table.model.total > 0
    red._go("tutor", red.table.model.id_at(0))
    assert red.isHidden()


def test_a_subject_is_added_with_the_grade_it_brings(tab: AlumnosTutoresTab) -> None:
    alumno = busy_one(tab)
    tab.detail.pages.set_key("dominio")
    tab.detail.dominio.add()
    asked = dialog(DominioDialog)
    asked.accept()
    assert "elija una" in asked.form.problems()["asignatura"].lower()
    pick = asked.form.editor("asignatura").pick
    key = next(k for k in pick._keys if k in asked.results)
    pick._take(pick._keys.index(key))
    assert asked.form.value("calificacion") == asked.results[key].valor
    asked.accept()
    assert store_of(tab).dominios.count(alumno=alumno, asignatura=key) == 1


def test_an_alumno_tutor_opens_alone_and_goes_with_the_record(tab: AlumnosTutoresTab) -> None:
    alumno = busy_one(tab)
    tab.table.opened.emit(alumno)
    alone = dialog(DetalleDialog)
    detail = alone.findChild(type(tab.detail))
    assert detail.name.text() == store_of(tab).alumnos.get(alumno).nombre
    with store_of(tab).operation("Sin perfil"):
        perfil = alumnos_tutores.perfil_of(store_of(tab), alumno)
        store_of(tab).perfiles_tutor.delete(perfil.id)
    assert alone.isHidden()
