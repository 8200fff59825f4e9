"""The made-up plantel is believable, keeps the rules of the tutoring and repeats itself."""

import os
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.horario import Tramo
from app.domain.identifiers import (
    doubt_about_age,
    doubt_about_cct,
    doubt_about_curp,
    doubt_about_curp_of,
)
from app.domain.intervencion import ABIERTAS
from app.errors import AppError
from app.services import demo as demo_plantel
from app.store import Store
from tests.source import ROOT

HOY = date(2026, 11, 20)
DAYS = st.dates(date(2024, 8, 1), date(2029, 7, 31))


def made(alumnos: int, semilla: int, hoy: date = HOY) -> Store:
    return demo_plantel.new_file(None, alumnos, semilla, hoy)


def everything(store: Store) -> dict[str, list[object]]:
    tables = [t for t in vars(store).values() if hasattr(t, "entity")]
    rows: dict[str, list[object]] = {t.name: t.all() for t in tables}
    assert len(rows) >= 20
    return rows


def test_equal_seeds_give_equal_rows_and_others_do_not() -> None:
    one, two, other = made(60, 7), made(60, 7), made(60, 8)
    assert everything(one) == everything(two)
    assert everything(one) != everything(other)


def test_another_process_makes_the_same_rows() -> None:
    code = (
        "import hashlib; from datetime import date; from app.services import demo;"
        "s = demo.new_file(None, 40, 3, date(2026, 11, 20));"
        "rows = [t.all() for t in vars(s).values() if hasattr(t, 'entity')];"
        "print(hashlib.sha256(repr(rows).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, timeout=60,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(digests) == 1


def test_a_file_comes_out_whole_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "ejemplo.entrepares"
    demo_plantel.new_file(path, 30, 1, HOY).close()
    reopened = Store.open(path)
    assert reopened.alumnos.count() == 30
    assert reopened.undo_label == ""
    reopened.close()


def test_it_refuses_a_file_with_data_and_sizes_that_are_none(store: Store, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="archivo nuevo"):
        demo_plantel.make(store)
    path = tmp_path / "no.entrepares"
    with pytest.raises(AppError, match="alumnos"):
        demo_plantel.new_file(path, 3, 1, HOY)
    assert not path.exists()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(20, 140), st.integers(0, 10_000), DAYS)
def test_any_size_seed_and_day_keep_the_rules(alumnos: int, semilla: int, hoy: date) -> None:
    store = made(alumnos, semilla, hoy)
    assert store.alumnos.count() == alumnos
    assert not store.connection.execute("PRAGMA foreign_key_check").fetchall()
    hours_are_possible(store)
    capacity_and_mastery_hold(store)
    sesiones_are_on_business_days(store)
    people_are_right(store, hoy)
    store.close()


def clashes(tramos: list[Tramo]) -> bool:
    return any(one.overlaps(two) for one, two in combinations(tramos, 2))


def hours_are_possible(store: Store) -> None:
    """Every hour lies in free time of all who attend, and nobody is in two places."""
    free: defaultdict[int, list[Tramo]] = defaultdict(list)
    busy: defaultdict[int, list[Tramo]] = defaultdict(list)
    for row in store.disponibilidades.all():
        book = free if row.ocupacion == "disponible" else busy
        book[row.alumno].append(Tramo(row.dia, row.inicio, row.fin))
    franjas: defaultdict[int, list[Tramo]] = defaultdict(list)
    for row in store.franjas.all():
        franjas[row.intervencion].append(Tramo(row.dia, row.inicio, row.fin))
        assert row.lugar
        assert row.fin - row.inicio >= 30
    given_to: defaultdict[int, list[Tramo]] = defaultdict(list)
    for i in store.intervenciones.all():
        assert franjas[i.id]
        people = [t.alumno for t in store.tutorados.where(intervencion=i.id)]
        assert people
        assert i.alumno_tutor not in people
        for person in (i.alumno_tutor, *people):
            for tramo in franjas[i.id]:
                assert any(one.holds(tramo) for one in free[person])
                given_to[person].append(tramo)
    for person, tramos in given_to.items():
        assert not clashes(tramos)
        assert not clashes(free[person] + busy[person])


def capacity_and_mastery_hold(store: Store) -> None:
    rules = store.settings.only()
    perfiles = {p.alumno: p for p in store.perfiles_tutor.all()}
    dominios = {(d.alumno, d.asignatura): d for d in store.dominios.all()}
    owing = {row[0] for row in store.query("SELECT alumno FROM riesgos WHERE regular = 0")}
    load: Counter[int] = Counter()
    for i in store.intervenciones.all():
        assert (i.alumno_tutor, i.asignatura) in dominios
        if i.estado in ABIERTAS:
            load[i.alumno_tutor] += store.tutorados.count(intervencion=i.id)
            assert perfiles[i.alumno_tutor].estado == "activo"
    for alumno, many in load.items():
        assert many <= (perfiles[alumno].capacidad or rules.capacidad)
    assert not owing & set(perfiles)
    for dominio in dominios.values():
        assert dominio.calificacion is None or dominio.calificacion >= rules.domina_desde
        assert dominio.calificacion is not None or dominio.propuesto_por


