"""The forms about people: interview, fichas, cédula, cartas, solicitud, aviso, convocatoria."""

from dataclasses import fields, replace
from typing import Any

import pytest

from app.domain.alumno_tutor import COMPETENCIAS, RASGOS
from app.domain.aprendizaje import SIGNOS
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
    convocatoria,
    entrevista,
    ficha,
    solicitud,
)
from app.formatos import aviso_privacidad as aviso
from app.formatos import cedula_perfil as cedula
from app.formatos import valoracion_competencias as valoracion
from app.formatos.carta_alumno_tutor import EJEMPLO as CARTA
from app.formatos.formato import Formato, render
from tests.formatos.paper import seen, words

ENTREVISTA_LABELS = (
    "Nombre", "Grupo", "Semestre", "Especialidad", "Asignatura", "Fecha", "Lugar",
    "A", "Situación académica", "¿Qué asignaturas se te dificultan y desde cuándo?",
    "¿Qué temas no entiendes?", "¿Es la primera vez que la cursas?",
    "Calificación del último parcial", "¿Qué sí te sale bien?",
    "B", "LO DOMINA", "LE CUESTA", "NO LO CONOCE",
    "C", "Hábitos de estudio", "¿Dónde y a qué hora estudias?", "¿Cuántas horas por semana?",
    "¿Tomas apuntes?", "¿Cómo te preparas para un examen?", "¿Qué haces cuando no entiendes?",
    "D", "E", "Intereses y tiempo", "¿Trabajas?", "LUNES", "VIERNES",
    "F", "¿Qué te preocupa de la escuela?", "¿Qué esperas de la tutoría?",
    "¿Cómo prefieres que te apoye?", "G", "Acuerdos", "Próxima cita", "Alumno tutorado",
)  # fmt: skip
FICHA_LABELS = (
    "Datos académicos", "Número de control", "Nombre", "Grupo", "Semestre", "Turno",
    "Especialidad", "Tutor del grupo", "Generación", "Situación", "Promedio general",
    "Promedio del semestre", "REPROBADAS", "INTENTO", "CALIF.", "TIPO", "FALTAS",
    "Nivel de riesgo", "Datos de contacto (opcionales)", "Apoyo", "Necesidades",
    "Preferencia al aprender", "Intereses", "ALUMNO TUTOR", "HORARIO", "Historial",
    "CANALIZACIÓN (FECHA Y ÁREA)", "RESULTADO", "Tutorado", "Docente-tutor",
)  # fmt: skip


def drawn(formato: Formato, datos: Any, **options: Any) -> bytes:
    """A form of one, with some options of its own."""
    return render(formato, [datos], formato.dibujo().opciones(**options))


def texts(pdf: bytes) -> list[str]:
    """Every piece of text, from top to bottom of each page."""
    return [one.text for page in seen(pdf) for one in page]


def places(shown: list[str], labels: tuple[str, ...]) -> list[int]:
    """Where each of the labels is found after the one before it; ValueError when it is not."""
    found: list[int] = []
    for label in labels:
        found.append(shown.index(label, found[-1] if found else 0))
    return found


@pytest.mark.feature("M-66", "M-45", "M-46")
@pytest.mark.parametrize(
    "datos", [entrevista.EJEMPLO, entrevista.EN_BLANCO], ids=["lleno", "vacío"]
)
def test_the_interview_asks_in_order_on_two_pages(datos: entrevista.EntrevistaDatos) -> None:
    pdf = drawn(ENTREVISTA, datos)
    assert places(texts(pdf), ENTREVISTA_LABELS)
    assert len(seen(pdf)) == 2
    assert all(sign in words(pdf) for sign in SIGNOS.values())
    assert "salud, conflictos de familia ni dinero" in words(pdf)
    assert "ese mismo día a tu docente-tutor" in words(pdf)


