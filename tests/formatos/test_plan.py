"""The plan de acción tutorial: items in order, as many pages as its texts need (DOMAIN C.6)."""

from dataclasses import replace

import pytest

from app.formatos import PLAN
from app.formatos.formato import render
from app.formatos.plan import EJEMPLO, EN_BLANCO, AccionImpresa, PlanDatos, TutoradoImpreso
from tests.formatos.paper import seen, words

IN_ORDER = (
    "PLAN DE ACCIÓN TUTORIAL", "Periodo", "Nombre del alumno-tutor", "Nombre del docente-tutor",
    "NOMBRE DEL TUTORADO", "SEMESTRE Y GRUPO", "NÚMERO DE CONTROL",
    "Descripción breve de la dificultad académica", "Detección de necesidades", "Objetivo",
    "Propuesta de intervención tutorial", "Ámbitos", "Estrategias", "Recursos", "Evidencia",
    "Acciones", "Contenidos", "Resultados esperados", "Cronograma de actividades",
    "NOMBRE DEL TUTORADO", "DÍAS PROGRAMADOS", "HORARIO", "TEMAS PROGRAMADOS", "Ajustes",
    "Firma del alumno-tutor", "Firma del docente-tutor", "Vo. Bo. del responsable de tutoría",
)  # fmt: skip


def _words_in_order(datos: PlanDatos) -> list[str]:
    return " ".join(s.text for page in seen(render(PLAN, [datos])) for s in page).split()


@pytest.mark.feature("U-91")
@pytest.mark.parametrize("datos", [EJEMPLO, EN_BLANCO], ids=["lleno", "vacío"])
def test_items_are_in_the_order_of_the_source(datos: PlanDatos) -> None:
    shown = _words_in_order(datos)
    place = 0
    for label in IN_ORDER:
        place = shown.index(label.split()[0], place) + 1


@pytest.mark.feature("U-91", "M-32")
def test_everything_written_is_printed() -> None:
    shown = words(render(PLAN, [EJEMPLO]))
    texts = [
        EJEMPLO.dificultad, EJEMPLO.objetivo, EJEMPLO.recursos, EJEMPLO.evidencia,
        EJEMPLO.resultados, *EJEMPLO.necesidades, *EJEMPLO.contenidos, *EJEMPLO.estrategias,
        *(a.texto for a in EJEMPLO.acciones), *(c.temas for c in EJEMPLO.cronograma),
        *(a.cambio for a in EJEMPLO.ajustes), EJEMPLO.responsable, EJEMPLO.folio,
    ]  # fmt: skip
    assert all(word in shown for text in texts for word in text.split())


@pytest.mark.feature("U-91")
def test_a_long_plan_takes_more_pages_and_repeats_the_heads() -> None:
    long = replace(
        EJEMPLO,
        dificultad="No recuerda las razones trigonométricas. " * 90,
        acciones=tuple(AccionImpresa(f"Acción número {n}", "Semejanza") for n in range(60)),
    )
    pages = seen(render(PLAN, [long]))
    texts = [[s.text for s in page] for page in pages]
    assert len(pages) >= 4
    shown = " ".join(t for page in texts for t in page)
    assert all(f"Acción número {n}" in shown for n in range(60))
    assert sum("ACCIÓN" in page for page in texts) >= 2
    for number, page in enumerate(pages, 1):
        assert any(s.text == f"Página {number} de {len(pages)}" for s in page)
        assert max(s.y for s in page if not s.text.startswith(("Página", "Datos"))) < 262


def test_one_enormous_action_flows_over_pages_without_a_loss() -> None:
    text = " ".join(f"palabra{n}" for n in range(900))
    shown = words(render(PLAN, [replace(EJEMPLO, acciones=(AccionImpresa(text),))]))
    assert all(f"palabra{n}" in shown for n in range(900))


def test_several_tutorados_each_with_a_row() -> None:
    group = tuple(
        TutoradoImpreso(f"Núñez {n}, Ana", "3.º B", f"2421506130{n:04}") for n in range(6)
    )
    shown = words(render(PLAN, [replace(EJEMPLO, tutorados=group)]))
    assert all(one.nombre in shown and one.matricula in shown for one in group)


def test_empty_plan_is_one_sheet_with_room_to_write() -> None:
    pages = seen(render(PLAN, [EN_BLANCO]))
    assert len(pages) == 2
    assert not any(s.text == "FOLIO" for page in pages for s in page)


def test_long_names_sign_in_two_lines_above_their_role() -> None:
    name = "Dra. María Guadalupe Concepción Ordóñez-Villagrán y Sepúlveda"
    page = seen(render(PLAN, [replace(EJEMPLO, docente_tutor=name)]))[-1]
    role = next(s for s in page if s.text == "Firma del docente-tutor")
    others = [s for s in page if abs(s.x - role.x) < 1 and 0 < role.y - s.y < 9]
    assert len(others) == 2
    assert role.y - max(s.y for s in others) >= 2.5
