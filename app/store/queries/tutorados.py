"""Students as the list of tutorados shows them."""

from collections import defaultdict
from typing import Any, NamedTuple

from app.domain.alumno import short_name
from app.domain.intervencion import ABIERTAS
from app.store import Store

_OPEN = ", ".join(f"'{state}'" for state in ABIERTAS)
FICHA = """a.grupo IS NOT NULL AND a.responsable <> '' AND (a.telefono <> '' OR a.correo <> '')
        AND coalesce(f.necesidades, '') <> '' AND coalesce(f.preferencia, '') <> ''"""
"""Whether the ficha `f` of an alumno `a` has what it needs (DOMAIN M-67)."""
_LIST = f"""
    SELECT a.id, a.matricula, a.apellido_paterno, a.apellido_materno, a.nombres, a.grupo, a.estado,
        a.nivel_fijado, a.motivo_nivel, r.nivel, r.reprobadas, r.promedio, r.regular,
        {FICHA}
    FROM alumnos a LEFT JOIN riesgos r ON r.alumno = a.id LEFT JOIN fichas f ON f.alumno = a.id
"""
_ATTENDED = f"""
    SELECT t.alumno, i.asignatura, coalesce(u.nombres, ''),
        coalesce(nullif(u.apellido_paterno, ''), u.apellido_materno, ''),
        EXISTS (SELECT 1 FROM franjas f WHERE f.intervencion = i.id),
        EXISTS (SELECT 1 FROM entrevistas e WHERE e.intervencion = i.id AND e.alumno = t.alumno
            AND e.fecha IS NOT NULL),
        t.carta IS NOT NULL
    FROM intervenciones i JOIN tutorados t ON t.intervencion = i.id
    LEFT JOIN alumnos u ON u.id = i.alumno_tutor
    WHERE i.estado IN ({_OPEN}) ORDER BY i.id
"""


class FilaTutorado(NamedTuple):
    """One line of the list. `nivel` is the one in force; `promedio` in tenths.

    `debe` are the asignaturas owed and `sin_tutor` counts those that nobody attends; `expediente`
    says which of the four documents a–d are there (DOMAIN M-66…M-70).
    """

    alumno: int
    matricula: str
    apellidos: str
    apellido: str
    nombres: str
    grupo: str
    grupo_id: int | None
    semestre: int | None
    turno: str
    especialidad: str
    estado: str
    nivel: str
    cambiado: bool
    motivo: str
    reprobadas: int | None
    promedio: int | None
    regular: bool | None
    debe: frozenset[int]
    repite: bool
    """Whether something owed was failed twice or more (DOMAIN U-73)."""
    sin_tutor: int
    tutores: tuple[str, ...]
    expediente: tuple[bool, bool, bool, bool]

    @property
    def corto(self) -> str:
        """First given name and first surname."""
        return short_name(self.nombres, self.apellido)

    @property
    def nombre_de_lista(self) -> str:
        """Surnames first."""
        return ", ".join(part for part in (self.apellidos, self.nombres) if part)

    @property
    def nombre(self) -> str:
        """Given names first."""
        return f"{self.nombres} {self.apellidos}".strip()

    @property
    def es_tutorado(self) -> bool:
        """Whether he or she owes something, is at risk or is being attended (M-26, U-43, S-41)."""
        in_risk = self.nivel in ("alto", "medio", "bajo")
        return bool(self.tutores) or (self.estado == "activo" and (in_risk or bool(self.sin_tutor)))


Where = tuple[str, int | None, str, str]
_NOWHERE: Where = ("", None, "", "")
_NOTHING: frozenset[int] = frozenset()


def lista(store: Store) -> list[FilaTutorado]:
    """Every alumno of the file, in no order."""
    grupos: dict[int, Where] = {
        g.id: (g.etiqueta, g.semestre, g.turno, g.especialidad) for g in store.grupos.all()
    }
    owed: defaultdict[int, set[int]] = defaultdict(set)
    again: set[int] = set()
    for alumno, asignatura, veces in store.query("SELECT alumno, asignatura, veces FROM adeudos"):
        owed[alumno].add(asignatura)
        if veces > 1:
            again.add(alumno)
    debts = {alumno: frozenset(found) for alumno, found in owed.items()}
    attended: defaultdict[int, list[Any]] = defaultdict(list)
    for alumno, *rest in store.query(_ATTENDED):
        attended[alumno].append(rest)
    return [
        _fila(
            row,
            grupos.get(row[5], _NOWHERE),
            debts.get(row[0], _NOTHING),
            row[0] in again,
            attended,
        )
        for row in store.query(_LIST)
    ]


def _fila(
    row, where: Where, debe: frozenset[int], repite: bool, attended: dict[int, list[Any]]
) -> FilaTutorado:
    id, matricula, paterno, materno, nombres, grupo_id, estado = row[:7]
    fijado, motivo, nivel, reprobadas, promedio, regular, ficha = row[7:]
    tutores, placed, asked, signed, alone = (), False, False, False, len(debe)
    if id in attended:
        pairs = attended[id]
        tutores = tuple(dict.fromkeys(short_name(first, last) for _, first, last, *_ in pairs))
        placed, asked, signed = (all(pair[n] for pair in pairs) for n in (3, 4, 5))
        alone = len(debe - {asignatura for asignatura, *_ in pairs})
    return FilaTutorado(
        id, matricula, f"{paterno} {materno}".strip(), paterno or materno, nombres, where[0],
        grupo_id, where[1], where[2], where[3], estado, fijado or nivel or "sin_datos",
        bool(fijado), motivo, reprobadas, promedio, None if regular is None else bool(regular),
        debe, repite, alone, tutores, (asked, bool(ficha), signed, placed),
    )  # fmt: skip
