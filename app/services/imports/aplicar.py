"""Storing a plan: one operation, all of it or nothing, undone in one step."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from app import domain
from app.domain import ENTITIES
from app.errors import AppError
from app.services import disponibilidad
from app.services.imports.layout import layout_key
from app.services.imports.plan import (
    ALTA,
    CAMBIA,
    IGUAL,
    RECHAZADA,
    Aviso,
    Escritura,
    ImportPlan,
    ReviewedRow,
)
from app.sheets.collector import collector_paused
from app.store import Store

_REFERENCES = ("grupo", "asignatura", "periodo")
_LONGEST_KEPT = 300
Ids = dict[tuple[str, int], int]
"""The real id of each record that the import makes, by its column and its negative id."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do when `simulado`."""

    plan: ImportPlan
    simulado: bool
    bajas: int = 0

    def as_json(self) -> dict[str, Any]:
        """The document of the command line; `fila` is the row as the spreadsheet numbers it."""
        plan = self.plan
        return {
            "tipo": plan.tipo,
            "hoja": plan.hoja,
            "fila_encabezado": plan.fila_encabezado,
            "columnas": plan.columnas,
            "ignoradas": plan.ignoradas,
            "leidas": len(plan.rows),
            "nuevas": plan.count(ALTA),
            "actualizadas": plan.count(CAMBIA),
            "sin_cambio": plan.count(IGUAL),
            "rechazadas": [_line(row, row.rechazo) for row in plan.rows if row.rechazo],
            "avisos": _avisos(plan.rows),
            "filas_ignoradas": [
                {"hoja": one.hoja, "fila": one.fila, "motivo": one.motivo}
                for one in plan.filas_ignoradas
            ],
            "bajas": [
                {"control": b.control, "nombre": b.nombre, "grupo": b.grupo} for b in plan.bajas
            ],
            "hojas_saltadas": plan.layout.saltadas,
            "notas": plan.notas,
            "simulado": self.simulado,
        }


def _avisos(rows: Iterable[ReviewedRow]) -> list[dict[str, Any]]:
    """Every doubt of the rows that enter; `queda_vacio` says whether its datum was left empty."""
    return [
        {**_line(row, aviso), "queda_vacio": aviso.queda_vacio}
        for row in rows
        if row.accion != RECHAZADA
        for aviso in row.avisos
    ]


def _line(row: ReviewedRow, aviso: Aviso) -> dict[str, Any]:
    return {
        "fila": row.fila,
        "columna": aviso.columna or aviso.campo,
        "valor": aviso.valor,
        "motivo": aviso.motivo,
        "hoja": row.hoja,
    }


def simulate(plan: ImportPlan) -> ImportResult:
    """What storing the plan would do."""
    return ImportResult(plan, simulado=True)


def apply(store: Store, plan: ImportPlan, *, bajas: bool = False) -> ImportResult:
    """Stores the plan as one operation; with `bajas`, those missing are marked baja temporal.

    On the thread of the store. Raises AppError when the disk does not allow it; then nothing
    happened.
    """
    gone = plan.bajas if bajas else []
    with collector_paused(), store.operation(plan.titulo(), origin="importacion"):
        before = store.alumnos.count()
        ids = _new_parents(store, plan)
        _write(store, plan, ids)
        if plan.semanas:
            disponibilidad.paint_each(store, plan.semanas)
        _write_corrections(store, plan)
        store.alumnos.change_many([(b.alumno, {"estado": "baja_temporal"}) for b in gone])
        _remember_columns(store, plan)
        expected = before + (plan.count(ALTA) if plan.tipo == "alumnos" else 0)
        if store.alumnos.count() != expected:
            raise AppError("La cuenta de alumnos no coincide; no se guardó nada de la lista.")
    return ImportResult(plan, simulado=False, bajas=len(gone))


