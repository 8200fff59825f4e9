"""Alumnos by hand: capture, change, doubts, level, correction, taking out and back."""

import pytest

from app import domain
from app.errors import AppError, InvalidValue
from app.services import alumnos, candidatos
from app.store import Store, history
from app.store.queries import tutorados
from tests.small_plantel import FISICA, MATE, SmallPlantel, intervencion, small_plantel


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


@pytest.mark.feature("M-07", "M-22", "M-78", "M-79", "I-04")
def test_capture_makes_the_grupo_only_once(store: Store) -> None:
    typed = {"matricula": "0231", "nombres": "Diego", "apellido_paterno": "Núñez"}
    grupo = {"semestre": "3", "nombre": "B", "turno": "Matutino", "especialidad": "Programación"}
    diego = alumnos.new_alumno(store, typed, grupo)
    assert store.undo_label == "Capturar a Diego Núñez"
    assert diego.matricula == "0231"
    ana = alumnos.new_alumno(store, {"matricula": "0232", "nombres": "Ana"}, grupo)
    assert ana.grupo == diego.grupo
    assert store.grupos.get(diego.grupo or 0).etiqueta == "3.º B"
    assert store.grupos.count() == 1
    without = alumnos.new_alumno(store, {"matricula": "0233", "nombres": "Eva"}, {"semestre": ""})
    assert without.grupo is None
    for wrong, key in (
        ({"nombres": "X"}, "matricula"),
        ({"matricula": "0231", "nombres": "X"}, "matricula"),
        ({"matricula": "9"}, "nombres"),
        ({"matricula": "9 9!", "nombres": "X"}, "matricula"),
    ):
        with pytest.raises(InvalidValue) as problem:
            alumnos.new_alumno(store, wrong)
        assert problem.value.key == key
    assert store.alumnos.count() == 3
    store.undo()
    assert store.alumnos.count() == 2


@pytest.mark.feature("M-07", "M-22", "I-17")
def test_a_change_says_what_and_whose(store: Store, plantel: SmallPlantel) -> None:
    diego = plantel["Diego"]
    alumnos.change_alumno(store, diego, {"telefono": "951 123 4567"})
    assert store.undo_label == "Cambiar el teléfono de Diego Núñez"
    after = alumnos.change_alumno(store, diego, {"curp": " gocd-090412hmcmrva1"})
    assert after.curp == "GOCD090412HMCMRVA1"
    with pytest.raises(InvalidValue, match="ya lo tiene Ximena Ordóñez"):
        alumnos.change_alumno(store, diego, {"matricula": "003"})
    alumnos.change_alumno(store, diego, {"matricula": "004"})
    assert store.undo_label == "Cambiar la CURP de Diego Núñez"


@pytest.mark.feature("M-07")
def test_doubts_warn_and_never_block(store: Store, plantel: SmallPlantel) -> None:
    diego = plantel["Diego"]
    typed = {"curp": "GOCD090412HMCMRVA1", "nacimiento": "13/04/2009", "sexo": "mujer"}
    after = alumnos.change_alumno(store, diego, typed)
    assert "12/04/2009" in alumnos.doubts(store, after)["curp"]
    after = alumnos.change_alumno(store, diego, {"nacimiento": "01/01/1999", "curp": "X"})
    found = alumnos.doubts(store, after)
    assert found["nacimiento"] == "Por su fecha de nacimiento tendría 27 años"
    assert found["curp"].startswith("La CURP tiene 1 caracteres")
    after = alumnos.change_alumno(store, diego, {"nacimiento": "01/01/2011", "curp": ""})
    assert alumnos.doubts(store, after) == {}


@pytest.mark.feature("M-07")
def test_many_at_once(store: Store, plantel: SmallPlantel) -> None:
    two = [plantel["Diego"], plantel["Ximena"]]
    alumnos.move_to_grupo(store, two, plantel.grupo)
    assert store.undo_label == "Cambiar de grupo a 2 alumnos: 5.º A"
    assert {a.grupo for a in store.alumnos.where(id=two)} == {plantel.grupo}
    alumnos.change_estado(store, two[:1], "baja_temporal")
    assert store.undo_label == "Cambiar el estado de Diego Núñez: baja temporal"
    store.undo()
    store.undo()
    assert {a.grupo for a in store.alumnos.where(id=two)} == {plantel.other_grupo}


