"""Table: rows of the file on one side, frozen records on the other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from app.domain import NAMES
from app.errors import NotFound
from app.fields import Checks, Date, Flag, fields_of

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.store.engine import Connection


class Record(Protocol):
    """Anything made with @entity."""

    @property
    def id(self) -> int: ...


E = TypeVar("E", bound=Any)
_CONVERTED = (Date, Flag, Checks)
_MOST_VARIABLES = 900


class Gate(Protocol):
    """What a table needs of its store: a connection to read, the gate to write."""

    @property
    def connection(self) -> "Connection": ...

    def writing(self) -> "Database": ...

    def new_id(self) -> int: ...


class Table(Generic[E]):
    """The records of one table; writing needs an open operation of the store."""

    def __init__(self, gate: Gate, name: str, entity: type[E]) -> None:
        self.name = name
        self.entity = entity
        self._gate = gate
        self._fields = fields_of(entity)
        self.columns = [f.name for f in dataclass_fields(entity)]
        self._select = f"SELECT {', '.join(self.columns)} FROM {name}"
        self._values = attrgetter(*self.columns)
        self._encoders: list[tuple[int, Callable[[Any], Any]]] = [
            (i, self._fields[key].kind.to_sql)
            for i, key in enumerate(self.columns)
            if key in self._fields and isinstance(self._fields[key].kind, _CONVERTED)
        ]
        self._decoders: list[tuple[int, Callable[[Any], Any]]] = [
            (i, self._fields[key].kind.from_sql)
            for i, key in enumerate(self.columns)
            if key in self._fields and isinstance(self._fields[key].kind, _CONVERTED)
        ]

    def record(self, row: Sequence[Any]) -> E:
        """The record of a row of all the columns, in order."""
        values = list(row)
        for i, decode in self._decoders:
            values[i] = decode(values[i])
        return self.entity(**dict(zip(self.columns, values, strict=True)))

    def stored(self, key: str, value: Any) -> Any:
        """The value as the file keeps it."""
        return self._fields[key].kind.to_sql(value) if key in self._fields else value

    # Reading

    def find(self, id: int | None) -> E | None:
        """The record of that id, or None."""
        if id is None:
            return None
        row = self._gate.connection.execute(f"{self._select} WHERE id = ?", (id,)).fetchone()
        return self.record(row) if row else None

    def get(self, id: int) -> E:
        """The record of that id; NotFound when it is gone."""
        found = self.find(id)
        if found is None:
            raise NotFound(f"Ese registro ya no existe ({NAMES[self.name][0]}).")
        return found

    def only(self) -> E:
        """The single record of a table that has one row."""
        row = self._gate.connection.execute(f"{self._select} LIMIT 1").fetchone()
        if row is None:
            raise NotFound(f"El archivo no tiene {NAMES[self.name][0]}.")
        return self.record(row)

    def all(self) -> list[E]:
        """Every record, oldest first."""
        return self.where()

    def where(self, **equals: Any) -> list[E]:
        """Records whose columns equal the values; a list means any of them, None means empty."""
        condition, values = self._condition(equals)
        rows = self._gate.connection.execute(f"{self._select}{condition} ORDER BY id", values)
        return [self.record(row) for row in rows]

    def count(self, **equals: Any) -> int:
        """How many records `where` would give."""
        condition, values = self._condition(equals)
        sql = f"SELECT count(*) FROM {self.name}{condition}"
        return self._gate.connection.execute(sql, values).fetchone()[0]

    def _condition(self, equals: dict[str, Any]) -> tuple[str, list[Any]]:
        parts: list[str] = []
        values: list[Any] = []
        for key, value in equals.items():
            if key not in self.columns:
                raise KeyError(key)
            if value is None:
                parts.append(f"{key} IS NULL")
            elif isinstance(value, list | tuple | set | frozenset):
                found = list(value)
                parts.append(f"{key} IN ({', '.join('?' * len(found))})")
                values += [self.stored(key, one) for one in found]
            else:
                parts.append(f"{key} = ?")
                values.append(self.stored(key, value))
        return (f" WHERE {' AND '.join(parts)}" if parts else ""), values

    # Writing

    def add(self, record: E) -> E:
        """Stores a new record and returns it with its id (its own, when it brings one)."""
        return self.add_many([record])[0]

    def add_many(self, records: Iterable[E]) -> list[E]:
        """Stores new records, in order, and returns them with their ids."""
        rows: list[list[Any]] = []
        made: list[E] = []
        for record in records:
            row = list(self._values(record))
            if not row[0]:
                row[0] = self._gate.new_id()
            made.append(record if record.id else replace(record, id=row[0]))
            rows.append(row)
        self._insert(rows)
        return made

    def add_values(self, many: Iterable[Mapping[str, Any]]) -> None:
        """Stores new records told by column, their ids among them; the rest is as declared.

        For thousands at once: no record is made of them.
        """
        blank = self.entity()
        declared = {key: getattr(blank, key) for key in self.columns}
        self._insert([list((declared | dict(values)).values()) for values in many])

    def _insert(self, rows: list[list[Any]]) -> None:
        for row in rows:
            for i, encode in self._encoders:
                row[i] = encode(row[i])
        marks = ", ".join("?" * len(self.columns))
        self._gate.writing().conn.executemany(
            f"INSERT INTO {self.name}({', '.join(self.columns)}) VALUES ({marks})", rows
        )

    def change(self, id: int, **values: Any) -> E:
        """Writes the values that differ and returns the record as it is now."""
        self.change_many([(id, values)])
        return self.get(id)

    def change_many(self, changes: Iterable[tuple[int, dict[str, Any]]]) -> None:
        """Writes values of many records; each pair is an id and its new values by column."""
        db = self._gate.writing()
        by_shape: dict[tuple[str, ...], list[list[Any]]] = {}
        for id, values in changes:
            shape = tuple(values)
            row = [self.stored(key, value) for key, value in values.items()]
            by_shape.setdefault(shape, []).append([*row, id, *row])
        for shape, rows in by_shape.items():
            if shape:
                sets = ", ".join(f"{key} = ?" for key in shape)
                differ = " OR ".join(f"{key} IS NOT ?" for key in shape)
                db.conn.executemany(
                    f"UPDATE {self.name} SET {sets} WHERE id = ? AND ({differ})", rows
                )

    def delete(self, id: int) -> None:
        """Takes a record out, with what hangs from it as the schema says; the bin keeps it."""
        self.delete_many([id])

    def delete_many(self, ids: Iterable[int]) -> None:
        """Takes many records out."""
        db = self._gate.writing()
        db.conn.executemany(f"DELETE FROM {self.name} WHERE id = ?", [(id,) for id in ids])
