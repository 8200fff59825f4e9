"""What the first step of an import advises: the list that comes first, the kind that it seems."""

from typing import NamedTuple

from app.services.imports.campos import TIPOS
from ui.dialogs.importar_sesion import Session, fits

LACKS = {
    "alumnos": "Ninguna columna trae el nombre: elija cuál es. Sin él solo se actualiza a quienes "
    "ya están.",
    "calificaciones": "Ninguna columna trae calificaciones ni faltas: elija cuál es.",
    "tutores": "Ninguna columna trae la asignatura que domina: elija cuál es.",
    "disponibilidad": "Ninguna columna trae el día: elija cuál es.",
}
_NO_ALUMNOS = "Todavía no hay alumnos en este plantel."
_FIRST = (
    "Importe primero la lista de alumnos y después esta: sus filas se buscan por número de control."
)


class Advice(NamedTuple):
    """A strip: its kind, what it says and why, and the button that reads the list as `tipo`."""

    kind: str
    words: str
    second: str
    button: str
    tipo: str


def advice_of(session: Session, *, has_alumnos: bool) -> Advice | None:
    """The most useful advice for the list as it is being read, if there is any."""
    plan, tipo = session.plan, session.tipo
    if not has_alumnos and tipo not in ("", "alumnos"):
        read = session.book is not None
        button = "Leerla como lista de alumnos" if read else "Importar lista de alumnos"
        return Advice("medio", _NO_ALUMNOS, _FIRST, button, "alumnos")
    if plan is None:
        return None
    guess = session.guess
    if guess and guess != plan.tipo and not fits(plan.layout):
        words = f"La lista parece de {named(guess)}, no de {named(plan.tipo)}."
        return Advice("medio", words, LACKS[plan.tipo], _button(guess), guess)
    asked = session.asked
    if asked and asked != plan.tipo and not session.choice.tipo:
        words = f"Quería importar {named(asked)}, pero la lista parece de {named(plan.tipo)}."
        return Advice("info", words, "Así se leerá, si no dice otra cosa.", _button(asked), asked)
    return None


def named(tipo: str) -> str:
    """A kind of list within a sentence."""
    return "alumnos" if tipo == "alumnos" else TIPOS[tipo].lower()


def _button(tipo: str) -> str:
    return f"Leerla como lista de {named(tipo)}"
