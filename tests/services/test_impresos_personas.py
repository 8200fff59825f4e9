"""What the forms about people say of a real file: interview, fichas, cédula, cartas, aviso."""

import io
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from app import domain
from app.errors import NotFound
from app.formatos import (
    AVISO_PRIVACIDAD,
    CARTA_ALUMNO_TUTOR,
    CEDULA_PERFIL,
    CONVOCATORIA,
    ENTREVISTA,
    FICHA_ALUMNO,
    FICHA_DOCENTE,
    SOLICITUD,
    VALORACION_COMPETENCIAS,
)
from app.formatos.convocatoria import ConvocatoriaOpciones
from app.formatos.entrevista import EntrevistaOpciones
from app.formatos.ficha import FichaOpciones
from app.formatos.formato import Formato
from app.services import alumnos, printing, textos
from app.store import Store
from tests.small_plantel import FISICA, MATE, QUIMICA, SmallPlantel, intervencion, small_plantel


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return small_plantel(store)


def one(store: Store, formato: Formato, id: int, opciones: Any = None) -> Any:
    """What a form says of one subject."""
    return printing.tirada(store, formato, [id], opciones).datos[0]


def paper(store: Store, formato: Formato, id: int, opciones: Any = None) -> str:
    """All the words on the paper of one subject."""
    pdf = printing.tirada(store, formato, [id], opciones).pdf()
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def tutorado(store: Store, case: int) -> int:
    return store.tutorados.where(intervencion=case)[0].id


def parcial(store: Store, plantel: SmallPlantel, who: str, valor: int, number: int = 1) -> None:
    with store.operation("Capturar", undoable=False):
        store.calificaciones.add(
            domain.Calificacion(
                alumno=plantel[who], asignatura=plantel.asignaturas[MATE], periodo=plantel.periodo,
                parcial=number, valor=valor, faltas=2,
            )
        )  # fmt: skip


@pytest.mark.feature("M-24", "M-28", "M-30")
def test_a_cedula_says_traits_what_is_mastered_who_proposes_and_the_free_week(
    store: Store, plantel: SmallPlantel
) -> None:
    who = plantel["Valeria"]
    with store.operation("Preparar", undoable=False):
        store.perfiles_tutor.add(
            domain.PerfilTutor(alumno=who, rasgos=("1", "6"), iniciativa_propia=True)
        )
        for name, valor, proposed in ((MATE, 94, ""), (FISICA, None, "Mtra. Inés Peña")):
            store.dominios.add(
                domain.Dominio(
                    alumno=who, asignatura=plantel.asignaturas[name], calificacion=valor,
                    propuesto_por=proposed,
                )
            )  # fmt: skip
        for ocupacion, inicio, fin in (("disponible", 600, 720), ("clase", 660, 690)):
            store.disponibilidades.add(
                domain.Disponibilidad(
                    alumno=who, dia=2, inicio=inicio, fin=fin, ocupacion=ocupacion
                )
            )
    datos = one(store, CEDULA_PERFIL, who)
    assert datos.rasgos == ("1", "6")
    assert [(d.asignatura, d.calificacion, d.propuesto_por) for d in datos.dominios] == [
        (FISICA, "", "Mtra. Inés Peña"), (MATE, "9.4", ""),
    ]  # fmt: skip
    assert datos.semana == ((), ("10:00 a 11:00", "11:30 a 12:00"), (), (), ())
    shown = paper(store, CEDULA_PERFIL, who)
    assert "Valeria Muñoz Arévalo" in shown
    assert "11:30 a 12:00" in shown


@pytest.mark.feature("M-66", "M-45", "M-46", "M-15")
def test_an_interview_is_filled_when_it_was_captured(store: Store, plantel: SmallPlantel) -> None:
    case = intervencion(store, plantel)
    id = tutorado(store, case)
    before = one(store, ENTREVISTA, id)
    assert (before.nombre, before.asignatura) == ("Ximena Ordóñez Villaseñor", FISICA)
    assert before.entrevistador == "Valeria Muñoz Arévalo"
    assert not any((before.temas, before.signos, before.trabaja, before.conocimientos))
    with store.operation("Capturar", undoable=False):
        made = store.entrevistas.add(
            domain.Entrevista(
                intervencion=case, alumno=plantel["Ximena"], fecha=date(2026, 11, 10),
                temas="Vectores y fuerzas", signos=("v1", "k4"), trabaja=True, horas_trabajo=12,
                preocupaciones="El examen final", intereses="Cuidar plantas", faltas=("trabajo",),
            )
        )  # fmt: skip
        store.conocimientos.add(
            domain.Conocimiento(entrevista=made.id, tema="Despejes", nivel="cuesta")
        )
    datos = one(store, ENTREVISTA, id)
    assert (datos.trabaja, datos.horas_trabajo, datos.signos) == ("si", "12", ("v1", "k4"))
    shown = paper(store, ENTREVISTA, id)
    for text in ("Vectores y fuerzas", "El examen final", "Cuidar plantas", "Despejes"):
        assert text in shown


