"""demo, nuevo, verificar, deshacer: files that are made whole and looked after."""

import hashlib
from pathlib import Path

import pytest

from app.services import demo as demo_plantel
from app.services import planteles
from app.store import Store, engine
from tests.cli.conftest import Cli


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_demo_makes_a_file_of_the_asked_size(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "ejemplo ñ.entrepares"
    said = cli("demo", path, "--alumnos", 30, "--semilla", 4)
    assert said.status == 0
    assert "30 alumnos" in said.out
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [path.name]
    store = Store.open(path)
    assert store.alumnos.count() == 30
    assert store.intervenciones.count()
    store.close()


def test_what_is_there_already_is_not_touched(cli: Cli, demo_copy: Path) -> None:
    before = digest(demo_copy)
    for verb in (["demo"], ["nuevo", "--plantel", "Otro"]):
        said = cli(verb[0], demo_copy, *verb[1:])
        assert said.status == 1
        assert "Ya existe" in said.err
    assert digest(demo_copy) == before


def test_a_failure_halfway_leaves_no_file(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_plantel, "follow", lambda *_: 1 / 0)
    assert cli("demo", tmp_path / "a.entrepares", "--alumnos", 30).status == 1
    assert cli("demo", tmp_path / "b.entrepares", "--alumnos", 3).status == 1
    assert cli("nuevo", tmp_path / "c.entrepares", "--plantel", "P", "--periodo", "x").status == 1
    assert cli("nuevo", tmp_path / "no" / "d.entrepares", "--plantel", "P").status == 1
    assert [one for one in tmp_path.iterdir() if one.is_file()] == []


def test_nuevo_makes_an_empty_plantel(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "nuevo.entrepares"
    said = cli("nuevo", path, "--plantel", "CBTis <b> & Ñ", "--cct", "20eth0001o",
               "--periodo", "2026-2027b")  # fmt: skip
    assert said.status == 0
    assert len(said.lines) == 1
    store = Store.open(path)
    assert store.plantel.only().nombre == "CBTis <b> & Ñ"
    assert store.plantel.only().cct == "20ETH0001O"
    assert planteles.current_periodo(store).nombre == "2026-2027B"
    store.close()


def test_a_doubtful_cct_is_kept_and_told(cli: Cli, tmp_path: Path) -> None:
    said = cli("nuevo", tmp_path / "n.entrepares", "--plantel", "P", "--cct", "20ETH0001A")
    assert said.status == 0
    assert "Revise la CCT" in said.out


def test_verificar_says_a_sound_file_is_sound(cli: Cli, demo_copy: Path) -> None:
    before = digest(demo_copy)
    found = cli("verificar", demo_copy, "--json").json
    assert found["integridad"] == "ok"
    assert found["problemas"] == []
    assert found["registros"]["alumnos"] == 60
    assert isinstance(found["version"], int)
    assert "completo" in cli("verificar", demo_copy).out
    assert digest(demo_copy) == before


def test_verificar_finds_damage(cli: Cli, demo_copy: Path, tmp_path: Path) -> None:
    data = bytearray(demo_copy.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 9000] = bytes(9000)
    demo_copy.write_bytes(data)
    said = cli("verificar", demo_copy, "--json")
    assert said.status == 1
    assert said.json["integridad"] == "dañado"
    assert said.json["problemas"]
    other = tmp_path / "otro.entrepares"
    other.write_text("no soy una base de datos" * 100)
    assert cli("verificar", other, "--json").status == 1


def test_verificar_finds_what_does_not_agree(cli: Cli, demo_copy: Path) -> None:
    store = Store.open(demo_copy)
    with store.operation("Cambiar el plantel"):
        store.plantel.change(1, localidad="Otra")
    store.close()
    raw = engine.connect(demo_copy)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("DELETE FROM cambios WHERE tabla = 'plantel' AND antes IS NOT NULL")
    raw.execute("UPDATE cambios SET operacion = 5 WHERE tabla = 'settings'")
    raw.execute("UPDATE tutorados SET intervencion = 7 WHERE id = (SELECT max(id) FROM tutorados)")
    raw.execute("DELETE FROM settings")
    raw.commit()
    raw.close()
    found = cli("verificar", demo_copy, "--json").json
    assert found["integridad"] == "ok"
    text = " ".join(found["problemas"])
    assert "tutorados" in text
    assert "No se puede deshacer «Cambiar el plantel»" in text
    assert "historial" in text
    assert "debe tener un registro de «configuración»" in text


def test_deshacer_takes_back_steps_of_former_sessions(cli: Cli, demo_copy: Path) -> None:
    store = Store.open(demo_copy)
    first = store.alumnos.all()[0]
    for name in ("Uno", "Dos", "Tres"):
        with store.operation(f"Llamarlo {name}"):
            store.alumnos.change(first.id, nombres=name)
    store.close()
    said = cli("deshacer", demo_copy)
    assert said.lines == ["Se deshizo: Llamarlo Tres"]
    too_many = cli("deshacer", demo_copy, "--pasos", 3)
    assert too_many.status == 1
    assert "2 pasos" in too_many.err
    assert cli("deshacer", demo_copy, "--pasos", 2).lines[-1] == "Se deshizo: Llamarlo Uno"
    store = Store.open(demo_copy)
    assert store.alumnos.get(first.id) == first
    store.close()
    assert "nada que deshacer" in cli("deshacer", demo_copy).err
