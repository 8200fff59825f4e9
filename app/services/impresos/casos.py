"""What many forms say alike: who is who in an intervención, the heading, place and date."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from app import domain
from app.domain.intervencion import ABIERTAS
from app.domain.plantel import TURNOS
from app.errors import NotFound
from app.services.carnet_datos import membrete, show_franjas
from app.services.planteles import current_periodo
from app.store import Store
from app.text import MESES, counted, order_key

if TYPE_CHECKING:
    from app.formatos.membrete import Membrete

ORDINALES = ("", "primer", "segundo", "tercer", "cuarto", "quinto", "sexto")
"""Semestres before the word semestre."""
MAYOR_DE_EDAD = 18


@dataclass(frozen=True)
class Caso:
    """An intervención with its people and hours."""

    record: domain.Intervencion
    asignatura: str
    alumno_tutor: domain.Alumno | None
    tutorados: list[domain.Alumno]
    filas: list[domain.Tutorado]
    franjas: list[domain.Franja]

    @property
    def nombre_tutor(self) -> str:
        """The alumno tutor, or the empty text."""
        return self.alumno_tutor.nombre if self.alumno_tutor else ""

    @property
    def horario(self) -> str:
        """Its hours with their places, as letters say them."""
        text = show_franjas(self.franjas)
        places = list(dict.fromkeys(f.lugar for f in self.franjas if f.lugar))
        where = f", {' / '.join(places)}" if places else ""
        return f"{text[:1].lower()}{text[1:]}{where}" if text else ""


class Papeles:
    """Reads for a whole print run what its papers share."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.plantel = store.plantel.only()
        self.periodo = current_periodo(store)
        self.grupos = {one.id: one for one in store.grupos.all()}
        self.asignaturas = {one.id: one for one in store.asignaturas.all()}
        self._heads: dict[str, Membrete] = {}

    def membrete(self, turno: str = "") -> "Membrete":
        """The heading for papers of a turno, a key of TURNOS."""
        if turno not in self._heads:
            self._heads[turno] = membrete(self.store, TURNOS.get(turno, turno))
        return self._heads[turno]

    def grupo_de(self, alumno: domain.Alumno | None) -> domain.Grupo:
        """The grupo of somebody, an empty one if there is none."""
        return self.grupos.get((alumno.grupo if alumno else 0) or 0, domain.Grupo())

    @property
    def periodo_en_palabras(self) -> str:
        """Agosto 2026 – enero 2027."""
        meses = self.periodo.meses
        return meses[:1].upper() + meses[1:]

    @property
    def lugar_y_fecha(self) -> str:
        """Where and when a letter is signed, if the plantel says its place."""
        today = date_in_words(self.hoy)
        return f"{self.plantel.localidad}, a {today}" if self.plantel.localidad else ""

    @property
    def hoy(self) -> date:
        """The day on which the papers are made."""
        return self.store.clock().date()

    def alumnos(self, ids: Sequence[int]) -> list[domain.Alumno]:
        """These alumnos in their order; NotFound when one is gone."""
        found = {one.id: one for one in self.store.alumnos.where(id=list(dict.fromkeys(ids)))}
        check_found(ids, found, "alumno", "alumnos")
        return [found[id] for id in ids]

    def docente_de(self, alumno: domain.Alumno) -> str:
        """The docente tutor of somebody's grupo, else who uses the program."""
        return self.grupo_de(alumno).docente_tutor or self.plantel.docente

    def atendidas(self, alumnos_tutores: Sequence[int]) -> dict[int, list[str]]:
        """The asignaturas in which each alumno tutor attends somebody today, by name."""
        rows = self.store.intervenciones.where(
            alumno_tutor=list(alumnos_tutores), estado=list(ABIERTAS)
        )
        return {
            id: sorted({self._asignatura(one) for one in mine} - {""}, key=order_key)
            for id, mine in by(rows, "alumno_tutor").items()
        }

    def casos(self, intervenciones: Sequence[int]) -> list[Caso]:
        """These intervenciones in their order; NotFound when one is gone."""
        store, ids = self.store, list(dict.fromkeys(intervenciones))
        records = {one.id: one for one in store.intervenciones.where(id=ids)}
        check_found(ids, records, "intervención", "intervenciones")
        filas = by(store.tutorados.where(intervencion=ids), "intervencion")
        franjas = by(store.franjas.where(intervencion=ids), "intervencion")
        named = {row.alumno for rows in filas.values() for row in rows}
        named |= {one.alumno_tutor for one in records.values()}
        alumnos = {one.id: one for one in store.alumnos.where(id=[n for n in named if n])}
        made = {
            id: Caso(
                record,
                self._asignatura(record),
                alumnos.get(record.alumno_tutor or 0),
                [alumnos[row.alumno] for row in filas.get(id, []) if row.alumno in alumnos],
                filas.get(id, []),
                sorted(franjas.get(id, []), key=lambda f: (f.dia or 0, f.inicio or 0)),
            )
            for id, record in records.items()
        }
        return [made[id] for id in intervenciones]

    def _asignatura(self, record: domain.Intervencion) -> str:
        found = self.asignaturas.get(record.asignatura or 0)
        return found.nombre if found else ""

    def periodo_of(self, id: int) -> domain.Periodo:
        """A periodo, the subject of the papers of the whole plantel; NotFound when it is gone."""
        return self.store.periodos.get(id)

    def turno_de(self, caso: Caso) -> str:
        """The turno of an intervención; empty when its tutorados are of several."""
        turnos = {self.grupo_de(who).turno for who in caso.tutorados}
        return turnos.pop() if len(turnos) == 1 else ""

    def docente_del_caso(self, caso: Caso) -> str:
        """The docente-tutor of an intervención: of the grupo of its tutorados, else the user."""
        found = (self.grupo_de(who).docente_tutor for who in caso.tutorados)
        return next(filter(None, found), self.plantel.docente)

    def informes(self, intervenciones: Sequence[int], tipo: str) -> dict[int, domain.Informe]:
        """What was written of each intervención, an empty report where nothing was."""
        rows = self.store.informes.where(intervencion=list(intervenciones), tipo=tipo)
        written = {one.intervencion: one for one in rows}
        return {
            id: written.get(id) or domain.Informe(intervencion=id, tipo=tipo)
            for id in intervenciones
        }

    def de_tutorados(self, ids: Sequence[int]) -> list[tuple[Caso, domain.Alumno]]:
        """Each tutorado of an intervención, by the ids of the rows that tie them, in order."""
        rows = {row.id: row for row in self.store.tutorados.where(id=list(ids))}
        check_found(ids, rows, "tutorado", "tutorados")
        casos = {
            caso.record.id: caso
            for caso in self.casos([rows[id].intervencion or 0 for id in dict.fromkeys(ids)])
        }
        found: list[tuple[Caso, domain.Alumno]] = []
        for id in ids:
            caso = casos[rows[id].intervencion or 0]
            who = next(one for one in caso.tutorados if one.id == rows[id].alumno)
            found.append((caso, who))
        return found

    def es_menor(self, alumno: domain.Alumno) -> bool:
        """Whether somebody is under age today; who has no date of birth counts as under age."""
        born, today = alumno.nacimiento, self.hoy
        if born is None:
            return True
        years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        return years < MAYOR_DE_EDAD


def by(records: Iterable[Any], key: str) -> dict[int, list[Any]]:
    """Records by one of their references."""
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for record in records:
        found[getattr(record, key)].append(record)
    return dict(found)


def check_found(ids: Sequence[int], found: Mapping[int, Any], one: str, many: str) -> None:
    """NotFound when some of the ids are not there any more."""
    if gone := len(set(ids) - set(found)):
        verb = "ya no está" if gone == 1 else "ya no están"
        raise NotFound(f"{counted(gone, one, many)} {verb} en el archivo. Elija de nuevo.")


def date_in_words(day: date) -> str:
    """8 de septiembre de 2026."""
    return f"{day.day} de {MESES[day.month - 1]} de {day.year}"
