"""What the cédulas de perfil of some alumnos tutores say (DOMAIN M-24…M-30)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app import domain
from app.domain.alumno_tutor import FUENTES
from app.fields import Tenths
from app.services.impresos.casos import Papeles, by
from app.services.impresos.semanas import semanas
from app.store import Store
from app.text import order_key

if TYPE_CHECKING:
    from app.formatos.cedula_perfil import CedulaPerfilDatos, CedulaPerfilOpciones, DominioImpreso


def gather(
    store: Store, ids: Sequence[int], _opciones: "CedulaPerfilOpciones"
) -> "list[CedulaPerfilDatos]":
    """The cédula of each alumno; what nobody observed stays to be ticked."""
    papeles = Papeles(store)
    people = papeles.alumnos(ids)
    perfiles = {one.alumno: one for one in store.perfiles_tutor.where(alumno=list(ids))}
    dominios = by(store.dominios.where(alumno=list(ids)), "alumno")
    weeks = semanas(store, ids)
    return [
        _datos(
            papeles, who, perfiles.get(who.id, domain.PerfilTutor()), dominios.get(who.id, []),
            weeks.get(who.id, ()),
        )
        for who in people
    ]  # fmt: skip


def blank(store: Store) -> "CedulaPerfilDatos":
    """An empty cédula with the heading of the plantel."""
    from app.formatos.cedula_perfil import CedulaPerfilDatos

    papeles = Papeles(store)
    return CedulaPerfilDatos(membrete=papeles.membrete(), leyenda=papeles.plantel.leyenda)


def _datos(
    papeles: Papeles,
    who: domain.Alumno,
    perfil: domain.PerfilTutor,
    dominios: Sequence[domain.Dominio],
    semana: tuple[tuple[str, ...], ...],
) -> "CedulaPerfilDatos":
    from app.formatos.cedula_perfil import CedulaPerfilDatos

    grupo = papeles.grupo_de(who)
    shown = [_dominio(papeles, one) for one in dominios]
    return CedulaPerfilDatos(
        membrete=papeles.membrete(grupo.turno),
        nombre=who.nombre,
        matricula=who.matricula,
        grupo=grupo.etiqueta,
        especialidad=grupo.especialidad,
        docente_tutor=papeles.docente_de(who),
        rasgos=perfil.rasgos,
        dominios=tuple(sorted(shown, key=lambda one: order_key(one.asignatura))),
        semana=semana,
        iniciativa=perfil.iniciativa_propia,
        leyenda=papeles.plantel.leyenda,
    )


def _dominio(papeles: Papeles, one: domain.Dominio) -> "DominioImpreso":
    from app.formatos.cedula_perfil import DominioImpreso

    asignatura = papeles.asignaturas.get(one.asignatura or 0)
    proposed = "" if one.calificacion is not None else FUENTES.get(one.fuente, "")
    return DominioImpreso(
        asignatura.nombre if asignatura else "",
        Tenths().show(one.calificacion),
        one.propuesto_por or proposed,
    )
