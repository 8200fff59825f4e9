"""Made-up printings: carnets handed out some days ago; a few no longer say what is true."""

import json
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from app.domain.calendario import is_business_day
from app.formatos import CARNET
from app.services.carnets import carnets
from app.services.demo.plantel import Entorno
from app.services.printing import issue
from app.services.printing import tirada as run_of
from app.store import Store

_HANDED_OUT, _OUTDATED = 0.7, 0.15


def hand_out(store: Store, draw: Random, entorno: Entorno, hoy: date) -> None:
    """Notes the printing of most carnets that have an alumno tutor."""
    chosen = [
        fila.alumno for fila in carnets(store) if fila.con_tutor and draw.random() < _HANDED_OUT
    ]
    if not chosen:
        return
    day = hoy - timedelta(days=6)
    while not is_business_day(day, entorno.inhabiles):
        day -= timedelta(days=1)
    tirada = run_of(store, CARNET, chosen)
    emisiones = [
        replace(e, fecha=day, datos=_before(e.datos) if draw.random() < _OUTDATED else e.datos)
        for e in tirada.emisiones
    ]
    issue(store, replace(tirada, emisiones=tuple(emisiones)))


def _before(datos: str) -> str:
    """The content of a carnet as it was before its alumno tutor was assigned."""
    content = json.loads(datos)
    content["reprobadas"] = [[row[0], "", "", ""] for row in content["reprobadas"]]
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
