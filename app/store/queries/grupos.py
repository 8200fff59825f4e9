"""The grupos of a periodo and how many alumnos each has."""

from dataclasses import dataclass

from app import domain
from app.store import Store


@dataclass(frozen=True)
class FilaGrupo:
    """A grupo with the number of its alumnos."""

    grupo: domain.Grupo
    alumnos: int

    @property
    def id(self) -> int:
        """The grupo's."""
        return self.grupo.id


def grupos(store: Store, periodo: int) -> list[FilaGrupo]:
    """The grupos of a periodo by semestre and name."""
    counts = dict(
        store.query(
            "SELECT g.id, count(a.id) FROM grupos g LEFT JOIN alumnos a ON a.grupo = g.id"
            " WHERE g.periodo = ? GROUP BY g.id",
            (periodo,),
        )
    )
    found = [FilaGrupo(one, counts[one.id]) for one in store.grupos.where(periodo=periodo)]
    return sorted(found, key=lambda row: (row.grupo.semestre or 0, row.grupo.nombre))
