"""How the command line is asked and how it refuses."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from app import VERSION, reports
from app.__main__ import _is_file
from app.cli import VERBS
from app.cli.listar import _QUE as LISTED
from app.services import listados
from app.services.exports import EXPORTABLES
from app.store import Store
from tests.cli.conftest import Cli
from tests.source import ROOT


def test_the_help_names_every_verb_that_there_is_and_no_other(cli: Cli) -> None:
    said = cli("--ayuda")
    for verb in VERBS:
        assert f"  {verb} " in said.out
        module = import_module(f"app.cli.{verb}")
        assert callable(module.configure)
        assert callable(module.run)
    for absent in ("respaldar", "restaurar", "fusionar", "contrasena", "canalizaciones"):
        assert absent not in said.out
    assert cli().out == said.out
    assert VERSION in cli("--version").out


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_explains_itself_in_spanish(cli: Cli, verb: str) -> None:
    said = cli(verb, "--ayuda")
    assert said.out.startswith("Uso: ")
    for english in ("usage", "options", "positional", "show this", "optional"):
        assert english not in said.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("demo",),
        ("demo", "x", "--alumnos", "0"),
        ("demo", "x", "--alumnos"),
        ("demo", "x", "--semilla", "a"),
        ("demo", "x", "y"),
        ("demo", "x", "--alum", "30"),
        ("nuevo", "x"),
        ("listar", "x"),
        ("listar", "x", "canalizaciones"),
        ("imprimir", "x", "carnet"),
        ("imprimir", "x", "carta", "--salida", "x.pdf"),
        ("imprimir", "x", "carnet", "--salida", "x.pdf", "--papel", "oficio"),
        ("imprimir", "x", "carnet", "--salida", "x.txt"),
        ("imprimir", "x", "carnet", "--salida", "x.pdf", "--en-blanco", "--grupo", "3B"),
        ("imprimir", "x", "plan", "--salida", "x.pdf", "--papel", "cuadernillo"),
        ("imprimir", "x", "plan", "--salida", "x.pdf", "--opcion", "encabezado"),
        ("imprimir", "x", "plan", "--salida", "x.pdf", "--opcion", "encabezado=quizá"),
        ("imprimir", "x", "plan", "--salida", "x.pdf", "--opcion", "color=rojo"),
        ("imprimir", "x", "plan", "--salida", "x.pdf", "--copias", "2"),
        ("imprimir", "x", "plan", "--salida", "x.pdf", "--en-blanco", "--copias", "201"),
        ("exportar", "x", "alumnos", "--salida", "x.pdf"),
        ("exportar", "x", "secretos", "--salida", "x.csv"),
        ("importar", "x", "y", "--tipo", "notas"),
        ("deshacer", "x", "--pasos", "-1"),
        ("verificar", "x", "--json=si"),
        ("inventado", "x"),
    ],
)
def test_wrong_use_is_refused_with_2(cli: Cli, arguments: tuple[str, ...]) -> None:
    said = cli(*arguments)
    assert said.status == 2
    assert said.out == ""
    for english in ("argument", "expected", "invalid", "required", "unrecognized", "choose"):
        assert english not in said.err


@pytest.mark.parametrize("verb", ["listar", "verificar", "deshacer", "exportar", "imprimir"])
def test_a_file_that_is_not_there_is_refused_with_1(cli: Cli, verb: str, tmp_path: Path) -> None:
    rest = {
        "listar": ["alumnos"],
        "exportar": ["alumnos", "--salida", tmp_path / "x.csv"],
        "imprimir": ["carnet", "--salida", tmp_path / "x.pdf"],
    }
    said = cli(verb, tmp_path / "no hay.entrepares", *rest.get(verb, []))
    assert said.status == 1
    assert "No se encontró" in said.err
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


def test_a_file_open_elsewhere_is_refused_and_stays(cli: Cli, demo: Store) -> None:
    assert demo.path
    for verb in (["deshacer"], ["listar", "alumnos"], ["verificar"]):
        said = cli(verb[0], demo.path, *verb[1:])
        assert said.status == 1
        assert "abierto" in said.err


def test_a_file_whose_last_session_was_cut_is_read_all_the_same(cli: Cli, demo_copy: Path) -> None:
    code = f"""
import os
from pathlib import Path
from app.store import Store
store = Store.open(Path({str(demo_copy)!r}))
store.connection.execute("PRAGMA cache_size=5")
step = store.operation("A medias")
step.__enter__()
store.calificaciones.change_many([(c.id, {{"faltas": 7}}) for c in store.calificaciones.all()])
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=60, check=False)
    assert demo_copy.with_name(f"{demo_copy.name}-journal").stat().st_size > 0
    assert len(cli("listar", demo_copy, "alumnos", "--json").json) == 60
    assert cli("verificar", demo_copy, "--json").json["problemas"] == []


def test_a_defect_leaves_a_report_and_a_sentence(
    cli: Cli, demo_copy: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_: object) -> None:
        raise ZeroDivisionError("Ñáñez")

    monkeypatch.setitem(listados.LISTADOS, "alumnos", fall)
    said = cli("listar", demo_copy, "alumnos")
    assert said.status == 1
    (report,) = (own_folder / reports.FOLDER).iterdir()
    assert report.name in said.err
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    assert "Ñáñez" not in report.read_text(encoding="utf-8") + said.err


def test_an_interruption_is_no_defect(
    cli: Cli, demo_copy: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(listados.LISTADOS, "alumnos", interrupt)
    assert "Se interrumpió" in cli("listar", demo_copy, "alumnos").err
    assert not own_folder.exists()


def test_the_words_of_the_verbs_are_those_of_the_services() -> None:
    from app.cli.exportar import _QUE as EXPORTED

    assert tuple(LISTED) == tuple(listados.LISTADOS)
    assert tuple(EXPORTED) == EXPORTABLES


def test_one_argument_that_is_no_verb_is_a_file_for_the_window(demo_copy: Path) -> None:
    assert _is_file([str(demo_copy)])
    assert _is_file(["no hay.entrepares"])
    assert not _is_file(["listar"])
    assert not _is_file(["lista"])
    assert not _is_file(["--ayuda"])
    assert not _is_file([str(demo_copy), "alumnos"])


def test_it_runs_as_a_program_with_spanish_letters_in_any_console(demo_copy: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-m", "app", "listar", str(demo_copy), "alumnos"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "ñ" in done.stdout.decode("utf-8").lower()
    assert done.stderr == b""
