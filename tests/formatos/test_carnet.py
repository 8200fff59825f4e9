"""The carnet: its labels in order, its continuation, its sessions, its long names (DOMAIN C.1)."""

from dataclasses import replace

import pytest

from app.errors import DoesNotFit
from app.formatos import CARNET
from app.formatos.carnet import EJEMPLO, EN_BLANCO, CarnetDatos, CarnetOpciones
from app.formatos.carnet_planos import MEDIA_BASE
from app.formatos.carnet_sesiones import rows_of
from app.formatos.formato import problems, render
from app.formatos.membrete import Membrete
from tests.formatos.examples import LARGO, all_words, capitals, of, with_sessions
from tests.formatos.paper import operations, reader, seen, strokes, words

IN_ORDER = (
    "CARNET DE ASESORÍAS ACADÉMICAS ENTRE IGUALES", "SEMESTRE:", "DATOS DEL ALUMNO",
    "APELLIDO PATERNO", "APELLIDO MATERNO", "NOMBRE (S)", "GRUPO", "ESPECIALIDAD",
    "TUTOR DEL GRUPO", "ASIGNATURAS REPROBADAS",
    "NOMBRE DE LA ASIGNATURA", "ALUMNO TUTOR ASIGNADO", "DÍA, HORA Y LUGAR DE ATENCIÓN",
    "NOMBRE DE LA ASIGNATURA", "ALUMNO TUTOR ASIGNADO", "DÍA, HORA Y LUGAR DE ATENCIÓN",
    "ASIGNATURA:", "FECHA", "TEMA", "OBSERVACIONES", "FIRMA DEL ALUMNO-TUTOR",
)  # fmt: skip
CUADERNILLO = CarnetOpciones(papel="cuadernillo")
MEDIA = CarnetOpciones(papel="media-carta")


def carnet(datos: CarnetDatos, opciones: CarnetOpciones | None = None) -> bytes:
    return render(CARNET, [datos], opciones)


@pytest.mark.feature("M-76", "M-77", "M-78", "M-79", "M-80", "M-83", "M-84")
@pytest.mark.parametrize("datos", [EJEMPLO, EN_BLANCO], ids=["lleno", "vacío"])
def test_front_has_the_official_labels_in_order(datos: CarnetDatos) -> None:
    front = " ".join(s.text for s in seen(carnet(datos))[0])
    place = 0
    for label in IN_ORDER:
        place = front.index(label, place) + len(label)


@pytest.mark.feature("M-76")
def test_nothing_else_is_on_the_card() -> None:
    labels = " ".join(IN_ORDER)
    for papel in ("carta", "media-carta", "cuadernillo"):
        blank = replace(EN_BLANCO, leyenda="")
        shown = {s.text for page in seen(carnet(blank, CarnetOpciones(papel=papel))) for s in page}
        rest = {t for t in shown if t not in labels and not t.startswith(("Página", "5 cm"))}
        assert rest <= {"FIRMA DEL", "CARNET DE ASESORÍAS", "ACADÉMICAS ENTRE IGUALES"}


@pytest.mark.parametrize("papel", ["carta", "media-carta", "cuadernillo"])
def test_filled_and_empty_are_the_same_drawing(papel: str) -> None:
    opciones = CarnetOpciones(papel=papel, reverso=False)
    blank = replace(EN_BLANCO, membrete=EJEMPLO.membrete)
    assert strokes(carnet(EJEMPLO, opciones)) == strokes(carnet(blank, opciones))


@pytest.mark.feature("M-81", "M-82", "M-83", "M-87")
@pytest.mark.parametrize("papel", ["carta", "media-carta", "cuadernillo"])
@pytest.mark.parametrize("subjects", range(7))
def test_every_subject_has_its_tutor_its_place_and_its_table(papel: str, subjects: int) -> None:
    datos = of(subjects)
    shown = seen(carnet(datos, CarnetOpciones(papel=papel)))
    texts = [s.text for page in shown for s in page]
    joined = " ".join(texts)
    assert all_words(datos) <= set(joined.split())
    for n in range(1, subjects + 1):
        assert joined.count(f"Tutora {n}") == 1
        assert texts.count(f"Asignatura {n}") >= 2


