"""Carnet de asesorías académicas entre iguales (DOMAIN C.1): carta, media carta or cuadernillo.

Nothing goes on it but the official fields, the heading of the plantel and the short code: the
student carries it in public.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.fields import Flag, column
from app.formatos.carnet_paginas import Face, page
from app.formatos.carnet_planos import (
    CARTA_BACK,
    CARTA_FRONT,
    COVER,
    HALF_CONTINUED,
    HALF_SESSIONS,
    MEDIA_FRONT,
    POR_CARA,
    Plano,
)
from app.formatos.carnet_sesiones import Row, rows_of
from app.formatos.formato import Dibujo
from app.formatos.imposition import cut_sheets, folded_sheets
from app.formatos.layout import Page, Sheet, one_page
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete


@dataclass(frozen=True)
class Reprobada:
    """A failed subject with who attends it, when and where."""

    asignatura: str = ""
    alumno_tutor: str = ""
    dia_hora: str = ""
    lugar: str = ""


@dataclass(frozen=True)
class SesionImpresa:
    """A session already held, to be printed in the table of its subject."""

    fecha: date | None = None
    tema: str = ""
    observaciones: str = ""


@dataclass(frozen=True)
class CarnetDatos:
    """What a carnet shows. `sesiones` maps the name of a subject to its sessions in order."""

    membrete: Membrete = SIN_MEMBRETE
    semestre: str = ""
    apellido_paterno: str = ""
    apellido_materno: str = ""
    nombres: str = ""
    grupo: str = ""
    especialidad: str = ""
    tutor_del_grupo: str = ""
    codigo: str = ""
    reprobadas: tuple[Reprobada, ...] = ()
    sesiones: Mapping[str, tuple[SesionImpresa, ...]] = field(default_factory=dict)
    leyenda: str = LEYENDA

    @property
    def nombre(self) -> str:
        """Apellidos, nombres: as lists have it."""
        apellidos = f"{self.apellido_paterno} {self.apellido_materno}".strip()
        return ", ".join(filter(None, (apellidos, self.nombres)))


@dataclass(frozen=True)
class CarnetOpciones:
    """How carnets are printed.

    `con_sesiones` prints the recorded sessions; `regla` the 5 cm ruler; `encabezado` off leaves the
    space of the heading white; `reverso` off prints the fronts alone (the tables of the other
    subjects are then left out, unless sessions were asked for).
    """

    papel: str = "carta"
    con_sesiones: bool = column("Asesorías ya registradas", Flag(), default=False)
    regla: bool = column("Regla de 5 cm", Flag(), default=True)
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)
    reverso: bool = column("Reverso de la hoja", Flag(), default=True)


EN_BLANCO = CarnetDatos()

EJEMPLO = CarnetDatos(
    membrete=Membrete(
        nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
        cct="15DCT0214K",
        turno="Matutino",
        ciclo="2026-2027",
        periodo="agosto 2026 – enero 2027",
    ),
    semestre="3.º",
    apellido_paterno="Guzmán",
    apellido_materno="Peña",
    nombres="María Fernanda",
    grupo="3.º B",
    especialidad="Programación",
    tutor_del_grupo="Mtra. Leticia Ordóñez Villagrán",
    codigo="7K3M-9QX",
    reprobadas=(
        Reprobada(
            "Geometría y trigonometría",
            "Íñigo Saldaña Muñoz",
            "Martes, 13:20 a 14:00",
            "Biblioteca",
        ),
        Reprobada("Química II", "Ximena Yáñez Güemes", "Jueves, 13:20 a 14:00", "Laboratorio 2"),
    ),
    sesiones={
        "Geometría y trigonometría": (
            SesionImpresa(date(2026, 9, 1), "Ángulos y rectas", "Llegó puntual"),
            SesionImpresa(
                date(2026, 9, 8),
                "Triángulos: congruencia y semejanza",
                "Falta repasar proporciones",
            ),
        )
    },
)


def hojas(datos: Sequence[CarnetDatos], opciones: CarnetOpciones) -> Iterator[tuple[int, Sheet]]:
    """The sides of the sheets of all the carnets, with how many carnets are done."""
    if opciones.papel == "media-carta":
        yield from _cut(datos, opciones)
        return
    for done, one in enumerate(datos, 1):
        pages = paginas(one, opciones)
        booklet = opciones.papel == "cuadernillo"
        for sheet in folded_sheets(pages) if booklet else map(one_page, pages):
            yield done, sheet


def _cut(datos: Sequence[CarnetDatos], opciones: CarnetOpciones) -> Iterator[tuple[int, Sheet]]:
    sides = 2 if opciones.reverso or opciones.con_sesiones else 1
    cards: list[list[Page]] = []
    for one in datos:
        pages = paginas(one, opciones)
        cards += [pages[i : i + sides] for i in range(0, len(pages), sides)]
    if not cards:
        return
    spare = CarnetDatos(membrete=datos[-1].membrete, leyenda=datos[-1].leyenda)
    sheets = list(cut_sheets(cards, paginas(spare, opciones)))
    for i, sheet in enumerate(sheets, 1):
        yield len(datos) * i // len(sheets), sheet


def paginas(datos: CarnetDatos, opciones: CarnetOpciones) -> list[Page]:
    """The pages of one carnet in reading order, each with its number."""
    faces = (
        _booklet(datos, opciones) if opciones.papel == "cuadernillo" else _faces(datos, opciones)
    )
    return [page(datos, opciones, faces, i) for i in range(len(faces))]


def _faces(datos: CarnetDatos, opciones: CarnetOpciones) -> list[Face]:
    """Front and back for each two subjects; a table that is full goes on on another page."""
    front, back = _planos(opciones)
    both = opciones.reverso or opciones.con_sesiones
    faces: list[Face] = []
    for pair in _pairs(datos.reprobadas):
        first = pair[0].asignatura if pair else ""
        rows, here = _rows(datos, opciones, front, first), _capacity(front)
        faces.append(Face(front, first, rows[:here], pair, bool(faces)))
        if not both:
            continue
        if rows[here:]:
            faces += _tables(back, first, rows[here:])
        for other in pair[1:]:
            rows = _rows(datos, opciones, back, other.asignatura)
            faces += _tables(back, other.asignatura, rows)
        if len(faces) % 2:
            faces.append(Face(back, faces[-1].asignatura))
    return faces


def _booklet(datos: CarnetDatos, opciones: CarnetOpciones) -> list[Face]:
    """Cover, a page of sessions for each subject, and more of them up to a multiple of four."""
    pairs = _pairs(datos.reprobadas)
    faces = [Face(COVER, pair=pairs[0])]
    for i, pair in enumerate(pairs):
        for j, reprobada in enumerate(pair):
            plano = HALF_CONTINUED if i and not j else HALF_SESSIONS
            rows = _rows(datos, opciones, plano, reprobada.asignatura)
            here = _capacity(plano)
            shown = pair if plano is HALF_CONTINUED else ()
            faces.append(Face(plano, reprobada.asignatura, rows[:here], shown, bool(shown)))
            if rows[here:]:
                faces += _tables(HALF_SESSIONS, reprobada.asignatura, rows[here:])
    faces += [Face(HALF_SESSIONS)] * (-len(faces) % 4)
    return faces


def _planos(opciones: CarnetOpciones) -> tuple[Plano, Plano]:
    return (CARTA_FRONT, CARTA_BACK) if opciones.papel == "carta" else (MEDIA_FRONT, HALF_SESSIONS)


def _pairs(reprobadas: tuple[Reprobada, ...]) -> list[tuple[Reprobada, ...]]:
    return [reprobadas[i : i + POR_CARA] for i in range(0, len(reprobadas), POR_CARA)] or [()]


def _rows(
    datos: CarnetDatos, opciones: CarnetOpciones, plano: Plano, asignatura: str
) -> tuple[Row, ...]:
    sesiones = datos.sesiones.get(asignatura, ()) if opciones.con_sesiones else ()
    texts = [(f"{s.fecha:%d/%m/%Y}" if s.fecha else "", s.tema, s.observaciones) for s in sesiones]
    return rows_of(plano.base, texts) if texts else ()


def _tables(plano: Plano, asignatura: str, rows: tuple[Row, ...]) -> list[Face]:
    many = _capacity(plano)
    return [Face(plano, asignatura, rows[i : i + many]) for i in range(0, max(len(rows), 1), many)]


def _capacity(plano: Plano) -> int:
    return plano.sessions.rows if plano.sessions else 0


DIBUJO = Dibujo(EJEMPLO, EN_BLANCO, CarnetOpciones, hojas)
