"""What the print dialog says: how much paper, what is missing in it, what its button does."""

from collections.abc import Sequence

from app.services.printing import Tirada
from app.text import counted
from ui.paper_pane import Drawn

_NAMED = 2


def amount(run: Tirada) -> str:
    """What is printed: 18 cartas."""
    return counted(len(run.datos), *run.formato.nouns)


def sheets(drawn: Drawn) -> str:
    """On how much paper: 18 cartas en 18 páginas."""
    run, pages = drawn.tirada, len(drawn.pages)
    if run.sides:
        paper = counted((pages + 1) // 2, "hoja", "hojas")
        return f"{amount(run)} en {paper} por los dos lados"
    return f"{amount(run)} en {counted(pages, 'página', 'páginas')}"


def lacks(run: Tirada, names: Sequence[str]) -> tuple[str, str]:
    """What comes out incomplete and whose; two empty texts when everything is there."""
    found = run.lacks()
    if not found:
        return "", ""
    what = " · ".join(f"{len(places):,} {words}" for words, places in found.items())
    places = sorted({place for some in found.values() for place in some})
    whose = "; ".join(names[place] for place in places[:_NAMED])
    rest = len(places) - _NAMED
    who = f"{whose} y {rest:,} más" if rest > 0 else whose
    return what, f"{who}. Ese lugar saldrá en blanco, para llenarlo a mano."
