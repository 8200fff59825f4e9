"""The expediente a–d: interview, ficha, letters; the list and the detail say the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import domain
from app.domain.aprendizaje import (
    ESTRATEGIAS,
    PREFERENCIAS,
    SIGNOS,
    signs_by_preference,
    strategies_for,
    suggested_preference,
)
from app.errors import AppError, InvalidValue
from app.services import alumnos, entrevistas, expedientes, fichas, planes
from app.store import Store
from app.store.queries import tutorados
from tests.small_plantel import FISICA, MATE, SmallPlantel, intervencion, small_plantel

TODAY = date(2026, 11, 20)


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


def in_list(store: Store, alumno: int) -> tuple[bool, ...]:
    return next(f.expediente for f in tutorados.lista(store) if f.alumno == alumno)


def there(store: Store, alumno: int) -> tuple[bool, ...]:
    return tuple(one.esta for one in expedientes.of_alumno(store, alumno))


@pytest.mark.feature("M-70", "M-66", "M-67", "M-68", "M-69")
def test_the_expediente_says_what_is_there_and_what_is_missing(
    store: Store, plantel: SmallPlantel
) -> None:
    diego = plantel["Diego"]
    words = [one.palabras for one in expedientes.of_alumno(store, diego)]
    assert words == [
        "Sin alumno tutor", "Falta teléfono o correo y 3 más", "Sin alumno tutor",
        "Sin alumno tutor",
    ]  # fmt: skip
    made = intervencion(store, plantel, FISICA, ("Diego",))
    words = [one.palabras for one in expedientes.of_alumno(store, diego)]
    assert words[0] == "Sin capturar"
    assert words[2:] == ["Falta la firma", "Sin horario en Física II"]
    entrevistas.change(store, made, diego, {"temas": "Vectores"})
    alumnos.change_alumno(store, diego, {"telefono": "951", "responsable": "Rosa Peña"})
    fichas.change(store, diego, {"necesidades": "Repasar", "preferencia": "visual"})
    expedientes.sign(store, [diego], date(2026, 11, 12))
    with store.operation("Hora"):
        store.franjas.add(domain.Franja(intervencion=made, dia=2, inicio=660, fin=720))
    found = expedientes.of_alumno(store, diego)
    assert [one.palabras for one in found] == [
        "20 nov", "Completa", "Firmada el 12 nov", "Martes 11:00 a 12:00",
    ]  # fmt: skip
    assert found[0].titulo == "a) Entrevista"
    assert there(store, diego) == in_list(store, diego) == (True,) * 4
    intervencion(store, plantel, MATE, ("Diego",))
    assert there(store, diego) == in_list(store, diego) == (False, True, False, False)
    words = [one.palabras for one in expedientes.of_alumno(store, diego)]
    assert words[2] == "Falta la firma en Matemáticas III"
    one = expedientes.in_intervencion(store, made, diego)
    assert all(document.esta for document in one)


@pytest.mark.feature("M-70")
def test_the_list_agrees_with_the_detail_for_everybody(demo: Store) -> None:
    rows = {fila.alumno: fila.expediente for fila in tutorados.lista(demo)}
    attended = {t.alumno for t in demo.tutorados.all()}
    assert attended
    for alumno in attended:
        assert there(demo, alumno) == tuple(rows[alumno]), demo.alumnos.get(alumno).nombre
    assert any(all(rows[alumno]) for alumno in attended)
    assert not all(all(rows[alumno]) for alumno in attended)


@pytest.mark.feature("M-68")
def test_many_letters_are_signed_at_once_and_undone(store: Store, plantel: SmallPlantel) -> None:
    people = [plantel["Diego"], plantel["Ximena"]]
    with pytest.raises(AppError, match="falta el alumno tutor"):
        expedientes.sign(store, people, TODAY)
    made = intervencion(store, plantel, FISICA, ("Diego", "Ximena"))
    intervencion(store, plantel, MATE, ("Diego",), "cancelada")
    with pytest.raises(InvalidValue, match="todavía no llega"):
        expedientes.sign(store, people, date(2026, 11, 21))
    assert expedientes.sign(store, people, TODAY) == 2
    assert store.undo_label == "Anotar 2 cartas compromiso firmadas"
    assert [t.carta for t in store.tutorados.where(intervencion=made)] == [TODAY, TODAY]
    assert expedientes.is_signed(store, plantel["Diego"])
    expedientes.unsign(store, plantel["Diego"])
    assert not expedientes.is_signed(store, plantel["Diego"])
    store.undo()
    store.undo()
    assert expedientes.unsigned(store, people)
    assert expedientes.sign_as_alumno_tutor(store, [made], TODAY) == 1
    assert store.intervenciones.get(made).carta_tutor == TODAY
    with pytest.raises(AppError, match="ya están firmadas"):
        expedientes.sign_as_alumno_tutor(store, [made], TODAY)


# Interview


@pytest.mark.feature("M-45", "M-66", "I-20")
def test_an_interview_begins_with_its_first_datum(store: Store, plantel: SmallPlantel) -> None:
    made, ximena = intervencion(store, plantel), plantel["Ximena"]
    entrevistas.change(store, made, ximena, {"preocupaciones": "El examen final"})
    found = entrevistas.entrevista_of(store, made, ximena)
    assert (found.fecha, found.entrevistador) == (TODAY, "Valeria Muñoz Arévalo")
    assert found.preocupaciones == "El examen final"
    assert store.undo_label.startswith("Cambiar la entrevista de Ximena Ordóñez: qué le preocupa")
    with pytest.raises(InvalidValue, match="todavía no llega"):
        entrevistas.change(store, made, ximena, {"fecha": "21/11/2026"})
    with pytest.raises(InvalidValue, match="entre 0 y 80"):
        entrevistas.change(store, made, ximena, {"horas_estudio": "90"})
    store.undo()
    assert store.entrevistas.count() == 0
    entrevistas.change(store, made, ximena, {"lugar": ""})
    assert store.entrevistas.count() == 0


@pytest.mark.feature("M-46")
def test_what_is_already_known_is_noted_by_topic(store: Store, plantel: SmallPlantel) -> None:
    made, ximena = intervencion(store, plantel), plantel["Ximena"]
    planes.change(store, made, {"contenidos": "Vectores\nEquilibrio"})
    assert entrevistas.topics_to_ask(store, made, 0) == ["Vectores", "Equilibrio"]
    one = entrevistas.add_conocimiento(store, made, ximena, {"tema": "Vectores"})
    stored = entrevistas.entrevista_of(store, made, ximena)
    assert one.nivel == "cuesta"
    assert stored.fecha == TODAY
    assert entrevistas.topics_to_ask(store, made, stored.id) == ["Equilibrio"]
    entrevistas.change_conocimiento(store, one.id, {"nivel": "Lo domina"})
    assert entrevistas.conocimientos(store, stored.id)[0].nivel == "domina"
    with pytest.raises(InvalidValue, match="Tema"):
        entrevistas.add_conocimiento(store, made, ximena, {})
    entrevistas.remove_conocimiento(store, one.id)
    assert entrevistas.conocimientos(store, stored.id) == []
    entrevistas.remove(store, stored.id)
    assert store.undo() == "Quitar la entrevista de Ximena Ordóñez"


# Ficha


@pytest.mark.feature("M-15", "M-43", "M-44", "M-51")
def test_the_signs_propose_the_preference_of_the_ficha(store: Store, plantel: SmallPlantel) -> None:
    ximena = plantel["Ximena"]
    fichas.change(store, ximena, {"signos": "v1,v3"})
    ficha = fichas.ficha_of(store, ximena)
    assert (ficha.preferencia, ficha.elaborada) == ("visual", TODAY)
    fichas.change(store, ximena, {"signos": "v1,v3,k1,k3"})
    assert fichas.ficha_of(store, ximena).preferencia == "mixto"
    fichas.change(store, ximena, {"preferencia": "Auditivo"})
    fichas.change(store, ximena, {"signos": "v1"})
    assert fichas.ficha_of(store, ximena).preferencia == "auditivo"
    fichas.change(store, ximena, {"intereses": "Dibujar"})
    assert store.undo_label == "Cambiar la ficha de Ximena Ordóñez: intereses"


@pytest.mark.feature("M-51", "M-47")
def test_the_ficha_takes_what_the_interview_said(store: Store, plantel: SmallPlantel) -> None:
    made, ximena = intervencion(store, plantel), plantel["Ximena"]
    entrevistas.change(store, made, ximena, {"signos": "a1,a2,a3", "intereses": "La música"})
    asked = entrevistas.entrevista_of(store, made, ximena)
    taken = fichas.take_from_interview(store, ximena, asked.id)
    assert fichas.taken_words(taken) == ("Se pasó a la ficha: señales de cómo aprende e intereses.")
    ficha = fichas.ficha_of(store, ximena)
    assert (ficha.signos, ficha.preferencia, ficha.intereses) == (
        ("a1", "a2", "a3"), "auditivo", "La música",
    )  # fmt: skip
    with pytest.raises(AppError, match="ya tiene"):
        fichas.take_from_interview(store, ximena, asked.id)
    assert store.undo() == "Pasar la entrevista a la ficha de Ximena Ordóñez"
    assert fichas.ficha_of(store, ximena).id == 0


@pytest.mark.feature("M-47", "M-51")
@given(st.sets(st.sampled_from(list(SIGNOS))))
def test_the_rule_of_the_preference(signos: set[str]) -> None:
    found = suggested_preference(signos)
    counts = signs_by_preference(signos)
    assert sum(counts.values()) == len(signos)
    assert found in ("", *PREFERENCIAS)
    assert (found == "") == (not signos)
    shares = {"visual": counts["visual"] / 4, "auditivo": counts["auditivo"] / 6,
              "kinestesico": counts["kinestesico"] / 4}  # fmt: skip
    best = max(shares.values())
    leaders = [key for key, share in shares.items() if abs(share - best) < 1e-9]
    if signos:
        assert found == (leaders[0] if len(leaders) == 1 else "mixto")


def test_every_preference_has_its_strategies() -> None:
    by_kind = [strategies_for(key) for key in ("visual", "auditivo", "kinestesico")]
    assert [len(one) for one in by_kind] == [4, 5, 6]
    assert strategies_for("mixto") == ESTRATEGIAS
    assert strategies_for("") == {}
