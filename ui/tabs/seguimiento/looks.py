"""How a session is told: its state by shape and word, who it is with, its chip in the calendar."""

import re
from datetime import date, timedelta

from app.domain.sesion import CAUSAS_SESION
from app.store.queries.sesiones import FilaSesion
from app.text import DIAS, MESES, counted, joined, short_date
from ui.widgets.week_chips import Look, WeekChip, hour_words
from ui.widgets.week_days import DayHead

STATES = {
    "dada": "Dada",
    "sin_registro": "Sin registro",
    "planeada": "Por dar",
    "movida": "Movida",
    "cancelada": "Cancelada",
}
LOOKS = {
    "dada": Look("check", "primary", "tint"),
    "sin_registro": Look("diamond", "medio", "mediotint"),
    "planeada": Look("ring", "primary", "surface", "primary", dashed=True),
    "movida": Look("swap", "text2", "sunken", "line", quiet=True),
    "cancelada": Look("x", "text2", "sunken", "line", quiet=True),
}
ICONS = {
    "dada": ("check", "ok"),
    "sin_registro": ("alert", "medio"),
    "planeada": ("calendar", "primary"),
    "movida": ("swap", "text2"),
    "cancelada": ("x", "text2"),
}
_WENT = re.compile(r"Pasó al (.+?)(?:: |$)")


def brief(corto: str) -> str:
    """Óscar D.: the given name and the initial of the surname, for a chip."""
    first, _, rest = corto.partition(" ")
    initial = next((letter for letter in rest if letter.isupper()), rest[:1])
    return f"{first} {initial}." if initial else first


def who(row: FilaSesion, *, short: bool = False) -> str:
    """Whom a session is for: a name, or how many."""
    count = len(row.tutorados)
    if count != 1:
        return f"Grupo de {count}" if count else "Sin tutorados"
    person = row.tutorados[0]
    return brief(person.corto) if short else person.nombre


def names(row: FilaSesion) -> str:
    """Everybody by name."""
    return ", ".join(person.nombre for person in row.tutorados)


def hours(row: FilaSesion) -> str:
    """10:00 a 11:00; the beginning alone when it is not known how long."""
    start = hour_words(row.it.inicio)
    return f"{start} a {hour_words(row.fin)}" if row.fin is not None else start


def why(row: FilaSesion) -> str:
    """Why a session is not held, or where it went; the empty text for the others."""
    if row.it.estado == "movida":
        return row.it.motivo
    if row.it.estado != "cancelada":
        return ""
    cause = CAUSAS_SESION.get(row.it.causa, "") if row.it.causa != "otra" else ""
    return ". ".join(part for part in (cause, row.it.motivo) if part)


def chip_of(row: FilaSesion, today: date) -> WeekChip:
    """The chip of a session."""
    state = row.estado(today)
    second = row.nombre_asignatura
    if state == "movida":
        went = _WENT.match(row.it.motivo)
        second = f"Movida a {went[1]}" if went else "Movida"
    elif state == "cancelada":
        second = f"Cancelada: {(why(row) or 'sin causa').lower()}"
    day = row.it.fecha or today
    parts = (
        f"{DIAS[day.weekday()]} {day.day}", hours(row), names(row) or who(row),
        row.nombre_asignatura, STATES[state].lower(), why(row),
    )  # fmt: skip
    name = ", ".join(part for part in parts if part)
    return WeekChip(row.id, day, row.it.inicio, who(row, short=True), second, LOOKS[state], name)


def head_of(day: date, rows: list[FilaSesion], today: date, *, off: bool = False) -> DayHead:
    """The head of a day: what it lacks, how many of its sessions were held, or that it is `off`."""
    states = [row.estado(today) for row in rows]
    late, held = states.count("sin_registro"), states.count("dada")
    hoped = states.count("planeada")
    note = ""
    if late:
        note = f"{late} sin registro"
    elif hoped:
        note = f"{hoped} por dar"
    elif held:
        note = f"{held} de {len(states)} dadas" if held < len(states) else (
            counted(held, "dada", "dadas")
        )  # fmt: skip
    elif off:
        note = "sin clases"
    title = f"{DIAS[day.weekday()][:3].capitalize()} {day.day}"
    whole = f"{DIAS[day.weekday()]} {long_day(day)}"
    return DayHead(day, title, whole, note, bool(late), day == today)


def week_words(monday: date, today: date) -> str:
    """16 a 20 de noviembre; 30 nov a 4 dic; the year when it is another."""
    friday = monday + timedelta(days=4)
    if monday.month == friday.month:
        words = f"{monday.day} a {friday.day} de {MESES[monday.month - 1]}"
    else:
        words = f"{short_date(monday)} a {short_date(friday)}"
    return words if friday.year == today.year else f"{words} {friday.year}"


def day_words(day: date | None) -> str:
    """Mié 18/11/2026, in small letters."""
    return f"{DIAS[day.weekday()][:3]} {day:%d/%m/%Y}" if day else ""


def long_day(day: date) -> str:
    """18 de noviembre."""
    return f"{day.day} de {MESES[day.month - 1]}"


def title_of(row: FilaSesion) -> str:
    """Química I · grupo de 4; Física II · Ximena Ordóñez."""
    people = who(row)
    if len(row.tutorados) > 1:
        people = people.lower()
    return f"{row.nombre_asignatura} · {people}"


def about(row: FilaSesion) -> str:
    """Mié 18 de noviembre, 10:00 a 11:00 · Biblioteca · con Mariana Ibáñez."""
    day = row.it.fecha
    when = (
        f"{DIAS[day.weekday()][:3].capitalize()} {day.day} de {MESES[day.month - 1]}" if day else ""
    )
    parts = [", ".join(part for part in (when, hours(row)) if part), row.lugar]
    owner = row.corto_tutor or row.it.alumno_tutor
    parts.append(f"con {owner}" if owner else "")
    if row.it.imprevista:
        parts.append("fuera de lo planeado")
    return " · ".join(part for part in parts if part)


def shared_words(rows: list[FilaSesion], today: date) -> str:
    """What several sessions share: 3 dadas y 2 sin registro · todas de Química I."""
    words = {"dada": ("dada", "dadas"), "planeada": ("por dar", "por dar"),
             "sin_registro": ("sin registro", "sin registro"), "movida": ("movida", "movidas"),
             "cancelada": ("cancelada", "canceladas")}  # fmt: skip
    states = [row.estado(today) for row in rows]
    parts = [joined([counted(states.count(key), *said) for key, said in words.items()
                     if key in states])]  # fmt: skip
    subjects = {row.nombre_asignatura for row in rows}
    if len(subjects) == 1:
        parts.append(f"todas de {subjects.pop()}")
    return " · ".join(parts)
