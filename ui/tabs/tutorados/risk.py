"""The strip that says the level of riesgo of a student, why, and lets it be changed."""

from app.domain.reglas import en_palabras
from app.domain.riesgo import NIVELES
from app.fields import Date, Tenths
from ui.tabs.tutorados.reading import Leido
from ui.widgets.strip import Strip

_CHANGE = "Cambiar nivel…"
_DAY = Date().show


class RiskStrip(Strip):
    """`pressed()` tells that the level is to be changed."""

    def __init__(self) -> None:
        super().__init__("sin_datos", " ", button=_CHANGE, plain=True)

    def show_risk(self, leido: Leido) -> None:
        """Says the level in force and its reasons."""
        nivel = leido.fila.nivel
        self.set_kind(nivel)
        self.set_words(*reasons(leido), _CHANGE, NIVELES[nivel])
        self.setToolTip(f"{NIVELES[nivel]}. {en_palabras(leido.settings)[nivel]}")


def reasons(leido: Leido) -> tuple[str, str]:
    """The main reason, and the rest in one line with the average and the performance."""
    riesgo, alumno = leido.riesgo, leido.alumno
    if riesgo is None:
        motivos: list[str] = []
        computed = "Todavía no tiene calificaciones"
    else:
        motivos = list(riesgo.motivos)
        computed = motivos[0] if motivos else "No debe asignaturas"
    rest = motivos[1:]
    if leido.fila.cambiado:
        level = NIVELES[riesgo.nivel if riesgo else "sin_datos"].lower()
        reason = f"{computed[0].lower()}{computed[1:]}"
        rest = [f"{_by_hand(leido)}; el cálculo da {level}: {reason}"]
        computed = alumno.motivo_nivel
    if riesgo and riesgo.promedio is not None and not _said("romedio", motivos):
        rest.append(f"promedio {Tenths().show(riesgo.promedio)}")
    if riesgo and riesgo.faltas and not _said("altas", motivos):
        rest.append(f"faltas {riesgo.faltas} %")
    if leido.desempeno:
        rest.append(f"desempeño {leido.desempeno.lower()}")
    line = " · ".join(rest)
    return computed, line[:1].upper() + line[1:]


def _by_hand(leido: Leido) -> str:
    """When and by whom the level was changed, as far as it was kept."""
    alumno = leido.alumno
    day = f" el {_DAY(alumno.fecha_nivel)}" if alumno.fecha_nivel else ""
    who = f" por {alumno.quien_nivel}" if alumno.quien_nivel else ""
    return f"Cambiado a mano{day}{who}"


def story(leido: Leido) -> str:
    """How the computed level went, oldest first; empty when it never changed."""
    if len(leido.niveles) < 2:
        return ""
    steps = [f"{NIVELES[one.nivel].lower()} desde el {_DAY(one.fecha)}" for one in leido.niveles]
    return f"Con las calificaciones: {', '.join(steps)}"


def _said(word: str, motivos: list[str]) -> bool:
    return any(word in motivo for motivo in motivos)
