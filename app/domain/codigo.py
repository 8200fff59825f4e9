"""The short code of a carnet, `XXXX-XXX`: made to be read aloud, typed and scanned.

Seven signs without look-alikes, the last one a check sign. With the 25 signs counted from 0 and
weights 1 2 4 3 1 2 4 their sum is a multiple of 25: every weight and every difference of two
neighbours (or of signs two places apart) has an inverse modulo 25, so one wrong sign and two signs
swapped are always noticed.
"""

import hashlib
from collections.abc import Iterable
from itertools import count, product

SIGNS = "34679ACDEFGHJKMNPQRTUVWXY"
"""The signs of a code: no 0 O, 1 I L, 2 Z, 5 S, 8 B."""

PREFIX = "EP-"
"""What the square code carries before the signs."""

_BASE = len(SIGNS)
_LENGTH = 7
_WEIGHTS = (1, 2, 4, 3, 1, 2, 4)
_INVERSE_OF_LAST = pow(_WEIGHTS[-1], -1, _BASE)
_PLACE = {sign: i for i, sign in enumerate(SIGNS)}
_LOOK_ALIKES = {
    "0": "DQ",
    "O": "DQ",
    "1": "7JT",
    "I": "7JT",
    "L": "7J",
    "2": "7",
    "Z": "7",
    "5": "6",
    "S": "6",
    "8": "36",
    "B": "36",
}
_RUDE = (
    "CACA",
    "CAGA",
    "CULE",
    "FEA",
    "GUEY",
    "JETA",
    "MEAR",
    "NACA",
    "PEDA",
    "PENE",
    "PUT",
    "RATA",
)
_CHANGE = "Cópielo otra vez de la esquina superior derecha del carnet."


def code_of(alumno_id: int, periodo_id: int, salt: int = 0) -> str:
    """The code of a student's carnet in a periodo; the same every time.

    Two carnets share a code once in 244 million: the caller then asks with another `salt`.
    """
    attempts = (_signs(f"{alumno_id}:{periodo_id}:{salt}:{n}") for n in count())
    return _shown(next(s for s in attempts if not any(word in s for word in _RUDE)))


def _signs(seed: str) -> str:
    number = int.from_bytes(hashlib.blake2b(seed.encode(), digest_size=8).digest(), "big")
    signs = ""
    for _ in range(_LENGTH - 1):
        number, place = divmod(number, _BASE)
        signs += SIGNS[place]
    return signs + _check_sign(signs)


def scanned_text(code: str) -> str:
    """What the square code of a carnet says: EP- and the seven signs."""
    return PREFIX + code.replace("-", "")


def read_code(typed: str) -> str:
    """The code that somebody typed or scanned, as `XXXX-XXX`.

    Small letters, spaces, a missing dash and the prefix do not matter; a sign that codes never use
    is taken for its look-alike when only one reading passes the check. Raises ValueError(Spanish).
    """
    signs = _signs_of(typed)
    if len(signs) != _LENGTH:
        raise ValueError(f"El código tiene {len(signs)} signos y deben ser {_LENGTH}. {_CHANGE}")
    strange = [c for c in signs if c not in _PLACE and c not in _LOOK_ALIKES]
    if strange:
        raise ValueError(f"Ningún código lleva «{strange[0]}». {_CHANGE}")
    readings = [
        r for r in map("".join, product(*(_LOOK_ALIKES.get(c, c) for c in signs))) if _is_right(r)
    ]
    if len(readings) != 1:
        raise ValueError(f"El código {_shown(signs)} no existe: hay un signo equivocado. {_CHANGE}")
    return _shown(readings[0])


def alike(typed: str, codes: Iterable[str]) -> list[str]:
    """The codes that one slip away from what was typed: a sign wrong, missing, extra or swapped."""
    signs = _signs_of(typed)
    return [code for code in codes if _one_slip(signs, code.replace("-", ""))]


def _one_slip(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    start = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    end_a, end_b = a[start:], b[start:]
    if len(a) == len(b):
        swapped = end_a[:2] == end_b[:2][::-1] and end_a[2:] == end_b[2:]
        return swapped or end_a[1:] == end_b[1:]
    return end_a[1:] == end_b if len(a) > len(b) else end_a == end_b[1:]


def _signs_of(typed: str) -> str:
    """The signs of what was typed or scanned, without prefix, dashes and spaces."""
    signs = "".join(c for c in typed.upper() if c.isalnum())
    return signs[2:] if signs.startswith("EP") and len(signs) > _LENGTH else signs


def _is_right(signs: str) -> bool:
    return sum(_PLACE[c] * w for c, w in zip(signs, _WEIGHTS, strict=True)) % _BASE == 0


def _check_sign(signs: str) -> str:
    total = sum(_PLACE[c] * w for c, w in zip(signs, _WEIGHTS, strict=False))
    return SIGNS[-total * _INVERSE_OF_LAST % _BASE]


def _shown(signs: str) -> str:
    return f"{signs[:4]}-{signs[4:]}"
