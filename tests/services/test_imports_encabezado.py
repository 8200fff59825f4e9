"""The header of a list: found by its words, wherever it is and however it is written (U-49, M-77)."""

import pytest

from app.errors import SheetRejected
from app.services import imports
from app.services.imports.campos import TIPOS, campos_of, exact_match
from app.services.imports.contexto import contexto_of_row, contexto_of_sheet, parcial_of_name
from app.services.imports.layout import recognise
from app.services.imports.medidas import medida_of
from app.store import Store
from tests.services.listas import ANA, HEAD, LUIS, alumno, book, doubts, grupo_of, reviewed, taken


@pytest.mark.parametrize(
    ("header", "campo"),
    [
        ("No. Control", "control"), ("NÚM. DE CONTROL", "control"), ("NO.CTRL", "control"),
        ("N. Control", "control"), ("MATRÍCULA ", "control"), ("NUMEROALUMNO", ""),
        ("Matricula_oficial", "control"), ("nocontrol", "control"), ("C.U.R.P.", "curp"),
        ("CURP del alumno", "curp"), ("NOMBRE (S)", "nombres"), ("Primer apellido", "apellido_paterno"),
        ("Apellido 2", "apellido_materno"), ("PATERNO", "apellido_paterno"), ("GÉNERO", "sexo"),
        ("Fecha_nacimiento", "nacimiento"), ("GRADO", "semestre"), ("Gpo.", "grupo"),
        ("CARRERA", "especialidad"), ("Correo electrónico", "correo"), ("Celular", "telefono"),
        ("Nombre del alumno", "nombre_completo"), ("NOMBRE COMPLETO", "nombre_completo"),
        ("Tutor del grupo", "docente_tutor"), ("Promedio", ""), ("No.", ""), ("Edad", ""),
        ("SEXO\n(H/M)", "sexo"), ("Control escolar", ""), ("NO. DE CONTROL ESCOLAR", "control"),
    ],
)  # fmt: skip
def test_headers_seen_in_real_lists(header: str, campo: str) -> None:
    assert exact_match("alumnos", header) == campo


def test_every_declared_header_answers_to_one_datum() -> None:
    for tipo in TIPOS:
        for campo in campos_of(tipo).values():
            assert exact_match(tipo, campo.label) == campo.key


def test_letterhead_and_blank_columns_above_and_beside(store: Store) -> None:
    rows = [
        ["SECRETARÍA DE EDUCACIÓN PÚBLICA"], [], ["", "", "CBTis 214", "", "Turno: Matutino"], [],
        ["", "No.", *HEAD], ["", 1, *ANA], ["", 2, *LUIS], [],
        ["", "", "", "", "______________"], ["", "", "", "", "Mtra. Rosa Díaz"],
        ["", "", "", "", "Control escolar"],
    ]  # fmt: skip
    found = taken(store, rows)
    assert (found["fila_encabezado"], found["leidas"], found["nuevas"]) == (5, 2, 2)
    assert found["ignoradas"] == ["No."]
    assert [line["fila"] for line in found["filas_ignoradas"]] == [9, 10, 11]
    assert grupo_of(store) == "3.º A matutino"


def test_columns_in_any_order_with_others_between(store: Store) -> None:
    rows = [["Grupo", "Beca", "NOMBRE(S)", "Materno", "Paterno", "MATRICULA"],
            ["3A", "sí", "Ana", "Peña", "Núñez", "24301"]]  # fmt: skip
    found = taken(store, rows)
    assert found["columnas"] == {
        "Grupo": "grupo", "NOMBRE(S)": "nombres", "Materno": "apellido_materno",
        "Paterno": "apellido_paterno", "MATRICULA": "control",
    }  # fmt: skip
    assert found["ignoradas"] == ["Beca"]
    assert alumno(store).nombre == "Ana Núñez Peña"


def test_a_title_over_several_columns(store: Store) -> None:
    rows = [["No. de control", "NOMBRE DEL ALUMNO", "", "", "Grupo"],
            ["", "PATERNO", "MATERNO", "NOMBRE(S)", ""], ANA]  # fmt: skip
    found = taken(store, rows)
    assert found["columnas"] == {
        "No. de control": "control", "NOMBRE DEL ALUMNO · PATERNO": "apellido_paterno",
        "NOMBRE DEL ALUMNO · MATERNO": "apellido_materno",
        "NOMBRE DEL ALUMNO · NOMBRE(S)": "nombres", "Grupo": "grupo",
    }  # fmt: skip
    assert alumno(store).apellido_materno == "Peña"


