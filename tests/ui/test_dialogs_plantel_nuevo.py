"""The first run: what is asked, what is doubted, where the file goes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app import paths
from app.store import Store
from ui.dialogs import plantel_nuevo
from ui.dialogs.plantel_nuevo import PlantelNuevo
from ui.main_window import MainWindow


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Documentos"
    folder.mkdir()
    monkeypatch.setattr(plantel_nuevo, "documents_folder", lambda: folder)
    return folder


@pytest.fixture
def dialog(empty_window: MainWindow, documents: Path) -> PlantelNuevo:
    made = PlantelNuevo(empty_window)
    made.open()
    return made


def write(dialog: PlantelNuevo, key: str, words: str) -> None:
    line = dialog._line(key)
    line.setText(words)
    line.textEdited.emit(words)


def test_the_plantel_is_made_with_what_was_written(
    dialog: PlantelNuevo, documents: Path, qtbot: QtBot
) -> None:
    write(dialog, "nombre", "CBTis 214")
    write(dialog, "cct", "15dct0214k")
    write(dialog, "docente", "Mtra. Lucía Ñandú")
    write(dialog, "ciclo", "2025-2026")
    editor = dialog.form.editor("turnos")
    editor.marks["matutino"].setChecked(True)
    dialog.form.editor("parte").combo.set_key("B")
    with qtbot.waitSignal(dialog.made) as made:
        dialog.main.click()
    store: Store = made.args[0]
    plantel = store.plantel.only()
    assert (plantel.nombre, plantel.cct, plantel.docente) == (
        "CBTis 214", "15DCT0214K", "Mtra. Lucía Ñandú",
    )  # fmt: skip
    assert plantel.turnos == ("matutino",)
    assert store.periodos.get(plantel.periodo or 0).nombre == "2025-2026B"
    assert store.path == documents / "CBTis 214.entrepares"
    assert store.undo_label == ""
    store.close()


def test_without_a_name_it_says_so_beside_the_field_and_nothing_is_lost(
    dialog: PlantelNuevo, documents: Path
) -> None:
    write(dialog, "docente", "Lucía")
    dialog.main.click()
    assert dialog.isVisible()
    assert dialog.form.problems() == {"nombre": "Nombre del plantel: es obligatorio"}
    assert dialog._line("docente").text() == "Lucía"
    assert not list(documents.iterdir())


def test_a_doubtful_cct_warns_while_it_is_typed_and_does_not_stop(
    dialog: PlantelNuevo, documents: Path, qtbot: QtBot
) -> None:
    write(dialog, "nombre", "CBTis 214")
    write(dialog, "cct", "15DCT")
    assert dialog.form.problems() == {}
    write(dialog, "cct", "15DCT0214A")
    assert "última letra" in dialog.form.problems()["cct"]
    assert dialog.form.fields["cct"].is_wrong is False
    write(dialog, "cct", "15DCT0214K")
    assert dialog.form.problems() == {}
    write(dialog, "cct", "15DCT0214A")
    with qtbot.waitSignal(dialog.made) as made:
        dialog.main.click()
    made.args[0].close()


def test_an_impossible_ciclo_is_said_beside_its_field(
    dialog: PlantelNuevo, documents: Path
) -> None:
    write(dialog, "nombre", "CBTis 214")
    write(dialog, "ciclo", "2026")
    dialog.main.click()
    assert "2026-2027" in dialog.form.problems()["ciclo"]
    write(dialog, "ciclo", "2026-2029")
    dialog.main.click()
    assert dialog.isVisible()
    assert "ciclo" in dialog.form.problems()
    assert not list(documents.iterdir())


def test_the_file_takes_the_name_of_the_plantel_and_steps_aside(
    dialog: PlantelNuevo, documents: Path
) -> None:
    (documents / "CETis 8- mañana.entrepares").touch()
    write(dialog, "nombre", "CETis 8: mañana")
    assert dialog.path.name == "CETis 8- mañana (2).entrepares"
    assert dialog.place.text() == str(dialog.path)


def test_a_chosen_place_stays_and_gets_a_name_for_windows(
    dialog: PlantelNuevo, tmp_path: Path
) -> None:
    dialog.choose_place(str(tmp_path / "con.entrepares"))
    write(dialog, "nombre", "Otro")
    assert dialog.path == tmp_path / "Plantel con.entrepares"


def test_a_place_that_cannot_be_is_said_beside_it(
    dialog: PlantelNuevo, tmp_path: Path, qtbot: QtBot
) -> None:
    write(dialog, "nombre", "CBTis 214")
    dialog.choose_place(str(tmp_path / "no existe" / "a.entrepares"))
    dialog.main.click()
    assert "No existe la carpeta" in dialog.problem.words.text()
    assert dialog.isVisible()
    taken = tmp_path / "ocupado.entrepares"
    taken.write_text("otra cosa")
    dialog.choose_place(str(taken))
    assert dialog.problem.words.text() == ""
    dialog.main.click()
    assert "Ya existe" in dialog.problem.words.text()
    assert taken.read_text() == "otra cosa"


@given(st.text(max_size=120))
def test_any_words_become_a_file_name_that_windows_takes(words: str) -> None:
    name = paths.file_name_of(words)
    assert name == name.strip(" .")
    assert 0 < len(name) <= 90
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable()
    assert name.upper().split(".")[0] not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("nul", "Plantel nul"),
        ("COM1.algo", "Plantel COM1.algo"),
        ("LPT²", "Plantel LPT²"),
        ("CBTis 214...", "CBTis 214"),
        ("  ", "Plantel"),
        ("a/b\\c", "a-b-c"),
        ("Consuelo", "Consuelo"),
    ],
)
def test_names_of_devices_and_endings(words: str, name: str) -> None:
    assert paths.file_name_of(words) == name
