"""Review of a list of free hours (or of classes): a stretch of the week of somebody in each row."""

from collections import defaultdict
from typing import Any

from app import domain
from app.domain.alumno_tutor import OCUPACIONES
from app.domain.horario import Tramo, doubt_about_tramo, merged, show_tramo
from app.services.imports.lectura import Identities, Lista, lists_of, rejected, sentence
from app.services.imports.momentos import read_day, read_hour
from app.services.imports.plan import (
    ALTA,
    CAMBIA,
    IGUAL,
    Aviso,
    Cambio,
    ImportPlan,
    ReviewedRow,
    Tick,
)
from app.services.imports.quien import Quienes
from app.services.imports.snapshot import Snapshot
from app.services.imports.valores import Column
from app.text import plain

_WORDS = {
    **dict.fromkeys(("disponible", "libre", "si", "puede"), "disponible"),
    **dict.fromkeys(("clase", "clases", "ocupado", "ocupada", "no"), "clase"),
}
_MISSING = {
    "dia": "Falta el día",
    "inicio": "Falta la hora de inicio",
    "fin": "Falta la hora de fin",
}


def review_disponibilidad(snapshot: Snapshot, plan: ImportPlan, tick: Tick) -> None:
    """Fills the plan of a list of hours; they are added to those that each alumno has."""
    weeks = _Weeks(snapshot)
    identities = Identities()
    for lista in lists_of(plan):
        _add(snapshot, plan, lista, weeks, identities, tick)
    plan.semanas = weeks.given


class _Weeks:
    """What is known of each week, growing as rows are read."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._known: defaultdict[tuple[int, str], list[Tramo]] = defaultdict(list)
        for alumno, rows in snapshot.libres.items():
            for row in rows:
                tramo = Tramo(row.dia or 0, row.inicio or 0, row.fin or 0)
                self._known[alumno, row.ocupacion].append(tramo)
        self._told: defaultdict[int, list[tuple[str, Tramo, int]]] = defaultdict(list)
        self.given: dict[int, dict[str, list[Tramo]]] = {}

    def add(self, alumno: int, ocupacion: str, tramo: Tramo, fila: int) -> str:
        """Adds a stretch to a week: alta, igual when the week had all of it, cambia over another.

        Raises ValueError(Spanish reason) over a stretch of the same list with another ocupación.
        """
        for other, given, where in self._told[alumno]:
            if other != ocupacion and given.overlaps(tramo):
                raise ValueError(f"se encima con la fila {where}, que dice {other}")
        self._told[alumno].append((ocupacion, tramo, fila))
        known = merged(self._known[alumno, ocupacion])
        if any(one.holds(tramo) for one in known):
            return IGUAL
        self._known[alumno, ocupacion] = merged([*known, tramo])
        self.given.setdefault(alumno, {}).setdefault(ocupacion, []).append(tramo)
        others = [key for key in OCUPACIONES if key != ocupacion]
        over = any(t.overlaps(tramo) for key in others for t in self._known[alumno, key])
        return CAMBIA if over else ALTA


def _add(
    snapshot: Snapshot,
    plan: ImportPlan,
    lista: Lista,
    weeks: _Weeks,
    identities: Identities,
    tick: Tick,
) -> None:
    who = Quienes(snapshot, lista)
    columns = {
        "dia": Column(lista.cells("dia"), read_day, None),
        "inicio": Column(lista.cells("inicio"), read_hour, None),
        "fin": Column(lista.cells("fin"), read_hour, None),
        "ocupacion": Column(lista.cells("ocupacion"), _read_ocupacion, "disponible"),
    }
    for row in range(len(lista)):
        if row % 250 == 0:
            tick(row, len(lista))
        alumno = who.of(row)
        if isinstance(alumno, Aviso):
            plan.rows.append(rejected(lista, row, alumno, {}))
            continue
        read = {key: column.values[row] for key, column in columns.items()}
        wrong = _wrong(lista, columns, row, read)
        if wrong is None:
            key = f"{alumno.id} {sorted(read.items())}"
            before = identities.before(key, lista, row)
            wrong = who.repeated(row, f"repetido en {before}") if before else None
        if wrong is not None:
            plan.rows.append(rejected(lista, row, wrong, {"control": alumno.matricula, **read}))
            continue
        plan.rows.append(_row(lista, who, weeks, row, alumno, read))


def _row(
    lista: Lista,
    who: Quienes,
    weeks: _Weeks,
    row: int,
    alumno: domain.Alumno,
    read: dict[str, Any],
) -> ReviewedRow:
    tramo = Tramo(read["dia"], read["inicio"], read["fin"])
    ocupacion = read["ocupacion"]
    try:
        accion = weeks.add(alumno.id, ocupacion, tramo, lista.filas[row])
    except ValueError as problem:
        aviso = Aviso("inicio", lista.header("inicio"), show_tramo(tramo), sentence(str(problem)))
        return rejected(lista, row, aviso, {"control": alumno.matricula, **read})
    reviewed = who.reviewed(row, alumno, horario=show_tramo(tramo), **read)
    reviewed.accion = accion
    if accion == CAMBIA:
        other = next(label for key, label in OCUPACIONES.items() if key != ocupacion)
        change = Cambio("ocupacion", show_tramo(tramo), other, OCUPACIONES[ocupacion])
        reviewed.cambios.append(change)
    return reviewed


def _wrong(
    lista: Lista, columns: dict[str, Column], row: int, read: dict[str, Any]
) -> Aviso | None:
    """Why a stretch cannot be placed in the week."""
    for key, column in columns.items():
        if row in column.refused:
            return lista.aviso(key, column, row)
    for key, missing in _MISSING.items():
        if read[key] is None:
            return Aviso(key, lista.header(key), "", missing)
    doubt = doubt_about_tramo(Tramo(read["dia"], read["inicio"], read["fin"]))
    if doubt:
        return Aviso("fin", lista.header("fin"), columns["fin"].text(row), sentence(doubt))
    return None


def _read_ocupacion(text: str) -> str:
    word = plain(text).strip(" .")
    if word not in _WORDS:
        raise ValueError(f"«{text}» no es {' ni '.join(OCUPACIONES)}")
    return _WORDS[word]
