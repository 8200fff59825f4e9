"""The self-test of the program and the small program that checks the folder it wrote."""

import json
import os
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.formatos import FORMATOS
from tests.source import ROOT
from ui.selftest.steps import STEPS
from ui.tabs import TABS

pytestmark = pytest.mark.slow
STARTED = "import sys; from app.__main__ import main; sys.exit(main(sys.argv[1:]))"
BROKEN_FORM = f"""
from dataclasses import replace
from app.formatos import carnet
def broken(datos, opciones):
    raise ValueError("Ximena Ordóñez")
carnet.DIBUJO = replace(carnet.DIBUJO, hojas=broken)
{STARTED}
"""
BROKEN_SLOT = f"""
from PySide6.QtCore import QTimer
from ui.selftest import steps
def slot():
    raise KeyError("Ximena Ordóñez")
def arm(walk):
    QTimer.singleShot(0, walk.window, slot)
steps.STEPS = (*steps.STEPS[:2], ("Preparar", arm), *steps.STEPS[2:4])
{STARTED}
"""
STUCK = f"""
import time
from ui.selftest import run, steps
run.SECONDS = 3
steps.STEPS = (("Bien", lambda walk: "uno"), ("Atorarse", lambda walk: time.sleep(60)))
{STARTED}
"""


def walked(folder: Path, code: str = STARTED) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, "--selftest", str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def said(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "resultado.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a self-test of the source."""
    folder = tmp_path_factory.mktemp("prueba") / "José Ñandú" / "prueba"
    done = walked(folder)
    assert done.returncode == 0, done.stderr[-2000:] + str(said(folder)["pasos"])
    return folder


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import check_selftest

    return check_selftest


def test_every_step_goes_well_and_the_checker_agrees(made: Path, check: ModuleType) -> None:
    result = said(made)
    assert result["ok"]
    assert [step["paso"] for step in result["pasos"]] == [name for name, _ in STEPS]
    assert result["primera_pagina_ms"] > 0
    assert check.faults_of(made) == []


def test_the_checker_reads_from_the_source_what_the_program_knows(check: ModuleType) -> None:
    assert check.expected_steps() == {name for name, _ in STEPS}
    assert check.expected_tabs() == [(tab.key, tab.title) for tab in TABS]
    assert check.expected_forms() == [(one.key, paper) for one in FORMATOS for paper in one.papers]


def test_everything_it_writes_is_in_its_folder(made: Path, own_folder: Path) -> None:
    assert (made / "usuario" / "ventana.ini").exists()
    assert not own_folder.exists()
    assert list(made.parent.iterdir()) == [made]


def test_a_folder_with_something_in_it_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "tarea.txt").write_text("mía", encoding="utf-8")
    assert walked(tmp_path).returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["tarea.txt"]


def test_a_broken_form_fails_alone_and_tells_no_data(tmp_path: Path) -> None:
    assert walked(tmp_path, BROKEN_FORM).returncode == 1
    result = said(tmp_path)
    assert not result["ok"]
    steps = {step["paso"]: step for step in result["pasos"]}
    for paper in FORMATOS[0].papers:
        assert steps[f"Imprimir carnet en {paper}"]["detalle"].startswith("builtins.ValueError < ")
    assert not steps["Imprimir carnet con datos del plantel"]["ok"]
    assert steps["Imprimir plan en carta"]["ok"]
    assert len(steps) == len(STEPS)
    assert "Ximena" not in (tmp_path / "resultado.json").read_text(encoding="utf-8")


def test_an_error_in_a_slot_fails_its_step(tmp_path: Path, check: ModuleType) -> None:
    assert walked(tmp_path, BROKEN_SLOT).returncode == 1
    wrong = [step for step in said(tmp_path)["pasos"] if not step["ok"]]
    assert len(wrong) == 1
    assert "defecto" in wrong[0]["detalle"]
    assert "The program wrote the report of a defect." in check.faults_of(tmp_path)


def test_a_step_that_never_ends_is_told(tmp_path: Path) -> None:
    assert walked(tmp_path, STUCK).returncode == 1
    result = said(tmp_path)
    assert [step["paso"] for step in result["pasos"]] == ["Bien", "Terminar a tiempo"]
    assert not result["ok"]


def blank_png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    lines = zlib.compress(bytes(height * (1 + 3 * width)))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def test_what_is_missing_or_blank_is_told_by_name(
    made: Path, tmp_path: Path, check: ModuleType
) -> None:
    folder = tmp_path / "copia"
    shutil.copytree(made, folder)
    (folder / "papeles" / "plan_carta_lleno.pdf").unlink()
    cut = folder / "papeles" / "carnet_carta_lleno.pdf"
    cut.write_bytes(cut.read_bytes()[:-100])
    (folder / "imagenes" / "pestana_inicio.png").write_bytes(blank_png(1366, 768))
    (folder / "imagenes" / "dialogo_acerca.png").write_bytes(blank_png(800, 600))
    faults = "\n".join(check.faults_of(folder))
    for sentence in (
        "papeles/plan_carta_lleno.pdf is missing.",
        "papeles/carnet_carta_lleno.pdf is not a whole PDF.",
        "imagenes/pestana_inicio.png is blank.",
        "imagenes/dialogo_acerca.png is 800x600, not 1366x768.",
    ):
        assert sentence in faults


def test_a_result_that_lacks_a_step_or_a_tab_is_told(
    made: Path, tmp_path: Path, check: ModuleType
) -> None:
    result = said(made)
    result["pasos"] = [step for step in result["pasos"] if step["paso"] != "Buscar"]
    result["imagenes"] = [p for p in result["imagenes"] if "tutorados" not in p["archivo"]]
    folder = tmp_path / "copia"
    shutil.copytree(made, folder)
    (folder / "resultado.json").write_text(json.dumps(result), encoding="utf-8")
    assert check.faults_of(folder) == [
        "The step «Buscar» was not done.",
        "The picture imagenes/pestana_tutorados.png is missing.",
    ]


def test_the_checker_needs_only_the_standard_library(made: Path) -> None:
    command = [sys.executable, "-I", ROOT / "packaging" / "check_selftest.py", made]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "first page" in done.stdout
