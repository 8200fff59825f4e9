"""The carnets captured since the page was opened: what came of each, and what is left to review."""

from dataclasses import dataclass, field
from operator import attrgetter

from app.services.captura import Guardado
from app.services.captura_revision import Renglon
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.widgets.empty_state import EmptyState


@dataclass
class Capturada:
    """A card of the pile; its rows that could not be stored wait here, by intervención."""

    alumno: int
    nombre: str
    operacion: int
    hecho: Guardado
    pendientes: dict[int, list[Renglon]] = field(default_factory=dict[int, list[Renglon]])
    deshecha: bool = False

    @property
    def palabras(self) -> str:
        """3 asesorías nuevas; 1 fila por revisar."""
        left = sum(len(rows) for rows in self.pendientes.values())
        parts = ["se deshizo"] if self.deshecha else [self.hecho.in_words() or "sin cambios"]
        if left:
            parts.append(f"{left} por revisar" if left > 1 else "1 fila por revisar")
        return "; ".join(parts)

    @property
    def mira(self) -> tuple[str, str]:
        """Icon and role."""
        if self.pendientes:
            return "alert", "medio"
        return ("undo", "text2") if self.deshecha else ("check", "ok")


_COLUMNS = (
    Column("nombre", "Capturados hoy", lambda c: c.nombre, width=44, stretch=True,
           cell=cells.TwoLines(lambda c: c.palabras), tooltip=lambda c: c.palabras),
    Column("estado", "", lambda _c: "", width=9, cell=cells.State(lambda c: c.mira), search=False),
)  # fmt: skip


class Today(RecordTable):
    """The list at the right, the newest first; `opened(alumno)` asks for a card again."""

    def __init__(self) -> None:
        self.cards: dict[int, Capturada] = {}
        super().__init__(
            _COLUMNS, self._newest_first, ident=attrgetter("alumno"), rows="two",
            nouns=("carnet", "carnets"),
            empty=EmptyState("id-card", "Ninguno todavía", "Aquí verá los que vaya capturando."),
        )  # fmt: skip
        self.setAccessibleName("Carnets capturados hoy")
        self.set_words(chosen=("elegido", "elegidos"))

    def _newest_first(self) -> list[Capturada]:
        return list(reversed(self.cards.values()))

    def add(self, card: Capturada) -> None:
        """Puts a card on top."""
        self.cards.pop(card.alumno, None)
        self.cards[card.alumno] = card
        self.refresh()

    def follow(self, done: list[int]) -> None:
        """Marks the cards whose step was taken back; `done` are the steps that stand."""
        for card in self.cards.values():
            card.deshecha = bool(card.operacion) and card.operacion not in done
        self.refresh()

    @property
    def waiting(self) -> int:
        """How many cards have rows to review."""
        return sum(bool(card.pendientes) for card in self.cards.values())
