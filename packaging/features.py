"""Which tests show which feature of tests/features.txt, and on which screen or form it is."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill

FITS = {"K": "core", "A": "adopted", "R": "reference", "O": "optional"}


@dataclass(frozen=True)
class Feature:
    """One line of tests/features.txt: `id | fit | what it is | screen or form`."""

    id: str
    fit: str
    text: str
    place: str


def read(path: Path) -> list[Feature]:
    """Every feature of the list, in its order; raises ValueError naming a line it cannot read."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("|")]
        if len(parts) != 4 or parts[1] not in FITS:
            raise ValueError(f"{path.name}:{number}: expected `id | K A R or O | text | place`")
        found.append(Feature(*parts))
    return found


def marked(tests: Path) -> dict[str, list[str]]:
    """Feature id -> the tests marked with it, as `file::test`; read from the source, not run."""
    shown: dict[str, list[str]] = defaultdict(list)
    for path in sorted(tests.rglob("test_*.py")):
        name = path.relative_to(tests).as_posix()
        for test, ids in _marks(ast.parse(path.read_text(encoding="utf-8"))):
            for id in ids:
                shown[id].append(f"{name}::{test}" if test else name)
    return dict(shown)


def _marks(tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    for node in tree.body:
        if isinstance(node, ast.Assign):
            if any(isinstance(name, ast.Name) and name.id == "pytestmark" for name in node.targets):
                yield "", _ids(node.value)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, _decorated(node)
        elif isinstance(node, ast.ClassDef):
            yield node.name, _decorated(node)
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef):
                    yield f"{node.name}::{inner.name}", _decorated(inner)


def _decorated(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> list[str]:
    return [id for decorator in node.decorator_list for id in _ids(decorator)]


def _ids(node: ast.AST) -> list[str]:
    """The literal ids of every `…mark.feature(…)` inside a node, also in pytest.param(marks=…)."""
    return [
        argument.value
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "feature"
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def show(root: Path, arguments: list[str]) -> int:
    """Print the table; with ids or fit letters as arguments, only those."""
    tests = marked(root / "tests")
    everything = read(root / "tests" / "features.txt")
    wanted = {argument.upper() for argument in arguments}
    listed = [f for f in everything if not wanted or wanted & {f.id, f.fit, f.id.split("-")[0]}]
    for feature in listed:
        names = tests.get(feature.id, [])
        print(f"{feature.id}  {feature.fit}  {feature.text}")
        print(f"      screen or form: {feature.place or '-'}")
        for name in names or ["-"]:
            print(f"      test: {name}")
    _summary(listed, tests)
    return 0


def _summary(listed: list[Feature], tests: dict[str, list[str]]) -> None:
    print()
    for fit, word in FITS.items():
        group = [feature for feature in listed if feature.fit == fit]
        tested = sum(feature.id in tests for feature in group)
        placed = sum(bool(feature.place) for feature in group)
        print(f"{fit} {word:10} {len(group):4} features, {tested:4} with a test, {placed:4} placed")
    for title, lacking in (
        ("no test yet", [f.id for f in listed if f.id not in tests]),
        ("no screen or form yet", [f.id for f in listed if not f.place]),
    ):
        counts = Counter(id.split("-")[0] for id in lacking)
        by_source = ", ".join(f"{source} {count}" for source, count in counts.items())
        print(f"\n{title}: {len(lacking)} ({by_source})" if lacking else f"\n{title}: none")
        print(
            fill(
                " ".join(lacking),
                100,
                initial_indent="  ",
                subsequent_indent="  ",
                break_on_hyphens=False,
            )
        )
