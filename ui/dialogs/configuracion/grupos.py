"""Section Grupos: name, turno, especialidad and docente-tutor typed in place, or pasted."""

from functools import partial

from PySide6.QtCore import Qt

from app.domain.grupo import Grupo
from app.domain.plantel import TURNOS
from app.errors import AppError, InvalidValue
from app.fields import fields_of
from app.services import planteles
from app.store.queries.grupos import FilaGrupo, grupos
from app.text import counted, plain
from ui import messages
from ui.context import Context
from ui.dialogs.configuracion.section import Section
from ui.tables import cells
from ui.tables.cell_editing import CellEditing, Editable
from ui.tables.column import Column
from ui.tables.record_table import RecordTable
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.strip import Strip

_DOCENTE = "docente_tutor"
_FIELDS = fields_of(Grupo)
_HEADS = {"tutor", "tutor del grupo", "docente", "docente tutor", "docente-tutor", "nombre"}
_NOTE = "Doble clic o F2 para cambiar un dato · Ctrl+V pega una columna"


def _shown(key: str, row: FilaGrupo) -> str:
    return _FIELDS[key].show(getattr(row.grupo, key))


def _docente(row: FilaGrupo) -> str:
    return row.grupo.docente_tutor or "Sin tutor"


COLUMNS = (
    Column("nombre", "Grupo", lambda r: r.grupo.etiqueta, width=20, cell=cells.STRONG,
           sort=lambda r: (r.grupo.semestre or 0, r.grupo.nombre)),
    Column("semestre", "Semestre", partial(_shown, "semestre"), width=21, align="center", drop=1),
    Column("turno", "Turno", partial(_shown, "turno"), width=26),
    Column("especialidad", "Especialidad", partial(_shown, "especialidad"), width=44, stretch=True),
    Column(_DOCENTE, "Tutor del grupo", _docente, width=50, stretch=True,
           sort=lambda r: plain(r.grupo.docente_tutor),
           cell=cells.Text(role=lambda r: "text" if r.grupo.docente_tutor else "medio")),
    Column("alumnos", "Alumnos", lambda r: f"{r.alumnos:,}", sort=lambda r: r.alumnos, width=19,
           align="right"),
)  # fmt: skip


class GruposSection(Section):
    """The grupos of the current periodo."""

    TABLES = frozenset({"grupos", "alumnos", "plantel", "periodos"})

    def __init__(self, ctx: Context) -> None:
        sentence = "El tutor del grupo sale en el carnet y en los informes."
        super().__init__(ctx, "Grupos", sentence)
        self.remove = Button("Borrar vacíos", "danger", "trash")
        self.remove.clicked.connect(self._remove)
        paste = Button("Pegar tutores", icon_name="clipboard")
        paste.set_tooltip(
            "Copie en Excel la columna de tutores, o dos columnas: grupo y tutor, y péguela aquí"
        )
        self.head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addWidget(paste, 0, Qt.AlignmentFlag.AlignTop)
        empty = EmptyState(
            "users", "Todavía no hay grupos", "Se forman al importar la lista de alumnos."
        )
        self.table = RecordTable(
            COLUMNS, self._load, nouns=("grupo", "grupos"), memory="grupos", empty=empty
        )
        self.table.set_words(no_match="Ninguno coincide", note=_NOTE)
        self.editing = CellEditing(self.table, self._editable())
        self.editing.pasted.connect(self._on_pasted)
        self.editing.problem.connect(self._say)
        paste.clicked.connect(self._paste)
        self.strip = Strip("alto")
        self.strip.hide()
        self.column.addWidget(self.strip)
        self.column.addWidget(self.table, 1)

    def _editable(self) -> dict[str, Editable]:
        options = [("", "Sin indicar"), *TURNOS.items()]
        keys = (_DOCENTE, "nombre", "semestre", "turno", "especialidad")
        return {
            key: Editable(
                partial(_written, key), partial(self._save, key), options if key == "turno" else ()
            )
            for key in keys
        }

    def _load(self) -> list[FilaGrupo]:
        periodo = self.ctx.store.plantel.only().periodo
        return grupos(self.ctx.store, periodo) if periodo else []

    def refresh(self) -> None:
        self.table.refresh()
        empty = [row.id for row in self.table.model.rows() if not row.alumnos]
        self.remove.setVisible(bool(empty))
        self.remove.set_tooltip(
            f"{counted(len(empty), 'grupo', 'grupos')} de este periodo sin alumnos"
        )

    def _say(self, sentence: str) -> None:
        self.strip.set_words(sentence)
        self.strip.setVisible(bool(sentence))

    def problem(self) -> str:
        return self.strip.words.text() if not self.strip.isHidden() else ""

    def _save(self, key: str, ident: int, typed: str) -> None:
        try:
            planteles.change_grupo(self.ctx.store, ident, {key: typed})
        except InvalidValue:
            raise
        except AppError as refused:
            raise InvalidValue(key, str(refused)) from refused

    # Many at once

    def _paste(self) -> None:
        self.editing.cancel()
        self.editing.paste(_DOCENTE)

    def _on_pasted(self, key: str, ident: int, lines: list[str]) -> None:
        if plain(lines[0].split("\t")[-1].strip()) in _HEADS:
            lines = lines[1:]
        parted = [line.split("\t") for line in lines]
        if any(len(each) > 1 for each in parted):
            found = self._by_grupo(parted)
        elif key == _DOCENTE:
            ids = self.editing.rows_from(ident, len(lines))
            found = dict(zip(ids, lines, strict=False))
        else:
            self._say("Para pegar, elija una celda de la columna «Tutor del grupo».")
            return
        if not found:
            self._say("Nada de lo copiado es un grupo de este periodo.")
            return
        try:
            count = planteles.set_docentes(self.ctx.store, found)
        except AppError as refused:
            self._say(str(refused))
            return
        self._say("")
        words = f"Se puso el tutor de {counted(count, 'grupo', 'grupos')}"
        spare = len(lines) - count
        if spare > 0:
            words += f"; {counted(spare, 'renglón no se usó', 'renglones no se usaron')}"
        messages.toast(words, "Deshacer", self.ctx.undo)

    def _by_grupo(self, lines: list[list[str]]) -> dict[int, str]:
        """Lines of two columns: which grupo, and its tutor."""
        known: dict[str, int] = {}
        for row in self.table.model.rows():
            for name in (row.grupo.etiqueta, f"{row.grupo.semestre}{row.grupo.nombre}"):
                known[_bare(name)] = row.id
        pairs = ((_bare(each[0]), each[1].strip()) for each in lines if len(each) > 1)
        return {known[name]: docente for name, docente in pairs if name in known}

    def _remove(self) -> None:
        empty = [row.id for row in self.table.model.rows() if not row.alumnos]
        self.ctx.do(planteles.delete_grupos, self.ctx.store, empty)


def _written(key: str, row: FilaGrupo) -> str:
    value = getattr(row.grupo, key)
    return value if isinstance(value, str) else _FIELDS[key].show(value)


def _bare(name: str) -> str:
    return "".join(letter for letter in plain(name) if letter.isalnum() and letter != "º")