def test_a_header_that_resembles_is_proposed_and_flagged(store: Store) -> None:
    plan = reviewed(store, [["No. de contrlo", "Matricula", "Nombre"], ["x", "1", "Ana Ruiz Paz"]])
    assert plan.columnas["Matricula"] == "control"
    plan = reviewed(
        store, [["Folio control", "CURP", "Nombre completo"], ["24301", "", "Ruiz Paz Ana"]]
    )
    assert plan.columnas["Folio control"] == "control"
    assert [c.encabezado for c in plan.dudosas] == ["Folio control"]


def test_a_column_without_a_name_is_known_by_what_it_holds(store: Store) -> None:
    rows = [["No. de control", "Nombre completo", "Columna1", ""],
            ["24301", "Ruiz Paz Ana", "3A", "GOCD090412HMCMRVA1"]]  # fmt: skip
    plan = reviewed(store, rows)
    assert plan.columnas["Columna1"] == "grupo"
    assert plan.columnas["(columna D)"] == "curp"
    assert [c.encabezado for c in plan.dudosas] == ["Columna1", "(columna D)"]


def test_a_header_with_another_meaning_is_left_out_and_said(store: Store) -> None:
    rows = [
        [*HEAD, "Estado", "Nivel"],
        [*ANA, "Oaxaca", "Bachillerato"],
        [*LUIS, "Puebla", "Medio"],
    ]
    found = taken(store, rows)
    assert found["ignoradas"] == ["Estado", "Nivel"]
    assert doubts(found, "avisos") == []
    assert len(found["notas"]) == 2
    assert alumno(store).estado == "activo"


def test_two_columns_of_the_same_datum(store: Store) -> None:
    plan = reviewed(store, [[*HEAD, "Teléfono", "Celular"], [*ANA, "1111111", "2222222"]])
    assert plan.columnas["Teléfono"] == "telefono"
    assert plan.ignoradas == ["Celular"]
    plan = reviewed(
        store, [[*HEAD, "Teléfono", "Celular"], [*ANA, "1", "2"]], columnas={"Celular": "telefono"}
    )
    assert plan.rows[0].values["telefono"] == "2"


@pytest.mark.parametrize(
    "rows",
    [
        [["Nombre", "Grupo"], ["Ana Ruiz", "3A"]],
        [["24301", "Ana"], ["24302", "Luis"]],
        [["Hola"]],
    ],
)
def test_without_identity_the_list_is_refused_in_words(store: Store, rows: list[list[str]]) -> None:
    with pytest.raises(SheetRejected, match="no se encontró un encabezado con número de control"):
        reviewed(store, rows)


def test_a_sheet_that_does_not_exist_is_named(store: Store) -> None:
    sheets = {"PRIMERO": [HEAD, ANA], "TERCERO": [HEAD, LUIS]}
    with pytest.raises(
        SheetRejected, match="no tiene la hoja «Quinto»; tiene «PRIMERO» y «TERCERO»"
    ):
        reviewed(store, sheets, hoja="Quinto")
    assert taken(store, sheets, hoja="tercero")["nuevas"] == 1
    assert alumno(store, "24302")


@pytest.mark.feature("M-77")
def test_each_sheet_says_its_semestre(store: Store) -> None:
    head = ["No. de control", "Nombre completo", "Grupo"]
    sheets = {
        "PRIMERO": [["Lista"], head, ["1001", "Ruiz Paz Ana", "A"]],
        "Tercer semestre": [head, ["1002", "Ruiz Paz Eva", "A"]],
        "5B": [head[:2], ["1003", "Ruiz Paz Iván"]],
        "Notas": [["Esta hoja no es una lista"]],
    }
    found = taken(store, sheets)
    assert found["hoja"] == "PRIMERO, Tercer semestre, 5B"
    assert found["nuevas"] == 3
    assert [grupo_of(store, c) for c in ("1001", "1002", "1003")] == ["1.º A", "3.º A", "5.º B"]


def test_kind_of_list() -> None:
    def kind(*head: str, name: str = "x.csv", cells: tuple[str, ...] = ()) -> str:
        return recognise(book([list(head), list(cells)], name)).tipo

    assert kind("control", "día", "inicio", "fin") == "disponibilidad"
    assert kind("control", "asignatura", "capacidad") == "tutores"
    assert kind("control", "asignatura", "domina") == "tutores"
    assert kind("control", "asignatura", "parcial", "calificación") == "calificaciones"
    assert kind("control", "asignatura", "calificación") == "calificaciones"
    assert kind("control", "asignatura", "calificación", name="Tutores 2026.xlsx") == "tutores"
    assert kind("control", "nombre", "Física II", cells=("1", "Ana", "8.5")) == "calificaciones"
    assert kind("control", "nombre", "grupo") == "alumnos"
    assert (
        kind("control", "nombre", "edad", "promedio", cells=("1", "Ana", "15", "8.5")) == "alumnos"
    )


