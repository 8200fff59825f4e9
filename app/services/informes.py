"""The reports of an intervención: of the alumno tutor at its end, of the docente on the way."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app import domain
from app.domain.informe import TIPOS_INFORME
from app.errors import AppError, InvalidValue
from app.fields import cleaned
from app.services import borrador, planes
from app.store import Store

DE_ALUMNO_TUTOR = "alumno_tutor"
PARTES: dict[str, tuple[str, ...]] = {
    DE_ALUMNO_TUTOR: (
        "temas", "mejoras", "dificultades", "incidentes", "funciono", "aprendizajes", "sugerencias",
    ),
    "parcial": (
        "dirigido", "asunto", "introduccion", "metas", "mejoras", "dificultades", "acciones",
        "estrategias", "resultados", "conclusiones", "sugerencias",
    ),
    "final": (
        "dirigido", "asunto", "introduccion", "metas", "mejoras", "dificultades", "acciones",
        "estrategias", "resultados", "conclusiones", "sugerencias",
    ),
}  # fmt: skip
"""What each report says, in the order of its form (DOMAIN C.10, C.11)."""


def informe_of(store: Store, intervencion: int, tipo: str) -> domain.Informe:
    """A report of an intervención, or an empty one that is not stored yet."""
    found = store.informes.where(intervencion=intervencion, tipo=tipo)
    if found:
        return found[0]
    periodo = store.intervenciones.get(intervencion).periodo
    return domain.Informe(intervencion=intervencion, periodo=periodo, tipo=tipo)


def is_handed_in(store: Store, intervencion: int) -> bool:
    """Whether the alumno tutor handed in the final report (DOMAIN M-74)."""
    return informe_of(store, intervencion, DE_ALUMNO_TUTOR).entregado is not None


def change(store: Store, intervencion: int, tipo: str, typed: Mapping[str, str]) -> None:
    """Stores typed data of a report, which begins with its first datum."""
    values = cleaned(domain.Informe, typed)
    before = informe_of(store, intervencion, tipo)
    if all(getattr(before, key) == value for key, value in values.items()):
        return
    day = values.get("entregado")
    if day and day > store.clock().date():
        raise InvalidValue("entregado", "Fecha de entrega: ese día todavía no llega")
    with store.operation(f"Cambiar el {_what(store, intervencion, tipo)}"):
        _keep(store, before, values)


def hand_in(store: Store, intervencion: int, tipo: str, day: date | None = None) -> None:
    """Dates a report as handed in, today unless told otherwise (M-74, U-35).

    AppError when it already was or says nothing yet.
    """
    before = informe_of(store, intervencion, tipo)
    if before.entregado is not None:
        raise AppError("Ese informe ya está entregado.")
    if not any(getattr(before, key) for key in PARTES[tipo]):
        raise AppError("El informe todavía no dice nada. Escríbalo o use «Proponer texto».")
    with store.operation(f"Entregar el {_what(store, intervencion, tipo)}"):
        _keep(store, before, {"entregado": day or store.clock().date()})


def take_back(store: Store, intervencion: int, tipo: str) -> None:
    """Takes the day of delivery away."""
    before = informe_of(store, intervencion, tipo)
    with store.operation(f"Quitar la entrega del {_what(store, intervencion, tipo)}"):
        _keep(store, before, {"entregado": None})


def propose(store: Store, intervencion: int, tipo: str) -> int:
    """Fills what a report does not say yet with what the record shows; how many parts.

    What somebody wrote is never touched. AppError when there is nothing to propose.
    """
    before = informe_of(store, intervencion, tipo)
    drafted = borrador.draft(store, intervencion, tipo)
    empty = [key for key in PARTES[tipo] if not getattr(before, key)]
    values = {key: drafted[key] for key in empty if drafted.get(key)}
    if not values:
        raise AppError("No hay más que proponer: lo registrado ya está en el informe.")
    with store.operation(f"Proponer texto en el {_what(store, intervencion, tipo)}"):
        _keep(store, before, values)
    return len(values)


def _keep(store: Store, before: domain.Informe, values: Mapping[str, object]) -> None:
    if before.id:
        store.informes.change(before.id, **values)
    else:
        store.informes.add(replace(before, **values))


def _what(store: Store, intervencion: int, tipo: str) -> str:
    name = TIPOS_INFORME[tipo]
    return f"{name[:1].lower()}{name[1:]}: {planes.subject(store, intervencion)}"
