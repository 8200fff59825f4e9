"""What a file really is, by its contents: portals call .xls what is a web page or plain text."""

import zipfile
from pathlib import Path

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "!pdf"),
    (b"{\\rtf", "!word"),
    (b"\x89PNG", "!imagen"),
    (b"\xff\xd8\xff", "!imagen"),
    (b"GIF8", "!imagen"),
    (b"MIME-Version:", "!mht"),
    (b"Rar!", "!binario"),
    (b"7z\xbc\xaf", "!binario"),
    (b"\x1f\x8b", "!binario"),
    (b"SQLite format 3", "!binario"),
)
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "!contraseña"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("WordDocument", "!word"),
)
_PARTS: tuple[tuple[str, str], ...] = (
    ("encrypted-package", "!contraseña"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "!xlsb"),
    ("word/document.xml", "!word"),
    ("content.xml", "ods"),
)
_HEAD = 4096


def kind_of(path: Path) -> str:
    """One of xlsx, xls, ods, html, csv; or `!` and the key of the reason to refuse it."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith(_OLE):
            return _ole_kind(head + file.read())
    if not head:
        return "!vacio"
    if head.startswith(b"PK"):
        return _zip_kind(path)
    for sign, kind in _SIGNS:
        if head.startswith(sign):
            return kind
    return _text_kind(head)


def _ole_kind(data: bytes) -> str:
    for name, kind in _OLE_STREAMS:
        if name.encode("utf-16-le") + b"\0\0" in data:
            return kind
    return "!binario"


def _zip_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError):
        return "!dañado"
    return next((kind for part, kind in _PARTS if part in names), "!binario")


def _text_kind(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _has_zeros_of_utf16(head):
        return _markup_kind(head.replace(b"\0", b""))
    if b"\0" in head:
        return "!binario"
    return _markup_kind(head)


def _has_zeros_of_utf16(head: bytes) -> bool:
    even, odd = head[::2].count(0), head[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    return most * 10 >= len(head) * 3 and least * 10 < most


def _markup_kind(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xff\xfe\xbf \t\r\n").lower()
    if not start.startswith(b"<"):
        return "csv"
    words = (b"<html", b"<table", b"<!doctype html", b"<head", b"<body", b"<meta", b"<style")
    if any(word in start for word in words) or b"office:spreadsheet" in start:
        return "html"
    return "csv"
