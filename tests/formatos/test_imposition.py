"""Pages on sheets: cut piles keep their order, folded sheets read from cover to back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.formatos import CARNET
from app.formatos.carnet import EJEMPLO, CarnetOpciones
from app.formatos.formato import render
from app.formatos.imposition import booklet, piles
from tests.formatos.paper import operations, seen

HALF = 139.7


@given(st.integers(1, 400))
def test_the_left_pile_on_the_right_one_keeps_the_order(count: int) -> None:
    sheets = piles(count)
    stacked = [left for left, _ in sheets] + [right for _, right in sheets]
    assert [card for card in stacked if card is not None] == list(range(count))
    assert stacked.count(None) == count % 2
    assert all(card is not None for card in stacked[: len(sheets)])


@given(st.integers(1, 12).map(lambda n: 4 * n))
def test_nested_and_folded_the_pages_follow_each_other(pages: int) -> None:
    sheets = booklet(pages)
    read = [page for outside, inside in sheets for page in (outside[1], inside[0])]
    back = [page for outside, inside in reversed(sheets) for page in (inside[1], outside[0])]
    assert read + back == list(range(1, pages + 1))
    for outside, inside in sheets:
        assert sum(outside) == sum(inside) == pages + 1


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (4, [((4, 1), (2, 3))]),
        (8, [((8, 1), (2, 7)), ((6, 3), (4, 5))]),
        (12, [((12, 1), (2, 11)), ((10, 3), (4, 9)), ((8, 5), (6, 7))]),
    ],
)
def test_sheets_of_a_booklet(pages: int, expected: list[object]) -> None:
    assert booklet(pages) == expected


def test_media_carta_cards_lie_where_the_piles_say() -> None:
    cards = [replace(EJEMPLO, nombres=f"Alumna {n}") for n in range(5)]
    opciones = CarnetOpciones(papel="media-carta", reverso=False)
    pages = seen(render(CARNET, cards, opciones))
    names = [[s for s in page if s.text.startswith("Alumna")] for page in pages]
    assert [[(s.text[-1], s.x > HALF) for s in page] for page in names] == [
        [("0", False), ("3", True)], [("1", False), ("4", True)], [("2", False)]
    ]  # fmt: skip
    assert sum(s.text == "SEMESTRE:" for s in pages[2]) == 2


def test_a_back_lies_behind_its_front_when_turned_on_the_short_edge() -> None:
    cards = [replace(EJEMPLO, apellido_paterno=f"Ríos{n}") for n in range(2)]
    front, back = seen(render(CARNET, cards, CarnetOpciones(papel="media-carta")))
    left = next(s for s in front if s.text == "Ríos0")
    behind = next(s for s in back if s.text.startswith("Ríos0"))
    assert left.x < HALF < behind.x


def test_marks_are_solid_to_cut_and_dashed_to_fold() -> None:
    cut = list(operations(render(CARNET, [EJEMPLO], CarnetOpciones(papel="media-carta"))))
    fold = list(operations(render(CARNET, [EJEMPLO], CarnetOpciones(papel="cuadernillo"))))
    assert not [op for _, _, op in cut if op == b"d"]
    dashes = [operands[0] for _, operands, op in fold if op == b"d"]
    assert dashes == [[2, 2], [], [2, 2], []] * 2
