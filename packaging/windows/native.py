"""The same build on Windows itself: the locks of the project, one spec, one .nsi, one self-test.

Nobody has run it yet; packaging/windows/LEAME.md says so and how.
"""

import os
import shutil
import sys
from pathlib import Path

from environment import ROOT, prepare, python, same_for_one_commit, say

from . import products
from .steps import OUT, call_logged, check_and_list, step

NSIS = "NSIS/makensis.exe"


def run() -> int:
    """Freezes, checks the folder, runs the self-test, and packs what this machine can pack."""
    prepare(dev=True)
    products.clear(OUT)
    os.environ.update(same_for_one_commit())
    frozen = _freeze()
    tried = OUT / "autoprueba"
    with step("self-test"):
        shutil.rmtree(tried, ignore_errors=True)
        call_logged("self-test", [frozen / "EntrePares.exe", "--selftest", tried])
        check = ROOT / "packaging" / "check_selftest.py"
        call_logged("check_selftest", [sys.executable, check, tried])
    number = products.version()
    with step("portable ZIP"):
        zipped = products.portable(frozen, OUT / f"EntrePares-{number}-portatil.zip")
    maker = makensis()
    if not maker:
        say(f"there is no installer, because NSIS is not here; the ZIP is {zipped}")
        return 0
    with step("makensis"):
        setup = OUT / f"EntrePares-{number}-instalador.exe"
        call_logged("makensis", [maker, *products.makensis(number, frozen, setup)[1:]])
    products.fingerprints(number, OUT)
    products.tell(setup, zipped, frozen, tried)
    say(f"ready, not tried: {setup}")
    return 0


def makensis() -> Path | None:
    """Where NSIS is: on PATH or where it installs itself."""
    if found := shutil.which("makensis"):
        return Path(found)
    bases = [os.environ.get(name) for name in ("ProgramFiles(x86)", "ProgramFiles")]
    places = [Path(base) / NSIS for base in bases if base]
    return next((place for place in places if place.exists()), None)


def _freeze() -> Path:
    frozen, spec = OUT / "EntrePares", ROOT / "packaging" / "entrepares.spec"
    with step("PyInstaller"):
        folders = ["--distpath", OUT, "--workpath", OUT / "work"]
        options = ["--noconfirm", "--log-level", "WARN", *folders, spec]
        call_logged("pyinstaller", [python(), "-m", "PyInstaller", *options])
    check_and_list(frozen)
    return frozen
