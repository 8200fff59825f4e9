"""Printing gathers what the file says, draws it the same every time and notes what went out."""

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app import domain
from app.domain.codigo import code_of
from app.errors import AppError, Cancelled, DoesNotFit, InvalidValue, NotFound
from app.formatos import CARNET, CARTA_TUTORADO, FORMATOS, PLAN, snapshot
from app.formatos.carnet import CarnetOpciones
from app.formatos.formato import Formato
from app.services import carnets, printing, propuesta, selection
from app.services.carnet_datos import show_franjas
from app.services.planteles import current_periodo
from app.services.sujetos import sujetos
from app.store import Store
from tests.small_plantel import MATE, SmallPlantel, small_plantel


def attended(demo: Store) -> list[carnets.FilaCarnet]:
    return [fila for fila in carnets.carnets(demo) if fila.con_tutor]


def words(pdf: bytes, page: int = 0) -> str:
    return PdfReader(io.BytesIO(pdf)).pages[page].extract_text()


@pytest.mark.feature("M-76", "M-77", "M-78", "M-79", "M-80", "M-81", "M-82")
def test_a_carnet_says_what_the_file_says(demo: Store) -> None:
    fila = attended(demo)[0]
    (datos,) = carnets.carnet_datos(demo, [fila.alumno])
    who = demo.alumnos.get(fila.alumno)
    grupo = demo.grupos.get(who.grupo or 0)
    assert (datos.apellido_paterno, datos.nombres) == (who.apellido_paterno, who.nombres)
    assert datos.grupo == grupo.etiqueta
    assert datos.tutor_del_grupo == grupo.docente_tutor
    assert datos.membrete.turno.lower() == grupo.turno
    owed = {demo.asignaturas.get(row[0]).nombre for row in
            demo.query("SELECT asignatura FROM adeudos WHERE alumno = ?", (who.id,))}  # fmt: skip
    assert owed <= {r.asignatura for r in datos.reprobadas}
    text = words(printing.tirada(demo, CARNET, [fila.alumno]).pdf())
    for row in datos.reprobadas[:2]:
        assert row.asignatura in text
        assert row.alumno_tutor in text
        assert row.lugar in text
    assert datos.codigo in text
    assert who.curp not in text


@pytest.mark.feature("M-81", "M-87")
def test_it_carries_the_open_intervencion_even_when_nothing_is_owed(store: Store) -> None:
    plantel = small_plantel(store)
    case = with_case(store, plantel, "Nora", MATE)
    (datos,) = carnets.carnet_datos(store, [plantel["Nora"]])
    assert [(r.asignatura, r.dia_hora, r.lugar) for r in datos.reprobadas] == [
        (MATE, "Martes, 13:20 a 14:00", "Biblioteca")
    ]
    assert plantel["Nora"] in carnets.carnet_states(store)
    with store.operation("Concluir"):
        store.intervenciones.change(case, estado="cerrada")
    (datos,) = carnets.carnet_datos(store, [plantel["Nora"]])
    assert datos.reprobadas == ()
    assert plantel["Nora"] not in carnets.carnet_states(store)


def with_case(store: Store, plantel: SmallPlantel, who: str, asignatura: str) -> int:
    with store.operation("Asignar"):
        case = store.intervenciones.add(
            domain.Intervencion(
                periodo=plantel.periodo,
                asignatura=plantel.asignaturas[asignatura],
                alumno_tutor=plantel["Valeria"],
                asignada=date(2026, 11, 3),
            )
        )
        store.tutorados.add(domain.Tutorado(intervencion=case.id, alumno=plantel[who]))
        store.franjas.add(
            domain.Franja(intervencion=case.id, dia=2, inicio=800, fin=840, lugar="Biblioteca")
        )
    return case.id


def test_hours_read_as_people_say_them() -> None:
    def at(dia: int, inicio: int) -> domain.Franja:
        return domain.Franja(dia=dia, inicio=inicio, fin=inicio + 30)

    assert show_franjas([]) == ""
    assert show_franjas([at(3, 660)]) == "Miércoles, 11:00 a 11:30"
    assert show_franjas([at(1, 660), at(4, 660)]) == "Lunes y jueves, 11:00 a 11:30"
    both = "Lunes, 11:00 a 11:30; jueves, 12:00 a 12:30"
    assert show_franjas([at(1, 660), at(4, 720)]) == both


