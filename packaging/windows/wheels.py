"""The wheels for Windows: fetched once, kept under the hash of their list, checked at every use."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from environment import ROOT, Problem, pip_environment, python, say

from . import lists

PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


def fetched(name: str, wanted: str) -> list[Path]:
    """The files of the list `wanted`, downloaded unless the cache has them whole.

    Raises Problem when the index does not give them.
    """
    key = hashlib.sha256(f"{PYTHON}\n{wanted}".encode()).hexdigest()[:16]
    folder = _cache() / f"{name}-{key}"
    if not _is_whole(folder, wanted):
        say(f"downloading {len(lists.names(wanted))} wheels for Windows ({name})")
        _download(folder, wanted)
        if not _is_whole(folder, wanted):
            raise Problem(f"The download of {name} is not what the lock says: {folder}")
    return sorted(folder.glob("*.whl"))


def _cache() -> Path:
    """Where downloads are kept: the cache of the user when it is said, else in the project."""
    base = os.environ.get("XDG_CACHE_HOME")
    return Path(base) / "entre-pares" if base else ROOT / ".build" / "cache"


def _is_whole(folder: Path, wanted: str) -> bool:
    files = sorted(folder.glob("*.whl"))
    digests = {hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    return len(files) == len(lists.names(wanted)) and digests <= lists.hashes(wanted)


def _download(folder: Path, wanted: str) -> None:
    draft = folder.with_name(f"{folder.name}.{os.getpid()}")
    draft.mkdir(parents=True)
    try:
        asked = draft / "list.txt"
        asked.write_text(wanted, encoding="utf-8")
        target = ["--platform", "win_amd64", "--python-version", PYTHON, "--implementation", "cp"]
        abis = [f"--abi={abi}" for abi in (f"cp{PYTHON.replace('.', '')}", "abi3", "none")]
        hashed = ["--require-hashes", "--no-deps", "--only-binary=:all:", "-r", asked]
        pip = [python(), "-m", "pip", "download", "-qq", "-d", draft]
        command = [str(part) for part in [*pip, *target, *abis, *hashed]]
        if subprocess.run(command, env=pip_environment(), check=False).returncode:
            raise Problem("The wheels for Windows could not be fetched; the lines above say why.")
        shutil.rmtree(folder, ignore_errors=True)
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
