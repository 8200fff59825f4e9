"""What holds for every printed form: page, font, lines, language, empty copy, files, cancelling."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.errors import AppError, Cancelled, DoesNotFit
from app.formatos import CARNET, FORMATOS
from app.formatos.carnet import EJEMPLO, EN_BLANCO, CarnetOpciones
from app.formatos.fonts import REGULAR, clean, face
from app.formatos.formato import AUDIENCES, PAPERS, Formato, render, render_to
from tests.formatos.examples import LARGO, capitals, of
from tests.formatos.paper import fonts, operations, reader, seen, sizes, strokes, words

EACH = [(formato, papel) for formato in FORMATOS for papel in formato.papers]


def _both(formato: Formato, papel: str) -> list[bytes]:
    dibujo = formato.dibujo()
    opciones = dibujo.opciones(papel=papel)
    return [render(formato, [datos], opciones) for datos in (dibujo.ejemplo, dibujo.en_blanco)]


@pytest.mark.parametrize(("formato", "papel"), EACH, ids=lambda v: getattr(v, "key", v))
def test_paper_survives_the_photocopier(formato: Formato, papel: str) -> None:
    for pdf in _both(formato, papel):
        assert min(stroke.points for stroke in strokes(pdf)) >= 0.5
        assert min(sizes(pdf) - {7.5}) >= 9
        assert not [op for _, _, op in operations(pdf) if op in {b"g", b"rg", b"k", b"G", b"RG"}]


@pytest.mark.parametrize(("formato", "papel"), EACH, ids=lambda v: getattr(v, "key", v))
def test_small_letters_are_capitals(formato: Formato, papel: str) -> None:
    for pdf in _both(formato, papel):
        small = [s.text for page in seen(pdf) for s in page if s.size < 9]
        assert all(text == text.upper() for text in small)


@pytest.mark.parametrize(("formato", "papel"), EACH, ids=lambda v: getattr(v, "key", v))
def test_sheets_are_carta_and_the_font_is_embedded(formato: Formato, papel: str) -> None:
    level = (792, 612)
    allowed = {(612, 792), level} if papel == "carta" else {level}
    for pdf in _both(formato, papel):
        whole = reader(pdf)
        for page in whole.pages:
            box = page.mediabox
            assert (round(float(box.width), 2), round(float(box.height), 2)) in allowed
        assert fonts(pdf)
        assert all(fonts(pdf).values())
        assert all("SourceSansPro" in name for name in fonts(pdf))
        assert whole.trailer["/Root"]["/Lang"] == "es-MX"
        assert whole.metadata is not None
        assert whole.metadata.title == formato.title


def test_declared_papers_and_audiences_exist() -> None:
    for formato in FORMATOS:
        assert formato.audience in AUDIENCES
        assert set(formato.papers) <= set(PAPERS)


def test_the_menu_loads_no_library() -> None:
    code = (
        "import sys, app.formatos, app.formatos.carnet, app.formatos.plan, app.formatos.preview;"
        "print([m for m in ('reportlab', 'pypdfium2', 'PIL') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "carnets de 3.º B.pdf"
    render_to(target, CARNET, [EJEMPLO])
    before = target.read_bytes()
    assert before == render(CARNET, [EJEMPLO])
    with pytest.raises(DoesNotFit):
        render_to(target, CARNET, [EJEMPLO, of(1, nombres="x" * 400)])
    assert target.read_bytes() == before
    assert list(tmp_path.glob("*")) == [target]


def test_progress_counts_people_and_can_be_cancelled() -> None:
    ticks: list[tuple[int, int]] = []
    render(CARNET, [EJEMPLO] * 5, tick=lambda done, total: ticks.append((done, total)))
    assert ticks == [(n, 5) for n in range(1, 6)]
    pair = CarnetOpciones(papel="media-carta")
    ticks.clear()
    render(CARNET, [EJEMPLO] * 5, pair, lambda done, total: ticks.append((done, total)))
    assert ticks[-1] == (5, 5)
    with pytest.raises(Cancelled):
        render(CARNET, [EJEMPLO] * 5, cancelled=lambda: len(ticks) > 0)


@pytest.mark.parametrize("hostile", ["<b>Ana</b> & Cía.", "</para><img src='x'/>", "&#65; <seq/>"])
def test_markup_prints_as_typed(hostile: str) -> None:
    assert hostile in words(render(CARNET, [of(1, nombres=hostile, tutor_del_grupo=hostile)]))


def test_a_letter_that_the_font_lacks_is_said_with_its_owner() -> None:
    with pytest.raises(DoesNotFit, match=r"Carnet de .*«Ana 😀» lleva el signo «😀»"):
        render(CARNET, [of(1, nombres="Ana 😀")])


def test_decomposed_letters_and_odd_spaces_print_as_their_twins() -> None:
    shown = words(
        render(CARNET, [of(1, nombres="Mari\u0301a\u2009Jose\u0301\u200b", grupo="3\u2011B")])
    )
    assert "María José" in shown
    assert "3-B" in shown


@pytest.mark.parametrize("extra", ["\u0331", "ā", "\ua78c", "ɨ", "–", "½"])
def test_letters_of_native_languages_print(extra: str) -> None:
    render(CARNET, [of(1, nombres=f"Xochitl{extra} Ana")])


def test_more_letters_than_one_subset_holds_still_read_back() -> None:
    letters = sorted(c for c in face(REGULAR).widths if c.isalpha() and clean(c) == c)
    people = [of(1, nombres="".join(letters[i : i + 20])) for i in range(0, 400, 20)]
    shown = words(render(CARNET, people))
    assert all(one.nombres in shown for one in people)


def test_a_logo_is_printed_in_greys_once(logo: str) -> None:
    with_logo = replace(EJEMPLO, membrete=replace(EJEMPLO.membrete, logo=logo))
    pdf = render(CARNET, [with_logo] * 3)
    images: dict[Any, Any] = {
        operands[0]: None for _, operands, operator in operations(pdf) if operator == b"Do"
    }
    whole = reader(pdf)
    pictures = [
        held
        for page in whole.pages
        for held in page["/Resources"]["/XObject"].values()
        if held["/Subtype"] == "/Image"
    ]
    assert images
    assert {picture["/ColorSpace"] for picture in pictures} == {"/DeviceGray"}
    assert len({picture.get_data() for picture in pictures}) == 1


def test_a_logo_that_cannot_be_read_is_said() -> None:
    broken = replace(EJEMPLO, membrete=replace(EJEMPLO.membrete, logo="bm8gZXMgdW5hIGltYWdlbg=="))
    with pytest.raises(AppError, match="El logotipo del plantel no se puede leer"):
        render(CARNET, [broken])


def test_many_are_the_same_as_one_by_one_in_order() -> None:
    people = [EJEMPLO, capitals(LARGO), EN_BLANCO]
    shown = words(render(CARNET, people))
    alone = [words(render(CARNET, [one])) for one in people]
    assert shown == " ".join(alone)


def test_several_threads_print_the_same() -> None:
    alone = render(CARNET, [EJEMPLO])
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda _: render(CARNET, [EJEMPLO]), range(8)))
    assert set(together) == {alone}
