"""Forms of running length: strips that follow each other down the pages and never split a line.

A form gives its parts (sections, texts, tables, signatures) as strips; `pages` stacks them.
"""

from app.formatos.flow.boxes import answers, asked, boxed, check_list, ratings
from app.formatos.flow.memo import MEASURE_X, memo, note, question, second_title, side_headed
from app.formatos.flow.pages import Running, pages, sheets
from app.formatos.flow.parts import checks, fields, heading, section, signatures
from app.formatos.flow.strips import (
    HALF,
    LANDSCAPE,
    UPRIGHT,
    Area,
    Strip,
    closing,
    new_page,
    space,
    together,
)
from app.formatos.flow.table import Column, table
from app.formatos.flow.text import Blank, Strong, clauses, filled, letter, paragraph

__all__ = [
    "HALF",
    "LANDSCAPE",
    "MEASURE_X",
    "UPRIGHT",
    "Area",
    "Blank",
    "Column",
    "Running",
    "Strip",
    "Strong",
    "answers",
    "asked",
    "boxed",
    "check_list",
    "checks",
    "clauses",
    "closing",
    "fields",
    "filled",
    "heading",
    "letter",
    "memo",
    "new_page",
    "note",
    "pages",
    "paragraph",
    "question",
    "ratings",
    "second_title",
    "section",
    "sheets",
    "side_headed",
    "signatures",
    "space",
    "table",
    "together",
]
