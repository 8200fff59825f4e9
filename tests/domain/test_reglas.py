"""The rule of the levels: what its words promise is what it decides, at every limit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import Settings
from app.domain.asignatura import FINAL
from app.domain.reglas import Cifras, clausulas, en_palabras, nivel_de
from app.domain.riesgo import NIVELES, Resultado, riesgo_of

THRESHOLDS = st.builds(
    Settings,
    reprobadas_alto=st.integers(1, 20),
    reprobadas_medio=st.integers(1, 20),
    faltas_alto=st.integers(1, 100),
    faltas_medio=st.integers(1, 100),
    promedio_bajo=st.integers(0, 100),
)
FIGURES = st.builds(
    Cifras,
    veces=st.integers(0, 4),
    reprobadas=st.integers(0, 21),
    faltas=st.none() | st.integers(0, 100),
    promedio=st.none() | st.integers(0, 100),
)
RESULTS = st.lists(
    st.builds(
        lambda a, orden, valor, faltas: Resultado(a, f"A{a}", orden, FINAL, "ordinario", valor, "",
                                                  faltas),
        st.integers(1, 7), st.integers(1, 3), st.none() | st.integers(0, 100),
        st.none() | st.integers(0, 60),
    ),
    max_size=14, unique_by=lambda r: (r.asignatura, r.orden),
)  # fmt: skip
RANK = list(NIVELES)


@pytest.mark.feature("U-43", "U-44", "U-45", "U-46", "U-47", "U-48")
def test_the_words_of_the_default_rule() -> None:
    assert en_palabras(Settings()) == {
        "alto": "Una misma asignatura reprobada dos veces o más, 5 asignaturas reprobadas o más "
        "o 20 % de faltas o más.",
        "medio": "Sin llegar a lo anterior: 3 asignaturas reprobadas o más o 10 % de faltas o más.",
        "bajo": "Sin llegar a lo anterior: 1 asignatura reprobada o más o promedio menor que 7.",
        "sin_riesgo": "Hay calificaciones y no se cumple nada de lo anterior.",
        "sin_datos": "Todavía no hay calificaciones; no quiere decir que esté bien.",
    }


@given(THRESHOLDS)
def test_each_limit_is_in_the_words_and_decides_there_and_not_one_before(s: Settings) -> None:
    words = en_palabras(s)
    nothing = Cifras(0, 0, 0, 100)
    for one in clausulas(s):
        limit = "dos veces" if one.cifra == "veces" else re.search(r"[\d.]+", one.palabras)
        said = limit if isinstance(limit, str) else limit.group() if limit else ""
        assert said in words[one.nivel]
        if one.cifra == "promedio":
            assert said == f"{s.promedio_bajo / 10:g}"
        at, before = (one.limite - 1, one.limite) if one.debajo else (one.limite, one.limite - 1)
        assert one.se_cumple(nothing._replace(**{one.cifra: at}))
        assert not one.se_cumple(nothing._replace(**{one.cifra: before}))
        level = nivel_de(nothing._replace(**{one.cifra: at}), s, hay_resultados=True)
        assert RANK.index(level) <= RANK.index(one.nivel)


@given(THRESHOLDS, FIGURES, st.booleans())
def test_the_level_is_that_of_the_first_condition_met(
    s: Settings, figures: Cifras, known: bool
) -> None:
    level = nivel_de(figures, s, hay_resultados=known)
    met = [one.nivel for one in clausulas(s) if one.se_cumple(figures)]
    assert level == (min(met, key=RANK.index) if met else "sin_riesgo" if known else "sin_datos")


@given(THRESHOLDS, FIGURES)
def test_worse_figures_never_give_a_better_level(s: Settings, figures: Cifras) -> None:
    level = RANK.index(nivel_de(figures, s, hay_resultados=True))
    worse = [
        figures._replace(veces=figures.veces + 1),
        figures._replace(reprobadas=figures.reprobadas + 1),
        figures._replace(faltas=(figures.faltas or 0) + 1),
        figures._replace(promedio=max(0, (figures.promedio or 0) - 1)),
    ]
    assert all(RANK.index(nivel_de(one, s, hay_resultados=True)) <= level for one in worse)


@given(THRESHOLDS, RESULTS)
def test_every_level_of_risk_says_why_and_the_others_have_nothing_to_say(
    s: Settings, results: list[Resultado]
) -> None:
    risk = riesgo_of(results, s)
    assert bool(risk.motivos) == (risk.nivel in ("alto", "medio", "bajo"))
    if all(one.valor is None for one in results) and risk.nivel not in ("alto", "medio"):
        assert risk.nivel == "sin_datos"
