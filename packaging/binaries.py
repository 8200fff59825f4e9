"""What a binary asks of the system's loader: the libraries named in a PE or ELF file."""

import struct
from pathlib import Path
from typing import Any

_MZ, _ELF = b"MZ", b"\x7fELF"
_X86_64 = 0x8664
_IMPORTS, _DELAYED_IMPORTS = 1, 13
_LOADED, _DYNAMIC = 1, 2
_NEEDED, _STRINGS, _END = 1, 5, 0


class Unfit(Exception):
    """A binary that cannot be read or is of another machine."""


def libraries(path: Path) -> set[str]:
    """The names of the libraries that a binary asks for; empty when it is no binary."""
    with path.open("rb") as file:
        kind = file.read(4)
    if kind.startswith(_MZ):
        return _of_pe(path)
    return _of_elf(path.read_bytes()) if kind == _ELF else set()


def _of_pe(path: Path) -> set[str]:
    """In lower case, those that load at the first use among them."""
    import pefile

    try:
        with pefile.PE(str(path), fast_load=True) as binary:
            binary.parse_data_directories([_IMPORTS, _DELAYED_IMPORTS])
            header: Any = binary.FILE_HEADER
            if header.Machine != _X86_64:
                raise Unfit("is not for 64 bits")
            entries = [
                *getattr(binary, "DIRECTORY_ENTRY_IMPORT", ()),
                *getattr(binary, "DIRECTORY_ENTRY_DELAY_IMPORT", ()),
            ]
            return {entry.dll.decode("ascii").lower() for entry in entries}
    except pefile.PEFormatError as error:
        raise Unfit("is damaged") from error


def _of_elf(content: bytes) -> set[str]:
    """For 64-bit files of small end first, the only ones made here."""
    try:
        return _needed(content)
    except (struct.error, StopIteration, ValueError) as error:
        raise Unfit("is damaged") from error


def _needed(content: bytes) -> set[str]:
    table, size, many = (
        struct.unpack_from("<Q", content, 32)[0],
        *struct.unpack_from("<2H", content, 54),
    )
    parts = [struct.unpack_from("<2I6Q", content, table + size * number) for number in range(many)]
    found = [(part[2], part[5]) for part in parts if part[0] == _DYNAMIC]
    entries: list[tuple[int, int]] = []
    for start, length in found:
        for place in range(start, start + length, 16):
            tag, value = struct.unpack_from("<2Q", content, place)
            if tag == _END:
                break
            entries.append((tag, value))
    if not any(tag == _NEEDED for tag, _ in entries):
        return set()
    address = next(value for tag, value in entries if tag == _STRINGS)
    strings = next(
        part[2] + address - part[3]
        for part in parts
        if part[0] == _LOADED and part[3] <= address < part[3] + part[5]
    )
    return {
        content[strings + value : content.index(b"\0", strings + value)].decode("utf-8")
        for tag, value in entries
        if tag == _NEEDED
    }
