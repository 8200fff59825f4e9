"""Every command of the project: `python3 packaging/dev.py VERB`; needs only Python's own library.

Each verb first makes what it needs: the system's packages on Debian or Ubuntu, and `.venv` from
the hashed lock.
"""

import argparse
import shutil
import sys
from collections.abc import Callable

import features
from environment import (
    ROOT,
    Problem,
    call,
    has_display,
    prepare,
    python,
    same_for_one_commit,
    say,
)

PACKAGING = ROOT / "packaging"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
DEMO = ROOT / ".demo"
BUILT = ROOT / ".build"
CHECKS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format --check": ["-m", "ruff", "format", "--check", "."],
    "pyright": ["-m", "pyright", "--pythonpath", python()],
}


def setup(_arguments: list[str]) -> int:
    """Make .venv with everything for development, and stop."""
    prepare(dev=True, window=True)
    say(f"ready: {python()}")
    return 0


def run(arguments: list[str]) -> int:
    """Start the program; with no display, print the carnets of a demo plantel to a PDF."""
    prepare(window=has_display())
    if arguments or has_display():
        return call([python(), "-m", "app", *arguments])
    return _demo()


def _demo() -> int:
    """The main job without a window: a made-up plantel and its carnets on paper."""
    say("there is no display: making a demo plantel and printing its carnets instead")
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir()
    plantel, carnets = DEMO / "plantel.entrepares", DEMO / "carnets.pdf"
    steps = [["demo", plantel], ["imprimir", plantel, "carnet", "--salida", carnets]]
    for step in steps:
        if status := call([python(), "-m", "app", *step]):
            return status
    say(f"the plantel is in {plantel}")
    say(f"its carnets are in {carnets}")
    return 0


def test(arguments: list[str]) -> int:
    """Run ruff, pyright and then pytest, which gets the arguments; all the tests on every core."""
    prepare(dev=True)
    failed = []
    for name, command in CHECKS.items():
        say(name)
        if call([python(), *command]):
            failed.append(name)
    say("pytest")
    spread = [] if arguments else ["-n", "auto", "--dist", "loadfile"]
    if call([python(), "-m", "pytest", *spread, *arguments], OFFSCREEN):
        failed.append("pytest")
    if failed:
        say(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Measure speed and memory, each figure beside its floor or rival of the same run."""
    prepare(dev=True)
    return call([python(), PACKAGING / "bench.py", *arguments], OFFSCREEN)


def screens(arguments: list[str]) -> int:
    """Write a PNG of every tab, dialog and form, with demo data, into the folder OUT."""
    if not arguments:
        raise Problem("Say where to: python3 packaging/dev.py screens OUT")
    prepare(dev=True)
    return call([python(), "-m", "ui.screens", *arguments], OFFSCREEN)


def build(_arguments: list[str]) -> int:
    """Freeze the program into .build/EntrePares, check the folder and list what it is made of."""
    prepare(dev=True, build=True)
    folders = ["--distpath", BUILT, "--workpath", BUILT / "work"]
    options = ["--noconfirm", "--clean", "--log-level", "WARN", *folders]
    frozen = BUILT / "EntrePares"
    steps = [
        ["-m", "PyInstaller", *options, PACKAGING / "entrepares.spec"],
        [PACKAGING / "check_folder.py", frozen],
        [PACKAGING / "inventory.py", "write", frozen, BUILT],
    ]
    for step in steps:
        if status := call([python(), *step], same_for_one_commit()):
            return status
    return 0


def windows(arguments: list[str]) -> int:
    """Make the Windows installer and the portable ZIP in .build/windows, and try them."""
    from windows import build as windows_build

    return windows_build.run(arguments)


def show_features(arguments: list[str]) -> int:
    """List feature -> tests -> screen or form, and what has none yet."""
    return features.show(ROOT, arguments)


def lock(_arguments: list[str]) -> int:
    """Resolve pyproject.toml again and rewrite both locks (needs the index)."""
    prepare(dev=True)
    return call([python(), PACKAGING / "lock.py"])


VERBS: dict[str, Callable[[list[str]], int]] = {
    "setup": setup,
    "run": run,
    "test": test,
    "bench": bench,
    "screens": screens,
    "build": build,
    "windows": windows,
    "features": show_features,
    "lock": lock,
}


def main() -> int:
    """Read the verb, hand it the rest of the line, give its exit status."""
    parser = argparse.ArgumentParser(
        prog="dev.py", formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, verb in VERBS.items():
        verbs.add_parser(name, help=verb.__doc__, add_help=False)
    chosen = parser.parse_args(sys.argv[1:2])
    try:
        return VERBS[chosen.verb](sys.argv[2:])
    except Problem as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
