"""Both are told who the other is, when, where and since when: half a carta each (U-54, U-76)."""

from dataclasses import replace
from datetime import date

import pytest

from app import domain
from app.formatos import NOTIFICACION
from app.formatos.formato import render
from app.formatos.notificacion import EJEMPLO
from app.services import printing
from app.services.textos import change_text
from app.store import Store
from tests.formatos.paper import Seen, seen
from tests.formatos.worst import worst
from tests.small_plantel import FISICA, intervencion, small_plantel

MIDDLE = 139.7


def halves(page: list[Seen]) -> tuple[str, str]:
    upper = " ".join(s.text for s in page if s.y < MIDDLE)
    return upper, " ".join(s.text for s in page if s.y > MIDDLE)


@pytest.mark.feature("U-54", "U-76")
def test_each_half_says_it_to_one_of_them(store: Store) -> None:
    plantel = small_plantel(store)
    case = intervencion(store, plantel, tutorados=("Ximena", "Diego"))
    with store.operation("Horas"):
        store.franjas.add(
            domain.Franja(intervencion=case, dia=2, inicio=800, fin=840, lugar="Biblioteca")
        )
        for day, estado in ((10, "cancelada"), (24, "planeada"), (17, "planeada")):
            store.sesiones.add(
                domain.Sesion(intervencion=case, fecha=date(2026, 11, day), estado=estado)
            )
    change_text(store, "notificacion_tutor", "Hola, {nombre}: te toca {tutorado}.")
    rows = store.tutorados.where(intervencion=case)
    run = printing.tirada(store, NOTIFICACION, [row.id for row in rows])
    pages = seen(run.pdf())
    assert len(pages) == 2
    facts = (FISICA, "Martes, 13:20 a 14:00", "Biblioteca", "Martes 17 de noviembre de 2026")
    for page, mine, other in zip(pages, ("Ximena", "Diego"), ("Diego", "Ximena"), strict=True):
        upper, lower = halves(page)
        assert all(fact in upper and fact in lower for fact in facts)
        assert "Valeria Muñoz Arévalo" in upper
        assert "te toca" in lower
        assert mine in upper
        assert mine in lower
        assert other not in upper + lower
        assert "Recibí: alumno tutorado" in upper
        assert "Recibí: alumno-tutor" in lower


def test_a_long_text_goes_on_and_the_signature_is_not_alone() -> None:
    assert len(seen(render(NOTIFICACION, [worst(EJEMPLO)]))) == 1
    long = replace(EJEMPLO, texto_tutorado="Trae tu cuaderno y tus dudas. " * 24)
    pages = seen(render(NOTIFICACION, [long, EJEMPLO]))
    assert len(pages) == 3
    upper, lower = halves(pages[1])
    assert "Lugar" in upper
    assert "Recibí: alumno tutorado" in upper
    assert "Recibí" not in lower
