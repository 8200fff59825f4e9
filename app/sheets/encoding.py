"""In which letters a text file was written: what Spanish Excel, LibreOffice and MS-DOS leave.

The rule: a mark at the start; the zeros of UTF-16; strict UTF-8; else whichever of the three old
tables gives the text that looks most like Spanish.
"""

import codecs
import re

OLD_TABLES = ("cp1252", "cp850", "mac_roman")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", *OLD_TABLES)
"""What the user may choose by hand."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_SMALL, _LARGE = "áéíóúüñ", "ÁÉÍÓÚÜÑ"
_FOREIGN = re.compile(r"[^\x00-\x7fáéíóúüñÁÉÍÓÚÜÑ¿¡ºª°«»“”\u2018’–—…\xa0]")
_AT_HOME = re.compile(
    rf"(?<![A-ZÁÉÍÓÚÜÑ][A-ZÁÉÍÓÚÜÑ])[{_SMALL}](?![A-ZÁÉÍÓÚÜÑ])|(?<![a-záéíóúüñ])[{_LARGE}]"
)
_OUT_OF_PLACE = re.compile(
    rf"(?<=[A-ZÁÉÍÓÚÜÑ][A-ZÁÉÍÓÚÜÑ])[{_SMALL}]|[{_SMALL}](?=[A-ZÁÉÍÓÚÜÑ])"
    rf"|(?<=[a-záéíóúüñ])[{_LARGE}]"
)
_SIGN_IN_WORD = re.compile(r"(?<=[A-Za-z])[¿¡ºª°«»“”\u2018–—…\xa0](?=[A-Za-z])")
_MOST_BROKEN = 4


def decoded(data: bytes, chosen: str = "") -> tuple[str, str]:
    """The text of a file and the encoding it was read with; nothing is ever an error.

    Bytes that the encoding does not have become U+FFFD, which no valid datum holds.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    encoding = chosen or _guess(data)
    return data.decode(encoding, "replace").removeprefix("\ufeff"), encoding


def _guess(data: bytes) -> str:
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 10 > len(head) * 3 and min(even, odd) * 10 < max(even, odd):
        return "utf-16-be" if even > odd else "utf-16-le"
    if data.isascii() or _is_utf8(data):
        return "utf-8"
    sample = _lines_with_accents(data)
    return max(OLD_TABLES, key=lambda table: _likeness(sample, table))


def _is_utf8(data: bytes) -> bool:
    """Whether it is UTF-8: whole, cut inside its last letter, or with the odd broken letter."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return any(byte > 127 for byte in data[: error.start])
    else:
        return True
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for letter in text[:_SAMPLE] if letter in _SMALL + _LARGE)
    return broken <= _MOST_BROKEN and sound > 4 * broken


def _lines_with_accents(data: bytes) -> bytes:
    lines = (line for line in data.splitlines() if not line.isascii())
    sample = bytearray()
    for line in lines:
        sample += line + b"\n"
        if len(sample) > _SAMPLE:
            break
    return bytes(sample[: 2 * _SAMPLE])


def _likeness(sample: bytes, table: str) -> int:
    """How Spanish the sample looks in a table: letters in their place less everything odd."""
    text = sample.decode(table, "replace")
    good = len(_AT_HOME.findall(text))
    odd = len(_OUT_OF_PLACE.findall(text)) + len(_SIGN_IN_WORD.findall(text))
    return 2 * good - 3 * odd - 3 * len(_FOREIGN.findall(text))
