"""Whom a form is printed for: what a page has chosen, who lacks it, what comes out incomplete."""

from dataclasses import replace

import pytest

from app import domain
from app.formatos import CARNET, CARTA_TUTORADO, FORMATOS, PLAN
from app.formatos.formato import Formato
from app.services import printing, quienes, sujetos
from app.store import Store
from tests.small_plantel import intervencion, small_plantel

ALUMNO_TUTOR = replace(PLAN, key="x", subject="alumno_tutor")
GRUPO = replace(PLAN, key="x", subject="grupo")
SESION = replace(PLAN, key="x", subject="sesion")
PLANTEL = replace(PLAN, key="x", subject="plantel")


def ids(store: Store, formato: Formato, kind: str, *chosen: int) -> set[int]:
    return {one.id for one in quienes.of_page(store, formato, kind, chosen)}


def test_each_kind_of_choice_finds_the_subjects_of_each_form(store: Store) -> None:
    plantel = small_plantel(store)
    case = intervencion(store, plantel, tutorados=("Ximena", "Diego"))
    other = intervencion(store, plantel, "Matemáticas III", ("Diego",))
    rows = {row.alumno: row.id for row in store.tutorados.where(intervencion=case)}
    with store.operation("Perfil y sesión"):
        store.perfiles_tutor.add(domain.PerfilTutor(alumno=plantel["Valeria"], estado="activo"))
        held = store.sesiones.add(domain.Sesion(intervencion=case, estado="dada")).id
        store.sesiones.add(domain.Sesion(intervencion=case, estado="planeada"))
    ximena, diego, valeria = plantel["Ximena"], plantel["Diego"], plantel["Valeria"]
    assert ids(store, CARTA_TUTORADO, "alumno", ximena) == {rows[ximena]}
    assert ids(store, PLAN, "alumno", ximena) == {case}
    assert ids(store, PLAN, "alumno", diego) == {case, other}
    assert ids(store, CARTA_TUTORADO, "intervencion", case) == set(rows.values())
    assert ids(store, CARNET, "intervencion", case) == {ximena, diego}
    assert ids(store, PLAN, "alumno_tutor", valeria) == {case, other}
    assert ids(store, PLAN, "tutorado", rows[ximena]) == {case}
    assert ids(store, PLAN, "grupo", plantel.other_grupo) == {case, other}
    assert ids(store, PLAN, "sesion", held) == {case}
    assert ids(store, SESION, "alumno", ximena) == {held}
    assert ids(store, ALUMNO_TUTOR, "alumno", ximena) == {valeria}
    assert ids(store, ALUMNO_TUTOR, "alumno", valeria) == {valeria}
    assert ids(store, GRUPO, "alumno", ximena) == {plantel.other_grupo}
    assert ids(store, GRUPO, "intervencion", case) == {plantel.other_grupo}
    assert ids(store, PLANTEL, "alumno", ximena) == {plantel.periodo}
    assert ids(store, PLAN, "alumno") == set()


def test_a_form_of_an_alumno_is_for_anybody_and_a_cancelled_plan_still_prints(
    store: Store,
) -> None:
    plantel = small_plantel(store)
    case = intervencion(store, plantel, estado="cancelada")
    assert ids(store, CARNET, "alumno", plantel["Nora"]) == {plantel["Nora"]}
    assert ids(store, PLAN, "intervencion", case) == {case}
    assert case not in {one.id for one in sujetos.sujetos(store, PLAN)}


def test_who_lacks_a_form_is_counted_in_this_periodo(store: Store) -> None:
    plantel = small_plantel(store)
    for name in ("Ximena", "Diego"):
        intervencion(store, plantel, tutorados=(name,))
    every = sujetos.sujetos(store, CARTA_TUTORADO)
    assert sujetos.faltan(store, CARTA_TUTORADO, every) == every
    printing.issue(store, printing.tirada(store, CARTA_TUTORADO, [every[0].id]))
    assert sujetos.faltan(store, CARTA_TUTORADO, every) == every[1:]
    assert sujetos.faltan(store, PLAN, sujetos.sujetos(store, PLAN))
    emision = store.emisiones.all()[0]
    with store.operation("Del periodo anterior"):
        store.emisiones.change(emision.id, periodo=plantel.before)
    assert sujetos.faltan(store, CARTA_TUTORADO, every) == every


def test_what_is_missing_is_known_before_printing_and_a_blank_lacks_nothing(store: Store) -> None:
    plantel = small_plantel(store)
    intervencion(store, plantel)
    every = [one.id for one in sujetos.sujetos(store, CARTA_TUTORADO)]
    assert printing.tirada(store, CARTA_TUTORADO, every).lacks() == {"sin horario asignado": [0]}
    blank = printing.tirada_en_blanco(store, CARTA_TUTORADO, copias=3)
    assert len(blank.datos) == 3
    assert blank.lacks() == {}


@pytest.mark.parametrize("formato", FORMATOS, ids=lambda formato: formato.key)
def test_what_a_form_expects_are_data_that_it_has(formato: Formato) -> None:
    filled = formato.dibujo().ejemplo
    for key, words in formato.espera:
        assert getattr(filled, key), key
        assert words[0].islower()
