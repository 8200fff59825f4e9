"""What the detail of a student shows, read at once from the file."""

from dataclasses import dataclass

from app import domain
from app.domain.expediente import Documento
from app.domain.settings import Settings
from app.services import expedientes, fichas
from app.services.boleta import Boleta, Renglon, boleta
from app.store import Store
from app.store.queries import alumno as queries
from app.store.queries.alumno import Adeudo, IntervencionDe, NivelDe, RiesgoGuardado
from app.store.queries.tutorados import FilaTutorado


@dataclass(frozen=True)
class Leido:
    """A student with everything that the pages of the detail need; `desempeno` in words."""

    fila: FilaTutorado
    alumno: domain.Alumno
    grupo: domain.Grupo | None
    riesgo: RiesgoGuardado | None
    boleta: Boleta
    adeudos: list[Adeudo]
    intervenciones: list[IntervencionDe]
    correcciones: list[domain.Correccion]
    settings: Settings
    desempeno: str
    ficha: domain.Ficha
    entrevista: int
    """The newest interview, or 0."""
    documentos: tuple[Documento, ...]
    niveles: list[NivelDe]

    @property
    def abiertas(self) -> list[IntervencionDe]:
        """The intervenciones that go on."""
        return [one for one in self.intervenciones if one.abierta]


def read(store: Store, fila: FilaTutorado, desempeno: str) -> Leido:
    """Everything about a student of the list."""
    alumno = store.alumnos.get(fila.alumno)
    return Leido(
        fila, alumno, store.grupos.find(alumno.grupo), queries.riesgo_de(store, alumno.id),
        boleta(store, alumno.id), queries.adeudos_de(store, alumno.id),
        queries.intervenciones_de(store, alumno.id),
        store.correcciones.where(alumno=alumno.id), store.settings.only(), desempeno,
        fichas.ficha_of(store, alumno.id),
        max((one.id for one in store.entrevistas.where(alumno=alumno.id)), default=0),
        expedientes.of_alumno(store, alumno.id), queries.niveles_de(store, alumno.id),
    )  # fmt: skip


@dataclass(frozen=True)
class FilaAsignatura:
    """A line of the summary: an asignatura with its parciales, attempt and alumno tutor."""

    id: int
    nombre: str
    celdas: dict[int, tuple[str, bool]]
    intento: str
    repite: bool
    debe: bool
    nombre_tutor: str
    falta_tutor: bool
    boton: str


def asignaturas(leido: Leido) -> list[FilaAsignatura]:
    """The asignaturas of the summary: what is owed first, then the rest of this periodo."""
    attended = {one.asignatura: one for one in reversed(leido.abiertas)}
    owed = {one.asignatura for one in leido.adeudos}
    lines = list(leido.boleta.actuales)
    shown = {line.lugar.asignatura for line in lines}
    lines += [
        line
        for line in leido.boleta.anteriores
        if line.ultimo and line.lugar.asignatura in owed - shown
    ]
    shown |= {line.lugar.asignatura for line in lines}
    found = [_fila(line, leido, attended.get(line.lugar.asignatura)) for line in lines]
    found += [
        FilaAsignatura(id, one.nombre, {}, "", False, False, one.corto_tutor, False, "Ver")
        for id, one in attended.items()
        if id not in shown
    ]
    return sorted(found, key=lambda one: (not one.debe, one.boton != "Ver"))


def _fila(line: Renglon, leido: Leido, attended: IntervencionDe | None) -> FilaAsignatura:
    minima, now = leido.settings.minima_aprobatoria, leido.boleta.periodo.id
    cells = {p: (line.texto(p), line.reprobada(p, minima)) for p in line.notas}
    name = line.nombre
    if line.lugar.periodo != now:
        name = f"{name} · {line.periodo}"
        if line.resultado:
            cells = {4: (line.resultado.escrita, line.resultado.reprobada)}
    needs = bool(line.debe) and attended is None
    who = attended.corto_tutor or "Sin tutor" if attended else "Sin tutor" if needs else "–"
    return FilaAsignatura(
        line.lugar.asignatura, name, cells, line.intento, line.numero > 1, bool(line.debe), who,
        needs, "Ver" if attended else "Buscar" if needs else "",
    )  # fmt: skip
