"""The square code of a carnet: version 1, level H, one mask, made by XOR of ready patterns.

With version, level, mask and mode fixed every module is a linear function of the bits of the text,
so a symbol is the XOR of the symbols of its parts: one for each pair of signs. Level H is full with
the ten signs of `EP-` and a code: the text cannot grow.
"""

from functools import cache

from app.domain.codigo import scanned_text

SIDE = 21
"""Modules on a side."""
MASK = 0
"""The mask, always the same: a chessboard. It has the best average score of the eight on codes."""

_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_LENGTH = 10
_DATA, _CHECK = 9, 17
_SECOND_LEVEL_H = 0b10
_PAIR_BITS = 11
_CHUNK = 7


def modules(text: str) -> int:
    """The symbol of a text of ten signs: bit 0 is the top left module, row after row."""
    if len(text) != _LENGTH:
        raise ValueError(f"ten signs, not {len(text)}")
    symbol = _symbol(0)
    for pair in range(_LENGTH // 2):
        symbol ^= _of_pair(pair, text[2 * pair : 2 * pair + 2])
    return symbol


def path(code: str) -> str:
    """The dark modules of a carnet's code as PDF rectangles: a unit each, y grows upward."""
    return _path(modules(scanned_text(code)))


def _path(symbol: int) -> str:
    mask = (1 << _CHUNK) - 1
    return "".join(
        _run(place, symbol >> place * _CHUNK & mask) for place in range(SIDE * SIDE // _CHUNK)
    )


@cache
def _run(place: int, bits: int) -> str:
    """The rectangles of seven modules of a row; `place` counts the sevens of the symbol."""
    row, chunk = divmod(place, SIDE // _CHUNK)
    rectangles, start = "", None
    for column in range(_CHUNK + 1):
        dark = column < _CHUNK and bits >> column & 1
        if dark and start is None:
            start = column
        elif not dark and start is not None:
            x, y = chunk * _CHUNK + start, SIDE - 1 - row
            rectangles += f"{x} {y} {column - start} 1 re "
            start = None
    return rectangles


@cache
def _of_pair(pair: int, signs: str) -> int:
    """What two signs at their place change in the symbol of nothing."""
    value = _ALPHANUMERIC.index(signs[0]) * len(_ALPHANUMERIC) + _ALPHANUMERIC.index(signs[1])
    change = 0
    for bit in range(_PAIR_BITS):
        if value >> bit & 1:
            change ^= _of_bit(bit + _PAIR_BITS * (_LENGTH // 2 - 1 - pair))
    return change


@cache
def _of_bit(bit: int) -> int:
    return _symbol(1 << bit) ^ _symbol(0)


@cache
def _symbol(text_bits: int) -> int:
    """The whole symbol of the 55 bits of a text."""
    header = 0b0010 << 9 | _LENGTH
    bits = (header << _PAIR_BITS * _LENGTH // 2 | text_bits) << 4
    words = [bits >> 8 * i & 255 for i in reversed(range(_DATA))]
    return _placed(words + _check_words(words))


def _check_words(words: list[int]) -> list[int]:
    """The Reed-Solomon words over GF(256), polynomial 0x11D."""
    generator = [1]
    root = 1
    for _ in range(_CHECK):
        shifted = [*generator, 0]
        for i, factor in enumerate(generator):
            shifted[i + 1] ^= _times(factor, root)
        generator = shifted
        root = _times(root, 2)
    rest = words + [0] * _CHECK
    for i in range(_DATA):
        for j, factor in enumerate(generator):
            rest[i + j] ^= _times(factor, rest[i]) if j else 0
    return rest[_DATA:]


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (0x11D if a & 128 else 0)
        b >>= 1
    return product


def _placed(words: list[int]) -> int:
    """The words in the symbol: columns in pairs from the right, upward and downward by turns."""
    fixed = _fixed()
    symbol = sum(1 << row * SIDE + column for (row, column), dark in fixed.items() if dark)
    bits = iter([word >> i & 1 for word in words for i in reversed(range(8))])
    upward = True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        for step in range(SIDE):
            row = SIDE - 1 - step if upward else step
            for column in (right, right - 1):
                if (row, column) not in fixed:
                    dark = next(bits, 0) ^ ((row + column) % 2 == 0)
                    symbol |= dark << row * SIDE + column
        upward = not upward
    return symbol


def _fixed() -> dict[tuple[int, int], bool]:
    """The modules that carry no word: finders with their rim, timing, level and mask."""
    fixed: dict[tuple[int, int], bool] = {}
    for top, left in ((0, 0), (0, SIDE - 7), (SIDE - 7, 0)):
        for row in range(top - 1, top + 8):
            for column in range(left - 1, left + 8):
                if 0 <= row < SIDE and 0 <= column < SIDE:
                    ring = max(abs(row - top - 3), abs(column - left - 3))
                    fixed[row, column] = ring in (0, 1, 3)
    for i in range(8, SIDE - 8):
        fixed[6, i] = fixed[i, 6] = i % 2 == 0
    fixed[SIDE - 8, 8] = True
    places = (0, 1, 2, 3, 4, 5, 7, 8)
    for i, bit in enumerate(_format_bits()):
        fixed[(SIDE - 1 - i, 8) if i < 7 else (8, SIDE - 15 + i)] = bool(bit)
        fixed[(8, places[i]) if i < 8 else (places[14 - i], 8)] = bool(bit)
    return fixed


def _format_bits() -> list[int]:
    """Level and mask with their BCH check, most significant first, turned over by 0x5412."""
    value = _SECOND_LEVEL_H << 3 | MASK
    rest = value << 10
    for i in reversed(range(5)):
        if rest >> i + 10 & 1:
            rest ^= 0b10100110111 << i
    whole = (value << 10 | rest) ^ 0x5412
    return [whole >> i & 1 for i in reversed(range(15))]
