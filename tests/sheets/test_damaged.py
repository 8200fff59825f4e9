"""Hundreds of damaged lists of each kind: read or refused in words, never a crash or a hang (I1)."""

import io
import json
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app import paths
from app.errors import SheetRejected
from app.sheets import read_sheets
from app.sheets.kinds import kind_of
from app.sheets.preflight import look_through
from tests.sheets import files

HOW_MANY = 300
PEOPLE = [[f"2630106010{i:04d}", f"NÚÑEZ PEÑA LUCÍA {i}", "3A", i % 11] for i in range(31)]
WORKER = """
import json, sys
import python_calamine
from app.sheets import child
child._limit_memory()
for line in sys.stdin:
    path, kind = json.loads(line)
    try:
        sheets = child._html(path) if kind == "html" else child._calamine(python_calamine, path)
        answer = json.dumps(sheets, default=child._encoded) and "read"
    except BaseException:  # the reader's panics are not Exceptions
        answer = "refused"
    print(answer, flush=True)
"""


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few changed, taken out, doubled or cut."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(max(len(changed), 1))
        length = chance.randint(1, 12)
        match chance.randrange(5):
            case 0:
                changed[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[place : place + length]
            case 2:
                changed[place:place] = changed[place : place + length]
            case 3:
                changed[place:place] = chance.randbytes(length)
            case _:
                if chance.random() < 0.2:
                    del changed[place:]
    return bytes(changed)


def mutated_part(data: bytes, chance: random.Random) -> bytes:
    """The zip again, with one of its parts damaged inside."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, mutated(content, chance) if name == victim else content)
    return out.getvalue()


def damaged(whole: Path, folder: Path) -> list[Path]:
    """Files made from a sound one, the same ones every time."""
    chance = random.Random(f"daños {whole.suffix}")
    data = whole.read_bytes()
    made = []
    for i in range(HOW_MANY):
        inside = whole.suffix in (".xlsx", ".ods") and chance.random() < 0.6
        path = folder / f"{i}{whole.suffix}"
        path.write_bytes((mutated_part if inside else mutated)(data, chance))
        made.append(path)
    return made


def let_through(all_of_them: list[Path]) -> list[tuple[str, str]]:
    """Those that reach the reader process, with their kind; the others were refused in words."""
    kept = []
    for path in all_of_them:
        kind = kind_of(path)
        try:
            if kind in ("xlsx", "ods"):
                look_through(path, kind)
        except SheetRejected:
            continue
        if not kind.startswith("!") and kind != "csv":
            kept.append((str(path), kind))
    return kept


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls", "html"])
def test_damaged_spreadsheets(tmp_path: Path, kind: str) -> None:
    whole = tmp_path / f"lista.{kind}"
    if kind == "html":
        cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) + "</tr>" for r in PEOPLE)
        whole.write_text(f"<html><body><table>{cells}</table></body></html>", "utf-8")
    else:
        {"xlsx": files.xlsx, "ods": files.ods, "xls": files.xls}[kind](whole, PEOPLE)
    answers = answered(let_through(damaged(whole, tmp_path)))
    assert "read" in answers
    assert set(answers) <= {"read", "refused"} | ({"died"} if kind == "xls" else set())


def answered(asked: list[tuple[str, str]]) -> list[str]:
    """What the reader says of each file; one that kills it is «died», and it starts again."""
    answers: list[str] = []
    while len(answers) < len(asked):
        done = subprocess.run(
            [sys.executable, "-c", WORKER],
            input="\n".join(map(json.dumps, asked[len(answers) :])),
            capture_output=True, text=True, cwd=paths.ROOT, check=False, timeout=90,
        )  # fmt: skip
        answers += done.stdout.split()
        if len(answers) < len(asked):
            assert done.returncode != 0
            answers.append("died")
    return answers


def test_damaged_text(tmp_path: Path) -> None:
    whole = tmp_path / "lista.csv"
    text = "\n".join(";".join(map(str, row)) for row in [["control", "nombre"], *PEOPLE])
    whole.write_bytes(text.encode("cp1252"))
    read = 0
    for path in damaged(whole, tmp_path):
        try:
            read += bool(read_sheets(path).sheets[0].rows)
        except SheetRejected:
            continue
    assert read > HOW_MANY // 2