@pytest.mark.feature("M-86")
def test_the_state_follows_the_paper(demo: Store) -> None:
    fila = next(f for f in carnets.carnets(demo) if f.estado != "impreso")
    printing.issue(demo, printing.tirada(demo, CARNET, [fila.alumno]))
    assert carnets.carnet_states(demo, [fila.alumno]) == {fila.alumno: "impreso"}
    with demo.operation("Cambiar a sus docentes"):
        grupo = demo.alumnos.get(fila.alumno).grupo or 0
        demo.grupos.change(grupo, docente_tutor="Mtro. Nuevo")
    assert carnets.carnet_states(demo, [fila.alumno]) == {fila.alumno: "cambio"}
    demo.undo()
    assert carnets.carnet_states(demo, [fila.alumno]) == {fila.alumno: "impreso"}


def test_a_list_of_everybody_agrees_with_the_states(demo: Store) -> None:
    rows = carnets.carnets(demo)
    assert {fila.alumno: fila.estado for fila in rows} == carnets.carnet_states(demo)
    assert [fila.alumno for fila in rows] == carnets.in_order(demo, [f.alumno for f in rows][::-1])
    assert {"por_imprimir", "impreso"} <= {fila.estado for fila in rows}


def test_the_code_stays_and_finds_its_carnet(demo: Store) -> None:
    chosen = [fila.alumno for fila in carnets.carnets(demo)]
    first = printing.tirada(demo, CARNET, chosen)
    printing.issue(demo, first)
    again = printing.tirada(demo, CARNET, chosen[::-1])
    assert [d.codigo for d in again.datos] == [d.codigo for d in first.datos][::-1]
    assert len({d.codigo for d in first.datos}) == len(chosen)
    code = first.datos[2].codigo
    for typed in (code, code.lower().replace("-", " "), f"EP-{code.replace('-', '')}"):
        assert carnets.find_by_code(demo, typed).alumno == chosen[2]


def test_a_code_that_is_taken_gets_salt(demo: Store) -> None:
    waiting = [f.alumno for f in carnets.carnets(demo) if f.estado == "por_imprimir"]
    one, other = waiting[:2]
    periodo = current_periodo(demo).id
    with demo.operation("Ocupar", undoable=False):
        taken = domain.Emision(formato="carnet", folio=code_of(one, periodo), alumno=other)
        demo.emisiones.add(replace(taken, periodo=periodo))
    (datos,) = carnets.carnet_datos(demo, [one])
    assert datos.codigo == code_of(one, periodo, 1)


def test_codes_that_are_none_are_refused_in_words(demo: Store) -> None:
    with pytest.raises(InvalidValue, match="signos"):
        carnets.find_by_code(demo, "no")
    with pytest.raises(NotFound, match="Ningún carnet"):
        carnets.find_by_code(demo, code_of(1, 1))


def test_same_data_same_bytes_in_every_paper(demo: Store) -> None:
    chosen = [fila.alumno for fila in carnets.carnets(demo)]
    for papel in CARNET.papers:
        opciones = CarnetOpciones(papel=papel, con_sesiones=True)
        one = printing.tirada(demo, CARNET, chosen, opciones)
        two = printing.tirada(demo, CARNET, chosen, opciones)
        assert one.pdf() == two.pdf()
        assert not one.problems()


@pytest.mark.feature("M-83", "M-84")
def test_sessions_held_can_go_on_the_carnet(demo: Store) -> None:
    held = {s.intervencion for s in demo.sesiones.where(estado="dada")}
    open_ones = [i.id for i in demo.intervenciones.where(estado="en_marcha") if i.id in held]
    alumno = demo.tutorados.where(intervencion=open_ones)[0].alumno or 0
    without, with_them = (
        carnets.carnet_datos(demo, [alumno], con_sesiones=yes)[0] for yes in (False, True)
    )
    assert not without.sesiones
    assert any(with_them.sesiones.values())


@pytest.mark.feature("M-64")
def test_plans_are_printed_with_a_folio_that_stays(demo: Store) -> None:
    cases = [i.id for i in demo.intervenciones.all()]
    first = printing.tirada(demo, PLAN, cases)
    assert first.datos[0].folio == "PAT-2026A-0001"
    assert not first.problems()
    printing.issue(demo, first)
    again = printing.tirada(demo, PLAN, cases[::-1])
    assert [d.folio for d in again.datos] == [d.folio for d in first.datos][::-1]
    plan = demo.planes.all()[0]
    text = words(printing.tirada(demo, PLAN, [plan.intervencion or 0]).pdf())
    assert plan.objetivo.split()[-1] in text
    assert demo.acciones.where(plan=plan.id)[0].contenido.split()[0] in text


