"""The project's own Python source, read once for the tests that judge it."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCOPES = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of Python: where it is, its text and its tree."""

    path: Path

    @property
    def name(self) -> str:
        """Path from the root with forward slashes."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    def strings(self) -> Iterator[tuple[int, str]]:
        """Line and text of every literal that is not a docstring; pieces of f-strings too."""
        docs = {
            id(node.body[0].value)
            for node in self.nodes
            if isinstance(node, SCOPES) and node.body and isinstance(node.body[0], ast.Expr)
        }
        for node in self.nodes:
            match node:
                case ast.Constant(value=str(text)) if id(node) not in docs:
                    yield node.lineno, text

    def imports(self) -> Iterator[tuple[int, str]]:
        """Line and full dotted name of everything imported, wherever it is written."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield node.lineno, alias.name
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    yield node.lineno, f"{node.module}.{alias.name}"

    def method_calls(self, *names: str) -> Iterator[tuple[int, ast.expr, ast.Call]]:
        """Line, owner and call of every `owner.name(…)`."""
        for node in self.nodes:
            match node:
                case ast.Call(func=ast.Attribute(attr=name, value=owner)) if name in names:
                    yield node.lineno, owner, node


@lru_cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Every module under these folders of the project, in order."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return tuple(Module(path) for path in paths)


def program() -> tuple[Module, ...]:
    """What is shipped: app and ui."""
    return modules("app", "ui")


def none_of(found: Iterable[object]) -> None:
    """Fails with one line for each thing found."""
    lines = [str(one) for one in found]
    assert not lines, f"{len(lines)} found:\n" + "\n".join(lines)
