"""The history in words: pages, filters, names of records, undoing down to a step, the bin."""

from typing import Any

import pytest

from app import domain
from app.errors import AppError
from app.services import alumnos, calificaciones, planteles
from app.store import Store, history
from app.store.differences import differences
from app.store.going_back import redo_many, undo_to
from app.store.journal import Changes
from app.store.naming import Names, stored
from tests.small_plantel import FISICA, SmallPlantel, intervencion, small_plantel


def say(store: Store, n: int, label: str = "Paso") -> None:
    with store.operation(f"{label} {n}"):
        store.asignaturas.add(domain.Asignatura(nombre=f"{label} {n}"))


def result(store: Store, plantel: SmallPlantel, who: str, **values: Any) -> int:
    record = domain.Calificacion(
        alumno=plantel[who], asignatura=plantel.asignaturas[FISICA], periodo=plantel.periodo,
        **values,
    )  # fmt: skip
    with store.operation(f"Importar de {who}", origin="importacion"):
        return store.calificaciones.add(record).id


def test_pages_follow_each_other_without_gap(store: Store) -> None:
    for n in range(25):
        say(store, n)
    first = history.operations(store, 10)
    second = history.operations(store, 10, first[-1].id)
    assert [one.etiqueta for one in (*first, *second)] == [f"Paso {n}" for n in range(24, 4, -1)]


def test_filters_by_words_and_by_origin(store: Store) -> None:
    plantel = small_plantel(store)
    say(store, 1, "Ñandú")
    result(store, plantel, "Diego", valor=70)
    by_words = history.operations(store, wanted=history.Wanted("nandu 1"))
    assert [one.etiqueta for one in by_words] == ["Ñandú 1"]
    by_origin = history.operations(store, wanted=history.Wanted(origins=("importacion",)))
    assert [one.etiqueta for one in by_origin] == ["Importar de Diego"]
    assert history.operations(store, wanted=history.Wanted("100%")) == []


def test_a_student_has_what_hangs_from_the_record_and_nothing_of_others(store: Store) -> None:
    plantel = small_plantel(store)
    case = intervencion(store, plantel)
    result(store, plantel, "Ximena", valor=70)
    result(store, plantel, "Diego", valor=60)
    with store.operation("Planear"):
        store.sesiones.add(domain.Sesion(intervencion=case, fecha=store.clock().date()))
    rows = history.rows_of_alumno(store, plantel["Ximena"])
    told = [one.etiqueta for one in history.of_record(store, rows)]
    assert told[:2] == ["Planear", "Importar de Ximena"]
    assert "Importar de Diego" not in told
    assert [one.cambios for one in history.of_record(store, rows)][:2] == [1, 1]


def test_what_was_deleted_of_a_student_is_in_the_history(store: Store) -> None:
    plantel = small_plantel(store)
    ident = result(store, plantel, "Ximena", valor=70)
    with store.operation("Borrar una calificación", deletes=True):
        store.calificaciones.delete(ident)
    rows = history.rows_of_alumno(store, plantel["Ximena"])
    assert history.of_record(store, rows)[0].etiqueta == "Borrar una calificación"


def test_differences_name_the_record_and_show_values_as_they_are_read(store: Store) -> None:
    plantel = small_plantel(store)
    result(store, plantel, "Diego", valor=0, faltas=3, parcial=2)
    newest = history.operations(store, 1)[0]
    found = differences(store, newest.id)
    name = "Diego Núñez · Física II · 2.º parcial"
    assert [(d.registro, d.campo, d.antes, d.despues) for d in found] == [
        (name, "Calificación", "", "0"), (name, "Faltas", "", "3"),
    ]  # fmt: skip
    mine = history.rows_of_alumno(store, plantel["Diego"])
    found = differences(store, newest.id, mine, alumno=plantel["Diego"])
    assert found[0].registro == "Física II · 2.º parcial"


def test_a_reference_is_shown_by_its_name_before_and_after(store: Store) -> None:
    plantel = small_plantel(store)
    alumnos.move_to_grupo(store, [plantel["Diego"]], plantel.grupo)
    found = differences(store, history.operations(store, 1)[0].id)
    assert [(d.registro, d.campo, d.antes, d.despues) for d in found] == [
        ("Diego Núñez", "Grupo", "5.º B", "5.º A")
    ]


def test_a_session_says_of_which_asignatura_it_is(store: Store) -> None:
    plantel = small_plantel(store)
    case = intervencion(store, plantel)
    with store.operation("Planear"):
        store.sesiones.add(domain.Sesion(intervencion=case, fecha=store.clock().date(), minutos=50))
    found = differences(store, history.operations(store, 1)[0].id)
    assert found[0].registro == "Física II · Valeria Muñoz · 20/11/2026"
    assert ("Minutos", "", "50") in {(d.campo, d.antes, d.despues) for d in found}


def test_a_long_step_is_told_with_few_questions(store: Store) -> None:
    plantel = small_plantel(store)
    with store.operation("Importar muchas"):
        for n in range(40):
            one = store.alumnos.add(domain.Alumno(matricula=f"9{n}", nombres=f"A{n}"))
            store.calificaciones.add(
                domain.Calificacion(
                    alumno=one.id, asignatura=plantel.asignaturas[FISICA],
                    periodo=plantel.periodo, valor=80,
                )
            )  # fmt: skip
    asked: list[str] = []
    operation = history.operations(store, 1)[0].id
    store.connection.set_trace_callback(asked.append)
    found = differences(store, operation)
    history.operations(store)
    history.bin(store)
    store.connection.set_trace_callback(None)
    assert len(found) == 160
    assert len(asked) <= 12


