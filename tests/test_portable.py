"""The portable program: its data beside it, found again when it moves, and what it says of it."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import paths
from app.store import Store
from ui import state
from ui.dialogs.acerca import AcercaDialog
from ui.main_window import MainWindow
from ui.welcome import Welcome

Frozen = Callable[[Path], Path]


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Frozen:
    """Makes as if the program were frozen in a folder; gives the folder. No variable moves it."""
    monkeypatch.delenv(paths.OWN_FOLDER)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "casa"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "casa"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    def place(folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        monkeypatch.setattr(sys, "executable", str(folder / "EntrePares.exe"))
        return folder

    return place


@pytest.fixture
def stick(frozen: Frozen, tmp_path: Path) -> Path:
    """A memory stick with the portable program."""
    folder = frozen(tmp_path / "memoria ñ" / "EntrePares")
    (folder / "portable.txt").touch()
    return folder


def test_the_data_lie_beside_a_portable_program(stick: Path) -> None:
    assert paths.user_folder() == stick / "datos"
    assert paths.documents_folder() == stick / "datos"
    state.remember("apariencia/letra", "1")
    assert (stick / "datos" / "ventana.ini").exists()
    assert str(stick / "datos") in paths.portable_sentence()


def test_without_its_file_a_program_uses_the_folder_of_the_user(
    frozen: Frozen, tmp_path: Path
) -> None:
    folder = frozen(tmp_path / "instalado")
    assert paths.user_folder().is_relative_to(tmp_path / "casa")
    assert paths.portable_sentence() == ""
    assert list(folder.iterdir()) == []


def test_from_source_there_is_no_portable_program(own_folder: Path) -> None:
    assert paths.portable_folder() is None
    assert paths.user_folder() == own_folder


def test_a_protected_stick_falls_back_and_says_so(stick: Path, tmp_path: Path) -> None:
    (stick / "datos").write_text("aquí no cabe una carpeta", encoding="utf-8")
    assert not paths.carries_its_data()
    assert paths.user_folder().is_relative_to(tmp_path / "casa")
    assert paths.documents_folder() != stick / "datos"
    said = paths.portable_sentence()
    assert "no puede escribir" in said
    assert str(stick / "datos") in said


def test_files_on_the_stick_are_found_when_its_letter_changes(
    stick: Path, frozen: Frozen, tmp_path: Path, demo_path: Path, qapp: QApplication
) -> None:
    inside = Path(shutil.copy(demo_path, paths.user_folder() / "jacarandas.entrepares"))
    outside = Path(shutil.copy(demo_path, tmp_path / "otro.entrepares"))
    state.add_recent(outside)
    state.add_recent(inside)
    state.remember_path("archivos/ultimo", inside)
    assert state.recent_files() == [inside, outside]
    moved = tmp_path / "otra letra"
    shutil.move(stick.parent, moved)
    frozen(moved / "EntrePares")
    there = moved / "EntrePares" / "datos" / "jacarandas.entrepares"
    assert state.recent_files() == [there, outside]
    assert state.recall_path("archivos/ultimo") == there


def test_the_window_says_where_the_data_live(stick: Path, qtbot: QtBot, qapp: QApplication) -> None:
    welcome = Welcome()
    qtbot.addWidget(welcome)
    assert "portátil" in welcome.words.text()
    dialog = AcercaDialog(None)
    qtbot.addWidget(dialog)
    assert dialog.portable.isVisibleTo(dialog)
    assert str(stick / "datos") in dialog.portable.text()


def test_an_installed_program_says_nothing_of_it(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = AcercaDialog(None)
    qtbot.addWidget(dialog)
    assert not dialog.portable.isVisibleTo(dialog)


def test_the_file_opened_last_opens_again(
    stick: Path, demo_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    path = Path(shutil.copy(demo_path, paths.documents_folder() / "jacarandas.entrepares"))
    window = MainWindow()
    qtbot.addWidget(window)
    window.use(Store.open(path))
    assert state.recall("archivos/ultimo") == "jacarandas.entrepares"
    window.use(None)