@pytest.mark.feature("M-87")
def test_three_subjects_continue_on_a_second_sheet() -> None:
    pages = seen(carnet(of(3)))
    assert len(pages) == 4
    first, third = ({s.text for s in pages[i]} for i in (0, 2))
    assert {"continúa en la página 3", "Asignatura 1", "Asignatura 2"} <= first
    assert {"continuación", "Asignatura 3", "Guzmán", "Página 3 de 4"} <= third
    assert "Asignatura 1" not in third
    fifth = {s.text for s in seen(carnet(of(5)))[2]}
    assert "continuación, sigue en la página 5" in fifth
    assert not any("contin" in s.text for page in seen(carnet(of(2))) for s in page)


def test_one_subject_goes_on_on_the_back() -> None:
    back = {s.text for s in seen(carnet(of(1)))[1]}
    assert {"Asignatura 1", "Guzmán Peña, María Fernanda", "7K3M-9QX", "Página 2 de 2"} <= back


def test_fronts_alone() -> None:
    assert len(reader(carnet(of(1), CarnetOpciones(reverso=False))).pages) == 1
    assert len(reader(carnet(of(3), CarnetOpciones(reverso=False))).pages) == 2


def test_booklet_continues_on_the_page_it_says() -> None:
    pages = [{s.text for s in page} for page in seen(carnet(of(5), CUADERNILLO))]
    assert len(pages) == 4
    assert "continúa en la página 4" in pages[0]
    four = next(page for page in pages if "Página 4 de 8" in page)
    assert "continuación, sigue en la página 6" in four
    assert len(reader(carnet(of(3), CUADERNILLO)).pages) == 2
    assert len(reader(carnet(of(4), CUADERNILLO)).pages) == 4


@pytest.mark.feature("M-84", "M-85")
@pytest.mark.parametrize("papel", ["carta", "media-carta", "cuadernillo"])
def test_recorded_sessions_are_printed_when_asked(papel: str) -> None:
    datos = with_sessions(40)
    plain = words(carnet(datos, CarnetOpciones(papel=papel)))
    asked = carnet(datos, CarnetOpciones(papel=papel, con_sesiones=True))
    assert "Ángulos" not in plain
    shown = words(asked)
    for n in range(40):
        assert f"Ángulos y rectas {n}" in shown
    assert "01/09/2026" in shown
    assert "10/10/2026" in shown


@pytest.mark.feature("M-85")
def test_the_signature_cell_stays_blank() -> None:
    for page in seen(carnet(with_sessions(13), CarnetOpciones(con_sesiones=True))):
        under = [s for s in page if s.x > 154 and s.y > 152 and not s.text.startswith("Página")]
        assert under == []


def test_a_long_session_takes_more_rows_and_loses_no_word() -> None:
    tema = "Razones trigonométricas del triángulo rectángulo y aplicaciones a medir alturas"
    shown = words(carnet(with_sessions(3, tema), CarnetOpciones(con_sesiones=True)))
    assert shown.count("alturas") == 3
    word = "Palabrainterminable" * 12
    rows = rows_of(MEDIA_BASE, [("01/09/2026", word, "Puntual")])
    lines = [line for _, (_, tema_lines), _ in rows for line in tema_lines]
    assert "".join(line.removesuffix("-") for line in lines) == word


def test_sessions_start_each_sheet_on_a_front() -> None:
    datos = replace(of(3), sesiones=with_sessions(30).sesiones)
    pages = seen(carnet(datos, CarnetOpciones(con_sesiones=True)))
    fronts = [i for i, page in enumerate(pages) if any(s.text == "SEMESTRE:" for s in page)]
    assert all(front % 2 == 0 for front in fronts)
    assert len(pages) % 2 == 0


