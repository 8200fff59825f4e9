"""The plan de acción tutorial: what it says, its actions and its adjustments."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from app import domain
from app.domain.calendario import business_days_after
from app.errors import InvalidValue
from app.fields import cleaned, fields_of
from app.store import Store
from app.text import counted

_DATA = {
    "objetivo": "el objetivo",
    "dificultad": "la dificultad",
    "necesidades": "las necesidades",
    "contenidos": "los contenidos",
    "resultados": "los resultados esperados",
    "ambitos": "los ámbitos",
    "objetivos": "los propósitos",
    "aprendizajes": "los aprendizajes",
    "estrategias": "las estrategias",
    "otras_estrategias": "las otras estrategias",
    "recursos": "los recursos",
    "evidencia": "la evidencia",
    "entregado": "la fecha de entrega",
}


def due_dates(store: Store) -> Callable[[date], date]:
    """The function from the day of an assignment to the last day for its plan (DOMAIN U-21)."""
    holidays = {one.fecha for one in store.dias_inhabiles.all() if one.fecha}
    days = store.settings.only().dias_para_plan
    known: dict[date, date] = {}

    def due(assigned: date) -> date:
        if assigned not in known:
            known[assigned] = business_days_after(assigned, days, holidays)
        return known[assigned]

    return due


def subject(store: Store, intervencion: int) -> str:
    """What an intervención is about, for labels: Física II de Ximena Ordóñez."""
    record = store.intervenciones.get(intervencion)
    asignatura = store.asignaturas.find(record.asignatura)
    people = [t.alumno for t in store.tutorados.where(intervencion=intervencion)]
    alumnos = store.alumnos.where(id=people)
    name = asignatura.nombre if asignatura else "la asignatura"
    who = (
        alumnos[0].nombre_corto
        if len(alumnos) == 1
        else counted(len(alumnos), "tutorado", "tutorados")
    )
    return f"{name} de {who}"


def plan_of(store: Store, intervencion: int) -> domain.Plan:
    """The plan of an intervención, or an empty one that is not stored yet."""
    found = store.planes.where(intervencion=intervencion)
    return found[0] if found else domain.Plan(intervencion=intervencion)


def stored(store: Store, intervencion: int) -> domain.Plan:
    """The plan of an intervención, stored now if it was not; within an open operation."""
    plan = plan_of(store, intervencion)
    return plan if plan.id else store.planes.add(plan)


def change(store: Store, intervencion: int, typed: Mapping[str, str]) -> None:
    """Stores typed data of a plan, which begins with its first datum."""
    values = cleaned(domain.Plan, typed)
    before = plan_of(store, intervencion)
    if all(getattr(before, key) == value for key, value in values.items()):
        return
    what = _DATA.get(next(iter(typed)), "el plan") if len(typed) == 1 else "el plan"
    with store.operation(f"Cambiar {what} de {subject(store, intervencion)}"):
        store.planes.change(stored(store, intervencion).id, **values)


def set_marks(store: Store, intervencion: int, key: str, chosen: Collection[str]) -> None:
    """Stores which ámbitos, propósitos, aprendizajes or estrategias it has (M-01, M-08, M-32)."""
    change(store, intervencion, {key: ",".join(chosen)})


def add_estrategia(store: Store, intervencion: int, estrategia: str) -> None:
    """Adds one of the strategies to the plan (DOMAIN M-53)."""
    chosen = (*plan_of(store, intervencion).estrategias, estrategia)
    set_marks(store, intervencion, "estrategias", chosen)


def missing(store: Store, intervencion: int) -> list[str]:
    """What the plan still lacks, in words; the diagnosis first (DOMAIN M-63, M-69)."""
    plan = plan_of(store, intervencion)
    lacks = [
        ("la dificultad", plan.dificultad or plan.necesidades),
        ("el objetivo", plan.objetivo),
        ("los resultados esperados", plan.resultados),
        ("las acciones", plan.id and store.acciones.count(plan=plan.id)),
        ("el horario", store.franjas.count(intervencion=intervencion)),
    ]
    return [words for words, present in lacks if not present]


def topics(store: Store, intervencion: int) -> list[str]:
    """What the plan says that will be seen, to offer it as the tema of a session."""
    lines = plan_of(store, intervencion).contenidos.split("\n")
    found = [*lines, *(accion.contenido for accion in acciones(store, intervencion))]
    return list(dict.fromkeys(words for line in found if (words := line.strip(" -•·"))))


# Actions


def acciones(store: Store, intervencion: int) -> list[domain.Accion]:
    """The actions of a plan by week, those without one at the end."""
    plan = plan_of(store, intervencion)
    found = store.acciones.where(plan=plan.id) if plan.id else []
    return sorted(found, key=lambda a: (a.semana is None, a.semana or 0, a.id))


def add_accion(store: Store, intervencion: int, typed: Mapping[str, str]) -> domain.Accion:
    """Adds an action with typed data; InvalidValue when it says nothing."""
    values = cleaned(domain.Accion, {"texto": "", **typed})
    with store.operation(f"Agregar una acción al plan de {subject(store, intervencion)}"):
        plan = stored(store, intervencion)
        return store.acciones.add(domain.Accion(**values, plan=plan.id))


def change_accion(store: Store, accion: int, typed: Mapping[str, str]) -> None:
    """Stores typed data of an action."""
    values = cleaned(domain.Accion, typed)
    before = store.acciones.get(accion)
    if "hecha" in values and len(values) == 1:
        verb = "Marcar como hecha" if values["hecha"] else "Marcar como pendiente"
        label = f"{verb}: {before.texto}"
    else:
        label = f"Cambiar la acción «{before.texto}»"
    with store.operation(label[:160]):
        store.acciones.change(accion, **values)


def remove_acciones(store: Store, ids: Sequence[int]) -> None:
    """Takes actions out of their plan."""
    if not ids:
        return
    first = store.acciones.get(ids[0])
    what = f"la acción «{first.texto}»" if len(ids) == 1 else f"{len(ids)} acciones"
    with store.operation(f"Quitar {what}"[:160], deletes=True):
        store.acciones.delete_many(ids)


# Adjustments


def ajustes(store: Store, intervencion: int) -> list[domain.Ajuste]:
    """Adjustments and incidents, the newest first (DOMAIN M-72, M-73)."""
    plan = plan_of(store, intervencion)
    found = store.ajustes.where(plan=plan.id) if plan.id else []
    return sorted(found, key=lambda a: (a.fecha or date.min, a.id), reverse=True)


def add_ajuste(store: Store, intervencion: int, typed: Mapping[str, str]) -> domain.Ajuste:
    """Notes an adjustment or incident with its reason; an adjustment moves a running plan.

    Raises InvalidValue without date or reason, or with a date to come.
    """
    today = store.clock().date()
    shown = fields_of(domain.Ajuste)["fecha"].show(today)
    values = cleaned(domain.Ajuste, {"fecha": shown, "motivo": "", **typed})
    if values["fecha"] > today:
        raise InvalidValue("fecha", "Fecha: ese día todavía no llega")
    kind = values.get("tipo", "ajuste")
    verb = "Anotar un incidente en" if kind == "incidente" else "Ajustar el plan de"
    with store.operation(f"{verb} {subject(store, intervencion)}"):
        return note(store, intervencion, kind, values["fecha"], values["motivo"],
                    values.get("cambio", ""))  # fmt: skip


def note(
    store: Store, intervencion: int, tipo: str, fecha: date, motivo: str, cambio: str
) -> domain.Ajuste:
    """Stores an adjustment within an open operation."""
    made = store.ajustes.add(
        domain.Ajuste(
            plan=stored(store, intervencion).id, tipo=tipo, fecha=fecha, motivo=motivo,
            cambio=cambio,
        )
    )  # fmt: skip
    if tipo != "incidente" and store.intervenciones.get(intervencion).estado == "en_marcha":
        store.intervenciones.change(intervencion, estado="ajustada")
    return made


def change_ajuste(store: Store, ajuste: int, typed: Mapping[str, str]) -> None:
    """Stores typed data of an adjustment or incident."""
    values = cleaned(domain.Ajuste, typed)
    with store.operation("Cambiar un ajuste del plan"):
        store.ajustes.change(ajuste, **values)


def remove_ajuste(store: Store, ajuste: int) -> None:
    """Sends an adjustment or incident to the bin."""
    with store.operation("Quitar un ajuste del plan", deletes=True):
        store.ajustes.delete(ajuste)
