"""What holds the layers apart and keeps each thing in its one place."""

import ast
import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Iterator

from tests.source import ROOT, Module, modules, none_of, program

TOP = {"app", "ui", "resources", "packaging", "tests", "pyproject.toml", "README.md"}
NETWORK = (
    "socket", "socketserver", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib",
    "poplib", "imaplib", "telnetlib", "xmlrpc", "asyncio", "requests", "httpx", "urllib3",
    "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
)  # fmt: skip
SQL = re.compile(
    r"^\s*(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM"
    r"|CREATE\s+(TEMP\w*\s+)?(TABLE|INDEX|TRIGGER|VIEW)|ALTER\s+TABLE|DROP\s+TABLE|PRAGMA\s+\w)",
    re.IGNORECASE | re.DOTALL,
)
HEX = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![0-9A-Za-zÀ-ÿ])")
SIZE = re.compile(r"font(?:-size)?\s*:[^;{}]*\d")


def test_the_layers_stand_in_their_order() -> None:
    run = "import sys; from importlinter.cli import lint_imports as lint; sys.exit(lint())"
    done = subprocess.run(
        [sys.executable, "-c", run], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout.split("Broken contracts")[-1] + done.stderr


def test_the_top_level_holds_nothing_else() -> None:
    made = {".build", ".demo", ".venv"}
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - made == TOP


def test_packaging_is_no_package() -> None:
    # With an __init__.py it hides the library `packaging`, and pytest and PyInstaller stop.
    assert not list((ROOT / "packaging").rglob("__init__.py"))
    assert not list((ROOT / "resources").rglob("*.py"))


def test_nothing_opens_the_network() -> None:
    none_of(
        f"{module.name}:{line} {name}"
        for module in program()
        for line, name in module.imports()
        if any(name == banned or name.startswith(f"{banned}.") for banned in NETWORK)
    )


def test_what_the_program_imports_is_in_its_lock() -> None:
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    locked = {_plain(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
    owners = importlib.metadata.packages_distributions()
    own = {"app", "ui", *sys.stdlib_module_names}
    unlocked = []
    for module in program():
        for line, name in module.imports():
            top = name.split(".")[0]
            distributions = {_plain(owner) for owner in owners.get(top, [])}
            if top not in own and not distributions & locked:
                unlocked.append(f"{module.name}:{line} {top}")
    none_of(unlocked)


def test_only_the_store_holds_sql() -> None:
    found = [
        f"{module.name}:{line} {text.strip()[:40]}"
        for module in _outside("app/store/")
        for line, text in module.strings()
        if SQL.match(text)
    ]
    for module in _outside("app/store/"):
        for line, _owner, _call in module.method_calls("execute", "executemany", "executescript"):
            found.append(f"{module.name}:{line} execute")
    for module in _outside("app/store/"):
        for line, owner, _call in module.method_calls("query"):
            if ast.unparse(owner).split(".")[-1].strip("_") == "store":
                found.append(f"{module.name}:{line} store.query")
    none_of(found)


def test_only_messages_waits_for_a_dialog() -> None:
    # Dialogs are opened with open() and answer by signal; exec() blocks whoever asked.
    found = []
    for module in modules("ui"):
        if module.name == "ui/messages.py":
            continue
        for line, owner, _call in module.method_calls("exec", "exec_"):
            if not _runs_the_program_or_a_drag(module, owner):
                found.append(f"{module.name}:{line} {ast.unparse(owner)}.exec")
    none_of(found)


def test_colours_have_names_everywhere_but_in_roles() -> None:
    found = []
    for module in modules("ui"):
        if module.name == "ui/theme/roles.py":
            continue
        found += [
            f"{module.name}:{line} {text}" for line, text in module.strings() if HEX.search(text)
        ]
        found += [f"{module.name}:{line} {name}" for line, name in _fixed_colours(module)]
    none_of(found)


def test_text_sizes_come_from_the_scale() -> None:
    found = []
    for module in modules("ui"):
        found += [
            f"{module.name}:{line} {text}" for line, text in module.strings() if SIZE.search(text)
        ]
        calls = module.method_calls("setPointSize", "setPointSizeF", "setPixelSize")
        for line, _owner, call in calls:
            if any(_number(argument) for argument in call.args):
                found.append(f"{module.name}:{line} {ast.unparse(call)}")
    none_of(found)


def test_every_resource_is_used() -> None:
    said = {text for module in program() for _line, text in module.strings()}
    said |= set(re.findall(r"resources/([\w/.-]+)", (ROOT / "README.md").read_text("utf-8")))
    composed = [pattern for module in program() for pattern in _composed(module)]
    unused = []
    for path in sorted((ROOT / "resources").rglob("*")):
        place = path.relative_to(ROOT / "resources")
        names = {path.name, path.stem, place.as_posix()}
        # A licence goes with what it covers; a folder that is read whole is named itself.
        licence = re.match(r"(OFL|LICEN[CS]E|README|NOTICE)", path.name, re.IGNORECASE)
        whole = place.parts[0] not in ("icons", "fonts") and set(place.parts[:-1]) & said
        known = names & said or any(re.fullmatch(one, name) for one in composed for name in names)
        if path.is_file() and not (licence or whole or known):
            unused.append(path.relative_to(ROOT).as_posix())
    none_of(unused)


def test_tests_use_real_files_instead_of_mocks() -> None:
    none_of(
        f"{module.name}:{line}"
        for module in modules("tests")
        for line, name in module.imports()
        if name.startswith(("unittest.mock", "mock.", "pytest_mock"))
    )


def _composed(module: Module) -> Iterator[str]:
    """Patterns of the f-strings that say enough to be a name with a varying part."""
    for node in module.nodes:
        if isinstance(node, ast.JoinedStr):
            said = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
            if sum(len(str(text)) for text in said if text is not None) >= 6:
                yield "".join(".+" if text is None else re.escape(str(text)) for text in said)


def _fixed_colours(module: Module) -> Iterator[tuple[int, str]]:
    """Colours said by number or by Qt's own names."""
    for node in module.nodes:
        name = ast.unparse(node) if isinstance(node, ast.Attribute) else ""
        if re.search(r"GlobalColor\.(?!(transparent|color[01])$)\w+$", name):
            yield node.lineno, name
        called = ast.unparse(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""
        if called == "QColor" and any(_number(argument) for argument in node.args):
            yield node.lineno, ast.unparse(node)


def _outside(folder: str) -> list[Module]:
    return [module for module in program() if not module.name.startswith(folder)]


def _runs_the_program_or_a_drag(module: Module, owner: ast.expr) -> bool:
    name = ast.unparse(owner).split(".")[-1].lower()
    return module.name in ("ui/__main__.py", "ui/application.py") or name.endswith("drag")


def _number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
