"""The hours that alumnos tutores have given: a line for each session held, and what they add up."""

from dataclasses import dataclass
from datetime import date

from app.store import Store
from app.store.queries import sesiones as queries
from app.text import joined


@dataclass(frozen=True, slots=True)
class FilaHoras:
    """A session held, with the minutes that its alumno tutor has added up so far; never rounded."""

    sesion: int
    intervencion: int
    alumno_tutor: int | None
    nombre_tutor: str
    fecha: date | None
    tutorados: str
    asignatura: str
    descripcion: str
    inicio: int | None
    fin: int | None
    minutos: int
    acumulado: int


def registro(
    store: Store, alumno_tutor: int | None = None, periodo: int | None = None
) -> list[FilaHoras]:
    """The hour log of one alumno tutor or of all, of one periodo or of all, oldest first.

    What adds up is of each alumno tutor (DOMAIN U-31, U-56).
    """
    total: dict[int | None, int] = {}
    found: list[FilaHoras] = []
    for one in queries.held_by(store, alumno_tutor, periodo):
        minutes = one.it.minutos or 0
        total[one.alumno_tutor] = total.get(one.alumno_tutor, 0) + minutes
        found.append(
            FilaHoras(
                one.id, one.it.intervencion or 0, one.alumno_tutor,
                one.nombre_tutor or one.it.alumno_tutor, one.it.fecha,
                joined([p.nombre for p in one.tutorados]), one.nombre_asignatura, one.it.tema,
                one.it.inicio, one.fin, minutes, total[one.alumno_tutor],
            )
        )  # fmt: skip
    return found


def in_hours(minutes: int) -> str:
    """Minutes as a log writes them: 1:30."""
    return f"{minutes // 60}:{minutes % 60:02d}"
