"""What the informe consolidado of a periodo says (DOMAIN C.12): every intervención in its list."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app import domain
from app.services.impresos.casos import Caso, Papeles, date_in_words
from app.services.impresos.cifras import Cifras, cifras_de, hours_in_words
from app.services.resultados import with_decimal
from app.store import Store
from app.text import counted, order_key, ordinal

if TYPE_CHECKING:
    from app.formatos.consolidado import (
        ConsolidadoDatos,
        ConsolidadoOpciones,
        Grupal,
        Individual,
        Pendiente,
    )

_IN_A_CELL = 220
"""About so many letters of a report go in a cell; all of it is in the report itself."""


def gather(
    store: Store, ids: Sequence[int], _opciones: "ConsolidadoOpciones"
) -> "list[ConsolidadoDatos]":
    """The report of each periodo; those that were cancelled are not told."""
    papeles = Papeles(store)
    return [_datos(papeles, papeles.periodo_of(id)) for id in ids]


def blank(store: Store) -> "ConsolidadoDatos":
    """An empty report with the heading of the plantel."""
    from app.formatos.consolidado import ConsolidadoDatos

    papeles = Papeles(store)
    return ConsolidadoDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _datos(papeles: Papeles, periodo: domain.Periodo) -> "ConsolidadoDatos":
    from app.formatos.consolidado import ConsolidadoDatos

    plantel, casos = papeles.plantel, _casos(papeles, periodo)
    ids = [caso.record.id for caso in casos]
    resumenes = _resumenes(papeles, casos)
    written = papeles.store.informes.where(tipo="consolidado", periodo=periodo.id)
    escrito = written[-1] if written else domain.Informe(tipo="consolidado")
    return ConsolidadoDatos(
        membrete=papeles.membrete(),
        dirigido=escrito.dirigido or _with_role(plantel.director, "dirección del plantel"),
        de=_with_role(plantel.coordinador or plantel.docente, "responsable de tutoría"),
        asunto=escrito.asunto
        or f"Informe final consolidado de la tutoría entre pares, {periodo.meses}",
        fecha=date_in_words(escrito.entregado or papeles.hoy),
        introduccion=escrito.introduccion,
        cifras=_figures(casos, cifras_de(papeles.store, ids, hasta=papeles.hoy)),
        individuales=tuple(
            _individual(papeles, caso, resumenes) for caso in casos if len(caso.tutorados) == 1
        ),
        grupales=tuple(
            _grupal(papeles, caso, resumenes) for caso in casos if len(caso.tutorados) > 1
        ),
        pendientes=tuple(_pendientes(papeles, casos, resumenes)),
        conclusiones=escrito.conclusiones,
        sugerencias=escrito.sugerencias,
        responsable=plantel.coordinador or plantel.docente,
        leyenda=plantel.leyenda,
    )


def _with_role(name: str, role: str) -> str:
    return f"{name}, {role}" if name else ""


def _casos(papeles: Papeles, periodo: domain.Periodo) -> list[Caso]:
    """The intervenciones of the periodo with somebody in them, by alumno tutor and asignatura."""
    rows = papeles.store.intervenciones.where(periodo=periodo.id)
    casos = papeles.casos([one.id for one in rows if one.estado != "cancelada"])
    return sorted(
        (caso for caso in casos if caso.tutorados),
        key=lambda c: (order_key(c.nombre_tutor), order_key(c.asignatura), c.record.id),
    )


def _resumenes(papeles: Papeles, casos: Sequence[Caso]) -> dict[int, str]:
    """In few words how each ended: of the final report of the docente tutor, else of the alumno."""
    ids = [caso.record.id for caso in casos]
    docentes, alumnos = (papeles.informes(ids, tipo) for tipo in ("final", "alumno_tutor"))
    return {
        id: in_short(docentes[id].conclusiones or docentes[id].resultados or alumnos[id].mejoras)
        for id in ids
    }


def in_short(text: str) -> str:
    """The first sentences of a text, whole, of what goes in a cell; one at least."""
    sentences = re.split(r"(?<=[.!?…])\s+", text.strip())
    short = sentences[0]
    for more in sentences[1:]:
        if len(short) + len(more) >= _IN_A_CELL:
            break
        short = f"{short} {more}"
    return short


def _figures(casos: Sequence[Caso], cifras: dict[int, Cifras]) -> str:
    if not casos:
        return ""
    each = cifras.values()
    held, planned = sum(len(c.dadas) for c in each), sum(c.planeadas for c in each)
    people = len({who.id for caso in casos for who in caso.tutorados})
    parts = [
        counted(len(casos), "intervención", "intervenciones"),
        counted(people, "tutorado", "tutorados"),
        f"{counted(held, 'sesión realizada', 'sesiones realizadas')} de {planned:,} planeadas",
        hours_in_words(sum(c.minutos for c in each)),
    ]
    return " · ".join(filter(None, parts))


def _semestre(papeles: Papeles, who: domain.Alumno) -> str:
    semestre = papeles.grupo_de(who).semestre
    return ordinal(semestre) if semestre else ""


def _individual(papeles: Papeles, caso: Caso, resumenes: dict[int, str]) -> "Individual":
    from app.formatos.consolidado import Individual

    who = caso.tutorados[0]
    return Individual(
        caso.nombre_tutor, who.nombre_de_lista, caso.asignatura, _semestre(papeles, who),
        with_decimal(caso.filas[0].despues), resumenes[caso.record.id],
    )  # fmt: skip


def _grupal(papeles: Papeles, caso: Caso, resumenes: dict[int, str]) -> "Grupal":
    from app.formatos.consolidado import Grupal

    semestres = dict.fromkeys(_semestre(papeles, who) for who in caso.tutorados)
    return Grupal(
        caso.nombre_tutor, caso.asignatura, ", ".join(filter(None, semestres)),
        resumenes[caso.record.id],
    )  # fmt: skip


def _pendientes(
    papeles: Papeles, casos: Sequence[Caso], resumenes: dict[int, str]
) -> "list[Pendiente]":
    from app.formatos.consolidado import LISTAS, Pendiente

    found: list[Pendiente] = []
    for caso in casos:
        people = {who.id: who for who in caso.tutorados}
        for row in caso.filas:
            who = people.get(row.alumno or 0)
            if who is None or row.resultado not in LISTAS:
                continue
            found.append(
                Pendiente(
                    row.resultado, who.nombre_de_lista, caso.nombre_tutor, caso.asignatura,
                    _semestre(papeles, who), with_decimal(row.despues),
                    resumenes[caso.record.id],
                )
            )  # fmt: skip
    return sorted(found, key=lambda one: order_key(one.estudiante))
