"""What can be doubted of a CURP, a CCT, a birthday; how a número de control is read.

A wrong identifier warns and never blocks: the functions `doubt_about_…` give a short Spanish
reason, or the empty text when nothing is wrong (DOMAIN D.2).
"""

import re
from datetime import date

ENTIDADES = {
    "AS": "Aguascalientes",
    "BC": "Baja California",
    "BS": "Baja California Sur",
    "CC": "Campeche",
    "CL": "Coahuila",
    "CM": "Colima",
    "CS": "Chiapas",
    "CH": "Chihuahua",
    "DF": "Ciudad de México",
    "DG": "Durango",
    "GT": "Guanajuato",
    "GR": "Guerrero",
    "HG": "Hidalgo",
    "JC": "Jalisco",
    "MC": "México",
    "MN": "Michoacán",
    "MS": "Morelos",
    "NT": "Nayarit",
    "NL": "Nuevo León",
    "OC": "Oaxaca",
    "PL": "Puebla",
    "QT": "Querétaro",
    "QR": "Quintana Roo",
    "SP": "San Luis Potosí",
    "SL": "Sinaloa",
    "SR": "Sonora",
    "TC": "Tabasco",
    "TS": "Tamaulipas",
    "TL": "Tlaxcala",
    "VZ": "Veracruz",
    "YN": "Yucatán",
    "ZS": "Zacatecas",
    "NE": "nacido en el extranjero",
}
"""The states by their letters in a CURP; the first 32 in the order of their number in a CCT."""

EDAD_MINIMA, EDAD_MAXIMA = 13, 25
"""Plausible ages of a student of Educación Media Superior, in whole years."""

_CURP_LENGTH = 18
_CURP_VALUES = {sign: i for i, sign in enumerate("0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ")}
_CURP_PARTS = (
    (
        slice(0, 4),
        r"[A-Z][AEIOUX][A-Z]{2}",
        "las primeras cuatro letras de la CURP no son posibles",
    ),
    (slice(4, 10), r"[0-9]{6}", "la CURP no lleva la fecha de nacimiento en su lugar"),
    (slice(10, 11), r"[HMX]", "la CURP no lleva H o M en el lugar 11"),
    (slice(11, 13), r"[A-Z]{2}", "la CURP no lleva la entidad en los lugares 12 y 13"),
    (
        slice(13, 16),
        r"[B-DF-HJ-NP-TV-Z]{3}",
        "los lugares 14 a 16 de la CURP deben ser consonantes",
    ),
    (slice(16, 18), r"[A-Z0-9][0-9]", "los dos últimos signos de la CURP no son posibles"),
)
_FOREIGN_CURP = "XEXX010101"
_SEX_OF_LETTER = {"H": "hombre", "M": "mujer", "X": "otro"}
_CCT_WEIGHTS = (7, 26) * 6


def clean_identifier(typed: str) -> str:
    """A CURP or a CCT in capitals, without spaces or hyphens."""
    return re.sub(r"[\s.\-]", "", typed).upper()


def doubt_about_curp(curp: str) -> str:
    """Why a CURP cannot be right: length, places, state, date, check digit; or nothing."""
    curp = clean_identifier(curp)
    return _doubt_about_places(curp) or _doubt_about_contents(curp)


def _doubt_about_places(curp: str) -> str:
    if len(curp) != _CURP_LENGTH:
        return f"la CURP tiene {len(curp)} caracteres y deben ser {_CURP_LENGTH}"
    wrong = (reason for place, sign, reason in _CURP_PARTS if not re.fullmatch(sign, curp[place]))
    return next(wrong, "")


def _doubt_about_contents(curp: str) -> str:
    if curp[11:13] not in ENTIDADES:
        return f"la CURP lleva «{curp[11:13]}», que no es una entidad"
    if curp_birth(curp) is None:
        return "la CURP lleva una fecha de nacimiento que no existe"
    if int(curp[17]) != curp_digit(curp):
        return "el último dígito de la CURP no corresponde a los demás"
    if curp.startswith(_FOREIGN_CURP):
        return "es una CURP genérica para personas extranjeras"
    return ""


