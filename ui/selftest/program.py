"""Steps of the program itself: its language, icons, picture formats, texts and engine."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialogButtonBox

from app import paths
from app.store import checking
from ui import theme
from ui.dialogs import acerca
from ui.forms import picture
from ui.selftest.pictures import colours
from ui.selftest.walk import Failed, Walk

_SPANISH = {"Cancel": "Cancelar", "Save": "Guardar", "Close": "Cerrar"}


def buttons_in_spanish(_walk: Walk) -> None:
    """What Qt itself writes is in Spanish: its translation was found."""
    box = QDialogButtonBox()
    for name, word in _SPANISH.items():
        shown = box.addButton(QDialogButtonBox.StandardButton[name]).text().replace("&", "")
        if shown != word:
            raise Failed(f"Un botón de Qt dice «{shown}» y debe decir «{word}».")
    box.deleteLater()


def icons(walk: Walk) -> str:
    """Every icon draws something, and Qt's own plugin reads their files."""
    files = {path.stem: path for path in sorted((paths.RESOURCES / "icons").glob("*.svg"))}
    names = list(files)
    blank = [name for name in names if colours(theme.pixmap(name).toImage()) < 2]
    blank += [name for name, path in files.items() if QImage(str(path)).isNull()]
    if blank or not names:
        raise Failed(f"Iconos que no se dibujan: {', '.join(blank) or 'todos'}.")
    if walk.window.windowIcon().pixmap(32).isNull():
        raise Failed("La ventana no tiene icono.")
    return f"{len(names)} iconos"


def pictures(walk: Walk) -> None:
    """A logotipo is read from PNG and from JPEG."""
    drawn = QImage(40, 30, QImage.Format.Format_RGB32)
    drawn.fill(theme.color("primary"))
    for kind in ("png", "jpg"):
        path = walk.place("imagenes", f"logotipo.{kind}")
        if not drawn.save(str(path)):
            raise Failed(f"No se pudo escribir una imagen {kind}.")
        if not picture.shrunk(path):
            raise Failed(f"No se pudo leer una imagen {kind}.")
        path.unlink()


def texts(_walk: Walk) -> str:
    """Every page of the help and every licence can be read."""
    found = [*(paths.RESOURCES / "textos" / "ayuda").glob("*.md")]
    found += [path for _title, path in acerca.LICENCES.values()]
    empty = [path.name for path in found if not path.read_text(encoding="utf-8").strip()]
    if empty or len(found) <= len(acerca.LICENCES):
        raise Failed(f"Faltan textos del programa: {', '.join(empty) or 'los de la ayuda'}.")
    return f"{len(found)} textos"


def encryption_engine(walk: Walk) -> str:
    """The engine of the file is the one that can encrypt."""
    version = checking.cipher_version(walk.store)
    if not version:
        raise Failed("El motor de datos no es SQLCipher.")
    return version
