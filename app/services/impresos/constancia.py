"""What the constancias and felicitaciones of the alumnos tutores say (DOMAIN C.15, M-11)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app import domain
from app.services.impresos.casos import Papeles, date_in_words
from app.services.impresos.cifras import hours_in_words
from app.services.textos import text_of
from app.store import Store
from app.store.queries import impresiones as queries
from app.text import counted, joined

if TYPE_CHECKING:
    from app.formatos.constancia import ConstanciaDatos, ConstanciaOpciones

TEXTOS = {"texto": "constancia", "texto_felicitacion": "felicitacion"}
PAPEL = {"mujer": "alumna tutora", "hombre": "alumno tutor"}


@dataclass
class _Labor:
    """What somebody did in the periodo: sesiones held, their minutes and asignaturas."""

    sesiones: int = 0
    minutos: int = 0
    asignaturas: list[str] = field(default_factory=list[str])


def gather(
    store: Store, ids: Sequence[int], _opciones: "ConstanciaOpciones"
) -> "list[ConstanciaDatos]":
    """The document of each alumno tutor, with the sesiones held in the periodo."""
    papeles = Papeles(store)
    people = papeles.alumnos(ids)
    labors = _labors(papeles)
    texts = {key: text_of(store, clave) for key, clave in TEXTOS.items()}
    return [_datos(papeles, who, labors.get(who.id, _Labor()), texts) for who in people]


def blank(store: Store) -> "ConstanciaDatos":
    """An empty one with the heading and the texts of the plantel."""
    from app.formatos.constancia import ConstanciaDatos

    texts = {key: text_of(store, clave) for key, clave in TEXTOS.items()}
    return ConstanciaDatos(membrete=Papeles(store).membrete(), **texts)


def _labors(papeles: Papeles) -> dict[int, _Labor]:
    """By alumno tutor. A sesión is of whoever gave it that day, though another goes on today."""
    rows = queries.dadas(papeles.store, papeles.periodo.id)
    tutors = papeles.store.perfiles_tutor.all()
    named = {who.nombre: who.id for who in papeles.alumnos([t.alumno for t in tutors if t.alumno])}
    found: dict[int, _Labor] = {}
    for asignatura, of_case, name, count, minutes in rows:
        labor = found.setdefault(named.get(name, of_case or 0), _Labor())
        labor.sesiones += count
        labor.minutos += minutes
        nombre = papeles.asignaturas[asignatura].nombre
        labor.asignaturas += [] if nombre in labor.asignaturas else [nombre]
    return found


def _datos(
    papeles: Papeles, who: domain.Alumno, labor: _Labor, texts: dict[str, str]
) -> "ConstanciaDatos":
    from app.formatos.constancia import ConstanciaDatos

    plantel, grupo = papeles.plantel, papeles.grupo_de(who)
    return ConstanciaDatos(
        membrete=papeles.membrete(grupo.turno),
        nombre=who.nombre,
        papel=PAPEL.get(who.sexo, "alumno(a) tutor(a)"),
        periodo=papeles.periodo.meses,
        sesiones=counted(labor.sesiones, "sesión", "sesiones") if labor.sesiones else "",
        horas=hours_in_words(labor.minutos),
        asignaturas=joined(labor.asignaturas),
        lugar_y_fecha=papeles.lugar_y_fecha or date_in_words(papeles.hoy),
        director=plantel.director,
        docente_tutor=plantel.docente or grupo.docente_tutor,
        **texts,
    )
