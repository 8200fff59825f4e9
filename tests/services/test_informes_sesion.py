"""The report of a session: its number, what came before, who came, what follows (S-44, D.4)."""

from datetime import date

import pytest

from app import domain
from app.formatos import INFORME_SESION
from app.formatos.formato import render
from app.formatos.informe_sesion import EJEMPLO, EN_BLANCO, InformeSesionDatos
from app.services import printing
from app.store import Store
from tests.formatos.paper import seen, words
from tests.small_plantel import intervencion, small_plantel

IN_ORDER = (
    "INFORME POR SESIÓN", "N.º de sesión", "Fecha", "Hora", "Tipo de tutoría", "Asignatura", "Tema",
    "Actividad", "Descripción y", "Recomendaciones", "Lo recomendado antes", "¿Se cumplió?",
    "Referencia (derivado a)", "Asistencia", "ASISTIÓ", "TARDE", "JUSTIFICÓ", "FALTÓ",
    "Próxima sesión", "Sesión completada", "Firma del alumno-tutor", "Firma del docente-tutor",
)  # fmt: skip


def added(store: Store, case: int, day: date, **values: object) -> int:
    made = domain.Sesion(intervencion=case, fecha=day, inicio=800, minutos=40, **values)  # type: ignore[arg-type]
    with store.operation("Sesión"):
        return store.sesiones.add(made).id


@pytest.mark.feature("S-44")
@pytest.mark.parametrize("datos", [EJEMPLO, EN_BLANCO], ids=["lleno", "vacío"])
def test_the_items_go_in_order_on_one_page(datos: InformeSesionDatos) -> None:
    pages = seen(render(INFORME_SESION, [datos]))
    assert len(pages) == 1
    shown = [s.text for s in pages[0]]
    place = 0
    for label in IN_ORDER:
        place = shown.index(label, place) + 1


@pytest.mark.feature("S-44")
def test_it_tells_the_session_and_those_around_it(store: Store) -> None:
    plantel = small_plantel(store)
    case = intervencion(store, plantel, tutorados=("Ximena", "Diego"))
    added(store, case, date(2026, 10, 6), estado="dada", recomendaciones="Repasar despejes")
    added(store, case, date(2026, 10, 13), estado="cancelada", motivo="Evento")
    third = added(
        store, case, date(2026, 10, 20), estado="dada", tema="Vectores", cumplida="parte",
        actividad="evaluacion", observaciones="Dibuja antes de escribir", grupo="3.º Z",
        alumno_tutor="Valeria de entonces",
    )  # fmt: skip
    added(store, case, date(2026, 11, 24), estado="planeada")
    with store.operation("Asistencia"):
        for name, estado in (("Ximena", "falto"), ("Valeria", "tarde")):
            store.asistencias.add(
                domain.Asistencia(sesion=third, alumno=plantel[name], estado=estado)
            )
    run = printing.tirada(store, INFORME_SESION, [third])
    (datos,) = run.datos
    assert (datos.numero, datos.fecha, datos.hora) == (
        "2", "Martes 20 de octubre de 2026", "13:20 a 14:00",
    )  # fmt: skip
    assert (datos.tipo, datos.actividad, datos.tema) == ("Académica", "Evaluación", "Vectores")
    assert (datos.anteriores, datos.cumplida) == ("Repasar despejes", "parte")
    assert datos.proxima == "Martes 24 de noviembre de 2026, 13:20 a 14:00"
    assert (datos.semestre, datos.alumno_tutor) == ("3.º Z", "Valeria de entonces")
    assert [(p.nombre.split(",")[0], p.asistencia) for p in datos.personas] == [
        ("Ordóñez Villaseñor", "falto"), ("Núñez Peña", ""), ("Muñoz Arévalo", "tarde"),
    ]  # fmt: skip
    assert datos.completada
    assert "Dibuja antes de escribir" in words(run.pdf())


@pytest.mark.feature("S-44")
def test_the_report_of_what_is_still_to_come_waits_for_its_words(store: Store) -> None:
    case = intervencion(store, small_plantel(store))
    planned = added(store, case, date(2026, 11, 24))
    (datos,) = printing.tirada(store, INFORME_SESION, [planned]).datos
    assert (datos.numero, datos.completada, datos.observaciones) == ("", None, "")
