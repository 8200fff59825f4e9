"""What a build is made of: files, components and their licences, each told in Acerca de."""

import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from tests.frozen import frozen_program, touch
from tests.source import ROOT

NOTICES = (ROOT / "resources" / "textos" / "licencias.md").read_text(encoding="utf-8")
LIBRARIES = {"reportlab", "xlsxwriter", "rapidfuzz", "sqlite_utils", "PIL", "click", "dateutil"}


@pytest.fixture
def inventory(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import inventory

    return inventory


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import components

    return components


def folder_of(root: Path, modules: set[str]) -> Path:
    """A small folder of Windows with extensions of two libraries and Python's own."""
    inside = root / "_internal"
    touch(inside / "sqlcipher3" / "_sqlite3.pyd")
    (inside / "sqlcipher3" / "_sqlite3.pyd").write_bytes(b"\0004.19.0\0 OpenSSL 3.6.0 1 Oct 2025")
    touch(inside / "PySide6" / "QtCore.pyd")
    (inside / "python311.dll").write_bytes(b"..\0003.11.9\0 inflate 1.3.1 Copyright")
    frozen_program(root / "EntrePares.exe", modules | {"app", "app.paths", "ui", "json"})
    return root


def test_every_library_of_the_program_has_a_licence_and_a_notice(parts: ModuleType) -> None:
    left_out = {"pip", "tzdata"}
    assert set(parts.read_lock()) - left_out == set(parts.DISTRIBUTIONS)
    told = {name.lower() for name in re.findall(r"\*\*([^*]+)\*\*", NOTICES)}
    for name in parts.DISTRIBUTIONS:
        assert name.removesuffix("-essentials") in told
    for part in parts.PARTS:
        assert part.licence
        assert part.told_as.lower() in told, part.name


def test_every_part_that_goes_with_python_has_its_whole_text(parts: ModuleType) -> None:
    texts = ROOT / "resources" / "textos" / "licencias"
    whole = (texts / "interprete.txt").read_text(encoding="utf-8")
    titles = " ".join(re.findall(r"^==== (.+) ====$", whole, re.MULTILINE))
    own = {"libffi", "zlib", "bzip2", "liblzma", "Expat", "mpdecimal", "ICU"}
    runtimes = {"libstdc++ y libgcc", "Microsoft Visual C++ Runtime", "Arranque de PyInstaller"}
    for name in own | runtimes:
        assert name in titles


def test_texts_of_licences_keep_their_letters() -> None:
    for path in (ROOT / "resources" / "textos").rglob("*.txt"):
        assert not re.search("Ã[\x80-¿]|Â[\x80-¿]", path.read_text(encoding="utf-8")), path.name


def test_the_bill_names_what_is_in_the_folder(tmp_path: Path, inventory: ModuleType) -> None:
    folder = folder_of(tmp_path / "EntrePares", LIBRARIES)
    inventory.write(folder, tmp_path)
    version = inventory.version()
    bill = json.loads((tmp_path / f"EntrePares-{version}-sbom.json").read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    found = {(one["name"], one["version"]) for one in bill["components"]}
    assert {("Python", "3.11.9"), ("zlib", "1.3.1"), ("OpenSSL", "3.6.0")} <= found
    assert ("SQLCipher", "4.19.0") in found
    names = {name for name, _ in found}
    assert {"reportlab", "pillow", "python-dateutil", "sqlcipher3", "pyside6-essentials"} <= names
    assert "Qt" not in names  # no library of Qt is there
    for one in bill["components"]:
        assert one["licenses"][0]["expression"]
        assert one["purl"].startswith("pkg:")
    pure = next(one for one in bill["components"] if one["name"] == "reportlab")
    assert len(pure["hashes"][0]["content"]) == 64


def test_a_module_of_nobody_is_told(
    tmp_path: Path, inventory: ModuleType, parts: ModuleType
) -> None:
    folder = folder_of(tmp_path / "EntrePares", {"reportlab", "misteriosa"})
    with pytest.raises(parts.Unknown, match="misteriosa"):
        inventory.write(folder, tmp_path)


def test_a_library_for_developers_is_told(
    tmp_path: Path, inventory: ModuleType, parts: ModuleType
) -> None:
    folder = folder_of(tmp_path / "EntrePares", {"hypothesis"})
    with pytest.raises(parts.Unknown, match="hypothesis"):
        inventory.write(folder, tmp_path)


def test_two_lists_agree_or_say_in_what_not(
    tmp_path: Path, inventory: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path / "EntrePares", LIBRARIES)
    inventory.write(folder, tmp_path)
    kept = tmp_path / f"EntrePares-{inventory.version()}-archivos.txt"
    assert inventory.compare(folder, kept) == 0
    touch(folder / "_internal" / "con espacio ñ.txt")
    (folder / "_internal" / "python311.dll").write_bytes(b"otro")
    assert inventory.compare(folder, kept) == 1
    told = capsys.readouterr().out
    assert "_internal/con espacio ñ.txt is only in one" in told
    assert "_internal/python311.dll differs" in told


def test_two_bills_of_one_folder_are_the_same(
    tmp_path: Path, inventory: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764200000")
    folder = folder_of(tmp_path / "EntrePares", LIBRARIES)
    listed, found = inventory.files_of(folder), inventory.found_in(folder)
    bill = inventory.bill(found, listed)
    assert bill == inventory.bill(found, listed)
    assert bill["metadata"]["timestamp"] == "2025-11-26T23:33:20Z"
