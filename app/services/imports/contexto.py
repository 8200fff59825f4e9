"""What a list says of all its alumnos at once: letterhead, lines between, the name of the sheet."""

import re
from collections.abc import Iterable

from app.domain.lectura_alumnos import read_grupo, semestre_of_sheet
from app.domain.lectura_calificaciones import read_parcial
from app.sheets import Row
from app.text import nfc, plain

_LABELS = {
    "grupo": r"grupo|gpo",
    "semestre": r"semestre|sem|grado",
    "turno": r"turno",
    "especialidad": r"especialidad|carrera(?: tecnica)?|capacitacion",
    "asignatura": r"asignatura|materia|uac|modulo|submodulo",
    "docente_tutor": r"tutora? (?:de|del) grupo|docente[- ]tutora?",
    "parcial": r"parcial|evaluacion|corte",
    "": r"docente|maestr[oa]|profesora?|ciclo(?: escolar)?|periodo|plantel|clave|cct|fecha",
}
_ANY = "|".join(words for words in _LABELS.values())
_TOLD = re.compile(
    rf"(?<!\w)(?P<label>{_ANY})\s*\.?\s*:\s*(?P<value>.*?)(?=\s*(?<!\w)(?:{_ANY})\s*\.?:|$)"
)
_BARE = re.compile(r"(?P<label>grupo|gpo|turno)\.? (?P<value>[\w°º .]{1,20})")
_PARCIAL = re.compile(r"parcial|evaluacion final|calificaciones finales")
_NAMED = re.compile(
    r"(?:[123]\s?(?:er|o|ro|do)?|primer|segundo|tercer) parcial|parcial [123]|\bp[123]\b"
    r"|\bfinal(?:es)?\b"
)
_LONGEST = 200


def contexto_of(rows: Iterable[Row]) -> dict[str, str]:
    """What rows of letterhead say, by key: grupo, semestre, turno, asignatura and others."""
    found: dict[str, str] = {}
    for row in rows:
        found.update(contexto_of_row(row))
    return found


def contexto_of_row(row: Row) -> dict[str, str]:
    """What one row says; a label may have its value in the same cell or in the next one."""
    texts = [nfc(str(cell)).replace("\n", " ") for cell in row if str(cell).strip()]
    found: dict[str, str] = {}
    for i, text in enumerate(texts):
        if len(text) > _LONGEST:
            continue
        following = texts[i + 1] if i + 1 < len(texts) else ""
        found.update(_told_in(text, "" if ":" in following else following))
    return found


def _told_in(text: str, following: str) -> dict[str, str]:
    flat = _flat(text)
    found: dict[str, str] = {}
    for told in _TOLD.finditer(flat):
        key = _key_of(told["label"])
        value = text[told.start("value") : told.end("value")].strip(" _-.,")
        if key and (value or following):
            found[key] = value or following
    if not found and ":" not in text:
        if told := _BARE.fullmatch(flat):
            found[_key_of(told["label"])] = text[told.start("value") :].strip()
        elif _PARCIAL.search(flat) and _is_parcial(text):
            found["parcial"] = text
    return found


def _flat(text: str) -> str:
    """The text without accents and with as many letters as before, so that places agree."""
    flat = "".join(plain(letter)[:1] or " " for letter in text)
    return flat if len(flat) == len(text) else " " * len(text)


def _key_of(label: str) -> str:
    return next(key for key, words in _LABELS.items() if re.fullmatch(words, label))


def _is_parcial(text: str) -> bool:
    try:
        read_parcial(text)
    except ValueError:
        return False
    return True


def contexto_of_sheet(name: str) -> dict[str, str]:
    """What the name of a sheet says: PRIMERO is the semestre, 3A the grupo."""
    if not name:
        return {}
    semestre = semestre_of_sheet(name)
    if semestre is None:
        return {}
    said, label = read_grupo(name)
    found = {"semestre": str(semestre)}
    if said and label and re.fullmatch(r"[A-ZÑ]{1,3}|[1-6]\d{2}", label):
        found["grupo"] = name
    return found


def parcial_of_name(name: str) -> str:
    """The parcial in the name of a file or sheet, lista_1er_parcial.xlsx; or nothing."""
    words = plain(name).rpartition(".")[0] or plain(name)
    words = re.sub(r"[_\W]+", " ", words)
    told = _NAMED.search(words)
    return told[0].replace("finales", "final") if told else ""
