"""The third of the best, with whoever ties the last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.tercio import tercio_superior

PROMEDIOS = st.dictionaries(st.integers(1, 60), st.none() | st.integers(0, 100)).map(
    lambda found: list(found.items())
)


@pytest.mark.feature("S-12")
def test_the_upper_third_and_its_ties_in_words() -> None:
    assert tercio_superior([]).alumnos == frozenset()
    assert tercio_superior([(1, None)]).en_palabras == "Nadie tiene promedio todavía"
    assert tercio_superior([(1, 90), (2, 80), (3, 70), (4, None)]).alumnos == {1}
    plain = tercio_superior([(1, 90), (2, 80), (3, 70), (4, 60)])
    assert plain.alumnos == {1, 2}
    assert plain.en_palabras == "2 de 4, con promedio de 8 o más"
    tied = tercio_superior([(1, 90), (2, 90), (3, 90), (4, 60)])
    assert tied.alumnos == {1, 2, 3}
    assert tied.en_palabras == "3 de 4, con promedio de 9 o más; 1 entró por empate"


@given(PROMEDIOS)
def test_nobody_outside_is_as_good_as_somebody_inside(
    promedios: list[tuple[int, int | None]],
) -> None:
    third = tercio_superior(promedios)
    known = {key: p for key, p in promedios if p is not None}
    outside = [p for key, p in known.items() if key not in third.alumnos]
    assert third.de == len(known)
    assert all(known[key] >= third.desde for key in third.alumnos)
    assert all(p < third.desde for p in outside)
    assert len(third.alumnos) - third.por_empate == -(-len(known) // 3)
    assert third == tercio_superior(promedios[::-1])
