"""The users.csv of OneRoster 1.1: its headers are English and its rows are of every role."""

from collections.abc import Mapping, Sequence

from app.sheets import Row, Sheet

_FIELDS = {
    "identifier": "control",
    "givenname": "nombres",
    "familyname": "apellidos",
    "email": "correo",
    "phone": "telefono",
    "grades": "semestre",
}
_SURE = {"sourcedid", "givenname", "familyname", "role"}
_ANOTHER_ROLE = "no es de un alumno (role: {})"
_GONE = "el sistema escolar la da de baja (status: tobedeleted)"


def is_users(headers: Sequence[str]) -> bool:
    """Whether the headers are those of users.csv, in any order and with any others."""
    return {_flat(header) for header in headers} >= _SURE


def oneroster_match(header: str, headers: Sequence[str] = ()) -> str:
    """The datum of a column; passwords and everything else are never read.

    Among headers without `identifier` the identity is `sourcedId`.
    """
    if _flat(header) == "sourcedid" and "identifier" not in map(_flat, headers):
        return "control"
    return _FIELDS.get(_flat(header), "")


def users_header(row: Row) -> bool:
    """Whether a row is the header of users.csv."""
    return is_users([str(cell) for cell in row])


def only_alumnos(sheet: Sheet) -> tuple[Sheet, list[tuple[int, str]]]:
    """The sheet with every row of somebody else left blank, and those rows with the reason.

    The identity is `identifier`, or `sourcedId` where the system left that one empty; a second
    given name joins the first one. Rows keep their places.
    """
    at = next(i for i, row in enumerate(sheet.rows) if users_header(row))
    place = {_flat(str(cell)): i for i, cell in reversed(list(enumerate(sheet.rows[at])))}
    rows: list[Row] = [list(row) for row in sheet.rows]
    ignored: list[tuple[int, str]] = []
    for i, row in enumerate(rows[at + 1 :], at + 1):
        reason = _why_not(row, place)
        if reason:
            ignored.append((i, reason))
            rows[i] = []
        else:
            _complete(row, place)
    return Sheet(sheet.name, rows), ignored


def _why_not(row: Row, place: Mapping[str, int]) -> str:
    if not any(str(cell).strip() for cell in row):
        return ""
    role = _at(row, place, "role")
    if role.lower() != "student":
        return _ANOTHER_ROLE.format(role or "vacío")
    return _GONE if _at(row, place, "status").lower() == "tobedeleted" else ""


def _complete(row: Row, place: Mapping[str, int]) -> None:
    if "identifier" in place and row and not _at(row, place, "identifier"):
        row.extend([""] * (place["identifier"] + 1 - len(row)))
        row[place["identifier"]] = _at(row, place, "sourcedid")
    if second := _at(row, place, "middlename"):
        row[place["givenname"]] = f"{_at(row, place, 'givenname')} {second}"


def _at(row: Row, place: Mapping[str, int], key: str) -> str:
    column = place.get(key, len(row))
    return str(row[column]).strip() if column < len(row) else ""


def _flat(header: str) -> str:
    return header.strip().lower()
