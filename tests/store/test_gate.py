"""The write gate: all or nothing, undo and redo of anything, history, bin, news."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import domain
from app.errors import NotFound, ReadOnly
from app.services import planteles
from app.store import Store, history
from app.store.differences import differences
from app.store.journal import Changes


def alumno(n: int, **values: object) -> domain.Alumno:
    return domain.Alumno(
        matricula=f"{n:014d}",
        nombres="José",
        apellido_paterno="Núñez",
        **values,  # type: ignore[arg-type]
    )


def everything(store: Store) -> dict[str, list[object]]:
    """All the records of the file, to compare before and after."""
    return {name: getattr(store, name).all() for name in domain.ENTITIES}


def test_a_change_outside_an_operation_is_an_error(store: Store) -> None:
    with pytest.raises(RuntimeError):
        store.alumnos.add(alumno(1))
    assert store.alumnos.count() == 0


def test_a_change_under_the_gate_is_an_error_too(store: Store) -> None:
    with store.operation("Alta"):
        one = store.alumnos.add(alumno(1))
    with pytest.raises(Exception, match="fuera de una operación"):
        store.connection.execute("UPDATE alumnos SET nombres = 'x' WHERE id = ?", (one.id,))
    assert store.alumnos.get(one.id).nombres == "José"


def test_an_operation_that_fails_leaves_no_trace(store: Store) -> None:
    before = everything(store)
    with pytest.raises(NotFound), store.operation("Alta"):
        store.alumnos.get(store.alumnos.add(alumno(1)).id + 1)
    assert everything(store) == before
    assert store.undo_label == ""


def test_an_operation_without_changes_vanishes(store: Store) -> None:
    with store.operation("Alta"):
        one = store.alumnos.add(alumno(1))
    with store.operation("Nada"):
        store.alumnos.change(one.id, nombres="José")
    assert store.undo_label == "Alta"


def test_a_nested_operation_joins_the_outer_one(store: Store) -> None:
    with store.operation("Fuera"):
        store.alumnos.add(alumno(1))
        with store.operation("Dentro"):
            store.alumnos.add(alumno(2))
    assert store.undo_label == "Fuera"
    assert store.undo() == "Fuera"
    assert store.alumnos.count() == 0


def test_undo_and_redo_carry_labels_and_survive_closing(store: Store) -> None:
    with store.operation("Alta de José"):
        one = store.alumnos.add(alumno(1))
    with store.operation("Cambiar correo"):
        store.alumnos.change(one.id, correo="jose@escuela.mx")
    assert store.undo() == "Cambiar correo"
    path = store.path
    assert path is not None
    store.close()
    again = Store.open(path)
    assert (again.undo_label, again.redo_label) == ("Alta de José", "Cambiar correo")
    assert again.redo() == "Cambiar correo"
    assert again.alumnos.get(one.id).correo == "jose@escuela.mx"
    assert again.undo() == "Cambiar correo"
    assert again.undo() == "Alta de José"
    assert again.undo() == ""
    again.close()


def test_a_new_operation_forgets_what_could_be_redone(store: Store) -> None:
    with store.operation("Una"):
        store.alumnos.add(alumno(1))
    store.undo()
    with store.operation("Otra"):
        store.alumnos.add(alumno(2))
    assert store.redo_label == ""


def test_deleting_a_grupo_and_back_keeps_its_students(store: Store) -> None:
    periodo = planteles.current_periodo(store)
    with store.operation("Alta"):
        grupo = store.grupos.add(domain.Grupo(periodo=periodo.id, semestre=3, nombre="B"))
        one = store.alumnos.add(alumno(1, grupo=grupo.id))
    with store.operation("Borrar el grupo", deletes=True):
        store.grupos.delete(grupo.id)
    assert store.alumnos.get(one.id).grupo is None
    store.undo()
    assert store.alumnos.get(one.id).grupo == grupo.id


def test_unique_values_swapped_and_swapped_back(store: Store) -> None:
    with store.operation("Alta"):
        a, b = store.alumnos.add_many([alumno(1), alumno(2)])
    with store.operation("Cambiar controles"):
        store.alumnos.change(a.id, matricula="x")
        store.alumnos.change(b.id, matricula=a.matricula)
        store.alumnos.change(a.id, matricula=b.matricula)
    store.undo()
    assert [one.matricula for one in store.alumnos.all()] == [a.matricula, b.matricula]


def test_an_operation_that_cannot_be_undone_is_jumped_over(store: Store) -> None:
    with store.operation("Alta"):
        store.alumnos.add(alumno(1))
    with store.operation("Imprimir", undoable=False):
        store.emisiones.add(domain.Emision(formato="carnet", folio="X"))
    assert store.undo() == "Alta"
    assert store.emisiones.count() == 1


def test_news_name_the_tables_after_the_commit(store: Store) -> None:
    heard: list[Changes] = []
    store.on_change(heard.append)
    with store.operation("Alta"):
        store.alumnos.add(alumno(1))
        assert heard == []
    assert heard == [Changes("Alta", frozenset({"alumnos"}))]


def test_a_read_only_file_says_so_and_stays(store: Store) -> None:
    path = store.path
    assert path is not None
    store.close()
    reader = Store.open(path, read_only=True)
    with pytest.raises(ReadOnly), reader.operation("Alta"):
        reader.alumnos.add(alumno(1))
    reader.close()


@pytest.mark.feature("I-04")
def test_history_says_each_datum_with_old_and_new_value(store: Store) -> None:
    with store.operation("Alta de José"):
        one = store.alumnos.add(alumno(1))
    with store.operation("Cambiar datos de José"):
        store.alumnos.change(one.id, nombres="José Ángel", nuevo_ingreso=True)
    newest = history.of_record(store, [("alumnos", one.id)])[0]
    assert newest.etiqueta == "Cambiar datos de José"
    told = {(d.campo, d.antes, d.despues) for d in differences(store, newest.id)}
    assert told == {("Nombre (s)", "José", "José Ángel"), ("Nuevo ingreso", "No", "Sí")}


def test_the_bin_gives_back_with_all_that_hung_from_it(store: Store) -> None:
    with store.operation("Alta"):
        one = store.alumnos.add(alumno(1))
        store.perfiles_tutor.add(domain.PerfilTutor(alumno=one.id, rasgos=("1", "12")))
    before = everything(store)
    with store.operation("Borrar a José Núñez", deletes=True):
        store.alumnos.delete(one.id)
    with pytest.raises(NotFound):
        store.alumnos.get(one.id)
    found = history.bin(store)
    assert [(d.operation.etiqueta, d.rows) for d in found] == [("Borrar a José Núñez", 2)]
    history.restore(store, found[0])
    assert everything(store) == before
    assert history.bin(store) == []


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)


@st.composite
def steps(draw: st.DrawFn) -> list[tuple[str, int, str]]:
    verbs = st.sampled_from(["add", "change", "delete", "undo", "redo", "swap"])
    return draw(st.lists(st.tuples(verbs, st.integers(0, 5), TEXTS), max_size=25))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps())
def test_undoing_everything_is_the_beginning_and_redoing_it_the_end(
    script: list[tuple[str, int, str]],
) -> None:
    store = planteles.new_file(None, "Plantel")
    beginning = everything(store)
    for i, (verb, n, text) in enumerate(script):
        known = store.alumnos.all()
        with_ids = known[n % len(known)] if known else None
        if verb == "undo":
            store.undo()
        elif verb == "redo":
            store.redo()
        else:
            with store.operation(f"{verb} {text}"):
                if verb == "add" or with_ids is None:
                    made = store.alumnos.add(alumno(i, correo=text))
                    store.correcciones.add(domain.Correccion(alumno=made.id, escrito=text))
                elif verb == "change":
                    store.alumnos.change(with_ids.id, correo=text, telefono=text[:3])
                elif verb == "delete":
                    store.alumnos.delete(with_ids.id)
                else:
                    store.alumnos.delete(with_ids.id)
                    store.alumnos.add(replace(with_ids, correo=text))
    end = everything(store)
    while store.undo_label:
        store.undo()
    assert everything(store) == beginning
    while store.redo_label:
        store.redo()
    if not any(verb == "undo" for verb, _, _ in script):
        assert everything(store) == end
    assert store.query("PRAGMA foreign_key_check") == []
    store.close()


def test_a_deletion_undone_and_done_again_is_in_the_bin(store: Store) -> None:
    with store.operation("Alta"):
        one = store.alumnos.add(alumno(1))
    with store.operation("Borrar a José", deletes=True):
        store.alumnos.delete(one.id)
    store.undo()
    assert history.bin(store) == []
    store.redo()
    assert [d.operation.etiqueta for d in history.bin(store)] == ["Borrar a José"]


def test_undoing_is_told_in_the_history_of_the_record_both_ways(store: Store) -> None:
    with store.operation("Alta"):
        one = store.alumnos.add(alumno(1))
    with store.operation("Cambiar correo"):
        store.alumnos.change(one.id, correo="a@b.mx")
    store.undo()
    store.redo()
    told = history.of_record(store, [("alumnos", one.id)])
    assert [line.etiqueta for line in told] == [
        "Rehacer: Cambiar correo", "Deshacer: Cambiar correo", "Cambiar correo", "Alta",
    ]  # fmt: skip
    again, back = (history.steps(store, line.id)[0] for line in told[:2])
    assert (again.antes, again.despues) == ({"correo": ""}, {"correo": "a@b.mx"})
    assert (back.antes, back.despues) == ({"correo": "a@b.mx"}, {"correo": ""})


def test_the_risk_follows_undoing_and_redoing(store: Store) -> None:
    periodo = planteles.current_periodo(store)
    with store.operation("Lista"):
        one = store.alumnos.add(alumno(1))
        subject = store.asignaturas.add(domain.Asignatura(nombre="Física II"))
        store.calificaciones.add(
            domain.Calificacion(
                alumno=one.id, asignatura=subject.id, periodo=periodo.id, valor=40,
                intento="ordinario",
            )
        )  # fmt: skip
    owed = "SELECT alumno, asignatura FROM adeudos"
    assert store.query(owed) == [(one.id, subject.id)]
    store.undo()
    assert store.query(owed) == []
    assert store.query("SELECT * FROM riesgos") == []
    store.redo()
    assert store.query(owed) == [(one.id, subject.id)]
