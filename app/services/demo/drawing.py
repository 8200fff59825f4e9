"""The mark of the made-up plantel: two circles that meet, as a small PNG."""

import base64
import struct
import zlib

_SIDE = 96
_RADIUS = 27.0
_STROKE = 7.0
_CENTRES = ((34.0, 48.0), (62.0, 48.0))
_PAPER, _INK = 255, 0


def logo() -> str:
    """The picture in base64, black on white, with soft edges."""
    rows = b"".join(
        b"\0" + bytes(_shade(x + 0.5, y + 0.5) for x in range(_SIDE)) for y in range(_SIDE)
    )
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    png = b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)
    return base64.b64encode(png).decode("ascii")


def _shade(x: float, y: float) -> int:
    """The grey of a point: how near it is to the stroke of one of the circles."""
    away = min(abs(((x - cx) ** 2 + (y - cy) ** 2) ** 0.5 - _RADIUS) for cx, cy in _CENTRES)
    cover = min(max(_STROKE / 2 - away + 0.5, 0.0), 1.0)
    return round(_PAPER + (_INK - _PAPER) * cover)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
