"""Configuración: each section stores what is left, says what it refuses, and can be undone."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app import domain
from app.services import planteles
from app.store import Store
from ui import state, theme
from ui.dialogs.configuracion import SECTIONS, ConfiguracionDialog
from ui.dialogs.configuracion.inhabiles import tramos
from ui.forms.form import FormDialog
from ui.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow) -> ConfiguracionDialog:
    assert window.ctx is not None
    made = ConfiguracionDialog(window.ctx, "plantel", window)
    made.open()
    return made


def write(form: Any, key: str, words: str) -> None:
    editor = form.editor(key)
    line = getattr(editor, "line", None) or editor.lines
    getattr(line, "setText", getattr(line, "setPlainText", None))(words)
    editor.left.emit()


def test_every_section_opens_by_its_name(dialog: ConfiguracionDialog) -> None:
    for key in SECTIONS:
        dialog.show_section(key)
        assert dialog.index.key == key
        hint, room = dialog.sections[key].minimumSizeHint(), dialog.stack.size()
        assert hint.width() <= room.width(), key
        assert hint.height() <= room.height(), key


def test_a_datum_of_the_plantel_is_stored_on_leaving_it_and_undone(
    dialog: ConfiguracionDialog, demo: Store
) -> None:
    form = dialog.sections["plantel"].form
    write(form, "director", "Mtro. Íñigo Ñáñez")
    assert demo.plantel.only().director == "Mtro. Íñigo Ñáñez"
    assert dialog.note.text() == "Se guardó: Cambiar la dirección del plantel"
    dialog.undo.click()
    assert demo.plantel.only().director != "Mtro. Íñigo Ñáñez"
    assert form.editor("director").line.text() == demo.plantel.only().director
    assert dialog.note.text() == "Se deshizo: Cambiar la dirección del plantel"


def test_a_doubtful_cct_is_stored_and_said(dialog: ConfiguracionDialog, demo: Store) -> None:
    form = dialog.sections["plantel"].form
    write(form, "cct", "17ebh9904a")
    assert demo.plantel.only().cct == "17EBH9904A"
    assert "última letra" in form.problems()["cct"]


def test_what_is_refused_stays_and_closing_asks_once(
    dialog: ConfiguracionDialog, demo: Store
) -> None:
    form = dialog.sections["plantel"].form
    before = demo.plantel.only().nombre
    write(form, "nombre", "")
    assert form.problems() == {"nombre": "Nombre del plantel: es obligatorio"}
    dialog.show_section("reglas")
    dialog.cancel.click()
    assert dialog.isVisible()
    assert dialog.index.key == "plantel"
    dialog.cancel.click()
    assert not dialog.isVisible()
    assert demo.plantel.only().nombre == before


def test_what_is_being_typed_is_stored_when_the_dialog_closes(
    dialog: ConfiguracionDialog, demo: Store, qtbot: QtBot
) -> None:
    line = dialog.sections["plantel"].form.editor("localidad").line
    line.setFocus()
    line.setText("Ñu Yucú")
    line.setModified(True)
    dialog.reject()
    assert demo.plantel.only().localidad == "Ñu Yucú"


# Periodo


def test_the_dates_of_a_periodo_give_its_weeks(dialog: ConfiguracionDialog, demo: Store) -> None:
    page: Any = dialog.show_section("periodo")
    current = planteles.current_periodo(demo)
    write(page.form, "inicio", "24/08/2026")
    write(page.form, "fin", "18/12/2026")
    assert demo.periodos.get(current.id).fin == date(2026, 12, 18)
    assert page.count.text().startswith("17 semanas")
    write(page.form, "fin", "01/08/2026")
    assert "anterior" in page.form.problems()["fin"]
    assert demo.periodos.get(current.id).fin == date(2026, 12, 18)


def test_another_periodo_is_added_and_chosen(dialog: ConfiguracionDialog, demo: Store) -> None:
    page: Any = dialog.show_section("periodo")
    page._add()
    adding = dialog.findChildren(FormDialog)[0]
    adding.main.click()
    made = demo.periodos.where(ciclo="2026-2027", parte="B")
    assert len(made) == 1
    assert planteles.current_periodo(demo).nombre == "2026-2027A"
    assert page.chosen.nombre == "2026-2027B"
    page.use.click()
    assert planteles.current_periodo(demo).nombre == "2026-2027B"
    assert page.use.isHidden()


# Días inhábiles


def test_days_off_come_in_stretches_that_pass_over_weekends() -> None:
    days = [
        domain.DiaInhabil(id=n, fecha=date(2026, 12, day), motivo=why)
        for n, (day, why) in enumerate(
            [(17, "V"), (18, "V"), (21, "V"), (22, "Otro"), (24, "Otro")]
        )
    ]
    found = tramos(days)
    assert [(one.id, one.habiles) for one in found] == [((0, 1, 2), 3), ((3,), 1), ((4,), 1)]
    assert found[0].fechas == "17 dic 2026 – 21 dic 2026"


def test_days_are_picked_on_the_months_named_and_added(
    dialog: ConfiguracionDialog, demo: Store, qtbot: QtBot
) -> None:
    page: Any = dialog.show_section("inhabiles")
    first, last = date(2026, 10, 5), date(2026, 10, 7)
    at = [page.months.rect_of(day).center().toPoint() for day in (first, last)]
    qtbot.mousePress(page.months, Qt.MouseButton.LeftButton, pos=at[0])
    qtbot.mouseMove(page.months, at[1])
    QTest.mouseRelease(page.months, Qt.MouseButton.LeftButton, pos=at[1])
    assert page.form.editor("desde").line.text() == "05/10/2026"
    write(page.form, "hasta", "07/10/2026")
    page.form.editor("motivo").line.setText("Semana de la ciencia")
    page.add.click()
    assert demo.dias_inhabiles.count(motivo="Semana de la ciencia") == 3
    assert page.form.editor("desde").line.text() == ""
    assert page.months.day_at(QPointF(at[0])) == first
    demo.undo()
    assert demo.dias_inhabiles.count(motivo="Semana de la ciencia") == 0


def test_a_bad_day_is_said_beside_its_field(dialog: ConfiguracionDialog, demo: Store) -> None:
    page: Any = dialog.show_section("inhabiles")
    before = demo.dias_inhabiles.count()
    page.form.editor("desde").line.setText("31/02/2027")
    page.add.click()
    assert "febrero no tiene día 31" in page.form.problems()["desde"]
    assert page.form.editor("desde").line.text() == "31/02/2027"
    assert demo.dias_inhabiles.count() == before


def test_the_official_ones_with_a_button_and_away_with_another(
    dialog: ConfiguracionDialog, demo: Store, says: Any
) -> None:
    page: Any = dialog.show_section("inhabiles")
    page._add_official()
    assert says.toasts[-1].startswith("Se agregaron")
    page._add_official()
    assert says.toasts[-1] == "Esos días ya estaban en la lista"
    day = demo.dias_inhabiles.where(fecha=date(2027, 2, 1))[0]
    page.table.choose((day.id,))
    page.remove.click()
    assert demo.dias_inhabiles.find(day.id) is None


# Reglas and Apariencia


@pytest.mark.feature("U-44", "U-46")
def test_a_threshold_is_stored_and_the_outcome_is_seen(
    dialog: ConfiguracionDialog, demo: Store
) -> None:
    page: Any = dialog.show_section("reglas")
    assert not page.restore.isEnabled()
    before = dict(page.levels.table())
    write(page.form("promedio_bajo"), "promedio_bajo", "9.9")
    assert demo.settings.only().promedio_bajo == 99
    assert int(dict(page.levels.table())["Bajo"]) > int(before["Bajo"])
    page.restore.click()
    assert demo.settings.only() == domain.Settings()
    assert dict(page.levels.table()) == before


def test_thresholds_in_disorder_are_refused_beside_the_field(
    dialog: ConfiguracionDialog, demo: Store
) -> None:
    page: Any = dialog.show_section("reglas")
    write(page.form("faltas_medio"), "faltas_medio", "40")
    assert "no puede empezar después" in page.form("faltas_medio").problems()["faltas_medio"]
    assert demo.settings.only().faltas_medio == 10


def test_every_rule_says_what_it_does(dialog: ConfiguracionDialog) -> None:
    page: Any = dialog.show_section("reglas")
    fields = domain.settings.Settings.__dataclass_fields__  # type: ignore[attr-defined]
    assert set(page.rules) == set(fields) - {"id"}
    assert all(rule.form.fields[key].field.help for key, rule in page.rules.items())


def test_the_look_changes_at_once_and_is_no_operation(
    dialog: ConfiguracionDialog, demo: Store
) -> None:
    label = demo.undo_label
    page: Any = dialog.show_section("apariencia")
    page.themes["oscura"].click()
    assert theme.is_dark()
    page.sizes[2].click()
    assert state.recall("apariencia/tema") == "oscura"
    assert state.recall("apariencia/letra") == "2"
    assert demo.undo_label == label
    page.themes["clara"].click()
    page.sizes[0].click()
    assert not theme.is_dark()
