"""How an intervención ended for each tutorado: the result, and the grades before and after."""

from collections.abc import Mapping
from dataclasses import dataclass

from app import domain
from app.domain.calendario import periodo_order
from app.errors import AppError
from app.fields import cleaned
from app.services import planes
from app.services.boleta import Renglon, boleta
from app.store import Store


@dataclass(frozen=True, slots=True)
class Logro:
    """A tutorado in an intervención with what the calificaciones propose, in tenths."""

    tutorado: domain.Tutorado
    alumno: domain.Alumno
    antes: int | None
    despues: int | None
    resultado: str

    @property
    def falta_proponer(self) -> bool:
        """Whether something empty could be filled with what is proposed."""
        has = self.tutorado
        return (
            (has.antes is None and self.antes is not None)
            or (has.despues is None and self.despues is not None)
            or (not has.resultado and bool(self.resultado))
        )


def logros(store: Store, intervencion: int) -> list[Logro]:
    """Each tutorado with the stored result and the proposed one (S-39, S-45)."""
    record = store.intervenciones.get(intervencion)
    minima = store.settings.only().minima_aprobatoria
    found: list[Logro] = []
    for one in store.tutorados.where(intervencion=intervencion):
        before, after = proposed(store, record, one.alumno or 0)
        before_now = before if one.antes is None else one.antes
        after_now = after if one.despues is None else one.despues
        result = suggested_result(before_now, after_now, minima)
        found.append(Logro(one, store.alumnos.get(one.alumno or 0), before, after, result))
    return found


def proposed(
    store: Store, record: domain.Intervencion, alumno: int
) -> tuple[int | None, int | None]:
    """The failed grade that started it and the latest one after it, in tenths; None if unknown.

    It starts from how the last attempt of another periodo ended; who did not owe it then, from the
    first failed parcial of this one.
    """
    minima = store.settings.only().minima_aprobatoria
    lines = _lines(store, record, alumno)
    order = {p.id: periodo_order(p.ciclo, p.parte) for p in store.periodos.all()}
    now = order.get(record.periodo or 0, 0)
    past = [line for line in lines if order.get(line.lugar.periodo, 0) < now]
    marks = [
        value for line in lines if order.get(line.lugar.periodo, 0) >= now for value in _marks(line)
    ]
    last = past[-1].resultado if past else None
    if last is not None and last.reprobada:
        return last.valor, marks[-1] if marks else None
    failed = next((n for n, value in enumerate(marks) if value < minima), None)
    if failed is None:
        return None, marks[-1] if marks else None
    later = marks[failed + 1 :]
    return marks[failed], later[-1] if later else None


def _lines(store: Store, record: domain.Intervencion, alumno: int) -> list[Renglon]:
    found = boleta(store, alumno)
    mine = [
        line
        for line in (*found.anteriores, *found.actuales)
        if line.lugar.asignatura == record.asignatura
    ]
    return sorted(mine, key=lambda line: line.numero)


def _marks(line: Renglon) -> list[int]:
    values = (line.notas[parcial].valor for parcial in sorted(line.notas))
    return [value for value in values if value is not None]


def suggested_result(antes: int | None, despues: int | None, minima: int) -> str:
    """What two grades say of how it ended: acreditó, mejoró, sin cambio; nothing without both."""
    if despues is None:
        return ""
    if despues >= minima:
        return "acredito"
    if antes is None:
        return ""
    return "mejoro" if despues > antes else "igual"


def change(store: Store, tutorado: int, typed: Mapping[str, str]) -> None:
    """Stores typed data of how it ended for a tutorado."""
    values = cleaned(domain.Tutorado, typed)
    before = store.tutorados.get(tutorado)
    name = store.alumnos.get(before.alumno or 0).nombre_corto
    with store.operation(f"Cambiar el resultado de {name}"):
        store.tutorados.change(tutorado, **values)


def fill(store: Store, intervencion: int) -> int:
    """Writes what is proposed where nothing is written; for how many tutorados.

    AppError when the calificaciones say nothing more.
    """
    waiting = [one for one in logros(store, intervencion) if one.falta_proponer]
    if not waiting:
        raise AppError("Las calificaciones no dicen nada más de estos tutorados.")
    with store.operation(f"Tomar los resultados de {planes.subject(store, intervencion)}"):
        store.tutorados.change_many([(one.tutorado.id, _filled(one)) for one in waiting])
    return len(waiting)


def _filled(one: Logro) -> dict[str, object]:
    has = one.tutorado
    return {
        "antes": one.antes if has.antes is None else has.antes,
        "despues": one.despues if has.despues is None else has.despues,
        "resultado": has.resultado or one.resultado,
    }