def test_every_kind_of_record_can_be_named(demo: Store) -> None:
    for one in history.operations(demo, 500):
        for found in differences(demo, one.id):
            assert found.campo
    names = Names(demo)
    for table in domain.ENTITIES:
        for record in getattr(demo, table).all()[:3]:
            values = stored(table, record)
            names.load(table, [record.id])
            names.load_named([(table, values)])
            assert names.name(table, record.id)


# Undoing down to a step


def test_undoing_down_to_a_step_takes_the_later_ones_and_tells_once(store: Store) -> None:
    for n in range(4):
        say(store, n)
    heard: list[Changes] = []
    store.on_change(heard.append)
    target = history.operations(store)[2].id
    assert store.undo_chain.index(target) == 2
    assert undo_to(store, target) == 3
    assert [one.nombre for one in store.asignaturas.all()] == ["Paso 0"]
    assert [(one.label, one.kind) for one in heard] == [("Deshacer 3 pasos", "undo")]
    assert "asignaturas" in heard[0].tables
    assert store.undo_label == "Paso 0"
    assert redo_many(store, 3) == 3
    assert store.asignaturas.count() == 4


def test_a_step_that_was_undone_cannot_be_a_target(store: Store) -> None:
    say(store, 1)
    gone = history.operations(store)[0].id
    store.undo()
    with pytest.raises(AppError, match="ya no se puede"):
        undo_to(store, gone)
    assert gone not in store.undo_chain


# The bin


def test_the_bin_keeps_what_was_deleted_until_it_comes_back(store: Store) -> None:
    plantel = small_plantel(store)
    with store.operation("Borrar a Diego", deletes=True):
        store.alumnos.delete(plantel["Diego"])
    found = history.bin(store)
    assert [(one.operation.etiqueta, one.name) for one in found] == [("Borrar a Diego", "alumno")]
    assert found[0].rows == 4
    history.restore(store, found[0])
    assert store.alumnos.get(plantel["Diego"]).nombres == "Diego Armando"
    assert store.calificaciones.count(alumno=plantel["Diego"]) == 3
    assert history.bin(store) == []
    assert store.query("SELECT 1 FROM adeudos WHERE alumno = ?", (plantel["Diego"],))


def test_restoring_is_refused_when_the_place_is_taken(store: Store) -> None:
    plantel = small_plantel(store)
    with store.operation("Borrar a Diego", deletes=True):
        store.alumnos.delete(plantel["Diego"])
    alumnos.new_alumno(store, {"matricula": "004", "nombres": "Otro", "apellido_paterno": "Más"})
    with pytest.raises(AppError, match="número de control 004"):
        history.restore(store, history.bin(store)[0])
    assert store.alumnos.find(plantel["Diego"]) is None


def test_a_holiday_taken_away_is_in_the_bin(store: Store) -> None:
    planteles.add_holidays(store, {"desde": "16/11/2026", "motivo": "Revolución"})
    planteles.delete_holidays(store, [store.dias_inhabiles.all()[0].id])
    deleted = history.bin(store)[0]
    found = differences(store, deleted.operation.id)
    assert [(d.registro, d.campo, d.antes) for d in found] == [
        ("16/11/2026", "Motivo", "Revolución")
    ]


def test_typing_a_calificacion_shows_in_the_history_of_the_student(store: Store) -> None:
    plantel = small_plantel(store)
    lugar = calificaciones.Lugar(plantel.asignaturas[FISICA], plantel.periodo, "ordinario")
    calificaciones.write(
        store, plantel["Diego"], [calificaciones.Escrita(lugar, 1, "valor", "7.5")]
    )
    rows = history.rows_of_alumno(store, plantel["Diego"])
    newest = history.of_record(store, rows)[0]
    found = differences(store, newest.id, rows, alumno=plantel["Diego"])
    assert [(d.registro, d.despues) for d in found] == [("Física II · 1.er parcial", "7.5")]


def test_a_row_changed_twice_in_a_step_is_told_once(store: Store) -> None:
    plantel = small_plantel(store)
    with store.operation("Dos veces"):
        for correo in ("a@b.mx", "c@d.mx"):
            store.alumnos.change(plantel["Diego"], correo=correo)
        store.alumnos.change(plantel["Diego"], telefono="55")
        store.alumnos.change(plantel["Diego"], telefono="")
    found = differences(store, history.operations(store, 1)[0].id)
    assert [(d.campo, d.antes, d.despues) for d in found] == [("Correo", "", "c@d.mx")]


def test_taking_a_step_back_is_told_the_other_way_round(store: Store) -> None:
    plantel = small_plantel(store)
    with store.operation("Dos veces"):
        for correo in ("a@b.mx", "c@d.mx"):
            store.alumnos.change(plantel["Diego"], correo=correo)
    store.undo()
    rows = history.rows_of_alumno(store, plantel["Diego"])
    lines = history.of_record(store, rows, 2)
    assert [(line.etiqueta, line.cambios) for line in lines] == [
        ("Deshacer: Dos veces", 2), ("Dos veces", 2),
    ]  # fmt: skip
    for only in ((), rows):
        found = differences(store, lines[0].id, only)
        assert [(d.campo, d.antes, d.despues) for d in found] == [("Correo", "c@d.mx", "")]
    store.redo()
    found = differences(store, history.operations(store, 1)[0].id)
    assert [(d.campo, d.antes, d.despues) for d in found] == [("Correo", "", "c@d.mx")]
