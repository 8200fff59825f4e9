"""The periodos that a list of calificaciones names, the current one where it names none."""

import re

from app.domain import Periodo
from app.services.imports.snapshot import Snapshot
from app.text import nfc

_NAME = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})\s*[-–/ ]?\s*\(?([AB])?\)?")


class Periodos:
    """Finds periodos by name (2025-2026B); new ones get negative ids."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.current = snapshot.periodo.id
        self._now = snapshot.periodo
        self._known = {periodo.nombre: periodo.id for periodo in snapshot.periodos}
        self.new: list[Periodo] = []

    def named(self, text: str) -> int:
        """The id of a periodo by its name; ValueError(Spanish reason) when it says which not."""
        found = _NAME.fullmatch(nfc(text).upper())
        if found is None or int(found[2]) != int(found[1]) + 1:
            raise ValueError(f"«{nfc(text)}» no es un periodo como 2026-2027A")
        ciclo = f"{found[1]}-{found[2]}"
        if not found[3] and ciclo != self._now.ciclo:
            raise ValueError(f"«{nfc(text)}» no dice si es el periodo A o el B")
        name = f"{ciclo}{found[3] or self._now.parte}"
        if name not in self._known:
            self._known[name] = -len(self.new) - 1
            self.new.append(Periodo(id=self._known[name], ciclo=ciclo, parte=name[-1]))
        return self._known[name]
