"""imprimir: whom it prints for, what comes out, and that nothing is left halfway."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.formatos import FORMATOS
from app.formatos.formato import Formato
from app.services import carnets
from app.store import Store
from tests.cli.conftest import Cli


def words(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


@pytest.mark.feature("M-76", "M-86")
def test_carnets_of_everybody_who_needs_one(cli: Cli, demo_copy: Path, tmp_path: Path) -> None:
    target = tmp_path / "carnets ñ.pdf"
    said = cli("imprimir", demo_copy, "carnet", "--salida", target)
    assert said.status == 0
    store = Store.open(demo_copy)
    rows = carnets.carnets(store)
    assert {fila.estado for fila in rows} == {"impreso"}
    assert store.undo_label == ""
    store.close()
    assert f"{len(rows)} carnets" in said.out
    pages = words(target)
    codes = [fila.codigo for fila in rows]
    first_pages = [page for page in pages if "DATOS DEL ALUMNO" in page and "Página 1 de" in page]
    assert [next(c for c in codes if c in page) for page in first_pages] == codes


@pytest.mark.parametrize("papel", ["carta", "media-carta", "cuadernillo"])
def test_every_paper(cli: Cli, demo_copy: Path, tmp_path: Path, papel: str) -> None:
    one, two = tmp_path / "1.pdf", tmp_path / "2.pdf"
    for target in (one, two):
        assert (
            cli("imprimir", demo_copy, "carnet", "--salida", target, "--papel", papel).status == 0
        )
    assert one.read_bytes() == two.read_bytes()
    width, height = PdfReader(one).pages[0].mediabox[2:]
    assert (width < height) == (papel == "carta")


def test_named_alumnos_in_the_order_in_which_they_are_named(
    cli: Cli, demo_copy: Path, tmp_path: Path
) -> None:
    alumnos = cli("listar", demo_copy, "alumnos", "--json").json
    chosen = [alumnos[40], alumnos[3]]
    target = tmp_path / "dos.pdf"
    controls = [one["control"] for one in chosen]
    assert (
        cli("imprimir", demo_copy, "carnet", "--salida", target, "--control", *controls).status == 0
    )
    pages = [page for page in words(target) if "DATOS DEL ALUMNO" in page]
    for page, one in zip(pages, chosen, strict=True):
        assert one["nombres"] in page
    again = tmp_path / "otra.pdf"
    cli("imprimir", demo_copy, "carnet", "--salida", again, "--control", controls[0],
        "--control", controls[1])  # fmt: skip
    assert again.read_bytes() == target.read_bytes()


def test_a_grupo_by_any_of_its_names(cli: Cli, demo_copy: Path, tmp_path: Path) -> None:
    store = Store.open(demo_copy)
    rows = [fila for fila in carnets.carnets(store) if fila.semestre == 3]
    store.close()
    made = []
    for i, name in enumerate(("3A", "3.º A", "3 a")):
        target = tmp_path / f"{i}.pdf"
        said = cli("imprimir", demo_copy, "carnet", "--salida", target, "--grupo", name)
        assert f"{len(rows)} carnets" in said.out
        made.append(target.read_bytes())
    assert len(set(made)) == 1
    target = tmp_path / "x.pdf"
    assert (
        "puede ser" in cli("imprimir", demo_copy, "carnet", "--salida", target, "--grupo", "A").err
    )
    assert "1.º A" in cli("imprimir", demo_copy, "carnet", "--salida", target, "--grupo", "9Z").err
    assert not target.exists()


@pytest.mark.feature("M-64")
def test_planes_and_blank_forms(cli: Cli, demo_copy: Path, tmp_path: Path) -> None:
    target = tmp_path / "planes.pdf"
    said = cli("imprimir", demo_copy, "plan", "--salida", target)
    assert said.status == 0
    assert "PAT-2026A-0001" in words(target)[0]
    store = Store.open(demo_copy)
    before = store.emisiones.count()
    store.close()
    for formato in ("carnet", "plan"):
        assert cli("imprimir", demo_copy, formato, "--salida", target, "--en-blanco").status == 0
        assert "Bachillerato Jacarandas 04" in words(target)[0]
    store = Store.open(demo_copy)
    assert store.emisiones.count() == before
    store.close()


def test_what_cannot_be_printed_leaves_everything_as_before(
    cli: Cli, demo_copy: Path, tmp_path: Path
) -> None:
    store = Store.open(demo_copy)
    alumno = carnets.carnets(store)[0].alumno
    before = store.emisiones.count()
    with store.operation("Nombre larguísimo"):
        store.alumnos.change(alumno, nombres="Anastasia Guadalupe " * 30)
    store.close()
    target = tmp_path / "carnets.pdf"
    target.write_bytes(b"antes")
    said = cli("imprimir", demo_copy, "carnet", "--salida", target)
    assert said.status == 1
    assert "no cabe" in said.err
    said = cli("imprimir", demo_copy, "carnet", "--salida", target, "--control", "404", "405")
    assert "404 y 405" in said.err
    assert target.read_bytes() == b"antes"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
    store = Store.open(demo_copy)
    assert store.emisiones.count() == before
    store.close()


def test_markup_prints_as_typed(cli: Cli, demo_copy: Path, tmp_path: Path) -> None:
    store = Store.open(demo_copy)
    alumno = store.alumnos.all()[0]
    with store.operation("Nombre raro"):
        store.alumnos.change(alumno.id, nombres="<b>Ñ & Cía</b>")
    store.close()
    target = tmp_path / "x.pdf"
    cli("imprimir", demo_copy, "carnet", "--salida", target, "--control", alumno.matricula)
    assert "<b>Ñ & Cía</b>" in words(target)[0]
    store = Store.open(demo_copy)
    content = json.loads(store.emisiones.where(alumno=alumno.id)[-1].datos)
    assert content["nombres"] == "<b>Ñ & Cía</b>"
    store.close()


def test_the_options_of_a_form_and_the_blank_copies(
    cli: Cli, demo_copy: Path, tmp_path: Path
) -> None:
    target = tmp_path / "planes.pdf"
    blank = ("imprimir", demo_copy, "plan", "--salida", target, "--en-blanco")
    assert cli(*blank, "--copias", "3").out.endswith("3 planes en blanco.\n")
    many = words(target)
    assert sum("Página 1 de" in page for page in many) == 3
    assert "Bachillerato Jacarandas 04" in many[0]
    assert cli(*blank, "--opcion", "encabezado=no").status == 0
    assert "Bachillerato Jacarandas 04" not in words(target)[0]
    refused = cli(*blank, "--opcion", "color=rojo")
    assert "«color» no es una opción de «plan»; tiene encabezado." in refused.err
    refused = cli(*blank, "--opcion", "encabezado=quizá")
    assert "debe ser sí o no" in refused.err


def test_the_help_has_every_form_with_its_title_and_options(cli: Cli) -> None:
    lines = cli("imprimir", "--ayuda").lines
    width = max(len(one.key) for one in FORMATOS)
    for one in FORMATOS:
        assert f"  {one.key:{width}}  {one.title}" in lines
        for key, field in one.opciones().items():
            assert any(f" {key}=" in line and field.label in line for line in lines)


@pytest.mark.parametrize("formato", FORMATOS, ids=lambda one: one.key)
def test_every_form_in_the_list_prints_empty_and_with_each_of_its_options(
    cli: Cli, demo_copy: Path, tmp_path: Path, formato: Formato
) -> None:
    listed = next(
        one
        for one in cli("listar", demo_copy, "formatos", "--json").json
        if one["formato"] == formato.key
    )
    assert listed["folio"] == formato.folio
    assert listed["de"]
    target = tmp_path / "x.pdf"
    said = [
        ("--opcion", f"{one['clave']}={one['valores'][-1]}")
        for one in listed["opciones"]
        if one["valores"]
    ]
    asked = [word for pair in said for word in pair]
    ending = ("--salida", target, "--en-blanco", *asked)
    assert cli("imprimir", demo_copy, formato.key, *ending).status == 0
    assert PdfReader(target).pages
