"""The forms of reports: official labels in order, options, pages (DOMAIN C.9…C.13, C.15)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

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
    encuesta,
)
from app.formatos.canalizacion import CanalizacionOpciones
from app.formatos.constancia import ConstanciaOpciones
from app.formatos.encuesta import EncuestaOpciones
from app.formatos.formato import Formato, render
from app.formatos.informe import InformeOpciones, titulo
from app.formatos.minuta import MinutaOpciones
from tests.formatos.paper import seen, words

IN_ORDER = {
    CANALIZACION: (
        "FICHA DE CANALIZACIÓN", "Periodo", "Nombre del docente-tutor", "Correo institucional",
        "Número de celular", "Nombre del tutorado", "Semestre y grupo", "Número de control",
        "Número de celular", "Fecha", "Área a la que se canaliza",
        "Motivo de la canalización (explicación breve)",
        "La canalización se aplica cuando el docente-tutor", "Firma del docente-tutor",
        "Firma del área de apoyo", "C.c. Responsable de tutoría", "CONTRARREFERENCIA", "Área",
        "Atendido por", "Fecha de atención", "Tipo de atención", "¿Presentó mejoría?",
        "Recomendación para el docente-tutor", "Si no se atendió, por qué",
        "Firma y sello del área de apoyo",
    ),
    INFORME: (
        "INFORME N°", "De", "Asunto", "Fecha", "Saludo e introducción", "Datos de los estudiantes",
        "NOMBRE COMPLETO", "NÚMERO DE CONTROL", "ESPECIALIDAD", "SEMESTRE",
        "Reporte de ejecución de las", "Evaluación del progreso", "4.1", "Análisis en función",
        "4.2", "Aspectos en los que ha", "4.3", "Dificultades persistentes", "4.4",
        "Calificación obtenida", "Acciones realizadas por el", "Estrategias empleadas",
        "Análisis de los resultados", "Conclusiones", "Sugerencias", "Firma del docente-tutor",
        "Firma del responsable de tutoría", "C.c. Departamento académico",
    ),
    INFORME_INTERVENCION: (
        "INFORME FINAL DE LA INTERVENCIÓN", "Alumno-tutor", "Asignatura", "Periodo",
        "Sesiones programadas", "Sesiones realizadas", "ASISTENCIAS", "CALIFICACIÓN ANTES",
        "DESPUÉS", "Temas vistos", "Avances", "Dificultades", "Incidentes y ajustes",
        "Qué funcionó", "Qué aprendí como", "Sugerencias", "Firma del alumno-tutor",
        "Revisó: docente-tutor",
    ),
    CONSOLIDADO: (
        "INFORME FINAL CONSOLIDADO", "De", "Asunto", "Fecha", "Introducción",
        "Tutores individuales", "TUTOR", "TUTORADOS", "ASIGNATURA", "SEMESTRE", "FINAL",
        "RESUMEN DEL REPORTE", "Tutores grupales", "TUTOR", "ASIGNATURA", "SEMESTRE",
        "RESUMEN DE LOGROS", "En recursamiento", "ESTUDIANTE", "Baja temporal", "Baja definitiva",
        "Sin cambio", "Conclusiones", "Sugerencias", "Firma del responsable de tutoría",
    ),
    MINUTA: (
        "MINUTA Y BITÁCORA DE COMPROMISOS", "Red de alumnos tutores", "Reunión número", "Fecha",
        "Horario", "Lugar", "Propósitos", "Asistentes", "FIRMA", "Acuerdos para dar seguimiento",
        "ACUERDO", "RESPONSABLE", "FECHA", "Compromisos por escrito", "LAS SIGUIENTES ACCIONES…",
        "RESPONSABLE", "EVIDENCIA", "AVANCE", "VERIFICADO", "Próxima reunión", "Fecha y hora",
        "Lugar", "Asuntos", "Elaboró: docente-tutor",
    ),
    RENDIMIENTO: (
        "FORMATO DE RENDIMIENTO ACADÉMICO", "MATERIA", "MAESTRO", "TEMAS EVALUADOS", "RESULTADO",
        "Problemática", "¿Requiere asesoría?", "Se canalizó a", "ASESOR", "LUGAR", "FECHA",
        "HORARIO", "Tutorado", "Docente-tutor", "Responsable de tutoría",
    ),
    CONCENTRADO: (
        "CONCENTRADO POR GRUPO", "ALUMNO", "ASIGNATURAS REPROBADAS", "RIESGO", "ALUMNO TUTOR",
        "DADAS", "RESULTADO",
    ),
}  # fmt: skip


def shown(formato: Formato, datos: Any, opciones: Any = None) -> str:
    """Every text down the pages, from top to bottom."""
    pdf = render(formato, [datos], opciones)
    return " ".join(s.text for page in seen(pdf) for s in page)


def pages(formato: Formato, datos: Any, opciones: Any = None) -> list[str]:
    return [" ".join(s.text for s in page) for page in seen(render(formato, [datos], opciones))]


@pytest.mark.feature(
    "U-93", "U-94", "M-74", "U-95", "U-58", "C-33", "C-34", "C-36", "C-37", "C-38", "C-40", "C-51"
)
@pytest.mark.parametrize("formato", IN_ORDER, ids=lambda formato: formato.key)
@pytest.mark.parametrize("which", ["ejemplo", "en_blanco"])
def test_the_labels_of_the_source_in_their_order(formato: Formato, which: str) -> None:
    texts = shown(formato, getattr(formato.dibujo(), which)).split()
    place = 0
    for label in IN_ORDER[formato]:
        place = texts.index(label.split()[0], place) + 1


@pytest.mark.parametrize("formato", IN_ORDER, ids=lambda formato: formato.key)
def test_every_word_of_the_example_is_printed(formato: Formato) -> None:
    datos = formato.dibujo().ejemplo
    said = words(render(formato, [datos]))
    for text in _texts({k: v for k, v in vars(datos).items() if k not in ("membrete", "area")}):
        missing = [word for word in text.split() if word not in said]
        assert not missing or text in ("red", "recursa", "baja_temporal")


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, tuple):
        return [text for item in value for text in _texts(item)]
    return _texts(vars(value)) if hasattr(value, "__dict__") else []


@pytest.mark.feature("U-17", "U-80")
def test_the_answer_of_the_area_goes_on_a_sheet_of_its_own() -> None:
    datos = CANALIZACION.dibujo().ejemplo
    first, second = pages(CANALIZACION, datos)
    assert "CONTRARREFERENCIA" not in first
    assert all(text in second for text in (datos.folio, datos.tutorado, "Tipo de atención"))
    assert "concentrarse" not in second
    assert len(pages(CANALIZACION, datos, CanalizacionOpciones(contrarreferencia=False))) == 1


@pytest.mark.parametrize(
    "formato", [CANALIZACION, INFORME, INFORME_INTERVENCION, CONSOLIDADO, MINUTA, RENDIMIENTO],
    ids=lambda formato: formato.key,
)  # fmt: skip
def test_who_signs_is_never_alone_on_a_page(formato: Formato) -> None:
    datos = formato.dibujo().ejemplo
    key = {
        CANALIZACION: "motivo", MINUTA: "proxima_asuntos", RENDIMIENTO: "problematica",
    }.get(formato, "sugerencias")  # fmt: skip
    opciones = CanalizacionOpciones(contrarreferencia=False) if formato is CANALIZACION else None
    role = {MINUTA: "Elaboró", RENDIMIENTO: "Docente-tutor"}.get(formato, "Firma del")
    counts: set[int] = set()
    for times in range(0, 160, 8):
        made = pages(formato, replace(datos, **{key: "Palabra larga. " * (times + 1)}), opciones)
        counts.add(len(made))
        assert role in made[-1]
        assert "larga" in made[-1] or "ASESOR" in made[-1]
    assert len(counts) > 1


@pytest.mark.feature("U-35", "U-94")
def test_the_number_of_a_report_is_that_of_its_folio() -> None:
    assert titulo("IP-2026A-0042") == "INFORME N° 042-2026A"
    assert titulo("") == "INFORME N°"
    assert InformeOpciones().folio == "IP"
    assert InformeOpciones(tipo="final").folio == "IF"


def test_a_short_report_of_an_alumno_tutor_is_one_page() -> None:
    dibujo = INFORME_INTERVENCION.dibujo()
    assert len(pages(INFORME_INTERVENCION, dibujo.ejemplo)) == 1
    assert len(pages(INFORME_INTERVENCION, dibujo.en_blanco)) == 1


@pytest.mark.feature("U-96", "U-84")
def test_the_encuesta_has_nine_items_two_scales_and_nobody_who_answers() -> None:
    said = shown(ENCUESTA, ENCUESTA.dibujo().ejemplo)
    plain = " ".join(said.split())
    assert len(encuesta.PREGUNTAS) == 9
    for scale in (encuesta.ACUERDO, encuesta.SATISFACCION):
        assert list(scale) == [5, 4, 3, 2, 1]
        assert all(plain.count(text) >= 2 for text in scale.values())
    assert "Centro de Bachillerato Tecnológico" in plain
    assert "UNACH" not in plain
    assert "no escribas tu nombre" in plain
    assert "Nombre" not in plain
    digits = [s.text for s in seen(render(ENCUESTA, [ENCUESTA.dibujo().en_blanco]))[0]]
    assert all(digits.count(str(n)) >= 2 * 9 for n in range(1, 6))


@pytest.mark.feature("U-96")
def test_as_many_encuestas_as_are_asked_for_two_on_a_sheet() -> None:
    datos = ENCUESTA.dibujo().en_blanco
    for copies, sheets in ((1, 1), (2, 1), (31, 16)):
        assert len(pages(ENCUESTA, datos, EncuestaOpciones(copias=copies))) == sheets
    named = EncuestaOpciones(alumno_tutor="Íñigo Saldaña", asignatura="Química II")
    assert shown(ENCUESTA, datos, named).count("Íñigo Saldaña") == 2


@pytest.mark.feature("M-11", "U-28", "U-87")
def test_a_constancia_or_a_felicitacion_on_one_page() -> None:
    datos = CONSTANCIA.dibujo().ejemplo
    (constancia,) = pages(CONSTANCIA, datos)
    (felicitacion,) = pages(CONSTANCIA, datos, ConstanciaOpciones(tipo="felicitacion"))
    (silent,) = pages(CONSTANCIA, datos, ConstanciaOpciones(servicio_social=False))
    flat = " ".join(constancia.replace("\xa0", " ").split())
    assert all(text in flat for text in ("Constancia", "18 horas 40 minutos", "27 sesiones"))
    assert datos.nombre in flat
    assert "no cuenta como servicio social" in flat
    assert "servicio social" not in silent + felicitacion
    assert "felicita a" in felicitacion
    assert "Página" not in constancia


@pytest.mark.feature("C-34", "C-47", "C-48", "C-51")
def test_a_minuta_has_as_many_rows_as_are_asked_for() -> None:
    blank = MINUTA.dibujo().en_blanco
    few = shown(MINUTA, blank, MinutaOpciones(asistentes=4, acuerdos=2)).split()
    many = shown(MINUTA, blank, MinutaOpciones(asistentes=30, acuerdos=2)).split()
    assert "30" in many
    assert "30" not in few
    for label in ("AVANCE", "VERIFICADO", "EVIDENCIA"):
        assert label in few


def test_an_informe_may_name_who_gets_a_copy_or_nobody() -> None:
    datos = INFORME.dibujo().ejemplo
    assert "C.c. Dirección" in shown(INFORME, datos, InformeOpciones(copia="Dirección"))
    assert "C.c." not in shown(INFORME, datos, InformeOpciones(copia=""))


def test_dates_of_a_ficha_are_written_in_figures() -> None:
    datos = replace(CANALIZACION.dibujo().ejemplo, fecha=date(2026, 11, 3))
    assert "03/11/2026" in shown(CANALIZACION, datos)
