"""Review of a list of alumnos tutores: what each masters, with which calificación, for how many."""

from typing import Any

from app import domain
from app.domain.alumno_tutor import ESTADOS_TUTOR
from app.domain.lectura_calificaciones import read_calificacion
from app.fields import Text, fields_of
from app.services.imports.asignaturas import Asignaturas
from app.services.imports.lectura import Identities, Lista, lists_of, rejected, sentence
from app.services.imports.plan import (
    ALTA,
    CAMBIA,
    Aviso,
    Cambio,
    Escritura,
    ImportPlan,
    ReviewedRow,
    Tick,
)  # fmt: skip
from app.services.imports.quien import Quienes
from app.services.imports.snapshot import Snapshot
from app.services.imports.valores import Column, read_flag
from app.text import plain

_CAPACIDAD = fields_of(domain.PerfilTutor)["capacidad"]
_TENTHS = fields_of(domain.Calificacion)["valor"]
_MASTERS = frozenset({"domina", "si", "x", "ok"})
_WAITING = ("candidato", "invitado")


def review_tutores(snapshot: Snapshot, plan: ImportPlan, tick: Tick) -> None:
    """Fills the plan of a list of alumnos tutores; who is in it becomes an active one."""
    review = _Review(snapshot, plan)
    for lista in lists_of(plan):
        review.add(lista, tick)
    plan.asignaturas = review.asignaturas.new
    plan.notas += review.asignaturas.summary()


