"""The registro de asistencia tells the sessions held of the days asked for, one row a person."""

from datetime import date

import pytest

from app import domain
from app.errors import InvalidValue
from app.formatos import REGISTRO_ASISTENCIA
from app.formatos.formato import render
from app.formatos.registro_asistencia import EJEMPLO, EN_BLANCO, RegistroDatos, RegistroOpciones
from app.services import printing
from app.store import Store
from tests.formatos.paper import seen, words
from tests.small_plantel import intervencion, small_plantel

IN_ORDER = (
    "REGISTRO DE ASISTENCIA", "Semestre académico", "Nombre del tutor(a)", "Nombre del tutorado",
    "Semestre y grupo", "Fecha: del", "al", "de", "N°", "DÍA", "INICIO", "CULMINACIÓN", "EJECUTADA",
    "ABORDADO", "FIRMA", "¿Derivado?", "Sí", "No", "¿Se ha recibido el reporte de atención?", "Sí",
    "No", "Firma del docente tutor", "5 cm",
)  # fmt: skip


def held(store: Store, case: int, day: date, **values: object) -> int:
    made = domain.Sesion(
        intervencion=case, fecha=day, inicio=800, minutos=40, estado="dada", tema=f"Tema {day.day}",
        actividad="acompanamiento", **values,  # type: ignore[arg-type]
    )  # fmt: skip
    with store.operation("Sesión"):
        return store.sesiones.add(made).id


def registro(store: Store, case: int, **options: object) -> RegistroDatos:
    return printing.tirada(
        store, REGISTRO_ASISTENCIA, [case], RegistroOpciones(**options)  # type: ignore[arg-type]
    ).datos[0]  # fmt: skip


@pytest.mark.feature("U-92")
@pytest.mark.parametrize("datos", [EJEMPLO, EN_BLANCO], ids=["lleno", "vacío"])
def test_the_items_go_in_the_order_of_the_source(datos: RegistroDatos) -> None:
    pages = seen(render(REGISTRO_ASISTENCIA, [datos]))
    assert len(pages) == 1
    shown = [s.text for s in pages[0]]
    place = 0
    for label in IN_ORDER:
        place = shown.index(label, place) + 1


@pytest.mark.feature("U-92")
def test_sessions_held_in_the_range_and_no_others(store: Store) -> None:
    case = intervencion(store, small_plantel(store))
    for day in (date(2026, 9, 1), date(2026, 10, 14), date(2026, 11, 3)):
        held(store, case, day)
    with store.operation("Otras"):
        for estado in ("planeada", "movida", "cancelada"):
            store.sesiones.add(
                domain.Sesion(intervencion=case, fecha=date(2026, 10, 15), estado=estado)
            )
    every = registro(store, case)
    assert [s.dia for s in every.sesiones] == ["01/09", "14/10", "03/11"]
    assert (every.desde, every.hasta) == (date(2026, 8, 24), date(2027, 1, 15))
    datos = registro(store, case, desde=date(2026, 10, 1), hasta=date(2026, 10, 31))
    (row,) = datos.sesiones
    assert (row.dia, row.inicio, row.fin) == ("14/10", "13:20", "14:00")
    assert (row.actividad, row.tema, row.asistente) == ("Acompañamiento académico", "Tema 14", "")
    assert datos.tutorado == "Ordóñez Villaseñor, Ximena"
    assert datos.grupo == "5.º B"
    with pytest.raises(InvalidValue, match="posterior"):
        registro(store, case, desde=date(2026, 10, 2), hasta=date(2026, 10, 1))


@pytest.mark.feature("U-92")
def test_in_a_small_group_each_who_came_signs_over_the_name(store: Store) -> None:
    plantel = small_plantel(store)
    case = intervencion(store, plantel, tutorados=("Ximena", "Diego", "Nora"))
    noted, unnoted = held(store, case, date(2026, 9, 1)), held(store, case, date(2026, 9, 8))
    with store.operation("Asistencia"):
        for name, estado in (("Ximena", "falto"), ("Diego", "tarde"), ("Nora", "asistio")):
            store.asistencias.add(
                domain.Asistencia(sesion=noted, alumno=plantel[name], estado=estado)
            )
    datos = registro(store, case)
    assert unnoted
    assert [(s.dia, s.asistente.split()[0]) for s in datos.sesiones] == [
        ("01/09", "Diego"), ("01/09", "Nora"), ("08/09", "Ximena"), ("08/09", "Diego"),
        ("08/09", "Nora"),
    ]  # fmt: skip
    shown = words(render(REGISTRO_ASISTENCIA, [datos]))
    assert all(one in shown for one in ("Núñez", "Ñáñez", "05", "08/09"))


def test_the_signature_is_never_alone_on_a_page() -> None:
    for count in range(14, 30):
        rows = (EJEMPLO.sesiones * 6)[:count]
        pages = seen(render(REGISTRO_ASISTENCIA, [RegistroDatos(sesiones=rows)]))
        last = [s.text for s in pages[-1]]
        assert f"{count:02}" in last
        assert "Firma del docente tutor" in last


def test_a_range_over_two_years_says_both() -> None:
    datos = RegistroDatos(desde=date(2026, 8, 24), hasta=date(2027, 1, 15))
    shown = words(render(REGISTRO_ASISTENCIA, [datos]))
    assert "24 de agosto de 2026" in shown
    assert "15 de enero" in shown
    assert "2027" in shown
