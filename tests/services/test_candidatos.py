"""The search of candidatos: needs first, then those regular and high, in order."""

import pytest

from app import domain
from app.services import alumnos_tutores, candidatos, resultados
from app.store import Store
from app.store.queries import candidatos as queries
from tests.small_plantel import FISICA, MATE, QUIMICA, intervencion, small_plantel


@pytest.mark.feature("U-61")
def test_the_needs_of_the_plantel_the_most_wanted_first(store: Store) -> None:
    plantel = small_plantel(store)
    alumnos_tutores.nominate(store, {plantel["Valeria"]: {plantel.asignaturas[FISICA]: 96}})
    alumnos_tutores.change_state(store, [plantel["Valeria"]], "activo")
    intervencion(store, plantel, FISICA, ("Ximena",))
    found = [(n.nombre, n.la_deben, n.sin_tutor, n.tutores) for n in queries.necesidades(store)]
    assert found == [(FISICA, 2, 1, 1), (MATE, 1, 1, 0)]


@pytest.mark.feature("M-18", "U-61", "S-12")
def test_candidatos_are_regular_high_and_in_order(store: Store) -> None:
    plantel = small_plantel(store)
    search = candidatos.Busqueda(store)
    found = search.candidatos(plantel.asignaturas[FISICA])
    assert [(c.nombre_de_lista, c.calificacion, c.periodo, c.en_tercio) for c in found] == [
        ("Muñoz Arévalo, Valeria", 96, "2025-2026B", True),
        ("Zúñiga, Iker", 88, "2025-2026B", True),
    ]
    # Diego got 9 in Química and owes two asignaturas: he is no candidato.
    assert [c.alumno for c in search.candidatos(plantel.asignaturas[QUIMICA])] == [plantel["Iker"]]


def test_who_masters_it_already_is_no_candidato(store: Store) -> None:
    plantel = small_plantel(store)
    fisica = plantel.asignaturas[FISICA]
    alumnos_tutores.nominate(store, {plantel["Valeria"]: {fisica: 96}})
    search = candidatos.Busqueda(store)
    assert [c.alumno for c in search.candidatos(fisica)] == [plantel["Iker"]]
    other = search.candidatos(plantel.asignaturas[MATE])
    assert [(c.alumno, c.estado) for c in other] == [(plantel["Valeria"], "candidato")]


@pytest.mark.feature("S-12")
def test_the_tercio_superior_is_of_each_semestre(store: Store) -> None:
    plantel = small_plantel(store)
    assert candidatos.tercios(store) == {plantel["Valeria"], plantel["Iker"]}
    with store.operation("Otro semestre"):
        first = store.grupos.add(domain.Grupo(periodo=plantel.periodo, semestre=1, nombre="A"))
        store.alumnos.change(plantel["Diego"], grupo=first.id)
    assert candidatos.tercios(store) == {plantel["Valeria"], plantel["Diego"]}


@pytest.mark.feature("S-12")
def test_a_candidato_says_from_which_average_on_and_of_whom(store: Store) -> None:
    plantel = small_plantel(store)
    by_grupo = candidatos.tercios_por(store, "grupo")
    assert by_grupo[plantel.grupo].alumnos == {plantel["Valeria"]}
    assert by_grupo[plantel.other_grupo].alumnos == {plantel["Ximena"]}
    found = candidatos.Busqueda(store).candidatos(plantel.asignaturas[FISICA])
    assert [(c.en_tercio, c.en_tercio_de_grupo) for c in found] == [(True, True), (True, False)]
    assert found[0].corte == (
        "De su semestre: 2 de 4, con promedio de 8.3 o más.\n"
        "De su grupo: 1 de 2, con promedio de 9 o más."
    )


@pytest.mark.feature("U-74")
def test_how_many_alumnos_tutores_an_asignatura_takes(store: Store) -> None:
    plantel = small_plantel(store)
    fisica = queries.necesidades(store)[0]
    assert (fisica.sin_tutor, fisica.hacen_falta(3), fisica.hacen_falta(1)) == (2, 1, 2)
    intervencion(store, plantel, FISICA, ("Ximena", "Diego"))
    alone = {n.nombre: n.hacen_falta(3) for n in queries.necesidades(store)}
    assert alone == {MATE: 1, FISICA: 0}


@pytest.mark.feature("M-24")
def test_the_grades_suggest_what_somebody_masters(store: Store) -> None:
    plantel = small_plantel(store)
    with store.operation("Parciales"):
        store.calificaciones.add_many(
            domain.Calificacion(
                alumno=plantel["Valeria"],
                asignatura=plantel.asignaturas[QUIMICA],
                periodo=plantel.periodo,
                parcial=parcial,
                valor=valor,
                intento="intersemestral",
            )
            for parcial, valor in ((1, 90), (2, 100))
        )
    results = resultados.in_asignaturas(store, plantel["Valeria"])
    assert [(r.nombre, r.valor, r.alcanza) for r in results] == [
        (FISICA, 96, True),
        (QUIMICA, 95, True),
        (MATE, 94, True),
    ]
    assert (results[1].periodo, results[1].detalle) == ("2026-2027A", "1.er p. 9 · 2.º p. 10")
    known = {plantel.asignaturas[FISICA]}
    assert [s.nombre for s in resultados.suggestions(known, results)] == [QUIMICA, MATE]


def test_an_alumno_without_results_has_nothing_to_show(store: Store) -> None:
    plantel = small_plantel(store)
    assert resultados.in_asignaturas(store, plantel["Nora"]) == []
    names = {e.nombre_de_lista: e for e in queries.elegibles(store)}
    assert names["Ñáñez Ayala, Nora"].regular is None
    assert names["Núñez Peña, Diego Armando"].regular is False
