"""How both copies of the ficha general are drawn: academic data first and boxed (DOMAIN C.3).

The level of risk and the factors are only on the copy of the docente tutor.
"""

from collections.abc import Iterator, Sequence

from app.domain.aprendizaje import PREFERENCIAS
from app.domain.riesgo import NIVELES
from app.formatos import flow
from app.formatos.ficha import FichaDatos, FichaOpciones
from app.formatos.flow import Column, Running, Strip
from app.formatos.layout import Sheet

TITULO = "FICHA GENERAL DEL ALUMNO TUTORADO"
_PAD = 4.0
_LEFT, _RIGHT = flow.UPRIGHT.left + _PAD, flow.UPRIGHT.right - _PAD
_ACADEMIC = (
    Column(("ASIGNATURAS", "REPROBADAS"), 36),
    Column(("INTENTO",), 15.5),
    Column(("CALIF.",), 13),
    Column(("TIPO",), 27.5),
    Column(("",), 4, is_gap=True),
    Column(("PARCIALES", "DEL PERIODO"), 34.9),
    Column(("1.º",), 9.5),
    Column(("2.º",), 9.5),
    Column(("3.º",), 9.5),
    Column(("FALTAS",), 12.5),
)
_APOYO = (
    Column(("ALUMNO TUTOR",), 61.3),
    Column(("ASIGNATURA",), 61.3),
    Column(("HORARIO",), 57.3),
)
_HISTORIAL = (
    Column(("FECHA",), 25),
    Column(("INTERVENCIÓN",), 56),
    Column(("CANALIZACIÓN (FECHA Y ÁREA)",), 55),
    Column(("RESULTADO",), 43.9),
)


def hojas(
    datos: Sequence[FichaDatos], opciones: FichaOpciones, *, para_docente: bool
) -> Iterator[tuple[int, Sheet]]:
    """The pages of all the fichas, with how many are done."""
    return flow.sheets(
        [(_running(one, opciones), _strips(one, opciones, para_docente)) for one in datos]
    )


def _running(datos: FichaDatos, opciones: FichaOpciones) -> Running:
    owner = f"Ficha de {datos.nombre}" if datos.nombre else "Ficha en blanco"
    return Running(
        TITULO, datos.membrete, datos.folio, (datos.nombre,), datos.leyenda, opciones.encabezado,
        owner,
    )  # fmt: skip


def _strips(datos: FichaDatos, opciones: FichaOpciones, para_docente: bool) -> list[Strip]:
    contact = _contact(datos, opciones)
    number = 3 if contact else 2
    return [
        *flow.framed(_academic(datos, para_docente), pad=_PAD),
        *contact,
        *_support(datos, f"{number}", para_docente),
        *flow.space(2),
        *_history(datos, f"{number + 1}"),
    ]


def _academic(datos: FichaDatos, para_docente: bool) -> list[Strip]:
    status = {True: "Regular", False: "Irregular", None: ""}[datos.regular]
    return [
        *flow.heading("1", "Datos académicos", left=_LEFT),
        *flow.fields([
            ("Número de control", datos.matricula, _LEFT, 58.6),
            ("Nombre", datos.nombre, 62.6, 168),
            ("Grupo", datos.grupo, 172, _RIGHT),
        ], 13.5),
        *flow.fields([
            ("Semestre", datos.semestre, _LEFT, 38),
            ("Turno", datos.turno, 42, 70),
            ("Especialidad", datos.especialidad, 74, 130),
            ("Tutor del grupo", datos.docente_tutor, 134, _RIGHT),
        ], 13.5),
        *flow.fields([
            ("Generación", datos.generacion, _LEFT, 58.6),
            ("Situación", status, 62.6, 103.3),
            ("Promedio general", datos.promedio_general, 107.3, 148.6),
            ("Promedio del semestre", datos.promedio_semestre, 152.6, _RIGHT),
        ], 13.5),
        *flow.space(3.5),
        *_calificaciones(datos),
        *(_risk(datos) if para_docente else []),
    ]  # fmt: skip


