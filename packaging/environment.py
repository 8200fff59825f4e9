"""The private environment of the project: what the system lacks, `.venv`, and the hashed lock."""

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
RUN_LOCK = ROOT / "packaging" / "requirements.lock"
DEV_LOCK = ROOT / "packaging" / "requirements-dev.lock"
OLDEST = (3, 11)
_BEFORE_ANY_COMMIT = "315532800"

# Shared library -> Debian package. What PySide6's wheels expect of the system, read with ldd.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}
# Stands in for the typeface of Windows, so that tests and pictures measure the same everywhere.
TEST_FONTS = {"/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf": "fonts-open-sans"}
BUILD_PROGRAMS = {"objdump": "binutils", "xvfb-run": "xvfb", "xauth": "xauth"}
# What makes and tries the Windows installer; a path where Debian puts nothing on PATH.
WINDOWS_PROGRAMS = {
    "/usr/lib/wine/wine64": "wine64",
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "Xvfb": "xvfb",
}


class Problem(Exception):
    """Something a person has to put right; the text says what and how."""


def say(text: str) -> None:
    """Tell what is going on, at once, apart from the output of what is run."""
    print(f"[dev] {text}", file=sys.stderr, flush=True)


def has_display() -> bool:
    """Whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def python() -> Path:
    """The interpreter of the private environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def call(
    command: Iterable[str | Path], env: Mapping[str, str] | None = None, cwd: Path = ROOT
) -> int:
    """Run a command from the root of the project and give its exit status."""
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**os.environ, **(env or {})}, check=False
    ).returncode


def same_for_one_commit() -> dict[str, str]:
    """What makes two builds of one commit alike: its moment in place of now, one order of sets."""
    command = ["git", "log", "-1", "--format=%ct"]
    moment = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not moment and shutil.which("git"):
        told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        moment = told.stdout.strip()
    return {"SOURCE_DATE_EPOCH": moment or _BEFORE_ANY_COMMIT, "PYTHONHASHSEED": "0"}


def prepare(
    *, dev: bool = False, window: bool = False, build: bool = False, wine: bool = False
) -> None:
    """Make everything ready to run, or also to test, show a window, freeze, or make Windows'."""
    if sys.version_info < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        raise Problem(f"Python {wanted} or newer is needed; this is {sys.version.split()[0]}.")
    install_system(missing_packages(dev=dev, window=window or build, build=build, wine=wine))
    locks = [RUN_LOCK, DEV_LOCK] if dev or build else [RUN_LOCK]
    outdated = stamp(DEV_LOCK).exists() and not is_current(DEV_LOCK)
    if outdated or not is_current(RUN_LOCK):
        _make_venv()
    for lock in locks:
        if not is_current(lock):
            _install(lock)


def missing_packages(*, dev: bool, window: bool, build: bool, wine: bool = False) -> list[str]:
    """The Debian packages that a bare system lacks for what is about to be done."""
    if not sys.platform.startswith("linux"):
        return []
    packages: list[str] = []
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        packages.append("python3-venv")
    libraries = {**QT_LIBRARIES, **(WINDOW_LIBRARIES if window else {})}
    packages += [package for name, package in libraries.items() if not _loads(name)]
    if dev:
        packages += [deb for font, deb in TEST_FONTS.items() if not Path(font).exists()]
    if build and sys.base_prefix == "/usr":
        python_library = f"libpython{sys.version_info[0]}.{sys.version_info[1]}"
        packages += [python_library] if not _loads(f"{python_library}.so.1.0") else []
    programs = {**(BUILD_PROGRAMS if build else {}), **(WINDOWS_PROGRAMS if wine else {})}
    packages += [deb for program, deb in programs.items() if not shutil.which(program)]
    return packages


def install_system(packages: list[str]) -> None:
    """Install what is missing, or say the one command that does.

    Raises `Problem` when somebody with more rights has to do it.
    """
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise Problem(f"This system lacks what Debian calls: {names}. Please install it.")
    install = "DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends"
    script = f"apt-get update -q && {install} {names}"
    shell = [] if os.name == "nt" or os.geteuid() == 0 else ["sudo", "-n"]
    if shell and not _may_sudo():
        raise Problem(f"Some system packages are missing. Run this once:\n  {_as_one(script)}")
    say(f"installing from the system's packages: {names}")
    if call([*shell, "sh", "-c", script]):
        raise Problem(f"The packages could not be installed. Try:\n  {_as_one(script)}")


def pip_environment() -> dict[str, str]:
    """Settings under which pip looks only at the public index, whatever this machine adds."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
    for key in ("PIP_CERT", "PIP_INDEX_URL", "PIP_PROXY", "PIP_DEFAULT_TIMEOUT"):
        if key in os.environ:
            kept[key] = os.environ[key]
    return kept | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}


def _make_venv() -> None:
    """An empty environment, also where an old one or half of one is."""
    say("making .venv")
    if call([sys.executable, "-m", "venv", "--clear", VENV]):
        raise Problem("The environment .venv could not be made; the lines above say why.")


def _install(lock: Path) -> None:
    say(f"installing {lock.name} (each file checked against its hash; slow the first time)")
    pip = [python(), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    hashed = ["--require-hashes", "--only-binary=:all:", "--no-deps", "-r", lock]
    if call([*pip, *hashed]):
        raise Problem(f"{lock.name} could not be installed; the lines above say why.")
    stamp(lock).write_text(signature(lock), encoding="utf-8")


def stamp(lock: Path) -> Path:
    """Where it is written that a lock is installed."""
    return VENV / f"{lock.name}.stamp"


def signature(lock: Path) -> str:
    """What `.venv` was made from: Python, the place of the project and the lock."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{sys.version_info[0]}.{sys.version_info[1]} {ROOT} {digest}\n"


def is_current(lock: Path) -> bool:
    """Whether `.venv` has exactly what the lock says."""
    kept = stamp(lock)
    return (
        python().exists() and kept.exists() and kept.read_text(encoding="utf-8") == signature(lock)
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _may_sudo() -> bool:
    if not shutil.which("sudo"):
        return False
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return asked.returncode == 0


def _as_one(script: str) -> str:
    sudo = "sudo " if shutil.which("sudo") else "su -c "
    return (
        f"sudo sh -c {shlex.quote(script)}" if sudo == "sudo " else f"su -c {shlex.quote(script)}"
    )
