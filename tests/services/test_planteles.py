"""The plantel's data, its periodos, its non-working days, its grupos and its rules."""

from datetime import date

import pytest

from app import domain
from app.domain.calendario import business_days_after
from app.errors import AppError, InvalidValue
from app.services import planteles
from app.store import Store
from app.store.queries.grupos import grupos
from tests.small_plantel import small_plantel


def days(store: Store) -> dict[date | None, str]:
    return {one.fecha: one.motivo for one in store.dias_inhabiles.all()}


def test_a_datum_of_the_plantel_says_which_it_was_in_the_undo(store: Store) -> None:
    planteles.change_plantel(store, {"cct": "15dct-0214k"})
    planteles.change_plantel(store, {"director": "Mtro. Íñigo Ñúñez"})
    assert store.undo_label == "Cambiar la dirección del plantel"
    assert store.plantel.only().cct == "15DCT0214K"
    store.undo()
    assert store.plantel.only().director == ""


def test_a_refused_datum_of_a_new_file_leaves_no_file(store: Store) -> None:
    path = store.path.with_name("otro.entrepares") if store.path else None
    assert path is not None
    with pytest.raises(InvalidValue):
        planteles.new_file(path, "Otro", more={"turnos": "nunca"})
    assert not path.exists()


@pytest.mark.feature("U-44")
def test_rules_that_contradict_each_other_are_refused(store: Store) -> None:
    with pytest.raises(InvalidValue, match="no puede empezar después") as refused:
        planteles.change_settings(store, {"reprobadas_medio": "6"})
    assert refused.value.key == "reprobadas_medio"
    with pytest.raises(InvalidValue, match="obligatorio"):
        planteles.change_settings(store, {"capacidad": ""})
    assert store.settings.only() == domain.Settings()


def test_a_rule_changes_the_risk_of_everybody_and_goes_back_in_one_step(store: Store) -> None:
    plantel = small_plantel(store)
    before = store.query("SELECT alumno, nivel FROM riesgos ORDER BY alumno")
    planteles.change_settings(store, {"reprobadas_alto": "2", "reprobadas_medio": "1"})
    levels = dict(store.query("SELECT alumno, nivel FROM riesgos"))
    assert levels[plantel["Diego"]] == "alto"
    planteles.restore_settings(store)
    assert store.query("SELECT alumno, nivel FROM riesgos ORDER BY alumno") == before
    store.undo()
    assert store.settings.only().reprobadas_alto == 2


def test_a_periodo_is_added_apart_and_its_dates_are_kept_in_order(store: Store) -> None:
    made = planteles.add_periodo(store, {"ciclo": "2026-2027", "parte": "B"})
    assert planteles.current_periodo(store).nombre == "2026-2027A"
    with pytest.raises(InvalidValue, match="ya está"):
        planteles.add_periodo(store, {"ciclo": "2026-2027", "parte": "B"})
    planteles.change_periodo(store, made.id, {"inicio": "08/02/2027"})
    with pytest.raises(InvalidValue, match="anterior") as refused:
        planteles.change_periodo(store, made.id, {"fin": "01/02/2027"})
    assert refused.value.key == "fin"
    planteles.change_periodo(store, made.id, {"fin": "02/07/2027"})
    assert store.periodos.get(made.id).fin == date(2027, 7, 2)


def test_a_stretch_of_days_is_added_once(store: Store) -> None:
    typed = {"desde": "21/12/2026", "hasta": "06/01/2027", "motivo": "Vacaciones"}
    assert planteles.add_holidays(store, typed) == 17
    assert planteles.add_holidays(store, {"desde": "06/01/2027", "motivo": "Otro"}) == 0
    assert days(store)[date(2027, 1, 6)] == "Vacaciones"
    store.undo()
    assert days(store) == {}


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ({"desde": "", "motivo": "x"}, "desde"),
        ({"desde": "31/02/2027"}, "desde"),
        ({"desde": "05/01/2027", "hasta": "04/01/2027"}, "hasta"),
        ({"desde": "05/01/2027", "hasta": "04/01/2028"}, "hasta"),
    ],
)
def test_a_stretch_that_cannot_be_names_its_field(
    store: Store, typed: dict[str, str], key: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        planteles.add_holidays(store, typed)
    assert refused.value.key == key
    assert days(store) == {}


@pytest.mark.feature("U-21")
def test_official_days_count_for_the_due_date_of_a_plan(store: Store) -> None:
    added = planteles.add_official_holidays(store, planteles.current_periodo(store))
    assert added == len(days(store)) == 7
    assert days(store)[date(2026, 11, 16)] == "Día de la Revolución"
    assert planteles.add_official_holidays(store, planteles.current_periodo(store)) == 0
    found = {day for day in days(store) if day}
    assert business_days_after(date(2026, 11, 13), 1, found) == date(2026, 11, 17)
    one = store.dias_inhabiles.where(fecha=date(2026, 11, 16))[0]
    planteles.delete_holidays(store, [one.id])
    assert date(2026, 11, 16) not in days(store)


@pytest.mark.feature("M-22")
def test_many_grupos_get_their_docente_in_one_step(store: Store) -> None:
    plantel = small_plantel(store)
    names = {plantel.grupo: "Mtra. Ñoñi  Ávila", plantel.other_grupo: ""}
    assert planteles.set_docentes(store, names) == 2
    rows = grupos(store, plantel.periodo)
    assert [(row.grupo.docente_tutor, row.alumnos) for row in rows] == [
        ("Mtra. Ñoñi Ávila", 2), ("", 3),
    ]  # fmt: skip
    store.undo()
    assert store.grupos.get(plantel.grupo).docente_tutor == ""


def test_only_an_empty_grupo_can_be_deleted(store: Store) -> None:
    plantel = small_plantel(store)
    with store.operation("Otro grupo"):
        empty = store.grupos.add(domain.Grupo(periodo=plantel.periodo, semestre=1, nombre="Z"))
    planteles.delete_grupos(store, [empty.id])
    assert store.grupos.find(empty.id) is None
    with pytest.raises(AppError, match="tiene alumnos"):
        planteles.delete_grupos(store, [plantel.grupo])