def test_letterhead_values() -> None:
    assert contexto_of_row(["GRUPO: 3A  TURNO: MATUTINO", "", "ESPECIALIDAD:", "PROGRAMACIÓN"]) == {
        "grupo": "3A", "turno": "MATUTINO", "especialidad": "PROGRAMACIÓN",
    }  # fmt: skip
    assert contexto_of_row(["Semestre: Tercero. Grupo: B", "Docente: Ana"]) == {
        "semestre": "Tercero", "grupo": "B",
    }  # fmt: skip
    assert contexto_of_row(["Grupo 301"]) == {"grupo": "301"}
    assert contexto_of_row(["PRIMER PARCIAL"]) == {"parcial": "PRIMER PARCIAL"}
    assert contexto_of_row(["CENTRO DE BACHILLERATO TECNOLÓGICO"]) == {}
    assert contexto_of_sheet("Hoja1") == {}
    assert contexto_of_sheet("3A") == {"semestre": "3", "grupo": "3A"}
    assert contexto_of_sheet("SEGUNDO") == {"semestre": "2"}
    assert parcial_of_name("lista_1er_parcial.xlsx") == "1er parcial"
    assert parcial_of_name("alumnos.xlsx") == ""


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        (["MATEMÁTICAS I", "P1"], ("MATEMÁTICAS I", 1, "calificacion")),
        (["Matemáticas I - 1er parcial"], ("Matemáticas I", 1, "calificacion")),
        (["Faltas Inglés II"], ("Inglés II", None, "faltas")),
        (["Química I (Final)"], ("Química I", 4, "calificacion")),
        (["Matemáticas 1"], ("Matemáticas 1", None, "calificacion")),
        (["1er Parcial", "F"], ("", 1, "faltas")),
        (["Física II", "2", "Asistencias"], ("Física II", 2, "asistencias")),
    ],
)
def test_what_a_column_of_calificaciones_measures(
    levels: list[str], said: tuple[str, int | None, str]
) -> None:
    medida = medida_of(levels)
    assert medida is not None
    assert (medida.asignatura, medida.parcial, medida.clase) == said


@pytest.mark.parametrize("header", ["Edad", "No.", "Semestre", "Grupo", "Observaciones", "Total"])
def test_columns_that_are_no_asignatura(header: str) -> None:
    assert medida_of([header]) is None


def test_columns_of_numbers_beside_a_grupo() -> None:
    head, cells = ["control", "nombre", "grupo"], ["1", "Ana", "3A"]
    one = book([[*head, "Hermanos"], [*cells, "2"]])
    assert recognise(one).tipo == "alumnos"
    two = book([[*head, "Física II", "Química I"], [*cells, "8", "NP"]])
    assert recognise(two).tipo == "calificaciones"
    many = book(
        [[*head, "Sexo", "Correo", "A", "B", "C", "D"], [*cells, "H", "a@x.mx", 1, 2, 3, 4]]
    )
    assert recognise(many).tipo == "alumnos"


def test_words_of_the_letterhead_that_look_like_a_header(store: Store) -> None:
    rows = [
        ["CONTROL ESCOLAR", "", "CICLO 2026-2027"], ["Grupo", "Matrícula"], ["3A", 35], ["3B", 32],
        [], *[["aviso"]] * 8, HEAD, ANA,
    ]  # fmt: skip
    found = taken(store, rows)
    assert (found["fila_encabezado"], found["leidas"], found["nuevas"]) == (14, 1, 1)


def test_a_summary_sheet_is_no_list(store: Store) -> None:
    sheets = {
        "RESUMEN": [["Grupo", "Matrícula"], ["3A", 35]],
        "3A": [HEAD, ANA],
        "Horario": [["x"]],
    }
    found = taken(store, sheets)
    assert (found["hoja"], found["leidas"]) == ("3A", 1)
    assert found["hojas_saltadas"] == ["RESUMEN", "Horario"]


def test_the_kind_of_a_book_is_that_of_most_of_its_rows() -> None:
    wide = [["control", "Física II"], *([str(i), 8] for i in range(9))]
    layout = recognise(book({"Datos": [HEAD, ANA], "Boleta": wide}))
    assert (layout.tipo, layout.saltadas) == ("calificaciones", ["Datos"])


def test_a_page_with_its_letterhead_in_another_table(store: Store) -> None:
    page = book({"Tabla 1": [["GRUPO: 3A", "TURNO: VESPERTINO"]], "Tabla 2": [HEAD[:4], ANA[:4]]})
    imports.apply(store, imports.propose(store, page._replace(kind="html")))
    assert grupo_of(store) == "3.º A vespertino"
