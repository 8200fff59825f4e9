"""One page of a carnet: its values in their slots, its number, what continues where."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.formatos.carnet_planos import Plano, frame
from app.formatos.carnet_sesiones import Row, cells
from app.formatos.carnet_slots import Slots, slots
from app.formatos.layout import CARTA, Page, Slot

if TYPE_CHECKING:
    from app.formatos.carnet import CarnetDatos, CarnetOpciones, Reprobada

_OFFER = "Imprímalo en tamaño carta o acorte el texto."


@dataclass(frozen=True)
class Face:
    """One page of a carnet before its number is known."""

    plano: Plano
    asignatura: str = ""
    rows: tuple[Row, ...] = ()
    pair: "tuple[Reprobada, ...]" = ()
    is_continuation: bool = False


def page(datos: "CarnetDatos", opciones: "CarnetOpciones", faces: list[Face], place: int) -> Page:
    """The page at a place, counted from 0, among the faces of its carnet."""
    face = faces[place]
    plano, at = face.plano, slots(face.plano)
    values = [
        (at.pagina, f"Página {place + 1} de {len(faces)}"),
        *_of_the_carnet(datos, at),
        *_of_the_face(face, at),
    ]
    if at.continua and (words := _continues(faces, place)):
        values.append((at.continua, words))
    if face.rows and plano.sessions:
        values += cells(plano.base, plano.sessions.top, face.rows)
    drawn = frame(
        plano,
        datos.membrete,
        datos.leyenda,
        regla=opciones.regla,
        encabezado=opciones.encabezado,
    )
    return Page(
        *plano.base.size,
        drawn,
        tuple(values),
        code=datos.codigo if plano.title else "",
        code_place=(185.3, 12, 0.6) if plano.base.size == CARTA else (117.1, 10, 0.6),
        owner=f"Carnet de {datos.nombre}" if datos.nombre else "Carnet en blanco",
        advice="Acorte el texto." if opciones.papel == "carta" else _OFFER,
    )


def _of_the_carnet(datos: "CarnetDatos", at: Slots) -> list[tuple[Slot, str]]:
    """What does not change from page to page; a kind of page that lacks a slot leaves it out."""
    values = [(at.codigo, datos.codigo)]
    if at.codigo_label and datos.codigo:
        values.append((at.codigo_label, "CÓDIGO"))
    if at.semestre:
        values.append((at.semestre, datos.semestre))
    if at.nombre:
        values.append((at.nombre, _short_name(datos, at.nombre)))
    texts = (
        datos.apellido_paterno, datos.apellido_materno, datos.nombres,
        datos.grupo, datos.especialidad, datos.tutor_del_grupo,
    )  # fmt: skip
    values += zip(at.datos, texts, strict=False)
    return values


def _of_the_face(face: Face, at: Slots) -> list[tuple[Slot, str]]:
    values: list[tuple[Slot, str]] = []
    for row, reprobada in zip(at.reprobadas, face.pair, strict=False):
        attention = "\n".join(filter(None, (reprobada.dia_hora, reprobada.lugar)))
        values += zip(row, (reprobada.asignatura, reprobada.alumno_tutor, attention), strict=True)
    if at.asignatura:
        values.append((at.asignatura, face.asignatura))
    return values


def _continues(faces: list[Face], place: int) -> str:
    """What stands beside ASIGNATURAS REPROBADAS when the subjects take more than one page."""
    here = "continuación" if faces[place].is_continuation else ""
    later = [i + 1 for i in range(place + 1, len(faces)) if faces[i].is_continuation]
    if not later:
        return here
    return f"{here}, sigue en la página {later[0]}" if here else f"continúa en la página {later[0]}"


def _short_name(datos: "CarnetDatos", slot: Slot) -> str:
    """The name for later pages; one too long leaves words out, for page 1 has them all."""
    for name in (datos.nombre, ", ".join(filter(None, (datos.apellido_paterno, datos.nombres)))):
        if slot.takes(name):
            return name
    return datos.apellido_paterno or datos.nombres
