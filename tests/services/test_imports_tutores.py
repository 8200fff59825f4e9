"""Lists of alumnos tutores and of hours: what each masters, for how many, and when there is time."""

from datetime import date, time

import pytest

from app.services import imports
from app.store import Store
from tests.services.listas import ANA, HEAD, LUIS, alumno, contents, reasons, reviewed, taken


@pytest.fixture(autouse=True)
def people(store: Store) -> None:
    taken(store, [HEAD, ANA, LUIS])


def mastered(store: Store, control: str = "24301") -> list[tuple[str, int | None, str]]:
    names = {one.id: one.nombre for one in store.asignaturas.all()}
    rows = store.dominios.where(alumno=alumno(store, control).id)
    return sorted((names[d.asignatura], d.calificacion, d.fuente) for d in rows)


@pytest.mark.feature("M-24")
def test_tutores(store: Store) -> None:
    rows = [
        ["Matrícula", "Asignatura que domina", "Calificación", "Capacidad", "Docente que lo propone"],
        ["24301", "FÍSICA II", "9.5", "", "Rosa Díaz"], ["24301", "Inglés I", "domina", "3", ""],
        ["24302", "Física II", "95", "", ""], ["24302", "Química I", "", "", ""],
    ]  # fmt: skip
    found = taken(store, rows)
    assert (found["tipo"], found["nuevas"], found["rechazadas"]) == ("tutores", 4, [])
    assert mastered(store) == [("Física II", 95, "lista"), ("Inglés I", None, "lista")]
    assert mastered(store, "24302") == [("Física II", 95, "lista"), ("Química I", None, "lista")]
    perfiles = {p.alumno: p for p in store.perfiles_tutor.all()}
    ana = perfiles[alumno(store).id]
    assert (ana.estado, ana.capacidad, ana.desde) == ("activo", 3, date(2026, 11, 20))
    assert store.dominios.where(alumno=ana.alumno)[0].propuesto_por == "Rosa Díaz"
    assert store.undo_label == "Importar 2 alumnos tutores"
    assert taken(store, rows)["sin_cambio"] == 4


def test_what_changes_of_an_alumno_tutor(store: Store) -> None:
    head = ["Control", "Asignatura", "Calificación", "Capacidad"]
    taken(store, [head, ["24301", "Física II", 9, 2], ["24302", "Física II", 9, 2]])
    perfil = store.perfiles_tutor.where(alumno=alumno(store).id)[0]
    other = store.perfiles_tutor.where(alumno=alumno(store, "24302").id)[0]
    with store.operation("x"):
        store.perfiles_tutor.change_many([
            (perfil.id, {"estado": "invitado"}), (other.id, {"estado": "baja"}),
        ])  # fmt: skip
    plan = reviewed(store, [head, ["24301", "Física II", 9.5, 4], ["24302", "Física II", 9, ""]])
    assert plan.rows[0].motivo == "Capacidad: 2 a 4; Estado: Invitado a Activo; Física II: 9 a 9.5"
    assert plan.rows[1].motivo == "Está como «Ya no participa» y así se queda"
    imports.apply(store, plan)
    after = store.perfiles_tutor.get(perfil.id)
    assert (after.estado, after.capacidad) == ("activo", 4)
    assert store.perfiles_tutor.get(other.id).estado == "baja"


def test_doubts_and_rejections_of_tutores(store: Store) -> None:
    found = taken(store, [
        ["Control", "Asignatura", "Calificación", "Capacidad", "Domina"],
        ["24301", "Física II", "7", "3", ""], ["24301", "Química I", "", "5", "sí"], ["24301", "Inglés I", "", "", "no"],
        ["24302", "Física II", "excelente", "9", ""], ["24301", "FISICA II", "8", "", ""], ["99", "Física II", "", "", ""],
        ["24302", "", "", "2", ""], ["24302", "¿?", "", "", ""],
    ])  # fmt: skip
    assert reasons(found, "por_revisar") == [
        (2, "Para dominar una asignatura se pide 8.5"), (3, "Antes la lista dijo 3; se toma ese"),
    ]  # fmt: skip
    assert reasons(found, "avisos") == [
        (5, "«excelente» no es una calificación"), (5, "Debe estar entre 0 y 6"),
    ]  # fmt: skip
    assert reasons(found) == [
        (6, "Asignatura repetida en la fila 2"), (7, "No hay ningún alumno con ese número de control"),
        (9, "«¿?» no es una asignatura"),
    ]  # fmt: skip
    assert mastered(store) == [("Física II", 70, "lista"), ("Química I", None, "lista")]
    assert store.perfiles_tutor.where(alumno=alumno(store, "24302").id)[0].capacidad == 2


