"""The plantel and its time: new file, settings, periodos, non-working days, grupos."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app import domain
from app.domain.calendario import limits_of, official_holidays, periodo_of
from app.domain.identifiers import clean_identifier
from app.domain.plantel import PLANTEL_ID
from app.domain.settings import SETTINGS_ID
from app.errors import AppError, InvalidValue
from app.fields import cleaned, fields_of
from app.store import Store
from app.text import counted

_MOST_HOLIDAYS = 120


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
    if "cct" in typed:
        typed = {**typed, "cct": clean_identifier(typed["cct"])}
    values = cleaned(domain.Plantel, typed)
    what = _DATUM.get(next(iter(typed)), "datos") if len(typed) == 1 else "datos"
    with store.operation(f"Cambiar {what} del plantel"):
        store.plantel.change(PLANTEL_ID, **values)


_DATUM = {
    "nombre": "el nombre", "cct": "la CCT", "turnos": "los turnos", "director": "la dirección",
    "localidad": "la localidad", "docente": "el nombre de quien usa el programa",
    "logo": "el logotipo", "leyenda": "la leyenda de privacidad",
    "docente_correo": "el correo institucional", "docente_telefono": "el teléfono",
    "coordinador": "el responsable de tutoría", "domicilio": "el domicilio",
    "transparencia": "la unidad de transparencia", "aviso": "el aviso de privacidad",
}  # fmt: skip


def change_settings(store: Store, typed: Mapping[str, str]) -> None:
    """Stores typed thresholds; the risk of everybody is computed again.

    Raises InvalidValue for a threshold that its declaration or another threshold does not allow.
    """
    declared = fields_of(domain.Settings)
    values = cleaned(domain.Settings, typed)
    for key, value in values.items():
        if value is None:
            raise InvalidValue(key, f"{declared[key].label}: es obligatorio")
    after = replace(store.settings.only(), **values)
    for lower, higher, sentence in _ORDER:
        if getattr(after, lower) > getattr(after, higher):
            key = lower if lower in typed else higher
            raise InvalidValue(key, f"{declared[key].label}: {sentence}")
    with store.operation("Cambiar las reglas del plantel"):
        store.settings.change(SETTINGS_ID, **values)


_MEDIO_FIRST = "riesgo medio no puede empezar después que riesgo alto"
_ORDER = (
    ("reprobadas_medio", "reprobadas_alto", _MEDIO_FIRST),
    ("faltas_medio", "faltas_alto", _MEDIO_FIRST),
    ("minima_aprobatoria", "promedio_bajo", "el promedio en riesgo no baja de la mínima"),
)


def restore_settings(store: Store) -> None:
    """Puts every rule back to its value of origin."""
    origin = domain.Settings()
    with store.operation("Volver a las reglas de fábrica"):
        store.settings.change(
            SETTINGS_ID, **{key: getattr(origin, key) for key in fields_of(domain.Settings)}
        )


def choose_periodo(store: Store, name: str) -> domain.Periodo:
    """Makes the named periodo (2026-2027B) the current one, new if the file did not have it."""
    wanted = _periodo_named(name)
    found = store.periodos.where(ciclo=wanted.ciclo, parte=wanted.parte)
    with store.operation(f"Trabajar en el periodo {wanted.nombre}"):
        periodo = found[0] if found else store.periodos.add(wanted)
        store.plantel.change(PLANTEL_ID, periodo=periodo.id)
    return periodo


def add_periodo(store: Store, typed: Mapping[str, str]) -> domain.Periodo:
    """Adds a periodo without working in it; InvalidValue when the file has it already."""
    wanted = _periodo_named(f"{typed.get('ciclo', '').strip()}{typed.get('parte', '')}")
    if store.periodos.count(ciclo=wanted.ciclo, parte=wanted.parte):
        raise InvalidValue("ciclo", f"El periodo {wanted.nombre} ya está en la lista.")
    with store.operation(f"Agregar el periodo {wanted.nombre}"):
        return store.periodos.add(wanted)


def change_periodo(store: Store, periodo: int, typed: Mapping[str, str]) -> None:
    """Stores the typed first or last day of classes; InvalidValue when they are in disorder."""
    before = store.periodos.get(periodo)
    values = cleaned(domain.Periodo, typed)
    after = replace(before, **values)
    if after.inicio and after.fin and after.inicio >= after.fin:
        key = next(iter(typed))
        raise InvalidValue(key, "El primer día de clases debe ser anterior al último.")
    with store.operation(f"Cambiar las fechas de clases de {before.nombre}"):
        store.periodos.change(periodo, **values)


def add_holidays(store: Store, typed: Mapping[str, str]) -> int:
    """Adds the days from `desde` to `hasta` (or that one day) with their reason; how many are new.

    Days that were there keep their reason. Raises InvalidValue for a bad or endless stretch.
    """
    declared = fields_of(domain.DiaInhabil)
    first = replace(declared["fecha"], key="desde", label="Desde").clean(typed.get("desde", ""))
    until = replace(declared["fecha"], key="hasta", label="Hasta", required=False)
    last = until.clean(typed.get("hasta", "")) or first
    motivo = declared["motivo"].clean(typed.get("motivo", ""))
    if last < first:
        raise InvalidValue("hasta", "Hasta: debe ser igual o posterior al primer día.")
    if (last - first).days >= _MOST_HOLIDAYS:
        raise InvalidValue("hasta", f"Hasta: son más de {_MOST_HOLIDAYS} días seguidos.")
    days = {first + timedelta(days=n): motivo for n in range((last - first).days + 1)}
    return _add_days(store, days, f"Agregar días inhábiles: {motivo or f'{first:%d/%m/%Y}'}")


def add_official_holidays(store: Store, periodo: domain.Periodo) -> int:
    """Adds the days of obligatory rest of the ciclo of a periodo; how many are new."""
    first, _ = limits_of(periodo.ciclo, "A")
    _, last = limits_of(periodo.ciclo, "B")
    official = official_holidays(first.year, last.year)
    days = {day: name for day, name in official.items() if first <= day <= last}
    return _add_days(store, days, f"Agregar los días oficiales de {periodo.ciclo}")


def _add_days(store: Store, days: Mapping[date, str], label: str) -> int:
    known = {one.fecha for one in store.dias_inhabiles.all()}
    new = [
        domain.DiaInhabil(fecha=day, motivo=why) for day, why in days.items() if day not in known
    ]
    with store.operation(label):
        store.dias_inhabiles.add_many(new)
    return len(new)


def delete_holidays(store: Store, days: Collection[int]) -> None:
    """Takes days out of the non-working ones, by id."""
    what = "un día inhábil" if len(days) == 1 else f"{len(days)} días inhábiles"
    with store.operation(f"Quitar {what}", deletes=True):
        store.dias_inhabiles.delete_many(days)


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


def set_docentes(store: Store, docentes: Mapping[int, str]) -> int:
    """The docente-tutor of many grupos at once, by id; how many grupos there were."""
    declared = fields_of(domain.Grupo)["docente_tutor"]
    changes = [(id, {"docente_tutor": declared.clean(name)}) for id, name in docentes.items()]
    with store.operation(f"Poner el tutor de {counted(len(changes), 'grupo', 'grupos')}"):
        store.grupos.change_many(changes)
    return len(changes)


def delete_grupos(store: Store, grupos: Collection[int]) -> None:
    """Takes out grupos without alumnos; AppError names the first that has some."""
    for id in grupos:
        if store.alumnos.count(grupo=id):
            label = store.grupos.get(id).etiqueta
            raise AppError(f"El grupo {label} tiene alumnos; cámbielos de grupo antes de borrarlo.")
    with store.operation(
        f"Borrar {counted(len(grupos), 'grupo', 'grupos')} sin alumnos", deletes=True
    ):
        store.grupos.delete_many(grupos)
