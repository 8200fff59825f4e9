"""What the interviews of some tutorados say (DOMAIN C.2, M-66)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app import domain
from app.domain.asignatura import FINAL
from app.fields import Date
from app.services.impresos.casos import Caso, Papeles, by
from app.services.impresos.semanas import semanas
from app.store import Store
from app.text import ordinal

if TYPE_CHECKING:
    from app.formatos.entrevista import EntrevistaDatos, EntrevistaOpciones

_SAME = (
    "lugar", "se_dificulta", "temas", "primera_vez", "sale_bien", "donde_estudia", "apuntes",
    "examen", "no_entiende", "signos", "intereses", "tardes", "preocupaciones", "expectativas",
    "apoyo", "faltas", "acuerdos",
)  # fmt: skip
"""What the paper says as the interview has it."""


def gather(
    store: Store, ids: Sequence[int], opciones: "EntrevistaOpciones"
) -> "list[EntrevistaDatos]":
    """The interview of each tutorado; one that was not captured stays to be written."""
    papeles = Papeles(store)
    pairs = papeles.de_tutorados(ids)
    people = [who.id for _, who in pairs]
    captured = _captured(store, people)
    known = store.conocimientos.where(entrevista=[one.id for one in captured.values()])
    topics = by(known, "entrevista")
    weeks = semanas(store, people)
    last = _last_parciales(papeles, people) if opciones.calificacion else {}
    found: list[EntrevistaDatos] = []
    for caso, who in pairs:
        one = captured.get((caso.record.id, who.id), domain.Entrevista())
        found.append(
            _datos(
                papeles, caso, who, one, topics.get(one.id, []), weeks.get(who.id, ()),
                last.get((who.id, caso.record.asignatura or 0), ""),
            )
        )  # fmt: skip
    return found


def blank(store: Store) -> "EntrevistaDatos":
    """An empty guide with the heading of the plantel."""
    from app.formatos.entrevista import EntrevistaDatos

    papeles = Papeles(store)
    return EntrevistaDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _captured(store: Store, people: Sequence[int]) -> dict[tuple[int, int], domain.Entrevista]:
    """The interviews of these people by intervención and alumno."""
    rows = store.entrevistas.where(alumno=list(dict.fromkeys(people)))
    return {(one.intervencion or 0, one.alumno or 0): one for one in rows}


def _last_parciales(papeles: Papeles, people: Sequence[int]) -> dict[tuple[int, int], str]:
    """What each of them has in the latest parcial of each asignatura in this periodo."""
    rows = papeles.store.calificaciones.where(
        alumno=list(dict.fromkeys(people)), periodo=papeles.periodo.id
    )
    rows = [row for row in rows if row.parcial != FINAL and row.escrita]
    rows.sort(key=lambda row: row.parcial)
    return {(row.alumno or 0, row.asignatura or 0): row.escrita for row in rows}


def _datos(
    papeles: Papeles, caso: Caso, who: domain.Alumno, one: domain.Entrevista,
    topics: Sequence[domain.Conocimiento], semana: tuple[tuple[str, ...], ...], last: str,
) -> "EntrevistaDatos":  # fmt: skip
    from app.formatos.entrevista import EntrevistaDatos, TemaImpreso

    grupo = papeles.grupo_de(who)
    works = ("si" if one.trabaja else "no") if one.fecha else ""
    return EntrevistaDatos(
        membrete=papeles.membrete(grupo.turno),
        nombre=who.nombre,
        grupo=grupo.etiqueta,
        semestre=ordinal(grupo.semestre) if grupo.semestre else "",
        especialidad=grupo.especialidad,
        asignatura=caso.asignatura,
        fecha=Date().show(one.fecha),
        entrevistador=one.entrevistador or caso.nombre_tutor,
        ultimo_parcial=last,
        conocimientos=tuple(TemaImpreso(t.tema, t.nivel) for t in topics),
        horas_estudio=_number(one.horas_estudio),
        trabaja=works,
        horas_trabajo=_number(one.horas_trabajo),
        semana=semana,
        fecha_proxima=Date().show(one.proxima),
        leyenda=papeles.plantel.leyenda,
        **{key: getattr(one, key) for key in _SAME},
    )


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
