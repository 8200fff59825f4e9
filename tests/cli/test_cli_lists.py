"""listar, exportar, importar: what goes out, what comes in, and that it comes back the same."""

import csv
import hashlib
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from app.cli.listar import _QUE
from app.services.exports import EXPORTABLES
from app.store import Store
from tests.cli.conftest import Cli

ALUMNO_KEYS = [
    "control", "apellido_paterno", "apellido_materno", "nombres", "curp", "sexo", "nacimiento",
    "semestre", "grupo", "especialidad", "turno", "riesgo", "motivos",
]  # fmt: skip
HOSTILE = [
    "=1+1",
    "+52 777",
    "-3",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "<b>&",
    "\u202egpj",
    "ñ" * 80,
]


@pytest.mark.parametrize("que", _QUE)
def test_every_list_is_json_and_text(cli: Cli, demo_copy: Path, que: str) -> None:
    before = hashlib.sha256(demo_copy.read_bytes()).digest()
    rows = cli("listar", demo_copy, que, "--json").json
    assert isinstance(rows, list)
    assert rows
    said = cli("listar", demo_copy, que)
    assert len(said.lines) == len(rows) + 1
    assert hashlib.sha256(demo_copy.read_bytes()).digest() == before


@pytest.mark.feature("U-43")
def test_alumnos_have_the_promised_keys(cli: Cli, demo_copy: Path) -> None:
    rows = cli("listar", demo_copy, "alumnos", "--json").json
    assert len(rows) == 60
    for row in rows:
        assert list(row)[: len(ALUMNO_KEYS)] == ALUMNO_KEYS
        assert isinstance(row["control"], str)
        assert row["riesgo"] in ("alto", "medio", "bajo", "sin_riesgo", "sin_datos")
        assert date.fromisoformat(row["nacimiento"])
    at_risk = [row for row in rows if row["riesgo"] == "alto"]
    assert at_risk
    assert all(row["motivos"] for row in at_risk)
    surnames = [row["apellido_paterno"] for row in rows]
    assert surnames.index("Ñáñez") > surnames.index("Navarro") if "Ñáñez" in surnames else True


@pytest.mark.feature("M-88")
def test_pairs_and_sessions_name_people_by_control(cli: Cli, demo_copy: Path) -> None:
    known = {row["control"] for row in cli("listar", demo_copy, "alumnos", "--json").json}
    for row in cli("listar", demo_copy, "asignaciones", "--json").json:
        assert row["tutor"] in known
        assert {one["control"] for one in row["tutorados"]} <= known
        for franja in row["franjas"]:
            assert franja["dia"] in ("lunes", "martes", "miércoles", "jueves", "viernes")
            assert time.fromisoformat(franja["inicio"]) < time.fromisoformat(franja["fin"])
    for row in cli("listar", demo_copy, "sesiones", "--json").json:
        assert row["tutor"] in known
        assert set(row["tutorados"]) <= known
    for row in cli("listar", demo_copy, "planes", "--json").json:
        assert 0 <= row["hechas"] <= row["acciones"]
        assert date.fromisoformat(row["vence"])