@pytest.mark.feature("I-23")
def test_what_was_answered_is_on_the_paper_and_the_calificacion_only_if_asked() -> None:
    one = entrevista.EJEMPLO
    shown = words(drawn(ENTREVISTA, one))
    told = [one.se_dificulta, one.temas, one.sale_bien, one.apuntes, one.expectativas, one.acuerdos]
    assert all(word in shown for text in told for word in text.split())
    assert all(topic.tema in shown for topic in one.conocimientos)
    assert one.ultimo_parcial not in shown.split()
    assert one.ultimo_parcial in words(drawn(ENTREVISTA, one, calificacion=True)).split()


@pytest.mark.feature("M-67")
def test_the_ficha_has_its_data_in_order_and_the_academic_ones_first() -> None:
    shown = texts(drawn(FICHA_DOCENTE, ficha.EJEMPLO))
    assert places(shown, FICHA_LABELS)
    assert places(texts(drawn(FICHA_DOCENTE, ficha.EN_BLANCO)), FICHA_LABELS)


@pytest.mark.feature("M-67")
def test_the_copy_of_the_alumno_has_no_level_of_risk_nor_factors_whatever_it_is_given() -> None:
    shown = words(drawn(FICHA_ALUMNO, ficha.EJEMPLO))
    for word in ("riesgo", "Riesgo", ficha.EJEMPLO.motivos, "Factores", "bases de álgebra"):
        assert word not in shown
    assert "Riesgo alto" in words(drawn(FICHA_DOCENTE, ficha.EJEMPLO))
    rest = texts(drawn(FICHA_ALUMNO, ficha.EN_BLANCO))
    assert places(rest, tuple(one for one in FICHA_LABELS if one != "Nivel de riesgo"))


@pytest.mark.parametrize("key", ["correo", "telefono", "responsable", "telefono_responsable"])
def test_each_datum_of_contact_has_its_switch(key: str) -> None:
    value = getattr(ficha.EJEMPLO, key)
    assert value in words(drawn(FICHA_ALUMNO, ficha.EJEMPLO))
    assert value not in words(drawn(FICHA_ALUMNO, ficha.EJEMPLO, **{key: False}))


def test_without_contact_the_parts_are_numbered_without_a_hole() -> None:
    off = dict.fromkeys(("correo", "telefono", "responsable", "telefono_responsable"), False)
    shown = texts(drawn(FICHA_DOCENTE, ficha.EJEMPLO, **off))
    assert "Datos de contacto (opcionales)" not in shown
    assert places(shown, ("1", "Datos académicos", "2", "Apoyo", "3", "Historial"))


def test_a_long_ficha_goes_on_with_its_frame_and_its_heads() -> None:
    owed = tuple(ficha.ReprobadaImpresa(f"Asignatura {n}", "1.º", "5") for n in range(40))
    pages = seen(drawn(FICHA_DOCENTE, replace(ficha.EJEMPLO, reprobadas=owed)))
    with_rows = [page for page in pages if any("Asignatura " in s.text for s in page)]
    assert len(with_rows) >= 2
    assert all(any(s.text == "REPROBADAS" for s in page) for page in with_rows)
    shown = [s.text for page in pages for s in page]
    assert all(f"Asignatura {n}" in shown for n in range(40))


@pytest.mark.feature("M-28", "M-29")
@pytest.mark.parametrize("datos", [cedula.EJEMPLO, cedula.EN_BLANCO], ids=["lleno", "vacío"])
def test_the_cedula_is_one_page_with_the_twelve_traits(datos: cedula.CedulaPerfilDatos) -> None:
    pdf = drawn(CEDULA_PERFIL, datos)
    assert len(seen(pdf)) == 1
    shown = words(pdf)
    assert all(word in shown for trait in RASGOS.values() for word in trait.split())
    assert "ORIENTA, NO EXCLUYE" in shown
    assert places(texts(pdf), ("QUE DOMINA", "LUNES", "Acepto ser alumno-tutor", "Alumno-tutor"))


