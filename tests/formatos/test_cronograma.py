"""The cronogramas: each hour where it lies in the week, several at once, and the list (C.7)."""

from dataclasses import replace

import pytest

from app.formatos import CRONOGRAMA_GRUPO, CRONOGRAMA_TUTOR, CRONOGRAMA_TUTORADO
from app.formatos.cronograma import Cita, CronogramaDatos
from app.formatos.cronograma_grupo import EJEMPLO as GRUPO
from app.formatos.cronograma_tutor import EJEMPLO as TUTOR
from app.formatos.cronograma_tutorado import EJEMPLO as TUTORADO
from app.formatos.formato import render
from tests.formatos.paper import Seen, seen, words

HEADS = ("N°", "DÍA", "INICIO–FIN", "LUGAR", "ASIGNATURA", "ALUMNO-TUTOR", "TUTORADO")


def at(pages: list[list[Seen]], text: str) -> list[Seen]:
    return [s for page in pages for s in page if s.text == text]


def together(count: int) -> tuple[Cita, ...]:
    """So many at the same hour of a Wednesday."""
    return tuple(
        Cita(3, 660, 720, f"Aula {n}", "Física II", f"Tutora {n} Yáñez", f"Ñandú {n} Peña", f"Ana {n}")
        for n in range(1, count + 1)
    )  # fmt: skip


@pytest.mark.feature("M-69")
@pytest.mark.parametrize(
    ("formato", "datos"),
    [(CRONOGRAMA_TUTOR, TUTOR), (CRONOGRAMA_TUTORADO, TUTORADO), (CRONOGRAMA_GRUPO, GRUPO)],
)
def test_an_hour_lies_at_its_day_and_time_and_is_listed_whole(formato, datos) -> None:
    pages = seen(render(formato, [datos]))
    martes, jueves = at(pages, "MARTES")[0], at(pages, "JUEVES")[0]
    block = at(pages, "13:20–14:00")[0]
    assert martes.x - 3 < block.x < jueves.x
    assert at(pages, "13:00")[0].y < block.y < at(pages, "13:30")[0].y + 4
    shown = words(render(formato, [datos]))
    for cita in datos.citas:
        for text in (cita.lugar, cita.asignatura, cita.alumno_tutor, cita.tutorado):
            assert all(word in shown for word in text.split())
    heads = [s for page in pages for s in page if s.text in HEADS]
    assert [s.text for s in sorted(heads, key=lambda s: s.x)] == list(HEADS)


@pytest.mark.feature("M-69")
def test_two_at_once_stand_side_by_side() -> None:
    pages = seen(render(CRONOGRAMA_GRUPO, [replace(GRUPO, citas=together(2))]))
    one, two = at(pages, "Ana 1")[0], at(pages, "Ana 2")[0]
    assert one.y == two.y
    assert two.x - one.x > 15


def test_many_at_once_say_their_numbers_and_are_all_in_the_list() -> None:
    pages = seen(render(CRONOGRAMA_TUTOR, [replace(TUTOR, citas=together(4))]))
    assert not at(pages, "Ana 1")
    assert at(pages, "4 asesorías")
    assert at(pages, "N.º 1, 2, 3, 4")
    shown = words(render(CRONOGRAMA_TUTOR, [replace(TUTOR, citas=together(40))]))
    assert "40 asesorías" in shown
    assert all(f"Ñandú {n} Peña" in shown for n in range(1, 41))


def test_the_empty_one_has_no_hours_and_room_to_write() -> None:
    pages = seen(render(CRONOGRAMA_TUTORADO, [CronogramaDatos()]))
    assert len(pages) == 1
    assert not at(pages, "07:00")
    assert at(pages, "VIERNES")
