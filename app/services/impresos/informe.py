"""What the informes parciales and finales of some intervenciones say (DOMAIN C.10, U-94)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app import domain
from app.domain.horario import show_hours
from app.domain.sesion import CAUSAS_SESION
from app.services.impresos.casos import Caso, Papeles, date_in_words
from app.services.impresos.cifras import Cifras, cifras_de, hours_in_words
from app.services.resultados import with_decimal
from app.store import Store
from app.text import counted, ordinal, short_date

if TYPE_CHECKING:
    from app.formatos.informe import (
        EjecucionImpresa,
        EstudianteImpreso,
        InformeDatos,
        InformeOpciones,
    )


def gather(store: Store, ids: Sequence[int], opciones: "InformeOpciones") -> "list[InformeDatos]":
    """The report of each intervención: its words as they were written, its figures counted.

    Its sesiones are told up to today unless the options say until when.
    """
    papeles = Papeles(store)
    casos = papeles.casos(ids)
    escritos = papeles.informes(ids, opciones.tipo)
    cifras = cifras_de(store, ids, opciones.desde, opciones.hasta or papeles.hoy)
    return [
        _datos(papeles, caso, escritos[caso.record.id], cifras[caso.record.id], opciones)
        for caso in casos
    ]


def blank(store: Store) -> "InformeDatos":
    """An empty report with the heading of the plantel."""
    from app.formatos.informe import InformeDatos

    papeles = Papeles(store)
    return InformeDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _datos(
    papeles: Papeles, caso: Caso, escrito: domain.Informe, cifras: Cifras,
    opciones: "InformeOpciones",
) -> "InformeDatos":  # fmt: skip
    from app.formatos.informe import InformeDatos

    plantel, docente = papeles.plantel, papeles.docente_del_caso(caso)
    return InformeDatos(
        membrete=papeles.membrete(papeles.turno_de(caso)),
        dirigido=escrito.dirigido or _with_role(plantel.coordinador, "responsable de tutoría"),
        de=_with_role(docente, "docente-tutor(a)"),
        asunto=escrito.asunto
        or f"Informe {opciones.tipo} de la tutoría entre pares en {caso.asignatura}",
        fecha=date_in_words(escrito.entregado or papeles.hoy),
        introduccion=escrito.introduccion,
        estudiantes=_alumnos(papeles, caso),
        sesiones=tuple(_session(one) for one in cifras.sesiones),
        resumen_de_sesiones=summary(cifras),
        metas=escrito.metas,
        mejoras=escrito.mejoras,
        dificultades=escrito.dificultades,
        calificaciones=calificaciones_de(caso),
        acciones=escrito.acciones,
        estrategias=escrito.estrategias,
        resultados=escrito.resultados,
        conclusiones=escrito.conclusiones,
        sugerencias=escrito.sugerencias,
        docente_tutor=docente,
        responsable=plantel.coordinador,
        leyenda=plantel.leyenda,
    )


def _with_role(name: str, role: str) -> str:
    return f"{name}, {role}" if name else ""


def _alumnos(papeles: Papeles, caso: Caso) -> "tuple[EstudianteImpreso, ...]":
    from app.formatos.informe import EstudianteImpreso

    grupos = [papeles.grupo_de(who) for who in caso.tutorados]
    return tuple(
        EstudianteImpreso(
            who.nombre_de_lista, who.matricula, grupo.especialidad,
            ordinal(grupo.semestre) if grupo.semestre else "",
        )
        for who, grupo in zip(caso.tutorados, grupos, strict=True)
    )  # fmt: skip


def _session(s: domain.Sesion) -> "EjecucionImpresa":
    from app.formatos.informe import EjecucionImpresa

    hours = show_hours(s.inicio, s.inicio + s.minutos) if s.inicio and s.minutos else ""
    day = short_date(s.fecha) if s.fecha else ""
    return EjecucionImpresa(", ".join(filter(None, (day, hours))), s.tema, outcome(s))


def outcome(s: domain.Sesion) -> str:
    """What became of a session: Realizada, 40 min; Cancelada: faltó el tutorado."""
    if s.estado == "dada":
        return f"Realizada, {s.minutos} min" if s.minutos else "Realizada"
    if s.estado == "planeada":
        return "Sin registrar"
    why = CAUSAS_SESION.get(s.causa, "") if s.causa != "otra" else ""
    why = why or s.motivo
    return f"{s.estado.capitalize()}: {why[:1].lower()}{why[1:]}" if why else s.estado.capitalize()


def summary(cifras: Cifras) -> str:
    """5 realizadas de 6 planeadas · 3 horas 30 minutos · 1 movida; nothing without sesiones."""
    if not cifras.sesiones:
        return ""
    held = len(cifras.dadas)
    parts = [
        f"{counted(held, 'realizada', 'realizadas')} de {cifras.planeadas} planeadas",
        hours_in_words(cifras.minutos),
        *(
            counted(number, one, many)
            for state, one, many in (
                ("cancelada", "cancelada", "canceladas"), ("movida", "movida", "movidas"),
            )
            if (number := cifras.de_estado(state))
        ),
    ]  # fmt: skip
    return " · ".join(filter(None, parts))


def calificaciones_de(caso: Caso) -> tuple[str, ...]:
    """The grade of each tutorado with the one before; nothing of whom none is known."""
    names = {who.id: who.nombre_de_lista for who in caso.tutorados}
    found: list[str] = []
    for row in caso.filas:
        before, after = with_decimal(row.antes), with_decimal(row.despues)
        if row.alumno not in names or not (before or after):
            continue
        told = f"{after} (antes {before})" if before and after else after or f"antes, {before}"
        found.append(f"{names[row.alumno]}: {told}.")
    return tuple(found)
