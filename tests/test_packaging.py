"""The commands of the project and its locks: what dev.py may use, and what the locks must hold."""

import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.source import ROOT, modules

LOCKS = [ROOT / "packaging" / name for name in ("requirements.lock", "requirements-dev.lock")]
PINNED = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import environment

    return environment


def test_the_first_command_needs_only_the_standard_library() -> None:
    of_windows = [m for m in modules("packaging/windows") if m.path.stem != "picture"]
    first = {"dev", "environment", "features", "windows"}
    read = [m for m in modules("packaging") if m.path.stem in first] + of_windows
    imported = {name.split(".")[0] for module in read for _line, name in module.imports()}
    beside = {"None", *(module.path.stem for module in of_windows)}  # `from . import …`
    assert imported <= {*sys.stdlib_module_names, *first, *beside}


def test_a_build_has_the_moment_of_its_commit(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    told = environment.same_for_one_commit()
    assert told == environment.same_for_one_commit()
    assert told["SOURCE_DATE_EPOCH"].isdigit()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764200000")
    assert environment.same_for_one_commit()["SOURCE_DATE_EPOCH"] == "1764200000"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_every_file_by_hash_and_names_no_index(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    lines = [line for line in text.splitlines() if line and not line.startswith(("#", "    --"))]
    assert len(lines) == len(PINNED.findall(text))
    assert all(line.endswith(" \\") for line in lines)
    hashes = re.findall(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$", text, re.MULTILINE)
    assert len(hashes) == text.count("--hash=")


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, dev = (dict(PINNED.findall(lock.read_text(encoding="utf-8"))) for lock in LOCKS)
    assert not set(run) & set(dev)
    for asked, locked in (
        (project["project"]["dependencies"], run),
        (project["dependency-groups"]["dev"], dev),
    ):
        for requirement in map(Requirement, asked):
            version = locked.get(canonicalize_name(requirement.name))
            assert version, requirement.name
            assert requirement.specifier.contains(version), requirement


def test_without_rights_one_command_is_told(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(environment.shutil, "which", lambda name: name if name != "sudo" else None)
    with pytest.raises(environment.Problem) as told:
        environment.install_system(["libegl1", "libgl1"])
    lines = str(told.value).splitlines()
    assert len(lines) == 2
    assert lines[1].strip().startswith("su -c ")
    assert "libegl1 libgl1" in lines[1]


def test_a_lock_that_changed_is_installed_again(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lock, venv = tmp_path / "requirements.lock", tmp_path / "venv"
    monkeypatch.setattr(environment, "VENV", venv)
    python = environment.python()
    python.parent.mkdir(parents=True)
    python.touch()
    lock.write_text("a==1\n", encoding="utf-8")
    environment.stamp(lock).write_text(environment.signature(lock), encoding="utf-8")
    assert environment.is_current(lock)
    lock.write_text("a==2\n", encoding="utf-8")
    assert not environment.is_current(lock)
