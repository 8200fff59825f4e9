"""What the user calls a record, for the history: a few questions for many records at once."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from app import domain
from app.domain import ENTITIES, NAMES
from app.domain.alumno import short_name
from app.fields import Field, Reference, fields_of

if TYPE_CHECKING:
    from app.store import Store

_AT_ONCE = 900
_DEPTH = 3
# The columns that tell a record from others of its kind; those without are named by their kind.
PARTS: dict[str, tuple[str, ...]] = {
    "calificaciones": ("alumno", "asignatura", "parcial", "intento", "periodo"),
    "correcciones": ("alumno", "campo"),
    "dominios": ("alumno", "asignatura"),
    "perfiles_tutor": ("alumno",),
    "disponibilidades": ("alumno", "dia", "inicio", "fin"),
    "intervenciones": ("asignatura", "alumno_tutor", "periodo"),
    "tutorados": ("alumno", "intervencion"),
    "fichas": ("alumno",),
    "entrevistas": ("alumno", "intervencion"),
    "conocimientos": ("tema", "entrevista"),
    "incumplimientos": ("alumno", "fecha"),
    "franjas": ("intervencion", "dia", "inicio"),
    "planes": ("intervencion",),
    "acciones": ("texto", "plan"),
    "ajustes": ("fecha", "plan"),
    "sesiones": ("intervencion", "fecha"),
    "asistencias": ("alumno", "sesion"),
    "informes": ("tipo", "intervencion"),
    "decisiones": ("alumno", "alumno_tutor"),
    "actas": ("fecha",),
    "lugares": ("nombre",),
    "plantillas": ("clave",),
    "pausas": ("tipo", "alumno", "intervencion"),
    "logros": ("alumno", "texto"),
    "emisiones": ("formato", "folio"),
    "dias_inhabiles": ("fecha",),
    "asignaturas": ("nombre",),
    "periodos": ("ciclo", "parte"),
    "mapeos": ("tipo",),
}
_SILENT = {("calificaciones", "intento"): "ordinario"}
_NOT_SAID = frozenset({"periodo"})


class Names:
    """Loads records by their ids, many at a time, and says how they are called."""

    def __init__(self, store: "Store", without: int = 0) -> None:
        self._store, self._without = store, without
        self._known: dict[str, dict[int, Any]] = {}

    def load(self, table: str, ids: Iterable[int]) -> None:
        """Reads the records that are not known yet; those that are gone stay unknown."""
        known = self._known.setdefault(table, {})
        wanted = [id for id in dict.fromkeys(ids) if id not in known]
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            known.update(dict.fromkeys(part))
            known.update({one.id: one for one in getattr(self._store, table).where(id=part)})

    def load_named(self, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        """Reads what the values of the rows refer to, and what that is named by."""
        pending = list(rows)
        for _ in range(_DEPTH):
            wanted: dict[str, set[int]] = {}
            for table, values in pending:
                for key, spec in fields_of(ENTITIES[table]).items():
                    if isinstance(spec.kind, Reference) and values.get(key):
                        wanted.setdefault(spec.kind.table, set()).add(values[key])
            pending = []
            for table, ids in wanted.items():
                new = ids - set(self._known.get(table, {}))
                self.load(table, new)
                found = (self._known[table][id] for id in new)
                pending += [(table, stored(table, one)) for one in found if one is not None]
            if not pending:
                return

    def record(self, table: str, id: int) -> Any:
        """The record, or None when it is gone or was not loaded."""
        return self._known.get(table, {}).get(id)

    def name(self, table: str, id: int) -> str:
        """What the user calls a record; the name of its kind when it is gone or has none."""
        record = self.record(table, id)
        if record is None:
            return NAMES[table][0]
        return self.described(table, id, stored(table, record)) or NAMES[table][0]

    def described(self, table: str, id: int, values: Mapping[str, Any]) -> str:
        """A record by its values: «Diego Núñez · Matemáticas III · 2.º parcial»."""
        if table == "alumnos":
            return "" if id == self._without else _person(values)
        if table == "grupos":
            return domain.Grupo(
                semestre=values.get("semestre"), nombre=values.get("nombre") or ""
            ).etiqueta
        declared = fields_of(ENTITIES[table])
        said = [
            self.shown(declared[key], values.get(key))
            for key in PARTS.get(table, ())
            if key not in _NOT_SAID and values.get(key) != _SILENT.get((table, key))
        ]
        joint = "" if table == "periodos" else " · "
        return joint.join(part for part in said if part)

    def shown(self, spec: Field, value: Any) -> str:
        """A stored value as the user reads it."""
        if value in (None, ""):
            return ""
        if isinstance(spec.kind, Reference):
            if spec.kind.table == "alumnos" and value == self._without:
                return ""
            return self.name(spec.kind.table, value)
        return spec.show(spec.kind.from_sql(value))


def stored(table: str, record: Any) -> dict[str, Any]:
    """The values of a record as the file keeps them, by column."""
    declared = fields_of(ENTITIES[table])
    return {key: spec.kind.to_sql(getattr(record, key)) for key, spec in declared.items()}


def _person(values: Mapping[str, Any]) -> str:
    first = values.get("apellido_paterno") or values.get("apellido_materno") or ""
    return short_name(values.get("nombres") or "", first).strip()
