"""The level of a student in the window: the rule, by whom it was changed, and how it went."""

import pytest
from PySide6.QtWidgets import QApplication

from app.services import alumnos
from app.store import Store
from tests.conftest import MOMENT
from ui.main_window import MainWindow
from ui.tabs.tutorados import TutoradosTab


@pytest.fixture
def tab(window: MainWindow) -> TutoradosTab:
    return window.show_tab("tutorados")


@pytest.mark.feature("U-43", "U-44")
def test_the_strip_tells_the_rule_the_hand_and_the_story(tab: TutoradosTab, demo: Store) -> None:
    row = next(one for one in tab.rows if one.nivel == "alto" and one.grupo_id)
    tab.show_record(row.alumno)
    page = tab.detail.pages.page("resumen")
    assert "reprobada dos veces o más" in page.risk.toolTip()
    assert page.story.isHidden()
    moved = MOMENT.replace(day=25)
    demo.clock = lambda: moved
    with demo.operation("Otras reglas"):
        demo.settings.change(1, reprobadas_alto=1, reprobadas_medio=1)
    alumnos.set_nivel(demo, [row.alumno], "medio", "Ya lo atiende su docente")
    QApplication.processEvents()
    assert "Cambiado a mano el 25/11/2026 por prueba" in page.risk.second.text()
    assert page.risk.words.text() == "Ya lo atiende su docente"
    other = next(
        one.alumno for one in tab.rows if one.reprobadas == 1 and one.nivel == "alto"
        and one.alumno != row.alumno
    )  # fmt: skip
    tab.show_record(other)
    assert page.story.text().startswith("Con las calificaciones: riesgo ")
    assert page.story.text().endswith("riesgo alto desde el 25/11/2026")


@pytest.mark.feature("S-09", "S-10", "S-11", "S-20", "U-73")
def test_the_list_is_filtered_by_performance(tab: TutoradosTab) -> None:
    chip = tab.bar.who
    everybody = len(tab.rows)
    shown: dict[str, set[int]] = {}
    for key in ("insatisfactorio", "repite", "satisfactorio", "alto"):
        chip.set_key(key)
        chip.chosen.emit(key)
        shown[key] = set(tab.table.model.shown_ids())
    assert 0 < len(shown["repite"]) < len(shown["insatisfactorio"]) <= everybody
    assert shown["repite"] < shown["insatisfactorio"]
    assert tab.bar.view == "todos"
    assert shown["alto"]
    assert not shown["alto"] & (shown["satisfactorio"] | shown["insatisfactorio"])
    tab.show_record("sin_tutor")
    assert tab.bar.performance == ""
    rows = {row.alumno: row for row in tab.rows}
    assert all(rows[one].regular for one in shown["alto"] | shown["satisfactorio"])
