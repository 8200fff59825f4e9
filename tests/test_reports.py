"""The report of a defect tells where the program was and nothing of anybody."""

from pathlib import Path

import pytest

from app import VERSION, reports

CANARY = "Ñáñez Güereca, CURP GOCD090412HMCMRVA1"


def fall(names: list[str]) -> None:
    try:
        {}[names[0]]
    except KeyError as first:
        raise RuntimeError(f"no existe {names}") from first


def report_of(names: list[str]) -> Path:
    try:
        fall(names)
    except RuntimeError as error:
        return reports.write(type(error), error, error.__traceback__)
    raise AssertionError


def test_a_report_says_where_and_names_nobody(own_folder: Path) -> None:
    path = report_of([CANARY])
    text = path.read_text(encoding="utf-8")
    assert path.is_relative_to(own_folder)
    assert VERSION in text
    assert "tests/test_reports.py" in text
    assert "en fall" in text
    assert "builtins.RuntimeError" in text
    assert "builtins.KeyError" in text
    for word in ("Ñáñez", "GOCD", str(own_folder), str(Path.home())):
        assert word not in text


def test_only_the_newest_reports_stay(own_folder: Path) -> None:
    paths = [report_of([CANARY]) for _ in range(40)]
    left = set((own_folder / reports.FOLDER).iterdir())
    assert len(left) == 30
    assert paths[-1] in left


def test_without_a_folder_of_the_user_it_goes_to_the_temporary_one(
    own_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_folder.write_text("no es una carpeta")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    path = report_of([CANARY])
    assert path.exists()
    assert path.is_relative_to(tmp_path)
