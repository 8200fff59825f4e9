"""Made-up alumnos in their grupos, with everything a list of control escolar says of them."""

from datetime import date
from random import Random

from app import domain
from app.services.demo.calificaciones import Cursante, modos, of_cursante
from app.services.demo.people import Names, Persona, birthday, curp_of, matricula_of
from app.services.demo.plantel import Clase, Entorno
from app.store import Store
from app.text import order_key


def enrol(store: Store, draw: Random, names: Names, entorno: Entorno, hoy: date) -> list[Cursante]:
    """Stores the alumnos of every grupo and their calificaciones."""
    drawn: list[domain.Alumno] = []
    clases: list[Clase] = []
    for clase in entorno.clases:
        entry = int(entorno.actual.ciclo[:4]) - ((clase.grupo.semestre or 1) - 1) // 2
        for persona in _personas(names, clase.alumnos):
            matricula = matricula_of(entry, len(drawn) + 1)
            responsable = names.responsable(persona)
            drawn.append(_alumno(draw, persona, matricula, clase, responsable, hoy))
            clases.append(clase)
    added = store.alumnos.add_many(drawn)
    ways = modos(draw, len(added))
    cursantes = [Cursante(*three) for three in zip(added, clases, ways, strict=True)]
    rows = [row for who in cursantes for row in of_cursante(draw, entorno, who)]
    store.calificaciones.add_many(rows)
    return cursantes


def _personas(names: Names, many: int) -> list[Persona]:
    """The persons of a grupo in the order of its list."""
    found = [names.persona() for _ in range(many)]
    return sorted(found, key=lambda p: order_key(f"{p.paterno} {p.materno} {p.nombres}"))


def _alumno(
    draw: Random, persona: Persona, matricula: str, clase: Clase, responsable: str, hoy: date
) -> domain.Alumno:
    birth = birthday(draw, clase.grupo.semestre or 1, hoy)
    reachable = draw.random() < 0.85
    return domain.Alumno(
        matricula=matricula,
        apellido_paterno=persona.paterno,
        apellido_materno=persona.materno,
        nombres=persona.nombres,
        curp=curp_of(draw, persona, birth),
        sexo="mujer" if persona.mujer else "hombre",
        nacimiento=birth,
        grupo=clase.grupo.id,
        correo=f"{matricula}@jacarandas04.example",
        telefono=_phone(draw) if reachable else "",
        responsable=responsable,
        telefono_responsable=_phone(draw) if reachable or draw.random() < 0.7 else "",
        nuevo_ingreso=clase.grupo.semestre in (1, 2),
    )


def _phone(draw: Random) -> str:
    """Ten digits of an exchange, 000, that nobody has."""
    return f"777 000 {draw.randrange(10_000):04d}"
