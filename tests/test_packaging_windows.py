"""The Windows installer: what can be told without Wine. `dev.py windows` tries the rest."""

import hashlib
import re
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from app import VERSION
from tests.source import ROOT

WINDOWS = ROOT / "packaging" / "windows"
SCRIPT = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
LOCK = """# Made by a tool.

both==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
there==2.0 ; sys_platform == "win32" \\
    --hash=sha256:cc
here==3.0 ; sys_platform == "linux" \\
    --hash=sha256:dd
"""


@pytest.fixture(autouse=True)
def _as_dev_py(monkeypatch: pytest.MonkeyPatch) -> None:
    """The modules as `python3 packaging/dev.py` finds them."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))


@pytest.fixture
def lists() -> ModuleType:
    from windows import lists

    return lists


@pytest.fixture
def products() -> ModuleType:
    from windows import products

    return products


def test_a_lock_is_read_for_windows_and_its_conditions_are_judged(lists: ModuleType) -> None:
    found = lists.entries(LOCK)
    assert list(found) == ["both", "there"]
    assert found["there"] == "there==2.0 \\\n    --hash=sha256:cc\n"
    assert lists.hashes("".join(found.values())) == {"aa", "bb", "cc"}


def test_a_line_of_a_lock_that_is_not_understood_stops_the_build(lists: ModuleType) -> None:
    with pytest.raises(ValueError, match=r"odd==1\.0"):
        lists.entries('odd==1.0 ; python_version < "3.12" \\\n    --hash=sha256:aa\n')


def test_what_goes_to_windows_is_what_the_locks_pin(lists: ModuleType) -> None:
    wanted = lists.of_program()
    names = lists.names(wanted)
    assert {"pyside6-essentials", "sqlcipher3", "reportlab", "pyinstaller", "pefile"} <= set(names)
    assert "pytest" not in names
    assert ";" not in wanted
    assert len(lists.hashes(lists.of_interpreter())) == 3


def test_a_dll_that_forwards_sends_every_name_on() -> None:
    from windows import interpreter

    names = [interpreter.Exported("Py_Main", False), interpreter.Exported("Py_None", True)]
    text = interpreter.definitions("python3.dll", names, "python311")
    assert text.splitlines() == [
        "LIBRARY python3.dll",
        "EXPORTS",
        "  Py_Main = python311.Py_Main",
        "  Py_None = python311.Py_None DATA",
    ]


def test_what_a_wheel_keeps_in_its_data_folder_lands_beside_the_rest(tmp_path: Path) -> None:
    from windows import interpreter

    held = {"a-1.dist-info/METADATA": "", "a-1.data/purelib/a/b.py": "", "a-1.data/scripts/a": ""}
    with zipfile.ZipFile(tmp_path / "a-1-py3-none-any.whl", "w") as wheel:
        for name, text in held.items():
            wheel.writestr(name, text)
        interpreter.install(wheel, tmp_path / "site")
    found = {p.relative_to(tmp_path / "site").as_posix() for p in tmp_path.glob("site/**/*.*")}
    assert found == {"a-1.dist-info", "a/b.py"}


def test_the_installer_takes_its_version_from_the_program(
    products: ModuleType, tmp_path: Path
) -> None:
    assert products.version() == VERSION
    command = products.makensis(VERSION, tmp_path, tmp_path / "a.exe")
    assert f"-DVERSION={VERSION}" in command
    assert VERSION not in SCRIPT
    assert not re.search(r'"\d+\.\d+\.\d+', SCRIPT)


def test_the_installer_asks_for_no_rights_and_touches_one_user_alone() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert "HKLM" not in SCRIPT
    assert "$PROGRAMFILES" not in SCRIPT


def test_the_uninstaller_forgets_every_key_that_the_installer_writes() -> None:
    section = SCRIPT.split('Section "Uninstall"')[1]
    written = set(re.findall(r'WriteReg\w+ HKCU "(\$\{\w+\}|[^"\\]+)', SCRIPT))
    assert written
    assert not [key for key in written if key not in section]


def test_the_program_and_the_data_of_the_user_live_apart() -> None:
    program = re.search(r'^InstallDir "\$LOCALAPPDATA\\(.*)"$', SCRIPT, re.MULTILINE)
    assert program
    assert program[1] == r"Programs\EntrePares"
    assert '"Entre Pares"' in (ROOT / "app" / "paths.py").read_text(encoding="utf-8")
    removed = re.findall(r'(?:Delete|RMDir)(?: /r)? "([^"]+)"', SCRIPT.split('"Uninstall"')[1])
    assert "$INSTDIR\\_internal" in removed
    assert all(place.startswith(("$INSTDIR", "$SMPROGRAMS", "$DESKTOP")) for place in removed)


def test_every_exit_status_is_told_to_the_technician() -> None:
    used = {int(status) for status in re.findall(r"(?:Refuse|SetErrorLevel) (\d)", SCRIPT)}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.search(r"^ *\| 0 \|(.*)\|$", readme, re.MULTILINE)
    assert told
    assert used | {1} <= {int(status) for status in told[1].split("|")}


def test_the_portable_zip_holds_the_program_and_what_makes_it_portable(
    products: ModuleType, tmp_path: Path
) -> None:
    frozen = tmp_path / "EntrePares"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "EntrePares.exe").write_bytes(b"MZ")
    (frozen / "_internal" / "ñ.txt").write_text("ñ", encoding="utf-8")
    first, second = (products.portable(frozen, tmp_path / name) for name in ("a.zip", "b.zip"))
    names = zipfile.ZipFile(first).namelist()
    assert {"EntrePares/EntrePares.exe", "EntrePares/portable.txt"} <= set(names)
    assert "EntrePares/_internal/ñ.txt" in names
    assert first.read_bytes() == second.read_bytes()


def test_the_fingerprints_are_those_of_the_files(products: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "EntrePares-1.2.3-instalador.exe").write_bytes(b"MZ")
    (tmp_path / "EntrePares-1.2.2-instalador.exe").write_bytes(b"")
    text = products.fingerprints("1.2.3", tmp_path).read_text(encoding="utf-8")
    assert text == f"{hashlib.sha256(b'MZ').hexdigest()}  EntrePares-1.2.3-instalador.exe\n"


def test_a_new_name_in_the_frozen_folder_stops_the_build(
    products: ModuleType, tmp_path: Path
) -> None:
    for name in ("EntrePares.exe", "_internal", "nuevo.txt"):
        (tmp_path / name).touch()
    with pytest.raises(products.Problem, match=r"nuevo\.txt"):
        products.require_expected(tmp_path)


@pytest.mark.parametrize("name", ["LEAME.md", "comprobacion.md", "hacer.cmd"])
def test_what_nobody_has_run_on_windows_says_so(name: str) -> None:
    assert "Sin ejecutar todav" in (WINDOWS / name).read_text(encoding="utf-8")


def test_the_hosted_build_runs_the_same_command_and_says_that_nobody_ran_it() -> None:
    text = (ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
    assert "Nobody has run this yet" in text
    assert "python packaging/dev.py windows" in text
    assert "\t" not in text
