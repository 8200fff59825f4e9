"""`python -m app`: the window with no argument or a file, the command line with a verb."""

import os
import sys

from app.sheets.child import ARGUMENT

_SELFTEST = "--selftest"
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(argv: list[str]) -> int:
    """Starts what the arguments ask for; the reader of lists first, because it must be quick."""
    if argv[:1] == [ARGUMENT]:
        from app.sheets import child

        return child.main(argv)
    if argv[:1] == [_SELFTEST]:
        return _selftest(argv[1:])
    if not argv or _is_file(argv):
        return _window(argv)
    from app import cli

    return cli.main(argv)


def _selftest(argv: list[str]) -> int:
    from pathlib import Path

    if len(argv) != 1:
        return _refused(f"Diga en qué carpeta, nueva o vacía: {_SELFTEST} CARPETA.")
    if reason := _no_window():
        return _refused(reason)
    from ui.selftest.run import main as selftest

    return selftest(Path(argv[0]))


def _refused(sentence: str) -> int:
    from app.cli import console

    console.prepare()
    console.complain(sentence)
    return 1


def _window(argv: list[str]) -> int:
    if reason := _no_window():
        return _refused(f"{reason} Las órdenes sin ventana: «python -m app --ayuda».")
    from ui.__main__ import main as window

    return window([sys.argv[0], *argv])


def _no_window() -> str:
    """Why there can be no window: Qt would end the program without a word."""
    from importlib.util import find_spec

    if find_spec("PySide6") is None:
        return "Falta PySide6, con el que se dibuja la ventana."
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _DISPLAYS):
        return "No hay pantalla en la que abrir la ventana."
    return ""


def _is_file(argv: list[str]) -> bool:
    """Whether the only argument is a file to open in the window and not a verb."""
    from pathlib import Path

    from app.cli import VERBS

    if len(argv) > 1 or argv[0] in VERBS or argv[0].startswith("-"):
        return False
    path = Path(argv[0])
    return bool(path.suffix) or path.exists()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
