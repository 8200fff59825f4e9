"""What a build is made of, written beside it: every file with its hash, and every component.

`inventory.py write FOLDER OUT` writes EntrePares-VERSION-archivos.txt and …-sbom.json (CycloneDX);
`inventory.py compare A B` says in what two builds differ, each a folder or a list of files. Run
with the Python of `.venv`.
"""

import hashlib
import json
import os
import re
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from check_folder import NAME, Folder, modules_of
from components import Component, components
from environment import ROOT, say

STAMPED: tuple[str, ...] = ()
"""Files in which the tools write the moment or the place of the build: none, since the moment is
that of the commit (SOURCE_DATE_EPOCH)."""
_SPACE = uuid.UUID("6f0d2a7e-5a0b-5d0e-9f3b-7a1c5e9b2d40")
Listed = dict[str, tuple[str, int]]
"""Hash and size by place."""


def main(arguments: list[str]) -> int:
    """Does what the first word says; the exit status."""
    if len(arguments) == 3 and arguments[0] == "write":
        write(Path(arguments[1]), Path(arguments[2]))
        return 0
    if len(arguments) == 3 and arguments[0] == "compare":
        return compare(Path(arguments[1]), Path(arguments[2]))
    print(__doc__)
    return 1


def write(folder: Path, out: Path) -> None:
    """Both lists of a frozen folder, into another folder."""
    listed = files_of(folder)
    stem = f"{NAME}-{version()}"
    lines = [f"{digest}  {size:>9}  {name}" for name, (digest, size) in listed.items()]
    _store(out / f"{stem}-archivos.txt", "\n".join(lines))
    document = bill(found_in(folder), listed)
    text = json.dumps(document, ensure_ascii=False, indent=2)
    _store(out / f"{stem}-sbom.json", text)
    say(f"{out / stem}-*: {len(listed)} files, {len(document['components'])} components")


def _store(path: Path, text: str) -> None:
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def version() -> str:
    """The version of the program, from its source."""
    source = (ROOT / "app" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^VERSION = "(.+)"$', source, re.MULTILINE)
    assert found
    return found[1]


def files_of(place: Path) -> Listed:
    """Hash and size of every file of a folder, or as a list of files says them."""
    if place.is_file():
        lines = place.read_text(encoding="utf-8").splitlines()
        parts = [line.split(maxsplit=2) for line in lines]
        return {name: (digest, int(size)) for digest, size, name in parts}
    listed: Listed = {}
    for name, path in Folder(place).files.items():
        content = path.read_bytes()
        listed[name] = (hashlib.sha256(content).hexdigest(), len(content))
    return listed


def found_in(folder: Path) -> list[Component]:
    """The components of a frozen folder."""
    frozen = Folder(folder)
    return components(frozen.files, modules_of(frozen.program))


def bill(found: list[Component], listed: Listed) -> dict[str, Any]:
    """The bill of materials, the same for the same folder and commit."""
    whole = hashlib.sha256(repr(sorted(listed.items())).encode()).hexdigest()
    moment = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, whole)}",
        "version": 1,
        "metadata": {
            "timestamp": f"{moment:%Y-%m-%dT%H:%M:%SZ}",
            "component": {
                "type": "application",
                "name": "Entre Pares",
                "version": version(),
                "bom-ref": "entre-pares",
                "hashes": [{"alg": "SHA-256", "content": whole}],
            },
        },
        "components": [_component(one) for one in found],
        "dependencies": [{"ref": "entre-pares", "dependsOn": [one.purl for one in found]}],
    }


def _component(one: Component) -> dict[str, Any]:
    said: dict[str, Any] = {
        "type": "library",
        "bom-ref": one.purl,
        "name": one.name,
        "version": one.version,
        "licenses": [{"expression": one.licence}],
        "purl": one.purl,
    }
    if len(one.hashes) == 1:
        said["hashes"] = [{"alg": "SHA-256", "content": one.hashes[0]}]
    elif one.hashes:  # one wheel for each system and Python: the build took one of these
        said["properties"] = [{"name": "lock:sha256", "value": digest} for digest in one.hashes]
    return said


def compare(one: Path, other: Path) -> int:
    """Tells each file that differs; 1 when one does that no tool stamps."""
    left, right = files_of(one), files_of(other)
    differ = sorted(
        name for name in left.keys() | right.keys() if left.get(name) != right.get(name)
    )
    for name in differ:
        where = "differs" if name in left and name in right else "is only in one"
        print(f"{name} {where}{' (stamped)' if name in STAMPED else ''}")
    wrong = [name for name in differ if name not in STAMPED]
    print(f"{len(left)} and {len(right)} files: {len(differ)} differ, {len(wrong)} unexpectedly")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
