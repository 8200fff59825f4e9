"""Names of persons: a full name in one cell, capitals, keys for comparing, damaged letters.

Lists write APELLIDO PATERNO, MATERNO, NOMBRE (S) in capitals and in one cell, with surnames that
may be several words (DE LA CRUZ, SAN MARTÍN, MONTES DE OCA). A split is a proposal: what is not
certain carries a doubt in words for the user to decide (DOMAIN D.7).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.text import nfc, plain

Orden = Literal["apellidos", "nombres"]
"""What a full name begins with."""

_LOW = frozenset(("de", "del", "y", "von", "van", "der", "den", "di", "da", "dos"))
_ARTICLES = frozenset({"la", "las", "los"})
_GLUE = _LOW | _ARTICLES | {"san", "santa", "mc", "mac"}
_DEVOTION = frozenset(
    ("maria", "ma", "ma.", "m.", "rosa", "ana", "jose", "j.", "juan", "luz", "flor")
)
_DEVOTIONS = frozenset(
    ("de dios", "de fatima", "de guadalupe", "de jesus", "de la luz", "de la paz", "de los angeles",
     "de lourdes", "del carmen", "del mar", "del pilar", "del refugio", "del rocio", "del rosario")
)  # fmt: skip
_COMPOUNDS = frozenset(
    {
        ("cabeza", "de vaca"),
        ("diaz", "de la vega"),
        ("diaz", "de leon"),
        ("fernandez", "de cevallos"),
        ("fernandez", "de cordoba"),
        ("fernandez", "de lara"),
        ("garcia", "de alba"),
        ("garcia", "de leon"),
        ("ladron", "de guevara"),
        ("lopez", "de lara"),
        ("lopez", "de nava"),
        ("martinez", "de escobar"),
        ("montes", "de oca"),
        ("ortiz", "de montellano"),
        ("ortiz", "de zarate"),
        ("ponce", "de leon"),
        ("ruiz", "de chavez"),
        ("ruiz", "de velasco"),
        ("sanchez", "de tagle"),
    }
)
_FREQUENT = """
    aguilar alvarado alvarez avila bautista castillo castro cervantes chavez contreras cortes cruz
    delgado diaz dominguez espinoza estrada fernandez flores garcia gomez gonzalez guerrero
    gutierrez guzman hernandez herrera jimenez juarez lara lopez martinez medina mendez mendoza
    morales moreno munoz nunez ortega ortiz perez ramirez ramos reyes rios rivera rodriguez rojas
    romero ruiz salazar sanchez santiago silva soto torres vargas vazquez velazquez
