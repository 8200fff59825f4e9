"""What the frame of the import wizard says at each step: title, steps, button and note."""

from collections.abc import Callable
from typing import NamedTuple

from app.services.imports import ImportResult
from app.text import counted
from ui.dialogs.importar_sesion import Session, shortened
from ui.widgets.buttons import Button
from ui.widgets.stepper import Step

KEYS = ("archivo", "columnas", "revision", "listo")
_NAMES = {"archivo": "Archivo", "columnas": "Columnas", "revision": "Revisión", "listo": "Listo"}
_TITLES = {
    "": "Importar",
    "alumnos": "Importar lista de alumnos",
    "calificaciones": "Importar calificaciones",
    "tutores": "Importar alumnos tutores",
    "disponibilidad": "Importar disponibilidad",
}
_FIRST_ALUMNOS = "Todavía no hay alumnos: importe primero su lista."


class Foot(NamedTuple):
    """The filled button and the note beside it; `why_not` turns the button off."""

    words: str
    icon: str = ""
    note: str = ""
    why_not: str = ""


def back_button(run: Callable[[], object]) -> Button:
    """The button that goes to the step before."""
    button = Button("Atrás")
    button.clicked.connect(run)
    return button


def title_of(tipo: str) -> str:
    """The title of the window for a kind of list."""
    return _TITLES[tipo]


def steps_of(session: Session, at: str) -> list[Step]:
    """The four steps, each done one with its result."""
    place, captions = KEYS.index(at), _captions(session)
    return [
        Step(
            key,
            _NAMES[key],
            captions.get(key, "") if i <= place else "",
            "done" if i < place or at == "listo" else "current" if i == place else "todo",
        )
        for i, key in enumerate(KEYS)
    ]


def _captions(session: Session) -> dict[str, str]:
    plan = session.plan
    found = {"archivo": shortened(session.source.name) if session.source else ""}
    if plan is not None:
        read, unused = len(plan.columnas), len(plan.ignoradas)
        words = counted(read, "reconocida", "reconocidas")
        found["columnas"] = f"{words}, {unused} sin usar" if unused else words
        found["revision"] = counted(len(plan.rows), "fila leída", "filas leídas")
    return found


def foot_of(
    session: Session, at: str, reading: bool, *, bajas: bool, read_only: bool, has_alumnos: bool
) -> Foot:
    """What the foot says at a step."""
    plan = session.plan
    if at == "listo":
        return Foot("Terminar")
    why_not = "Se está leyendo la lista." if reading else ""
    if plan is None:
        return Foot("Siguiente", why_not=why_not or "Elija primero un archivo que se pueda leer.")
    if plan.tipo != "alumnos" and not has_alumnos:
        why_not = why_not or _FIRST_ALUMNOS
    if at != "revision":
        return Foot("Siguiente", why_not=why_not)
    works = plan.hay_cambios or bajas
    if read_only:
        why_not = why_not or "El archivo del plantel está abierto solo para leer."
    elif not works:
        why_not = why_not or "La lista no trae nada nuevo."
    words = _action(session, bajas) if works else "Nada que importar"
    note = "Todo se puede deshacer en un paso." if works else ""
    if bajas and plan.hay_cambios:
        gone = len(plan.bajas)
        note = f"{gone:,} {'pasa' if gone == 1 else 'pasan'} a baja temporal. {note}"
    return Foot(words, "check", note, why_not)


def _action(session: Session, bajas: bool) -> str:
    plan = session.plan
    if plan is None:
        return ""
    if bajas and not plan.hay_cambios:
        return f"Poner en baja a {counted(len(plan.bajas), 'alumno', 'alumnos')}"
    return plan.titulo()


def done_words(result: ImportResult) -> str:
    """What an import did, in a few words: Se importaron 310 alumnos."""
    what = result.plan.titulo().removeprefix("Importar ")
    one = what.split(" ", 1)[0] == "1"
    return f"Se importó {what}" if one else f"Se importaron {what}"