def test_an_empty_list_says_so(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "vacio.entrepares"
    cli("nuevo", path, "--plantel", "P", "--periodo", "2026-2027A")
    assert "No hay nada" in cli("listar", path, "alumnos").out
    assert cli("listar", path, "alumnos", "--json").json == []
    assert cli("exportar", path, "alumnos", "--salida", tmp_path / "v.xlsx").status == 0


@pytest.mark.parametrize("que", EXPORTABLES)
def test_exports_are_typed_tables(cli: Cli, demo_copy: Path, tmp_path: Path, que: str) -> None:
    path = tmp_path / f"{que}.xlsx"
    assert cli("exportar", demo_copy, que, "--salida", path).status == 0
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert sheet.freeze_panes == "A2"
    heads = [cell.value for cell in sheet[1]]
    assert sheet.max_row > 2
    for row in sheet.iter_rows(min_row=2, values_only=True):
        for head, value in zip(heads, row, strict=True):
            if "ontrol" in str(head):
                assert isinstance(value, str)
            if head in ("Semestre", "Capacidad", "Minutos", "Veces reprobada"):
                assert value is None or isinstance(value, int)
            if head in ("Fecha", "Fecha de asignación"):
                assert isinstance(value, datetime)
            if head in ("Inicio", "Fin"):
                assert value is None or isinstance(value, time)


def test_contact_goes_out_only_when_asked(cli: Cli, demo_copy: Path, tmp_path: Path) -> None:
    path = tmp_path / "alumnos.csv"
    curp = cli("listar", demo_copy, "alumnos", "--json").json[0]["curp"]
    cli("exportar", demo_copy, "alumnos", "--salida", path)
    assert curp not in path.read_text(encoding="utf-8-sig")
    cli("exportar", demo_copy, "alumnos", "--salida", path, "--con-contacto")
    assert curp in path.read_text(encoding="utf-8-sig")


def test_nothing_lives_in_an_export(cli: Cli, demo_copy: Path, tmp_path: Path) -> None:
    store = Store.open(demo_copy)
    with store.operation("Nombres raros"):
        for alumno, text in zip(store.alumnos.all(), HOSTILE, strict=False):
            store.alumnos.change(alumno.id, nombres=text, telefono=text, responsable=text)
        for sesion, text in zip(store.sesiones.all(), HOSTILE, strict=False):
            store.sesiones.change(sesion.id, tema=text, observaciones=text)
    store.close()
    for que in EXPORTABLES:
        contact = ["--con-contacto"] if que == "alumnos" else []
        book, plain = tmp_path / f"{que}.xlsx", tmp_path / f"{que}.csv"
        cli("exportar", demo_copy, que, "--salida", book, *contact)
        cli("exportar", demo_copy, que, "--salida", plain, *contact)
        with zipfile.ZipFile(book) as parts:
            xml = b"".join(parts.read(name) for name in parts.namelist() if "sheet" in name)
        assert b"<f>" not in xml
        assert b"<f " not in xml
        assert b"hyperlink" not in xml
        with plain.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_failed_export_leaves_what_was_there(cli: Cli, demo_copy: Path, tmp_path: Path) -> None:
    missing = tmp_path / "no hay" / "x.xlsx"
    assert cli("exportar", demo_copy, "alumnos", "--salida", missing).status == 1
    folder = tmp_path / "carpeta.xlsx"
    folder.mkdir()
    assert cli("exportar", demo_copy, "alumnos", "--salida", folder).status == 1
    assert list(folder.iterdir()) == []


def test_what_was_exported_comes_in_again(cli: Cli, demo_copy: Path, tmp_path: Path) -> None:
    path, other = tmp_path / "alumnos.xlsx", tmp_path / "otro.entrepares"
    cli("exportar", demo_copy, "alumnos", "--salida", path, "--con-contacto")
    cli("nuevo", other, "--plantel", "P", "--periodo", "2026-2027A")
    tried = cli("importar", other, path, "--simular", "--json").json
    assert (tried["simulado"], tried["nuevas"]) == (True, 60)
    assert cli("listar", other, "alumnos", "--json").json == []
    done = cli("importar", other, path, "--json").json
    assert (done["tipo"], done["nuevas"], done["rechazadas"]) == ("alumnos", 60, [])
    here = cli("listar", demo_copy, "alumnos", "--json").json
    there = cli("listar", other, "alumnos", "--json").json
    computed = ("riesgo", "motivos")
    assert [{k: v for k, v in row.items() if k not in computed} for row in here] == [
        {k: v for k, v in row.items() if k not in computed} for row in there
    ]
    again = cli("importar", other, path, "--json").json
    assert again["sin_cambio"] == 60
    assert cli("deshacer", other).status == 0
    assert cli("listar", other, "alumnos", "--json").json == []


def test_a_list_tells_its_rows_in_words(cli: Cli, demo_copy: Path, tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(
        "Número de control,Nombre,CURP,Grupo\n99000000000001,Ana Ruiz Peña,MALA,1A\n,Sin Número,,1A\n",
        encoding="utf-8",
    )
    said = cli("importar", demo_copy, path)
    assert said.status == 0
    assert "Rechazada, fila 3" in said.out
    assert "Aviso, fila 2" in said.out
    assert "MALA" in said.out


def test_a_list_that_cannot_be_read_changes_nothing(
    cli: Cli, demo_copy: Path, tmp_path: Path
) -> None:
    before = hashlib.sha256(demo_copy.read_bytes()).digest()
    path = tmp_path / "lista.xlsx"
    path.write_bytes(b"PK\x03\x04 no soy un libro")
    assert cli("importar", demo_copy, path).status == 1
    assert cli("importar", demo_copy, demo_copy).status == 1
    assert cli("importar", demo_copy, tmp_path / "no hay.csv").status == 1
    assert hashlib.sha256(demo_copy.read_bytes()).digest() == before


def test_a_list_of_which_nothing_enters_ends_with_1(
    cli: Cli, demo_copy: Path, tmp_path: Path
) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(
        "Número de control,Nombre,Grupo\n,Ana Ruiz,1A\n,Luis Paz,1A\n", encoding="utf-8"
    )
    said = cli("importar", demo_copy, path, "--json")
    assert said.status == 1
    assert len(said.json["rechazadas"]) == 2
