"""What an import compares a list with, as plain values: a plantel has many calificaciones."""

import json

from app.store import Store


def notas(
    store: Store,
) -> dict[tuple[int, tuple[int, int, int, str]], tuple[int, int | None, str, int | None]]:
    """Id, tenths, mark and faltas by alumno and place: asignatura, periodo, parcial, intento."""
    sql = """
        SELECT alumno, asignatura, periodo, parcial, intento, id, valor, marca, faltas
        FROM calificaciones
    """
    return {(row[0], row[1:5]): row[5:] for row in store.query(sql)}


def mapeos(store: Store) -> dict[str, dict[str, str]]:
    """The columns that the user chose for each layout seen before, by its key."""
    return {m.encabezados: json.loads(m.columnas) for m in store.mapeos.all()}
