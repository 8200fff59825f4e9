"""Where the values stand on the pages of the carnet: one slot for each."""

from dataclasses import dataclass
from functools import lru_cache

from app.formatos.carnet_planos import (
    POR_CARA,
    VALUE_SMALLER,
    Base,
    Blocks,
    Plano,
    inline_start,
)
from app.formatos.fonts import SEMIBOLD
from app.formatos.layout import CAPITALS, CARTA, CODE, FOLIO, LABEL, VALUE, Slot, Style


@dataclass(frozen=True, eq=False)
class Slots:
    """The places of the values of one kind of page."""

    semestre: Slot | None
    datos: tuple[Slot, ...]
    reprobadas: tuple[tuple[Slot, Slot, Slot], ...]
    continua: Slot | None
    asignatura: Slot | None
    nombre: Slot | None
    codigo_label: Slot | None
    codigo: Slot
    pagina: Slot


@lru_cache(maxsize=16)
def slots(plano: Plano) -> Slots:
    """The places of the values of a kind of page; the same objects every time."""
    base, blocks = plano.base, plano.blocks
    high = base.size == CARTA
    semestre = asignatura = nombre = continua = label = None
    if plano.semestre:
        start = inline_start(base, "SEMESTRE:") + 2
        end = base.columns[0 if high else 1][1]
        semestre = Slot("Semestre", start, plano.semestre, end - start, VALUE, 1)
    if plano.sessions:
        start = inline_start(base, "ASIGNATURA:") + 2
        y = plano.sessions.asignatura
        asignatura = Slot("Asignatura", start, y, base.right - start, base.value, 1)
    if blocks:
        style = Style(SEMIBOLD, 9.5)
        continua = Slot("Continuación", base.right, blocks.head, 60, style, 1, 0, right=True)
    if plano.title and high:
        label = Slot("Código", 181.9, 15, 30, CAPITALS, 1, 0, right=True)
        codigo = Slot("Código", 181.9, 20.6, 40, CODE, 1, 0, right=True)
    elif plano.title:
        codigo = Slot("Código", base.right, 27.4, 40, Style(SEMIBOLD, 9.5), 1, 0, right=True)
    else:
        top, style = (15, CODE) if high else (13.2, FOLIO)
        label = Slot("Código", base.right, top, 30, CAPITALS, 1, 0, right=True)
        codigo = Slot("Código", base.right, top + 5.4, 40, style, 1, 0, right=True)
        rule, room = (25, 150) if high else (22, 95)
        nombre = Slot("Nombre", base.left, rule, room, VALUE_SMALLER, 2, 4 if high else 3.4)
    return Slots(
        semestre,
        _field_slots(base, plano.fields),
        _block_slots(base, blocks) if blocks else (),
        continua,
        asignatura,
        nombre,
        label,
        codigo,
        Slot("Página", base.right, base.foot, 40, LABEL, 1, 0, right=True),
    )


def _field_slots(base: Base, fields: tuple[float, float, float] | None) -> tuple[Slot, ...]:
    if not fields:
        return ()
    labels = ("Apellido paterno", "Apellido materno", "Nombre (s)")
    group = ("Grupo", "Especialidad", "Tutor del grupo")
    return tuple(
        Slot(label, start, y, end - start, base.value, base.field_lines)
        for y, row in ((fields[1], labels), (fields[2], group))
        for (start, end), label in zip(base.columns, row, strict=True)
    )


def _block_slots(base: Base, blocks: Blocks) -> tuple[tuple[Slot, Slot, Slot], ...]:
    labels = ("Nombre de la asignatura", "Alumno tutor asignado", "Día, hora y lugar de atención")
    rows: list[tuple[Slot, Slot, Slot]] = []
    for block in range(POR_CARA):
        y = blocks.top + (block + 1) * blocks.step
        row = [
            Slot(
                label, start, y - blocks.lift, end - start, blocks.value,
                base.field_lines, step=blocks.line_step,
            )
            for (start, end), label in zip(base.columns, labels, strict=True)
        ]  # fmt: skip
        rows.append((row[0], row[1], row[2]))
    return tuple(rows)
