"""Forms of running length: strips that follow each other down the pages and never split a line.

A form gives its parts (sections, texts, tables, signatures) as strips; `pages` stacks them.
"""

from app.formatos.flow.boxes import answers, asked, boxed, check_list, choose, inline, ratings
from app.formatos.flow.frames import framed
from app.formatos.flow.groups import Look, grouped
from app.formatos.flow.memo import MEASURE_X, memo, note, question, second_title, side_headed
from app.formatos.flow.notice import notice
from app.formatos.flow.pages import Running, pages, sheets
from app.formatos.flow.parts import checks, fields, heading, section, signatures
from app.formatos.flow.strips import (
    HALF,
    LANDSCAPE,
    LEFT,
    RIGHT,
    RULED,
    UPRIGHT,
    Area,
    Strip,
    beside,
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
    "LEFT",
    "MEASURE_X",
    "RIGHT",
    "RULED",
    "UPRIGHT",
    "Area",
    "Blank",
    "Column",
    "Look",
    "Running",
    "Strip",
    "Strong",
    "answers",
    "asked",
    "beside",
    "boxed",
    "check_list",
    "checks",
    "choose",
    "clauses",
    "closing",
    "fields",
    "filled",
    "framed",
    "grouped",
    "heading",
    "inline",
    "letter",
    "memo",
    "new_page",
    "note",
    "notice",
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
