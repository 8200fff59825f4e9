"""The cartel names the alumnos tutores with their hours, and no tutorado ever (DOMAIN M-89)."""

from datetime import date

import pytest

from app import domain
from app.errors import NotFound
from app.formatos import CARTEL
from app.formatos.cartel import CartelDatos, CartelOpciones
from app.services import printing
from app.services.planteles import current_periodo
from app.store import Store
from tests.formatos.paper import seen, words
from tests.small_plantel import FISICA, MATE, intervencion, small_plantel


def cartel(store: Store, **options: object) -> tuple[CartelDatos, bytes]:
    run = printing.tirada(
        store,
        CARTEL,
        [current_periodo(store).id],
        CartelOpciones(**options),  # type: ignore[arg-type]
    )
    return run.datos[0], run.pdf()


@pytest.mark.feature("M-89", "U-10")
def test_it_says_who_when_and_where_in_the_order_of_the_week(store: Store) -> None:
    plantel = small_plantel(store)
    with store.operation("Horas"):
        for case, dia in (
            (intervencion(store, plantel), 4),
            (intervencion(store, plantel, MATE), 2),
        ):
            store.franjas.add(
                domain.Franja(intervencion=case, dia=dia, inicio=800, fin=840, lugar="Biblioteca")
            )
    datos, pdf = cartel(store)
    assert [(f.asignatura, f.dia, f.hora, f.lugar) for f in datos.filas] == [
        (FISICA, "Jueves", "13:20 a 14:00", "Biblioteca"),
        (MATE, "Martes", "13:20 a 14:00", "Biblioteca"),
    ]
    shown = words(pdf)
    assert "Valeria Muñoz Arévalo" in shown
    assert "Vigente del 24 de agosto de 2026 al 15 de enero de 2027" in shown
    assert "Ximena" not in shown


@pytest.mark.feature("M-89")
def test_no_tutorado_of_a_whole_plantel_is_on_it(demo: Store) -> None:
    datos, pdf = cartel(demo, por_acordar=True)
    assert datos.filas
    shown, kept = words(pdf), repr(datos)
    helping = {one.alumno_tutor for one in demo.intervenciones.all()}
    helping |= {one.alumno for one in demo.perfiles_tutor.all()}
    helped = {one.alumno for one in demo.tutorados.all()} - helping
    assert helped
    for who in demo.alumnos.where(id=[id for id in helped if id]):
        assert who.nombre not in shown + kept
        assert who.nombre_corto not in shown + kept
        assert who.matricula not in shown + kept


@pytest.mark.feature("M-89")
def test_by_turno_by_grupo_and_with_those_without_hours(demo: Store) -> None:
    every = cartel(demo)[0].filas
    names = {who.nombre: demo.grupos.get(who.grupo or 0) for who in demo.alumnos.all()}
    morning = cartel(demo, turno="matutino")[0].filas
    assert morning == tuple(f for f in every if names[f.alumno_tutor].turno == "matutino")
    grupo = names[every[0].alumno_tutor]
    typed = grupo.etiqueta.replace(".º ", "").lower()
    mine = cartel(demo, grupo=typed)[0].filas
    assert every[0] in mine
    assert {names[f.alumno_tutor].etiqueta for f in mine} == {grupo.etiqueta}
    more = cartel(demo, por_acordar=True)[0].filas
    assert {f.dia for f in set(more) - set(every)} == {"Por acordar"}
    with pytest.raises(NotFound, match="No hay un grupo «9Z»"):
        cartel(demo, grupo="9Z")


def test_who_rests_is_not_announced(store: Store) -> None:
    plantel = small_plantel(store)
    case = intervencion(store, plantel, asignada=date(2026, 11, 9))
    with store.operation("Pausa"):
        store.franjas.add(domain.Franja(intervencion=case, dia=1, inicio=800, fin=840))
        store.perfiles_tutor.add(domain.PerfilTutor(alumno=plantel["Valeria"], estado="pausa"))
    assert cartel(store)[0].filas == ()


def test_it_goes_on_over_pages_with_its_head_and_its_title(demo: Store) -> None:
    pages = seen(cartel(demo, por_acordar=True, titulo="¡Estudiemos juntos!")[1])
    assert len(pages) > 1
    assert max(s.size for s in pages[0]) == 40
    for page in pages[1:]:
        assert any(s.text == "¡ESTUDIEMOS JUNTOS!" for s in page)
    assert sum(s.text == "ASIGNATURA" for page in pages for s in page) == len(pages)
