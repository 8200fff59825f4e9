"""The acta of a proposal: what was read, decided, reached and changed, kept as it was."""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from app import domain
from app.domain.decision import TIPOS_DECISION
from app.domain.horario import show_tramo
from app.fields import fields_of
from app.services.propuesta.lectura import Lectura
from app.services.propuesta.motivos import reason
from app.services.propuesta.propuesta import Pareja, Propuesta
from app.store import Store
from app.text import short_date

SETTINGS = (
    "domina_desde", "capacidad", "minutos_semanales", "exige_regular", "mismo_turno",
    "solo_mayores", "grupo_maximo",
)  # fmt: skip
"""The rules of the plantel that decide a pairing."""


def record(
    store: Store,
    propuesta: Propuesta,
    done: Sequence[Pareja],
    refused: Sequence[tuple[Pareja, str]],
) -> None:
    """Keeps the acta of what is accepted, within its operation."""
    datos = content(store, propuesta, done, refused)
    text = json.dumps(datos, ensure_ascii=False, separators=(",", ":"))
    store.actas.add(domain.Acta(fecha=store.clock().date(), datos=text))


def last(store: Store) -> dict[str, Any] | None:
    """What the newest acta says, or None."""
    found = store.actas.all()
    if not found:
        return None
    newest = max(found, key=lambda one: one.id)
    return {**json.loads(newest.datos), "fecha": newest.fecha}


def content(
    store: Store,
    propuesta: Propuesta,
    done: Sequence[Pareja],
    refused: Sequence[tuple[Pareja, str]],
) -> dict[str, Any]:
    """The acta in plain words, ready to print."""
    lectura = propuesta.lectura
    return {
        "entradas": _inputs(propuesta),
        "reglas": _rules(lectura),
        "objetivos": [
            [goal.name, goal.value, goal.bound, goal.is_best] for goal in propuesta.objetivos
        ],
        "optimo": propuesta.optimo,
        "pares": [_pair(one) for one in sorted(done, key=lambda p: p.need.key)],
        "sin_tutor": [
            [need.nombre, need.grupo, need.nombre_asignatura, reason(propuesta, need).texto]
            for need in propuesta.sin_tutor
        ],
        "cambios": [*_by_hand(store), *_left_out(propuesta, done, refused)],
        "huella": fingerprint(lectura),
    }


def _inputs(propuesta: Propuesta) -> list[list[Any]]:
    lectura = propuesta.lectura
    people = {need.alumno for need in lectura.necesidades}
    known = sum(1 for alumno in people if alumno in lectura.libres)
    return [
        ["Necesidades sin atender", len(lectura.necesidades)],
        ["Tutorados", len(people)],
        ["Tutorados con horario conocido", known],
        ["Alumnos tutores que pueden recibir", len(propuesta.problem.guides)],
        ["Lugares que tienen entre todos", sum(g.places for g in propuesta.problem.guides)],
        ["Pares posibles", len(propuesta.problem.pairs)],
    ]


def _rules(lectura: Lectura) -> list[list[str]]:
    declared = fields_of(domain.Settings)
    return [
        [declared[key].label, declared[key].show(getattr(lectura.settings, key))]
        for key in SETTINGS
    ]


def _pair(one: Pareja) -> list[str]:
    return [
        one.need.nombre, one.need.grupo, one.need.nombre_asignatura, one.guia.nombre,
        show_tramo(one.tramo), one.lugar,
    ]  # fmt: skip


def _by_hand(store: Store) -> list[list[str]]:
    """The decisions of people that held, with reason and date."""
    people = {one.id: one.nombre_corto for one in store.alumnos.where(
        id=[id for d in store.decisiones.all() for id in (d.alumno, d.alumno_tutor) if id]
    )}  # fmt: skip
    subjects = {one.id: one.nombre for one in store.asignaturas.all()}
    found: list[list[str]] = []
    for one in store.decisiones.all():
        pair = f"{people.get(one.alumno_tutor or 0, '')} con {people.get(one.alumno or 0, '')}"
        where = f" en {subjects[one.asignatura]}" if one.asignatura in subjects else ""
        when = short_date(one.fecha) if one.fecha else ""
        found.append([f"{TIPOS_DECISION[one.tipo]}: {pair}{where}", one.motivo, when])
    return found


def _left_out(
    propuesta: Propuesta, done: Sequence[Pareja], refused: Sequence[tuple[Pareja, str]]
) -> list[list[str]]:
    """What was proposed and not stored: by choice, or because the file had changed."""
    reasons = {one.need.key: words for one, words in refused}
    stored = {one.need.key for one in done}
    return [
        [
            f"No aceptado: {one.guia.corto} con {one.need.corto} en {one.need.nombre_asignatura}",
            reasons.get(one.need.key, "Se dejó fuera al aceptar"),
            "",
        ]
        for one in propuesta.parejas
        if one.need.key not in stored
    ]


def fingerprint(lectura: Lectura) -> str:
    """Twelve signs that change when anything that was read changes."""
    said = json.dumps(
        [
            [[n.alumno, n.asignatura, n.nivel, n.espera, n.antes] for n in lectura.necesidades],
            [[g.alumno, lectura.capacidad(g), g.estado, g.regular] for g in lectura.guias.values()],
            [[id, *sorted(map(str, own.items()))] for id, own in sorted(lectura.dominios.items())],
            sorted((id, str(cells)) for id, cells in lectura.libres.items()),
            sorted((*pair, guide) for pair, guide in lectura.fijados.items()),
            sorted(lectura.prohibidos),
            [getattr(lectura.settings, key) for key in SETTINGS],
            lectura.lugares,
        ]
    )
    return sha256(said.encode()).hexdigest()[:12].upper()
