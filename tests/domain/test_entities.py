"""How records say themselves, and that no two data of a list answer to the same header."""

import pytest

from app.domain import ENTITIES, NAMES, Alumno, Calificacion, Grupo, Periodo
from app.fields import Checks, Reference, fields_of
from app.text import plain

LISTS = [("alumnos", "grupos"), ("calificaciones", "asignaturas"), ("disponibilidades",)]


@pytest.mark.parametrize(
    ("semestre", "nombre", "etiqueta"),
    [
        (3, "B", "3.º B"),
        (3, "3B", "3.º B"),
        (3, "3° B", "3.º B"),
        (3, "AVP", "3.º AVP"),
        (3, "301", "301"),
        (3, "3", "3.º"),
        (3, "", "3.º"),
        (None, "B", "B"),
    ],
)
def test_a_grupo_is_called_as_people_read_it(
    semestre: int | None, nombre: str, etiqueta: str
) -> None:
    assert Grupo(semestre=semestre, nombre=nombre).etiqueta == etiqueta


def test_a_periodo_is_called_as_people_say_it() -> None:
    first, second = (Periodo(ciclo="2026-2027", parte=parte) for parte in "AB")
    assert (first.nombre, first.meses) == ("2026-2027A", "agosto 2026 – enero 2027")
    assert (second.nombre, second.meses) == ("2026-2027B", "febrero – julio 2027")


def test_a_calificacion_is_written_as_in_the_boleta() -> None:
    written = [
        Calificacion(valor=85), Calificacion(valor=0), Calificacion(marca="NP"), Calificacion(),
    ]  # fmt: skip
    assert [c.escrita for c in written] == ["8.5", "0", "NP", ""]


def test_every_table_has_its_names() -> None:
    assert list(ENTITIES) == list(NAMES)


@pytest.mark.parametrize("tables", LISTS)
def test_a_header_means_one_datum(tables: tuple[str, ...]) -> None:
    headers = [
        (plain(name), f"{table}.{key}")
        for table in tables
        for key, field in fields_of(ENTITIES[table]).items()
        if not isinstance(field.kind, Reference)
        for name in {plain(n) for n in (field.label, *field.aliases)}
    ]
    meant: dict[str, set[str]] = {}
    for header, datum in headers:
        meant.setdefault(header, set()).add(datum)
    assert not {h: d for h, d in meant.items() if len(d) > 1}


def test_headers_are_written_without_accents() -> None:
    aliases = {
        a for entity in ENTITIES.values() for f in fields_of(entity).values() for a in f.aliases
    }
    assert not {alias for alias in aliases if alias != plain(alias)}


def test_the_matricula_keeps_its_zeros() -> None:
    field = fields_of(Alumno)["matricula"]
    assert field.clean(" 0012345 ") == "0012345"


@pytest.mark.parametrize("table", list(ENTITIES))
def test_marks_come_back_from_the_text_that_gives_them(table: str) -> None:
    """Also those whose words have commas of their own, as the strategies of a plan."""
    for field in fields_of(ENTITIES[table]).values():
        if isinstance(field.kind, Checks):
            every = tuple(field.kind.options)
            assert field.clean(field.typed(every)) == every
            assert field.typed(()) == ""
