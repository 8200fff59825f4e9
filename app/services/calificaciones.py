"""Calificaciones by hand: what is typed or pasted in the boleta of a student."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app import domain
from app.domain.asignatura import FINAL, INTENTOS, MARCAS, PARCIALES
from app.errors import AppError, InvalidValue
from app.fields import Number, Tenths, fields_of
from app.services.boleta import Lugar
from app.store import Store
from app.text import plain


@dataclass(frozen=True, slots=True)
class Escrita:
    """What was typed in one cell: `campo` is valor or faltas."""

    lugar: Lugar
    parcial: int
    campo: str
    texto: str


def parse(typed: str) -> tuple[int | None, str]:
    """The tenths, or the mark, of a typed calificación; ValueError(Spanish reason)."""
    typed = typed.strip()
    mark = re.sub(r"[.\s]", "", typed).upper()
    if not typed:
        return None, ""
    if mark in MARCAS:
        return None, mark
    try:
        return Tenths().parse(typed), ""
    except ValueError as problem:
        if "decimal" in str(problem):
            raise
        raise ValueError("debe ser una calificación de 0 a 10, NA, NP o AC") from None


def write(store: Store, alumno: int, escritas: Sequence[Escrita]) -> None:
    """Stores what was typed or pasted, all or nothing; a line left empty goes away.

    InvalidValue tells the asignatura, the parcial and what is wrong; its key is `valor:<parcial>`.
    """
    names = {
        a.id: a.nombre for a in store.asignaturas.where(id=[e.lugar.asignatura for e in escritas])
    }
    changes: defaultdict[tuple[Lugar, int], dict[str, object]] = defaultdict(dict)
    for one in escritas:
        changes[one.lugar, one.parcial] |= _values(one, names[one.lugar.asignatura])
    with store.operation(_label(store, alumno, escritas, names)):
        for (lugar, parcial), values in changes.items():
            _store(store, alumno, lugar, parcial, values)


def _values(one: Escrita, name: str) -> dict[str, object]:
    try:
        if one.campo == "faltas":
            typed = one.texto.strip()
            return {"faltas": Number(0, 400).parse(typed) if typed else None}
        valor, marca = parse(one.texto)
    except ValueError as problem:
        what = "faltas" if one.campo == "faltas" else "calificación"
        place = f"{name}, {PARCIALES[one.parcial].lower()}, {what}"
        raise InvalidValue(
            f"{one.campo}:{one.parcial}", f"{place}: «{one.texto.strip()[:30]}» {problem}"
        ) from None
    return {"valor": valor, "marca": marca}


def _label(store: Store, alumno: int, escritas: Sequence[Escrita], names: dict[int, str]) -> str:
    person = store.alumnos.get(alumno).nombre_corto
    if len(escritas) == 1:
        one = escritas[0]
        what = "las faltas" if one.campo == "faltas" else "la calificación"
        parcial = PARCIALES[one.parcial].lower()
        return f"Cambiar {what} de {person} en {names[one.lugar.asignatura]}, {parcial}"
    return f"Pegar {len(escritas)} datos en la boleta de {person}"


def _store(
    store: Store, alumno: int, lugar: Lugar, parcial: int, values: dict[str, object]
) -> None:
    place = {
        "alumno": alumno, "asignatura": lugar.asignatura, "periodo": lugar.periodo,
        "parcial": parcial, "intento": lugar.intento,
    }  # fmt: skip
    found = store.calificaciones.where(**place)
    if not found:
        if any(value not in (None, "") for value in values.values()):
            store.calificaciones.add(domain.Calificacion(**{**place, **values}))
        return
    after = replace(found[0], **values)
    if after.valor is None and not after.marca and after.faltas is None:
        store.calificaciones.delete(after.id)
    else:
        store.calificaciones.change(after.id, **values)


def change_intento(store: Store, alumno: int, lugar: Lugar, intento: str) -> None:
    """Says that an asignatura was taken another way; AppError when that line already exists."""
    if intento == lugar.intento:
        return
    same = {"alumno": alumno, "asignatura": lugar.asignatura, "periodo": lugar.periodo}
    name = store.asignaturas.get(lugar.asignatura).nombre
    if store.calificaciones.count(**same, intento=intento):
        raise AppError(f"{name} ya tiene calificaciones en {INTENTOS[intento].lower()}.")
    person = store.alumnos.get(alumno).nombre_corto
    with store.operation(f"Pasar {name} de {person} a {INTENTOS[intento].lower()}"):
        rows = store.calificaciones.where(**same, intento=lugar.intento)
        store.calificaciones.change_many([(row.id, {"intento": intento}) for row in rows])


def delete_line(store: Store, alumno: int, lugar: Lugar) -> None:
    """Sends the calificaciones of one attempt at an asignatura to the bin."""
    name = store.asignaturas.get(lugar.asignatura).nombre
    person = store.alumnos.get(alumno).nombre_corto
    with store.operation(f"Quitar {name} de la boleta de {person}", deletes=True):
        rows = store.calificaciones.where(
            alumno=alumno, asignatura=lugar.asignatura, periodo=lugar.periodo,
            intento=lugar.intento,
        )  # fmt: skip
        store.calificaciones.delete_many([row.id for row in rows])


def add_result(
    store: Store, alumno: int, asignatura: str, periodo: str, intento: str, typed: str
) -> None:
    """The final result of an asignatura in a periodo (2025-2026A); either is made if it is new."""
    try:
        valor, marca = parse(typed)
    except ValueError as problem:
        raise InvalidValue("valor", f"Final: {problem}") from None
    if valor is None and not marca:
        raise InvalidValue("valor", "Final: es obligatorio")
    person = store.alumnos.get(alumno).nombre_corto
    with store.operation(f"Agregar {asignatura.strip()} a la boleta de {person}"):
        subject = asignatura_named(store, asignatura)
        lugar = Lugar(subject.id, _periodo_named(store, periodo).id, intento)
        _store(store, alumno, lugar, FINAL, {"valor": valor, "marca": marca})


def _periodo_named(store: Store, name: str) -> domain.Periodo:
    ciclo, parte = name[:-1], name[-1:]
    found = store.periodos.where(ciclo=ciclo, parte=parte)
    return found[0] if found else store.periodos.add(domain.Periodo(ciclo=ciclo, parte=parte))


def asignatura_named(store: Store, nombre: str) -> domain.Asignatura:
    """The asignatura of that name, accents and case apart; new if the plantel did not have it."""
    clean = fields_of(domain.Asignatura)["nombre"].clean(nombre)
    for one in store.asignaturas.all():
        if plain(one.nombre) == plain(clean):
            return one
    with store.operation(f"Agregar la asignatura {clean}"):
        return store.asignaturas.add(domain.Asignatura(nombre=clean))
