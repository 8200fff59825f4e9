"""What the test of the installer sees: files, shortcuts, registry, windows on the screen."""

import hashlib
import re
import subprocess
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from environment import Problem, python

from .wine import Wine

PATIENCE = 300
"""Seconds for what takes ten to forty on a free machine."""
# Names that Windows and Wine themselves keep changing, installer or not.
_RESTLESS_FILES = re.compile(
    r"/Temp/~?ns\w|/Temp/~nsu|/windows/(inf|Installer|temp)/|/\.windows-serial$"
)
_RESTLESS_KEYS = re.compile(
    r"^HKEY_CURRENT_USER\\(Volatile Environment|Console\b|Software\\Wine\b"
    r"|Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\(MountPoints2|FileExts|RecentDocs))"
)
# Windows has these from the start, Wine when somebody first writes in them.
_OF_WINDOWS = {
    rf"HKEY_CURRENT_USER\Software\{name}"
    for name in (
        "Classes",
        r"Classes\Applications",
        "RegisteredApplications",
        r"Microsoft\Windows\CurrentVersion\App Paths",
        r"Microsoft\Windows\CurrentVersion\Uninstall",
    )
}


class Unexpected(Problem):
    """The installer or the program did something else than it must."""


def expect(is_so: object, otherwise: str) -> None:
    """Raises Unexpected with a sentence unless it is so."""
    if not is_so:
        raise Unexpected(f"the test of the installer: {otherwise}")


def until(happens: Callable[[], object], otherwise: str) -> None:
    """Waits for something; Unexpected when it does not come."""
    end = time.monotonic() + PATIENCE
    while not happens():
        expect(time.monotonic() < end, otherwise)
        time.sleep(0.1)


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of every file under a folder, by its path inside."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def listing(folder: Path) -> set[str]:
    """Every file and folder under a folder, less what the system itself keeps changing."""
    paths = (f"/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*"))
    return {path for path in paths if not _RESTLESS_FILES.search(path)}


def registry(wine: Wine, scratch: Path) -> set[str]:
    """Every key of the user's registry, and every value as `key: value`."""
    scratch.unlink(missing_ok=True)
    wine.run(["regedit", "/E", wine.path(scratch), "HKEY_CURRENT_USER"])
    text = scratch.read_text(encoding="utf-16").replace("\\\n", "")
    key, found = "", set()
    for line in text.splitlines():
        if line.startswith("["):
            key = line.strip("[]")
            found.add(key)
        elif line:
            found.add(f"{key}: {line}")
    return {line for line in found - _OF_WINDOWS if not _RESTLESS_KEYS.search(line)}


def lend_classes(wine: Wine, scratch: Path) -> None:
    """Copies what the user's files are opened with to the whole machine's part of the registry.

    Windows looks in both, Wine 8 in the second alone.
    """
    own, all_users = "HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE"
    scratch.unlink(missing_ok=True)
    wine.run(["regedit", "/E", wine.path(scratch), rf"{own}\Software\Classes"])
    text = scratch.read_text(encoding="utf-16").replace(f"[{own}", f"[{all_users}")
    scratch.write_text(text, encoding="utf-16")
    wine.run(["regedit", "/S", wine.path(scratch)])


def value(lines: Iterable[str], key: str, name: str = "@") -> str:
    """What the registry says for a name of a key; empty when it is not there."""
    shown = name if name == "@" else f'"{name}"'
    start = f"HKEY_CURRENT_USER\\{key}: {shown}="
    found = next((line[len(start) :] for line in lines if line.startswith(start)), "")
    return found[1:-1].replace('\\"', '"').replace("\\\\", "\\")


def picture(wine: Wine, target: Path) -> int:
    """A PNG of the whole screen; how many colours it has."""
    script = (
        "import sys; from PIL import ImageGrab; shot = ImageGrab.grab(xdisplay=sys.argv[1]);"
        "shot.save(sys.argv[2]); print(len(shot.getcolors(1 << 24)))"
    )
    command = [str(python()), "-c", script, wine.environment["DISPLAY"], str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    expect(not done.returncode, f"the screen could not be pictured: {done.stderr.strip()}")
    return int(done.stdout)
