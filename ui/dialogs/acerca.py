"""Acerca de Entre Pares: version, what it is, and the licences of all that it brings."""

import platform
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app import VERSION, paths, reports
from ui.theme import u
from ui.welcome import Emblem
from ui.widgets.buttons import Button
from ui.widgets.card import Card, ScrollPane
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.reading import ReadingPage
from ui.widgets.side_list import SideList

_TEXTS = paths.RESOURCES / "textos"
_FONT = paths.RESOURCES / "fonts" / "LICENSE.txt"
NOTICES = "licencias"
ABOUT = "programa"
LICENCES: dict[str, tuple[str, Path]] = {
    key: (title, _TEXTS / NOTICES / f"{key}.txt")
    for key, title in (
        ("lgpl-3.0", "LGPL 3.0 (Qt, PySide6)"),
        ("gpl-3.0", "GPL 3.0 (la cita la LGPL)"),
        ("apache-2.0", "Apache 2.0"),
        ("sqlcipher", "SQLCipher"),
        ("sqlcipher3", "sqlcipher3"),
        ("reportlab", "ReportLab"),
        ("calamine", "python-calamine"),
        ("xlsxwriter", "XlsxWriter"),
        ("rapidfuzz", "RapidFuzz"),
        ("highs", "HiGHS"),
        ("pdfium", "pypdfium2 y PDFium"),
        ("pillow", "Pillow"),
        ("python", "Python"),
        ("interprete", "Bibliotecas de Python"),
        ("auxiliares", "Bibliotecas auxiliares"),
    )
} | {"source-sans": ("Source Sans Pro (OFL)", _FONT)}
"""Whole texts by key: title and file."""


class AcercaDialog(Dialog):
    """The program at first; the notices and the whole licences in the index."""

    def __init__(self, window: QWidget | None) -> None:
        super().__init__("Acerca de Entre Pares", window, size="full", cancel="Cerrar")
        entries = [
            (ABOUT, "Entre Pares", "info"),
            (NOTICES, "Licencias", "file-text"),
            ("", "Textos completos", ""),
            *((key, title, "") for key, (title, _) in LICENCES.items()),
        ]
        self.index = SideList(entries, "Qué se muestra")
        self.index.chosen.connect(self.show_page)
        pane = ScrollPane()
        pane.setFixedWidth(u(58))
        pane.body.addWidget(self.index)
        self.text = ReadingPage("Texto")
        card = Card(padding=0)
        card.body.setContentsMargins(u(5), u(3), u(1.5), u(2))
        card.body.addWidget(self.text)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._about())
        self.pages.addWidget(card)
        row = QHBoxLayout()
        row.setSpacing(u(4))
        row.addWidget(pane)
        row.addWidget(self.pages, 1)
        self.body.addLayout(row, 1)
        self.show_page(ABOUT)

    def _about(self) -> Card:
        card = Card(padding=6)
        center = Qt.AlignmentFlag.AlignHCenter
        card.body.addStretch(1)
        card.body.addWidget(Emblem(), 0, center)
        card.body.addWidget(Label("Entre Pares", "hero"), 0, center)
        self.version = Label(f"Versión {VERSION}", "section", "text2", strong=False)
        card.body.addWidget(self.version, 0, center)
        card.body.addSpacing(u(3))
        for sentence in (
            "Programa de tutoría entre pares para planteles de Educación Media Superior.",
            "Trabaja sin internet; los datos se quedan en esta computadora.",
        ):
            card.body.addWidget(Label(sentence), 0, center)
        card.body.addSpacing(u(3))
        self.parts = Label(_parts(), "caption", "text2")
        card.body.addWidget(self.parts, 0, center)
        self.portable = Label(paths.portable_sentence(), "caption", "text2", wrap=True)
        self.portable.setAlignment(center)
        self.portable.setVisible(bool(self.portable.text()))
        card.body.addWidget(self.portable)
        card.body.addSpacing(u(3))
        card.body.addLayout(self._folders())
        card.body.addStretch(2)
        return card

    def _folders(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(u(2))
        row.addStretch(1)
        own, made = paths.user_folder(), paths.user_folder() / reports.FOLDER
        for words, folder in (
            ("Carpeta del programa", paths.ROOT),
            ("Carpeta de informes", made if made.is_dir() else own),
        ):
            button = Button(words, icon_name="folder")
            button.set_tooltip(str(folder))
            button.clicked.connect(partial(self._open, folder))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _open(self, folder: Path, _checked: bool = False) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def show_page(self, key: str) -> None:
        """Opens the program's page, the notices or a whole licence."""
        self.index.set_key(key)
        self.pages.setCurrentIndex(0 if key == ABOUT else 1)
        if key == NOTICES:
            self.text.show_markdown((_TEXTS / f"{NOTICES}.md").read_text(encoding="utf-8"))
        elif key != ABOUT:
            self.text.show_plain(LICENCES[key][1].read_text(encoding="utf-8"))


def _parts() -> str:
    """What it runs on, for whoever gives support."""
    system = f"{platform.system()} {platform.release()}"
    return f"Qt {qVersion()} · Python {platform.python_version()} · {system}"
