"""The words of the made-up plantel, read from resources/demo."""

from dataclasses import dataclass, field
from functools import cache

from app import paths

_FOLDER = paths.RESOURCES / "demo"


@dataclass(frozen=True)
class Curso:
    """An asignatura of the plan de estudios: for whom, how hard (0 to 9) and what it deals with."""

    semestre: int
    nombre: str
    especialidad: str
    dificultad: int
    temas: list[str] = field(default_factory=list[str])


@cache
def words(name: str) -> list[str]:
    """The lines of one of the lists."""
    return (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1]


@cache
def plan_de_estudios() -> list[Curso]:
    """Every asignatura of the six semestres, in order."""
    cursos: list[Curso] = []
    for block in "\n".join(words("plan_de_estudios")).split("\n\n")[1:]:
        head, *temas = block.strip().split("\n")
        semestre, nombre, especialidad, dificultad = (part.strip() for part in head.split("|"))
        cursos.append(Curso(int(semestre), nombre, especialidad, int(dificultad), temas))
    return cursos


@cache
def especialidades() -> list[str]:
    """The especialidades of the plan de estudios, in order."""
    return list(dict.fromkeys(c.especialidad for c in plan_de_estudios() if c.especialidad))
