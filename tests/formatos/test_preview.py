"""Pages as pictures."""

from app.formatos import CARNET
from app.formatos.carnet import EJEMPLO
from app.formatos.formato import render
from app.formatos.preview import Preview, render_page


def test_a_page_becomes_pixels() -> None:
    pdf = render(CARNET, [EJEMPLO])
    wide, high, pixels = render_page(pdf, 0, 1.5)
    assert (wide, high) == (918, 1188)
    assert len(pixels) == wide * high * 4
    assert pixels[:3] == b"\xff\xff\xff"
    row = int(31 / 25.4 * 72 * 1.5)
    inked = {pixels[(row + d) * wide * 4 + 4 * 400] for d in range(-2, 3)}
    assert min(inked) < 100


def test_an_open_preview_knows_its_pages() -> None:
    with Preview(render(CARNET, [EJEMPLO, EJEMPLO])) as preview:
        assert preview.pages == 4
        assert preview.size(3) == (612, 792)
        assert preview.render(3, 0.2)[:2] == (123, 159)
