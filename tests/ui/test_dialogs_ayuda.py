"""Help and notices: every page exists, says what the window says, and can be found."""

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app import VERSION, paths
from app.services.imports.campos import TIPOS
from app.store import Store
from tests.source import ROOT
from ui import theme
from ui.dialogs import acerca, ayuda
from ui.dialogs.acerca import LICENCES, AcercaDialog
from ui.dialogs.ayuda import KEYS, AyudaDialog, found, page
from ui.dialogs.configuracion import SECTIONS, ConfiguracionDialog
from ui.dialogs.plantel_nuevo import PlantelNuevo
from ui.main_window import MainWindow
from ui.tabs import TABS

LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")


@pytest.fixture
def dialog(window: MainWindow) -> Any:
    made = AyudaDialog("carnet", window)
    made.open()
    return made


def test_every_file_of_help_is_in_the_index_and_the_reverse() -> None:
    files = {path.stem for path in (paths.RESOURCES / "textos" / "ayuda").glob("*.md")}
    assert files == set(KEYS)
    assert {spec.key for spec in TABS} <= files


@pytest.mark.parametrize("key", KEYS)
def test_a_page_has_one_title_and_its_links_go_somewhere(key: str) -> None:
    text = page(key)
    assert re.findall(r"^# ", text, re.MULTILINE) == ["# "]
    assert set(LINK.findall(text)) <= set(KEYS)
    assert "¡" not in text
    assert "!" not in text


def test_the_help_names_every_section_and_every_list_that_is_imported() -> None:
    for words, *_ in SECTIONS.values():
        assert f"**{words}**" in page("configuracion")
    for words in TIPOS.values():
        assert words.split()[-1].lower() in page("importar").lower()


@pytest.mark.feature("M-10")
def test_the_help_says_what_peer_tutoring_is() -> None:
    assert "alumno tutor" in page("tutoria").lower()
    assert found("tutoria entre pares")[0] in KEYS


def test_it_opens_on_the_page_of_where_one_is(dialog: Any) -> None:
    assert dialog.index.key == "carnet"
    assert dialog.text.toPlainText().startswith("Carnet de asesorías")


def test_words_are_found_without_accents_and_marked(dialog: Any) -> None:
    dialog.filter.setText("INHABILES")
    dialog.filter._tell()
    assert "configuracion" in dialog.index.shown()
    assert "carnet" not in dialog.index.shown()
    assert dialog.index.key in dialog.index.shown()
    marks = dialog.text.extraSelections()
    assert {mark.cursor.selectedText().lower() for mark in marks} == {"inhábiles"}
    dialog.filter.setText("nada de esto existe")
    dialog.filter._tell()
    assert dialog.pages.currentIndex() == 1
    dialog.filter.clear()
    assert dialog.index.shown() == list(KEYS)


def test_links_and_arrows_go_to_other_pages(dialog: Any, qtbot: QtBot) -> None:
    dialog.text.followed.emit("configuracion")
    assert dialog.index.key == "configuracion"
    dialog.text.followed.emit("https://example.com")
    assert dialog.index.key == "configuracion"
    qtbot.keyClick(dialog.index.entry("configuracion"), Qt.Key.Key_Down)
    assert dialog.index.key == "archivo"


def test_the_page_follows_the_theme(dialog: Any, qapp: Any) -> None:
    def tone() -> str:
        block = dialog.text.document().begin()
        parts: Any = block.begin()
        return next(iter(parts)).fragment().charFormat().foreground().color().name()

    assert tone() == theme.color("text").name()
    theme.apply(qapp, "oscura")
    assert tone() == theme.color("text").name()


def test_with_no_file_open_the_guide_comes_first(empty_window: MainWindow) -> None:
    dialog = AyudaDialog("inicio", empty_window)
    assert dialog.index.key == "primeros_pasos"
    dialog.deleteLater()


def test_a_dialog_opens_its_own_help(empty_window: MainWindow) -> None:
    dialog = PlantelNuevo(empty_window)
    dialog.open()
    dialog.help.click()
    assert dialog.findChildren(AyudaDialog)[0].index.key == "primeros_pasos"


def test_the_topics_of_the_dialogs_are_pages(window: MainWindow, demo: Store) -> None:
    assert window.ctx is not None
    made = ConfiguracionDialog(window.ctx, "plantel", window)
    assert made.help_topic in KEYS
    made.deleteLater()


# Acerca


def test_what_is_shipped_is_named_with_its_licence() -> None:
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    shipped = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)) - {"pip", "tzdata"}
    notices = (paths.RESOURCES / "textos" / "licencias.md").read_text(encoding="utf-8").lower()
    missing = [one for one in shipped if one.lower().removesuffix("-essentials") not in notices]
    assert missing == []
    for name in ("qt", "sqlcipher", "sqlite", "pdfium", "source sans pro", "python", "openssl"):
        assert f"**{name}**" in notices


def test_every_licence_opens_whole(window: MainWindow) -> None:
    files = set((paths.RESOURCES / "textos" / acerca.NOTICES).glob("*.txt"))
    assert files <= {path for _, path in LICENCES.values()}
    dialog = AcercaDialog(window)
    dialog.open()
    assert VERSION in dialog.version.text()
    for key, (_, path) in LICENCES.items():
        dialog.show_page(key)
        assert len(dialog.text.toPlainText()) > 500
        assert path.is_file()
    dialog.show_page(acerca.NOTICES)
    assert "LGPL" in dialog.text.toPlainText()
    dialog.show_page(acerca.ABOUT)
    assert dialog.pages.currentIndex() == 0
    assert ayuda.FIRST in KEYS
