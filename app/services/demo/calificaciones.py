"""Made-up calificaciones: who does well, who fails what, how often, and with how many faltas."""

from dataclasses import dataclass, field
from random import Random

from app import domain
from app.domain.asignatura import FINAL
from app.services.demo.plantel import Clase, Entorno

_SHARES = {
    "repite": 0.028,
    "varias": 0.034,
    "una": 0.135,
    "falta_mucho": 0.022,
    "justo": 0.065,
    "mejora": 0.045,
    "destaca": 0.24,
    "sin_datos": 0.018,
}
"""The part of the alumnos of each way of doing; the rest are neither good nor bad."""

_USUAL = {"destaca": (92, 5, 82), "justo": (67, 4, 60), "": (80, 7, 63)}
"""Mean, spread and least value of what is passed, in tenths."""

_CAPTURED = (1, 2)
"""The parciales of the current periodo that the plantel has handed in."""


@dataclass
class Cursante:
    """An alumno while the plantel is being made up."""

    alumno: domain.Alumno
    clase: Clase
    modo: str
    finales: dict[int, int] = field(default_factory=dict[int, int])
    """Passed finals of former periodos, in tenths, by asignatura."""
    debe: list[int] = field(default_factory=list[int])
    """The asignaturas owed, the worst first."""
    salvo: list[int] = field(default_factory=list[int])
    """Those that began badly in this periodo and are passed by now."""


def modos(draw: Random, many: int) -> list[str]:
    """A way of doing for each of so many alumnos: the shares hold in a plantel of any size."""
    found = [modo for modo, share in _SHARES.items() for _ in range(round(share * many))]
    found += [""] * (many - len(found))
    draw.shuffle(found)
    return found[:many]


def of_cursante(draw: Random, entorno: Entorno, who: Cursante) -> list[domain.Calificacion]:
    """All the calificaciones of one alumno; notes in `who` what is owed and what was mastered."""
    semestre = who.clase.grupo.semestre or 1
    especialidad = who.clase.grupo.especialidad
    current = entorno.del_grupo(semestre, especialidad)
    if who.modo == "sin_datos":
        return []
    rows: list[domain.Calificacion] = []
    if semestre > 2 and who.modo == "repite":
        rows += _repeated(draw, entorno, who)
    for ago in range(1, semestre):
        rows += _finals(draw, entorno, who, ago, rows)
    rows += _current(draw, entorno, who, current)
    return rows


def _row(
    who: Cursante, asignatura: int, periodo: int, parcial: int, written: int | str, **rest: object
) -> domain.Calificacion:
    """A calificación of a value in tenths or of a mark."""
    valor, marca = (None, written) if isinstance(written, str) else (written, "")
    return domain.Calificacion(
        alumno=who.alumno.id, asignatura=asignatura, periodo=periodo, parcial=parcial,
        valor=valor, marca=marca, **rest,  # type: ignore[arg-type]
    )  # fmt: skip


def _passed(draw: Random, modo: str, dificultad: int) -> int:
    mean, spread, least = _USUAL.get(modo, _USUAL[""])
    value = round(draw.gauss(mean - (dificultad - 4) * 0.8, spread))
    return min(max(value, least), 100)


def _failed(draw: Random) -> int | str:
    """What somebody gets who fails; 0 and NP are rare and exist."""
    kind = draw.random()
    if kind < 0.05:
        return 0
    if kind < 0.12:
        return "NP"
    return draw.choice((30, 40, 40, 45, 50, 50, 50, 52, 55))


def _finals(
    draw: Random, entorno: Entorno, who: Cursante, ago: int, known: list[domain.Calificacion]
) -> list[domain.Calificacion]:
    """The finals of a former periodo: passed, at times at the second attempt."""
    periodo = entorno.periodos[ago].id
    done = {row.asignatura for row in known}
    rows: list[domain.Calificacion] = []
    semestre = (who.clase.grupo.semestre or 1) - ago
    for asignatura in entorno.del_grupo(semestre, who.clase.grupo.especialidad):
        if asignatura in done:
            continue
        value = _passed(draw, who.modo, entorno.cursos[asignatura].dificultad)
        if who.modo not in ("destaca", "") and draw.random() < 0.06:
            rows.append(_row(who, asignatura, periodo, FINAL, draw.choice((50, 50, "NA"))))
            value = draw.choice((60, 60, 65, 70))
            rows.append(_row(who, asignatura, periodo, FINAL, value, intento="extraordinario"))
        elif who.modo == "" and draw.random() < 0.003:
            rows.append(_row(who, asignatura, periodo, FINAL, "AC"))
            continue
        else:
            rows.append(_row(who, asignatura, periodo, FINAL, value))
        who.finales[asignatura] = value
    return rows


