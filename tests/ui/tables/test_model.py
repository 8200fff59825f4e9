"""The rows of a list: Spanish order, search without accents, what stays after a refresh."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from app import text
from ui.tables import filter as rows_filter
from ui.tables.cells import Shown
from ui.tables.choice import runs, tsv
from ui.tables.column import Column
from ui.tables.columns_menu import Remembered
from ui.tables.model import RecordModel
from ui.widgets.letters import folded, matching

NAMES = st.text(alphabet="aábcdeénñNÑÜüzZ ,.", max_size=12)


@dataclass(frozen=True)
class Row:
    id: int
    nombre: str
    reprobadas: int | None = None


COLUMNS = [
    Column("alumno", "Alumno", lambda row: row.nombre, stretch=True),
    Column("rep", "Reprob.", lambda row: str(row.reprobadas), sort=lambda row: row.reprobadas),
]
ROWS = [
    Row(1, "Zúñiga, Joel", 2),
    Row(2, "Ñáñez, Lucero", None),
    Row(3, "Núñez, Diego", 5),
    Row(4, "Álvarez, Óscar", 1),
    Row(5, "Ordóñez, Ximena", 3),
]


@given(st.lists(NAMES, max_size=20))
def test_the_order_is_that_of_the_store(names: list[str]):
    assert rows_filter.order_keys(names) == [text.order_key(name) for name in names]


@given(st.lists(NAMES, max_size=20))
def test_letters_fold_as_the_store_does(names: list[str]):
    assert folded(names) == [text.plain(name) for name in names]


@given(st.lists(NAMES, max_size=20), NAMES)
def test_what_matches_is_what_text_matches(names: list[str], words: str):
    found = matching(words, folded(names), range(len(names)))
    assert found == [i for i, name in enumerate(names) if text.matches(words, name)]


@given(st.lists(st.one_of(st.none(), st.integers()), max_size=20), st.booleans())
def test_rows_without_key_go_last_either_way(keys: list[int | None], descending: bool):
    order = rows_filter.sorted_order(keys, descending=descending)
    sorted_keys = [keys[i] for i in order]
    known = [key for key in sorted_keys if key is not None]
    assert known == sorted(known, reverse=descending)
    assert sorted_keys[len(known) :] == [None] * (len(keys) - len(known))
    assert sorted(order) == list(range(len(keys)))


@given(st.sets(st.integers(0, 60)))
def test_runs_hold_the_same_places(places: set[int]):
    found = runs(sorted(places))
    assert {n for start, end in found for n in range(start, end + 1)} == places


@pytest.fixture
def model(look) -> RecordModel:
    made = RecordModel(COLUMNS, lambda: list(ROWS))
    made.refresh()
    return made


def test_the_model_keeps_the_rules_of_qt(model: RecordModel, qtmodeltester):
    qtmodeltester.check(model)


def test_names_sort_in_spanish(model: RecordModel):
    model.sort(0)
    assert model.shown_ids() == [4, 3, 2, 5, 1]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.shown_ids() == [1, 5, 2, 3, 4]
    model.sort(1)
    assert model.shown_ids() == [4, 1, 5, 3, 2]
    model.sort(-1)
    assert model.shown_ids() == [1, 2, 3, 4, 5]


def test_filter_and_condition_work_together(model: RecordModel):
    model.set_filter("nez")
    assert model.shown_ids() == [2, 3, 5]
    model.set_filter("nez", lambda row: (row.reprobadas or 0) > 3)
    assert model.shown_ids() == [3]
    assert model.is_filtered
    assert model.place_of(3) == 0
    assert model.place_of(5) == -1
    model.set_filter("")
    assert model.rowCount() == model.total == 5


def test_the_filter_reads_every_column_that_is_searched(model: RecordModel):
    model.set_filter("diego 5")
    assert model.shown_ids() == [3]


def test_the_words_are_prepared_while_nobody_types(model: RecordModel, qtbot):
    qtbot.waitUntil(lambda: len(model._hays) == 5)
    assert not model.words


def test_a_refresh_keeps_filter_and_order(look):
    rows = list(ROWS)
    model = RecordModel(COLUMNS, lambda: rows)
    model.refresh()
    model.sort(0)
    model.set_filter("nez")
    rows.append(Row(9, "Báñez, Ana", 0))
    model.refresh()
    assert model.shown_ids() == [9, 3, 2, 5]


def test_rows_to_paste_have_tabs_and_titles_when_several():
    assert tsv(COLUMNS, ROWS[:1]) == "Zúñiga, Joel\t2"
    assert tsv(COLUMNS, [Row(7, "A\tB\nC", 0)] * 2).splitlines()[1] == "A B C\t0"
    assert tsv(COLUMNS, ROWS[:2]).splitlines()[0] == "Alumno\tReprob."


def test_what_is_remembered_forgets_columns_that_no_longer_exist():
    kept = Remembered(frozenset({"rep", "vieja"}), "vieja", descending=True)
    assert Remembered.from_text(kept.to_text(), {"alumno", "rep"}) == Remembered(
        frozenset({"rep"}), "", descending=True
    )
    assert Remembered.from_text("basura", set()) is None


def test_a_cell_knows_the_room_it_needs(look):
    wide = COLUMNS[0].cell.needs(Shown(ROWS[0], "Centro de Bachillerato"))
    assert wide > COLUMNS[0].cell.needs(Shown(ROWS[0], "CBTis"))
