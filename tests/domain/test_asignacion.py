"""Every reason against an assignment, in words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import Asignatura, Settings
from app.domain.asignacion import (
    DatosTutor,
    DatosTutorado,
    Ocupacion,
    capacidad_de,
    huecos_comunes,
    impedimentos,
    se_puede,
)
from app.domain.horario import Tramo

FISICA = Asignatura(id=7, nombre="Física II")
SETTINGS = Settings()
MARTES_11 = Tramo(2, 660, 720)
ANA = DatosTutor(
    1, "Ana Ruiz", dominios={7: 95}, libres=(Tramo(2, 600, 780), Tramo(4, 600, 660)), capacidad=3
)
DIEGO = DatosTutorado(2, "Diego Núñez", libres=(Tramo(2, 660, 780),))


def texts(ana: DatosTutor, diego: DatosTutorado, franja: Tramo | None = MARTES_11) -> list[str]:
    return [i.texto for i in impedimentos(ana, diego, FISICA, franja, SETTINGS)]


@pytest.mark.feature("M-18", "M-81", "M-82", "U-19")
def test_nothing_speaks_against_a_good_pair() -> None:
    assert texts(ANA, DIEGO) == []
    assert texts(ANA, DIEGO, None) == []


def test_nobody_is_his_or_her_own_alumno_tutor() -> None:
    assert texts(ANA, replace(DIEGO, alumno=1)) == ["Ana Ruiz no puede ser su propio alumno tutor"]


@pytest.mark.parametrize(
    ("change", "clave", "texto"),
    [
        ({"inscrito": False}, "tutor_baja", "Ana Ruiz ya no está en el plantel"),
        ({"estado": "pausa"}, "no_activo", "Ana Ruiz no es alumno tutor activo (en pausa)"),
        ({"regular": False}, "no_regular", "Ana Ruiz debe asignaturas"),
        ({"dominios": {8: 100}}, "no_domina", "Ana Ruiz no domina Física II"),
        ({"dominios": {7: 75}}, "domina_poco", "Ana Ruiz tiene 7.5 en Física II y se pide 8.5"),
        (
            {"tutorados": frozenset({3, 4, 5})},
            "sin_lugar",
            "Ana Ruiz ya tiene 3 tutorados, su máximo",
        ),
        (
            {"tutorados": frozenset({3}), "capacidad": 1},
            "sin_lugar",
            "Ana Ruiz ya tiene 1 tutorado, su máximo",
        ),
        ({"capacidad": 0}, "sin_lugar", "Ana Ruiz no recibe tutorados"),
        (
            {"libres": (Tramo(3, 600, 660), Tramo(5, 600, 660))},
            "sin_hora_comun",
            "Ana Ruiz no tiene libre el martes 11:00 a 12:00",
        ),
        (
            {"ocupadas": (Ocupacion(Tramo(2, 690, 750), 9, "Química I con Luis Paz"),)},
            "choque_tutor",
            "Ana Ruiz ya tiene Química I con Luis Paz el martes 11:30 a 12:30",
        ),
    ],
)
def test_each_reason_against_the_alumno_tutor(
    change: dict[str, object], clave: str, texto: str
) -> None:
    (found,) = impedimentos(replace(ANA, **change), DIEGO, FISICA, MARTES_11, SETTINGS)
    assert (found.clave, found.texto, found.aviso) == (clave, texto, False)
    assert not se_puede([found])


def test_a_plantel_may_only_warn_about_irregular_ones() -> None:
    found = impedimentos(
        replace(ANA, regular=False), DIEGO, FISICA, MARTES_11, Settings(exige_regular=False)
    )
    assert [i.clave for i in found] == ["no_regular"]
    assert se_puede(found)


def test_a_proposal_of_the_colectivo_needs_no_number() -> None:
    assert texts(replace(ANA, dominios={7: None}), DIEGO) == []


def test_a_tutorado_that_one_already_has_takes_no_new_place() -> None:
    assert texts(replace(ANA, tutorados=frozenset({2, 3, 4})), DIEGO) == []


def test_capacity_is_the_own_one_or_the_plantels_and_never_over_six() -> None:
    assert capacidad_de(ANA, SETTINGS) == 3
    assert capacidad_de(replace(ANA, capacidad=None), Settings(capacidad=4)) == 4
    assert capacidad_de(replace(ANA, capacidad=9), SETTINGS) == 6


def test_a_tutorado_who_left_cannot_be_accompanied() -> None:
    assert texts(ANA, replace(DIEGO, inscrito=False)) == ["Diego Núñez ya no está en el plantel"]


def test_a_clash_of_the_tutorado_is_named() -> None:
    busy = (Ocupacion(MARTES_11, 9, "Química I con Eva Sol"),)
    assert texts(ANA, replace(DIEGO, ocupadas=busy)) == [
        "Diego Núñez ya tiene Química I con Eva Sol el martes 11:00 a 12:00"
    ]


@pytest.mark.feature("M-58")
def test_the_same_hour_of_the_same_asignatura_is_a_small_group() -> None:
    busy = (Ocupacion(MARTES_11, 7, "Física II con Luis Paz"),)
    assert texts(replace(ANA, ocupadas=busy), DIEGO) == []
    other = (Ocupacion(Tramo(2, 660, 750), 7, "Física II con Luis Paz"),)
    assert len(texts(replace(ANA, ocupadas=other), DIEGO)) == 1


def test_the_nearest_hour_in_common_is_offered() -> None:
    assert texts(ANA, DIEGO, Tramo(2, 600, 660)) == [
        "Diego Núñez no tiene libre el martes 10:00 a 11:00; "
        "lo más cercano en común es el martes 11:00 a 12:00"
    ]
    assert texts(ANA, DIEGO, Tramo(5, 600, 660)) == [
        "Ana Ruiz y Diego Núñez no tienen libre el viernes 10:00 a 11:00; "
        "lo más cercano en común es el martes 11:00 a 12:00"
    ]


def test_without_an_hour_the_question_is_whether_there_is_any() -> None:
    thursday = replace(DIEGO, libres=(Tramo(3, 600, 660),))
    assert texts(ANA, thursday, None) == [
        "Ana Ruiz y Diego Núñez no coinciden en ningún horario; "
        "lo más cercano: martes 10:00 a 13:00 y miércoles 10:00 a 11:00"
    ]
    never = replace(DIEGO, libres=())
    assert texts(ANA, never, None) == ["Ana Ruiz y Diego Núñez no coinciden en ningún horario"]
    busy = replace(ANA, ocupadas=(Ocupacion(Tramo(2, 600, 780), 9, "Química I con Luis"),))
    assert "no coinciden" in texts(busy, DIEGO, None)[0]


def test_an_unknown_horario_only_warns() -> None:
    found = impedimentos(ANA, replace(DIEGO, libres=None), FISICA, MARTES_11, SETTINGS)
    assert [i.texto for i in found] == ["No se conoce el horario de Diego Núñez"]
    assert se_puede(found)
    assert texts(replace(ANA, libres=None), DIEGO, None) == ["No se conoce el horario de Ana Ruiz"]
    assert huecos_comunes(ANA, replace(DIEGO, libres=None), 60) == huecos_comunes(
        ANA, replace(DIEGO, libres=ANA.libres), 60
    )
    assert huecos_comunes(replace(ANA, libres=None), replace(DIEGO, libres=None)) == []


@pytest.mark.feature("U-20")
def test_an_asesoria_lasts_thirty_minutes_at_least() -> None:
    assert texts(ANA, DIEGO, Tramo(2, 660, 680)) == [
        "La asesoría dura 20 minutos y debe durar al menos 30"
    ]
    assert texts(ANA, DIEGO, Tramo(2, 660, 690)) == []
    assert texts(ANA, DIEGO, Tramo(2, 660, 600)) == [
        "La hora no es posible: termina a las 10:00, antes de empezar"
    ]


TRAMOS = st.builds(
    lambda dia, inicio, pieces: Tramo(dia, inicio * 10, inicio * 10 + pieces * 10),
    st.integers(1, 3),
    st.integers(42, 80),
    st.integers(3, 12),
)
SOME = st.lists(TRAMOS, max_size=4).map(tuple)


@given(SOME, SOME, st.lists(TRAMOS, max_size=2))
def test_every_hour_that_is_offered_may_be_taken(
    one: tuple[Tramo, ...], two: tuple[Tramo, ...], taken: list[Tramo]
) -> None:
    busy = tuple(Ocupacion(t, 9, "Química I con Luis Paz") for t in taken)
    ana, diego = replace(ANA, libres=one, ocupadas=busy), replace(DIEGO, libres=two)
    slots = huecos_comunes(ana, diego, 30)
    for slot in slots:
        assert texts(ana, diego, slot) == []
    assert bool(texts(ana, diego, None)) == (not slots)
