"""Academic risk: which asignaturas are owed, how many times failed, and the level that follows.

The rule of a failed asignatura:

- An attempt is an asignatura in one periodo and one way of taking it (ordinario, extraordinario…).
- The result of an attempt is its final when there is one, else the mean of its captured parciales,
  rounded half up to the tenth. In a mean NP counts 0, NA counts 5, AC passes without a number.
- A result below `settings.minima_aprobatoria` is failed; NA and NP are failed, AC is passed.
- An asignatura is owed when its latest attempt is failed. It was failed as many times as it has
  failed attempts, and at least twice when one of these is not ordinario: that one is the second.

The levels are those of DOMAIN D.3, from source U art. 16 (U-43…U-48), with thresholds in Settings.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.asignatura import FINAL, INTENTOS
from app.domain.reglas import Cifras, nivel_de
from app.domain.settings import Settings
from app.fields import Tenths
from app.text import joined

NIVELES = {
    "alto": "Riesgo alto",
    "medio": "Riesgo medio",
    "bajo": "Riesgo bajo",
    "sin_riesgo": "Sin riesgo",
    "sin_datos": "Sin datos",
}
"""The levels from worst to best; without data is a state of its own and never "sin riesgo"."""

DESEMPENOS = {
    "insatisfactorio": "Insatisfactorio",
    "satisfactorio": "Satisfactorio",
    "alto": "Alto rendimiento",
}
"""The classes of performance (DOMAIN S-09, S-10, S-11)."""

_RANK = {intento: i for i, intento in enumerate(INTENTOS)}
_VALUE_OF_MARK = {"NP": 0, "NA": 50}
_TIMES = {2: "dos veces", 3: "tres veces", 4: "cuatro veces", 5: "cinco veces"}
_LISTED = 5
_SHOW = Tenths().show


@dataclass(frozen=True, slots=True)
class Resultado:
    """One calificación as the rule needs it: `orden` grows with the periodos, `valor` in tenths."""

    asignatura: int
    nombre: str
    orden: int
    parcial: int
    intento: str = "ordinario"
    valor: int | None = None
    marca: str = ""
    faltas: int | None = None


@dataclass(frozen=True, slots=True)
class Oportunidad:
    """How one attempt at an asignatura ended, as far as it is known; `valor` is None for AC."""

    intento: str
    valor: int | None
    escrita: str
    reprobada: bool


@dataclass(frozen=True, slots=True)
class Reprobada:
    """An asignatura that is owed: how many times it was failed and with which results."""

    asignatura: int
    nombre: str
    veces: int
    oportunidades: tuple[Oportunidad, ...]

    @property
    def escrita(self) -> str:
        """The failing results as people say them: 4 y 5."""
        return joined([o.escrita for o in self.oportunidades])


@dataclass(frozen=True, slots=True)
class Riesgo:
    """A level of `NIVELES`, why, and the three figures behind it; `promedio` in tenths."""

    nivel: str
    motivos: tuple[str, ...]
    reprobadas: int
    promedio: int | None
    porcentaje_faltas: int | None


def riesgo_of(resultados: Iterable[Resultado], settings: Settings) -> Riesgo:
    """The risk of one student, from all his or her calificaciones (DOMAIN D.3)."""
    known = list(resultados)
    taken = _attempts(known, settings.minima_aprobatoria)
    owed = _owed(known, taken)
    promedio = _promedio(taken)
    faltas = porcentaje_faltas(known, settings.clases_por_parcial)
    cifras = Cifras(owed[0].veces if owed else 0, len(owed), faltas, promedio)
    nivel = nivel_de(cifras, settings, hay_resultados=bool(taken))
    motivos = _motivos_de_asignaturas(owed)
    if faltas is not None and faltas >= min(settings.faltas_medio, settings.faltas_alto):
        motivos.append(f"Faltas de {faltas} %")
    if nivel == "bajo" and not motivos:
        motivos.append(f"Promedio de {_SHOW(promedio)}")
    return Riesgo(nivel, tuple(motivos), len(owed), promedio, faltas)


def asignaturas_reprobadas(
    resultados: Iterable[Resultado], settings: Settings
) -> tuple[Reprobada, ...]:
    """The asignaturas that are owed: the most often failed first, then by the worst result."""
    known = list(resultados)
    return _owed(known, _attempts(known, settings.minima_aprobatoria))


def es_regular(resultados: Iterable[Resultado], settings: Settings) -> bool:
    """Whether no asignatura is owed (DOMAIN M-18); nothing is owed where nothing is known."""
    return not asignaturas_reprobadas(resultados, settings)


def promedio_of(resultados: Iterable[Resultado], settings: Settings) -> int | None:
    """The mean of the latest result of each asignatura, in tenths; None without numbers."""
    return _promedio(_attempts(list(resultados), settings.minima_aprobatoria))


def resultado_de(
    resultados: Iterable[Resultado], asignatura: int, settings: Settings
) -> Oportunidad | None:
    """How the latest attempt at an asignatura ended, or None if there is none with a result."""
    known = [r for r in resultados if r.asignatura == asignatura]
    attempts = _attempts(known, settings.minima_aprobatoria).get(asignatura)
    return attempts[-1] if attempts else None


def porcentaje_faltas(resultados: Iterable[Resultado], clases_por_parcial: int) -> int | None:
    """Absences over classes of the worst asignatura in the latest periodo, in whole percent.

    The decimals are dropped, so that the figure shown agrees with the threshold it is compared to.
    Classes are counted for the parciales whose faltas are known; faltas that only a final carries
    are those of the whole periodo. None when no faltas are known.
    """
    known = list(resultados)
    latest = max((r.orden for r in known), default=0)
    parciales: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    finals: dict[tuple[int, str], int] = {}
    for r in known:
        if r.faltas is None or r.orden != latest:
            continue
        if r.parcial == FINAL:
            finals[r.asignatura, r.intento] = r.faltas
        else:
            parciales[r.asignatura, r.intento].append(r.faltas)
    # The faltas of a whole periodo weigh against the classes of its three parciales.
    counted = {key: [faltas, 0, 0] for key, faltas in finals.items()} | parciales
    worst = [sum(each) * 100 // (clases_por_parcial * len(each)) for each in counted.values()]
    return min(max(worst), 100) if worst else None


def desempeno(
    resultados: Iterable[Resultado], settings: Settings, *, en_tercio_superior: bool
) -> str:
    """The class of performance, a key of `DESEMPENOS`; empty without results (S-09…S-11).

    The source leaves out an asignatura failed for the first time; here it is insatisfactorio too.
    """
    taken = _attempts(list(resultados), settings.minima_aprobatoria)
    if not taken:
        return ""
    if any(attempts[-1].reprobada for attempts in taken.values()):
        return "insatisfactorio"
    return "alto" if en_tercio_superior else "satisfactorio"


def _attempts(resultados: list[Resultado], minima: int) -> dict[int, list[Oportunidad]]:
    """The attempts that have a result, by asignatura, the latest at the end."""
    rows: defaultdict[tuple[int, int, int], list[Resultado]] = defaultdict(list)
    for r in resultados:
        if r.valor is not None or r.marca:
            rows[r.asignatura, r.orden, _RANK.get(r.intento, 0)].append(r)
    taken: defaultdict[int, list[Oportunidad]] = defaultdict(list)
    for key in sorted(rows):
        taken[key[0]].append(_outcome(rows[key], minima))
    return taken


def _outcome(rows: list[Resultado], minima: int) -> Oportunidad:
    final = next((r for r in rows if r.parcial == FINAL), None)
    decisive = final or (rows[0] if len(rows) == 1 else None)
    intento = rows[0].intento
    if decisive is not None:
        valor = _value(decisive)
        escrita = decisive.marca or _SHOW(valor)
        failed = decisive.marca in _VALUE_OF_MARK or (valor is not None and valor < minima)
        return Oportunidad(intento, valor, escrita, failed)
    values = [value for r in rows if (value := _value(r)) is not None]
    if not values:
        return Oportunidad(intento, None, "AC", reprobada=False)
    mean = _mean(values)
    return Oportunidad(intento, mean, _SHOW(mean), mean < minima)


def _value(r: Resultado) -> int | None:
    return _VALUE_OF_MARK.get(r.marca) if r.marca else r.valor


def _mean(values: list[int]) -> int:
    return (2 * sum(values) + len(values)) // (2 * len(values))


def _promedio(taken: dict[int, list[Oportunidad]]) -> int | None:
    values = [v for attempts in taken.values() if (v := attempts[-1].valor) is not None]
    return _mean(values) if values else None


def _owed(
    resultados: list[Resultado], taken: dict[int, list[Oportunidad]]
) -> tuple[Reprobada, ...]:
    names = {r.asignatura: r.nombre for r in resultados}
    owed: list[Reprobada] = []
    for asignatura, attempts in taken.items():
        if attempts[-1].reprobada:
            failed = tuple(o for o in attempts if o.reprobada)
            repeated = any(o.intento != "ordinario" for o in failed)
            times = max(len(failed), 2 if repeated else 1)
            owed.append(Reprobada(asignatura, names[asignatura], times, failed))
    return tuple(sorted(owed, key=_worst_first))


def _worst_first(r: Reprobada) -> tuple[int, int, str]:
    return -r.veces, r.oportunidades[-1].valor or 0, r.nombre


def _motivos_de_asignaturas(owed: tuple[Reprobada, ...]) -> list[str]:
    motivos = [_repeated(r) for r in owed if r.veces > 1]
    first_time = [f"{r.nombre} ({r.escrita})" for r in owed if r.veces == 1]
    verb = "También debe" if motivos else "Debe"
    if len(first_time) < 3:
        for asignatura in first_time:
            motivos.append(f"{verb} {asignatura}")
            verb = "También debe"
        return motivos
    listed = first_time[:_LISTED]
    if len(first_time) > _LISTED:
        listed.append(f"{len(first_time) - _LISTED} más")
    motivos.append(f"{verb} {len(first_time)} asignaturas: {joined(listed)}")
    return motivos


def _repeated(r: Reprobada) -> str:
    if len(r.oportunidades) == 1:
        return f"Reprobó {r.nombre} en {r.oportunidades[0].intento} ({r.escrita})"
    times = _TIMES.get(r.veces, f"{r.veces} veces")
    return f"Reprobó {r.nombre} {times} ({r.escrita})"