@pytest.mark.feature("M-57")
def test_the_thirteen_competencies_have_a_place_for_start_end_and_evidence() -> None:
    pdf = drawn(VALORACION_COMPETENCIAS, valoracion.EN_BLANCO)
    shown = texts(pdf)
    assert len(seen(pdf)) == 1
    assert all(head in words(pdf) for head in ("COMPETENCIA", "INICIO", "FINAL", "EVIDENCIA"))
    assert all(number in shown for number in COMPETENCIAS)
    assert all(word in words(pdf) for name in COMPETENCIAS.values() for word in name.split())


@pytest.mark.feature("M-27")
def test_the_convocatoria_is_one_page_whose_letters_shrink_before_it_takes_two() -> None:
    one = convocatoria.EJEMPLO
    pdf = drawn(CONVOCATORIA, one)
    shown = words(pdf)
    assert len(seen(pdf)) == 1
    assert "18 de septiembre de 2026" in shown
    assert "constancia" in shown
    assert all(name in shown for name in (one.lugar.split()[0], one.director, one.docente_tutor))
    extra = "\n".join(f"- Otra razón para participar, número {n}." for n in range(5))
    longer = replace(one, texto=f"{one.texto}\n{extra}")
    more = drawn(CONVOCATORIA, longer)
    assert len(seen(more)) == 1
    assert size_of(more, "Participar") < size_of(pdf, "Participar")


def size_of(pdf: bytes, word: str) -> float:
    """The size in points of the letters of a word."""
    return next(one.size for page in seen(pdf) for one in page if word in one.text)


@pytest.mark.feature("S-48")
def test_solicitudes_go_two_on_a_sheet_and_an_odd_one_leaves_an_empty_one() -> None:
    opciones = solicitud.SolicitudOpciones()
    three = [replace(solicitud.EJEMPLO, nombre=f"Ana {n} Núñez") for n in range(3)]
    pages: list[int] = []
    pdf = render(SOLICITUD, three, opciones, pages=pages)
    sheets = seen(pdf)
    assert len(sheets) == 2
    assert pages[-1] == 3
    for sheet in sheets:
        assert sum(one.text == "SOLICITUD DE TUTORÍA" for one in sheet) == 2
    assert sum(solicitud.EJEMPLO.membrete.nombre in one.text for one in sheets[1]) == 2
    assert words(pdf).count("Ana") == 6


def test_the_aviso_says_who_why_and_how_to_refuse_without_articles_of_a_law() -> None:
    one = aviso.EJEMPLO
    pdf = drawn(AVISO_PRIVACIDAD, one)
    assert len(seen(pdf)) == 1
    order = ("Responsable", "Para qué se usan", "A quién se comunican", "Si no estás de acuerdo",
             "Aviso integral", f"{aviso.ACUSE} · {one.folio}", "Padre, madre o tutor legal")  # fmt: skip
    assert places(texts(pdf), order)
    shown = words(pdf)
    assert "artículo" not in shown.casefold()
    assert all(
        word in shown
        for text in (one.plantel, one.domicilio, one.transparencia, one.aviso)
        for word in text.split()
    )
    assert "legal" not in words(drawn(AVISO_PRIVACIDAD, one, responsable=False))


def test_who_signs_the_carta_of_the_alumno_tutor() -> None:
    every = words(drawn(CARTA_ALUMNO_TUTOR, CARTA))
    assert all(name in every for name in (CARTA.docente_tutor, CARTA.responsable, CARTA.director))
    assert "no sustituyo al docente" in every
    without = words(drawn(CARTA_ALUMNO_TUTOR, CARTA, director=False))
    assert "Vo. Bo." not in without
    grown = words(drawn(CARTA_ALUMNO_TUTOR, replace(CARTA, es_menor=False)))
    assert CARTA.responsable not in grown


def test_the_plantel_own_words_and_places_are_printed() -> None:
    own = replace(CARTA, texto="Yo, {nombre}, prometo:\n- Ayudar en {lo_que_sea}.\nGracias.")
    shown = words(drawn(CARTA_ALUMNO_TUTOR, own))
    assert CARTA.nombre in shown
    assert "{lo_que_sea}" in shown
    assert {field.name for field in fields(CARTA)} >= {"nombre", "semestre", "grupo", "turno"}
