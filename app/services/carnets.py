"""Carnets: who needs one, whether the paper out there still agrees, its code, who has a code."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app import domain
from app.domain.codigo import code_of, read_code
from app.errors import InvalidValue, NotFound
from app.services.carnet_datos import CARNET, FIELDS, Pila, membrete, pila, reprobadas_of
from app.services.planteles import current_periodo
from app.store import Store
from app.store.queries import carnets as queries
from app.text import order_key

if TYPE_CHECKING:
    from app.formatos.carnet import CarnetDatos

ESTADOS = {"por_imprimir": "Por imprimir", "cambio": "Cambió", "impreso": "Impreso"}


@dataclass(frozen=True, slots=True)
class FilaCarnet:
    """An alumno who needs a carnet; `estado` is a key of `ESTADOS`, `codigo` what is on paper."""

    alumno: int
    matricula: str
    nombre_de_lista: str
    nombre: str
    grupo: str
    semestre: int | None
    turno: str
    asignaturas: int
    con_tutor: int
    estado: str
    codigo: str


def carnets(store: Store) -> list[FilaCarnet]:
    """Everybody who needs a carnet, by grupo and name, with the state of each."""
    pile = pila(store, queries.con_carnet(store))
    found = [_fila(pile, alumno, i) for i, alumno in enumerate(pile.alumnos)]
    return sorted(found, key=lambda fila: _classroom_order(pile, fila.alumno))


def _fila(pile: Pila, alumno: int, place: int) -> FilaCarnet:
    who, grupo, datos = pile.titulares[alumno], pile.grupo_de(alumno), pile.datos[place]
    rows, last = pile.asignaturas.get(alumno, []), pile.impresas.get(alumno)
    return FilaCarnet(
        alumno, who.matricula, datos.nombre,
        " ".join(filter(None, (who.nombres, who.apellido_paterno, who.apellido_materno))),
        grupo.etiqueta, grupo.semestre, grupo.turno, len(rows),
        sum(1 for row in rows if row.alumno_tutor), _state(datos, last), last.folio if last else "",
    )  # fmt: skip


def _classroom_order(pile: Pila, alumno: int) -> tuple[int, str, str, str, str]:
    who, grupo = pile.titulares[alumno], pile.grupo_de(alumno)
    name = order_key(f"{who.apellido_paterno} {who.apellido_materno} {who.nombres}")
    return grupo.semestre or 0, grupo.nombre, grupo.turno, name, who.matricula


def in_order(store: Store, alumnos: Iterable[int]) -> list[int]:
    """The alumnos by grupo and name: the order in which carnets are handed out in a classroom."""
    grupos = {g.id: g for g in store.grupos.all()}
    chosen = list(alumnos)
    pile = Pila(chosen, queries.titulares(store, chosen), {}, {}, grupos, [])
    return sorted(chosen, key=lambda alumno: _classroom_order(pile, alumno))


def carnet_states(store: Store, alumnos: Sequence[int] | None = None) -> dict[int, str]:
    """The state of each carnet, a key of `ESTADOS`; of everybody who needs one, or of the given."""
    pile = pila(store, queries.con_carnet(store) if alumnos is None else alumnos)
    return {
        alumno: _state(datos, pile.impresas.get(alumno))
        for alumno, datos in zip(pile.alumnos, pile.datos, strict=True)
    }


def carnet_datos(
    store: Store, alumnos: Sequence[int], *, con_sesiones: bool = False
) -> "list[CarnetDatos]":
    """What the carnets of these alumnos say, in the given order, with their codes (DOMAIN C.1).

    Raises NotFound when one of the alumnos is gone.
    """
    pile = pila(store, alumnos, con_sesiones=con_sesiones)
    codes = _codes(store, pile)
    return [
        replace(datos, codigo=codes[alumno])
        for alumno, datos in zip(pile.alumnos, pile.datos, strict=True)
    ]


def carnet_en_blanco(store: Store) -> "CarnetDatos":
    """An empty carnet with the heading of the plantel."""
    from app.formatos.carnet import CarnetDatos

    return CarnetDatos(membrete=membrete(store), leyenda=store.plantel.only().leyenda)


def find_by_code(store: Store, typed: str) -> domain.Emision:
    """The newest printing of the carnet with a code typed or scanned.

    Raises InvalidValue when no code is like that, NotFound when no carnet of the file has it.
    """
    try:
        code = read_code(typed)
    except ValueError as problem:
        raise InvalidValue("codigo", str(problem)) from None
    found = queries.emision_con_folio(store, CARNET, code)
    if found is None:
        raise NotFound(f"Ningún carnet de este archivo tiene el código {code}.")
    return found


def _codes(store: Store, pile: Pila) -> dict[int, str]:
    """The code of each alumno in this periodo: the one that is on paper, else a new one."""
    periodo = current_periodo(store).id
    codes = {alumno: last.folio for alumno, last in pile.impresas.items()}
    waiting, salt = [a for a in dict.fromkeys(pile.alumnos) if a not in codes], 0
    while waiting:
        taken = set(codes.values())
        offered = {alumno: code_of(alumno, periodo, salt) for alumno in waiting}
        codes |= _free(offered, taken, queries.folios(store, offered.values()), periodo)
        waiting, salt = [a for a in waiting if a not in codes], salt + 1
    return codes


def _free(
    offered: Mapping[int, str],
    taken: set[str],
    known: Mapping[str, tuple[int | None, int | None]],
    periodo: int,
) -> dict[int, str]:
    """The codes that nobody else has, each given once."""
    given: dict[int, str] = {}
    for alumno, code in offered.items():
        own = known.get(code, (alumno, periodo)) == (alumno, periodo)
        if own and code not in taken:
            given[alumno] = code
            taken.add(code)
    return given


def _state(datos: "CarnetDatos", last: queries.Impresa | None) -> str:
    """Whether the newest paper says what the file says; heading and sessions do not count."""
    if last is None:
        return "por_imprimir"
    try:
        paper = json.loads(last.datos)
        same = paper["reprobadas"] == reprobadas_of(datos)
        same = same and all(paper[key] == getattr(datos, key) for key in FIELDS)
    except (ValueError, KeyError, TypeError):
        return "cambio"
    return "impreso" if same else "cambio"
