"""The asignaturas that a list names: those of the plantel, and the new ones it brings."""

from difflib import get_close_matches

from app.domain import Asignatura
from app.fields import fields_of
from app.services.imports.snapshot import Snapshot
from app.services.imports.textos import asignatura_key
from app.services.imports.valores import in_words
from app.text import joined, nfc

_ALIKE = 0.88
_NAME = fields_of(Asignatura)["nombre"]


class Asignaturas:
    """Finds asignaturas by name, accents and roman numerals apart; new ones get negative ids."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._known = dict(snapshot.by_asignatura)
        self._seen: dict[str, Asignatura] = {}
        self.new: list[Asignatura] = []
        self.notas: list[str] = []

    def named(self, text: str) -> Asignatura:
        """The asignatura of a name; ValueError(Spanish reason) when it can be none."""
        if text not in self._seen:
            self._seen[text] = self._find(text)
        return self._seen[text]

    def _find(self, text: str) -> Asignatura:
        clean = nfc(text).replace("\n", " ")
        key = asignatura_key(clean)
        if not any(letter.isalpha() for letter in key):
            raise ValueError(f"«{clean}» no es una asignatura")
        if key in self._known:
            return self._known[key]
        name = in_words(_NAME.kind.parse(clean)) if clean == clean.upper() else clean
        made = Asignatura(id=-len(self.new) - 1, nombre=_NAME.kind.parse(name))
        self._say_if_alike(key, made)
        self._known[key] = made
        self.new.append(made)
        return made

    def _say_if_alike(self, key: str, made: Asignatura) -> None:
        """A name one letter away from another is more often a slip than an asignatura."""
        near = get_close_matches(key, self._known, 1, _ALIKE)
        if near and _figures(near[0]) == _figures(key):
            self.notas.append(
                f"«{made.nombre}» es nueva y se parece a «{self._known[near[0]].nombre}»: si son "
                "la misma, corrija el nombre en la lista antes de importarla."
            )

    def summary(self) -> list[str]:
        """What to tell the user of the new ones."""
        if not self.new:
            return self.notas
        names = joined([f"«{one.nombre}»" for one in self.new])
        many = "Se agregan las asignaturas" if len(self.new) > 1 else "Se agrega la asignatura"
        return [f"{many} {names}.", *self.notas]


def _figures(key: str) -> list[str]:
    return [word for word in key.split() if word.isdigit()]
