"""Capture of a carnet that came back: its code, its rows, what each is taken for, one step."""

from dataclasses import replace
from datetime import date

import pytest

from app import domain
from app.domain.codigo import code_of, scanned_text
from app.errors import AppError
from app.services import captura, captura_revision, franjas, sesiones
from app.services.captura_revision import Renglon
from app.store import Store
from tests.small_plantel import QUIMICA, SmallPlantel, intervencion, small_plantel

TUESDAY = {"dia": "martes", "inicio": "11:00", "fin": "11:45", "lugar": "Lab. 2"}


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


@pytest.fixture
def case(store: Store, plantel: SmallPlantel) -> int:
    made = intervencion(store, plantel, asignada=date(2026, 10, 5))
    franjas.add(store, made, TUESDAY)
    return made


def printed(store: Store, plantel: SmallPlantel, name: str) -> str:
    code = code_of(plantel[name], plantel.periodo)
    with store.operation("Imprimir", origin="impresion"):
        store.emisiones.add(
            domain.Emision(
                formato="carnet", folio=code, alumno=plantel[name], periodo=plantel.periodo
            )
        )
    return code


def reviewed(store: Store, case: int, *rows: Renglon) -> list[captura_revision.Revision]:
    return captura_revision.review(captura_revision.contexto(store, case), rows)


@pytest.mark.feature("M-86")
def test_a_carnet_is_found_by_its_code(store: Store, plantel: SmallPlantel, case: int) -> None:
    code = printed(store, plantel, "Ximena")
    for typed in (scanned_text(code), code, code.lower(), f" {code[:4]} {code[5:]} "):
        assert captura.find(store, typed) == plantel["Ximena"]
    wrong = code[:2] + ("4" if code[2] != "4" else "7") + code[3:]
    with pytest.raises(captura.CodigoDudoso, match="signo equivocado") as doubt:
        captura.find(store, wrong)
    assert doubt.value.parecidos == ((code, "Ximena Ordóñez"),)
    with pytest.raises(captura.CodigoDudoso, match="deben ser 7") as doubt:
        captura.find(store, code[:-1])
    assert doubt.value.parecidos == ((code, "Ximena Ordóñez"),)
    with pytest.raises(captura.CodigoDudoso) as doubt:
        captura.find(store, "hola")
    assert doubt.value.parecidos == ()
    found = captura.tarjeta(store, plantel["Ximena"])
    assert (found.nombre, found.grupo, found.codigo) == (
        "Ximena Ordóñez Villaseñor", "5.º B", code
    )  # fmt: skip
    assert [t.asignatura for t in found.tablas] == ["Física II"]
    assert found.tablas[0].con == "Valeria Muñoz Arévalo"
    assert found.tablas[0].horario == "martes, 11:00 a 11:45, Lab. 2"
    with pytest.raises(AppError, match="no tiene alumno tutor"):
        captura.tarjeta(store, plantel["Nora"])


@pytest.mark.feature("M-86", "M-84", "S-44")
def test_a_planned_session_of_that_day_becomes_held(
    store: Store, plantel: SmallPlantel, case: int
) -> None:
    planned = sesiones.add(store, case, {"fecha": "10/11/2026", "tema": "Fuerza"})
    row = Renglon(fecha="mar 10", tema="Vectores", minutos="45")
    found = reviewed(store, case, row)[0]
    assert (found.modo, found.sesion) == ("planeada", planned.id)
    assert found.nota == "planeada: queda dada"
    done = captura.save(store, plantel["Ximena"], {case: [row]})
    assert (done.nuevas, done.corregidas, done.pendientes) == (1, 0, 0)
    assert done.in_words() == "1 asesoría nueva"
    after = store.sesiones.get(planned.id)
    assert (after.estado, after.tema, after.firmada) == ("dada", "Vectores", True)
    marks = {m.alumno: m.estado for m in store.asistencias.where(sesion=planned.id)}
    assert marks == {plantel["Ximena"]: "asistio", plantel["Valeria"]: "asistio"}
    assert store.intervenciones.get(case).estado == "en_marcha"
    assert store.undo_label == "Capturar el carnet de Ximena Ordóñez"
    assert store.sesiones.count() == 1
    rows = captura.tarjeta(store, plantel["Ximena"]).tablas[0].renglones
    assert rows == (
        Renglon(planned.id, "mar 10/11/2026", "Vectores", "", "45", firmo=True, asistio="asistio"),
    )


