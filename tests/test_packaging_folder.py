"""The check of a frozen folder, on small ones made here: what is taken away is told by its name."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pip
import pytest

from tests.frozen import frozen_program, touch
from tests.source import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the folders are made with Linux's parts")
LAUNCHER = Path(pip.__file__).parent / "_vendor" / "distlib" / "t64.exe"
Remove = Callable[[str], list[str]]


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import check_folder

    return check_folder


def common(root: Path, check: ModuleType, extension: str) -> None:
    inside = root / "_internal"
    inside.mkdir(parents=True)
    shutil.copytree(
        ROOT / "resources", inside / "resources", ignore=shutil.ignore_patterns("imagenes")
    )
    (inside / "base_library.zip").touch()
    touch(inside / check.SOLVER[extension == "pyd"])
    for name in check.EXTENSIONS:
        touch(inside / f"{name.replace('.', '/')}.{extension}")


@pytest.fixture
def linux(tmp_path: Path, check: ModuleType) -> Path:
    """A folder of Linux with a real plugin, which asks for Qt's libraries."""
    import PySide6

    root = tmp_path / "EntrePares"
    common(root, check, "abi3.so")
    frozen_program(root / "EntrePares", check.own_modules() | check.MODULES)
    qt = root / "_internal" / "PySide6" / "Qt"
    for module in check.QT:
        touch(qt / "lib" / f"libQt6{module}.so.6")
    for kind, names in {**check.PLUGINS, **check.PLUGINS_OF_LINUX}.items():
        for name in names:
            touch(qt / "plugins" / kind / f"lib{name}.so")
    touch(qt / "translations" / "qtbase_es.qm")
    for name in ("libstdc++.so.6", "libgcc_s.so.1"):
        touch(root / "_internal" / name)
    real = Path(PySide6.__file__).parent / "Qt" / "plugins" / "iconengines" / "libqsvgicon.so"
    shutil.copy(real, qt / "plugins" / "iconengines")
    return root


@pytest.fixture
def windows(tmp_path: Path, check: ModuleType) -> Path:
    """A folder of Windows with a real binary, which asks for the runtime of C++."""
    root = tmp_path / "EntrePares"
    common(root, check, "pyd")
    frozen_program(root / "EntrePares.exe", check.own_modules() | check.MODULES)
    qt = root / "_internal" / "PySide6"
    for module in check.QT:
        touch(qt / f"Qt6{module}.dll")
    for kind, names in {**check.PLUGINS, **check.PLUGINS_OF_WINDOWS}.items():
        for name in names:
            touch(qt / "plugins" / kind / f"{name}.dll")
    touch(qt / "translations" / "qtbase_es.qm")
    touch(qt / "MSVCP140.dll")
    binary = LAUNCHER.read_bytes()
    assert binary.count(b"KERNEL32.dll\0") == 1
    renamed = binary.replace(b"KERNEL32.dll\0", b"MSVCP140.dll\0")
    (qt / "plugins" / "platforms" / "qwindows.dll").write_bytes(renamed)
    return root


def test_whole_folders_pass(linux: Path, check: ModuleType) -> None:
    assert check.Folder(linux).faults() == []


def test_a_whole_folder_of_windows_passes(windows: Path, check: ModuleType) -> None:
    assert check.Folder(windows).faults() == []


@pytest.mark.parametrize(
    "name",
    [
        "_internal/PySide6/Qt/plugins/platforms/libqxcb.so",
        "_internal/PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "_internal/PySide6/Qt/translations/qtbase_es.qm",
        "_internal/resources/fonts/SourceSansPro-Semibold.ttf",
        "_internal/resources/textos/licencias/lgpl-3.0.txt",
        "_internal/resources/icons/printer.svg",
        "_internal/resources/demo/nombres_mujer.txt",
        "_internal/base_library.zip",
    ],
)
def test_a_missing_file_is_told_by_name(linux: Path, check: ModuleType, name: str) -> None:
    (linux / name).unlink()
    assert check.Folder(linux).faults() == [f"{name} is missing."]


def test_a_file_that_is_not_the_one_of_the_source_is_told(linux: Path, check: ModuleType) -> None:
    name = "_internal/resources/textos/licencias.md"
    (linux / name).write_text("otra", encoding="utf-8")
    assert check.Folder(linux).faults() == [f"{name} is not the one of the source."]


def test_a_library_that_a_plugin_asks_for_is_told(linux: Path, check: ModuleType) -> None:
    (linux / "_internal" / "libstdc++.so.6").unlink()
    plugin = "_internal/PySide6/Qt/plugins/iconengines/libqsvgicon.so"
    assert check.Folder(linux).faults() == [f"libstdc++.so.6 is missing: {plugin} asks for it."]


def test_a_dll_that_only_a_developer_has_is_told(windows: Path, check: ModuleType) -> None:
    (windows / "_internal" / "PySide6" / "MSVCP140.dll").unlink()
    plugin = "_internal/PySide6/plugins/platforms/qwindows.dll"
    assert check.Folder(windows).faults() == [f"msvcp140.dll is missing: {plugin} asks for it."]


def test_a_damaged_binary_is_told(windows: Path, check: ModuleType) -> None:
    plugin = windows / "_internal" / "PySide6" / "plugins" / "platforms" / "qwindows.dll"
    plugin.write_bytes(plugin.read_bytes()[:100])
    name = plugin.relative_to(windows).as_posix()
    assert check.Folder(windows).faults() == [f"{name} is damaged."]


def test_a_missing_module_and_extension_are_told(linux: Path, check: ModuleType) -> None:
    modules = check.own_modules() | check.MODULES | {"ssl", "ui.screens"}
    frozen_program(linux / "EntrePares", modules - {"app.formatos.carnet", "ui.tabs.inicio"})
    (linux / "_internal" / "sqlcipher3" / "_sqlite3.abi3.so").unlink()
    assert check.Folder(linux).faults() == [
        "The extension sqlcipher3._sqlite3 is missing.",
        "The module app.formatos.carnet is missing.",
        "The module ui.tabs.inicio is missing.",
        "The module ssl should not be there.",
        "The module ui.screens should not be there.",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "_internal/icuuc.dll",
        "_internal/bcryptprimitives.dll",
        "_internal/PySide6/opengl32sw.dll",
        "_internal/PySide6/Qt6Quick.dll",
        "_internal/PySide6/Qt6Network.dll",
        "_internal/PySide6/translations/qtbase_fr.qm",
        "_internal/app/paths.py",
    ],
)
def test_what_must_not_go_out_is_told(windows: Path, check: ModuleType, name: str) -> None:
    touch(windows / name)
    assert check.Folder(windows).faults() == [f"{name} should not be there."]


def test_no_program_is_told(tmp_path: Path, check: ModuleType) -> None:
    assert check.Folder(tmp_path).faults() == [f"There is no EntrePares in {tmp_path}."]