def test_the_interview_carries_a_calificacion_only_when_asked(
    store: Store, plantel: SmallPlantel
) -> None:
    id = tutorado(store, intervencion(store, plantel, MATE))
    parcial(store, plantel, "Ximena", 55)
    parcial(store, plantel, "Ximena", 63, 2)
    assert one(store, ENTREVISTA, id).ultimo_parcial == ""
    asked = EntrevistaOpciones(calificacion=True)
    assert one(store, ENTREVISTA, id, asked).ultimo_parcial == "6.3"


@pytest.mark.feature("M-67")
def test_a_ficha_says_what_is_owed_the_parciales_and_who_helps(
    store: Store, plantel: SmallPlantel
) -> None:
    intervencion(store, plantel, FISICA)
    parcial(store, plantel, "Ximena", 55)
    datos = one(store, FICHA_DOCENTE, plantel["Ximena"])
    assert datos.regular is False
    assert [(r.asignatura, r.intento, r.calificacion, r.tipo) for r in datos.reprobadas] == [
        (FISICA, "1.º", "5", "Ordinario"), (MATE, "1.º", "5.5", "Ordinario"),
    ]  # fmt: skip
    assert [(p.asignatura, p.primero, p.segundo, p.faltas) for p in datos.parciales] == [
        (MATE, "5.5", "", "2")
    ]
    assert [(a.alumno_tutor, a.asignatura) for a in datos.apoyos] == [
        ("Valeria Muñoz Arévalo", FISICA)
    ]
    assert datos.promedio_semestre == "5.5"
    assert datos.historial == ()


@pytest.mark.feature("M-67", "M-43", "M-44", "M-47")
def test_only_the_docente_reads_risk_and_factors(store: Store, plantel: SmallPlantel) -> None:
    who = plantel["Diego"]
    with store.operation("Preparar", undoable=False):
        store.fichas.add(
            domain.Ficha(
                alumno=who, capacidades="Explica bien", signos=("a1", "a2"),
                factores_internos="Se desanima pronto",
            )
        )  # fmt: skip
    mine, other = (one(store, form, who) for form in (FICHA_DOCENTE, FICHA_ALUMNO))
    assert mine.nivel == "bajo"
    assert FISICA in mine.motivos
    assert mine.factores_internos == "Se desanima pronto"
    assert mine.preferencia == other.preferencia == "auditivo"
    assert (other.nivel, other.motivos, other.factores_internos) == ("", "", "")
    with store.operation("Preparar", undoable=False):
        store.fichas.add(domain.Ficha(alumno=plantel["Nora"], signos=("v1", "k1")))
    assert one(store, FICHA_ALUMNO, plantel["Nora"]).preferencia == "mixto"
    assert "Explica bien" in paper(store, FICHA_ALUMNO, who)
    assert "Riesgo" not in paper(store, FICHA_ALUMNO, who)
    printing.issue(store, printing.tirada(store, FICHA_ALUMNO, [who]))
    assert "bajo" not in store.emisiones.where(formato="ficha-alumno")[-1].datos
    alumnos.set_nivel(store, [who], "alto", "Faltó dos semanas")
    changed = one(store, FICHA_DOCENTE, who)
    assert (changed.nivel, changed.motivos) == ("alto", "Faltó dos semanas")


def test_what_is_switched_off_is_not_even_kept(store: Store, plantel: SmallPlantel) -> None:
    who = plantel["Nora"]
    with store.operation("Preparar", undoable=False):
        store.alumnos.change(who, correo="nora@correo.example", telefono="777 123 4567")
    assert "nora@correo.example" in paper(store, FICHA_ALUMNO, who)
    without = FichaOpciones(correo=False)
    printing.issue(store, printing.tirada(store, FICHA_ALUMNO, [who], without))
    kept = store.emisiones.where(formato="ficha-alumno")[-1].datos
    assert "nora@" not in kept
    assert "777 123 4567" in kept


