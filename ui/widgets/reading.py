"""A page to read: Markdown with the fonts, colours and tables of the program, and its search."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from ui.theme import color, font, u
from ui.widgets.letters import folded

_HEADINGS = {1: "page", 2: "section", 3: "body"}


class ReadingPage(QTextBrowser):
    """`show_markdown(text)`; `followed(name)` tells a link to another page."""

    followed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(u(1))
        self.setProperty("kind", "reading")
        self._markdown, self._words = "", ""
        self.anchorClicked.connect(self._on_link)

    def show_markdown(self, markdown: str, words: str = "") -> None:
        """Shows a page from its beginning, with the words that were searched marked."""
        self._markdown, self._words = markdown, words
        document = self.document()
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        document.setDefaultFont(font("body"))
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self._mark()

    def show_plain(self, text: str) -> None:
        """Shows a text as it is written."""
        self._markdown = ""
        self.setExtraSelections([])
        self.clear()
        self.setCurrentCharFormat(QTextCharFormat())
        self.document().setDefaultFont(font("body"))
        self.setPlainText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and getattr(self, "_markdown", ""):
            self.show_markdown(self._markdown, self._words)

    # The look

    def _dress(self) -> None:
        block = self.document().begin()
        while block.isValid():
            self._dress_block(block)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)

    def _dress_block(self, block: QTextBlock) -> None:
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        inside = cursor.currentTable() is not None
        shape = QTextBlockFormat()
        if not inside:
            shape.setTopMargin(u(5) if level == 2 else u(1.5) if level else 0)
            listed = block.textList() is not None
            shape.setBottomMargin(u(1) if listed else u(2))
        shape.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(shape)
        parts: Any = block.begin()
        for piece in [part.fragment() for part in parts]:
            old = piece.charFormat()
            strong = bool(level) or old.fontWeight() > QFont.Weight.Medium.value
            face = font(_HEADINGS.get(level, "body"), strong)
            old.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
            old.merge(_letters(face, "primary" if old.isAnchor() else "text"))
            words = QTextCursor(self.document())
            words.setPosition(piece.position())
            words.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
            words.setCharFormat(old)

    def _dress_table(self, table: QTextTable) -> None:
        look = table.format()
        look.setBorder(1)
        look.setBorderCollapse(True)
        look.setBorderBrush(color("line"))
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setCellPadding(u(1.75))
        look.setCellSpacing(0)
        look.setTopMargin(u(1))
        look.setBottomMargin(u(3))
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(look)
        for column in range(table.columns()):
            cell = table.cellAt(0, column)
            ground = cell.format()
            ground.setBackground(color("sunken"))
            cell.setFormat(ground)
            cursor = cell.firstCursorPosition()
            cursor.setPosition(
                cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor
            )
            cursor.mergeCharFormat(_letters(font("caption", True), "text2"))

    # Links and search

    def _on_link(self, url) -> None:
        self.followed.emit(url.toString())

    def _mark(self) -> None:
        """Marks each word that was searched, whatever its accents."""
        text = self.toPlainText()
        hay = folded([text])[0]
        found: list[QTextEdit.ExtraSelection] = []
        for word in folded([self._words])[0].split():
            place = hay.find(word) if len(hay) == len(text) else -1
            while place >= 0:
                found.append(self._marked(place, len(word)))
                place = hay.find(word, place + len(word))
        self.setExtraSelections(found)
        if found:
            first = QTextCursor(found[0].cursor)
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def _marked(self, place: int, length: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.format.setBackground(color("mediotint"))
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        return mark


def _letters(face: QFont, role: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(
        face, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly
    )
    made.setFontPointSize(face.pointSizeF())
    made.setFontWeight(face.weight())
    made.setForeground(color(role))
    return made
