"""What an import needs to know of a file, read once; from then on nobody asks the file."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from app import domain
from app.services import planteles
from app.services.imports.textos import asignatura_key
from app.store import Store
from app.store.queries import imports as queries

Notas = Mapping[tuple[int, tuple[int, int, int, str]], tuple[int, int | None, str, int | None]]
"""Id, tenths, mark and faltas by alumno and place: asignatura, periodo, parcial and intento."""


@dataclass(slots=True)
class Snapshot:
    """The records of a file by what a list calls them. Plain data: any thread may read it."""

    periodo: domain.Periodo
    today: date
    settings: domain.Settings
    alumnos: list[domain.Alumno]
    grupos: list[domain.Grupo]
    asignaturas: list[domain.Asignatura]
    periodos: list[domain.Periodo]
    correcciones: set[tuple[int, str, str]]
    mapeos: dict[str, dict[str, str]]
    notas: Notas = field(default_factory=lambda: MappingProxyType({}))
    perfiles: dict[int, domain.PerfilTutor] = field(default_factory=dict[int, domain.PerfilTutor])
    dominios: dict[tuple[int, int], domain.Dominio] = field(
        default_factory=dict[tuple[int, int], domain.Dominio]
    )
    libres: dict[int, list[domain.Disponibilidad]] = field(
        default_factory=dict[int, list[domain.Disponibilidad]]
    )
    by_control: dict[str, domain.Alumno] = field(init=False)
    by_curp: dict[str, domain.Alumno] = field(init=False)
    by_asignatura: dict[str, domain.Asignatura] = field(init=False)
    _without_zeros: dict[str, domain.Alumno] = field(init=False)

    def __post_init__(self) -> None:
        self.by_control = {a.matricula: a for a in self.alumnos if a.matricula}
        self.by_curp = {a.curp: a for a in self.alumnos if a.curp}
        zeros = [a for a in self.alumnos if a.matricula.startswith("0")]
        stripped = Counter(a.matricula.lstrip("0") for a in zeros)
        self._without_zeros = {
            key: a for a in zeros if stripped[key := a.matricula.lstrip("0")] == 1
        }
        self.by_asignatura = {asignatura_key(a.nombre): a for a in self.asignaturas}

    def zeros_lost(self, control: str) -> domain.Alumno | None:
        """The only alumno whose número de control is that one with zeros before it."""
        return self._without_zeros.get(control)


def snapshot(store: Store, tipo: str = "") -> Snapshot:
    """Reads what a list of that kind is compared with; without a kind, everything.

    On the thread of the store; `review` may then run on any.
    """
    perfiles: dict[int, domain.PerfilTutor] = {}
    dominios: dict[tuple[int, int], domain.Dominio] = {}
    if tipo in ("", "tutores"):
        perfiles = {p.alumno or 0: p for p in store.perfiles_tutor.all()}
        dominios = {(d.alumno or 0, d.asignatura or 0): d for d in store.dominios.all()}
    libres: defaultdict[int, list[Any]] = defaultdict(list)
    if tipo in ("", "disponibilidad"):
        for row in store.disponibilidades.all():
            libres[row.alumno or 0].append(row)
    return Snapshot(
        periodo=planteles.current_periodo(store),
        today=store.clock().date(),
        settings=store.settings.only(),
        alumnos=store.alumnos.all(),
        grupos=store.grupos.all(),
        asignaturas=store.asignaturas.all(),
        periodos=store.periodos.all(),
        correcciones={(c.alumno or 0, c.campo, c.escrito) for c in store.correcciones.all()},
        mapeos=queries.mapeos(store),
        notas=queries.notas(store) if tipo in ("", "calificaciones") else {},
        perfiles=perfiles,
        dominios=dominios,
        libres=libres,
    )
