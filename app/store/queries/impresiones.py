"""What was printed: the folio of each subject of a form, and whom it was about."""

import json
from collections.abc import Sequence

from app.store import Store


def folios_de(
    store: Store, formato: str, prefix: str, periodo: int, *, for_good: bool
) -> tuple[dict[int, str], int]:
    """The folio of each subject of a form, and the highest number given in the periodo.

    Folios are of the periodo; `for_good` those of others stay too. Those of a subject begin with
    the prefix; the numbers of all the prefixes of a form are one series.
    """
    sql = (
        "SELECT sujeto, folio, periodo FROM emisiones WHERE formato = ? AND cancelada = 0"
        " AND folio <> '' ORDER BY id"
    )
    rows = store.query(sql, (formato,))
    endings = [folio.rsplit("-", 1)[-1] for _, folio, when in rows if when == periodo]
    numbers = [int(ending) for ending in endings if ending.isdecimal()]
    known = {
        who: folio
        for who, folio, when in rows
        if who and folio.startswith(f"{prefix}-") and (for_good or when == periodo)
    }
    return known, max(numbers, default=0)


def folio_de(store: Store, formato: str, sujeto: int) -> str:
    """The folio with which a form of somebody was printed last; the empty text if never."""
    sql = (
        "SELECT folio FROM emisiones WHERE formato = ? AND sujeto = ? AND cancelada = 0"
        " ORDER BY id DESC LIMIT 1"
    )
    rows = store.query(sql, (formato, sujeto))
    return rows[0][0] if rows else ""


def impresos(store: Store, formato: str, periodo: int) -> set[int]:
    """The subjects for which a form was printed in a periodo."""
    sql = (
        "SELECT DISTINCT sujeto FROM emisiones WHERE formato = ? AND periodo = ? AND cancelada = 0"
        " AND sujeto IS NOT NULL"
    )
    return {row[0] for row in store.query(sql, (formato, periodo))}


def only_tutorado(store: Store, intervenciones: Sequence[int]) -> dict[int, int | None]:
    """The tutorado of each intervención that has a single one."""
    sql = """
        SELECT intervencion, min(alumno) FROM tutorados
        WHERE intervencion IN (SELECT value FROM json_each(?))
        GROUP BY intervencion HAVING count(*) = 1
    """
    return dict(store.query(sql, (json.dumps(list(intervenciones)),)))


def dadas(store: Store, periodo: int) -> list[tuple[int, int | None, str, int, int]]:
    """The sesiones held in a periodo, by who gave them.

    Each with its asignatura, the alumno tutor of the intervención, the name of who was it on that
    day, how many and their minutes.
    """
    sql = """
        SELECT i.asignatura, i.alumno_tutor, s.alumno_tutor, count(*), coalesce(sum(s.minutos), 0)
        FROM sesiones s JOIN intervenciones i ON i.id = s.intervencion
        WHERE s.estado = 'dada' AND i.periodo = ?
        GROUP BY i.id, s.alumno_tutor ORDER BY i.id
    """
    return store.query(sql, (periodo,))
