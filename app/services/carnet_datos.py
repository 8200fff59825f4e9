"""What the carnets of some alumnos say today, gathered in one set of questions however many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app import domain
from app.domain.horario import DIAS_DE_CLASE, show_hours
from app.domain.plantel import TURNOS
from app.errors import NotFound
from app.services.planteles import current_periodo
from app.store import Store
from app.store.queries import carnets as queries
from app.text import counted, joined, ordinal

if TYPE_CHECKING:
    from app.formatos.carnet import CarnetDatos
    from app.formatos.membrete import Membrete

CARNET = "carnet"
FIELDS = (
    "semestre", "apellido_paterno", "apellido_materno", "nombres", "grupo", "especialidad",
    "tutor_del_grupo",
)  # fmt: skip
"""The official data of the alumno on a carnet, by their names in CarnetDatos."""


@dataclass(frozen=True)
class Pila:
    """A pile of carnets before printing: `datos` go with `alumnos`, one by one."""

    alumnos: list[int]
    titulares: dict[int, queries.Titular]
    asignaturas: dict[int, list[queries.AsignaturaDeCarnet]]
    impresas: dict[int, queries.Impresa]
    grupos: dict[int, domain.Grupo]
    datos: "list[CarnetDatos]"

    def grupo_de(self, alumno: int) -> domain.Grupo:
        """The grupo of one of them, an empty one if there is none."""
        return self.grupos.get(self.titulares[alumno].grupo or 0, domain.Grupo())


def pila(store: Store, alumnos: Sequence[int], *, con_sesiones: bool = False) -> Pila:
    """The carnets of these alumnos in the given order, still without codes.

    Raises NotFound when one of the alumnos is gone.
    """
    chosen = list(alumnos)
    people = queries.titulares(store, chosen)
    if missing := {one for one in chosen if one not in people}:
        raise NotFound(
            f"{counted(len(missing), 'alumno elegido ya no está', 'alumnos elegidos ya no están')}"
            " en el archivo. Elija de nuevo."
        )
    owed = queries.asignaturas(store, chosen)
    cases = {row.intervencion for rows in owed.values() for row in rows if row.intervencion}
    found = Pila(
        chosen, people, owed,
        queries.impresas(store, CARNET, current_periodo(store).id, chosen),
        {g.id: g for g in store.grupos.all()}, [],
    )  # fmt: skip
    _fill(store, found, queries.franjas(store, cases), _held(store, cases, con_sesiones))
    return found


def _held(store: Store, cases: set[int], wanted: bool) -> Mapping[int, list[queries.SesionDada]]:
    return queries.sesiones_dadas(store, cases) if wanted else {}


def _fill(
    store: Store,
    found: Pila,
    hours: Mapping[int, list[domain.Franja]],
    held: Mapping[int, list[queries.SesionDada]],
) -> None:
    from app.formatos.carnet import CarnetDatos

    leyenda = store.plantel.only().leyenda
    turnos = {"", *(grupo.turno for grupo in found.grupos.values())}
    heads = {turno: membrete(store, TURNOS.get(turno, turno)) for turno in turnos}
    for alumno in found.alumnos:
        who, grupo = found.titulares[alumno], found.grupo_de(alumno)
        rows = found.asignaturas.get(alumno, [])
        found.datos.append(
            CarnetDatos(
                membrete=heads[grupo.turno],
                semestre=ordinal(grupo.semestre) if grupo.semestre else "",
                apellido_paterno=who.apellido_paterno,
                apellido_materno=who.apellido_materno,
                nombres=who.nombres,
                grupo=grupo.etiqueta,
                especialidad=grupo.especialidad,
                tutor_del_grupo=grupo.docente_tutor,
                reprobadas=_reprobadas(rows, hours),
                sesiones=_sesiones(rows, held),
                leyenda=leyenda,
            )
        )


def membrete(store: Store, turno: str = "") -> "Membrete":
    """The heading of the plantel for papers of a turno, written as it is shown."""
    from app.formatos.membrete import Membrete

    plantel, periodo = store.plantel.only(), current_periodo(store)
    return Membrete(plantel.nombre, plantel.cct, turno, periodo.ciclo, periodo.meses, plantel.logo)


def _reprobadas(
    rows: list[queries.AsignaturaDeCarnet], hours: Mapping[int, list[domain.Franja]]
) -> tuple[Any, ...]:
    from app.formatos.carnet import Reprobada

    found: list[Reprobada] = []
    for row in rows:
        franjas = hours.get(row.intervencion or 0, [])
        places = list(dict.fromkeys(f.lugar for f in franjas if f.lugar))
        found.append(
            Reprobada(row.nombre, row.alumno_tutor, show_franjas(franjas), " / ".join(places))
        )
    return tuple(found)


def show_franjas(franjas: Sequence[domain.Franja]) -> str:
    """The hours of attention as forms say them: Martes y jueves, 13:20 a 14:00 (M-80, M-82)."""
    days: dict[str, list[str]] = {}
    for franja in franjas:
        hours = show_hours(franja.inicio or 0, franja.fin or 0)
        days.setdefault(hours, []).append(DIAS_DE_CLASE.get(franja.dia or 0, "").lower())
    text = "; ".join(f"{joined(names)}, {hours}" for hours, names in days.items())
    return text[:1].upper() + text[1:]


def _sesiones(
    rows: list[queries.AsignaturaDeCarnet], held: Mapping[int, list[queries.SesionDada]]
) -> dict[str, tuple[Any, ...]]:
    from app.formatos.carnet import SesionImpresa

    return {
        row.nombre: tuple(
            SesionImpresa(s.fecha, s.tema, s.observaciones) for s in held[row.intervencion]
        )
        for row in rows
        if row.intervencion in held and row.intervencion is not None
    }


def content_of(datos: "CarnetDatos") -> dict[str, Any]:
    """What a carnet says, for the record of printings; the logo stays with the plantel."""
    head = datos.membrete
    sesiones = {
        name: [[s.fecha.isoformat() if s.fecha else "", s.tema, s.observaciones] for s in rows]
        for name, rows in datos.sesiones.items()
    }
    return {
        **{key: getattr(datos, key) for key in FIELDS},
        "codigo": datos.codigo,
        "reprobadas": reprobadas_of(datos),
        "sesiones": sesiones,
        "membrete": [head.nombre, head.cct, head.turno, head.ciclo, head.periodo],
        "leyenda": datos.leyenda,
    }


def reprobadas_of(datos: "CarnetDatos") -> list[list[str]]:
    """The rows of ASIGNATURAS REPROBADAS as plain lists."""
    return [[r.asignatura, r.alumno_tutor, r.dia_hora, r.lugar] for r in datos.reprobadas]
