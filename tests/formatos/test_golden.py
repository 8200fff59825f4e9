"""Golden copies: the texts of each form's example, where they stand, and how many lines it has.

After a change that is meant, run the tests with ENTREPARES_GOLDEN=1 and read the difference.
"""

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from app.formatos import CARNET, FORMATOS, PLAN
from app.formatos.carnet import CarnetOpciones
from app.formatos.formato import Formato, render
from tests.formatos.examples import LARGO, of, with_sessions
from tests.formatos.paper import golden

HERE = Path(__file__).parent / "golden"


def _papers() -> dict[str, tuple[Formato, Any, Any]]:
    cases: dict[str, tuple[Formato, Any, Any]] = {}
    for formato in FORMATOS:
        dibujo = formato.dibujo()
        for papel in formato.papers:
            opciones = dibujo.opciones(papel=papel)
            cases[f"{formato.key}-{papel}"] = (formato, [dibujo.ejemplo], opciones)
            cases[f"{formato.key}-{papel}-vacio"] = (formato, [dibujo.en_blanco], opciones)
    cases["carnet-carta-tres"] = (CARNET, [of(3)], CarnetOpciones())
    cases["carnet-cuadernillo-cinco"] = (CARNET, [of(5)], CarnetOpciones(papel="cuadernillo"))
    cases["carnet-media-carta-largo"] = (CARNET, [LARGO], CarnetOpciones(papel="media-carta"))
    cases["carnet-carta-sesiones"] = (
        CARNET,
        [with_sessions(15)],
        CarnetOpciones(con_sesiones=True),
    )
    return cases


PAPERS = _papers()


@pytest.mark.feature("M-76", "M-77", "M-78", "M-79", "M-80", "M-83", "M-84", "U-91")
@pytest.mark.parametrize("name", PAPERS)
def test_paper_is_as_it_was(name: str) -> None:
    formato, datos, opciones = PAPERS[name]
    kept = HERE / f"{name}.txt"
    found = golden(render(formato, datos, opciones))
    if os.environ.get("ENTREPARES_GOLDEN"):
        kept.write_text(found, encoding="utf-8", newline="\n")
    assert found == kept.read_text(encoding="utf-8")


def test_no_golden_copy_is_left_over() -> None:
    assert {path.stem for path in HERE.iterdir()} == set(PAPERS)


@pytest.mark.parametrize("name", PAPERS)
def test_same_data_same_bytes(name: str) -> None:
    formato, datos, opciones = PAPERS[name]
    first, second = (hashlib.sha256(render(formato, datos, opciones)).digest() for _ in range(2))
    assert first == second


def test_every_form_is_in_the_menu_once() -> None:
    keys = [formato.key for formato in FORMATOS]
    assert len(set(keys)) == len(keys)
    assert {CARNET, PLAN} <= set(FORMATOS)


def test_no_two_forms_begin_their_folios_alike() -> None:
    prefixes = [formato.folio for formato in FORMATOS if formato.folio]
    assert len(set(prefixes)) == len(prefixes)
