"""What each kind of list may bring: the data of the entities, and a few that only lists have.

Labels and headers come from the declarations of `app.domain`; here is only which data a list feeds
and the composite columns (a whole name in one cell) that no entity keeps.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from app import domain
from app.fields import Field, Flag, Number, Text, fields_of
from app.text import plain

TIPOS = {
    "alumnos": "Lista de alumnos",
    "calificaciones": "Calificaciones",
    "tutores": "Alumnos tutores",
    "disponibilidad": "Disponibilidad",
}
IDENTITY = ("control", "curp")
_FROM_ALUMNO = (
    "matricula", "apellido_paterno", "apellido_materno", "nombres", "curp", "sexo", "nacimiento",
    "correo", "telefono", "responsable", "telefono_responsable", "nuevo_ingreso", "estado",
)  # fmt: skip
_FROM_GRUPO = ("semestre", "nombre", "turno", "especialidad", "docente_tutor")
_OF_PERSON = ("matricula", "curp", "apellido_paterno", "apellido_materno", "nombres")
_RENAMED = {"matricula": "control", "nombre": "grupo", "valor": "calificacion"}
_WHOLE_NAME = Field(
    "nombre_completo", "Nombre completo", Text(240),
    aliases=(
        "nombre del alumno", "nombre alumno", "nombre de alumno", "nombre del estudiante",
        "alumno", "alumna", "alumnos", "estudiante", "nombre y apellidos", "apellidos y nombre",
        "apellidos y nombres", "nombre apellidos", "nombre completo del alumno",
        "apellido paterno materno y nombre", "apellido paterno apellido materno nombre",
        "apellido paterno apellido materno nombre s",
    ),
)  # fmt: skip
_SURNAMES = Field("apellidos", "Apellidos", Text(160), aliases=("apellido",))
_MASTERS = Field("domina", "Domina", Flag(), aliases=("domina la asignatura",))
_PERIODO = Field("periodo", "Periodo", Text(40), aliases=("ciclo", "ciclo escolar"))
_ASISTENCIAS = Field("asistencias", "Asistencias", Number(0, 400), aliases=("asistencia",))
_SUBJECT_OF_TUTOR = ("asignatura que domina", "domina la materia de", "materia que domina")


@dataclass(frozen=True, slots=True)
class Campo:
    """A datum that a list may bring: its key in lists, its label and the headers it answers to."""

    key: str
    label: str
    headers: tuple[str, ...]


@cache
def campos_of(tipo: str) -> dict[str, Campo]:
    """The data of a kind of list by key, in the order in which a person would read them."""
    found: list[Campo] = []
    if tipo == "alumnos":
        found += _declared(domain.Alumno, _FROM_ALUMNO)
        found[1:1] = [_campo(_WHOLE_NAME), _campo(_SURNAMES)]
        found += _declared(domain.Grupo, _FROM_GRUPO)
        return {one.key: one for one in found}
    found += _declared(domain.Alumno, _OF_PERSON)
    found[2:2] = [_campo(_WHOLE_NAME), _campo(_SURNAMES)]
    if tipo == "disponibilidad":
        found += _declared(domain.Disponibilidad, ("dia", "inicio", "fin", "ocupacion"))
    if tipo == "calificaciones":
        found += _declared(domain.Asignatura, ("nombre",), {"nombre": "asignatura"})
        found += _declared(domain.Calificacion, ("parcial", "intento", "valor", "faltas"))
        found += [_campo(_PERIODO), _campo(_ASISTENCIAS)]
    if tipo == "tutores":
        found.append(
            _of_tutor(_declared(domain.Asignatura, ("nombre",), {"nombre": "asignatura"})[0])
        )
        found += _declared(domain.Calificacion, ("valor",))
        found += [_campo(_MASTERS), *_declared(domain.PerfilTutor, ("capacidad",))]
        found += _declared(domain.Dominio, ("propuesto_por",))
    return {one.key: one for one in found}


def _declared(
    entity: type, keys: tuple[str, ...], renamed: dict[str, str] | None = None
) -> list[Campo]:
    names = renamed if renamed is not None else _RENAMED
    declared = fields_of(entity)
    return [_campo(declared[key], names.get(key, key)) for key in keys]


def _campo(field: Field, key: str = "") -> Campo:
    return Campo(key or field.key, field.label, (field.label, *field.aliases))


def _of_tutor(campo: Campo) -> Campo:
    return Campo(campo.key, campo.label, (*campo.headers, *_SUBJECT_OF_TUTOR))


def label_of(tipo: str, key: str) -> str:
    """How the user reads a datum of a list."""
    campo = campos_of(tipo).get(key)
    return campo.label if campo else key


_SMALL_WORDS = frozenset({"de", "del", "la", "el", "los", "las", "en", "al", "s"})
_BRACKETS = re.compile(r"\([^()]*\)")
"""«SEXO (H/M)», «FECHA DE NAC. (DD/MM/AAAA)»: what may be written, not what it is."""
_OF_A_PERSON = frozenset({"alumno", "alumna", "alumnos", "estudiante", "oficial", "escolar"})


@lru_cache(8192)
def words_of(header: str) -> str:
    """A header as words for comparing: no accents, capitals, signs nor small words.

    C.U.R.P. is curp; «Núm. de control» is num control.
    """
    text = re.sub(r"(?<=[a-z])\.(?=[a-z]\b)", "", plain(header).replace("_", " "))
    words = re.findall(r"[a-z]+|[0-9]+", text)
    kept = [word for word in words if word not in _SMALL_WORDS]
    return " ".join(kept or words)


@cache
def index_of(tipo: str) -> dict[str, str]:
    """The key of a datum by the words of each header it answers to; the first declared wins."""
    found: dict[str, str] = {}
    for campo in campos_of(tipo).values():
        for header in campo.headers:
            found.setdefault(words_of(header), campo.key)
    return found


@lru_cache(16384)
def exact_match(tipo: str, header: str) -> str:
    """The key of the datum that a header surely names, or nothing."""
    index, words = index_of(tipo), words_of(header)
    if words in index:
        return index[words]
    fewer = [word for word in words.split() if word not in _OF_A_PERSON]
    if "escolar" in words and len(fewer) < 2:
        return ""  # «Control escolar» is who signs the list
    found = index.get(" ".join(fewer), "")
    outside = _BRACKETS.sub(" ", header)
    return found or (exact_match(tipo, outside) if outside != header else "")


@lru_cache(2048)
def likely_match(tipo: str, header: str) -> str:
    """The key of the datum that a header resembles, or nothing; the user should look at it."""
    from difflib import get_close_matches

    words = words_of(header)
    if len(words) < 4:
        return ""
    index = index_of(tipo)
    near = get_close_matches(words, index, 1, 0.86)
    if near:
        return index[near[0]]
    return next((key for known, key in index.items() if len(known) > 5 and known in words), "")