def _calificaciones(datos: FichaDatos) -> list[Strip]:
    """What is owed beside the parciales of the periodo."""
    owed: list[tuple[str, ...]] = [
        (r.asignatura, r.intento, r.calificacion, r.tipo) for r in datos.reprobadas
    ]
    now: list[tuple[str, ...]] = [
        (p.asignatura, p.primero, p.segundo, p.tercero, p.faltas) for p in datos.parciales
    ]
    most = max(len(owed), len(now))
    owed += [("",) * 4] * (most - len(owed))
    now += [("",) * 5] * (most - len(now))
    rows = [(*left, "", *right) for left, right in zip(owed, now, strict=True)]
    return flow.table(_ACADEMIC, rows, 0 if rows else 7, left=_LEFT)


def _risk(datos: FichaDatos) -> list[Strip]:
    words = ". ".join(filter(None, (NIVELES.get(datos.nivel, ""), datos.motivos)))
    return flow.inline("Nivel de riesgo", words, left=_LEFT, right=_RIGHT)


def _contact(datos: FichaDatos, opciones: FichaOpciones) -> list[Strip]:
    """The data of contact that were chosen, on one line; nothing if none was."""
    every = [
        (opciones.correo, ("Correo", datos.correo), 58.0),
        (opciones.telefono, ("Teléfono", datos.telefono), 30.0),
        (opciones.responsable, ("Padre, madre o tutor legal", datos.responsable), 58.0),
        (opciones.telefono_responsable, ("Su teléfono", datos.telefono_responsable), 30.0),
    ]
    chosen = [(datum, wide) for is_on, datum, wide in every if is_on]
    if not chosen:
        return []
    gutter = 4.0
    left, right = flow.UPRIGHT.left, flow.UPRIGHT.right
    scale = (right - left - gutter * (len(chosen) - 1)) / sum(wide for _, wide in chosen)
    cells: list[tuple[str, str, float, float]] = []
    for (label, value), wide in chosen:
        cells.append((label, value, left, left + wide * scale))
        left += wide * scale + gutter
    return [
        *flow.together([
            *flow.heading("2", "Datos de contacto (opcionales)"), *flow.fields(cells, 13.5),
        ]),
        *flow.space(4.6),
    ]  # fmt: skip


def _support(datos: FichaDatos, number: str, para_docente: bool) -> list[Strip]:
    apoyos = [(a.alumno_tutor, a.asignatura, a.horario) for a in datos.apoyos]
    preferences = [(words, key == datos.preferencia) for key, words in PREFERENCIAS.items()]
    factors = [
        *flow.inline("Factores internos", datos.factores_internos, 2),
        *flow.inline("Factores externos", datos.factores_externos, 2),
    ]
    return [
        *flow.heading(number, "Apoyo"),
        *flow.inline("Necesidades", datos.necesidades, 2),
        *flow.choose("Preferencia al aprender", preferences),
        *flow.inline("Intereses", datos.intereses),
        *flow.inline("Capacidades", datos.capacidades, 2),
        *(factors if para_docente else []),
        *flow.space(4.6),
        *flow.table(_APOYO, apoyos, max(3, len(apoyos))),
    ]


def _history(datos: FichaDatos, number: str) -> list[Strip]:
    """The table, and the signatures with its last row."""
    rows = [(h.fecha, h.intervencion, h.canalizacion, h.resultado) for h in datos.historial]
    signers = [(datos.nombre, "Tutorado"), (datos.docente_tutor, "Docente-tutor")]
    *before, last, white = flow.table(_HISTORIAL, rows, max(5, len(rows) + 1))
    return [
        *flow.heading(number, "Historial"),
        *before,
        *flow.together([last, white, *flow.signatures(signers)]),
    ]
