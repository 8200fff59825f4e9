"""The search over the whole plantel: people, asignaturas, folios. Ignores accents and case."""

from contextlib import suppress
from dataclasses import dataclass

from app.domain.codigo import read_code
from app.store import Store
from app.store.queries.inicio import NIVEL
from app.text import order_key, plain

_MOST = 8


@dataclass(frozen=True)
class Persona:
    """A student as the search shows it."""

    id: int
    lista: str
    grupo: str
    nivel: str
    es_tutor: bool
    es_tutorado: bool


def personas(store: Store, words: str, limit: int = _MOST) -> list[Persona]:
    """Students whose name, surname or número de control has all the words."""
    parts = plain(words).split()
    if not parts:
        return []
    condition = " AND ".join("todo LIKE '%' || ? || '%' ESCAPE '\\'" for _ in parts)
    rows = store.query(
        f"""SELECT * FROM (SELECT a.id,
            trim(a.apellido_paterno || ' ' || a.apellido_materno) || ', ' || a.nombres AS lista,
            coalesce(g.semestre || '.º ', '') || coalesce(g.nombre, ''), {NIVEL},
            EXISTS (SELECT 1 FROM perfiles_tutor p WHERE p.alumno = a.id AND p.estado = 'activo'),
            EXISTS (SELECT 1 FROM adeudos d WHERE d.alumno = a.id),
            plain(a.apellido_paterno || ' ' || a.apellido_materno || ' ' || a.nombres || ' '
                || a.apellido_paterno || ' ' || a.matricula) AS todo
        FROM alumnos a LEFT JOIN grupos g ON g.id = a.grupo LEFT JOIN riesgos r ON r.alumno = a.id)
        WHERE {condition}""",
        [_escaped(part) for part in parts],
    )
    found = [
        Persona(id, lista, grupo, nivel, bool(helps), bool(owes))
        for id, lista, grupo, nivel, helps, owes, _ in rows
    ]
    first = parts[0]
    found.sort(key=lambda one: (not plain(one.lista).startswith(first), order_key(one.lista)))
    return found[:limit]


def asignaturas(store: Store, words: str, limit: int = _MOST) -> list[tuple[int, str, int, int]]:
    """Asignaturas with all the words: id, name, how many owe it, how many alumnos tutores."""
    parts = plain(words).split()
    if not parts:
        return []
    condition = " AND ".join("plain(m.nombre) LIKE '%' || ? || '%' ESCAPE '\\'" for _ in parts)
    return store.query(
        f"""SELECT m.id, m.nombre, (SELECT count(*) FROM adeudos d WHERE d.asignatura = m.id),
            (SELECT count(*) FROM dominios x WHERE x.asignatura = m.id)
        FROM asignaturas m WHERE {condition} ORDER BY m.nombre COLLATE es LIMIT {limit}""",
        [_escaped(part) for part in parts],
    )


def folios(store: Store, words: str, limit: int = _MOST) -> list[tuple[str, str, int, str]]:
    """Printed forms whose folio is the words: folio, form, student, name."""
    wanted = words.strip().upper().removeprefix("EP-")
    with suppress(ValueError):
        wanted = read_code(words)
    return store.query(
        """SELECT e.folio, e.formato, e.alumno,
            coalesce(a.nombres || ' ' || a.apellido_paterno, 'alumno que ya no está')
        FROM emisiones e LEFT JOIN alumnos a ON a.id = e.alumno
        WHERE replace(e.folio, '-', '') LIKE replace(?, '-', '') || '%' AND length(?) > 2
        GROUP BY e.folio ORDER BY e.id DESC LIMIT ?""",
        (wanted, wanted, limit),
    )


def _escaped(part: str) -> str:
    return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
