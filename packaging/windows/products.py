"""What is handed over: the command that packs the installer, the portable ZIP, the figures."""

import hashlib
import json
import re
import zipfile
from pathlib import Path

from environment import ROOT, Problem, say

HERE = Path(__file__).parent
ICONS = ROOT / "packaging"
LARGEST_INSTALLER_MB, LARGEST_FOLDER_MB = 45, 130
EXPECTED = {"EntrePares.exe", "_internal"}
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def version() -> str:
    """The version of the program, from its own source."""
    source = (ROOT / "app" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^VERSION = "(\d+\.\d+\.\d+)"$', source, re.MULTILINE)
    if not found:
        raise Problem("app/__init__.py has no VERSION of three numbers")
    return found[1]


def clear(folder: Path) -> None:
    """Takes away what an earlier build handed over, so that a failed one leaves nothing to give."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("EntrePares-*"):
        path.unlink()


def makensis(number: str, frozen: Path, output: Path, *more: str) -> list[str | Path]:
    """The command that packs a frozen folder into an installer."""
    output.parent.mkdir(parents=True, exist_ok=True)
    said = {"VERSION": number, "SOURCE": frozen, "ICONS": ICONS, "OUTPUT": output}
    defined = [f"-D{name}={value}" for name, value in said.items()]
    options = ["-V2", "-WX", "-NOCD", "-INPUTCHARSET", "UTF8"]
    return ["makensis", *options, *more, *defined, HERE / "installer.nsi"]


def require_expected(frozen: Path) -> None:
    """The uninstaller removes by name: a new name at the top would stay behind."""
    if found := {path.name for path in frozen.iterdir()} ^ EXPECTED:
        raise Problem(f"installer.nsi does not know of {', '.join(sorted(found))} in {frozen}")


def portable(frozen: Path, target: Path) -> Path:
    """A ZIP with the program in one folder, the file that makes it portable and an explanation.

    Its bytes depend on the files alone.
    """
    extra = {path.name: path for path in (HERE / "portable").iterdir()}
    files = {path.relative_to(frozen).as_posix(): path for path in frozen.rglob("*")} | extra
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name, path in sorted(files.items()):
            if path.is_file():
                entry = zipfile.ZipInfo(f"EntrePares/{name}", _ZIP_EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, path.read_bytes())
    return target


def fingerprints(number: str, folder: Path) -> Path:
    """The SHA-256 of everything that is handed over, as `sha256sum` and `certutil` write it."""
    target = folder / f"EntrePares-{number}-huellas.txt"
    target.unlink(missing_ok=True)
    files = sorted(path for path in folder.glob(f"EntrePares-{number}-*") if path.is_file())
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target


def tell(setup: Path, zipped: Path, frozen: Path, self_test: Path) -> None:
    """The figures, against their limits; raises Problem over one of them."""
    installer = setup.stat().st_size / 1e6
    folder = sum(path.stat().st_size for path in frozen.rglob("*") if path.is_file()) / 1e6
    page = json.loads((self_test / "resultado.json").read_text("utf-8"))["primera_pagina_ms"]
    say(f"installer {installer:.1f} MB (limit {LARGEST_INSTALLER_MB})")
    say(f"folder {folder:.1f} MB (limit {LARGEST_FOLDER_MB})")
    say(f"portable ZIP {zipped.stat().st_size / 1e6:.1f} MB; first page {page} ms under Wine")
    if installer > LARGEST_INSTALLER_MB or folder > LARGEST_FOLDER_MB:
        raise Problem("The installer or its folder is larger than it may be.")
