"""The asignaturas of the file and how much hangs from each."""

from dataclasses import dataclass

from app.store import Store


@dataclass(frozen=True)
class FilaAsignatura:
    """An asignatura and how many calificaciones, dominios and intervenciones hang from it."""

    id: int
    nombre: str
    semestre: int | None
    clave: str
    calificaciones: int
    dominios: int
    intervenciones: int

    @property
    def se_usa(self) -> bool:
        """Whether anything would go with it."""
        return bool(self.calificaciones or self.dominios or self.intervenciones)


_LIST = """
    SELECT a.id, a.nombre, a.semestre, a.clave, coalesce(c.n, 0), coalesce(d.n, 0),
        coalesce(i.n, 0)
    FROM asignaturas a
    LEFT JOIN (SELECT asignatura, count(*) n FROM calificaciones GROUP BY asignatura) c
        ON c.asignatura = a.id
    LEFT JOIN (SELECT asignatura, count(*) n FROM dominios GROUP BY asignatura) d
        ON d.asignatura = a.id
    LEFT JOIN (SELECT asignatura, count(*) n FROM intervenciones GROUP BY asignatura) i
        ON i.asignatura = a.id
"""


def asignaturas(store: Store) -> list[FilaAsignatura]:
    """Every asignatura, in the order in which they came."""
    return [FilaAsignatura(*row) for row in store.query(f"{_LIST} ORDER BY a.id")]
