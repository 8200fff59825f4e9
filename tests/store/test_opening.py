"""Opening a file: engine, settings of the connection, locks, versions, damage and copies."""

import json
import os
import random
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app import domain
from app.errors import AppError, FileDamaged, FileInUse, FileTooNew
from app.fields import fields_of
from app.services import planteles
from app.store import Store, engine, opening, schema
from app.store.ids import IdSource
from app.store.migrations import migrations


def path_of(store: Store) -> Path:
    assert store.path is not None
    return store.path


def test_the_settings_of_the_connection_are_the_safe_ones(store: Store) -> None:
    def answer(pragma: str) -> object:
        return store.connection.execute(f"PRAGMA {pragma}").fetchone()[0]

    assert engine.dbapi2.sqlite_version_info >= engine.OLDEST_ENGINE
    assert answer("journal_mode") == "truncate"
    assert answer("synchronous") == 2
    assert answer("locking_mode") == "exclusive"
    assert answer("foreign_keys") == 1
    assert answer("trusted_schema") == 0
    assert answer("cell_size_check") == 1
    assert answer("secure_delete") == 1
    assert answer("temp_store") == 2
    assert answer("recursive_triggers") == 1
    assert answer("application_id") == schema.APPLICATION_ID


def test_there_is_one_sqlite_in_the_process(store: Store) -> None:
    from sqlite_utils.utils import sqlite3 as used

    assert store.db.conn is store.connection
    assert used.__name__.startswith("sqlcipher3")
    code = (
        "import sys; from app.services import planteles; planteles.new_file(None, 'X').close()\n"
        "print([name for name in ('_sqlite3', 'pysqlite3._sqlite3') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_second_window_is_told_who_has_the_file_and_since_when(store: Store) -> None:
    code = (
        "import sys; from pathlib import Path; from app.store import Store\n"
        "from app.errors import AppError\n"
        "try: Store.open(Path(sys.argv[1]))\n"
        "except AppError as e: print(type(e).__name__, e)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(path_of(store))],
        capture_output=True, text=True, encoding="utf-8", check=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert run.stdout.startswith("FileInUse")
    assert "abierto por prueba desde las 09:30 del 20/11/2026" in run.stdout


def test_closing_leaves_one_file(store: Store) -> None:
    folder = path_of(store).parent
    store.close()
    left = sorted(one.name for one in folder.iterdir() if one.is_file())
    assert left == [path_of(store).name]


def test_a_copied_file_has_all_that_was_said_to_be_stored(store: Store, tmp_path: Path) -> None:
    with store.operation("Alta"):
        store.alumnos.add(domain.Alumno(matricula="1", nombres="Ñandú"))
    code = "import shutil, sys; shutil.copy(sys.argv[1], sys.argv[2])"
    other = tmp_path / "copia.entrepares"
    subprocess.run([sys.executable, "-c", code, str(path_of(store)), str(other)], check=True)
    copy = Store.open(other)
    assert [one.nombres for one in copy.alumnos.all()] == ["Ñandú"]
    copy.close()


def test_a_newer_file_is_refused_in_words_and_not_touched(store: Store) -> None:
    path = path_of(store)
    store.close()
    raw = engine.connect(path)
    raw.execute(f"PRAGMA user_version={schema.LATEST + 1}")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(FileTooNew, match="versión más nueva"):
        Store.open(path)
    assert path.read_bytes() == before


def test_files_of_others_and_broken_ones_are_refused_in_words(tmp_path: Path) -> None:
    text = tmp_path / "notas.entrepares"
    text.write_text("hola " * 500)
    with pytest.raises(FileDamaged):
        Store.open(text)
    other = tmp_path / "otra.entrepares"
    raw = engine.connect(other)
    raw.execute("CREATE TABLE cosas(x)")
    raw.commit()
    raw.close()
    with pytest.raises(FileDamaged, match="otro programa"):
        Store.open(other)
    with pytest.raises(AppError, match="No se encontró"):
        Store.open(tmp_path / "nada.entrepares")
    with pytest.raises(AppError, match="carpeta"):
        Store.open(tmp_path)


def test_a_damaged_page_is_noticed_before_anything_is_written(store: Store) -> None:
    path = path_of(store)
    with store.operation("Altas"):
        store.alumnos.add_many(
            [domain.Alumno(matricula=str(n), nombres="José") for n in range(500)]
        )
    store.close()
    data = bytearray(path.read_bytes())
    page = 4096
    for start in range(page, len(data) - page, 3 * page):
        data[start : start + 64] = random.Random(start).randbytes(64)
    path.write_bytes(bytes(data))
    with pytest.raises(FileDamaged):
        Store.open(path)
    assert path.read_bytes() == bytes(data)


def test_a_hard_link_is_refused(store: Store, tmp_path: Path) -> None:
    path = path_of(store)
    store.close()
    os.link(path, tmp_path / "otro.entrepares")
    with pytest.raises(AppError, match="dos nombres"):
        Store.open(path)


def test_creating_never_overwrites(store: Store) -> None:
    with pytest.raises(AppError, match="Ya existe"):
        planteles.new_file(path_of(store), "Otro")


def test_an_old_schema_is_copied_and_then_upgraded(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = path_of(store)
    with store.operation("Alta"):
        store.alumnos.add(domain.Alumno(matricula="1", nombres="Ana"))
    store.close()

    @migrations()
    def one_more_step(db: object) -> None:
        db.execute("CREATE TABLE nueva(id INTEGER PRIMARY KEY) STRICT")  # type: ignore[attr-defined]

    monkeypatch.setattr(schema, "LATEST", schema.LATEST + 1)
    try:
        again = Store.open(path)
        assert again.connection.execute("SELECT count(*) FROM nueva").fetchone() == (0,)
        assert again.copied is not None
        assert again.copied.parent.name == opening.COPIES
        assert [one.nombres for one in again.alumnos.all()] == ["Ana"]
        again.close()
        monkeypatch.undo()
        old = Store.open(again.copied)
        assert old.alumnos.count() == 1
        old.close()
    finally:
        migrations._migrations.pop()


def test_the_latest_schema_is_the_last_step() -> None:
    assert len(migrations._migrations) == schema.LATEST


@pytest.mark.parametrize("table", list(domain.ENTITIES))
def test_columns_and_declarations_are_the_same(store: Store, table: str) -> None:
    entity = domain.ENTITIES[table]
    rows = store.connection.execute(f"PRAGMA table_info({table})").fetchall()
    columns = {row[1]: row[2] for row in rows}
    declared = {key: spec.kind.sql for key, spec in fields_of(entity).items()}
    assert columns.pop("id") == "INTEGER"
    assert columns == declared


def test_the_journal_can_hold_every_column(store: Store) -> None:
    for table in domain.ENTITIES:
        kinds = {row[2] for row in store.connection.execute(f"PRAGMA table_info({table})")}
        assert kinds <= {"TEXT", "INTEGER"}, table


def test_ids_grow_and_two_copies_never_share_one() -> None:
    moment = datetime(2009, 1, 1, 8)
    first = IdSource(lambda: moment)
    second = IdSource(lambda: moment)
    seen: set[int] = set()
    last = 0
    for _ in range(200):
        for source in (first, second):
            source.start()
            made = [source.next() for _ in range(50)]
            assert made == sorted(made)
            assert not seen & set(made)
            seen |= set(made)
        assert made[-1] > last or source is second
        last = max(last, made[-1])
    assert max(seen) < 2**63


def test_ids_grow_although_the_clock_goes_back() -> None:
    times = [datetime(2026, 11, 20), datetime(2009, 1, 1), datetime(2026, 11, 20)]
    source = IdSource(lambda: times[0])
    made: list[int] = []
    while times:
        source.start()
        made.append(source.next())
        times.pop(0)
        if not times:
            break
    assert made == sorted(made)
    assert len(set(made)) == 3


def test_spanish_order_and_search_are_in_the_file(store: Store) -> None:
    names = ["Zoe", "Ángel", "Ñuño", "Núñez", "Nuñez", "Rangel", "Raño", "Raposo", "ana"]
    with store.operation("Altas"):
        store.alumnos.add_many(
            [domain.Alumno(matricula=str(i), nombres=n) for i, n in enumerate(names)]
        )
    rows = store.query("SELECT nombres FROM alumnos ORDER BY nombres COLLATE es")
    found = [row[0] for row in rows]
    assert found[:2] == ["ana", "Ángel"]
    assert found.index("Núñez") < found.index("Ñuño") < found.index("Rangel")
    assert found[-4:] == ["Rangel", "Raño", "Raposo", "Zoe"]
    rows = store.query("SELECT nombres FROM alumnos WHERE plain(nombres) LIKE '%ang%'")
    assert {row[0] for row in rows} == {"Ángel", "Rangel"}


def test_the_note_of_a_dead_session_does_not_block(store: Store) -> None:
    path = path_of(store)
    store.close()
    opening.leave_note(path, "otra persona", datetime(2026, 1, 1) + timedelta(hours=1))
    assert (
        json.loads(opening.lock_note(path).read_text(encoding="utf-8"))["quien"] == "otra persona"
    )
    again = Store.open(path)
    again.close()


def test_a_kill_in_the_middle_keeps_what_was_said_to_be_stored(tmp_path: Path) -> None:
    path = tmp_path / "muerte.entrepares"
    planteles.new_file(path, "Plantel").close()
    code = (
        "import os, sys; from pathlib import Path; from app import domain\n"
        "from app.store import Store\n"
        "s = Store.open(Path(sys.argv[1]))\n"
        "for n in range(5):\n"
        "    with s.operation(f'Alta {n}'):\n"
        "        s.alumnos.add(domain.Alumno(matricula=str(n), nombres='x'))\n"
        "with s.operation('A medias'):\n"
        "    s.alumnos.add(domain.Alumno(matricula='99', nombres='x'))\n"
        "    os._exit(9)"
    )
    run = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert run.returncode == 9
    again = Store.open(path)
    assert [one.matricula for one in again.alumnos.all()] == ["0", "1", "2", "3", "4"]
    assert again.undo_label == "Alta 4"
    again.close()


def test_file_in_use_is_said_when_there_is_no_note(store: Store) -> None:
    opening.remove_note(path_of(store))
    with pytest.raises(FileInUse, match="otra ventana"):
        opening.connect(path_of(store), read_only=False)


def test_nothing_is_written_before_a_check_that_was_left_for_later(store: Store) -> None:
    path = path_of(store)
    with store.operation("Altas"):
        store.alumnos.add_many(
            [domain.Alumno(matricula=str(n), nombres="José") for n in range(3000)]
        )
    store.close()
    data = bytearray(path.read_bytes())
    for start in range(len(data) // 2, len(data) - 4096, 2 * 4096):
        data[start : start + 64] = random.Random(start).randbytes(64)
    path.write_bytes(bytes(data))
    again = Store.open(path, check_later=True)
    with pytest.raises(FileDamaged), again.operation("Alta"):
        again.alumnos.add(domain.Alumno(matricula="x", nombres="Ana"))
    again.close()
    assert path.read_bytes() == bytes(data)
