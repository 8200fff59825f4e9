"""The rows of an import as the user reads them: which columns, in which words, what is doubtful."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app import domain
from app.domain.alumno_tutor import OCUPACIONES
from app.domain.asignatura import INTENTOS, PARCIALES
from app.domain.horario import DIAS_DE_CLASE
from app.fields import Tenths, Time, fields_of
from app.services.imports import Aviso, Baja, Cambio, ImportPlan, ReviewedRow
from app.services.imports.campos import campos_of
from app.services.imports.valores import typed
from ui.dialogs.importar_sesion import NOMBRES, one_line

ACTIONS: Mapping[str, tuple[str, str, str]] = {
    "alta": ("Alta", "plus", "ok"),
    "cambia": ("Cambia", "refresh", "primary"),
    "igual": ("Igual", "check", "text2"),
    "rechazada": ("Rechazada", "ban", "alto"),
    "aviso": ("Aviso", "alert", "medio"),
    "baja": ("No viene", "minus", "text2"),
}
_SHORT = {
    "nacimiento": "Nacimiento", "responsable": "Responsable", "nombres": "Nombres",
    "telefono_responsable": "Tel. del responsable", "nombre_completo": "Alumno",
    "calificacion": "Calif.", "ocupacion": "Ocupación",
}  # fmt: skip
_OF_GRUPO = ("semestre", "turno", "especialidad", "docente_tutor")
_ALUMNO, _GRUPO = fields_of(domain.Alumno), fields_of(domain.Grupo)


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody of a grupo of the list who is not in it, as a row of the table."""

    baja: Baja

    accion = "baja"
    fila = 0
    avisos: Sequence[Aviso] = ()
    cambios: Sequence[Cambio] = ()
    rechazo: Aviso | None = None

    @property
    def place(self) -> tuple[str, int]:
        """Unlike that of any row of a sheet."""
        return "", -self.baja.alumno

    @property
    def motivo(self) -> str:
        """Why he or she is shown."""
        return f"Está en {self.baja.grupo} y no viene en la lista"

    @property
    def values(self) -> dict[str, Any]:
        """The data that are shown."""
        surnames, _, names = self.baja.nombre.partition(", ")
        return {
            "control": self.baja.control, "apellido_paterno": surnames, "nombres": names,
            "grupo": self.baja.grupo,
        }  # fmt: skip


Row = ReviewedRow | Gone


def kind_of(row: Row) -> str:
    """What the table says of a row; a doubt counts before an alta."""
    return "aviso" if row.avisos and row.accion != "rechazada" else row.accion


def is_problem(row: Row) -> bool:
    """Whether it has a doubt or does not enter."""
    return bool(row.avisos) or row.accion == "rechazada"


def doubts_of(row: Row) -> list[Aviso]:
    """What is wrong in a row, the reason of its rejection first."""
    return [*((row.rechazo,) if row.rechazo else ()), *row.avisos]


def correction_key(plan: ImportPlan, aviso: Aviso) -> str:
    """The key under which a cell is corrected: its datum, or its header in a wide list."""
    measured = {c.encabezado for c in plan.layout.columns() if c.medida is not None}
    return aviso.columna if aviso.columna in measured else aviso.campo


def written(plan: ImportPlan, row: Row, campo: str) -> str:
    """What the list has in the cell of a datum, or what the user typed in its place."""
    corrected = plan.corrections.get(row.place, {})
    if campo in corrected:
        return corrected[campo]
    hoja = next((hoja for hoja in plan.layout.hojas if hoja.nombre == row.place[0]), None)
    place = hoja.column_of(campo) if hoja is not None else None
    if hoja is None or place is None or not 0 < row.fila <= len(hoja.rows):
        return ""
    cells_ = hoja.rows[row.fila - 1]
    return typed(cells_[place]).strip() if place < len(cells_) else ""


def shown(campo: str, value: Any) -> str:
    """A value as the user reads it: Mujer, 3.º B, 08/04/2010, 8.5, 13:30."""
    if value is None or value == "":
        return ""
    if isinstance(value, domain.Grupo):
        return value.etiqueta
    if campo == "calificacion":
        number, mark = value if isinstance(value, tuple) else (value, "")
        return mark or Tenths().show(number)
    words = _WORDS.get(campo)
    if words is not None and value in words:
        return words[value]
    if campo in ("inicio", "fin") and isinstance(value, int):
        return Time().show(value)
    return _ALUMNO[campo].show(value) if campo in _ALUMNO else str(value)


