"""Copying a plan as a template for others: its texts, actions and strategies, never its dates."""

from collections.abc import Sequence
from dataclasses import replace

from app import domain
from app.errors import AppError
from app.services import planes
from app.store import Store
from app.text import counted

PARTES = {
    "objetivo": "Objetivo y propósitos",
    "dificultad": "Diagnóstico y necesidades",
    "acciones": "Acciones",
    "estrategias": "Estrategias",
    "contenidos": "Contenidos, recursos y evidencia",
    "resultados": "Resultados esperados",
}
"""What may be copied, each with its name."""

_KEYS: dict[str, tuple[str, ...]] = {
    "objetivo": ("objetivo", "objetivos", "aprendizajes", "ambitos"),
    "dificultad": ("dificultad", "necesidades"),
    "estrategias": ("estrategias", "otras_estrategias"),
    "contenidos": ("contenidos", "recursos", "evidencia"),
    "resultados": ("resultados",),
}


def copy(store: Store, source: int, targets: Sequence[int], partes: Sequence[str]) -> int:
    """Copies parts of a plan to others, where they say nothing yet; how many plans changed.

    Texts that somebody wrote stay. Actions are added, as still to be done and without week, unless
    there is one with the same words. One step to undo. AppError when nothing changed.
    """
    if not partes:
        raise AppError("Elija qué se copia.")
    template, acciones = planes.plan_of(store, source), planes.acciones(store, source)
    others = [one for one in targets if one != source]
    count = counted(len(others), "plan", "planes")
    with store.operation(f"Copiar el plan de {planes.subject(store, source)} a {count}"):
        changed = sum(_copy_to(store, template, acciones, one, partes) for one in others)
    if not changed:
        raise AppError("Esos planes ya tienen todo lo que se copiaría; no se cambió nada.")
    return changed


def _copy_to(
    store: Store,
    template: domain.Plan,
    acciones: Sequence[domain.Accion],
    target: int,
    partes: Sequence[str],
) -> bool:
    before = planes.plan_of(store, target)
    keys = [key for parte in partes for key in _KEYS.get(parte, ())]
    values = {
        key: getattr(template, key)
        for key in keys
        if getattr(template, key) and not getattr(before, key)
    }
    new: list[domain.Accion] = []
    if "acciones" in partes:
        known = {one.texto for one in planes.acciones(store, target)}
        new = [one for one in acciones if one.texto not in known]
    if not values and not new:
        return False
    plan = planes.stored(store, target)
    if values:
        store.planes.change(plan.id, **values)
    store.acciones.add_many(
        replace(one, id=0, plan=plan.id, semana=None, quien="", hecha=False) for one in new
    )
    return True
