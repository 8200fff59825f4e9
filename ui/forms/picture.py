"""Chooses a small picture (a logo, a seal) from a PNG or JPEG file."""

import base64
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import u
from ui.widgets.buttons import Button
from ui.widgets.card import Card

LARGEST = 300
_UNREADABLE = "Esa imagen no se puede leer. Elija un archivo PNG o JPEG."


def shrunk(path: Path) -> str:
    """A picture file as base64 PNG of at most 300 px a side; ValueError when it cannot be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).lower() not in (b"png", b"jpg", b"jpeg"):
        raise ValueError(_UNREADABLE)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LARGEST:
        reader.setScaledSize(size.scaled(LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise ValueError(_UNREADABLE)
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    buffer.close()
    return base64.b64encode(kept.data()).decode("ascii")


class PictureEditor(QWidget):
    """The picture as it will be kept, with the buttons that choose another or take it away."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data, self.problem = "", ""
        self._image = QLabel()
        self._image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._image.setAccessibleName(name)
        frame = Card(fill="sunken", padding=1)
        frame.setFixedSize(u(26), u(20))
        frame.body.addWidget(self._image)
        self.button = Button("Elegir imagen…", icon_name="upload")
        self.button.clicked.connect(self._ask)
        self.remove = Button("Quitar", "plain")
        self.remove.clicked.connect(self._clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u(2))
        row.addWidget(frame)
        column = QVBoxLayout()
        column.setSpacing(u(1))
        column.addWidget(self.button)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)
        self.set_data("")

    def set_data(self, data: str) -> None:
        """Shows a picture in base64; the empty text is none."""
        self.data, self.problem = data, ""
        image = QImage.fromData(base64.b64decode(data)) if data else QImage()
        if image.isNull():
            self._image.setPixmap(QPixmap())
            self._image.setText("Sin imagen")
        else:
            room = QSize(u(24), u(18))
            ratio = self.devicePixelRatioF()
            shown = QPixmap.fromImage(image).scaled(
                room * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            shown.setDevicePixelRatio(ratio)
            self._image.setPixmap(shown)
        self.remove.setVisible(bool(data))

    def take(self, path: Path) -> None:
        """Uses the picture of a file; `problem` says why when it cannot."""
        try:
            self.set_data(shrunk(path))
        except ValueError as problem:
            self.problem = str(problem)
        self.changed.emit()

    def _ask(self) -> None:
        dialog = QFileDialog(self, "Elegir imagen", "", "Imágenes (*.png *.jpg *.jpeg)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, path: str) -> None:
        self.take(Path(path))

    def _clear(self) -> None:
        self.set_data("")
        self.changed.emit()
