"""The rows of a list that need somebody, as a spreadsheet, with the reason beside each."""

from pathlib import Path

from app.services.imports.plan import RECHAZADA, ImportPlan, ReviewedRow
from app.sheets import Row
from app.sheets.writing import Value, write_table

_WORDS = {RECHAZADA: "Rechazada"}


def save_problems(plan: ImportPlan, path: Path) -> int:
    """Writes the rejected and doubtful rows, as the list had them, to .xlsx or .csv; how many.

    Nothing in it lives as a formula or link. AppError when the disk does not allow it.
    """
    titles = list(dict.fromkeys(c.encabezado for c in plan.layout.columns()))
    rows = [row for row in plan.rows if row.rechazo or row.avisos]
    several = len(plan.layout.hojas) > 1
    heads = [*(["Hoja"] if several else []), "Fila", "Qué pasará", "Motivo", *titles]
    write_table(path, heads, [_line(plan, row, titles, several) for row in rows], title="Problemas")
    return len(rows)


def _line(plan: ImportPlan, row: ReviewedRow, titles: list[str], several: bool) -> list[Value]:
    hoja = next(one for one in plan.layout.hojas if one.nombre == row.hoja)
    cells: Row = hoja.rows[row.fila - 1]
    corrected = plan.corrections.get(row.place, {})
    place = {c.encabezado: c for c in hoja.columnas}
    typed: list[Value] = []
    for title in titles:
        columna = place.get(title)
        inside = columna is not None and columna.indice < len(cells)
        value = cells[columna.indice] if columna is not None and inside else ""
        keys = (columna.campo, columna.encabezado) if columna is not None else ()
        typed.append(next((corrected[key] for key in keys if key in corrected), value))
    what = _WORDS.get(row.accion, "Aviso")
    return [*([row.hoja] if several else []), row.fila, what, row.motivo, *typed]
