"""A plantel of a handful of people, small enough to follow by eye, for tests of tutoring."""

from dataclasses import dataclass
from datetime import date

from app import domain
from app.store import Store

FISICA, MATE, QUIMICA = "Física II", "Matemáticas III", "Química I"


@dataclass(frozen=True)
class SmallPlantel:
    """Ids by short name of the people and by name of the asignaturas."""

    periodo: int
    before: int
    grupo: int
    other_grupo: int
    asignaturas: dict[str, int]
    alumnos: dict[str, int]

    def __getitem__(self, name: str) -> int:
        return self.alumnos[name]


def small_plantel(store: Store) -> SmallPlantel:
    """Valeria and Iker are high and regular, Ximena and Diego owe, Nora has no results."""
    periodo = store.plantel.only().periodo or 0
    with store.operation("Preparar la prueba", undoable=False):
        store.periodos.change(periodo, inicio=date(2026, 8, 24), fin=date(2027, 1, 15))
        before = store.periodos.add(domain.Periodo(ciclo="2025-2026", parte="B")).id
        grupo = _grupo(store, periodo, "A")
        other = _grupo(store, periodo, "B")
        asignaturas = {
            name: store.asignaturas.add(domain.Asignatura(nombre=name, semestre=semestre)).id
            for name, semestre in ((FISICA, 4), (MATE, 3), (QUIMICA, 1))
        }
        alumnos = {
            "Valeria": _alumno(store, "001", "Muñoz", "Arévalo", "Valeria", grupo),
            "Iker": _alumno(store, "002", "Zúñiga", "", "Iker", grupo),
            "Ximena": _alumno(store, "003", "Ordóñez", "Villaseñor", "Ximena", other),
            "Diego": _alumno(store, "004", "Núñez", "Peña", "Diego Armando", other),
            "Nora": _alumno(store, "005", "Ñáñez", "Ayala", "Nora", other),
        }
    plantel = SmallPlantel(periodo, before, grupo, other, asignaturas, alumnos)
    _results(store, plantel)
    return plantel


def _grupo(store: Store, periodo: int, nombre: str) -> int:
    grupo = domain.Grupo(
        periodo=periodo, semestre=5, nombre=nombre, turno="matutino", especialidad="Programación"
    )
    return store.grupos.add(grupo).id


def _alumno(
    store: Store, matricula: str, paterno: str, materno: str, nombres: str, grupo: int
) -> int:
    alumno = domain.Alumno(
        matricula=matricula,
        apellido_paterno=paterno,
        apellido_materno=materno,
        nombres=nombres,
        grupo=grupo,
    )
    return store.alumnos.add(alumno).id


def _results(store: Store, plantel: SmallPlantel) -> None:
    finals = {
        "Valeria": {FISICA: 96, MATE: 94, QUIMICA: 80},
        "Iker": {FISICA: 88, MATE: 70, QUIMICA: 90},
        "Ximena": {FISICA: 50, MATE: 80, QUIMICA: 80},
        "Diego": {FISICA: 40, MATE: 50, QUIMICA: 90},
    }
    with store.operation("Calificaciones de la prueba", undoable=False):
        store.calificaciones.add_many(
            domain.Calificacion(
                alumno=plantel[name],
                asignatura=plantel.asignaturas[asignatura],
                periodo=plantel.before,
                parcial=4,
                valor=valor,
            )
            for name, results in finals.items()
            for asignatura, valor in results.items()
        )


def intervencion(
    store: Store,
    plantel: SmallPlantel,
    asignatura: str = FISICA,
    tutorados: tuple[str, ...] = ("Ximena",),
    estado: str = "identificada",
    asignada: date | None = date(2026, 11, 9),
) -> int:
    """An intervención of Valeria; its id."""
    with store.operation("Asignar en la prueba", undoable=False):
        made = store.intervenciones.add(
            domain.Intervencion(
                periodo=plantel.periodo,
                asignatura=plantel.asignaturas[asignatura],
                alumno_tutor=plantel["Valeria"],
                estado=estado,
                asignada=asignada,
            )
        )
        store.tutorados.add_many(
            domain.Tutorado(intervencion=made.id, alumno=plantel[name]) for name in tutorados
        )
    return made.id


def note_grades(store: Store, plantel: SmallPlantel, name: str, *tenths: int) -> None:
    """Parciales of Física II in this periodo, from the first on."""
    with store.operation("Calificaciones"):
        store.calificaciones.add_many(
            domain.Calificacion(
                alumno=plantel[name], asignatura=plantel.asignaturas[FISICA],
                periodo=plantel.periodo, parcial=n, valor=valor, intento="recursamiento",
            )
            for n, valor in enumerate(tenths, start=1)
        )  # fmt: skip
