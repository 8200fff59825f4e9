"""The texts of the forms: the plantel's own words, and the way back."""

import pytest

from app.errors import InvalidValue
from app.formatos import FORMATOS
from app.formatos.textos import TEXTOS, default_text, unknown_places
from app.services import textos
from app.store import Store

CLAVE = "carta_tutorado"


@pytest.mark.feature("M-68")
def test_a_text_is_changed_taken_back_and_refused_when_empty(store: Store) -> None:
    original = textos.text_of(store, CLAVE)
    textos.change_text(store, CLAVE, "Me comprometo, {nombre}.")
    textos.change_text(store, CLAVE, "Me comprometo mucho, {nombre}.")
    assert textos.text_of(store, CLAVE) == "Me comprometo mucho, {nombre}."
    assert textos.is_changed(store, CLAVE)
    with pytest.raises(InvalidValue, match="no puede quedar vacío"):
        textos.change_text(store, CLAVE, "  ")
    textos.restore_text(store, CLAVE)
    assert textos.text_of(store, CLAVE) == original
    assert not textos.is_changed(store, CLAVE)
    store.undo()
    assert textos.text_of(store, CLAVE) == "Me comprometo mucho, {nombre}."
    textos.change_text(store, CLAVE, original)
    assert not textos.is_changed(store, CLAVE)


def test_a_place_that_nothing_fills_is_known() -> None:
    assert unknown_places(CLAVE, "Yo, {nombre}, del {grup} y {grup}, {x y}.") == ["grup"]


@pytest.mark.parametrize("clave", TEXTOS)
def test_the_texts_of_the_program_only_use_their_places_and_some_form_prints_them(
    clave: str,
) -> None:
    assert unknown_places(clave, default_text(clave)) == []
    assert any(clave in formato.textos for formato in FORMATOS)
