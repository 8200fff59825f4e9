"""What a frozen folder is made of besides the program: its parts, their licences, where each is.

A part is found by its files, so that the list says what is really there. `notice` is the name in
bold under which `resources/textos/licencias.md` tells of it.
"""

import importlib
import importlib.metadata
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from environment import RUN_LOCK
from packaging.utils import canonicalize_name

DISTRIBUTIONS: Mapping[str, str] = {
    "charset-normalizer": "MIT",
    "click": "BSD-3-Clause",
    "click-default-group": "BSD-3-Clause",
    "highsbox": "MIT",
    "pillow": "MIT-CMU",
    "pluggy": "MIT",
    "pypdfium2": "BSD-3-Clause OR Apache-2.0",
    "pyside6-essentials": "LGPL-3.0-only",
    "python-calamine": "MIT",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "rapidfuzz": "MIT",
    "reportlab": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
    "sqlcipher3": "Zlib",
    "sqlite-fts4": "Apache-2.0",
    "sqlite-utils": "Apache-2.0",
    "tabulate": "MIT",
    "xlsxwriter": "BSD-2-Clause",
}
"""The licence under which each Python distribution goes out."""


@dataclass(frozen=True)
class Part:
    """A library inside another, or beside: found by its files, its version read in them."""

    name: str
    licence: str
    files: str
    said: bytes = b""
    """Pattern of the version inside the file; empty when the file does not say it."""
    notice: str = ""

    @property
    def told_as(self) -> str:
        """Its name in the notices."""
        return self.notice or self.name


_LIB = r"_internal/"
PARTS = (
    Part("Python", "Python-2.0.1", _LIB + r"(libpython3\S+|python3\d\d\.dll)$"),
    Part("Qt", "LGPL-3.0-only", r"(lib)?Qt6Core(\.dll|\.so\.6)$", rb"Qt (6\.\d+\.\d+) \("),
    Part("ICU", "Unicode-3.0", r"libicudata\.so\.\d+$", rb"icudt(\d+)l"),
    Part("SQLCipher", "BSD-3-Clause", r"sqlcipher3/_sqlite3\.", rb"\0(4\.\d+\.\d+)\0"),
    Part("SQLite", "blessing", r"sqlcipher3/_sqlite3\."),
    Part("OpenSSL", "Apache-2.0", r"sqlcipher3/_sqlite3\.", rb"OpenSSL (\d+\.\d+\.\d+) "),
    Part("OpenSSL", "Apache-2.0", _LIB + r"libcrypto", rb"OpenSSL (\d+\.\d+\.\d+) "),
    Part("PDFium", "BSD-3-Clause", r"pypdfium2_raw/version\.json$", rb'"build": (\d+)'),
    Part("Expat", "MIT", r"(libexpat\.so|pyexpat\.pyd)", rb"expat_(\d+\.\d+\.\d+)"),
    Part("libffi", "MIT", _LIB + r"libffi"),
    Part("zlib", "Zlib", _LIB + r"(libz\.so|python3\d\d\.dll)", rb"flate (1\.[\d.]+) Copyright"),
    Part("bzip2", "bzip2-1.0.6", r"(libbz2\.so|_bz2\.pyd)", rb"(1\.0\.\d), \d"),
    Part("liblzma", "0BSD", r"(_internal/liblzma\.so|_lzma\.pyd)", rb"\0(5\.\d+\.\d+)\0"),
    Part("mpdecimal", "BSD-2-Clause", r"/_decimal\.", rb"\0(2\.[45]\.\d)\0"),
    Part("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib", r"PIL/_imaging\.", notice="Pillow"),
    Part("OpenJPEG", "BSD-2-Clause", r"PIL/_imaging\.", notice="Pillow"),
    Part("LibTIFF", "libtiff", r"PIL/_imaging\.", notice="Pillow"),
    Part("Little CMS", "MIT", r"PIL/_imagingcms\.", notice="Pillow"),
    Part("Zstandard", "BSD-3-Clause", r"pillow\.libs/libzstd", notice="Pillow"),
    Part("XCB", "X11", r"pillow\.libs/libxcb", notice="Pillow"),
    Part("libXau", "MIT-open-group", r"pillow\.libs/libXau", notice="Pillow"),
    Part("calamine", "MIT", r"python_calamine/_python_calamine\."),
    Part("HiGHS", "MIT", r"highs_dist/(lib/libhighs\.so|bin/highs\.dll)$",
         rb"\0(\d+\.\d+\.\d+)\0"),
    Part("GCC runtime", "GPL-3.0-or-later WITH GCC-exception-3.1", r"libstdc\+\+\.so|libgcc_s\.so",
         notice="libstdc++ y libgcc"),
    Part("Microsoft Visual C++ runtime", "LicenseRef-Microsoft-Redistributable",
         r"(?i)(vcruntime|msvcp)140", notice="Microsoft Visual C++ Runtime"),
    Part("Source Sans Pro", "OFL-1.1", r"fonts/SourceSansPro-Regular\.ttf$",
         rb"V\0e\0r\0s\0i\0o\0n\0 \0((?:[\d.]\0)+[\d.])"),
    Part("PyInstaller bootloader", "GPL-2.0-or-later WITH Bootloader-exception",
         r"^EntrePares(\.exe)?$", notice="Arranque de PyInstaller"),
)  # fmt: skip


