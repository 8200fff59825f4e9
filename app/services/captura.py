"""Capture of a carnet that came back with handwriting: found by its code, its rows as one table.

The rows that are already in the file come first; each new one is matched with what was planned
(DOMAIN M-84, M-86).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app import domain
from app.domain.codigo import alike, read_code
from app.errors import AppError, InvalidValue, NotFound
from app.services import asistencia, captura_revision, carnets, planes, sesiones
from app.services.captura_revision import Contexto, Renglon, Revision
from app.services.carnet_datos import show_franjas
from app.services.planteles import current_periodo
from app.store import Store
from app.store.queries import captura as queries
from app.text import counted, joined


@dataclass(frozen=True, slots=True)
class Tabla:
    """The table of one asignatura of a carnet: with whom, when, and its rows so far."""

    intervencion: int
    asignatura: str
    con: str
    horario: str
    temas: tuple[str, ...]
    renglones: tuple[Renglon, ...]


@dataclass(frozen=True, slots=True)
class Tarjeta:
    """The carnet of somebody, with a table for each asignatura that has an alumno tutor."""

    alumno: int
    nombre: str
    corto: str
    grupo: str
    codigo: str
    tablas: tuple[Tabla, ...]


@dataclass(frozen=True, slots=True)
class Guardado:
    """What came of a card: rows that are new, corrected, and left because something is wrong."""

    nuevas: int
    corregidas: int
    pendientes: int

    def in_words(self) -> str:
        """3 asesorías nuevas y 1 corregida."""
        parts = [
            counted(self.nuevas, "asesoría nueva", "asesorías nuevas") if self.nuevas else "",
            counted(self.corregidas, "corregida", "corregidas") if self.corregidas else "",
        ]
        return joined([part for part in parts if part])


class CodigoDudoso(InvalidValue):
    """A code that no carnet has; `parecidos` are those that one slip away: (code, name)."""

    def __init__(self, sentence: str, parecidos: Sequence[tuple[str, str]]) -> None:
        super().__init__("codigo", sentence)
        self.parecidos = tuple(parecidos)


def find(store: Store, typed: str) -> int:
    """The alumno whose carnet has the code typed or scanned.

    Raises CodigoDudoso, a sentence with the codes that are nearly the same.
    """
    try:
        found = carnets.find_by_code(store, typed)
    except (InvalidValue, NotFound) as problem:
        known = queries.codigos(store)
        near = [(code, known[code]) for code in alike(_signs(typed), known)]
        raise CodigoDudoso(str(problem), near[:2]) from None
    if found.alumno is None or store.alumnos.find(found.alumno) is None:
        raise CodigoDudoso(f"El carnet {found.folio} es de un alumno que ya no está.", ())
    return found.alumno


def _signs(typed: str) -> str:
    """What was typed with its look-alikes resolved, when only one reading is right."""
    try:
        return read_code(typed)
    except ValueError:
        return typed


def tarjeta(store: Store, alumno: int) -> Tarjeta:
    """The carnet of an alumno as it can be captured; AppError when nobody attends him or her."""
    who = store.alumnos.get(alumno)
    periodo = current_periodo(store)
    tables = tuple(_tabla(store, alumno, case) for case in queries.casos(store, alumno, periodo.id))
    if not tables:
        raise AppError(f"{who.nombre_corto} no tiene alumno tutor en este periodo: "
                       "su carnet no tiene asesorías que capturar.")  # fmt: skip
    grupo = store.grupos.find(who.grupo)
    codigo = queries.codigo_de(store, alumno, periodo.id)
    return Tarjeta(
        alumno, who.nombre, who.nombre_corto, grupo.etiqueta if grupo else "", codigo, tables
    )


def _tabla(store: Store, alumno: int, case: int) -> Tabla:
    record = store.intervenciones.get(case)
    asignatura = store.asignaturas.find(record.asignatura)
    owner = store.alumnos.find(record.alumno_tutor)
    hours = sorted(
        store.franjas.where(intervencion=case), key=lambda f: (f.dia or 0, f.inicio or 0)
    )
    places = joined(list(dict.fromkeys(f.lugar for f in hours if f.lugar)))
    when = show_franjas(hours)
    marks = queries.asistencias(store, alumno, case)
    held = sorted(
        store.sesiones.where(intervencion=case, estado="dada"),
        key=lambda s: (s.fecha is None, s.fecha, s.inicio or 0),
    )
    return Tabla(
        case, asignatura.nombre if asignatura else "", owner.nombre if owner else "",
        ", ".join(part for part in (when[:1].lower() + when[1:], places) if part),
        tuple(planes.topics(store, case)),
        tuple(captura_revision.renglon_of(s, marks.get(s.id, "")) for s in held),
    )  # fmt: skip


def save(store: Store, alumno: int, tablas: Mapping[int, Sequence[Renglon]]) -> Guardado:
    """Stores the rows that are right, by intervención, in one step; the rest is left.

    A planned session of that day becomes held; one of the same week that nobody noted is moved
    to the day that was written; any other row is a new session. A row of before is corrected.
    """
    who = store.alumnos.get(alumno)
    done = Guardado(0, 0, 0)
    with store.operation(f"Capturar el carnet de {who.nombre_corto}"):
        for case, rows in tablas.items():
            done = _add(done, _save_table(store, alumno, case, rows))
    return done


def _add(a: Guardado, b: Guardado) -> Guardado:
    return Guardado(a.nuevas + b.nuevas, a.corregidas + b.corregidas, a.pendientes + b.pendientes)


def _save_table(store: Store, alumno: int, case: int, rows: Sequence[Renglon]) -> Guardado:
    context = captura_revision.contexto(store, case)
    marks = queries.asistencias(store, alumno, case)
    new = fixed = left = 0
    stored: dict[tuple[int, int], str] = {}
    reviews = captura_revision.review(context, rows)
    for row, found in zip(rows, reviews, strict=True):
        if row.vacio:
            continue
        if found.is_wrong:
            left += 1
            continue
        before = context.por_id.get(found.sesion or 0)
        if before and row == captura_revision.renglon_of(before, marks.get(before.id, "")):
            continue
        sesion = _store_row(store, context, row, found, before)
        if row.asistio:
            stored[sesion, alumno] = row.asistio
        if context.alumno_tutor and row.firmo and (before is None or before.estado != "dada"):
            stored[sesion, context.alumno_tutor] = "asistio"
        if row.sesion is None and found.modo != "dada":
            new += 1
        else:
            fixed += 1
    asistencia.put(store, stored)
    if new:
        sesiones.set_in_motion(store, case, "dada")
    return Guardado(new, fixed, left)


def _store_row(
    store: Store, context: Contexto, row: Renglon, found: Revision, before: domain.Sesion | None
) -> int:
    values = {
        "fecha": found.fecha, "minutos": found.minutos, "tema": found.tema,
        "observaciones": found.observaciones, "firmada": row.firmo, "estado": "dada",
    }  # fmt: skip
    case = context.intervencion
    if before is None or found.modo == "movida":
        made = domain.Sesion(
            intervencion=case, inicio=found.inicio, imprevista=found.modo == "imprevista",
            **values, **sesiones.snapshot(store, case),
        )  # fmt: skip
        if before is not None and found.fecha is not None:
            said = sesiones.where_to(found.fecha, found.inicio)
            store.sesiones.change(before.id, estado="movida", motivo=said)
        return store.sesiones.add(made).id
    if found.modo == "dada":  # another card of the same grupo noted it: nothing of it is lost
        kept = {"tema": before.tema, "observaciones": before.observaciones}
        values |= {key: value for key, value in kept.items() if value and not values[key]}
        values["firmada"] = row.firmo or before.firmada
    if before.estado != "dada":
        values |= {"causa": "", "quien": "", "motivo": "", **sesiones.snapshot(store, case)}
    store.sesiones.change(before.id, **values)
    return before.id


def with_date(context: Contexto, row: Renglon) -> Renglon:
    """The row with what follows from its day: the usual minutes, and that it was signed."""
    found = captura_revision.read(context, row.fecha)
    if found.fecha is None or row.sesion is not None:
        return row
    minutes = row.minutos or str(context.usual_minutes(found.fecha) or "")
    return replace(row, fecha=captura_revision.show_day(found.fecha), minutos=minutes)
