"""The planned sessions follow the hours."""

from datetime import date

import pytest

from app import domain
from app.errors import AppError
from app.services import franjas, reprogramacion, sesiones
from app.store import Store
from tests.small_plantel import QUIMICA, SmallPlantel, intervencion, small_plantel

TUESDAY = {"dia": "martes", "inicio": "11:00", "fin": "12:00"}


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


@pytest.mark.feature("U-12", "U-16")
def test_sessions_to_come_go_to_the_new_hour(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    franja = franjas.add(store, made, TUESDAY)
    past = sesiones.add(store, made, {"fecha": "17/11/2026", "estado": "dada"})
    total = sesiones.plan_ahead(store, made)
    assert not reprogramacion.pending(store, made).cuantas
    with pytest.raises(AppError, match="ya coinciden"):
        reprogramacion.apply(store, made)
    own = sesiones.add(store, made, {"fecha": "26/11/2026", "inicio": "8:00", "imprevista": "sí"})
    franjas.change(
        store, franja.id, {"dia": "jueves", "inicio": "12:00", "fin": "12:50"}, "Cambio de turno"
    )
    with store.operation("Inhábil"):
        store.dias_inhabiles.add(domain.DiaInhabil(fecha=date(2026, 12, 3)))
    preview = reprogramacion.pending(store, made)
    assert (len(preview.mueve), len(preview.quita)) == (total - 1, 1)
    assert preview.quita[0].fecha == date(2026, 12, 1)
    assert store.sesiones.count(inicio=660) == total + 1
    reprogramacion.apply(store, made)
    moved = [s for s in store.sesiones.where(estado="planeada") if s.id != own.id]
    assert {(s.inicio, s.minutos) for s in moved} == {(720, 50)}
    assert {s.fecha.isoweekday() for s in moved if s.fecha} == {4}
    assert store.sesiones.get(own.id).inicio == 480
    assert store.sesiones.get(past.id).inicio == 660
    assert store.undo() == f"Pasar {total} sesiones de Física II de Ximena Ordóñez al horario nuevo"
    assert store.sesiones.count(inicio=660) == total + 1


def test_without_hours_nothing_is_moved(store: Store, plantel: SmallPlantel) -> None:
    made = intervencion(store, plantel)
    sesiones.add(store, made, {"fecha": "24/11/2026", "inicio": "9:00"})
    assert not reprogramacion.pending(store, made).cuantas


@pytest.mark.feature("M-62")
def test_many_are_planned_in_one_step(store: Store, plantel: SmallPlantel) -> None:
    one = intervencion(store, plantel)
    two = intervencion(store, plantel, QUIMICA, ("Diego",))
    three = intervencion(store, plantel, tutorados=("Nora",))
    franjas.add(store, one, TUESDAY)
    franjas.add(store, two, {"dia": "viernes", "inicio": "9:00", "fin": "9:30"})
    total, cases = reprogramacion.plan_ahead_many(store, [one, two, three])
    assert (total, cases) == (store.sesiones.count(), 2)
    assert store.undo_label == "Planear las sesiones de 3 planes"
    with pytest.raises(AppError, match="Ya están planeadas"):
        reprogramacion.plan_ahead_many(store, [one, two, three])
    store.undo()
    assert store.sesiones.count() == 0
