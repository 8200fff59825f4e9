"""A walk through the program: the steps done so far, what each gave, and the file that tells it.

A step that fails is noted and the walk goes on. Of an unexpected error only its class and its place
in the program are told: its words may carry what somebody typed.
"""

import json
import os
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from app import VERSION, reports
from ui import messages
from ui.main_window import MainWindow
from ui.selftest import RESULT, process
from ui.selftest.pictures import colours


class Failed(Exception):
    """What a step found wrong, in a sentence that names no person."""


@dataclass
class Walk:
    """What the steps share, and what the result says of them."""

    folder: Path
    app: QApplication
    waited_ms: int = 0
    """Time waiting for other processes before the first page."""
    first_page_ms: int = 0
    formatos: list[dict[str, Any]] = field(default_factory=list)
    pictures: list[dict[str, Any]] = field(default_factory=list)
    steps: list[dict[str, Any]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """What the program itself said was wrong during the step."""
    kept: dict[str, Any] = field(default_factory=dict)
    """What a step leaves for a later one."""
    lock: Lock = field(default_factory=Lock)
    _window: MainWindow | None = None

    @property
    def window(self) -> MainWindow:
        """The window, once a step has opened it."""
        if self._window is None:
            raise Failed("No se abrió la ventana.")
        return self._window

    def use(self, window: MainWindow) -> None:
        """From now on this is the window, and its complaints are heard."""
        self._window = window
        messages.use(_Ear(window, self.complaints))

    @property
    def store(self) -> Any:
        """The open file of the window."""
        if self.window.ctx is None:
            raise Failed("La ventana no tiene un archivo abierto.")
        return self.window.ctx.store

    @property
    def plantel(self) -> Path:
        """Where the made-up plantel is."""
        return self.folder / "plantel de prueba ñ.entrepares"

    def place(self, folder: str, name: str) -> Path:
        """A path inside the folder of the walk; its own folder is made."""
        (self.folder / folder).mkdir(exist_ok=True)
        return self.folder / folder / name

    def keep(self, picture: QImage, name: str) -> None:
        """Stores a picture; Failed when it is of one colour."""
        path = self.place("imagenes", f"{name}.png")
        picture.save(str(path))
        self.pictures.append(
            {
                "archivo": path.relative_to(self.folder).as_posix(),
                "ancho": picture.width(),
                "alto": picture.height(),
                "colores": (many := colours(picture)),
            }
        )
        if many < 2:
            raise Failed("La imagen salió de un solo color.")

    def do(self, name: str, action: Callable[["Walk"], str | None]) -> None:
        """Does a step, whatever happens in it, and writes the result so far."""
        self.complaints.clear()
        started = time.perf_counter()
        try:
            detail, well = action(self) or "", True
        except Failed as failed:
            detail, well = str(failed), False
        except BaseException as error:  # noqa: BLE001 the walk goes on
            detail, well = reports.summary(error), False
        if self.complaints:
            detail, well = (
                "; ".join([detail, *self.complaints] if detail else self.complaints),
                False,
            )
        self.note(name, detail, ok=well, ms=round((time.perf_counter() - started) * 1000))

    def on_defect(self, _report: str) -> None:
        """An error nobody caught, on whatever thread; its report is already written."""
        self.complaints.append("El programa tuvo un defecto; su informe está en «usuario».")

    def note(self, name: str, detail: str, *, ok: bool, ms: int) -> None:
        """One more step; the result of an unfinished walk is never `ok`."""
        with self.lock:
            self.steps.append({"paso": name, "ok": ok, "ms": ms, "detalle": detail})
            self._write(ok=False)

    def finish(self) -> bool:
        """Whether all went well, as the result finally says."""
        with self.lock:
            well = bool(self.steps) and all(step["ok"] for step in self.steps)
            self._write(ok=well)
            return well

    def _write(self, *, ok: bool) -> None:
        result = {
            "version": VERSION,
            "sistema": f"{platform.system()} {platform.release()}",
            "python": platform.python_version(),
            "qt": qVersion(),
            "empaquetado": bool(getattr(sys, "frozen", False)),
            "ok": ok,
            "primera_pagina_ms": self.first_page_ms,
            "memoria_kb": process.peak_kb(),
            "pasos": self.steps,
            "formatos": self.formatos,
            "imagenes": self.pictures,
        }
        part = self.folder / f".{RESULT}.parte"
        text = json.dumps(result, ensure_ascii=False, indent=2)
        part.write_text(f"{text}\n", encoding="utf-8")
        os.replace(part, self.folder / RESULT)  # noqa: PTH105 the atomic one on both systems


class _Ear(messages.WindowVoice):
    """The voice of the window, which also tells the walk that something went wrong."""

    def __init__(self, window: QWidget, heard: list[str]) -> None:
        super().__init__(window)
        self._heard = heard

    def problem(self, sentence: str, title: str) -> None:
        """Heard, and shown as always; the sentence may name somebody and is not told."""
        self._heard.append("El programa avisó de un problema.")
        super().problem(sentence, title)
