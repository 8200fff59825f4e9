"""What constancias, concentrados, formatos de rendimiento and encuestas say of a file."""

from collections.abc import Sequence
from datetime import date

import pytest

from app import domain
from app.formatos import (
    CANALIZACION,
    CONCENTRADO,
    CONSOLIDADO,
    CONSTANCIA,
    ENCUESTA,
    INFORME,
    INFORME_INTERVENCION,
    MINUTA,
    RENDIMIENTO,
)
from app.formatos.concentrado import ConcentradoOpciones
from app.formatos.encuesta import EncuestaOpciones
from app.formatos.formato import Formato
from app.services import printing
from app.services.sujetos import sujetos
from app.store import Store
from tests.services.papeles import WEEKS, one, sessions, staffed_plantel
from tests.small_plantel import FISICA, MATE, QUIMICA, SmallPlantel, intervencion


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return staffed_plantel(store)


@pytest.mark.feature("M-11", "U-28", "U-87")
def test_a_constancia_counts_what_each_one_gave(store: Store, plantel: SmallPlantel) -> None:
    case = intervencion(store, plantel)
    other = intervencion(store, plantel, MATE, ("Diego",))
    sessions(store, case, *WEEKS)
    sessions(store, other, (date(2026, 9, 8), "dada", 35), alumno_tutor="Iker Zúñiga")
    sessions(store, other, (date(2026, 11, 3), "dada", 50), alumno_tutor="Valeria Muñoz Arévalo")
    mine, his = (one(store, CONSTANCIA, plantel[name]) for name in ("Valeria", "Iker"))
    assert (mine.sesiones, mine.horas) == ("4 sesiones", "2 horas 55 minutos")
    assert mine.asignaturas == f"{FISICA} y {MATE}"
    assert (his.sesiones, his.horas, his.asignaturas) == ("1 sesión", "35 minutos", MATE)
    assert mine.lugar_y_fecha == "Ixtlahuaca, a 20 de noviembre de 2026"
    assert mine.director == "Mtro. Óscar Ibáñez"


@pytest.mark.feature("U-56", "S-47")
def test_the_concentrado_is_of_those_who_owe_or_are_attended(
    store: Store, plantel: SmallPlantel
) -> None:
    case = intervencion(store, plantel, tutorados=("Ximena", "Diego"))
    sessions(store, case, *WEEKS)
    datos = one(store, CONCENTRADO, plantel.other_grupo)
    rows = {a.nombre: (a.reprobadas, a.tutores, a.sesiones) for a in datos.alumnos}
    assert list(rows) == ["Núñez Peña, Diego Armando", "Ordóñez Villaseñor, Ximena"]
    assert rows["Ordóñez Villaseñor, Ximena"] == (FISICA, "Valeria Muñoz Arévalo", "3 de 4")
    assert {b: a for a, b in datos.totales}["alumnos"] == "3"
    assert {b: a for a, b in datos.totales}["sesiones dadas"] == "3 de 4"
    every = one(store, CONCENTRADO, plantel.other_grupo, ConcentradoOpciones(todos=True))
    assert len(every.alumnos) == 3


def test_rendimiento_takes_the_subjects_of_the_periodo(store: Store, plantel: SmallPlantel) -> None:
    case = intervencion(store, plantel, MATE)
    with store.operation("Parciales", undoable=False):
        store.franjas.add(
            domain.Franja(intervencion=case, dia=2, inicio=800, fin=840, lugar="Biblioteca")
        )
        store.planes.add(domain.Plan(intervencion=case, dificultad="Se confunde al despejar."))
        for who, asignatura, valor in (
            ("Ximena", MATE, 50),
            ("Ximena", QUIMICA, 90),
            ("Diego", FISICA, 80),
        ):
            store.calificaciones.add(
                domain.Calificacion(
                    alumno=plantel[who], asignatura=plantel.asignaturas[asignatura],
                    periodo=plantel.periodo, parcial=1, valor=valor,
                )
            )  # fmt: skip
    datos = one(store, RENDIMIENTO, plantel["Ximena"])
    assert [(m.asignatura, m.resultado) for m in datos.asignaturas] == [
        (FISICA, "P"), (MATE, "NA"), (QUIMICA, "A"),
    ]  # fmt: skip
    assert datos.requiere_asesoria is True
    assert datos.problematica == "Se confunde al despejar."
    (helped,) = datos.asesorias
    assert (helped.asesor, helped.lugar) == ("Valeria Muñoz Arévalo", "Biblioteca")
    assert helped.horario == "Martes, 13:20 a 14:00"
    assert one(store, RENDIMIENTO, plantel["Nora"]).requiere_asesoria is None


@pytest.mark.feature("U-96")
def test_an_encuesta_can_be_about_one_alumno_tutor(store: Store, plantel: SmallPlantel) -> None:
    opciones = EncuestaOpciones(alumno_tutor="Valeria Muñoz", asignatura=FISICA)
    datos = one(store, ENCUESTA, plantel.periodo, opciones)
    assert (datos.alumno_tutor, datos.asignatura) == ("Valeria Muñoz", FISICA)
    assert datos.membrete.nombre == "CBTis 214"


def test_who_reads_a_paper_finds_nothing_that_is_not_for_him(demo: Store) -> None:
    """No CURP anywhere; the level of risk only on the papers of the docente."""
    mine: Sequence[Formato] = (
        CANALIZACION, INFORME, INFORME_INTERVENCION, CONSOLIDADO, CONSTANCIA, ENCUESTA, MINUTA,
        RENDIMIENTO, CONCENTRADO,
    )  # fmt: skip
    curps = [who.curp for who in demo.alumnos.all() if who.curp]
    for formato in mine:
        ids = [s.id for s in sujetos(demo, formato)][:5]
        kept = " ".join(e.datos for e in printing.tirada(demo, formato, ids).emisiones)
        assert not [curp for curp in curps if curp in kept]
        if formato is not CONCENTRADO:
            assert "riesgo" not in kept.lower()
