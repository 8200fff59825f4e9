"""Calificaciones by hand: every legal writing, paste, attempts, the boleta."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import domain
from app.errors import AppError, InvalidValue
from app.fields import Tenths
from app.services import calificaciones
from app.services.boleta import Lugar, Renglon, boleta, new_line
from app.services.calificaciones import Escrita
from app.store import Store
from app.store.queries import tutorados
from tests.small_plantel import FISICA, MATE, QUIMICA, SmallPlantel, small_plantel


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


@given(st.integers(0, 100))
def test_every_calificacion_reads_back(tenths: int) -> None:
    shown = Tenths().show(tenths)
    assert calificaciones.parse(shown) == (tenths, "")
    assert calificaciones.parse(f" {shown.replace('.', ',')} ") == (tenths, "")


@pytest.mark.feature("U-49", "S-46")
@pytest.mark.parametrize(
    ("typed", "expected"),
    [("", (None, "")), ("0", (0, "")), ("na", (None, "NA")), ("N.P.", (None, "NP")),
     ("ac", (None, "AC")), ("10", (100, "")), ("8.50", (85, ""))],
)  # fmt: skip
def test_what_may_be_typed(typed: str, expected: tuple[int | None, str]) -> None:
    assert calificaciones.parse(typed) == expected


@pytest.mark.parametrize("typed", ["11", "-1", "8.55", "ocho", "N", "8 5", "1e1"])
def test_what_may_not_be_typed(typed: str) -> None:
    with pytest.raises(ValueError, match=r"de 0 a 10|un decimal"):
        calificaciones.parse(typed)


@pytest.mark.feature("U-49", "S-46")
def test_a_cell_is_stored_and_a_zero_counts(store: Store, plantel: SmallPlantel) -> None:
    diego, fisica = plantel["Diego"], Lugar(plantel.asignaturas[FISICA], plantel.periodo)
    calificaciones.write(store, diego, [Escrita(fisica, 1, "valor", "0")])
    assert store.undo_label == "Cambiar la calificación de Diego Núñez en Física II, 1.er parcial"
    line = _line(store, plantel, FISICA)
    assert (line.texto(1), line.numero, line.intento, line.debe) == ("0", 2, "2.º", 2)
    assert line.reprobada(1, 60)
    calificaciones.write(store, diego, [Escrita(fisica, 1, "faltas", "6")])
    calificaciones.write(store, diego, [Escrita(fisica, 1, "valor", "")])
    assert (_line(store, plantel, FISICA).texto(1, "faltas"), boleta(store, diego).faltas) == (
        "6", 6,
    )  # fmt: skip
    calificaciones.write(store, diego, [Escrita(fisica, 1, "faltas", "")])
    assert store.calificaciones.count(alumno=diego, periodo=plantel.periodo) == 0
    with pytest.raises(InvalidValue, match=r"Física II, 1\.er parcial, calificación: «once»"):
        calificaciones.write(store, diego, [Escrita(fisica, 1, "valor", "once")])
    with pytest.raises(InvalidValue, match=r"faltas: «4\.5» debe ser un número entero"):
        calificaciones.write(store, diego, [Escrita(fisica, 1, "faltas", "4.5")])


def test_a_pasted_column_is_one_step_and_all_or_nothing(
    store: Store, plantel: SmallPlantel
) -> None:
    nora = plantel["Nora"]
    places = [Lugar(plantel.asignaturas[name], plantel.periodo) for name in (FISICA, MATE, QUIMICA)]
    cells = [
        Escrita(lugar, 2, "valor", typed)
        for lugar, typed in zip(places, ("5", "NP", "4.5"), strict=True)
    ]
    with pytest.raises(InvalidValue, match="Química I"):
        calificaciones.write(store, nora, [*cells[:2], Escrita(places[2], 2, "valor", "45")])
    assert store.calificaciones.count(alumno=nora) == 0
    calificaciones.write(store, nora, cells)
    assert store.undo_label == "Pegar 3 datos en la boleta de Nora Ñáñez"
    fila = next(f for f in tutorados.lista(store) if f.alumno == nora)
    assert (fila.nivel, fila.reprobadas) == ("medio", 3)
    store.undo()
    assert store.calificaciones.count(alumno=nora) == 0


@pytest.mark.feature("U-49")
def test_the_boleta_tells_the_attempts_apart(store: Store, plantel: SmallPlantel) -> None:
    diego, mate = plantel["Diego"], plantel.asignaturas[MATE]
    assert boleta(store, diego).actuales == []
    with store.operation("Compañera"):
        store.calificaciones.add(
            domain.Calificacion(
                alumno=plantel["Ximena"], asignatura=mate, periodo=plantel.periodo, valor=90
            )
        )
    found = boleta(store, diego)
    assert [(line.nombre, line.intento, line.texto(1)) for line in found.actuales] == [
        (MATE, "2.º", "")
    ]
    assert {(line.nombre, line.texto(4), line.debe) for line in found.anteriores} == {
        (MATE, "5", 1), (FISICA, "4", 1), (QUIMICA, "9", 0),
    }  # fmt: skip
    calificaciones.add_result(store, diego, "matemáticas iii", "2025-2026B", "extraordinario", "7")
    extra = next(line for line in boleta(store, diego).anteriores if line.intento == "Extra.")
    assert (extra.nombre, extra.numero, extra.ultimo, extra.debe) == (MATE, 2, True, 0)
    calificaciones.change_intento(store, diego, extra.lugar, "recursamiento")
    assert store.undo_label == "Pasar Matemáticas III de Diego Núñez a recursamiento"
    again = Lugar(mate, plantel.before, "recursamiento")
    with pytest.raises(AppError, match="ya tiene calificaciones en ordinario"):
        calificaciones.change_intento(store, diego, again, "ordinario")
    calificaciones.delete_line(store, diego, again)
    assert store.calificaciones.count(alumno=diego, asignatura=mate) == 1


def test_a_result_of_another_periodo(store: Store, plantel: SmallPlantel) -> None:
    diego = plantel["Diego"]
    calificaciones.add_result(store, diego, "Taller de Lectura", "2024-2025A", "ordinario", "NA")
    assert store.asignaturas.count(nombre="Taller de Lectura") == 1
    assert store.periodos.count(ciclo="2024-2025") == 1
    assert boleta(store, diego).anteriores[-1].debe == 1
    for typed in ("", "12"):
        with pytest.raises(InvalidValue, match="Final"):
            calificaciones.add_result(store, diego, "Otra", "2024-2025A", "ordinario", typed)
    line = new_line(store, diego, plantel.asignaturas[FISICA], "recursamiento")
    assert (line.intento, line.texto(1)) == ("2.º", "")


def _line(store: Store, plantel: SmallPlantel, name: str) -> Renglon:
    lines = boleta(store, plantel["Diego"]).actuales
    return next(line for line in lines if line.nombre == name)
