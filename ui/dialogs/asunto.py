"""One matter of Inicio in full: its rule, whom it is about, what was done, and putting it off."""

from operator import attrgetter

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.alerta import NOMBRES
from app.fields import Date
from app.services.alertas import Alerta, Caso
from app.services.pausas import Clave
from app.text import counted
from ui.context import Context
from ui.dialogs.pausa import PausaDialog
from ui.tables import cells
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label

_DAY = Date().show
_COLUMNS = (
    Column("nombre", "De quién", attrgetter("nombre"), width=52, stretch=True, cell=cells.Link()),
    Column("cifras", "Por qué", attrgetter("cifras"), width=88),
    Column("desde", "Desde", lambda c: _DAY(c.desde) if c.desde else "–",
           sort=lambda c: c.desde.toordinal() if c.desde else 0, width=24),
    Column("hecho", "Lo último que se hizo", lambda c: c.hecho or "–", width=44,
           cell=cells.QUIET),
)  # fmt: skip


class AsuntoDialog(Dialog):
    """The table of the cases; what is chosen is put off, or every one when nothing is."""

    def __init__(self, ctx: Context, alerta: Alerta, parent: QWidget | None) -> None:
        super().__init__(
            NOMBRES[alerta.tipo], parent, size="full" if alerta.casos else "medium",
            action=alerta.boton, cancel="Cerrar",
        )  # fmt: skip
        self.ctx, self.alerta = ctx, alerta
        self.casos = {one.clave: one for one in alerta.casos}
        self.body.addWidget(self._make_rule())
        self.table: RecordTable | None = None
        if self.casos:
            self.table = RecordTable(
                _COLUMNS, lambda: list(self.casos.values()), ident=attrgetter("clave"),
                nouns=("caso", "casos"),
            )  # fmt: skip
            self.table.set_words(
                chosen=("elegido", "elegidos"), note="Sin elegir, se posponen todos los de la lista"
            )
            self.table.linked.connect(self._on_link)
            self.table.opened.connect(self._open)
            self.table.chosen.connect(self._on_chosen)
            self.table.refresh()
            self.body.addWidget(self.table, 1)
        else:
            self.body.addWidget(Label(f"{alerta.titulo}. {alerta.motivo}.", wrap=True))
        self.quiet = Button("Silenciar…")
        self.quiet.clicked.connect(self._silence)
        self.later = Button("Posponer…", icon_name="clock")
        self.later.clicked.connect(self._put_off)
        self.add_secondary(self.quiet)
        self.add_secondary(self.later)
        self._on_chosen([])

    def _make_rule(self) -> Card:
        card = Card("Cuándo se avisa", fill="sunken", step="body")
        card.body.addWidget(Label(self.alerta.regla, "body", wrap=True))
        row = QHBoxLayout()
        link = LinkButton("Cambiar los días y los números")
        link.clicked.connect(self._show_rules)
        row.addWidget(link)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    @property
    def claves(self) -> list[Clave]:
        """What is put off: the chosen cases, all of them, or the whole kind without cases."""
        if self.table is None:
            return [(None, None)]
        return self.table.chosen_ids() or list(self.casos)

    def _on_chosen(self, ids: list[Clave]) -> None:
        self.note.setText(counted(len(ids), "elegido", "elegidos") if ids else "")
        if self.alerta.lugar == "asunto":
            self.main.setText("Reconocer…")
            self.main.set_reason("" if len(ids) == 1 else "Elija a una persona de la lista.")

    # Acting

    def accept(self) -> None:
        if self.alerta.lugar == "asunto":
            if self.table is not None and len(ids := self.table.chosen_ids()) == 1:
                self._open(ids[0])
            return
        super().accept()
        self.ctx.show(self.alerta.lugar, self.alerta.que)

    def _show_rules(self) -> None:
        self.reject()
        self.ctx.show("configuracion", "reglas")

    def _on_link(self, _column: str, clave: object) -> None:
        self._open(clave)

    def _open(self, clave: object) -> None:
        found = self.casos.get(clave) if isinstance(clave, tuple) else None
        if found is not None:
            self.reject()
            self.ctx.show(*_place_of(self.alerta, found))

    def _put_off(self) -> None:
        self._pause(silenciar=False)

    def _silence(self) -> None:
        self._pause(silenciar=True)

    def _pause(self, *, silenciar: bool) -> None:
        dialog = PausaDialog(self.ctx, self.alerta.tipo, self.claves, self, silenciar=silenciar)
        dialog.accepted.connect(self.reject)
        dialog.open()


def _place_of(alerta: Alerta, caso: Caso) -> tuple[str, object]:
    """Where one case is seen."""
    if alerta.tipo == "para_reconocer":
        return "reconocer", (caso.alumno, caso.intervencion, caso.cifras)
    if alerta.lugar == "planes":
        return "planes", caso.intervencion
    return "alumnos_tutores" if alerta.lugar == "alumnos_tutores" else "tutorados", caso.alumno
