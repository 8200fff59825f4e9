"""Review of a list of alumnos: who is new, who changes and in what, who is doubtful or rejected."""

from typing import Any

from app import domain
from app.fields import fields_of
from app.services.imports.datos import Datos
from app.services.imports.en_grupo import GrupoOfRow
from app.services.imports.grupos import Grupos
from app.services.imports.identidad import who_is_who
from app.services.imports.lectura import Identities, Lista, lists_of, rejected, sentence
from app.services.imports.nombres import PARTS
from app.services.imports.plan import (
    ALTA,
    CAMBIA,
    IGUAL,
    RECHAZADA,
    Aviso,
    Baja,
    Cambio,
    Escritura,
    ImportPlan,
    ReviewedRow,
    Tick,
)  # fmt: skip
from app.services.imports.snapshot import Snapshot
from app.services.imports.textos import keeps_name, same_person

_NAMES = frozenset({*PARTS, "responsable"})
_EVERY = 250


def review_alumnos(snapshot: Snapshot, plan: ImportPlan, tick: Tick) -> None:
    """Fills the plan of a list of alumnos."""
    review = _Review(snapshot, plan)
    lists = list(lists_of(plan))
    total = sum(map(len, lists))
    for lista in lists:
        review.add(lista, tick, total)
    plan.grupos = review.grupos.new
    plan.otras = [
        Escritura("grupos", id, dict(values)) for id, values in review.grupos.changed.items()
    ]
    plan.bajas = review.missing()


class _Review:
    """The list being reviewed against the plantel."""

    def __init__(self, snapshot: Snapshot, plan: ImportPlan) -> None:
        self.snapshot = snapshot
        self.plan = plan
        self.grupos = Grupos(snapshot)
        self.identities, self.curps = Identities(), Identities()
        self.fields = fields_of(domain.Alumno)

    def add(self, lista: Lista, tick: Tick, total: int) -> None:
        """Reviews the alumnos of one sheet."""
        datos = Datos(self.snapshot, self.plan, lista, self.curps)
        grupo_of = GrupoOfRow(self.grupos, lista, self.plan.notas)
        hoja, rows, avisos = lista.hoja.nombre, self.plan.rows, datos.avisos
        people = who_is_who(self.snapshot, lista, datos.columns.get("curp"), self.identities)
        has_curp = "curp" in datos.columns
        for row, (fila, who, data) in enumerate(zip(lista.filas, people, datos, strict=True)):
            if row % _EVERY == 0:
                tick(len(rows), total)
            if isinstance(who, Aviso):
                rows.append(rejected(lista, row, who, data))
                continue
            found, control = who
            if has_curp and data["curp"]:
                datos.check_curp(row, data, found)
            reviewed = ReviewedRow(hoja, fila, IGUAL, data)
            if row in avisos:
                reviewed.avisos = avisos[row]
            grupo = None
            if found is None and not data["nombres"]:
                self._refuse_nameless(lista, reviewed)
            else:
                grupo = grupo_of.of(row, found, reviewed)
                if found is None:
                    self._enrol(reviewed, control, grupo)
                else:
                    self._compare(lista, reviewed, found, grupo)
            data["control"], data["grupo"] = control, grupo
            rows.append(reviewed)

    def _refuse_nameless(self, lista: Lista, reviewed: ReviewedRow) -> None:
        """Somebody new without given names cannot be enrolled."""
        missing = Aviso("nombres", lista.header("nombres"), "", "Falta el nombre")
        doubts = (aviso for aviso in reviewed.avisos if "nombre" in aviso.campo)
        reviewed.accion, reviewed.rechazo = RECHAZADA, next(doubts, missing)

    def _enrol(self, reviewed: ReviewedRow, control: str, grupo: domain.Grupo | None) -> None:
        """Somebody new; who begins in the first semestre is of nuevo ingreso (M-07)."""
        values = {**reviewed.values, "matricula": control}
        if not values.get("estado", "activo"):
            del values["estado"]
        if values.get("nuevo_ingreso") is None:
            values["nuevo_ingreso"] = grupo is not None and grupo.semestre == 1
        if grupo is not None:
            values["grupo"] = grupo.id
        reviewed.accion = ALTA
        reviewed.escrituras = [Escritura("alumnos", 0, values)]

    def _compare(
        self,
        lista: Lista,
        reviewed: ReviewedRow,
        found: domain.Alumno,
        grupo: domain.Grupo | None,
    ) -> None:
        """What the list changes in somebody the plantel has; a blank cell erases nothing."""
        reviewed.alumno = found.id
        changed: dict[str, Any] = {}
        for key, value in reviewed.values.items():
            if value == "" or value is None or value == (old := getattr(found, key)):
                continue
            if key in _NAMES and keeps_name(old, value):
                continue
            changed[key] = value
            field = self.fields[key]
            reviewed.cambios.append(Cambio(key, field.label, field.show(old), field.show(value)))
        if grupo is not None and grupo.id != found.grupo:
            changed["grupo"] = grupo.id
            before = self.grupos.current(found.grupo)
            label = before.etiqueta if before else ""
            reviewed.cambios.append(Cambio("grupo", "Grupo", label, grupo.etiqueta))
        if changed:
            reviewed.accion = CAMBIA
            reviewed.escrituras = [Escritura("alumnos", found.id, changed)]
            self._point_out_another_name(lista, reviewed, found, changed)

    def _point_out_another_name(
        self,
        lista: Lista,
        reviewed: ReviewedRow,
        found: domain.Alumno,
        changed: dict[str, Any],
    ) -> None:
        """A control typed wrong gives somebody the data of another: their names share no word."""
        if changed.keys().isdisjoint(PARTS):
            return
        after = " ".join(reviewed.values[part] or getattr(found, part) for part in PARTS)
        if not same_person(found.nombre, after):
            doubt = sentence(f"ese número de control es de {found.nombre}")
            aviso = Aviso(
                "control", lista.header("control"), found.matricula, doubt, queda_vacio=False
            )
            reviewed.avisos = [*reviewed.avisos, aviso]

    def missing(self) -> list[Baja]:
        """Those of the grupos of the list who are not in it (never taken out by themselves)."""
        present = {row.alumno for row in self.plan.rows if row.alumno}
        grupos = {
            grupo.id
            for row in self.plan.rows
            if isinstance(grupo := row.values.get("grupo"), domain.Grupo)
        }
        return [
            Baja(a.id, a.matricula, a.nombre_de_lista, self.grupos.all[a.grupo].etiqueta)
            for a in self.snapshot.alumnos
            if a.grupo in grupos and a.id not in present and a.estado == "activo"
        ]