class Unknown(Exception):
    """Something in the folder that belongs to nobody known here."""


@dataclass(frozen=True)
class Component:
    """A part or a distribution as it was found; the hashes are those of its wheels."""

    name: str
    version: str
    licence: str
    notice: str
    hashes: tuple[str, ...] = ()

    @property
    def purl(self) -> str:
        """Its name in the way of package-url."""
        kind = "pypi" if self.hashes else "generic"
        name = self.name.lower().replace("+", "%2B").replace(" ", "-")
        return f"pkg:{kind}/{name}" + (f"@{self.version}" if self.version else "")


def components(files: Mapping[str, Path], modules: set[str]) -> list[Component]:
    """All that a folder is made of, from its files by place and the modules frozen in it.

    Raises Unknown when a module belongs to no distribution of the lock.
    """
    found = {*_distributions(files, modules), *_parts(files)}
    return sorted(found, key=lambda one: (one.name.lower(), one.version))


def _distributions(files: Mapping[str, Path], modules: set[str]) -> Iterator[Component]:
    locked = read_lock()
    owners = importlib.metadata.packages_distributions()
    tops = {name.split(".")[0] for name in modules} | set(_extension_packages(files))
    for top in sorted(tops - {"app", "ui"}):
        if top in sys.stdlib_module_names or top.startswith(("pyimod", "_pyi_", "_sysconfigdata")):
            continue
        names = {canonicalize_name(name) for name in owners.get(top, ())} & set(locked)
        if not names or not names <= set(DISTRIBUTIONS):
            raise Unknown(f"«{top}» is in the folder and no known distribution brings it.")
        for name in names:
            version, hashes = locked[name]
            yield Component(name, version, DISTRIBUTIONS[name], name, hashes)


def _extension_packages(files: Mapping[str, Path]) -> Iterator[str]:
    """The packages that have an extension in a folder of their own."""
    for name in files:
        found = re.match(r"_internal/(?!python3|lib)([A-Za-z]\w*)/.*\.(pyd|so)$", name)
        if found:
            yield found[1]


def _parts(files: Mapping[str, Path]) -> Iterator[Component]:
    for part in PARTS:
        own = [path for name, path in files.items() if re.search(part.files, name)]
        if own:
            yield Component(part.name, _version(part, own[0]), part.licence, part.told_as)


def _version(part: Part, path: Path) -> str:
    if part.name == "Python":
        return _python_version(path)
    if part.name == "SQLite":
        return importlib.import_module("sqlcipher3.dbapi2").sqlite_version
    found = re.search(part.said, path.read_bytes()) if part.said else None
    return found[1].replace(b"\0", b"").decode("ascii") if found else ""


def _python_version(path: Path) -> str:
    """Of Windows, as its library tells it; of Linux, the one that runs this and made the folder."""
    found = re.search(rb"\0(3\.\d+\.\d+)\0", path.read_bytes())
    return (
        found[1].decode("ascii") if found and path.suffix == ".dll" else platform.python_version()
    )


def read_lock() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Version and hashes of every distribution that the program runs with."""
    text = RUN_LOCK.read_text(encoding="utf-8")
    lines = re.findall(r"^([\w.-]+)==(\S+)((?:.*\\\n)+.*)", text, re.MULTILINE)
    return {
        name: (version, tuple(re.findall(r"sha256:([0-9a-f]{64})", rest)))
        for name, version, rest in lines
    }
