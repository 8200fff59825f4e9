"""The matters that are a count and not people: needs, sessions without record, carnets, data."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.services.alertas.casos import Caso
from app.store import Store
from app.store.queries import inicio
from app.text import counted, long_date


@dataclass(frozen=True)
class Alerta:
    """One matter: its kind, its weight (alto, medio, info, ok), words, and where its button leads.

    `casos` are whom it is about, the worst first; `desde` the oldest of their days; `regla` what
    it looks for, in words.
    """

    tipo: str
    peso: str
    icono: str
    titulo: str
    motivo: str
    boton: str
    lugar: str
    que: object = None
    regla: str = ""
    casos: tuple[Caso, ...] = ()

    @property
    def desde(self) -> date | None:
        """Since when there is a matter of this kind, as far as it is known."""
        return min((one.desde for one in self.casos if one.desde), default=None)


def avisos(store: Store, today: date, avance: inicio.Avance, periodo: int) -> Iterator[Alerta]:
    """The matters without people, in the order in which they are told."""
    yield from _needs(avance)
    yield from _unrecorded(store, today)
    yield from _carnets(store, periodo)
    yield from _corrections(store)
    yield from _grupos(store, periodo)


def _needs(avance: inicio.Avance) -> Iterator[Alerta]:
    left = avance.necesidades - avance.cubiertas
    rule = "Asignaturas que alguien debe y en las que no tiene ninguna intervención abierta."
    if left > 0 and avance.tutores:
        yield Alerta(
            "necesidades", "medio", "swap",
            counted(left, "asignatura sin alumno tutor", "asignaturas sin alumno tutor"),
            f"Hay {counted(avance.tutores, 'alumno tutor activo', 'alumnos tutores activos')}; "
            "primero van las de mayor riesgo", "Asignar", "tutorados", "asignacion", rule,
        )  # fmt: skip
    elif left > 0:
        yield Alerta(
            "necesidades", "medio", "graduation", "Todavía no hay alumnos tutores activos",
            f"Hay {counted(left, 'asignatura', 'asignaturas')} por atender; las calificaciones "
            "dicen quién puede darlas", "Buscar candidatos", "alumnos_tutores", "candidatos", rule,
        )  # fmt: skip


def _unrecorded(store: Store, today: date) -> Iterator[Alerta]:
    count, last = inicio.sin_registro(store, today)
    if count and last:
        noun = counted(count, "asesoría pasada sin registro", "asesorías pasadas sin registro")
        yield Alerta(
            "sin_registro", "medio", "calendar-check", noun,
            f"La más reciente es del {long_date(last)}", "Registrarlas", "seguimiento",
            "sin_registro", "Asesorías planeadas cuyo día ya pasó y de las que no se sabe si se "
            "dieron.",
        )  # fmt: skip


def _carnets(store: Store, periodo: int) -> Iterator[Alerta]:
    pending = inicio.sin_carnet(store, periodo)
    if pending:
        yield Alerta(
            "carnets", "info", "id-card",
            counted(len(pending), "carnet por imprimir", "carnets por imprimir"),
            "Ya tienen alumno tutor", f"Imprimir {len(pending):,}", "carnet", pending,
            "Alumnos con intervención abierta cuyo carnet de este periodo nunca se imprimió.",
        )  # fmt: skip


def _corrections(store: Store) -> Iterator[Alerta]:
    count, alumno = inicio.por_corregir(store)
    if count:
        yield Alerta(
            "correcciones", "info", "edit",
            counted(count, "dato por corregir", "datos por corregir"),
            "Venían mal en la lista; lo escrito se guardó para corregirlo", "Corregir",
            "tutorados", alumno, "Datos que una lista importada traía mal escritos.",
        )  # fmt: skip


def _grupos(store: Store, periodo: int) -> Iterator[Alerta]:
    count = inicio.grupos_sin_docente(store, periodo)
    if count:
        yield Alerta(
            "grupos", "info", "users",
            counted(count, "grupo sin docente-tutor", "grupos sin docente-tutor"),
            "En el carnet, «Tutor del grupo» saldrá en blanco", "Anotarlos", "configuracion",
            "grupos", "Grupos con alumnos en los que no está anotado quién es su docente-tutor.",
        )  # fmt: skip
