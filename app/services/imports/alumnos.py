"""Review of a list of alumnos: who is new, who changes and in what, who is doubtful or rejected."""

from typing import Any

from app import domain
from app.domain.identifiers import curp_birth, curp_sex, doubt_about_age
from app.domain.lectura_alumnos import SexoReading, sexo_reading
from app.fields import fields_of
from app.services.imports.en_grupo import GrupoOfRow, unused
from app.services.imports.grupos import Grupos
from app.services.imports.lectura import Identities, Lista, lists_of, rejected, sentence
from app.services.imports.nombres import PARTS, names_of
from app.services.imports.plan import (
    ALTA,
    CAMBIA,
    IGUAL,
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
from app.services.imports.valores import READERS, Column, reader_of_birth, typed
from app.text import plain

_PLAIN = ("curp", "correo", "telefono", "responsable", "telefono_responsable", "nuevo_ingreso",
          "estado")  # fmt: skip
_OTHER_MEANINGS = frozenset({"estado", "nuevo_ingreso"})
"""Headers under which lists also write other things (estado de nacimiento)."""
_M = "M puede ser mujer o masculino y la lista no permite saberlo"
_NAMES = frozenset({*PARTS, "responsable"})
_KEYS = (*PARTS, "curp", "sexo", "nacimiento", *_PLAIN[1:])
_EMPTY = ("", None)
_EVERY = 250


def review_alumnos(snapshot: Snapshot, plan: ImportPlan, tick: Tick) -> None:
    """Fills the plan of a list of alumnos."""
    review = _Review(snapshot, plan, tick)
    lists = list(lists_of(plan))
    review.total = sum(map(len, lists))
    for lista in lists:
        review.add(lista)
    plan.grupos = review.grupos.new
    plan.otras = [
        Escritura("grupos", id, dict(values)) for id, values in review.grupos.changed.items()
    ]
    plan.bajas = review.missing()


class _Review:
    """The list being reviewed against the plantel."""

    def __init__(self, snapshot: Snapshot, plan: ImportPlan, tick: Tick) -> None:
        self.snapshot = snapshot
        self.plan = plan
        self.tick = tick
        self.total = 0
        self.grupos = Grupos(snapshot)
        self.identities = Identities()
        self.curps: dict[str, int] = {}
        self.labels = {key: field.label for key, field in fields_of(domain.Alumno).items()}
        self.shows = {key: field.show for key, field in fields_of(domain.Alumno).items()}

    def add(self, lista: Lista) -> None:
        """Reviews the alumnos of one sheet."""
        control = Column(lista.cells("control"), *READERS["control"])
        columns = self._plain_columns(lista)
        names = names_of(lista)
        sexo = self._sexo(lista, columns["curp"])
        birth = Column((cells := lista.cells("nacimiento")), reader_of_birth(cells), None, raw=True)
        columns |= {"sexo": sexo, "nacimiento": birth}
        avisos = names.avisos
        for key, column in columns.items():
            for row in column.refused:
                avisos.setdefault(row, []).append(lista.aviso(key, column, row))
        grupo_of = GrupoOfRow(self.grupos, lista, self.plan.notas)
        values = zip(
            *(names.parts[part] for part in PARTS),
            *(columns[key].values for key in _KEYS[len(PARTS) :]),
            strict=True,
        )
        for row, told in enumerate(values):
            if row % _EVERY == 0:
                self.tick(len(self.plan.rows), self.total)
            data: dict[str, Any] = dict(zip(_KEYS, told, strict=True))
            who = self._who(lista, row, control, columns["curp"])
            if isinstance(who, Aviso):
                self.plan.rows.append(
                    rejected(lista, row, who, {"control": control.values[row], **data})
                )
                continue
            found, key = who
            reviewed = ReviewedRow(lista.hoja.nombre, lista.filas[row], IGUAL, data)
            if row in avisos:
                reviewed.avisos = avisos[row]
            self._check_curp(lista, reviewed, found)
            grupo = grupo_of.of(row, found, reviewed)
            self._decide(lista, reviewed, found, key, grupo)

    def _plain_columns(self, lista: Lista) -> dict[str, Column]:
        found: dict[str, Column] = {}
        for key in _PLAIN:
            column = Column(lista.cells(key), *READERS[key])
            if key in _OTHER_MEANINGS and column.mostly_refused:
                self.plan.notas.append(unused(lista, key, column))
                column = Column([""] * len(lista), *READERS[key])
            found[key] = column
        return found

    def _sexo(self, lista: Lista, curp: Column) -> Column:
        cells = lista.cells("sexo")
        reading = sexo_reading(typed(cell) for cell in set(cells))
        column = Column(cells, lambda text: _read_sexo(reading, text, self.plan.options.sexo_m))
        for row in [row for row in column.refused if curp.values[row]]:
            column.values[row] = curp_sex(curp.values[row])
            del column.refused[row]
        return column

    def _who(
        self, lista: Lista, row: int, control: Column, curp: Column
    ) -> tuple[domain.Alumno | None, str] | Aviso:
        """Somebody the plantel has or a new one, with the key; or why the row is rejected."""
        if not lista.has("control"):
            return self._who_by_curp(lista, row, curp)
        key = control.values[row]
        again = self.identities.repeated(key, lista, row) if key else ""
        if not key or again:
            missing = control.refused.get(row) or "falta el número de control"
            reason = sentence(f"control {again}" if again else missing)
            return Aviso("control", lista.header("control"), control.text(row).strip(), reason)
        found = self.snapshot.by_control.get(key)
        if found is None and control.cells[row].__class__ is int:
            found = self.snapshot.zeros_lost(key)
        return found, key if found is None else found.matricula

    def _who_by_curp(
        self, lista: Lista, row: int, curp: Column
    ) -> tuple[domain.Alumno | None, str] | Aviso:
        """In a list without números de control only those already known can be found."""
        key = curp.values[row]
        found = self.snapshot.by_curp.get(key)
        again = self.identities.repeated(key, lista, row) if key else ""
        if found is not None and not again:
            return found, found.matricula
        reason = curp.refused.get(row) or "faltan el número de control y la CURP"
        if key:
            reason = (
                f"CURP {again}"
                if again
                else "la lista no trae número de control y ningún alumno tiene esa CURP"
            )
        return Aviso("curp", lista.header("curp"), curp.text(row).strip(), sentence(reason))

    def _check_curp(self, lista: Lista, reviewed: ReviewedRow, found: domain.Alumno | None) -> None:
        """A CURP of somebody else is doubted; a birthday or sexo that it denies is pointed out."""
        data = reviewed.values
        curp = data["curp"]
        if curp:
            first = self.curps.setdefault(curp, reviewed.fila)
            owner = self.snapshot.by_curp.get(curp)
            reason = f"esa CURP ya está en la fila {first}" if first != reviewed.fila else ""
            if owner is not None and (found is None or owner.id != found.id):
                reason = f"esa CURP ya es de {owner.nombre}"
            if reason:
                data["curp"] = ""
                reviewed.avisos.append(Aviso("curp", lista.header("curp"), curp, sentence(reason)))
                return
            self._compare_with_curp(lista, reviewed, curp)
        day = data["nacimiento"]
        if day and (doubt := doubt_about_age(day, self.snapshot.today)):
            self._look_at(lista, reviewed, "nacimiento", f"{day:%d/%m/%Y}", doubt)

    def _compare_with_curp(self, lista: Lista, reviewed: ReviewedRow, curp: str) -> None:
        data = reviewed.values
        day, sexo = data["nacimiento"], data["sexo"]
        if day and day != (born := curp_birth(curp)) and born:
            doubt = f"la CURP dice que nació el {born:%d/%m/%Y}"
            self._look_at(lista, reviewed, "nacimiento", f"{day:%d/%m/%Y}", doubt)
        if sexo and sexo != (sex := curp_sex(curp)) and sex:
            self._look_at(lista, reviewed, "sexo", sexo, f"la CURP es de {sex}")

    def _look_at(
        self, lista: Lista, reviewed: ReviewedRow, campo: str, written: str, doubt: str
    ) -> None:
        aviso = Aviso(campo, lista.header(campo), written, sentence(doubt), queda_vacio=False)
        reviewed.avisos.append(aviso)

    def _decide(
        self,
        lista: Lista,
        reviewed: ReviewedRow,
        found: domain.Alumno | None,
        control: str,
        grupo: domain.Grupo | None,
    ) -> None:
        data = reviewed.values
        if found is not None:
            self._compare(lista, reviewed, found, grupo)
        elif not data["nombres"]:
            reason = next((a for a in reviewed.avisos if "nombre" in a.campo), None)
            reviewed.accion = "rechazada"
            reviewed.rechazo = reason or Aviso(
                "nombres", lista.header("nombres"), "", "Falta el nombre"
            )
        else:
            reviewed.accion = ALTA
            values = {key: value for key, value in data.items() if value not in _EMPTY}
            values["matricula"] = control
            if grupo is not None:
                values["grupo"] = grupo.id
                if grupo.semestre == 1 and data["nuevo_ingreso"] is None:
                    values["nuevo_ingreso"] = True
            reviewed.escrituras = [Escritura("alumnos", 0, values)]
        data["control"] = control
        data["grupo"] = grupo
        self.plan.rows.append(reviewed)

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
            if value in _EMPTY or value == (old := getattr(found, key)):
                continue
            if key in _NAMES and keeps_name(old, value):
                continue
            changed[key] = value
            show = self.shows[key]
            reviewed.cambios.append(Cambio(key, self.labels[key], show(old), show(value)))
        if grupo is not None and grupo.id != found.grupo:
            changed["grupo"] = grupo.id
            before = self.grupos.current(found.grupo)
            label = before.etiqueta if before else ""
            reviewed.cambios.append(Cambio("grupo", "Grupo", label, grupo.etiqueta))
        if changed:
            reviewed.accion = CAMBIA
            reviewed.escrituras = [Escritura("alumnos", found.id, changed)]
        if changed.keys() & set(PARTS):
            after = " ".join(reviewed.values[part] or getattr(found, part) for part in PARTS)
            if not same_person(found.nombre, after):
                doubt = f"ese número de control es de {found.nombre}"
                self._look_at(lista, reviewed, "control", found.matricula, doubt)

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


def _read_sexo(reading: SexoReading, text: str, meaning_of_m: str) -> str:
    """The sexo of a cell; M is what the column decides, or what the user said."""
    value = reading.of(text)
    if not value and plain(text).strip(" .") == "m" and meaning_of_m:
        value = meaning_of_m
    if not value:
        raise ValueError(_M if plain(text).strip(" .") == "m" else f"«{text}» no se entiende")
    return value