@pytest.mark.feature("M-26", "U-43", "U-44", "I-30")
def test_the_level_can_be_changed_with_a_reason(store: Store, plantel: SmallPlantel) -> None:
    diego = plantel["Diego"]
    with pytest.raises(InvalidValue, match="Motivo"):
        alumnos.set_nivel(store, [diego], "alto", "  ")
    alumnos.set_nivel(store, [diego], "alto", "Trabaja por las tardes")
    fila = _fila(store, diego)
    assert (fila.nivel, fila.cambiado, fila.motivo) == ("alto", True, "Trabaja por las tardes")
    assert store.undo_label == "Cambiar a riesgo alto: Diego Núñez"
    alumnos.set_nivel(store, [diego], "", "")
    assert (_fila(store, diego).nivel, _fila(store, diego).cambiado) == ("bajo", False)


@pytest.mark.feature("M-94", "S-41", "S-42", "S-09", "S-10", "S-11", "S-12")
def test_the_list_says_who_needs_what(store: Store, plantel: SmallPlantel) -> None:
    intervencion(store, plantel, FISICA, ("Diego",))
    rows = {f.alumno: f for f in tutorados.lista(store)}
    diego, nora, valeria = (rows[plantel[name]] for name in ("Diego", "Nora", "Valeria"))
    assert (diego.reprobadas, diego.sin_tutor, diego.tutores) == (2, 1, ("Valeria Muñoz",))
    assert diego.expediente == (False, False, False, False)
    assert (nora.nivel, nora.reprobadas, nora.es_tutorado) == ("sin_datos", None, False)
    assert diego.es_tutorado
    assert not valeria.es_tutorado
    best = candidatos.tercios(store)
    classes = {name: alumnos.desempeno_de(rows[plantel[name]], best) for name in plantel.alumnos}
    assert classes == {
        "Valeria": "alto", "Iker": "alto", "Ximena": "insatisfactorio",
        "Diego": "insatisfactorio", "Nora": "",
    }  # fmt: skip
    assert alumnos.desempeno_de(rows[plantel["Iker"]], frozenset()) == "satisfactorio"


@pytest.mark.feature("M-07")
def test_what_a_list_brought_wrong_is_corrected_in_place(
    store: Store, plantel: SmallPlantel
) -> None:
    diego = plantel["Diego"]
    with store.operation("Importar"):
        pending = store.correcciones.add_many(
            domain.Correccion(alumno=diego, campo=campo, escrito="31/02/2010", motivo="no existe")
            for campo in ("nacimiento", "telefono", "grupo")
        )
    with pytest.raises(InvalidValue, match="febrero no tiene día 31"):
        alumnos.correct(store, pending[0].id, "31/02/2010")
    alumnos.correct(store, pending[0].id, "28/02/2010")
    assert store.undo_label == "Corregir la fecha de nacimiento de Diego Núñez"
    assert store.alumnos.get(diego).nacimiento is not None
    alumnos.change_alumno(store, diego, {"telefono": "951"})
    with pytest.raises(AppError, match="en su propio lugar"):
        alumnos.correct(store, pending[2].id, "5A")
    alumnos.discard_correction(store, pending[2].id)
    assert store.correcciones.count() == 0


@pytest.mark.feature("M-07")
def test_taking_out_and_back(store: Store, plantel: SmallPlantel) -> None:
    alone = intervencion(store, plantel, FISICA, ("Diego",))
    grouped = intervencion(store, plantel, MATE, ("Diego", "Ximena"))
    with pytest.raises(AppError, match="Valeria Muñoz acompaña a alguien en 2 intervenciones"):
        alumnos.delete_alumnos(store, [plantel["Valeria"], plantel["Diego"]])
    assert alumnos.delete_alumnos(store, [plantel["Diego"]]) == 1
    assert store.intervenciones.find(alone) is None
    assert [t.alumno for t in store.tutorados.where(intervencion=grouped)] == [plantel["Ximena"]]
    history.restore(store, history.bin(store)[0])
    assert store.alumnos.get(plantel["Diego"]).nombres == "Diego Armando"
    assert store.calificaciones.count(alumno=plantel["Diego"]) == 3
    assert store.tutorados.count(intervencion=alone) == 1


def _fila(store: Store, alumno: int) -> tutorados.FilaTutorado:
    return next(f for f in tutorados.lista(store) if f.alumno == alumno)
