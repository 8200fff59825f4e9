"""The hour log of the alumnos tutores, and what exports and lists say of sessions."""

from datetime import date, time

import pytest

from app.services import asistencia, exports, horas, listados, sesiones
from app.store import Store
from tests.small_plantel import QUIMICA, SmallPlantel, intervencion, small_plantel


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


@pytest.fixture
def held(store: Store, plantel: SmallPlantel) -> list[int]:
    one = intervencion(store, plantel)
    two = intervencion(store, plantel, QUIMICA, ("Diego", "Nora"))
    made = [
        sesiones.add(
            store, case,
            {"fecha": day, "inicio": "9:00", "minutos": minutes, "estado": "dada", "tema": tema},
        ).id
        for case, day, minutes, tema in (
            (one, "10/11/2026", "50", "Fuerza"), (two, "12/11/2026", "47", "Moles"),
            (one, "17/11/2026", "45", "Vectores"),
        )
    ]  # fmt: skip
    sesiones.add(store, one, {"fecha": "24/11/2026", "inicio": "9:00"})
    return made


@pytest.mark.feature("U-31", "U-56", "S-43")
def test_minutes_add_up_by_alumno_tutor_and_are_never_rounded(
    store: Store, plantel: SmallPlantel, held: list[int]
) -> None:
    log = horas.registro(store, plantel["Valeria"])
    assert [(one.fecha, one.minutos, one.acumulado) for one in log] == [
        (date(2026, 11, 10), 50, 50), (date(2026, 11, 12), 47, 97), (date(2026, 11, 17), 45, 142),
    ]  # fmt: skip
    assert log[1].tutorados == "Diego Armando Núñez Peña y Nora Ñáñez Ayala"
    assert (log[0].inicio, log[0].fin, log[0].descripcion) == (540, 590, "Fuerza")
    assert horas.in_hours(log[2].acumulado) == "2:22"
    assert horas.registro(store, plantel["Iker"]) == []
    assert len(horas.registro(store, periodo=plantel.periodo)) == 3
    assert horas.registro(store, periodo=plantel.before) == []


@pytest.mark.feature("U-31")
def test_the_log_and_the_sessions_go_to_excel(
    store: Store, plantel: SmallPlantel, held: list[int]
) -> None:
    table = exports.tabla(store, "horas")
    assert table.filas[2] == (
        "Valeria Muñoz Arévalo", date(2026, 11, 17), "Ximena Ordóñez Villaseñor", "Física II",
        "Vectores", time(9), time(9, 45), 45, 142, "2:22",
    )  # fmt: skip
    asistencia.mark(store, held[0], plantel["Ximena"], "tarde")
    table = exports.tabla(store, "sesiones")
    row = dict(zip(table.encabezados, table.filas[0], strict=True))
    assert row["Asistencia"] == "Ximena Ordóñez Villaseñor: tarde"
    assert (row["Grupo ese día"], row["Fuera de lo planeado"]) == ("5.º B", "")
    said = listados.sesiones(store, date(2026, 11, 20))[0]
    assert said["asistencia"] == {"003": "tarde"}
    assert (said["imprevista"], said["firmada"], said["actividad"]) == (False, False, "")
