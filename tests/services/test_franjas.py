"""The weekly hours of an intervención: clashes in words, warnings, and the log of changes."""

import pytest

from app import domain
from app.domain.horario import Tramo
from app.errors import InvalidValue
from app.services import disponibilidad, estados, franjas, planes
from app.store import Store
from tests.small_plantel import MATE, SmallPlantel, intervencion, small_plantel

TUESDAY = {"dia": "martes", "inicio": "11:00", "fin": "12:00", "lugar": "Lab. 2"}


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


@pytest.mark.feature("M-69", "M-82", "U-16", "U-20")
def test_an_hour_with_its_place(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    added = franjas.add(store, made, TUESDAY)
    assert franjas.tramo_of(added) == Tramo(2, 660, 720)
    assert store.undo_label == ("Agregar martes 11:00 a 12:00 a Física II de Ximena Ordóñez")
    assert franjas.weekly_minutes(store, made) == 60
    franjas.change(store, added.id, {"lugar": "Biblioteca"})
    assert store.undo_label == "Cambiar el lugar de Física II de Ximena Ordóñez"
    franjas.remove(store, added.id)
    assert franjas.franjas(store, made) == []
    for wrong, key in (({"dia": ""}, "dia"), ({"fin": "10:00"}, "fin")):
        with pytest.raises(InvalidValue) as problem:
            franjas.add(store, made, {**TUESDAY, **wrong})
        assert problem.value.key == key


@pytest.mark.feature("M-69", "U-16")
def test_a_clash_is_refused_in_words(store: Store, plantel: SmallPlantel) -> None:
    other = intervencion(store, plantel, MATE, ("Diego",))
    franjas.add(store, other, TUESDAY)
    made = intervencion(store, plantel)
    clash = "Valeria Muñoz Arévalo ya tiene Matemáticas III con Diego Núñez el martes 11:00 a 12:00"
    with pytest.raises(InvalidValue, match=clash):
        franjas.add(store, made, {**TUESDAY, "inicio": "11:30", "fin": "12:30"})
    added = franjas.add(store, made, {**TUESDAY, "dia": "jueves"})
    with pytest.raises(InvalidValue, match=clash):
        franjas.change(store, added.id, {"dia": "martes"})
    assert store.franjas.get(added.id).dia == 4
    with pytest.raises(InvalidValue, match="ya tiene Física II"):
        franjas.add(store, made, {**TUESDAY, "dia": "jueves"})
    with pytest.raises(InvalidValue, match="al menos 30"):
        franjas.add(store, made, {**TUESDAY, "dia": "lunes", "fin": "11:20"})


@pytest.mark.feature("M-30", "U-20")
def test_no_free_time_in_common_warns_and_is_said(store: Store, plantel: SmallPlantel) -> None:
    valeria, ximena = plantel["Valeria"], plantel["Ximena"]
    disponibilidad.paint(store, [valeria], [Tramo(2, 660, 780), Tramo(4, 660, 780)], "disponible")
    disponibilidad.paint(store, [ximena], [Tramo(4, 660, 780)], "disponible")
    made = intervencion(store, plantel)
    assert franjas.free_slots(store, made)[0] == Tramo(4, 660, 720)
    franjas.add(store, made, TUESDAY)
    assert franjas.doubts(store, made) == [
        "Ximena Ordóñez Villaseñor no tiene libre el martes 11:00 a 12:00; lo más cercano en común "
        "es el jueves 11:00 a 12:00."
    ]
    franjas.change(store, franjas.franjas(store, made)[0].id, {"dia": "jueves"})
    assert franjas.doubts(store, made) == []


@pytest.mark.feature("M-69", "U-16")
def test_a_clash_with_a_class_is_said_with_who_and_when(
    store: Store, plantel: SmallPlantel
) -> None:
    made = intervencion(store, plantel)
    added = franjas.add(store, made, TUESDAY)
    disponibilidad.paint(store, [plantel["Ximena"]], [Tramo(2, 660, 720)], "clase")
    said = "Ximena Ordóñez Villaseñor ya tiene clase el martes 11:00 a 12:00"
    assert franjas.doubts(store, made) == [f"{said}."]
    franjas.change(store, added.id, {"dia": "jueves"})
    assert franjas.doubts(store, made) == []
    disponibilidad.paint(store, [plantel["Ximena"]], [Tramo(4, 660, 720)], "disponible")
    with pytest.raises(InvalidValue, match=said):
        franjas.change(store, added.id, {"dia": "martes"})


@pytest.mark.feature("U-12")
def test_a_change_of_hours_of_what_runs_is_logged(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    added = franjas.add(store, made, TUESDAY)
    assert planes.ajustes(store, made) == []
    estados.change_state(store, made, "en_marcha")
    with pytest.raises(InvalidValue, match="por qué cambia") as asked:
        franjas.change(store, added.id, {"dia": "viernes"})
    assert asked.value.key == "motivo"
    franjas.change(store, added.id, {"dia": "viernes"}, "Entrena los martes")
    ajuste = planes.ajustes(store, made)[0]
    assert (ajuste.tipo, ajuste.motivo) == ("horario", "Entrena los martes")
    assert ajuste.cambio == "De martes 11:00 a 12:00 a viernes 11:00 a 12:00."
    assert store.intervenciones.get(made).estado == "ajustada"
    store.undo()
    assert planes.ajustes(store, made) == []
    assert store.intervenciones.get(made).estado == "en_marcha"


def test_without_alumno_tutor_there_is_nobody_to_clash_with(
    store: Store, plantel: SmallPlantel
) -> None:
    made = intervencion(store, plantel)
    with store.operation("Sin tutor"):
        store.intervenciones.change(made, alumno_tutor=None)
    added: domain.Franja = franjas.add(store, made, TUESDAY)
    assert franjas.doubts(store, made) == []
    assert franjas.free_slots(store, made) == []
    assert added.lugar == "Lab. 2"
