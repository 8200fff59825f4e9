"""The habits of the house: small files, small functions, one word for each thing."""

import ast
import re
import statistics
from collections.abc import Iterator

import pytest

from tests.source import ROOT, Module, modules, none_of, program

FILE_LIMIT = 300
FUNCTION_LIMIT = 40
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef

# One concept, one word: what appears on the user's paper keeps its Spanish name.
BANNED = {
    "student": "alumno",
    "students": "alumnos",
    "pupil": "alumno",
    "pupils": "alumnos",
    "tutee": "tutorado",
    "tutees": "tutorados",
    "tutorando": "tutorado",
    "tutorandos": "tutorados",
    "peer": "alumno_tutor",
    "peers": "alumnos_tutores",
    "teacher": "docente_tutor",
    "teachers": "docentes",
    "guardian": "responsable",
    "school": "plantel",
    "schools": "planteles",
    "campus": "plantel",
    "materia": "asignatura",
    "materias": "asignaturas",
    "grade": "calificacion",
    "grades": "calificaciones",
    "meeting": "sesion",
    "meetings": "sesiones",
    "referral": "canalizacion",
    "referrals": "canalizaciones",
    "derivacion": "canalizacion",
    "anio": "ciclo",
    "ano": "ciclo",
    "anos": "ciclos",
}
WHOLE = {"tutor": "alumno_tutor or docente_tutor", "pat": "plan", "peer": "alumno_tutor"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}


def test_files_are_small() -> None:
    lengths = {m.name: m.text.count("\n") for m in modules("app", "ui", "packaging", "tests")}
    none_of(f"{name} {lines}" for name, lines in lengths.items() if lines > FILE_LIMIT)


def test_functions_are_small() -> None:
    none_of(
        f"{module.name} {name} {lines}"
        for module in modules("app", "ui", "packaging")
        for name, lines in _functions(module)
        if lines > FUNCTION_LIMIT
    )


@pytest.mark.parametrize("folder", ["app", "ui"])
def test_medians_are_far_below_the_limits(folder: str, request: pytest.FixtureRequest) -> None:
    found = modules(folder)
    files = statistics.median(m.text.count("\n") for m in found)
    functions = statistics.median(lines for m in found for _name, lines in _functions(m))
    terminal = request.config.pluginmanager.get_plugin("terminalreporter")
    terminal.write_line(
        f" {folder}: {len(found)} files, median {files:g} lines; functions, median {functions:g}"
    )
    assert files <= FILE_LIMIT / 2
    assert functions <= FUNCTION_LIMIT / 4


def test_every_module_says_in_a_sentence_what_it_is_for() -> None:
    none_of(module.name for module in program() if not _is_sentence(ast.get_docstring(module.tree)))


def test_modules_are_named_after_what_they_hold() -> None:
    none_of(m.name for m in program() if VAGUE & set(m.name[:-3].split("/")))


def test_identifiers_use_the_words_of_the_house() -> None:
    wrong = set()
    for module in program():
        for line, name in _defined(module):
            for word in _words(name):
                if word in BANNED:
                    wrong.add(f"{module.name}:{line} {name}: say {BANNED[word]}")
            if name.lower().strip("_") in WHOLE:
                wrong.add(f"{module.name}:{line} {name}: say {WHOLE[name.lower().strip('_')]}")
    none_of(sorted(wrong))


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")
    none_of(
        f"{module.name}:{number}"
        for module in modules("app", "ui", "packaging")
        for number, line in enumerate(module.text.splitlines(), start=1)
        if later.search(line)
    )


def test_text_files_end_with_one_newline_and_have_unix_line_ends() -> None:
    kinds = (".py", ".toml", ".md", ".txt", ".lock", ".spec")
    folders = [ROOT / name for name in ("app", "ui", "packaging", "tests")]
    paths = [path for folder in folders for path in folder.rglob("*") if path.suffix in kinds]
    wrong = []
    for path in [*paths, ROOT / "pyproject.toml"]:
        data = path.read_bytes()
        if data and (b"\r\n" in data or not data.endswith(b"\n") or data.endswith(b"\n\n")):
            wrong.append(path.relative_to(ROOT).as_posix())
    none_of(wrong)


def _functions(module: Module) -> Iterator[tuple[str, int]]:
    for node in module.nodes:
        if isinstance(node, FUNCTIONS):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def _is_sentence(text: str | None) -> bool:
    first = (text or "").split("\n\n")[0].strip()
    return bool(first) and not first[0].islower() and first.endswith((".", ":"))


def _defined(module: Module) -> Iterator[tuple[int, str]]:
    """Names that this module gives: of itself, classes, functions, parameters and variables."""
    yield 1, module.path.stem
    for node in module.nodes:
        if isinstance(node, FUNCTIONS | ast.ClassDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id if isinstance(node, ast.Name) else node.attr


def _words(name: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return [word.lower() for word in spaced.split("_") if word]
