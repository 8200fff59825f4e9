"""Small frozen folders made for the tests of the packaging."""

from pathlib import Path

from PyInstaller.archive.writers import CArchiveWriter, ZlibArchiveWriter


def frozen_program(path: Path, modules: set[str]) -> None:
    """An archive as PyInstaller makes it, with empty modules."""
    inner = path.with_name("PYZ.pyz")
    code = {name: compile("", name, "exec") for name in modules}
    ZlibArchiveWriter(str(inner), [(name, "", "PYMODULE") for name in sorted(modules)], code)
    CArchiveWriter(str(path), [("PYZ.pyz", str(inner), False, "z")], "libpython")
    inner.unlink()


def touch(path: Path) -> None:
    """An empty file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
