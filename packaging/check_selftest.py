"""Check the folder that a self-test wrote: `python3 packaging/check_selftest.py CARPETA`.

Needs only Python's own library. The result says everything it should, every step went well, the
PDFs and the pictures are there, have their size and are not blank. The names of tabs, dialogs and
forms come from the source of this checkout, never from the result itself.
"""

import ast
import json
import re
import struct
import sys
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SCREEN = (1366, 768)
_KEYS = {
    "version": str, "sistema": str, "python": str, "qt": str, "empaquetado": bool, "ok": bool,
    "primera_pagina_ms": int, "memoria_kb": int, "pasos": list, "formatos": list, "imagenes": list,
}  # fmt: skip
_PNG = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PAPERS_AT, _USUAL = 5, ("carta",)
"""Where a form says its papers, and those it has when it says none."""
_FEWEST = 3
"""Different lines that a picture has at least."""


def main(arguments: list[str]) -> int:
    """Tells each fault in a line, then the figures; the exit status."""
    if len(arguments) != 1:
        print(__doc__)
        return 1
    folder = Path(arguments[0])
    faults = faults_of(folder)
    for fault in faults:
        print(f"FAULT {fault}")
    if (result := _result(folder)) is not None:
        print(figures(result))
    print(f"{folder}: {'ok' if not faults else f'{len(faults)} faults'}")
    return 1 if faults else 0


def faults_of(folder: Path) -> list[str]:
    """Everything that is wrong with the folder, each in a sentence."""
    result = _result(folder)
    if result is None:
        return ["resultado.json cannot be read."]
    shape = [
        f"resultado.json lacks «{key}»."
        for key, kind in _KEYS.items()
        if not isinstance(result.get(key), kind)
    ]
    if shape:
        return shape
    return [
        *_general(folder, result),
        *_steps(result["pasos"]),
        *_forms(folder, result["formatos"]),
        *_pictures(folder, result["imagenes"]),
    ]


def figures(result: dict[str, Any]) -> str:
    """The figures to keep, in a line."""
    memory = result.get("memoria_kb", 0) / 1024
    return (
        f"{result.get('sistema')}, frozen {result.get('empaquetado')}: first page "
        f"{result.get('primera_pagina_ms')} ms, memory {memory:.0f} MiB, "
        f"{len(result.get('pasos', []))} steps in "
        f"{sum(step['ms'] for step in result.get('pasos', [])) / 1000:.1f} s"
    )


