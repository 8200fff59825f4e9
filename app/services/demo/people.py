"""Made-up persons: names as they sound in Mexico, valid identifiers that belong to nobody."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from app.domain.identifiers import ENTIDADES, curp_digit
from app.services.demo.sources import words
from app.text import plain

_PARTICLES = frozenset({"DE", "DEL", "LA", "LAS", "LOS", "Y"})
_FIRST_OF_TWO = frozenset({"JOSE", "MARIA"})
_RUDE = frozenset(
    {
        "BUEI",
        "CACA",
        "CACO",
        "CAGA",
        "CAGO",
        "COGE",
        "COJA",
        "CULO",
        "FETO",
        "GUEY",
        "JOTO",
        "LOCA",
        "LOCO",
        "MAMO",
        "MEAR",
        "MEON",
        "MOCO",
        "MULA",
        "PEDA",
        "PEDO",
        "PENE",
        "PUTA",
        "PUTO",
        "RATA",
        "ROBA",
        "RUIN",
    }
)
_VOWELS = "AEIOU"
_CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ"
_SINGLE_SURNAME = 0.015
_TITLES = ("Mtra.", "Mtro.", "Lic.", "Ing.", "Profa.", "Prof.", "Dra.")


@dataclass(frozen=True)
class Persona:
    """A name in its three parts."""

    nombres: str
    paterno: str
    materno: str
    mujer: bool


class Names:
    """Draws names, the frequent ones more often; a full name comes twice only in a big plantel."""

    def __init__(self, draw: Random) -> None:
        self._draw = draw
        self._given: set[Persona] = set()
        self._surnames = words("apellidos")
        self._weights = list(accumulate(1 / (i + 12) for i in range(len(self._surnames))))

    def persona(self) -> Persona:
        """Somebody who was not drawn before, as far as eight attempts can tell."""
        found = self._any()
        for _ in range(8):
            if found not in self._given:
                break
            found = self._any()
        self._given.add(found)
        return found

    def _any(self) -> Persona:
        draw = self._draw
        mujer = draw.random() < 0.52
        given = words("nombres_mujer" if mujer else "nombres_hombre")
        first = given[int(len(given) * draw.random() ** 1.4)]
        if " " not in first and draw.random() < 0.5:
            second = draw.choice(given)
            if " " not in second and second != first:
                first = f"{first} {second}"
        materno = "" if draw.random() < _SINGLE_SURNAME else self.surname()
        return Persona(first, self.surname(), materno, mujer)

    def surname(self) -> str:
        """One surname."""
        return self._draw.choices(self._surnames, cum_weights=self._weights)[0]

    def docente(self) -> str:
        """A docente with a title."""
        found = self._any()
        title = self._draw.choice(_TITLES)
        if title.endswith(("ra.", "fa.")) and not found.mujer:
            title = "Mtro."
        elif title in ("Mtro.", "Prof.") and found.mujer:
            title = "Mtra."
        return f"{title} {found.nombres.split()[0]} {found.paterno} {found.materno}".strip()

    def responsable(self, child: Persona) -> str:
        """The mother or the father of somebody."""
        found = self._any()
        surname = child.paterno if not found.mujer or not child.materno else child.materno
        return f"{found.nombres} {surname} {self.surname()}"


def birthday(draw: Random, semestre: int, today: date) -> date:
    """A birthday that fits the semestre: most are of the usual age, some a year or two older."""
    older = draw.choices((0, 1, 2), (86, 11, 3))[0]
    age = 15 + (semestre - 1) // 2 + older
    first = today.year - age - 1 if today.month < 8 else today.year - age
    return date(first, 1, 1) + timedelta(days=draw.randrange(365))


def curp_of(draw: Random, persona: Persona, birth: date) -> str:
    """A CURP with a right check digit; place 17 is of the letters that are hardly ever given."""
    paterno, materno = _main_word(persona.paterno), _main_word(persona.materno)
    nombre = _main_word(persona.nombres, skip=_FIRST_OF_TWO)
    first = (
        paterno[0]
        + next((c for c in paterno[1:] if c in _VOWELS), "X")
        + (materno[:1] or "X")
        + nombre[0]
    )
    if first in _RUDE:
        first = f"{first[0]}X{first[2:]}"
    state = draw.choice(("MS",) * 12 + tuple(ENTIDADES)[:32])
    inner = "".join(
        next((c for c in word[1:] if c in _CONSONANTS), "X") for word in (paterno, materno, nombre)
    )
    sex = "M" if persona.mujer else "H"
    signs = f"{first}{birth:%y%m%d}{sex}{state}{inner}{draw.choice('UVWXYZ')}"
    return f"{signs}{curp_digit(signs)}"


def _main_word(name: str, skip: frozenset[str] = frozenset()) -> str:
    """The word of a name that the CURP looks at, in letters A to Z; Ñ counts as X."""
    capitals = plain(name.replace("ñ", "x").replace("Ñ", "X")).upper().split()
    rest = [word for word in capitals if word not in _PARTICLES]
    if len(rest) > 1 and rest[0] in skip:
        rest = rest[1:]
    return (rest or capitals or [""])[-1 if not rest else 0]


def matricula_of(entry: int, number: int) -> str:
    """A número de control of 14 digits: year of entry, state 17, a plantel that does not exist."""
    return f"{entry % 100:02d}31705{904 + number // 10_000:03d}{number % 10_000:04d}"
