"""What the program loads before its first page: nothing that the first page does not need."""

import json
import os
import re
import subprocess
import sys

import pytest

from app.services import planteles
from tests.source import ROOT

HEAVY = {
    "PIL",
    "fontTools",
    "openpyxl",
    "pip",
    "pypdfium2",
    "pyphen",
    "python_calamine",
    "rapidfuzz",
    "reportlab",
    "setuptools",
    "xlsxwriter",
}


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """The program started on a file as a person does, until its first page is painted."""
    folder = tmp_path_factory.mktemp("inicio")
    path = folder / "plantel.entrepares"
    planteles.new_file(path, "CBTis 214", periodo="2026-2027A").close()
    own = {"ENTREPARES_CARPETA": str(folder / "usuario"), "ENTREPARES_CRONOMETRO": "1"}
    return subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "app", str(path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **own},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_first_page_is_painted(start: subprocess.CompletedProcess[str]) -> None:
    assert start.returncode == 0, start.stderr[-2000:]
    assert "kb" in json.loads(start.stdout.splitlines()[0])


def test_heavy_libraries_wait_for_their_first_use(start: subprocess.CompletedProcess[str]) -> None:
    loaded = set(re.findall(r"^import time:.*\|\s*([\w.]+)$", start.stderr, re.MULTILINE))
    assert "PySide6.QtWidgets" in loaded
    assert not {name for name in loaded if name.startswith("ui.selftest")}
    assert not {name for name in loaded if name.split(".")[0] in HEAVY}
