"""The plantel and its time: new file, settings, periodos, non-working days, grupos."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from app import domain
from app.domain.calendario import periodo_of
from app.domain.identifiers import clean_identifier
from app.domain.plantel import PLANTEL_ID
from app.domain.settings import SETTINGS_ID
from app.errors import AppError, InvalidValue
from app.fields import cleaned
from app.store import Store


def new_file(
    path: Path | None,
    nombre: str,
    cct: str = "",
    periodo: str = "",
    *,
    more: Mapping[str, str] | None = None,
    **options: Any,
) -> Store:
    """A new file with its plantel and current periodo; `periodo` as 2026-2027A, else by the date.

    `more` are other typed data of the plantel by key. On an error no file is left.
    Raises InvalidValue for a bad datum or periodo, AppError when the file exists.
    """
    typed = {**(more or {}), "nombre": nombre, "cct": clean_identifier(cct)}
    values = cleaned(domain.Plantel, typed)
    current = _periodo_named(periodo) if periodo else None
    store = Store.memory(**options) if path is None else Store.create(path, **options)
    try:
        with store.operation("Crear el plantel", undoable=False):
            first = store.periodos.add(current or _periodo_for(store.clock().date()))
            store.plantel.add(domain.Plantel(**values, periodo=first.id))
            store.settings.add(domain.Settings())
    except BaseException:
        store.close()
        if path is not None:
            path.unlink(missing_ok=True)
        raise
    return store


def _periodo_named(name: str) -> domain.Periodo:
    name = name.strip().upper()
    if len(name) != 10 or name[-1] not in "AB" or not name[:4].isdigit() or name[4] != "-":
        raise InvalidValue("ciclo", f"«{name}» no es un periodo; se escribe como 2026-2027A.")
    if int(name[5:9]) != int(name[:4]) + 1:
        raise InvalidValue(
            "ciclo", f"El ciclo de «{name}» debe ser de dos años seguidos, como 2026-2027A."
        )
    return domain.Periodo(ciclo=name[:9], parte=name[9])


def _periodo_for(day: date) -> domain.Periodo:
    ciclo, parte = periodo_of(day)
    return domain.Periodo(ciclo=ciclo, parte=parte)


def current_periodo(store: Store) -> domain.Periodo:
    """The periodo the plantel works in."""
    id = store.plantel.only().periodo
    if id is None:
        raise AppError("El plantel no tiene un periodo actual. Elíjalo en Configuración.")
    return store.periodos.get(id)


def change_plantel(store: Store, typed: Mapping[str, str]) -> None:
    """Stores typed data of the plantel; InvalidValue names the field that is wrong."""
    values = cleaned(domain.Plantel, typed)
    with store.operation("Cambiar datos del plantel"):
        store.plantel.change(PLANTEL_ID, **values)


def change_settings(store: Store, typed: Mapping[str, str]) -> None:
    """Stores typed thresholds; the risk of everybody is computed again."""
    values = cleaned(domain.Settings, typed)
    with store.operation("Cambiar reglas del plantel"):
        store.settings.change(SETTINGS_ID, **values)


def choose_periodo(store: Store, name: str) -> domain.Periodo:
    """Makes the named periodo (2026-2027B) the current one, new if the file did not have it."""
    wanted = _periodo_named(name)
    found = store.periodos.where(ciclo=wanted.ciclo, parte=wanted.parte)
    with store.operation(f"Trabajar en el periodo {wanted.nombre}"):
        periodo = found[0] if found else store.periodos.add(wanted)
        store.plantel.change(PLANTEL_ID, periodo=periodo.id)
    return periodo


def set_holidays(store: Store, days: Mapping[date, str]) -> None:
    """The non-working days of the plantel, with their reason, in place of those there were."""
    before = {one.fecha: one for one in store.dias_inhabiles.all()}
    with store.operation("Cambiar los días inhábiles"):
        store.dias_inhabiles.delete_many([one.id for day, one in before.items() if day not in days])
        for day, reason in days.items():
            if day in before:
                store.dias_inhabiles.change(before[day].id, motivo=reason)
            else:
                store.dias_inhabiles.add(domain.DiaInhabil(fecha=day, motivo=reason))


def change_grupo(store: Store, grupo: int, typed: Mapping[str, str]) -> None:
    """Stores typed data of a grupo (its docente-tutor, turno…); says no to a repeated grupo."""
    before = store.grupos.get(grupo)
    values = cleaned(domain.Grupo, typed)
    after = replace(before, **values)
    same = store.grupos.where(
        periodo=after.periodo, semestre=after.semestre, nombre=after.nombre, turno=after.turno,
        especialidad=after.especialidad,
    )  # fmt: skip
    if any(one.id != grupo for one in same):
        raise AppError(f"Ya hay un grupo {after.etiqueta} con ese turno y esa especialidad.")
    with store.operation(f"Cambiar el grupo {before.etiqueta}"):
        store.grupos.change(grupo, **values)