def week(store: Store, control: str = "24301") -> list[tuple[int, int, int, str]]:
    rows = store.disponibilidades.where(alumno=alumno(store, control).id)
    return sorted((d.dia, d.inicio, d.fin, d.ocupacion) for d in rows)


@pytest.mark.feature("M-30")
def test_disponibilidad(store: Store) -> None:
    rows = [
        ["control", "día", "hora inicio", "hora fin"],
        ["24301", "Lunes", "13:00", "14:30"], ["24301", "lun", time(14, 30), time(15, 0)],
        ["24301", "MIÉRCOLES", "1:00 p.m.", "2 pm"], ["24302", 5, "7", "8:00 hrs"],
        ["24302", "X", 0.5416666667, "14:00:00"],
    ]  # fmt: skip
    found = taken(store, rows)
    assert (found["tipo"], found["nuevas"], found["rechazadas"]) == ("disponibilidad", 5, [])
    assert week(store) == [(1, 780, 900, "disponible"), (3, 780, 840, "disponible")]
    assert week(store, "24302") == [(3, 780, 840, "disponible"), (5, 420, 480, "disponible")]
    assert store.undo_label == "Importar 2 horarios"
    assert taken(store, rows)["sin_cambio"] == 5


def test_hours_add_to_those_there_were_and_paint_over_classes(store: Store) -> None:
    head = ["control", "día", "inicio", "fin", "ocupación"]
    taken(
        store,
        [
            head,
            ["24301", "lunes", "7:00", "9:00", "clase"],
            ["24301", "lunes", "9:00", "10:00", ""],
        ],
    )
    plan = reviewed(store, [head, ["24301", "lunes", "8:00", "9:00", "libre"]])
    assert (plan.rows[0].accion, plan.rows[0].motivo) == (
        "cambia", "lunes 08:00 a 09:00: Clase a Disponible",
    )  # fmt: skip
    imports.apply(store, plan)
    assert week(store) == [(1, 420, 480, "clase"), (1, 480, 600, "disponible")]
    store.undo()
    assert week(store) == [(1, 420, 540, "clase"), (1, 540, 600, "disponible")]


def test_hours_that_are_rejected(store: Store) -> None:
    found = taken(store, [
        ["control", "día", "inicio", "fin", "ocupación"],
        ["99", "lunes", "7:00", "8:00", ""], ["24301", "sábado", "7:00", "8:00", ""],
        ["24301", "lunes", "9:00", "8:00", ""], ["24301", "lunes", "25:00", "26:00", ""],
        ["24301", "", "7:00", "8:00", ""], ["24301", "lunes", "7:00", "", ""],
        ["24301", "lunes", "7:00", "8:00", "quizá"], ["24301", "lunes", "7:00", "8:00", ""],
        ["24301", "Lunes", "07:00", "08:00", "disponible"], ["24301", "Lunes", "07:30", "08:30", "clase"],
        ["", "lunes", "7:00", "8:00", ""],
    ])  # fmt: skip
    assert reasons(found) == [
        (2, "No hay ningún alumno con ese número de control"),
        (3, "«sábado» no es un día de lunes a viernes"), (4, "Termina a las 08:00, antes de empezar"),
        (5, "Debe ser una hora como 13:30"), (6, "Falta el día"), (7, "Falta la hora de fin"),
        (8, "«quizá» no es disponible ni clase"), (10, "Repetido en la fila 9"),
        (11, "Se encima con la fila 9, que dice disponible"), (12, "Falta el número de control"),
    ]  # fmt: skip
    assert week(store) == [(1, 420, 480, "disponible")]


def test_all_of_it_is_undone_in_one_step(store: Store) -> None:
    before = contents(store)
    taken(store, [["control", "día", "inicio", "fin"], ["24301", "lunes", "7:00", "8:00"]])
    taken(store, [["control", "asignatura", "capacidad"], ["24301", "Física II", 3]])
    store.undo()
    store.undo()
    assert contents(store) == before