def curp_digit(curp: str) -> int:
    """The check digit of the first 17 signs: weights 18 down to 2, complement to ten."""
    total = sum(_CURP_VALUES[sign] * (18 - i) for i, sign in enumerate(curp[:17]))
    return -total % 10


def curp_birth(curp: str) -> date | None:
    """The day of birth in a CURP; a letter in place 17 means the year 2000 or later."""
    curp = clean_identifier(curp)
    if len(curp) != _CURP_LENGTH or not re.fullmatch(r"[0-9]{6}", curp[4:10]):
        return None
    century = 1900 if curp[16].isdigit() else 2000
    try:
        return date(century + int(curp[4:6]), int(curp[6:8]), int(curp[8:10]))
    except ValueError:
        return None


def curp_sex(curp: str) -> str:
    """The sexo in a CURP as a key of `SEXOS`, or nothing."""
    curp = clean_identifier(curp)
    return _SEX_OF_LETTER.get(curp[10], "") if len(curp) == _CURP_LENGTH else ""


def curp_state(curp: str) -> str:
    """The name of the state of birth in a CURP, or nothing."""
    return ENTIDADES.get(clean_identifier(curp)[11:13], "")


def doubt_about_curp_of(curp: str, nacimiento: date | None, sexo: str) -> str:
    """Where a good CURP contradicts the birthday or the sexo written beside it, or nothing."""
    if doubt_about_curp(curp):
        return ""
    born, sex = curp_birth(curp), curp_sex(curp)
    if born and nacimiento and born != nacimiento:
        return f"la CURP dice que nació el {born:%d/%m/%Y} y aquí dice {nacimiento:%d/%m/%Y}"
    if sexo and sex and sexo != sex:
        return f"la CURP es de {sex} y aquí dice {sexo}"
    return ""


def doubt_about_cct(cct: str) -> str:
    """Why a clave de centro de trabajo cannot be right: form, state, check letter; or nothing."""
    cct = clean_identifier(cct)
    if not re.fullmatch(r"[0-9]{2}[A-Z]{3}[0-9]{4}[A-Z]", cct):
        return "la CCT debe tener 10 caracteres, como 20ETH0001O"
    if not 1 <= int(cct[:2]) <= 32:
        return f"la CCT empieza con {cct[:2]}, que no es una entidad"
    if cct[-1] != cct_letter(cct):
        return "la última letra de la CCT no corresponde a lo demás"
    return ""


def cct_letter(cct: str) -> str:
    """The check letter of the first nine signs; letters count as two digits, A=01 … Z=26."""
    digits = "".join(sign if sign.isdigit() else f"{ord(sign) - 64:02d}" for sign in cct[:9])
    rest = sum(int(d) * w for d, w in zip(digits, _CCT_WEIGHTS, strict=True)) % 27
    return chr(65 + min(rest, 25))


def doubt_about_birth(day: date) -> str:
    """Why a day cannot be the birthday of a student, whatever today is; or nothing."""
    if not 1950 <= day.year <= 2100:
        return f"el año de nacimiento {day.year} no es posible"
    return ""


def age_on(birth: date, today: date) -> int:
    """Whole years between a birthday and a day."""
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def doubt_about_age(birth: date, today: date) -> str:
    """Why an age is strange in a plantel of Educación Media Superior; or nothing."""
    if birth > today:
        return "la fecha de nacimiento está en el futuro"
    years = age_on(birth, today)
    if EDAD_MINIMA <= years <= EDAD_MAXIMA:
        return ""
    return f"por su fecha de nacimiento tendría {years} {'año' if years == 1 else 'años'}"


def clean_matricula(cell: str) -> str:
    """The número de control of a cell of a list: text with its zeros, without what Excel adds.

    Raises ValueError(Spanish reason) when Excel wrote it as 2.03E+13 and its digits are lost.
    """
    value = re.sub(r"\s", "", cell).lstrip("'’`\u00b4")
    if found := re.fullmatch(r"(\d)(?:[.,](\d+))?[eE]\+(\d+)", value):
        decimals, power = found[2] or "", int(found[3])
        if len(decimals) < power:
            raise ValueError(f"Excel lo escribió como {value} y se perdieron dígitos")
        return found[1] + decimals[:power]
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}(?:\.0+)?", value):
        value = value.replace(",", "")
    return re.sub(r"(?<=\d)\.0+$", "", value)