_WORDS: Mapping[str, Mapping[Any, str]] = {
    "parcial": PARCIALES, "intento": INTENTOS, "dia": DIAS_DE_CLASE, "ocupacion": OCUPACIONES,
}  # fmt: skip


@dataclass(frozen=True)
class Dato:
    """A column of the review: its data by key, or the header of a measure of a wide list."""

    key: str
    title: str
    campos: frozenset[str]
    show: Callable[[Any], str]
    header: str = ""

    def level(self, row: Row) -> str:
        """The level of the doubt about this cell: alto, medio or nothing."""
        if row.rechazo is not None and self.holds(row.rechazo):
            return "alto"
        return "medio" if any(self.holds(aviso) for aviso in row.avisos) else ""

    def holds(self, aviso: Aviso) -> bool:
        """Whether a doubt is about this column."""
        return aviso.columna == self.header if self.header else aviso.campo in self.campos

    def words(self, row: Row) -> str:
        """The cell of a row; a doubtful one shows what was typed."""
        if row.rechazo is None and not row.avisos:
            return self.show(row)
        for aviso in doubts_of(row):
            if self.holds(aviso):
                return one_line(aviso.valor) or "(vacío)"
        return self.show(row)


def datos_of(plan: ImportPlan) -> list[Dato]:
    """The columns of a list: whom it is about first, then its data in their usual order."""
    keys = [campo.key for campo in plan.campos]
    first = [key for key in ("control", "curp") if key in keys][:1]
    found = [_dato(plan, key) for key in first]
    found += _names_of_alumnos(plan) if plan.tipo == "alumnos" else [_whole_name(plan)]
    measured = [c for c in plan.layout.columns() if c.medida is not None and c.campo]
    skipped = {*first, *NOMBRES, *({"calificacion", "faltas", "asistencias"} if measured else ())}
    found += [_dato(plan, key) for key in keys if key not in skipped]
    return found + [_measure(columna.encabezado, columna.campo) for columna in measured]


def _dato(plan: ImportPlan, key: str) -> Dato:
    title = _SHORT.get(key) or campos_of(plan.tipo)[key].label
    show = _show_of_grupo(key) if key in _OF_GRUPO else _show_of(plan, key)
    return Dato(key, title, frozenset((key,)), show)


def _show_of(plan: ImportPlan, key: str) -> Callable[[Any], str]:
    def show(row: Any) -> str:
        values = row.values
        return shown(key, values[key]) if key in values else one_line(written(plan, row, key))

    return show


def _show_of_grupo(key: str) -> Callable[[Any], str]:
    def show(row: Any) -> str:
        grupo = row.values.get("grupo")
        return _GRUPO[key].show(getattr(grupo, key)) if isinstance(grupo, domain.Grupo) else ""

    return show


def _names_of_alumnos(plan: ImportPlan) -> list[Dato]:
    def surnames(row: Any) -> str:
        both = (row.values.get("apellido_paterno"), row.values.get("apellido_materno"))
        return " ".join(one for one in both if one) or one_line(written(plan, row, "apellidos"))

    return [
        Dato("apellidos", "Apellidos", NOMBRES - {"nombres"}, surnames),
        Dato("nombres", _SHORT["nombres"], frozenset(("nombres",)), _show_of(plan, "nombres")),
    ]


def _whole_name(plan: ImportPlan) -> Dato:
    def show(row: Any) -> str:
        known = row.values.get("nombre_completo", "")
        parts = ("nombre_completo", "apellidos", "apellido_paterno", "apellido_materno", "nombres")
        typed = (one_line(written(plan, row, key)) for key in parts)
        return known or " ".join(text for text in typed if text)

    return Dato("nombre_completo", _SHORT["nombre_completo"], NOMBRES, show)


def _measure(header: str, campo: str) -> Dato:
    def show(row: Any) -> str:
        return shown(campo, row.values.get(header))

    return Dato(f"= {header}", header, frozenset(), show, header)
