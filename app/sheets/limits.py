"""How big a list may be, and the sentences with which one is refused: what happened, what to do."""

from typing import NoReturn

from app.errors import SheetRejected

MAX_BYTES = 32 << 20
"""The biggest file that is looked at."""
MAX_ROWS, MAX_COLUMNS, MAX_CELLS = 20_000, 300, 600_000
MAX_LETTERS = 32_767
"""The longest text of a cell, as in Excel."""

REASONS = {
    "falta": "no está en esa carpeta: revise el nombre y vuelva a intentarlo.",
    "cerrado": "no se puede abrir: ciérrelo en el otro programa o cópielo a otra carpeta.",
    "vacio": "está vacío: no tiene ninguna celda escrita.",
    "dañado": "está dañado o incompleto: ábralo en Excel, guárdelo otra vez y vuelva a importarlo.",
    "contraseña": "tiene contraseña: ábralo en Excel, quítesela y guárdelo otra vez.",
    "pesado": f"es demasiado grande para ser una lista: se leen archivos de hasta "
    f"{MAX_BYTES >> 20} MB.",
    "grande": f"tiene más de {MAX_ROWS:,} filas, {MAX_COLUMNS} columnas o {MAX_CELLS:,} celdas "
    "con datos: borre lo que sobra o divida la lista.",
    "celda": f"tiene una celda de más de {MAX_LETTERS:,} letras: bórrela o corríjala en Excel.",
    "peligroso": "lleva instrucciones que una lista no necesita y por seguridad no se abrió: "
    "guárdelo como CSV y vuelva a importarlo.",
    "lento": "está dañado o es demasiado grande: no se pudo leer en el tiempo que debería tomar.",
    "lector": "no se pudo leer porque el lector de hojas de cálculo no abrió: cierre el programa, "
    "ábralo otra vez y vuelva a importarlo.",
    "binario": "no es una lista que se pueda leer: guárdela en Excel como libro (.xlsx) o CSV.",
    "pdf": "es un PDF y no una hoja de cálculo: pida la lista en Excel o CSV.",
    "word": "es un documento de texto y no una hoja de cálculo: copie su tabla a Excel.",
    "imagen": "es una imagen y no una hoja de cálculo: pida la lista en Excel o CSV.",
    "xlsb": "es un libro binario (.xlsb): guárdelo en Excel como libro (.xlsx).",
    "mht": "es una página web guardada (.mht): ábrala en Excel y guárdela como libro (.xlsx).",
    "sin_tabla": "es una página web sin ninguna tabla: descargue otra vez la lista del portal.",
}
"""Why a list is refused, by a key that the reader process may also give."""


def refuse(name: str, key: str) -> NoReturn:
    """Raises SheetRejected with the sentence of that reason; an unknown key means damaged."""
    raise SheetRejected(f"«{name}» {REASONS.get(key, REASONS['dañado'])}")
