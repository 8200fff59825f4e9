"""The sheet of the red: each alumno tutor with tutorados, hours and load, and who waits (M-88)."""

import pytest

from app import domain
from app.formatos import RED_TUTORES
from app.formatos.red_tutores import RedDatos, RedOpciones
from app.services import printing
from app.services.planteles import current_periodo
from app.store import Store
from app.store.queries.alumnos_tutores import red
from app.store.queries.asignacion import sin_tutor
from tests.formatos.paper import seen, words
from tests.small_plantel import FISICA, MATE, intervencion, small_plantel


def hoja(store: Store, **options: object) -> tuple[RedDatos, bytes]:
    opciones = RedOpciones(**options)  # type: ignore[arg-type]
    run = printing.tirada(store, RED_TUTORES, [current_periodo(store).id], opciones)
    return run.datos[0], run.pdf()


@pytest.mark.feature("M-88")
def test_who_accompanies_whom_in_what_and_when(store: Store) -> None:
    plantel = small_plantel(store)
    case = intervencion(store, plantel, tutorados=("Ximena", "Nora"))
    with store.operation("Horas"):
        store.franjas.add(domain.Franja(intervencion=case, dia=2, inicio=800, fin=850, lugar="A1"))
        store.perfiles_tutor.add(
            domain.PerfilTutor(alumno=plantel["Valeria"], estado="activo", capacidad=4)
        )
        store.perfiles_tutor.add(domain.PerfilTutor(alumno=plantel["Iker"], estado="activo"))
    datos, pdf = hoja(store)
    assert [(h.alumno_tutor, h.carga, h.tutorado) for h in datos.hilos] == [
        ("Muñoz Arévalo, Valeria", "2 de 4", "Ordóñez Villaseñor, Ximena"),
        ("Muñoz Arévalo, Valeria", "2 de 4", "Ñáñez Ayala, Nora"),
        ("Zúñiga, Iker", "0 de 3", ""),
    ]
    assert (datos.hilos[0].asignatura, datos.hilos[0].horario) == (FISICA, "Martes, 13:20 a 14:10")
    assert (datos.activos, datos.atendidos, datos.horas, datos.libres) == ("2", "2", "0 h 50", "5")
    assert {(p.nombre.split(",")[0], p.asignatura) for p in datos.pendientes} == {
        ("Núñez Peña", FISICA), ("Núñez Peña", MATE),
    }  # fmt: skip
    assert datos.por_asignar == "1"
    assert "Ñáñez Ayala, Nora" in words(pdf)


@pytest.mark.feature("M-88")
def test_of_a_whole_plantel_nobody_is_missing(demo: Store) -> None:
    datos, pdf = hoja(demo)
    assert len([h for h in datos.hilos if h.tutorado]) == len(red(demo))
    assert len(datos.pendientes) == len(sin_tutor(demo))
    pages = seen(pdf)
    assert all(any(s.text.startswith("Página") for s in page) for page in pages)
    shown = words(pdf)
    assert all(word in shown for hilo in datos.hilos for word in hilo.tutorado.split())
    short, shorter = hoja(demo, pendientes=False)
    assert short == datos
    assert len(seen(shorter)) <= len(pages)
    assert "Tutorados sin alumno-tutor" not in words(shorter)


def test_an_alumno_tutor_who_goes_on_over_the_page_is_named_again(demo: Store) -> None:
    datos, pdf = hoja(demo, pendientes=False)
    for page in seen(pdf):
        rows = [s for s in page if s.x == 18 and s.size == 10]
        assert rows
    assert hoja(demo, turno="nocturno")[0].hilos == ()
    assert datos.hilos
