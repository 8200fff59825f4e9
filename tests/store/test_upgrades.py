"""Files of earlier versions: each opens, keeps what it had and can go on being worked in."""

import shutil
from pathlib import Path

import pytest

from app.store import Store, opening, schema
from tests.conftest import MOMENT

KEPT = Path(__file__).parents[1] / "files"
EARLIER = sorted(KEPT.glob("esquema-*.entrepares"))


def counts(store: Store) -> dict[str, int]:
    names = ("alumnos", "calificaciones", "intervenciones", "tutorados", "sesiones", "planes")
    return {name: getattr(store, name).count() for name in names}


def test_there_is_a_file_of_each_earlier_schema() -> None:
    assert [path.stem for path in EARLIER] == [f"esquema-{n}" for n in range(1, schema.LATEST)]


@pytest.mark.parametrize("kept", EARLIER, ids=lambda path: path.stem)
def test_an_earlier_file_opens_with_all_it_had(kept: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(kept, tmp_path / "plantel ñ.entrepares"))
    store = Store.open(path, clock=lambda: MOMENT)
    assert store.copied is not None
    assert store.copied.parent == path.parent / opening.COPIES
    assert store.copied.read_bytes() != b""
    before = counts(store)
    assert all(before.values())
    alumno = store.alumnos.all()[0]
    with store.operation("Cambiar el correo"):
        store.alumnos.change(alumno.id, correo="x@escuela.mx")
    store.undo()
    assert store.alumnos.get(alumno.id).correo == alumno.correo
    assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    store.close()
    again = Store.open(path)
    assert again.copied is None
    assert counts(again) == before
    again.close()


@pytest.mark.parametrize("kept", EARLIER[:1], ids=lambda path: path.stem)
def test_what_was_printed_knows_whom_it_was_about(kept: Path, tmp_path: Path) -> None:
    store = Store.open(Path(shutil.copy(kept, tmp_path)))
    printed = store.emisiones.all()
    assert printed
    assert all(one.sujeto == one.alumno for one in printed if one.formato == "carnet")
    assert all(one.sujeto for one in printed)
    store.close()
