"""Putting off and silencing what is told, and the achievements that are noted."""

from datetime import date, timedelta

import pytest

from app.errors import InvalidValue
from app.services import pausas, reconocimientos
from app.services.alertas import Alerta, alertas
from app.store import Store
from tests.small_plantel import SmallPlantel, small_plantel

TODAY = date(2026, 11, 20)
LONG_AGO = date(2026, 10, 5)


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    """The small plantel whose needs are known since October."""
    found = small_plantel(store)
    with store.operation("Hace semanas", undoable=False):
        store.writing().conn.execute("UPDATE adeudos SET desde = ?", (LONG_AGO.isoformat(),))
    return found


def told(store: Store, tipo: str, today: date = TODAY) -> Alerta | None:
    return next((one for one in alertas(store, today) if one.tipo == tipo), None)


def names(store: Store, tipo: str, today: date = TODAY) -> list[str]:
    found = told(store, tipo, today)
    return [one.nombre for one in found.casos] if found else []


def test_an_achievement_needs_words_and_a_day_that_came(
    store: Store, plantel: SmallPlantel
) -> None:
    who = plantel["Diego"]
    for wrong in ({"texto": " "}, {"texto": "Bien", "fecha": "21/11/2026"}):
        with pytest.raises(InvalidValue):
            reconocimientos.reconocer(store, who, wrong)
    first = reconocimientos.reconocer(store, who, {"texto": "Subió de 5 a 8", "fecha": "2/11/2026"})
    second = reconocimientos.reconocer(store, who, {"texto": "No ha faltado"})
    assert [one.id for one in reconocimientos.logros_de(store, who)] == [second.id, first.id]
    assert (second.fecha, second.quien) == (TODAY, store.author)
    reconocimientos.quitar(store, second.id)
    assert [one.id for one in reconocimientos.logros_de(store, who)] == [first.id]


def test_what_is_put_off_comes_back_on_its_day_and_what_is_silenced_does_not(
    store: Store, plantel: SmallPlantel
) -> None:
    tipo, ximena = "riesgo_sin_tutor", (plantel["Ximena"], None)
    with pytest.raises(InvalidValue, match="Motivo"):
        pausas.pausar(store, tipo, [ximena], None, "  ")
    with pytest.raises(InvalidValue, match="Hasta"):
        pausas.pausar(store, tipo, [ximena], TODAY, "Sin lugar")
    week = TODAY + timedelta(days=7)
    pausas.pausar(store, tipo, [ximena], week, "Llega un alumno tutor el lunes")
    assert names(store, tipo) == ["Diego Armando Núñez Peña"]
    assert "Ximena Ordóñez Villaseñor" in names(store, "sin_accion")
    assert len(names(store, tipo, week - timedelta(days=1))) == 1
    assert len(names(store, tipo, week)) == 2
    (line,) = pausas.pospuestas(store, TODAY)
    assert (line.alerta, line.de, line.hasta, line.motivo, line.quien) == (
        "En riesgo sin alumno tutor", "Ximena Ordóñez Villaseñor", week,
        "Llega un alumno tutor el lunes", store.author,
    )  # fmt: skip
    assert pausas.pospuestas(store, week) == []
    pausas.pausar(store, tipo, [ximena], None, "Lo atiende orientación")
    assert len(names(store, tipo, week + timedelta(days=300))) == 1
    assert len(store.pausas.all()) == 1
    store.undo()
    assert pausas.pospuestas(store, TODAY)[0].hasta == week
    pausas.reanudar(store, [pausas.pospuestas(store, TODAY)[0].id])
    assert len(names(store, tipo)) == 2


def test_a_whole_kind_is_put_off(store: Store, plantel: SmallPlantel) -> None:
    for tipo in ("necesidades", "sin_accion"):
        assert told(store, tipo)
        pausas.pausar(store, tipo, [(None, None)], None, "Aún no empieza el programa")
        assert told(store, tipo) is None
    assert [one.de for one in pausas.pospuestas(store, TODAY)] == ["Todos los casos"] * 2


def test_who_is_deleted_takes_along_what_was_put_off(store: Store, plantel: SmallPlantel) -> None:
    pausas.pausar(store, "sin_accion", [(plantel["Diego"], None)], None, "Se va del plantel")
    reconocimientos.reconocer(store, plantel["Diego"], {"texto": "Ayudó a su grupo"})
    with store.operation("Borrar", deletes=True):
        store.alumnos.delete(plantel["Diego"])
    assert (store.pausas.all(), store.logros.all()) == ([], [])
    store.undo()
    assert (len(store.pausas.all()), len(store.logros.all())) == (1, 1)