def sesiones_are_on_business_days(store: Store) -> None:
    free = {d.fecha for d in store.dias_inhabiles.all()}
    today = store.clock().date()
    for sesion in store.sesiones.all():
        assert sesion.fecha.weekday() < 5
        assert sesion.fecha not in free
        assert sesion.fecha <= today or sesion.estado == "planeada"


def people_are_right(store: Store, hoy: date) -> None:
    alumnos = store.alumnos.all()
    assert len({a.matricula for a in alumnos}) == len(alumnos)
    for a in alumnos:
        assert len(a.matricula) == 14
        assert not doubt_about_curp(a.curp)
        assert not doubt_about_curp_of(a.curp, a.nacimiento, a.sexo)
        assert not doubt_about_age(a.nacimiento, hoy)
        assert a.nombres
        assert a.apellido_paterno


@pytest.mark.feature("M-26", "U-43", "U-44", "U-45", "U-46")
def test_the_plantel_is_believable() -> None:
    store = made(600, 1)
    plantel = store.plantel.only()
    assert not doubt_about_cct(plantel.cct)
    assert plantel.docente in {g.docente_tutor for g in store.grupos.all()}
    assert {g.turno for g in store.grupos.all()} == {"matutino", "vespertino"}
    levels = dict(store.query("SELECT nivel, count(*) FROM riesgos GROUP BY 1"))
    owing = store.query("SELECT count(DISTINCT alumno) FROM adeudos")[0][0]
    assert 0.17 <= owing / 600 <= 0.23
    assert 0.02 <= levels["alto"] / 600 <= 0.09
    assert 0.02 <= levels["medio"] / 600 <= 0.08
    assert levels["sin_riesgo"] / 600 > 0.6
    assert store.alumnos.count() - sum(levels.values()) >= 5
    assert 0.04 <= store.perfiles_tutor.count() / 600 <= 0.07
    for table, least in (("intervenciones", 5), ("perfiles_tutor", 4), ("sesiones", 4)):
        states = store.query(f"SELECT DISTINCT estado FROM {table}")
        assert len(states) >= least
    letters = "".join(a.nombre for a in store.alumnos.all())
    assert set("áéíóúñü") <= set(letters.lower())
    assert any(not a.apellido_materno for a in store.alumnos.all())
    store.close()


def test_the_expedientes_are_full_and_say_nothing_that_must_not_be_asked() -> None:
    store = made(600, 1)
    attended = {t.alumno for t in store.tutorados.all()}
    assert store.entrevistas.count() > len(attended) / 2
    assert store.fichas.count() > len(attended) / 2
    assert {c.nivel for c in store.conocimientos.all()} == {"domina", "cuesta", "desconoce"}
    assert all(f.preferencia for f in store.fichas.all())
    today = store.clock().date()
    assert all(e.fecha <= today for e in store.entrevistas.all())
    assert all(t.carta is None or t.carta <= today for t in store.tutorados.all())
    closed = store.intervenciones.where(estado="cerrada")
    results = store.tutorados.where(intervencion=[i.id for i in closed])
    assert all(t.resultado for t in results if t.despues is not None)
    reports = store.informes.where(tipo="alumno_tutor")
    assert {one.entregado is None for one in reports} == {True, False}
    assert store.incumplimientos.count()
    assert all(i.causa for i in store.intervenciones.where(estado="cancelada"))
    assert any(plan.estrategias for plan in store.planes.all())
    store.close()


def test_there_are_needs_without_an_alumno_tutor_and_work_of_this_week(demo: Store) -> None:
    attended = {(t.alumno, i.asignatura) for i in demo.intervenciones.all()
                for t in demo.tutorados.where(intervencion=i.id)}  # fmt: skip
    owed = set(map(tuple, demo.query("SELECT alumno, asignatura FROM adeudos")))
    assert owed & attended
    assert owed - attended
    monday = HOY - timedelta(days=HOY.weekday())
    week = [s for s in demo.sesiones.all() if monday <= s.fecha <= monday + timedelta(4)]
    assert {"dada", "planeada"} <= {s.estado for s in week}
    marks = {c.marca for c in demo.calificaciones.all()}
    assert {"NP", "NA"} & marks