def test_a_file_is_written_whole_and_noted_or_not_at_all(demo: Store, tmp_path: Path) -> None:
    chosen = [fila.alumno for fila in carnets.carnets(demo)]
    before, target = demo.emisiones.count(), tmp_path / "carnets ñ.pdf"
    target.write_bytes(b"antes")
    tirada = printing.tirada(demo, CARNET, chosen)
    with pytest.raises(Cancelled):
        printing.print_to(demo, tirada, target, cancelled=lambda: True)
    with pytest.raises(AppError, match="No se pudo guardar"):
        printing.print_to(demo, tirada, tmp_path / "no hay" / "x.pdf")
    long = replace(tirada, datos=(replace(tirada.datos[0], nombres="Anastasia " * 30),))
    with pytest.raises(DoesNotFit, match="no cabe"):
        printing.print_to(demo, long, target)
    assert target.read_bytes() == b"antes"
    assert demo.emisiones.count() == before
    counted: list[tuple[int, int]] = []
    printing.print_to(demo, tirada, target, lambda done, of: counted.append((done, of)))
    assert counted[-1] == (len(chosen), len(chosen))
    assert demo.emisiones.count() == before + len(chosen)
    assert len(PdfReader(target).pages) >= len(chosen)
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []
    assert demo.undo_label == ""


def test_what_was_printed_is_kept_without_the_logo(demo: Store) -> None:
    fila = attended(demo)[0]
    printing.issue(demo, printing.tirada(demo, CARNET, [fila.alumno]))
    last = demo.emisiones.where(alumno=fila.alumno)[-1]
    content = json.loads(last.datos)
    assert content["codigo"] == last.folio
    assert demo.plantel.only().logo not in last.datos
    assert last.fecha == date(2026, 11, 20)
    assert last.papel == "carta"


def test_blank_forms_have_the_heading_and_are_not_noted(demo: Store) -> None:
    before = demo.emisiones.count()
    for formato in FORMATOS:
        tirada = printing.tirada_en_blanco(demo, formato)
        assert demo.plantel.only().nombre in words(tirada.pdf())
        printing.issue(demo, tirada)
    assert demo.emisiones.count() == before


def test_somebody_who_is_gone_is_told(demo: Store) -> None:
    with pytest.raises(NotFound, match="1 alumno elegido ya no está"):
        printing.tirada(demo, CARNET, [12])
    with pytest.raises(NotFound, match="1 intervención ya no está"):
        printing.tirada(demo, PLAN, [12])


@pytest.mark.parametrize("formato", FORMATOS, ids=lambda formato: formato.key)
def test_every_form_prints_from_the_file_and_keeps_what_it_said(
    demo: Store, formato: Formato
) -> None:
    propuesta.accept(demo, propuesta.propose(propuesta.read(demo)))
    ids = [one.id for one in sujetos(demo, formato)][:3]
    assert ids
    run = printing.tirada(demo, formato, ids)
    assert not run.problems()
    assert run.pdf().startswith(b"%PDF-")
    before = demo.emisiones.count()
    printing.issue(demo, run)
    noted = demo.emisiones.where(formato=formato.key)[-len(ids) :]
    assert demo.emisiones.count() == before + len(ids)
    assert [one.sujeto for one in noted] == ids
    assert all(one.folio for one in noted) == bool(formato.folio or formato is CARNET)
    if formato.folio:
        again = printing.tirada(demo, formato, ids[::-1])
        assert [d.folio for d in again.datos] == [d.folio for d in run.datos][::-1]
    if formato is not CARNET:
        kept = snapshot.loads(type(run.datos[0]), noted[0].datos, run.datos[0].membrete.logo)
        assert kept == run.datos[0]


@pytest.mark.parametrize("formato", FORMATOS, ids=lambda formato: formato.key)
def test_a_form_is_chosen_by_people_and_by_grupo(demo: Store, formato: Formato) -> None:
    propuesta.accept(demo, propuesta.propose(propuesta.read(demo)))
    every = sujetos(demo, formato)
    assert selection.of(demo, formato) == [one.id for one in every]
    if formato.subject in selection.OF_PEOPLE:
        who = demo.alumnos.get(min(every[0].alumnos))
        chosen = selection.of(demo, formato, [who.matricula])
        assert set(chosen) == {one.id for one in every if who.id in one.alumnos}
    if formato.subject != "plantel":
        grupo = demo.grupos.get(min(every[0].grupos))
        assert every[0].id in selection.of(demo, formato, grupo=grupo.etiqueta)


@pytest.mark.feature("M-68", "U-37", "U-38", "U-39", "U-40", "U-41", "U-42", "S-37", "S-38", "S-39")
def test_the_letter_of_the_tutorado_has_its_duties_and_its_rights(demo: Store) -> None:
    text = words(printing.tirada_en_blanco(demo, CARTA_TUTORADO).pdf())
    for duty in (
        "Asistir puntualmente", "cualquier dificultad", "Cumplir las actividades acordadas",
        "Decir qué necesito, qué espero", "Tomar la iniciativa", "las recomendaciones",
        "acreditar la asignatura", "la misma atención que los demás", "conocer mi plan",
    ):  # fmt: skip
        assert duty in text
