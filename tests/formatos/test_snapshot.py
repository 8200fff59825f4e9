"""What a form said, as JSON and back: the same paper."""

from dataclasses import replace

from app.formatos import CARNET, PLAN
from app.formatos.carnet import EJEMPLO, EN_BLANCO, CarnetDatos, CarnetOpciones
from app.formatos.formato import render
from app.formatos.plan import EJEMPLO as PLAN_EJEMPLO
from app.formatos.plan import PlanDatos
from app.formatos.snapshot import dumps, loads

WITH_SESSIONS = CarnetOpciones(con_sesiones=True)


def test_the_paper_is_the_same_afterwards() -> None:
    for datos in (EJEMPLO, EN_BLANCO):
        again = loads(CarnetDatos, dumps(datos))
        assert again == datos
        assert render(CARNET, [again], WITH_SESSIONS) == render(CARNET, [datos], WITH_SESSIONS)
    assert loads(PlanDatos, dumps(PLAN_EJEMPLO)) == PLAN_EJEMPLO
    assert render(PLAN, [loads(PlanDatos, dumps(PLAN_EJEMPLO))]) == render(PLAN, [PLAN_EJEMPLO])


def test_the_logo_is_not_kept_and_comes_back(logo: str) -> None:
    datos = replace(EJEMPLO, membrete=replace(EJEMPLO.membrete, logo=logo))
    kept = dumps(datos)
    assert logo not in kept
    assert len(kept) < 2000
    assert loads(CarnetDatos, kept, logo) == datos