def _repeated(draw: Random, entorno: Entorno, who: Cursante) -> list[domain.Calificacion]:
    """One asignatura of an earlier periodo that was failed twice, or even thrice."""
    semestre = who.clase.grupo.semestre or 1
    ago = draw.randrange(2, semestre) if semestre > 2 else 1
    candidates = entorno.del_grupo(semestre - ago, who.clase.grupo.especialidad)
    asignatura = _hard(draw, entorno, candidates, 1)[0]
    who.debe.append(asignatura)
    then, now = entorno.periodos[ago].id, entorno.actual.id
    rows = [_row(who, asignatura, then, FINAL, draw.choice((50, 50, "NA")))]
    if draw.random() < 0.4:
        value = draw.choice((40, 50, "NP"))
        rows.append(_row(who, asignatura, then, FINAL, value, intento="extraordinario"))
    rows += [
        _row(who, asignatura, now, p, draw.choice((40, 45, 50, 55)), intento="recursamiento")
        for p in _CAPTURED
    ]
    return rows


def _hard(draw: Random, entorno: Entorno, candidates: list[int], many: int) -> list[int]:
    """Different asignaturas, the hard ones more often."""
    left = list(candidates)
    chosen: list[int] = []
    while left and len(chosen) < many:
        weights = [entorno.cursos[a].dificultad ** 2 for a in left]
        chosen.append(draw.choices(left, weights)[0])
        left.remove(chosen[-1])
    return chosen


def _current(
    draw: Random, entorno: Entorno, who: Cursante, asignaturas: list[int]
) -> list[domain.Calificacion]:
    """The parciales of the current periodo with their faltas."""
    many = {"una": draw.choice((1, 1, 1, 2, 2)), "varias": draw.choice((3, 3, 4)), "mejora": 1}
    many["repite"] = draw.choice((1, 2, 3)) if who.debe else 5
    chosen = _hard(draw, entorno, asignaturas, many.get(who.modo, 0))
    (who.salvo if who.modo == "mejora" else who.debe).extend(chosen)
    rows: list[domain.Calificacion] = []
    for asignatura in asignaturas:
        values = _parciales(draw, entorno, who, asignatura)
        faltas = _faltas(draw, who, asignatura in chosen)
        rows += [
            _row(who, asignatura, entorno.actual.id, p, value, faltas=missed)
            for p, value, missed in zip(_CAPTURED, values, faltas, strict=True)
        ]
    return rows


def _parciales(
    draw: Random, entorno: Entorno, who: Cursante, asignatura: int
) -> tuple[int | str, int | str]:
    if asignatura in who.salvo:
        return draw.choice((45, 50, 55)), draw.choice((75, 80, 85))
    if asignatura not in who.debe:
        dificultad = entorno.cursos[asignatura].dificultad
        first = _passed(draw, who.modo, dificultad)
        second = _passed(draw, who.modo, dificultad)
        whole = draw.random() < 0.6
        return (first // 10 * 10, second // 10 * 10) if whole else (first, second)
    first = _failed(draw)
    second = draw.choice((60, 60, 65)) if first in (0, "NP", 30, 40) else _failed(draw)
    return (second, first) if draw.random() < 0.4 else (first, second)


def _faltas(draw: Random, who: Cursante, failed: bool) -> tuple[int, int]:
    """The faltas of two parciales of 20 classes; four in all would already be a level of risk."""
    if who.modo == "falta_mucho":
        return draw.randrange(2, 6), draw.randrange(2, 6)
    if who.modo == "varias" and failed:
        return draw.randrange(4), draw.randrange(3)
    first = draw.choices((0, 1, 2), (6, 3, 1))[0]
    return first, draw.choices((0, 1), (7, 3))[0]