def test_the_history_tells_how_each_intervencion_ended(store: Store, plantel: SmallPlantel) -> None:
    case = intervencion(store, plantel, QUIMICA, ("Diego", "Nora"), "cerrada")
    with store.operation("Cerrar", undoable=False):
        row = next(
            r for r in store.tutorados.where(intervencion=case) if r.alumno == plantel["Diego"]
        )
        store.tutorados.change(row.id, resultado="acredito", despues=82)
    (past,) = one(store, FICHA_ALUMNO, plantel["Diego"]).historial
    assert (past.fecha, past.intervencion) == ("09/11/2026", f"{QUIMICA}, grupo pequeño")
    assert past.resultado == "Acreditó (8.2)"
    (open_ended,) = one(store, FICHA_ALUMNO, plantel["Nora"]).historial
    assert open_ended.resultado == "Concluida"


@pytest.mark.feature("M-57")
def test_a_valoracion_names_the_asignaturas_attended_and_leaves_its_levels_blank(
    store: Store, plantel: SmallPlantel
) -> None:
    intervencion(store, plantel, MATE)
    intervencion(store, plantel, FISICA, ("Diego",))
    intervencion(store, plantel, QUIMICA, ("Nora",), "cerrada")
    datos = one(store, VALORACION_COMPETENCIAS, plantel["Valeria"])
    assert datos.asignaturas == f"{FISICA}, {MATE}"
    assert datos.valoraciones == ()
    assert "Liderazgo" in paper(store, VALORACION_COMPETENCIAS, plantel["Valeria"])


@pytest.mark.feature("M-27")
def test_the_convocatoria_takes_date_place_and_contact_and_the_words_of_the_plantel(
    store: Store, plantel: SmallPlantel
) -> None:
    with store.operation("Preparar", undoable=False):
        store.plantel.change(1, director="Dra. Ñúñez", docente="Mtro. Peña")
    textos.change_text(store, "convocatoria", "Ven a enseñar.\nCuándo\nEn {periodo}.")
    opciones = ConvocatoriaOpciones(
        fecha_limite=date(2026, 12, 4), lugar="Aula 7", contacto="Mtro. Peña"
    )
    shown = paper(store, CONVOCATORIA, plantel.periodo, opciones)
    for text in ("4 de diciembre de 2026", "Aula 7", "Ven a enseñar.", "Dra. Ñúñez",
                 "agosto 2026 – enero 2027"):  # fmt: skip
        assert text in shown
    assert not any(name in shown for name in ("Ximena", "Diego"))


@pytest.mark.feature("S-48")
def test_a_solicitud_knows_who_asks(store: Store, plantel: SmallPlantel) -> None:
    shown = paper(store, SOLICITUD, plantel["Nora"])
    assert "Nora Ñáñez Ayala" in shown
    assert "005" in shown
    assert "5.º B" in shown


def test_the_aviso_takes_the_data_of_the_plantel(store: Store, plantel: SmallPlantel) -> None:
    with store.operation("Preparar", undoable=False):
        store.plantel.change(
            1, domicilio="Calle Ocho 15", transparencia="la oficina 3", aviso="la biblioteca"
        )
        store.alumnos.change(plantel["Nora"], responsable="José Ñáñez")
    shown = paper(store, AVISO_PRIVACIDAD, plantel["Nora"])
    for text in ("CBTis 214", "Calle Ocho 15", "la oficina 3", "la biblioteca", "José Ñáñez"):
        assert text in shown
    empty = printing.tirada_en_blanco(store, AVISO_PRIVACIDAD)
    assert empty.datos[0].domicilio == "Calle Ocho 15"
    assert empty.datos[0].nombre == ""


@pytest.mark.feature("M-31")
def test_a_carta_says_who_the_alumno_tutor_is_and_whether_a_parent_signs(
    store: Store, plantel: SmallPlantel
) -> None:
    who = plantel["Iker"]
    with store.operation("Preparar", undoable=False):
        store.alumnos.change(who, responsable="Ana Zúñiga", nacimiento=date(2010, 5, 1))
    shown = paper(store, CARTA_ALUMNO_TUTOR, who)
    for text in ("Iker Zúñiga", "quinto", "Programación", "Ana Zúñiga", "no sustituyo al docente"):
        assert text in shown
    with store.operation("Preparar", undoable=False):
        store.alumnos.change(who, nacimiento=date(2008, 11, 20))
    assert "Ana Zúñiga" not in paper(store, CARTA_ALUMNO_TUTOR, who)


@pytest.mark.parametrize("formato", [CEDULA_PERFIL, FICHA_DOCENTE, SOLICITUD, AVISO_PRIVACIDAD])
def test_an_alumno_who_is_gone_is_told(store: Store, formato: Formato) -> None:
    with pytest.raises(NotFound, match="1 alumno ya no está"):
        printing.tirada(store, formato, [12])