class _Review:
    """The list being reviewed against the plantel."""

    def __init__(self, snapshot: Snapshot, plan: ImportPlan) -> None:
        self.snapshot = snapshot
        self.plan = plan
        self.asignaturas = Asignaturas(snapshot)
        self.identities = Identities()
        self.told: dict[int, ReviewedRow] = {}
        self.capacities: dict[int, int] = {}

    def add(self, lista: Lista, tick: Tick) -> None:
        """Reviews the rows of one sheet: an asignatura of an alumno tutor in each."""
        who = Quienes(self.snapshot, lista)
        columns = {
            "asignatura": Column(lista.cells("asignatura"), self.asignaturas.named, None),
            "calificacion": Column(lista.cells("calificacion"), _read_shown, (None, None)),
            "domina": Column(lista.cells("domina"), read_flag, None),
            "capacidad": Column(lista.cells("capacidad"), _CAPACIDAD.kind.parse, None),
            "propuesto_por": Column(lista.cells("propuesto_por"), Text(120).parse, ""),
        }
        self._gather_capacities(who, columns["capacidad"], len(lista))
        for row in range(len(lista)):
            if row % 250 == 0:
                tick(row, len(lista))
            alumno = who.of(row)
            if isinstance(alumno, Aviso):
                self.plan.rows.append(rejected(lista, row, alumno, {}))
            else:
                self._add_row(lista, who, columns, row, alumno)

    def _gather_capacities(self, who: Quienes, column: Column, rows: int) -> None:
        """The capacity may be in any row of somebody: the first one that says it counts."""
        for row in range(rows):
            alumno, capacity = who.of(row), column.values[row]
            if capacity is not None and isinstance(alumno, domain.Alumno):
                self.capacities.setdefault(alumno.id, capacity)

    def _add_row(
        self,
        lista: Lista,
        who: Quienes,
        columns: dict[str, Column],
        row: int,
        alumno: domain.Alumno,
    ) -> None:
        subject: domain.Asignatura | None = columns["asignatura"].values[row]
        key = f"{alumno.id} {subject.id if subject else ''}"
        before = self.identities.before(key, lista, row)
        wrong = columns["asignatura"].refused.get(row) or (
            before and f"asignatura repetida en {before}"
        )
        if wrong:
            header, text = lista.header("asignatura"), columns["asignatura"].text(row)
            aviso = Aviso("asignatura", header, text.strip(), sentence(wrong))
            self.plan.rows.append(rejected(lista, row, aviso, {"control": alumno.matricula}))
            return
        valor, said = columns["calificacion"].values[row]
        reviewed = who.reviewed(
            row, alumno, asignatura=subject.nombre if subject else "", calificacion=valor,
            capacidad=columns["capacidad"].values[row],
        )  # fmt: skip
        reviewed.avisos += [
            lista.aviso(key, column, row)
            for key, column in columns.items()
            if row in column.refused
        ]
        self._perfil(lista, reviewed)
        masters = said if said is not None else columns["domina"].values[row]
        if subject is not None and masters is not False:
            self._dominio(reviewed, subject, valor, columns["propuesto_por"].values[row])
        self._doubts(lista, reviewed, valor)
        self.plan.rows.append(reviewed)

    def _perfil(self, lista: Lista, reviewed: ReviewedRow) -> None:
        """The perfil of an alumno tutor, written once, in the first row of his or hers."""
        if self.told.setdefault(reviewed.alumno, reviewed) is not reviewed:
            return
        capacity = self.capacities.get(reviewed.alumno)
        found = self.snapshot.perfiles.get(reviewed.alumno)
        if found is None:
            values: dict[str, Any] = {
                "alumno": reviewed.alumno, "estado": "activo", "capacidad": capacity,
                "desde": self.snapshot.today,
            }  # fmt: skip
            reviewed.escrituras.append(Escritura("perfiles_tutor", 0, values))
            reviewed.accion = ALTA
            return
        changed: dict[str, Any] = {}
        if capacity is not None and capacity != found.capacidad:
            changed["capacidad"] = capacity
            before = "" if found.capacidad is None else str(found.capacidad)
            reviewed.cambios.append(Cambio("capacidad", "Capacidad", before, str(capacity)))
        if found.estado in _WAITING:
            changed["estado"] = "activo"
            before = ESTADOS_TUTOR[found.estado]
            reviewed.cambios.append(Cambio("estado", "Estado", before, ESTADOS_TUTOR["activo"]))
        elif found.estado != "activo":
            reason = f"está como «{ESTADOS_TUTOR[found.estado]}» y así se queda"
            self._look_at(lista, reviewed, "control", reviewed.values["control"], reason)
        if changed:
            reviewed.escrituras.append(Escritura("perfiles_tutor", found.id, changed))
            reviewed.accion = CAMBIA

    def _dominio(
        self, reviewed: ReviewedRow, subject: domain.Asignatura, valor: int | None, docente: str
    ) -> None:
        found = self.snapshot.dominios.get((reviewed.alumno, subject.id))
        if found is None:
            values: dict[str, Any] = {
                "alumno": reviewed.alumno, "asignatura": subject.id, "calificacion": valor,
                "fuente": "lista", "propuesto_por": docente,
            }  # fmt: skip
            reviewed.escrituras.append(Escritura("dominios", 0, values))
            reviewed.accion = ALTA if reviewed.accion != CAMBIA else CAMBIA
            return
        changed: dict[str, Any] = {}
        if valor is not None and valor != found.calificacion:
            changed["calificacion"] = valor
            before, after = _TENTHS.show(found.calificacion), _TENTHS.show(valor)
            reviewed.cambios.append(Cambio("calificacion", subject.nombre, before, after))
        if docente and docente != found.propuesto_por:
            changed["propuesto_por"] = docente
            before = found.propuesto_por
            reviewed.cambios.append(Cambio("propuesto_por", "Docente", before, docente))
        if changed:
            reviewed.escrituras.append(Escritura("dominios", found.id, changed))
            reviewed.accion = CAMBIA

    def _doubts(self, lista: Lista, reviewed: ReviewedRow, valor: int | None) -> None:
        """A capacity said twice in different ways; a calificación below what mastering asks."""
        capacity = reviewed.values["capacidad"]
        if capacity is not None and capacity != self.capacities[reviewed.alumno]:
            reason = f"antes la lista dijo {self.capacities[reviewed.alumno]}; se toma ese"
            self._look_at(lista, reviewed, "capacidad", str(capacity), reason)
        least = self.snapshot.settings.domina_desde
        if valor is not None and valor < least:
            reason = f"para dominar una asignatura se pide {_TENTHS.show(least)}"
            self._look_at(lista, reviewed, "calificacion", _TENTHS.show(valor), reason)

    def _look_at(
        self, lista: Lista, reviewed: ReviewedRow, campo: str, written: str, reason: str
    ) -> None:
        aviso = Aviso(campo, lista.header(campo), written, sentence(reason), queda_vacio=False)
        reviewed.avisos.append(aviso)


def _read_shown(text: str) -> tuple[int | None, bool | None]:
    """The calificación that shows the mastery, or whether the cell just says «domina»."""
    word = plain(text).strip(" .")
    if word in _MASTERS:
        return None, True
    if word == "no":
        return None, False
    valor, marca = read_calificacion(text, 100 if _beyond_ten(text) else 10)
    return valor, marca == "AC" if marca else None


def _beyond_ten(text: str) -> bool:
    try:
        return 10 < float(text.replace(",", ".")) <= 100
    except ValueError:
        return False