@pytest.mark.parametrize("change", [lambda d: d, capitals], ids=["mixtas", "MAYÚSCULAS"])
def test_long_names_never_vanish_on_carta(change) -> None:
    datos = change(LARGO)
    shown = words(carnet(datos))
    assert all(word in shown for word in all_words(datos))


def test_long_names_fit_media_carta_but_in_capitals_are_refused_in_words() -> None:
    shown = words(carnet(LARGO, MEDIA))
    assert all(word in shown for word in all_words(LARGO))
    said = "no cabe en «Tutor del grupo». Imprímalo en tamaño carta o acorte el texto."
    with pytest.raises(DoesNotFit) as refused:
        carnet(capitals(LARGO), MEDIA)
    assert str(refused.value).endswith(said)
    assert "SEPÚLVEDA» no cabe" in str(refused.value)
    found = problems(CARNET, [EJEMPLO, capitals(LARGO), LARGO], MEDIA)
    assert found == {1: str(refused.value)}


def test_on_carta_the_refusal_offers_what_is_left() -> None:
    with pytest.raises(DoesNotFit, match=r"no cabe en «Especialidad»\. Acorte el texto\."):
        carnet(of(1, especialidad="Mantenimiento " * 20))


def test_heading_off_leaves_its_space_white_but_not_the_code() -> None:
    pages = seen(carnet(EJEMPLO, CarnetOpciones(encabezado=False)))
    assert [s.text for s in pages[0] if s.y < 35] == ["CÓDIGO", "7K3M-9QX"]
    assert any(s.text == "SEMESTRE:" and s.y == 48.4 for s in pages[0])


def test_ruler_is_five_centimetres_and_can_be_left_out() -> None:
    assert "5 cm" in words(carnet(EJEMPLO))
    assert "5 cm" not in words(carnet(EJEMPLO, CarnetOpciones(regla=False)))
    shorter = carnet(EJEMPLO, CarnetOpciones(regla=False))
    assert len(strokes(carnet(EJEMPLO))) - len(strokes(shorter)) == 7


def test_empty_has_neither_code_nor_square() -> None:
    pdf = carnet(EN_BLANCO)
    assert "CÓDIGO" not in words(pdf)
    assert b"re" not in {operator for _, _, operator in operations(pdf)}


def test_every_front_carries_the_square_code() -> None:
    pdf = carnet(of(3))
    pages = {number for number, _, operator in operations(pdf) if operator == b"f"}
    assert pages == {0, 2}


def test_a_long_plantel_and_a_long_legend_take_two_lines() -> None:
    plantel = Membrete(
        "Colegio de Estudios Científicos y Tecnológicos del Estado de México, plantel San Felipe "
        "del Progreso «Profra. Rosario Castellanos»",
        "15DCT0214K", "Matutino", "2026-2027", "agosto 2026 – enero 2027",
    )  # fmt: skip
    datos = replace(EJEMPLO, membrete=plantel)
    for opciones in (CarnetOpciones(), MEDIA, CUADERNILLO):
        shown = words(carnet(datos, opciones))
        assert all(word in shown for word in plantel.nombre.split())
        assert "15DCT0214K" in shown
        assert "Aviso de privacidad en la dirección del plantel." in shown
    with pytest.raises(DoesNotFit, match="«Leyenda de privacidad»"):
        carnet(replace(EJEMPLO, leyenda="Datos personales. " * 22), MEDIA)


@pytest.mark.feature("M-86")
def test_a_whole_group_in_one_file() -> None:
    group = [of(2, codigo="", nombres=f"Alumno {n}") for n in range(38)]
    pages = seen(render(CARNET, group))
    assert len(pages) == 76
    assert any(s.text == "Alumno 37" for s in pages[74])
