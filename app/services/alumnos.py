"""What is done with alumnos: enrol, change, correct, move of grupo, set the level, take out."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from app import domain
from app.domain.alumno import ESTADOS_ALUMNO
from app.domain.identifiers import clean_identifier, doubt_about_age, doubt_about_curp_of
from app.domain.intervencion import ABIERTAS
from app.domain.riesgo import NIVELES
from app.errors import AppError, InvalidValue
from app.fields import cleaned, fields_of
from app.services import planteles
from app.store import Store
from app.store.queries.tutorados import FilaTutorado
from app.text import counted

_DATUM = {
    "matricula": "el número de control",
    "apellido_paterno": "el apellido",
    "apellido_materno": "el apellido",
    "nombres": "el nombre",
    "curp": "la CURP",
    "sexo": "el sexo",
    "nacimiento": "la fecha de nacimiento",
    "correo": "el correo",
    "telefono": "el teléfono",
    "responsable": "el padre, madre o tutor legal",
    "telefono_responsable": "el teléfono del padre, madre o tutor legal",
    "nuevo_ingreso": "el nuevo ingreso",
    "estado": "el estado",
}
_CALCULADO = {"nivel_fijado": "", "motivo_nivel": "", "fecha_nivel": None, "quien_nivel": ""}
_GRUPO = ("semestre", "nombre", "turno", "especialidad")


def who(store: Store, alumnos: Sequence[int]) -> str:
    """A name or a count, for labels: Diego Núñez, 12 alumnos."""
    if len(alumnos) == 1:
        return store.alumnos.get(alumnos[0]).nombre_corto
    return counted(len(alumnos), "alumno", "alumnos")


def new_alumno(
    store: Store, typed: Mapping[str, str], grupo: Mapping[str, str] | None = None
) -> domain.Alumno:
    """Enrols an alumno; the typed grupo (semestre, nombre, turno, especialidad) is made if new.

    Raises InvalidValue when a datum is refused or the número de control is taken.
    """
    values = _checked(store, typed, 0)
    for key, spec in fields_of(domain.Alumno).items():
        if spec.required and not values.get(key):
            raise InvalidValue(key, f"{spec.label}: es obligatorio")
    record = domain.Alumno(**values)
    with store.operation(f"Capturar a {record.nombre_corto}"):
        where = grupo_named(store, grupo).id if grupo and any(grupo.values()) else None
        return store.alumnos.add(domain.Alumno(**{**values, "grupo": where or record.grupo}))


def grupo_named(store: Store, typed: Mapping[str, str]) -> domain.Grupo:
    """The grupo of the current periodo with those data, new if the plantel did not have it."""
    values = cleaned(domain.Grupo, {key: typed.get(key, "") for key in _GRUPO})
    if values["semestre"] is None:
        raise InvalidValue("semestre", "Semestre: es obligatorio para crear un grupo")
    values["periodo"] = planteles.current_periodo(store).id
    same = store.grupos.where(**{k: v for k, v in values.items() if v or k != "especialidad"})
    if same:
        return same[0]
    grupo = domain.Grupo(**values)
    with store.operation(f"Crear el grupo {grupo.etiqueta}"):
        return store.grupos.add(grupo)


def change_alumno(store: Store, alumno: int, typed: Mapping[str, str]) -> domain.Alumno:
    """Stores typed data of an alumno; InvalidValue names the field that is wrong."""
    before = store.alumnos.get(alumno)
    values = _checked(store, typed, alumno)
    what = _DATUM.get(next(iter(typed)), "los datos") if len(typed) == 1 else "los datos"
    with store.operation(f"Cambiar {what} de {before.nombre_corto}"):
        after = store.alumnos.change(alumno, **values)
        corrected = store.correcciones.where(alumno=alumno, campo=list(values))
        store.correcciones.delete_many([c.id for c in corrected if getattr(after, c.campo)])
    return after


def _checked(store: Store, typed: Mapping[str, str], alumno: int) -> dict[str, Any]:
    if "curp" in typed:
        typed = {**typed, "curp": clean_identifier(typed["curp"])}
    values = cleaned(domain.Alumno, typed)
    taken = store.alumnos.where(matricula=values["matricula"]) if "matricula" in values else []
    if other := next((one for one in taken if one.id != alumno), None):
        raise InvalidValue(
            "matricula", f"Número de control: ya lo tiene {other.nombre}; revise cuál es el bueno"
        )
    return values


def doubts(store: Store, alumno: domain.Alumno) -> dict[str, str]:
    """What can be doubted of the data, by field: CURP, birthday, age (DOMAIN D.2); never blocks."""
    found = {
        key: doubt
        for key, spec in fields_of(domain.Alumno).items()
        if (doubt := spec.warning(getattr(alumno, key)))
    }
    if alumno.nacimiento and "nacimiento" not in found:
        found["nacimiento"] = doubt_about_age(alumno.nacimiento, store.clock().date())
    if alumno.curp and "curp" not in found:
        found["curp"] = doubt_about_curp_of(alumno.curp, alumno.nacimiento, alumno.sexo)
    return {key: f"{text[0].upper()}{text[1:]}" for key, text in found.items() if text}


def move_to_grupo(store: Store, alumnos: Sequence[int], grupo: int | None) -> None:
    """Puts alumnos in a grupo, or in none."""
    where = store.grupos.get(grupo).etiqueta if grupo else "ninguno"
    one = len(alumnos) == 1
    label = f"Cambiar {'el grupo de' if one else 'de grupo a'} {who(store, alumnos)}: {where}"
    with store.operation(label):
        store.alumnos.change_many([(id, {"grupo": grupo}) for id in alumnos])


def change_estado(store: Store, alumnos: Sequence[int], estado: str) -> None:
    """Changes the state of alumnos, a key of ESTADOS_ALUMNO."""
    label = f"Cambiar el estado de {who(store, alumnos)}: {ESTADOS_ALUMNO[estado].lower()}"
    with store.operation(label):
        store.alumnos.change_many([(id, {"estado": estado}) for id in alumnos])


def set_nivel(store: Store, alumnos: Sequence[int], nivel: str, motivo: str) -> None:
    """Sets the level of riesgo by hand, with the reason (D.3); the empty level goes back.

    The day and who did it are kept with it. Raises InvalidValue without a reason.
    """
    motivo = motivo.strip()
    if not nivel:
        with store.operation(f"Volver al nivel calculado de {who(store, alumnos)}"):
            store.alumnos.change_many([(id, _CALCULADO) for id in alumnos])
        return
    if not motivo:
        raise InvalidValue("motivo_nivel", "Motivo: es obligatorio para cambiar el nivel")
    values = cleaned(domain.Alumno, {"nivel_fijado": nivel, "motivo_nivel": motivo})
    values |= {"fecha_nivel": store.clock().date(), "quien_nivel": store.author}
    label = f"Cambiar a {NIVELES[nivel].lower()}: {who(store, alumnos)}"
    with store.operation(label):
        store.alumnos.change_many([(id, values) for id in alumnos])


def correct(store: Store, correccion: int, typed: str) -> None:
    """Takes a datum that a list brought wrong, as it was typed now; InvalidValue if still wrong."""
    pending = store.correcciones.get(correccion)
    if pending.campo not in fields_of(domain.Alumno) or pending.campo == "grupo":
        raise AppError("Ese dato se corrige en su propio lugar; aquí solo puede descartarse.")
    alumno = pending.alumno or 0
    values = _checked(store, {pending.campo: typed}, alumno)
    name = store.alumnos.get(alumno).nombre_corto
    with store.operation(f"Corregir {_DATUM.get(pending.campo, 'un dato')} de {name}"):
        store.alumnos.change(alumno, **values)
        store.correcciones.delete(correccion)


def discard_correction(store: Store, correccion: int) -> None:
    """Forgets what a list brought wrong; the datum stays as it is."""
    pending = store.correcciones.get(correccion)
    name = who(store, [pending.alumno]) if pending.alumno else "un alumno"
    with store.operation(f"Descartar un dato por corregir de {name}"):
        store.correcciones.delete(correccion)


def delete_alumnos(store: Store, alumnos: Sequence[int]) -> int:
    """Sends alumnos to the bin with all that hangs from them; how many went.

    An intervención left without any tutorado goes along. AppError when somebody is the alumno
    tutor of an open one.
    """
    busy = store.intervenciones.where(alumno_tutor=list(alumnos), estado=ABIERTAS)
    if busy:
        tutores = sorted({i.alumno_tutor for i in busy if i.alumno_tutor})
        verb = "acompaña" if len(tutores) == 1 else "acompañan"
        raise AppError(
            f"No se borró nada: {who(store, tutores)} {verb} a alguien en "
            f"{counted(len(busy), 'intervención', 'intervenciones')} sin concluir. "
            "Cambie antes el alumno tutor de cada una."
        )
    with store.operation(f"Borrar a {who(store, alumnos)}", deletes=True):
        store.intervenciones.delete_many(_only_theirs(store, set(alumnos)))
        store.alumnos.delete_many(alumnos)
    return len(alumnos)


def _only_theirs(store: Store, alumnos: Collection[int]) -> list[int]:
    mine = store.tutorados.where(alumno=list(alumnos))
    ids = sorted({t.intervencion for t in mine if t.intervencion})
    kept = {t.intervencion for t in store.tutorados.where(intervencion=ids)
            if t.alumno not in alumnos}  # fmt: skip
    return [id for id in ids if id not in kept]


def desempeno_de(fila: FilaTutorado, mejores: Collection[int]) -> str:
    """The class of performance of somebody, a key of DESEMPENOS or nothing (S-09…S-11, S-42).

    `mejores` is the tercio superior, from `candidatos.tercios`.
    """
    if fila.regular is None:
        return ""
    if not fila.regular:
        return "insatisfactorio"
    return "alto" if fila.alumno in mejores else "satisfactorio"
