"""The line that says how a list was read: its header, its rows and what was left out."""

from app.text import counted
from ui.dialogs.importar_sesion import Session
from ui.widgets.labels import ElidedLabel

_MOST_TOLD = 15


class Resumen(ElidedLabel):
    """One line; its tooltip tells one by one the rows that are not of any alumno."""

    def __init__(self) -> None:
        self._skipped = ""
        super().__init__("", "caption", "text2")

    def show_session(self, session: Session) -> None:
        """Says it of the list of a session."""
        self._skipped = skipped(session)
        self.setText(summary(session))
        self._explain()

    def _explain(self) -> None:
        if self._skipped:
            self.setToolTip(self._skipped)
        else:
            super()._explain()


def skipped(session: Session) -> str:
    """The rows that are not of any alumno, each in its line."""
    found = session.plan.filas_ignoradas if session.plan is not None else []
    lines = [f"Fila {one.fila:,}: {one.motivo}" for one in found[:_MOST_TOLD]]
    rest = len(found) - len(lines)
    return "\n".join([*lines, f"y {rest:,} más"] if rest else lines)


def summary(session: Session) -> str:
    """Where the header is and what was left out, in one line."""
    plan = session.plan
    if plan is None:
        return "No se encontró el encabezado."
    parts = [
        f"Encabezado en la fila {plan.fila_encabezado}",
        counted(len(plan.rows), "fila con datos", "filas con datos"),
    ]
    left = len(plan.filas_ignoradas)
    if left:
        one, many = "renglón que no es de un alumno", "renglones que no son de un alumno"
        parts.append(counted(left, one, many))
    if plan.layout.saltadas:
        parts.append(f"Hojas sin esta lista: {', '.join(plan.layout.saltadas)}")
    return " · ".join(parts)
