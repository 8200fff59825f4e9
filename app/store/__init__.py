"""The file of a plantel: typed tables, one gate to write, undo. The only place with SQL."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import clock as system_clock
from app.errors import AppError, ReadOnly
from app.store import engine, journal, opening, schema
from app.store.ids import IdSource
from app.store.journal import Changes, Operation
from app.store.tables import Tables

if TYPE_CHECKING:
    from sqlite_utils import Database


class Store(Tables):
    """An open file. Use `create`, `open` or `memory`; read through tables and `app.store.queries`.

    The connection belongs to the thread that opened it.
    """

    def __init__(
        self,
        path: Path | None,
        *,
        read_only: bool = False,
        clock: system_clock.Clock = system_clock.now,
        ids: IdSource | None = None,
        who: str = "",
        check_later: bool = False,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.clock = clock
        self.author = who or opening.author()
        self.copied: Path | None = None
        self._ids = ids or IdSource(clock)
        self._db: Database | None = None
        self._depth = 0
        self._watching = False
        self._stacks: tuple[list[journal.Done], list[journal.Done]] | None = None
        self._listeners: list[Callable[[Changes], None]] = []
        self._whole = path is None
        unclean = path is not None and opening.ended_badly(path)
        if path is None:
            self.connection = engine.connect(None)
        else:
            self.connection = opening.connect(path, read_only=read_only)
        try:
            if unclean or not check_later:
                self.check(thorough=unclean)
            self._begin_session()
        except BaseException:
            self.connection.close()
            raise
        self.make_tables(self)

    # Opening and closing

    @classmethod
    def create(cls, path: Path, **options: Any) -> "Store":
        """A new file; AppError when there is one already."""
        path = opening.usable(path)
        if path.exists():
            raise AppError(f"Ya existe «{path.name}». Elija otro nombre; no se tocó ese archivo.")
        return cls(path, **options)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, **options: Any) -> "Store":
        """An existing file; only to read when neither it nor its folder lets itself be written.

        Raises FileInUse, FileTooNew, FileDamaged, ReadOnly or AppError.
        """
        path = opening.usable(path)
        if not path.exists():
            raise AppError(f"No se encontró «{path}».")
        return cls(path, read_only=read_only or not opening.is_writable(path), **options)

    @classmethod
    def memory(cls, **options: Any) -> "Store":
        """A file that is gone when it closes, for previews and tests."""
        return cls(None, **options)

    def check(self, *, thorough: bool = False) -> None:
        """Reads the whole file once; FileDamaged when a page is wrong.

        `check_later` leaves it for after the first page is on screen; nothing is written before.
        """
        if not self._whole:
            engine.check(self.connection, thorough=thorough)
            self._whole = True

    def _begin_session(self) -> None:
        if opening.version_of(self.connection, self.path) < schema.LATEST:
            if self.read_only:
                raise ReadOnly(
                    "El archivo es de una versión anterior y hay que poder escribir en él."
                )
            self.copied = opening.upgrade(self.db, self.path, self.clock())
        last = self.connection.execute("SELECT max(id) FROM operaciones").fetchone()[0]
        self._ids.go_on_from(last or 0)
        if self.path is not None and not self.read_only:
            opening.leave_note(self.path, self.author, self.clock())

    def close(self) -> None:
        """Lets the file go; nothing is pending, every operation is already on disk."""
        if not self.read_only:
            with suppress(engine.Error):  # the engine itself takes its empty journal away
                self.connection.execute("PRAGMA journal_mode=DELETE")
        self.connection.close()
        if self.path is not None and not self.read_only:
            opening.remove_note(self.path)

    def copy_to(self, target: Path) -> None:
        """A verified copy of the file as it is now; the target is replaced only at the end."""
        opening.write_copy(self.connection, target)

    @property
    def db(self) -> "Database":
        """The connection through sqlite-utils, loaded when something is first written."""
        if self._db is None:
            from sqlite_utils import Database

            self._db = Database(self.connection, execute_plugins=False)
        return self._db

    # Reading

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """Rows of a question; only `app.store.queries` asks this way."""
        return self.connection.execute(sql, values).fetchall()

    # The gate

    def writing(self) -> "Database":
        """The connection for a write; only inside an operation."""
        if not self._depth:
            raise RuntimeError("a change outside an operation")
        return self.db

    def new_id(self) -> int:
        """An id that no copy of this file will ever give to something else."""
        return self._ids.next()

    @contextmanager
    def operation(
        self, label: str, *, undoable: bool = True, origin: str = "mano", deletes: bool = False
    ) -> Generator[None, None, None]:
        """One step of the user: all of it or nothing, undoable, in the history, told to screens.

        `label` is what the user reads after «Deshacer:». `origin` is mano, importacion, asignacion,
        impresion or calculo. `deletes` puts what it takes out in the bin. Inside another operation
        it joins it.
        Raises AppError with a sentence when the disk does not let it.
        """
        if self._depth:
            yield
            return
        self._ids.start()
        line = Operation(self.new_id(), label, self.clock(), self.author, origin, None, 0, undoable)
        yield from self._run(line, deletes=deletes)

    def _run(self, line: Operation, *, deletes: bool = False) -> Generator[None, None, None]:
        if self.read_only:
            name = f"«{self.path.name}»" if self.path else "El archivo"
            raise ReadOnly(
                f"{name} está abierto solo para leer y el cambio no se guardó. Para trabajar en "
                "él, cópielo a una carpeta en la que pueda escribir y abra la copia."
            )
        if self.path is not None and not self.path.exists():
            raise engine.gone(self.path)
        self.check()
        if not self._watching:
            journal.watch(self.connection)
            self._watching = True
        self._depth = 1
        try:
            with self.db.atomic():
                journal.begin(self.connection, line, undoable=line.deshacible, deletes=deletes)
                yield
                tables = journal.end(self.connection, line)
                tables |= self._derive(line.source, tables)
        except engine.Error as error:
            raise engine.explained(error, self.path, opened=True) from error
        finally:
            self._depth = 0
        if tables:
            self._stacks = None
            self._tell(Changes(line.etiqueta, tables, "undo" if line.deshace else "do"))

    def _derive(self, operation: int, tables: frozenset[str]) -> frozenset[str]:
        from app.store import derived

        return derived.refresh(self, operation, tables)

    # Undo

    def _undo_stacks(self) -> tuple[list[journal.Done], list[journal.Done]]:
        if self._stacks is None:
            self._stacks = journal.stacks(self.connection)
        return self._stacks

    @property
    def undo_label(self) -> str:
        """What `undo` would take back, or the empty text."""
        undo, _ = self._undo_stacks()
        return undo[-1].label if undo else ""

    @property
    def redo_label(self) -> str:
        """What `redo` would bring again, or the empty text."""
        _, redo = self._undo_stacks()
        return redo[-1].label if redo else ""

    def undo(self) -> str:
        """Takes back the newest operation; its label, or the empty text when there is none."""
        undo, _ = self._undo_stacks()
        return self._replay("Deshacer", undo[-1], forward=False) if undo else ""

    @property
    def undo_chain(self) -> list[int]:
        """The operations that undoing would take back, by id, the next one first."""
        undo, _ = self._undo_stacks()
        return [done.id for done in reversed(undo)]

    @contextmanager
    def one_news(self, label: str) -> Generator[None, None, None]:
        """Tells what several operations touched as one piece of news, even if one of them fails."""
        heard: list[Changes] = []
        listeners, self._listeners = self._listeners, [heard.append]
        try:
            yield
        finally:
            self._listeners = listeners
            if heard:
                tables = frozenset[str]().union(*(one.tables for one in heard))
                self._tell(Changes(label, tables, "undo"))

    def redo(self) -> str:
        """Brings again the operation undone last; its label, or the empty text."""
        _, redo = self._undo_stacks()
        return self._replay("Rehacer", redo[-1], forward=True) if redo else ""

    def _replay(self, verb: str, what: journal.Done, *, forward: bool) -> str:
        self._ids.start()
        line = Operation(
            self.new_id(), f"{verb}: {what.label}", self.clock(), self.author, "deshacer", what.id,
            0, adelante=forward,
        )  # fmt: skip
        self.connection.execute("PRAGMA foreign_keys=OFF")
        try:
            with contextmanager(self._run)(line):
                journal.replay(self.connection, what.id, forward=forward)
        finally:
            self.connection.execute("PRAGMA foreign_keys=ON")
        return what.label

    # News

    def on_change(self, listener: Callable[[Changes], None]) -> None:
        """Calls the listener after every finished operation."""
        self._listeners.append(listener)

    def _tell(self, changes: Changes) -> None:
        for listener in list(self._listeners):
            listener(changes)
