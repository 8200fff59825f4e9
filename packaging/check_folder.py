"""Check a frozen folder, of Linux or of Windows: `check_folder.py FOLDER`, with `.venv`'s Python.

Says by name each thing that is missing or too much: a library, a plugin, a font, a translation, a
file of the program, a module. What it finds here is not found by a docente.
"""

import re
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from binaries import Unfit, libraries
from environment import QT_LIBRARIES, ROOT, WINDOW_LIBRARIES
from PyInstaller.archive.readers import ArchiveReadError, CArchiveReader

NAME = "EntrePares"
NOT_SHIPPED = "imagenes"
"""The folder of resources that only the README shows."""
ONLY_FOR_DEVELOPERS = {"ui.screens"}
QT = ("Core", "Gui", "PrintSupport", "Svg", "Widgets")
PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qico", "qjpeg", "qsvg"),
}
PLUGINS_OF_WINDOWS = {"platforms": ("qwindows",), "styles": ("qmodernwindowsstyle",)}
PLUGINS_OF_LINUX = {
    "platforms": ("qoffscreen", "qxcb"),
    "printsupport": ("cupsprintersupport",),
}
EXTENSIONS = (
    "PIL._imaging", "PySide6.QtCore", "PySide6.QtGui", "PySide6.QtPrintSupport", "PySide6.QtSvg",
    "PySide6.QtWidgets", "python_calamine._python_calamine", "rapidfuzz.fuzz_cpp",
    "shiboken6.Shiboken", "sqlcipher3._sqlite3",
)  # fmt: skip
SOLVER = {True: "highsbox/highs_dist/bin/highs.dll", False: "highsbox/highs_dist/lib/libhighs.so"}
"""The solver of the pairing, on Windows or not."""
MODULES = {
    "highsbox",
    "reportlab",
    "xlsxwriter",
    "sqlite_utils",
    "pypdfium2",
    "PIL.Image",
    "rapidfuzz.fuzz",
}
"""Needed besides those of the program, which are all asked for."""
FORBIDDEN_MODULES = re.compile(
    r"(ssl|socketserver|asyncio|xmlrpc|sqlite3|tkinter|unittest|pytest|_pytest|tests|pip|setuptools)"
    r"(\.|$)|PySide6\.Qt(Network|Qml|Quick|Test)"
)
FORBIDDEN_FILES = re.compile(
    r"(^|/)(icuuc|bcryptprimitives|opengl32sw|d3dcompiler_\d+)\.dll$"
    r"|(^|/)(lib)?Qt6(Qml|Quick|Network|Pdf|VirtualKeyboard|Test)\w*\.(dll|so)"
    r"|highs_dist/(?!(lib/libhighs\.so|bin/highs\.dll)$)|openblas"
    r"|translations/(?!qtbase_(es|en)\.qm$)[^/]+$"
    r"|(^|/)(app|ui|tests|packaging)/.*\.pyc?$|(^|/)_ssl\.|\.(pdb|debug|lib|a)$",
    re.IGNORECASE,
)
_WINDOWS_10 = """
advapi32 authz bcrypt bcryptprimitives cfgmgr32 combase comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12
d3d9 dbghelp dcomp dnsapi dwmapi dwrite dxgi gdi32 gdiplus hid icuuc imm32 iphlpapi kernel32 mpr
mscms msvcrt ncrypt netapi32 normaliz ntdll ole32 oleaut32 opengl32 pdh powrprof propsys psapi
rpcrt4 runtimeobject secur32 setupapi shcore shell32 shlwapi ucrtbase uiautomationcore user32
userenv usp10 uxtheme version winhttp winmm wldap32 ws2_32 wtsapi32
"""
OF_WINDOWS = {f"{name}.dll" for name in _WINDOWS_10.split()} | {"winspool.drv"}
"""Part of Windows 10 itself since 1809."""
_LINUX = """
libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libutil.so.1 ld-linux-x86-64.so.2
libX11.so.6 libxcb.so.1 libxcb-glx.so.0 libxcb-util.so.1 libfreetype.so.6 libgthread-2.0.so.0
libGLX.so.0 libOpenGL.so.0 libwayland-client.so.0 libwayland-cursor.so.0 libwayland-egl.so.1
libwayland-server.so.0 libuuid.so.1 libzstd.so.1
"""
OF_LINUX = {*_LINUX.split(), *QT_LIBRARIES, *WINDOW_LIBRARIES}
"""Of every Linux, or of a desktop with what Qt asks of it."""


