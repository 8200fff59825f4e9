"""The list to sign at a meeting of the red: every active alumno tutor, and room for more."""

from datetime import date

import pytest

from app import domain
from app.formatos import ASISTENCIA_REUNION
from app.formatos.asistencia_reunion import EJEMPLO, EN_BLANCO, ReunionDatos, ReunionOpciones
from app.formatos.formato import render
from app.services import printing
from app.services.planteles import current_periodo
from app.store import Store
from tests.formatos.paper import seen, words
from tests.small_plantel import small_plantel


def lista(store: Store, **options: object) -> tuple[ReunionDatos, bytes]:
    opciones = ReunionOpciones(**options)  # type: ignore[arg-type]
    run = printing.tirada(store, ASISTENCIA_REUNION, [current_periodo(store).id], opciones)
    return run.datos[0], run.pdf()


@pytest.mark.feature("M-42", "M-92")
def test_the_active_ones_and_what_is_said_of_the_meeting(store: Store) -> None:
    plantel = small_plantel(store)
    with store.operation("Perfiles"):
        for name, estado in (("Iker", "activo"), ("Valeria", "activo"), ("Nora", "candidato")):
            store.perfiles_tutor.add(domain.PerfilTutor(alumno=plantel[name], estado=estado))
    datos, pdf = lista(
        store, reunion="capacitacion", fecha=date(2026, 11, 27), hora="12:00 a 13:30",
        lugar="Sala audiovisual", proposito="Preparar la primera sesión", renglones=3,
    )  # fmt: skip
    assert [(one.nombre, one.grupo) for one in datos.convocados] == [
        ("Muñoz Arévalo, Valeria", "5.º A"), ("Zúñiga, Iker", "5.º A"),
    ]  # fmt: skip
    shown = words(pdf)
    for text in (
        "Capacitación de alumnos-tutores", "Viernes 27 de noviembre de 2026", "12:00 a 13:30",
        "Sala audiovisual", "Preparar la primera sesión", "Muñoz Arévalo, Valeria",
    ):  # fmt: skip
        assert text in shown
    numbers = [s.text for s in seen(pdf)[0] if s.x == 18 and s.text.isdigit()]
    assert numbers == ["1", "2", "3", "4", "5"]
    assert "Ñáñez" not in shown


def test_by_turno(demo: Store) -> None:
    every = lista(demo)[0].convocados
    morning = lista(demo, turno="matutino")[0].convocados
    assert morning
    assert set(morning) <= set(every)


@pytest.mark.feature("M-92")
def test_the_empty_list_is_one_page_and_the_signature_follows_some_rows() -> None:
    assert len(seen(render(ASISTENCIA_REUNION, [EN_BLANCO]))) == 1
    for many in range(8, 40):
        pages = numbered(many)
        assert "Docente-tutor" in pages[-1]
        last = max(int(text) for text in pages[-1] if text.isdigit())
        assert many <= last <= many + 5
        assert {str(last - n) for n in range(4)} <= set(pages[-1])


def numbered(many: int) -> list[list[str]]:
    """The texts of each page of a list of so many."""
    datos = ReunionDatos(convocados=(EJEMPLO.convocados[0],) * many)
    return [[s.text for s in page] for page in seen(render(ASISTENCIA_REUNION, [datos]))]


def test_there_are_fewer_empty_rows_when_that_saves_a_page() -> None:
    assert len(numbered(8)) == len(numbered(12)) == 1
    assert "13" in numbered(12)[0]
    assert "18" in numbered(13)[-1]
