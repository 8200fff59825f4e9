"""What every test may ask for: a real file of a plantel, a clock that stands still."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from app.services import demo as demo_plantel
from app.services import planteles
from app.store import Store

MOMENT = datetime(2026, 11, 20, 9, 30)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Reports, copies and settings of a test stay in its own folder."""
    folder = tmp_path / "usuario"
    monkeypatch.setenv("ENTREPARES_CARPETA", str(folder))
    return folder


@pytest.fixture(scope="session")
def plantel_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plantel with its settings and the periodo 2026-2027A, closed; copy it before writing."""
    path = tmp_path_factory.mktemp("plantel") / "nuevo.entrepares"
    planteles.new_file(
        path, "CBTis 214", "15DCT0214K", "2026-2027A", clock=lambda: MOMENT, who="prueba"
    ).close()
    return path


@pytest.fixture
def store(plantel_path: Path, tmp_path: Path) -> Iterator[Store]:
    """A real file with a plantel, its settings and the periodo 2026-2027A."""
    path = Path(shutil.copy(plantel_path, tmp_path / "plantel de prueba ñ.entrepares"))
    opened = Store.open(path, clock=lambda: MOMENT, who="prueba")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plantel of 60 alumnos as a closed file; copy it before writing."""
    path = tmp_path_factory.mktemp("demo") / "ejemplo.entrepares"
    demo_plantel.new_file(path, 60, 1, MOMENT.date()).close()
    return path


@pytest.fixture
def demo_copy(demo_path: Path, tmp_path: Path) -> Path:
    """The made-up plantel as a closed file of the test's own."""
    return Path(shutil.copy(demo_path, tmp_path / "jacarandas ñ.entrepares"))


@pytest.fixture
def demo(demo_copy: Path) -> Iterator[Store]:
    """The made-up plantel, open, with the clock of the tests."""
    opened = Store.open(demo_copy, clock=lambda: MOMENT, who="prueba")
    yield opened
    opened.close()