@pytest.mark.feature("M-86")
def test_what_each_row_is_taken_for(store: Store, plantel: SmallPlantel, case: int) -> None:
    sesiones.add(store, case, {"fecha": "13/10/2026", "estado": "dada", "tema": "Repaso"})
    off = sesiones.add(
        store, case, {"fecha": "20/10/2026", "estado": "cancelada", "causa": "lugar"}
    )
    late = sesiones.add(store, case, {"fecha": "27/10/2026"})
    rows = [
        Renglon(fecha=day, minutos="30")
        for day in ("13/10", "20/10", "29/10", "3/11", "4/11", "21/11", "31/11", "14/11", "")
    ]
    rows[-1] = Renglon(tema="Sin fecha")
    found = reviewed(store, case, *rows)
    assert [one.modo for one in found] == [
        "dada", "cancelada", "movida", "nueva", "imprevista", "nueva", "nueva", "imprevista",
        "nueva",
    ]  # fmt: skip
    assert found[2].nota == "era la del mar 27: movida"
    assert [one.is_wrong for one in found] == [False] * 5 + [True, True, False, True]
    assert found[5].avisos[0].propuesta == "mié 21/10/2026"
    assert "no hubo clases" in found[7].avisos[0].frase
    assert found[8].avisos[0].frase == "falta la fecha"
    done = captura.save(store, plantel["Ximena"], {case: rows})
    assert (done.nuevas, done.corregidas, done.pendientes) == (5, 1, 3)
    assert done.in_words() == "5 asesorías nuevas y 1 corregida"
    assert store.sesiones.get(late.id).motivo == "Pasó al jue 29 oct"
    again = store.sesiones.get(off.id)
    assert (again.estado, again.causa) == ("dada", "")
    assert [s.imprevista for s in store.sesiones.where(fecha=date(2026, 11, 4))] == [True]
    assert len(store.sesiones.where(fecha=date(2026, 10, 13))) == 1
    store.undo()
    assert store.sesiones.count() == 3


def test_a_row_of_before_is_corrected_and_keeps_its_old_value_in_the_journal(
    store: Store, plantel: SmallPlantel, case: int
) -> None:
    sesiones.add(store, case, {"fecha": "13/10/2026", "estado": "dada", "tema": "Repaso"})
    rows = list(captura.tarjeta(store, plantel["Ximena"]).tablas[0].renglones)
    assert rows[0].asistio == ""
    assert captura.save(store, plantel["Ximena"], {case: rows}).in_words() == ""
    rows[0] = replace(rows[0], tema="Repaso general", asistio="tarde", minutos="40")
    assert captura.save(store, plantel["Ximena"], {case: rows}).corregidas == 1
    assert store.sesiones.all()[0].tema == "Repaso general"
    store.undo()
    assert (store.sesiones.all()[0].tema, store.asistencias.count()) == ("Repaso", 0)


def test_minutes_follow_the_hour_of_that_day(store: Store, case: int) -> None:
    context = captura_revision.contexto(store, case)
    assert captura.with_date(context, Renglon(fecha="10/11")) == Renglon(
        fecha="mar 10/11/2026", minutos="45"
    )
    assert captura.with_date(context, Renglon(fecha="11/11")).minutos == "45"
    assert captura.with_date(context, Renglon(fecha="10/11", minutos="30")).minutos == "30"
    assert captura.with_date(context, Renglon(fecha="x")) == Renglon(fecha="x")
    wrong = reviewed(store, case, Renglon(fecha="10/11", minutos="media hora"))[0]
    assert wrong.is_wrong
    assert wrong.avisos[0].frase == "minutos: debe ser un número entero"


@pytest.mark.feature("M-58", "M-86")
def test_the_second_card_of_a_group_completes_the_same_session(
    store: Store, plantel: SmallPlantel
) -> None:
    case = intervencion(store, plantel, QUIMICA, ("Ximena", "Diego"))
    row = Renglon(fecha="16/11", tema="Moles", minutos="50")
    captura.save(store, plantel["Ximena"], {case: [row]})
    table = captura.tarjeta(store, plantel["Diego"]).tablas[0]
    assert [r.asistio for r in table.renglones] == [""]
    new = Renglon(fecha="16/11", minutos="50", observaciones="Llegó tarde", asistio="tarde")
    done = captura.save(store, plantel["Diego"], {case: [*table.renglones, new]})
    assert (done.nuevas, done.corregidas) == (0, 1)
    held = store.sesiones.all()[0]
    assert (held.tema, held.observaciones) == ("Moles", "Llegó tarde")
    assert {m.alumno: m.estado for m in store.asistencias.all()} == {
        plantel["Ximena"]: "asistio", plantel["Valeria"]: "asistio", plantel["Diego"]: "tarde",
    }  # fmt: skip
