"""What the acta de asignación says: the last proposal that was accepted, as it was kept."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.errors import NotFound
from app.services.impresos.casos import Papeles, date_in_words
from app.services.propuesta import acta
from app.store import Store

if TYPE_CHECKING:
    from app.formatos.acta_asignacion import ActaAsignacionDatos, ActaAsignacionOpciones


def gather(
    store: Store, ids: Sequence[int], _opciones: "ActaAsignacionOpciones"
) -> "list[ActaAsignacionDatos]":
    """The last acta, for each id of the plantel; NotFound when nothing was accepted yet."""
    kept = acta.last(store)
    if kept is None:
        raise NotFound("Todavía no se acepta ninguna propuesta de asignación; no hay acta.")
    papeles = Papeles(store)
    made = _signed(papeles, _datos(papeles, kept))
    return [made for _ in ids]


def blank(store: Store) -> "ActaAsignacionDatos":
    """An empty acta with the heading of the plantel and who signs."""
    from app.formatos.acta_asignacion import ActaAsignacionDatos

    papeles = Papeles(store)
    return _signed(papeles, ActaAsignacionDatos())


def _signed(papeles: Papeles, datos: "ActaAsignacionDatos") -> "ActaAsignacionDatos":
    """The same with the heading of the plantel and who signs."""
    plantel = papeles.plantel
    return replace(
        datos,
        membrete=papeles.membrete(),
        leyenda=plantel.leyenda,
        docente=plantel.docente,
        responsable=plantel.coordinador,
        director=plantel.director,
    )


def _datos(papeles: Papeles, kept: dict[str, Any]) -> "ActaAsignacionDatos":
    from app.formatos import acta_asignacion as form

    proven = "Óptimo, comprobado: ninguna otra asignación logra más."
    best = "La mejor que se halló en el tiempo disponible; no se comprobó que sea la óptima."
    return form.ActaAsignacionDatos(
        periodo=papeles.periodo_en_palabras,
        fecha=date_in_words(kept["fecha"]) if kept["fecha"] else "",
        huella=kept["huella"],
        optimo=proven if kept["optimo"] else best,
        entradas=tuple(form.DatoImpreso(name, str(value)) for name, value in kept["entradas"]),
        reglas=tuple(form.DatoImpreso(name, value) for name, value in kept["reglas"]),
        objetivos=tuple(
            form.ObjetivoImpreso(
                name, str(value), "" if bound is None else str(bound),
                "Comprobado" if is_best else "Sin comprobar",
            )
            for name, value, bound, is_best in kept["objetivos"]
        ),
        pares=tuple(
            form.ParImpreso(who, grupo, subject, guide, ", ".join(filter(None, where)))
            for who, grupo, subject, guide, *where in kept["pares"]
        ),
        sin_tutor=tuple(form.SinTutorImpreso(*row) for row in kept["sin_tutor"]),
        cambios=tuple(form.CambioImpreso(*row) for row in kept["cambios"]),
    )  # fmt: skip
