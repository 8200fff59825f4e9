"""The levels of risk, why, and the third of the best."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import Settings
from app.domain.asignatura import FINAL, INTENTOS
from app.domain.riesgo import (
    DESEMPENOS,
    NIVELES,
    Resultado,
    asignaturas_reprobadas,
    desempeno,
    es_regular,
    porcentaje_faltas,
    promedio_of,
    resultado_de,
    riesgo_of,
)

SETTINGS = Settings()
NAMES = {1: "Matemáticas III", 2: "Física II", 3: "Química I", 4: "Inglés III", 5: "Ética I"}


def final(asignatura: int, valor: int | None, orden: int = 1, **more: object) -> Resultado:
    values = {"parcial": FINAL, "valor": valor, **more}
    return Resultado(asignatura, NAMES.get(asignatura, f"Asignatura {asignatura}"), orden, **values)


def parcial(asignatura: int, number: int, valor: int | None, **more: object) -> Resultado:
    return final(asignatura, valor, **{"parcial": number, **more})


@pytest.mark.feature("U-44", "U-49", "S-09")
def test_an_asignatura_failed_twice_is_high_risk() -> None:
    risk = riesgo_of([final(1, 40), final(1, 50, 3), final(2, 50), final(3, 90)], SETTINGS)
    assert risk.nivel == "alto"
    assert risk.motivos == (
        "Reprobó Matemáticas III dos veces (4 y 5)",
        "También debe Física II (5)",
    )
    assert (risk.reprobadas, risk.promedio, risk.porcentaje_faltas) == (2, 63, None)


@pytest.mark.parametrize(
    ("intento", "words"),
    [
        ("extraordinario", "Reprobó Física II en extraordinario (5)"),
        ("recursamiento", "Reprobó Física II en recursamiento (5)"),
    ],
)
def test_a_failed_second_chance_counts_twice(intento: str, words: str) -> None:
    (owed,) = asignaturas_reprobadas([final(2, 50, intento=intento)], SETTINGS)
    assert owed.veces == 2
    assert owed.escrita == "5"
    risk = riesgo_of([final(2, 50, intento=intento)], SETTINGS)
    assert (risk.nivel, risk.motivos) == ("alto", (words,))


def test_many_times_are_said_in_words_or_figures() -> None:
    results = [final(2, 40 + n, n) for n in range(1, 7)]
    assert riesgo_of(results, SETTINGS).motivos == (
        "Reprobó Física II 6 veces (4.1, 4.2, 4.3, 4.4, 4.5 y 4.6)",
    )
    marks = [final(2, None, 1, marca="NP"), final(2, None, 2, marca="NA"), final(2, 50, 3)]
    assert riesgo_of(marks, SETTINGS).motivos == ("Reprobó Física II tres veces (NP, NA y 5)",)


@pytest.mark.feature("U-45", "U-48")
def test_the_number_of_first_failures_gives_the_level() -> None:
    def level(owed: int) -> str:
        results = [final(n, 50) for n in range(1, owed + 1)] + [final(9, 100)]
        return riesgo_of(results, SETTINGS).nivel

    assert [level(n) for n in range(7)] == [
        "sin_riesgo", "bajo", "bajo", "medio", "medio", "alto", "alto",
    ]  # fmt: skip


def test_few_debts_are_told_one_by_one_and_many_together() -> None:
    two = riesgo_of([final(1, 50), final(2, 40)], SETTINGS)
    assert two.motivos == ("Debe Física II (4)", "También debe Matemáticas III (5)")
    three = riesgo_of([final(1, 50), final(3, 40), final(4, 55)], SETTINGS)
    assert three.motivos == (
        "Debe 3 asignaturas: Química I (4), Matemáticas III (5) e Inglés III (5.5)",
    )
    many = riesgo_of([final(n, 50) for n in range(1, 8)], SETTINGS)
    assert many.motivos[0].startswith("Debe 7 asignaturas: ")
    assert many.motivos[0].endswith(" y 2 más")


@pytest.mark.feature("U-43", "U-46", "U-47")
def test_a_low_average_is_low_risk_and_a_good_one_none() -> None:
    low = riesgo_of([final(1, 65), final(2, 72)], SETTINGS)
    assert (low.nivel, low.motivos, low.promedio) == ("bajo", ("Promedio de 6.9",), 69)
    good = riesgo_of([final(1, 68), final(2, 72)], SETTINGS)
    assert (good.nivel, good.motivos, good.promedio) == ("sin_riesgo", (), 70)


def test_nothing_known_is_not_without_risk() -> None:
    for results in ([], [parcial(1, 1, None)], [parcial(1, 1, None, faltas=1)]):
        risk = riesgo_of(results, SETTINGS)
        assert (risk.nivel, risk.reprobadas, risk.promedio) == ("sin_datos", 0, None)
    assert set(NIVELES) == {"alto", "medio", "bajo", "sin_riesgo", "sin_datos"}


def test_faltas_alone_may_be_a_risk() -> None:
    assert riesgo_of([parcial(1, 1, None, faltas=4)], SETTINGS).nivel == "alto"
    risk = riesgo_of([parcial(1, 1, 90, faltas=2), parcial(1, 2, 90, faltas=3)], SETTINGS)
    assert (risk.nivel, risk.motivos) == ("medio", ("Faltas de 12 %",))
    risk = riesgo_of([parcial(1, 1, 90, faltas=1), parcial(2, 1, 90, faltas=0)], SETTINGS)
    assert (risk.nivel, risk.motivos, risk.porcentaje_faltas) == ("sin_riesgo", (), 5)


def test_faltas_are_those_of_the_worst_asignatura_in_the_latest_periodo() -> None:
    old = parcial(1, 1, 90, faltas=20)
    new = parcial(1, 1, 90, orden=2, faltas=1)
    assert porcentaje_faltas([old], 20) == 100
    assert porcentaje_faltas([old, new], 20) == 5
    assert porcentaje_faltas([old, parcial(2, 1, 90, orden=2)], 20) is None
    assert porcentaje_faltas([new, parcial(2, 1, 90, orden=2, faltas=3)], 20) == 15
    assert porcentaje_faltas([final(1, 90, faltas=12)], 20) == 20
    assert porcentaje_faltas([final(1, 90, faltas=12), parcial(1, 1, 90, faltas=1)], 20) == 5
    assert porcentaje_faltas([parcial(1, 1, 90, faltas=60)], 20) == 100
    assert porcentaje_faltas([], 20) is None


def test_the_final_decides_and_else_the_mean_of_the_parciales() -> None:
    def outcome(*results: Resultado) -> tuple[int | None, str, bool]:
        found = resultado_de(results, 1, SETTINGS)
        assert found is not None
        return found.valor, found.escrita, found.reprobada

    assert outcome(parcial(1, 1, 50), parcial(1, 2, 40), final(1, 60)) == (60, "6", False)
    assert outcome(parcial(1, 1, 60), parcial(1, 2, 59)) == (60, "6", False)
    assert outcome(parcial(1, 1, 60), parcial(1, 2, 58)) == (59, "5.9", True)
    assert outcome(parcial(1, 1, 90), parcial(1, 2, None, marca="NP")) == (45, "4.5", True)
    assert outcome(parcial(1, 1, 70), parcial(1, 2, None, marca="NA")) == (60, "6", False)
    assert outcome(parcial(1, 1, 70), parcial(1, 2, None, marca="AC")) == (70, "7", False)
    assert outcome(parcial(1, 1, 0)) == (0, "0", True)
    ac = (parcial(1, 1, None, marca="AC"), parcial(1, 2, None, marca="AC"))
    assert outcome(*ac) == (None, "AC", False)
    assert outcome(final(1, None, marca="AC")) == (None, "AC", False)
    assert outcome(final(1, None, marca="NA")) == (50, "NA", True)
    assert resultado_de([], 1, SETTINGS) is None
    assert resultado_de([parcial(1, 1, None, faltas=3)], 1, SETTINGS) is None


def test_a_later_attempt_settles_the_debt() -> None:
    results = [final(1, 50), final(1, 80, intento="extraordinario")]
    assert es_regular(results, SETTINGS)
    assert promedio_of(results, SETTINGS) == 80
    assert not es_regular(list(reversed([final(1, 80), final(1, 50, 2)])), SETTINGS)
    assert es_regular([], SETTINGS)
    assert promedio_of([], SETTINGS) is None


def test_the_thresholds_are_those_of_the_plantel() -> None:
    strict = Settings(minima_aprobatoria=70, reprobadas_alto=2, faltas_medio=5)
    assert riesgo_of([final(1, 65), final(2, 65)], strict).nivel == "alto"
    assert riesgo_of([parcial(1, 1, 90, faltas=1)], strict).nivel == "medio"


@pytest.mark.feature("S-10", "S-11")
def test_classes_of_performance() -> None:
    good, bad = [final(1, 90)], [final(1, 50)]
    assert desempeno(good, SETTINGS, en_tercio_superior=True) == "alto"
    assert desempeno(good, SETTINGS, en_tercio_superior=False) == "satisfactorio"
    assert desempeno(bad, SETTINGS, en_tercio_superior=True) == "insatisfactorio"
    assert desempeno([], SETTINGS, en_tercio_superior=True) == ""
    assert set(DESEMPENOS) == {"alto", "satisfactorio", "insatisfactorio"}


RESULTS = st.lists(
    st.builds(
        lambda a, o, p, i, v, m, f: Resultado(a, NAMES[a], o, p, i, None if m else v, m, f),
        st.sampled_from(list(NAMES)),
        st.integers(1, 3),
        st.integers(1, 4),
        st.sampled_from(list(INTENTOS)),
        st.none() | st.integers(0, 100),
        st.sampled_from(["", "", "", "NA", "NP", "AC"]),
        st.none() | st.integers(0, 30),
    ),
    max_size=15,
    unique_by=lambda r: (r.asignatura, r.orden, r.parcial, r.intento),
)


@given(RESULTS, st.randoms())
def test_the_order_of_the_rows_does_not_matter(
    results: list[Resultado], rnd: random.Random
) -> None:
    mixed = list(results)
    rnd.shuffle(mixed)
    assert riesgo_of(mixed, SETTINGS) == riesgo_of(results, SETTINGS)


@given(RESULTS)
def test_the_level_agrees_with_its_figures(results: list[Resultado]) -> None:
    risk = riesgo_of(results, SETTINGS)
    assert risk.nivel in NIVELES
    assert risk.reprobadas == len(asignaturas_reprobadas(results, SETTINGS))
    assert es_regular(results, SETTINGS) == (risk.reprobadas == 0)
    assert bool(risk.motivos) == (risk.nivel in ("alto", "medio", "bajo"))
    assert risk.promedio is None or 0 <= risk.promedio <= 100
