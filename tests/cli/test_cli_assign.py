"""The verb that pairs the whole plantel: JSON, table, simulation, undo."""

from pathlib import Path

import pytest

from app.cli.files import opened
from tests.cli.conftest import Cli


@pytest.mark.feature("M-19", "M-94", "U-52", "U-74", "S-21")
def test_it_proposes_stores_and_can_be_undone(cli: Cli, demo_copy: Path) -> None:
    found = cli("asignar", demo_copy, "--simular", "--json").json
    assert list(found) == ["pares", "sin_tutor", "objetivos", "optimo", "demanda"]
    assert sum(one["necesidades"] for one in found["demanda"]) == len(found["sin_tutor"])
    assert found["optimo"] is True
    pair = found["pares"][0]
    assert list(pair) == [
        "tutorado", "asignatura", "tutor", "dia", "inicio", "fin", "lugar", "explicacion",
    ]  # fmt: skip
    assert pair["dia"] in ("lunes", "martes", "miercoles", "jueves", "viernes")
    assert pair["inicio"][2] == ":"
    assert set(found["sin_tutor"][0]) == {"tutorado", "asignatura", "motivo", "que_lo_resolveria"}
    first = found["objetivos"][0]
    assert first == {"nombre": "Necesidades cubiertas", "valor": len(found["pares"]),
                     "cota": len(found["pares"])}  # fmt: skip
    with opened(demo_copy, read_only=True) as store:
        before = store.intervenciones.count()
    assert cli("asignar", demo_copy, "--json").json["pares"] == found["pares"]
    with opened(demo_copy, read_only=True) as store:
        assert store.intervenciones.count() == before + len(found["pares"])
    assert "Aceptar" in cli("deshacer", demo_copy).out
    assert cli("asignar", demo_copy, "--simular", "--json").json["pares"] == found["pares"]


def test_it_says_it_in_words(cli: Cli, demo_copy: Path) -> None:
    said = cli("asignar", demo_copy, "--simular")
    assert said.lines[0].startswith("Se atenderían ")
    assert "óptimo, comprobado" in said.lines[0]
    assert any(line.startswith("Sin tutor: ") for line in said.lines)
    assert any(line.startswith("Necesidades cubiertas") for line in said.lines)


def test_with_nothing_to_pair_it_says_so(cli: Cli, plantel_path: Path) -> None:
    assert cli("asignar", plantel_path, "--simular").lines[0].startswith("Se atenderían 0 de 0")
