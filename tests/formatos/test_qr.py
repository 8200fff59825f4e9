"""The square code equals the stock one of ReportLab, module by module."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.barcode import qrencoder

from app.domain.codigo import code_of, scanned_text
from app.formatos import qr

_SIDE = range(qr.SIDE)


def _stock(text: str) -> list[list[bool]]:
    symbol = qrencoder.QRCode(1, qrencoder.QRErrorCorrectLevel.H)
    symbol.addData(text)
    symbol.makeImpl(False, qr.MASK)
    return [[bool(symbol.modules[row][column]) for column in _SIDE] for row in _SIDE]


@pytest.mark.feature("M-86")
@settings(max_examples=60, deadline=None)
@given(st.integers(1, 2**62), st.integers(1, 2**62))
def test_equal_to_the_stock_symbol(alumno: int, periodo: int) -> None:
    text = scanned_text(code_of(alumno, periodo))
    ours = qr.modules(text)
    found = [[bool(ours >> row * qr.SIDE + column & 1) for column in _SIDE] for row in _SIDE]
    assert found == _stock(text)


def test_rectangles_cover_the_dark_modules_once() -> None:
    code = code_of(7, 9)
    covered: list[tuple[int, int]] = []
    numbers = [int(word) for word in qr.path(code).replace("re", "").split()]
    for x, y, wide, high in zip(*(iter(numbers),) * 4, strict=True):
        assert high == 1
        covered += [(qr.SIDE - 1 - y, x + i) for i in range(wide)]
    symbol = qr.modules(scanned_text(code))
    dark = [(r, c) for r in _SIDE for c in _SIDE if symbol >> r * qr.SIDE + c & 1]
    assert sorted(covered) == dark


def test_a_text_of_another_length_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="ten signs"):
        qr.modules("EP-7K3M9Q")
