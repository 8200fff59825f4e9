"""Steps of a build: told with their time; what the tools say is kept, and shown on failure."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from environment import ROOT, Problem, python, say

OUT = ROOT / ".build" / "windows"
LOGS = OUT / "logs"
TAIL = 30
PATIENCE = 900
"""Seconds for the slowest step on a busy machine: packing, about 60 on a free one."""


@contextmanager
def step(name: str) -> Iterator[None]:
    """Tells what is going on and how long it took."""
    started = time.monotonic()
    say(f"{name} …")
    yield
    say(f"{name}: {time.monotonic() - started:.1f} s")


def call_logged(name: str, command: list[str | Path]) -> None:
    """Runs a program of this machine quietly; its last lines are shown when it fails."""
    words = [str(part) for part in command]
    try:
        done = subprocess.run(
            words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
            errors="replace", timeout=PATIENCE, check=False, cwd=ROOT,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Problem(f"{name} did not end in {PATIENCE} s") from None
    log(name, done)


def check_and_list(frozen: Path) -> None:
    """The frozen folder has what it must; its files and components are listed beside it."""
    scripts = ROOT / "packaging"
    with step("check of the folder"):
        call_logged("check_folder", [python(), scripts / "check_folder.py", frozen])
        call_logged("inventory", [python(), scripts / "inventory.py", "write", frozen, OUT])


def log(name: str, done: subprocess.CompletedProcess[str]) -> None:
    """Keeps what a program said; raises Problem with the end of it when it failed."""
    LOGS.mkdir(parents=True, exist_ok=True)
    path = LOGS / f"{name}.log"
    path.write_text(done.stdout, encoding="utf-8")
    if done.returncode:
        tail = "\n".join(done.stdout.splitlines()[-TAIL:])
        raise Problem(f"{name} gave {done.returncode}; the end of {path}:\n{tail}")
