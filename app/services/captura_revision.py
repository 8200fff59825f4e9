"""What is read in each row of a captured carnet: its day, what it matches and what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app import domain
from app.domain.calendario import is_business_day
from app.domain.fechas import FechaLeida, read_day
from app.domain.horario import Tramo
from app.errors import InvalidValue
from app.fields import fields_of
from app.services import cronograma, franjas
from app.store import Store
from app.text import DIAS, short_date

_FIELDS = fields_of(domain.Sesion)
_TAKEN = {
    "dada": "ya registrada: se completa",
    "planeada": "planeada: queda dada",
    "cancelada": "cancelada: queda dada",
}
_LONG_BEFORE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Renglon:
    """A row as it is typed; `sesion` is the one in the file that it is, None for a new one."""

    sesion: int | None = None
    fecha: str = ""
    tema: str = ""
    observaciones: str = ""
    minutos: str = ""
    firmo: bool = True
    asistio: str = "asistio"

    @property
    def vacio(self) -> bool:
        """Whether nothing is written in it."""
        return self.sesion is None and not any(
            (self.fecha, self.tema, self.observaciones, self.minutos)
        )


@dataclass(frozen=True, slots=True)
class Aviso:
    """Something wrong (alto) or to look at (medio) in a cell, and the text that would mend it."""

    campo: str
    nivel: str
    frase: str
    propuesta: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A row as it was understood.

    `modo` is misma (a row of before), planeada, cancelada, dada (that session is noted as held),
    movida (the planned one of that week), imprevista or nueva.
    """

    fecha: date | None = None
    inicio: int | None = None
    minutos: int | None = None
    tema: str = ""
    observaciones: str = ""
    sesion: int | None = None
    modo: str = "nueva"
    nota: str = ""
    avisos: tuple[Aviso, ...] = ()

    @property
    def is_wrong(self) -> bool:
        """Whether it cannot be stored."""
        return any(aviso.nivel == "alto" for aviso in self.avisos)


@dataclass(frozen=True, slots=True)
class Contexto:
    """What a table is read against: the days that count, its sessions and its hours."""

    intervencion: int
    alumno_tutor: int | None
    hoy: date
    inicio: date
    fin: date
    inhabiles: frozenset[date]
    sesiones: tuple[domain.Sesion, ...]
    horas: tuple[Tramo, ...]

    @property
    def por_id(self) -> dict[int, domain.Sesion]:
        """The sessions by id."""
        return {one.id: one for one in self.sesiones}

    def usual(self, day: date) -> Tramo | None:
        """The hour of that weekday."""
        return next((t for t in self.horas if t.dia == day.isoweekday()), None)

    def usual_minutes(self, day: date) -> int | None:
        """How long a session of that day is: as planned, as its hour, or as any hour."""
        planned = next((s.minutos for s in self.sesiones if s.fecha == day and s.minutos), None)
        usual = self.usual(day) or next(iter(self.horas), None)
        return planned or (usual.minutos if usual else None)


def contexto(store: Store, intervencion: int) -> Contexto:
    """What the rows of an intervención are read against."""
    first, last = cronograma.limits(store, intervencion)
    return Contexto(
        intervencion, store.intervenciones.get(intervencion).alumno_tutor, store.clock().date(),
        first, last, frozenset(cronograma.holidays(store)),
        tuple(store.sesiones.where(intervencion=intervencion)),
        tuple(franjas.tramo_of(f) for f in franjas.franjas(store, intervencion)),
    )  # fmt: skip


def renglon_of(sesion: domain.Sesion, asistio: str) -> Renglon:
    """The row of a session that is in the file."""
    return Renglon(
        sesion.id, show_day(sesion.fecha) if sesion.fecha else "", sesion.tema,
        sesion.observaciones.replace("\n", " "), str(sesion.minutos or ""), sesion.firmada, asistio,
    )  # fmt: skip


def show_day(day: date) -> str:
    """Mié 21/10/2026, in small letters, as a row shows its day."""
    return f"{DIAS[day.weekday()][:3]} {day:%d/%m/%Y}"


def read(context: Contexto, typed: str) -> FechaLeida:
    """The day that was typed."""
    return read_day(typed, context.hoy, context.inicio, context.fin)