def _result(folder: Path) -> dict[str, Any] | None:
    try:
        found = json.loads((folder / "resultado.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _general(folder: Path, result: dict[str, Any]) -> Iterable[str]:
    if result["version"] != version():
        yield f"The program is {result['version']} and the source {version()}."
    if not result["ok"]:
        yield "The result is not ok."
    if result["primera_pagina_ms"] <= 0:
        yield "The first page was never timed."
    if (folder / "caida.txt").exists():
        yield "The program crashed: caida.txt says where."
    if list((folder / "usuario").glob("informes/*")):
        yield "The program wrote the report of a defect."


def _steps(steps: list[dict[str, Any]]) -> Iterable[str]:
    yield from (f"{step['paso']}: {step['detalle']}" for step in steps if not step["ok"])
    done = {step["paso"] for step in steps}
    yield from (f"The step «{name}» was not done." for name in expected_steps() - done)


def _forms(folder: Path, forms: list[dict[str, Any]]) -> Iterable[str]:
    found = {(form["clave"], form["papel"]): form for form in forms}
    for key in expected_forms():
        if key not in found:
            yield f"The form {' in '.join(key)} is missing."
            continue
        for word in ("lleno", "en_blanco"):
            yield from _pdf(folder, found[key][word])


def _pdf(folder: Path, said: dict[str, Any]) -> Iterable[str]:
    name = said["archivo"]
    try:
        content = (folder / name).read_bytes()
    except OSError:
        yield f"{name} is missing."
        return
    if not content.startswith(b"%PDF-") or b"%%EOF" not in content[-64:]:
        yield f"{name} is not a whole PDF."
    if len(content) != said["bytes"]:
        yield f"{name} has {len(content)} bytes, not {said['bytes']}."
    pages = len(re.findall(rb"/Type\s*/Page\b", content))
    if pages != said["paginas"] or not pages:
        yield f"{name} has {pages} pages, not {said['paginas']}."


def _pictures(folder: Path, pictures: list[dict[str, Any]]) -> Iterable[str]:
    names = {picture["archivo"] for picture in pictures}
    yield from (f"The picture {name} is missing." for name in sorted(expected_pictures() - names))
    for picture in pictures:
        name = picture["archivo"]
        try:
            width, height, different = look_at_png((folder / name).read_bytes())
        except (OSError, ValueError, zlib.error) as error:
            yield f"{name} cannot be read: {error}."
            continue
        if (width, height) != (picture["ancho"], picture["alto"]):
            yield f"{name} is {width}x{height}, not {picture['ancho']}x{picture['alto']}."
        if not Path(name).name.startswith("papel_") and (width, height) != SCREEN:
            yield f"{name} is {width}x{height}, not {SCREEN[0]}x{SCREEN[1]}."
        if different < _FEWEST or picture["colores"] < 2:
            yield f"{name} is blank."


def look_at_png(content: bytes) -> tuple[int, int, int]:
    """Width, height and how many of its lines are different; ValueError when it is no PNG."""
    if not content.startswith(_PNG):
        raise ValueError("it is no PNG")
    width, height, depth, colour = struct.unpack(">IIBB", content[16:26])
    packed, place = b"", len(_PNG)
    while place < len(content):
        size, kind = struct.unpack(">I4s", content[place : place + 8])
        if kind == b"IDAT":
            packed += content[place + 8 : place + 8 + size]
        place += size + 12
    lines = zlib.decompress(packed)
    line = 1 + (width * depth * _CHANNELS[colour] + 7) // 8
    if len(lines) != line * height:
        raise ValueError("it is cut")
    return width, height, len({lines[start : start + line] for start in range(0, len(lines), line)})


# What the source says there should be


def version() -> str:
    """The version of the program."""
    return ast.literal_eval(_assigned("app/__init__.py", "VERSION"))


def expected_forms() -> list[tuple[str, str]]:
    """Key and paper of every printed form."""
    tree = _tree("app/formatos/__init__.py")
    made = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    forms = made["FORMATOS"]
    assert isinstance(forms, ast.Tuple)
    calls = [made[one.id] for one in forms.elts if isinstance(one, ast.Name)]
    found = []
    for call in calls:
        assert isinstance(call, ast.Call)
        named = {keyword.arg: keyword.value for keyword in call.keywords}
        papers = call.args[_PAPERS_AT] if len(call.args) > _PAPERS_AT else named.get("papers")
        key = ast.literal_eval(call.args[0])
        found += [(key, paper) for paper in (ast.literal_eval(papers) if papers else _USUAL)]
    return found


def expected_tabs() -> list[tuple[str, str]]:
    """Key and title of every tab of the window."""
    tabs = _assigned("ui/tabs/__init__.py", "TABS")
    assert isinstance(tabs, ast.Tuple)
    calls = [call for call in tabs.elts if isinstance(call, ast.Call)]
    return [(ast.literal_eval(call.args[0]), ast.literal_eval(call.args[1])) for call in calls]


def expected_dialogs() -> list[tuple[str, ...]]:
    """Place of every dialog, with what it shows."""
    places = ast.literal_eval(_assigned("ui/selftest/pictures.py", "DIALOGS"))
    return [tuple(filter(None, place)) for place in places]


def expected_steps() -> set[str]:
    """The names of all the steps."""
    steps = _assigned("ui/selftest/steps.py", "STEPS")
    assert isinstance(steps, ast.Tuple)
    plain = [one for one in steps.elts if isinstance(one, ast.Tuple)]
    return {
        *(ast.literal_eval(step.elts[0]) for step in plain),
        *(f"Ver la pestaña {title}" for _key, title in expected_tabs()),
        *(f"Ver el diálogo {' '.join(place)}" for place in expected_dialogs()),
        *(f"Imprimir {key} en {paper}" for key, paper in expected_forms()),
        *(f"Imprimir {key} con datos del plantel" for key, _paper in expected_forms()),
    }


def expected_pictures() -> set[str]:
    """The names of all the pictures."""
    papers = [f"papel_{key}_{paper}" for key, paper in expected_forms()]
    return {
        f"imagenes/{name}.png"
        for name in (
            *(f"pestana_{key}" for key, _title in expected_tabs()),
            *("_".join(("dialogo", *place)) for place in expected_dialogs()),
            *(f"{paper}_{word}" for paper in papers for word in ("lleno", "en_blanco")),
            "bienvenida",
        )
    }


def _assigned(path: str, name: str) -> ast.expr:
    """What the source gives to a name, with or without a type."""
    for node in _tree(path).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(one, ast.Name) and one.id == name for one in targets):
            value = getattr(node, "value", None)
            assert isinstance(value, ast.expr)
            return value
    raise SystemExit(f"{path} does not say {name}.")


def _tree(path: str) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