def _all_writes(plan: ImportPlan) -> Iterable[tuple[ReviewedRow | None, Escritura]]:
    for write in plan.otras:
        yield None, write
    for row in plan.rows:
        for write in row.escrituras:
            yield row, write


def _new_parents(store: Store, plan: ImportPlan) -> Ids:
    """Makes the periodos, grupos and asignaturas that rows refer to; real ids by negative ones."""
    used = {
        (key, id)
        for _, write in _all_writes(plan)
        for key in _REFERENCES
        if isinstance(id := write.values.get(key), int) and id < 0
    }
    return (
        _added(store.periodos, plan.periodos, used, "periodo")
        | _added(store.grupos, plan.grupos, used, "grupo")
        | _added(store.asignaturas, plan.asignaturas, used, "asignatura")
    )


def _added(table: Any, parents: list[Any], used: set[tuple[str, int]], key: str) -> Ids:
    wanted = [one for one in parents if (key, one.id) in used]
    made = table.add_many([replace(one, id=0) for one in wanted])
    return {(key, old.id): new.id for old, new in zip(wanted, made, strict=True)}


def _write(store: Store, plan: ImportPlan, ids: Ids) -> None:
    """Every write of the plan, table by table; rows of new alumnos get their id."""
    added: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    changed: defaultdict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for row, (table, id, values) in _all_writes(plan):
        real = _with_real_ids(values, ids)
        if id:
            changed[table].append((id, real))
            continue
        new = store.new_id()
        if row is not None and table == "alumnos":
            row.alumno = new
        added[table].append({"id": new, **real})
    for table in ENTITIES:
        if table in added:
            getattr(store, table).add_values(added[table])
        if table in changed:
            getattr(store, table).change_many(changed[table])


def _with_real_ids(values: dict[str, Any], ids: Ids) -> dict[str, Any]:
    made = {
        key: ids[key, values[key]]
        for key in _REFERENCES
        if key in values and (values[key] or 0) < 0
    }
    return {**values, **made} if made else values


def _write_corrections(store: Store, plan: ImportPlan) -> None:
    """Keeps what was typed and could not be taken; forgets what this list brings right."""
    known: defaultdict[int, list[domain.Correccion]] = defaultdict(list)
    for one in store.correcciones.all():
        known[one.alumno or 0].append(one)
    new: list[domain.Correccion] = []
    solved: list[int] = []
    for row in plan.rows:
        if row.accion == RECHAZADA or not (row.avisos or row.alumno in known):
            continue
        before = known.get(row.alumno, [])
        solved += [one.id for one in before if row.values.get(one.campo)]
        kept = {(one.campo, one.escrito) for one in before}
        new += [c for c in _corrections_of(row) if (c.campo, c.escrito) not in kept]
    store.correcciones.delete_many(solved)
    store.correcciones.add_many(new)


def _corrections_of(row: ReviewedRow) -> list[domain.Correccion]:
    return [
        domain.Correccion(
            alumno=row.alumno,
            campo=aviso.campo,
            escrito=aviso.valor[:_LONGEST_KEPT],
            motivo=aviso.motivo[:_LONGEST_KEPT],
        )
        for aviso in row.avisos
        if aviso.queda_vacio and aviso.valor
    ]


def _remember_columns(store: Store, plan: ImportPlan) -> None:
    """Keeps the columns that the user chose for lists of this layout."""
    for hoja in plan.layout.hojas if plan.chosen else ():
        headers = [columna.encabezado for columna in hoja.columnas]
        chosen = {key: value for key, value in plan.chosen.items() if key in headers}
        key = layout_key(plan.tipo, headers)
        text = json.dumps(chosen, ensure_ascii=False, sort_keys=True)
        before = store.mapeos.where(encabezados=key)
        if before:
            store.mapeos.change(before[0].id, columnas=text)
        elif chosen:
            store.mapeos.add(domain.Mapeo(tipo=plan.tipo, encabezados=key, columnas=text))