def review(context: Contexto, rows: Sequence[Renglon]) -> list[Revision]:
    """How each row is understood; two rows never take the same session."""
    taken = {row.sesion for row in rows if row.sesion}
    days: dict[date, int] = {}
    found: list[Revision] = []
    for place, row in enumerate(rows):
        one = _review_row(context, row, taken, _hoped(context, rows[:place], taken))
        if one.fecha:
            first = days.setdefault(one.fecha, place)
            if first != place and row.sesion is None:
                words = f"ese día ya está en la fila {first + 1}"
                one = replace(one, avisos=(*one.avisos, Aviso("fecha", "medio", words)))
        if one.sesion:
            taken.add(one.sesion)
        found.append(one)
    return found


def _review_row(context: Contexto, row: Renglon, taken: set[int], hoped: str) -> Revision:
    if row.vacio:
        return Revision()
    day = read(context, row.fecha)
    notices: list[Aviso] = []
    if day.problema:
        proposal = show_day(day.propuesta) if day.propuesta else ""
        notices.append(Aviso("fecha", "alto", day.problema, proposal))
    elif day.fecha is None:
        notices.append(Aviso("fecha", "alto", "falta la fecha", hoped))
    values = {key: _clean(row, key, notices) for key in ("tema", "observaciones", "minutos")}
    if day.fecha is None:
        return Revision(avisos=tuple(notices), **values)
    if row.sesion is None:
        notices += _doubts(context, day)
    sesion, modo, note = _match(context, row, day.fecha, taken)
    usual = context.usual(day.fecha)
    known = context.por_id.get(sesion or 0)
    inicio = known.inicio if known and modo != "movida" else usual.inicio if usual else None
    if modo in ("nueva", "imprevista") and any(
        s.fecha == day.fecha and s.inicio == inicio and s.estado != "movida"
        for s in context.sesiones
    ):
        inicio = None
    return Revision(day.fecha, inicio, sesion=sesion, modo=modo, nota=note,
                    avisos=tuple(notices), **values)  # fmt: skip


def _clean(row: Renglon, key: str, notices: list[Aviso]):
    spec = _FIELDS[key]
    try:
        return spec.clean(getattr(row, key))
    except InvalidValue as problem:
        words = str(problem).removeprefix(f"{spec.label}: ")
        notices.append(Aviso(key, "alto", f"{spec.label.lower()}: {words}"))
        return spec.kind.empty


def _doubts(context: Contexto, day: FechaLeida) -> list[Aviso]:
    if day.fecha is None:
        return []
    found = [Aviso("fecha", "medio", day.duda)] if day.duda else []
    if not is_business_day(day.fecha, context.inhabiles):
        words = f"el {DIAS[day.fecha.weekday()]} {short_date(day.fecha)} no hubo clases"
        found.append(Aviso("fecha", "medio", words))
    return found


def _match(
    context: Contexto, row: Renglon, day: date, taken: set[int]
) -> tuple[int | None, str, str]:
    """Which session of the file a row is, how, and what is said of it in the row."""
    if row.sesion is not None:
        return row.sesion, "misma", ""
    left = [s for s in context.sesiones if s.id not in taken]
    same = {s.estado: s.id for s in reversed(left) if s.fecha == day}
    same |= {s.estado: s.id for s in context.sesiones if s.fecha == day and s.estado == "dada"}
    for modo, note in _TAKEN.items():
        if modo in same:
            return same[modo], modo, note
    monday = day - timedelta(days=day.weekday())
    near = [
        s for s in left
        if s.estado == "planeada" and s.fecha and s.fecha < context.hoy
        and monday <= s.fecha < monday + _LONG_BEFORE
    ]  # fmt: skip
    if near:
        best = min(near, key=lambda s: abs((s.fecha or day) - day))
        was = f"{DIAS[best.fecha.weekday()][:3]} {best.fecha.day}" if best.fecha else ""
        return best.id, "movida", f"era la del {was}: movida"
    if context.horas and context.usual(day) is None:
        return None, "imprevista", "fuera del horario"
    return None, "nueva", ""


def _hoped(context: Contexto, rows: Sequence[Renglon], taken: set[int]) -> str:
    """The day that a row without one perhaps has: the first that was planned and is not noted."""
    waiting = sorted(
        s.fecha for s in context.sesiones
        if s.estado == "planeada" and s.fecha and s.fecha <= context.hoy and s.id not in taken
    )  # fmt: skip
    if waiting:
        return show_day(waiting[0])
    last = max((f.fecha for row in rows if (f := read(context, row.fecha)).fecha), default=None)
    after = last + timedelta(days=7) if last else None
    return show_day(after) if after and after <= context.hoy else ""