"""
_SURNAMES = frozenset(_FREQUENT.split())
"""The most frequent surnames, without accents: they tell which end of a name is which."""

_SHORT = {
    "fco": "francisco",
    "fca": "francisca",
    "gpe": "guadalupe",
    "ma": "maria",
    "hdez": "hernandez",
    "hdz": "hernandez",
    "glez": "gonzalez",
    "gzz": "gonzalez",
    "mtz": "martinez",
    "mtnez": "martinez",
    "rdz": "rodriguez",
    "rguez": "rodriguez",
    "fdez": "fernandez",
    "gtz": "gutierrez",
    "jmz": "jimenez",
}
_FROM_DOS = {"¥": "Ñ", "¤": "ñ", "\u201a": "é", "¡": "í", "¢": "ó", "£": "ú", "Ð": "Ñ"}
_SIGNS = "".join(_FROM_DOS) + "±¾╔═┴┌╤"
_DAMAGED = re.compile(
    rf"\ufffd|Ã(?![A-Za-z])|\?(?=\w)|(?<=\w)[{_SIGNS}]|[{_SIGNS.replace('¡', '')}](?=\w)"
)
_STRANGE = re.compile(r"[^\w\s.'’·-]|[\d_]")
_ONE_SURNAME = "parece tener un solo apellido"


@dataclass(frozen=True, slots=True)
class NombreDividido:
    """The three cells of a name, and why they should be looked at; the empty text when certain."""

    paterno: str
    materno: str
    nombres: str
    doubt: str = ""

    def proper(self) -> "NombreDividido":
        """The same with capitals only where they belong."""
        cells = (proper_case(cell) for cell in (self.paterno, self.materno, self.nombres))
        return NombreDividido(*cells, doubt=self.doubt)


def split_name(cell: str, orden: Orden = "apellidos") -> NombreDividido:
    """The surnames and given names of a full name in one cell, as they are written.

    A comma divides surnames from given names whatever the order. `guess_orden` reads the order
    from a whole column.
    """
    written = re.sub(r"\s*-\s*", "-", nfc(cell).replace("\n", " ")).strip(" .;,-")
    wrong = signs_of_wrong_code_page(written)
    if not wrong and _STRANGE.search(written.replace(",", "")):
        wrong = "lleva cifras o signos que no son de un nombre"
    if "," in written:
        found = _at_comma(written)
    else:
        groups, compound = _groups(written)
        divide = _surnames_first if orden == "apellidos" else _names_first
        found = divide(groups)
        if compound and not found.doubt:
            found = _with(found, f"«{compound}» se tomó como un solo apellido")
    return _with(found, wrong) if wrong else found


def guess_orden(cells: Iterable[str]) -> Orden:
    """What the full names of a column begin with: mostly the surnames, as lists do."""
    ends = [plain(cell).replace(",", " ").split() for cell in cells]
    first = sum(words[0] in _SURNAMES for words in ends if len(words) > 2)
    last = sum(words[-1] in _SURNAMES for words in ends if len(words) > 2)
    return "nombres" if last > first else "apellidos"


def proper_case(name: str) -> str:
    """A name that is all capitals or all small letters, with capitals where they belong.

    Particles are small inside and capital at the start (De la Cruz); accents are never invented;
    what already mixes both is left alone.
    """
    clean = nfc(name)
    if clean not in (clean.upper(), clean.lower()):
        return clean
    words: list[str] = []
    after = False
    for word in clean.lower().split(" "):
        particle = word in _LOW or (after and word in _ARTICLES)
        words.append(word if particle and words else _with_capitals(word))
        after = particle
    return " ".join(words)


def inside(surname: str) -> str:
    """A surname as it is written after another name: De la Cruz is de la Cruz there."""
    first, space, rest = surname.partition(" ")
    return (
        first.lower() + space + rest
        if space and first.istitle() and first.lower() in _LOW
        else surname
    )


def comparison_key(*parts: str) -> str:
    """A name for comparing with others: no accents, no particles, abbreviations written in full."""
    words: list[str] = re.findall(r"[a-z]+", plain(repaired(" ".join(parts))))
    return " ".join(_SHORT.get(word, word) for word in words if word not in _LOW | _ARTICLES)


def initials(nombres: str, paterno: str) -> str:
    """Two letters for an avatar: MC for María de la Luz, De la Cruz."""
    cells = (
        [w for w in cell.split() if plain(w) not in _LOW | _ARTICLES] for cell in (nombres, paterno)
    )
    return "".join(words[0][0].upper() for words in cells if words)


def signs_of_wrong_code_page(text: str) -> str:
    """Why a text seems read with the wrong code page (NU¥EZ, NU?EZ, NÃ), or nothing."""
    found = _DAMAGED.search(text)
    return f"trae «{found[0]}», señal de letras dañadas" if found else ""


def repaired(text: str) -> str:
    """The text with its damaged letters put right where that can be known, else as it is."""
    if not signs_of_wrong_code_page(text):
        return text
    if "Ã" in text:
        try:
            return text.encode("cp1252").decode("utf-8")
        except UnicodeError:
            return text
    return text.translate(str.maketrans(_FROM_DOS))


def _with_capitals(word: str) -> str:
    """One word with a capital where it begins and after a hyphen, an apostrophe or a dot."""
    parts = re.split(r"([-'’.])", word)
    return "".join(
        f"Mc{part[2:].capitalize()}"
        if part.startswith("mc") and len(part) > 3
        else part.capitalize()
        for part in parts
    )


def _groups(written: str) -> tuple[list[str], str]:
    """The words with their particles glued on, and the compound surname found among them."""
    groups: list[str] = []
    pending: list[str] = []
    for word in written.split():
        pending.append(word)
        if plain(word) not in _GLUE:
            groups.append(" ".join(pending))
            pending = []
    if pending:
        groups.append(" ".join(pending))
    for i in range(len(groups) - 1):
        if (plain(groups[i]), plain(groups[i + 1])) in _COMPOUNDS:
            compound = f"{groups[i]} {groups[i + 1]}"
            return [*groups[:i], compound, *groups[i + 2 :]], compound
    return groups, ""


def _at_comma(written: str) -> NombreDividido:
    surnames, _, nombres = (part.strip() for part in written.partition(","))
    groups, _compound = _groups(surnames)
    doubt = _ONE_SURNAME if len(groups) == 1 else ""
    if len(groups) > 2:
        doubt = "los apellidos pueden ser compuestos"
    return NombreDividido(groups[0], " ".join(groups[1:]), nombres, doubt)


def _surnames_first(groups: list[str]) -> NombreDividido:
    if len(groups) < 3:
        return _too_short(groups[:-1], groups[-1:])
    given = 2
    doubt = _of_length(groups)
    if _is_particled(groups[2]):
        given, doubt = _before_particle(groups)
    elif len(groups) > 3 and _is_particled(groups[1]) and plain(groups[2]) in _SURNAMES:
        doubt = f"el apellido «{groups[0]} {groups[1]}» puede ser compuesto"
    return NombreDividido(groups[0], " ".join(groups[1:given]), " ".join(groups[given:]), doubt)


def _before_particle(groups: list[str]) -> tuple[int, str]:
    """Where the given names begin when the third group begins with DE: MARIA DEL CARMEN."""
    if plain(groups[1]) in _DEVOTION:
        return 1, _ONE_SURNAME
    if len(groups) == 3:
        return 2, "no se distingue dónde terminan los apellidos"
    return 3, f"el apellido «{groups[1]} {groups[2]}» puede ser compuesto"


def _names_first(groups: list[str]) -> NombreDividido:
    if len(groups) < 3:
        return _too_short(groups[1:], groups[:1])
    if plain(groups[-3]) in _DEVOTION and plain(groups[-2]) in _DEVOTIONS:
        return NombreDividido(groups[-1], "", " ".join(groups[:-1]), _ONE_SURNAME)
    return NombreDividido(groups[-2], groups[-1], " ".join(groups[:-2]), _of_length(groups))


def _too_short(surnames: list[str], nombres: list[str]) -> NombreDividido:
    if not nombres:
        return NombreDividido("", "", "", "no hay nombre")
    if not surnames:
        return NombreDividido("", "", nombres[0], "solo tiene una palabra")
    doubt = "solo tiene dos palabras: falta un apellido o el nombre"
    return NombreDividido(surnames[0], "", nombres[0], doubt)


def _of_length(groups: list[str]) -> str:
    return (
        "son cinco palabras o más: revise dónde terminan los apellidos" if len(groups) > 4 else ""
    )


def _is_particled(group: str) -> bool:
    return plain(group).split(" ")[0] in ("de", "del") and " " in group


def _with(found: NombreDividido, doubt: str) -> NombreDividido:
    return NombreDividido(found.paterno, found.materno, found.nombres, doubt)
