"""What a plan starts from, of one tutorado: grades, interview, what is known, how one learns."""

from dataclasses import dataclass

from app import domain
from app.domain.aprendizaje import (
    ESTRATEGIAS,
    PREFERENCIAS,
    SIGNOS,
    strategies_for,
    suggested_preference,
)
from app.domain.entrevista import NIVELES_PREVIOS
from app.services import entrevistas, fichas, planes
from app.services.boleta import Renglon, boleta
from app.store import Store

_ASKED = ("se_dificulta", "temas", "sale_bien", "preocupaciones", "expectativas", "apoyo")
_SHORT = {
    "se_dificulta": "Se le dificulta",
    "temas": "No entiende",
    "sale_bien": "Le sale bien",
    "preocupaciones": "Le preocupa",
    "expectativas": "Espera",
    "apoyo": "Prefiere",
}
_PARCIALES = {1: "1.er p.", 2: "2.º p.", 3: "3.er p.", 4: "Final"}


@dataclass(frozen=True)
class Diagnostico:
    """Lines in words; an empty list is what nobody knows yet."""

    calificaciones: list[str]
    entrevista: list[tuple[str, str]]
    conocimientos: list[tuple[str, str]]
    preferencia: str
    senales: list[str]


def diagnostico(store: Store, intervencion: int, alumno: int) -> Diagnostico:
    """What is known of a tutorado in the asignatura of an intervención (DOMAIN M-46, M-63)."""
    record = store.intervenciones.get(intervencion)
    asked = entrevistas.entrevista_of(store, intervencion, alumno)
    found = boleta(store, alumno)
    lines = [
        line
        for line in (*found.anteriores, *found.actuales)
        if line.lugar.asignatura == record.asignatura and line.notas
    ]
    lines.sort(key=lambda line: line.numero)
    ficha = fichas.ficha_of(store, alumno)
    signs = asked.signos or ficha.signos
    return Diagnostico(
        [_attempt(line) for line in lines],
        [(_SHORT[key], words) for key in _ASKED if (words := getattr(asked, key))],
        _known(entrevistas.conocimientos(store, asked.id)),
        PREFERENCIAS.get(_preference(ficha, asked), ""),
        [SIGNOS[key] for key in signs if key in SIGNOS],
    )


def _attempt(line: Renglon) -> str:
    marks = [
        f"{_PARCIALES.get(parcial, '')} {line.texto(parcial)}"
        for parcial in sorted(line.notas)
        if line.texto(parcial)
    ]
    absences = sum(nota.faltas or 0 for nota in line.notas.values())
    if absences:
        marks.append(f"{absences} faltas" if absences > 1 else "1 falta")
    return f"{line.periodo}, {line.intento} intento: {' · '.join(marks)}"


def _known(rows: list[domain.Conocimiento]) -> list[tuple[str, str]]:
    return [
        (words, ", ".join(one.tema for one in rows if one.nivel == nivel))
        for nivel, words in NIVELES_PREVIOS.items()
        if any(one.nivel == nivel for one in rows)
    ]


def _preference(ficha: domain.Ficha, asked: domain.Entrevista) -> str:
    return ficha.preferencia or suggested_preference(asked.signos)


@dataclass(frozen=True)
class Sugerencias:
    """The preferences of those who take part, in words, and the strategies still to add."""

    preferencias: list[str]
    estrategias: list[str]


def suggested(store: Store, intervencion: int) -> Sugerencias:
    """The strategies that the preferences of the tutorados favour and the plan does not have.

    A preference orders what is offered, it never limits it (DOMAIN M-53, D.5).
    """
    chosen = planes.plan_of(store, intervencion).estrategias
    found: list[str] = []
    for one in store.tutorados.where(intervencion=intervencion):
        asked = entrevistas.entrevista_of(store, intervencion, one.alumno or 0)
        found.append(_preference(fichas.ficha_of(store, one.alumno or 0), asked))
    preferences = list(dict.fromkeys(key for key in found if key))
    keys = [key for key in ESTRATEGIAS if any(key in strategies_for(p) for p in preferences)]
    return Sugerencias(
        [PREFERENCIAS[key].lower() for key in preferences],
        [key for key in keys if key not in chosen],
    )