class Folder:
    """A frozen folder and everything that is wrong with it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.windows = (root / f"{NAME}.exe").exists()
        self.program = root / (f"{NAME}.exe" if self.windows else NAME)
        self.inside = root / "_internal"
        self.qt = self.inside / ("PySide6" if self.windows else "PySide6/Qt")

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file by its place in the folder, with forward slashes."""
        found = sorted(path for path in self.root.rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path for path in found}

    def faults(self) -> list[str]:
        """Each thing that is missing or too much, in a sentence."""
        if not self.program.is_file():
            return [f"There is no {NAME} in {self.root}."]
        return [
            *self._resources(),
            *self._qt(),
            *self._extensions(),
            *self._modules(),
            *self._too_much(),
            *self._libraries(),
        ]

    def _resources(self) -> Iterator[str]:
        source = ROOT / "resources"
        shipped = {}
        for path in sorted(source.rglob("*")):
            place = path.relative_to(source)
            if path.is_file() and place.parts[0] != NOT_SHIPPED:
                shipped[f"_internal/resources/{place.as_posix()}"] = path
        for name, path in shipped.items():
            if name not in self.files:
                yield f"{name} is missing."
            elif self.files[name].read_bytes() != path.read_bytes():
                yield f"{name} is not the one of the source."
        for name in self.files:
            if name.startswith("_internal/resources/") and name not in shipped:
                yield f"{name} is not in the source."

    def _qt(self) -> Iterator[str]:
        for module in QT:
            plain = f"Qt6{module}.dll" if self.windows else f"lib/libQt6{module}.so.6"
            yield from self._asked(self.qt / plain)
        own = PLUGINS_OF_WINDOWS if self.windows else PLUGINS_OF_LINUX
        for kind, names in {**PLUGINS, **own}.items():
            for name in names:
                file = f"{name}.dll" if self.windows else f"lib{name}.so"
                yield from self._asked(self.qt / "plugins" / kind / file)
        yield from self._asked(self.qt / "translations" / "qtbase_es.qm")

    def _asked(self, path: Path) -> Iterator[str]:
        if not path.is_file():
            yield f"{path.relative_to(self.root).as_posix()} is missing."

    def _extensions(self) -> Iterator[str]:
        for name in EXTENSIONS:
            *package, module = name.split(".")
            folder = self.inside.joinpath(*package)
            if not [*folder.glob(f"{module}.*pyd"), *folder.glob(f"{module}.*so")]:
                yield f"The extension {name} is missing."
        yield from self._asked(self.inside / "base_library.zip")
        yield from self._asked(self.inside / SOLVER[self.windows])

    def _modules(self) -> Iterator[str]:
        try:
            frozen = modules_of(self.program)
        except (ArchiveReadError, OSError, ValueError):
            yield f"{NAME} cannot be read as a frozen program."
            return
        for name in sorted(own_modules() | MODULES):
            if name not in frozen:
                yield f"The module {name} is missing."
        for name in sorted(frozen):
            if FORBIDDEN_MODULES.match(name) or name in ONLY_FOR_DEVELOPERS:
                yield f"The module {name} should not be there."

    def _too_much(self) -> Iterator[str]:
        for name in self.files:
            if FORBIDDEN_FILES.search(name):
                yield f"{name} should not be there."

    def _libraries(self) -> Iterator[str]:
        places: dict[str, set[Path]] = {}
        for path in self.files.values():
            places.setdefault(self._plain(path.name), set()).add(path.parent)
        lacking: dict[str, list[str]] = {}
        for name, path in self.files.items():
            if path.is_symlink():
                continue
            try:
                asked = libraries(path)
            except Unfit as unfit:
                yield f"{name} {unfit}."
                continue
            for library in asked:
                if not self._found(places.get(library, set()), path, library):
                    lacking.setdefault(library, []).append(name)
        for library, users in sorted(lacking.items()):
            more = f" and {len(users) - 1} more" if len(users) > 1 else ""
            yield f"{library} is missing: {users[0]}{more} asks for it."

    def _plain(self, name: str) -> str:
        return name.lower() if self.windows else name

    def _found(self, places: set[Path], user: Path, library: str) -> bool:
        """Whether the loader of the system finds a library for the file that asks for it."""
        if self.windows:
            of_system = library in OF_WINDOWS or library.startswith(("api-ms-", "ext-ms-"))
        else:
            of_system = library in OF_LINUX
        looked = {user.parent, self.inside}
        package = user.relative_to(self.root).parts[1:2]
        looked |= {self.inside / f"{name}.libs" for name in package}  # delvewheel's own folder
        if {"PySide6", "shiboken6"} & set(user.parts):
            looked |= {self.inside / "PySide6", self.inside / "shiboken6", self.qt / "lib"}
        return of_system or bool(places & looked)


def modules_of(program: Path) -> set[str]:
    """The names of the Python modules inside the frozen program."""
    archive = CArchiveReader(str(program))
    inner = next(name for name, entry in archive.toc.items() if entry[4] == "z")
    return set(archive.open_embedded_archive(inner).toc)


def own_modules() -> set[str]:
    """The names of the program's own modules, from the source."""
    paths = [path for top in ("app", "ui") for path in (ROOT / top).rglob("*.py")]
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths}
    return (
        {name.removesuffix(".__init__") for name in names}
        - ONLY_FOR_DEVELOPERS
        - {
            "app.__main__"  # it is the program itself
        }
    )


def main(arguments: list[str]) -> int:
    """Tells each fault in a line, then the size; the exit status."""
    if len(arguments) != 1:
        print(__doc__)
        return 1
    folder = Folder(Path(arguments[0]).resolve())
    faults = folder.faults()
    for fault in faults:
        print(f"FAULT {fault}")
    size = sum(path.stat().st_size for path in folder.files.values() if not path.is_symlink())
    state = "ok" if not faults else f"{len(faults)} faults"
    print(f"{arguments[0]}: {len(folder.files)} files, {size / 1e6:.1f} MB: {state}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
