"""Any grid of cells at all: reviewed and stored, or refused in words; never a traceback (I1)."""

from collections.abc import Iterator
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import AppError
from app.services import imports, planteles
from app.services.imports.campos import TIPOS, campos_of
from app.sheets import Book, Sheet
from app.store import Store
from tests.conftest import MOMENT
from tests.services.listas import ANA, HEAD, LUIS, contents, taken

HEADERS = sorted({h for tipo in TIPOS for c in campos_of(tipo).values() for h in c.headers[:2]})
WORDS = [
    "24301", "24302", "NÚÑEZ PEÑA ANA", "3A", "TERCERO", "M", "H", "8.5", "NP", "Física II", "P1", "F",
    "Total", "GRUPO: 3A", "Asignatura: Química", "lunes", "13:00", "domina", "=1+1", "\x00", "-", "#N/A",
    "Nombre", "Promedio", "PRIMER PARCIAL", "2026-2027A", "'", "GOCD090412HMCMRVA1", "ñ" * 200,
]  # fmt: skip
CELL = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(HEADERS), st.just(""), st.text(max_size=12),
    st.integers(-5, 10**15), st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(), st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.times(),
    st.just(datetime(2009, 1, 2, 3, 4)),
    st.just(time(0, 0)),
)  # fmt: skip
ROW = st.lists(CELL, max_size=8)
HEADER = st.lists(st.sampled_from(HEADERS), min_size=2, max_size=9)
LIST = st.tuples(st.lists(ROW, max_size=2), HEADER, st.lists(ROW, max_size=8)).map(
    lambda parts: [*parts[0], ["No. de control", *parts[1]], *parts[2]]
)
SHEET = st.tuples(st.sampled_from(["", "PRIMERO", "3A", "Física I", "Hoja1"]), LIST)


@pytest.fixture(scope="module")
def plantel() -> Iterator[Store]:
    opened = planteles.new_file(None, "CBTis 214", periodo="2026-2027A", clock=lambda: MOMENT)
    taken(opened, [HEAD, ANA, LUIS])
    yield opened
    opened.close()


@settings(max_examples=120, deadline=None)
@given(
    sheets=st.lists(SHEET, min_size=1, max_size=2, unique_by=lambda one: one[0]),
    tipo=st.sampled_from(["", *TIPOS]),
    options=st.builds(
        imports.Options, sexo_m=st.sampled_from(["", "mujer"]), escala=st.sampled_from([0, 10, 100]),
        parcial=st.integers(0, 4), clases=st.sampled_from([0, 20]),
    ),
)  # fmt: skip
def test_any_grid(
    plantel: Store,
    sheets: list[tuple[str, list[list[object]]]],
    tipo: str,
    options: imports.Options,
) -> None:
    made = Book([Sheet(name, [list(row) for row in rows]) for name, rows in sheets], name="x.csv")
    before = contents(plantel)
    label = plantel.undo_label
    try:
        plan = imports.propose(plantel, made, tipo, options=options)
    except AppError:
        return  # a sentence of ours
    result = imports.apply(plantel, plan).as_json()
    assert result["leidas"] == sum(
        result[k] for k in ("nuevas", "actualizadas", "sin_cambio")
    ) + len(result["rechazadas"])
    if contents(plantel) != before:
        again = imports.propose(plantel, made, tipo, options=options)
        assert not again.hay_cambios, [row.motivo for row in again.rows]
        plantel.undo()
    assert contents(plantel) == before
    assert plantel.undo_label == label
