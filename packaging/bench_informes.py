"""Bench of 300 informes of two pages from the file, against the barest ReportLab.

The floor finds every line already broken and in its place and only draws it, with the heading once
as a form; ours reads the file, counts the sesiones, breaks the lines and stacks the pages. Run as a
program it draws them one way, in a process of its own, and prints its time as JSON.
"""

import io
import json
import shutil
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from measure import ROOT, Row, Samples, first_line, in_turn

RUNS = 5
INFORMES = 300
WAYS = ("file", "floor")
_WORDS = (
    "Resolvió sin ayuda tres de cuatro problemas y explicó en voz alta por qué; se confunde al "
    "despejar cuando hay fracciones y necesita dibujar antes de escribir la ecuación. "
)
_TEXTS = {
    "introduccion": 2, "metas": 1, "mejoras": 1, "dificultades": 1, "acciones": 1,
    "estrategias": 1, "resultados": 2, "conclusiones": 1, "sugerencias": 1,
}  # fmt: skip
"""How many times each text of a report says the words."""


def rows(plantel: Path) -> list[Row]:
    """The time of 300 informes; ours counts reading them from the data file too."""
    written = plantel.with_name(f"informes-{plantel.name}")
    first_line([sys.executable, Path(__file__), "write", plantel, written])
    works = [partial(first_line, [sys.executable, Path(__file__), way, written]) for way in WAYS]
    said = dict(zip(WAYS, in_turn(RUNS, *works), strict=True))
    ours, floor = (Samples(tuple(one["ms"] for _took, one in said[way])) for way in WAYS)
    pages = said["file"][0][1]["pages"]
    work = f"{INFORMES} informes ({pages} pages) from the file"
    return [Row(work, ours, "ms", 2.5, 1.5, floor, "ReportLab floor")]


def _written(plantel: Path, target: Path) -> dict[str, Any]:
    """A copy of the plantel with a made-up report of each intervención."""
    from app import domain
    from app.store import Store

    shutil.copy(plantel, target)
    store = Store.open(target)
    texts: dict[str, Any] = {key: (_WORDS * times).strip() for key, times in _TEXTS.items()}
    with store.operation("Informes de la prueba", undoable=False):
        store.informes.add_many(
            domain.Informe(intervencion=id, tipo="parcial", **texts) for id in _cases(store)
        )
    store.close()
    return {}


def _cases(store: Any) -> list[int]:
    """The intervenciones that are reported on."""
    ids = [one.id for one in store.intervenciones.all() if one.estado != "cancelada"]
    assert len(ids) > INFORMES
    return ids[: INFORMES + 1]


def _drawn(way: str, plantel: Path) -> dict[str, Any]:
    """What one way takes once its library is loaded; the lines of the floor are ready before."""
    from app.formatos import INFORME
    from app.services import printing
    from app.store import Store

    store = Store.open(plantel, read_only=True)
    *ids, spare = _cases(store)
    printing.tirada(store, INFORME, [spare]).pdf()
    if way == "floor":
        pages = _lines(printing.tirada(store, INFORME, ids).datos)
        _bare(pages[:1])
        started = time.perf_counter()
        _bare(pages)
        return {"ms": (time.perf_counter() - started) * 1000}
    started = time.perf_counter()
    run, sides = printing.tirada(store, INFORME, ids), list[int]()
    run.pdf(pages=sides)
    return {"ms": (time.perf_counter() - started) * 1000, "pages": len(sides)}


def _lines(datos: Any) -> list[tuple[Any, Any]]:
    """The frame of each page, and its texts and rules where ours puts them."""
    from bench_paper import Taken

    from app.formatos.informe import InformeOpciones, hojas

    found: list[tuple[Any, Any]] = []
    for _, sheet in hojas(datos, InformeOpciones()):
        page = sheet.pages[0][0]
        frame, taken = Taken(), Taken()
        page.frame.draw(frame)  # pyright: ignore[reportArgumentType, reportOptionalMemberAccess]
        page.draw(taken)  # pyright: ignore[reportArgumentType, reportOptionalCall]
        for slot, text in page.values:
            taken.slot(slot, text)
        found.append((frame, taken))
    return found


def _bare(pages: list[tuple[Any, Any]]) -> bytes:
    """Every page with its lines placed; the frame of the first and of the second once each."""
    from bench_paper import registered
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    registered()
    rl_config.useA85 = 0
    target = io.BytesIO()
    canvas: Any = Canvas(
        target, pagesize=(612, 792), invariant=1, pageCompression=1,
        initialFontName="Regular",  # pyright: ignore[reportArgumentType]
    )  # fmt: skip
    for name, (frame, _) in zip(("primera", "segunda"), pages, strict=False):
        canvas.beginForm(name)
        _place(canvas, frame)
        canvas.endForm()
    for _, taken in pages:
        canvas.doForm("primera")
        _place(canvas, taken)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _place(canvas: Any, taken: Any) -> None:
    from app.formatos.fonts import MM
    from app.formatos.layout import CARTA

    high, points = CARTA[1], 0.0
    for x, y, to_x, to_y, wide in taken.rules:
        if wide != points:
            points = wide
            canvas.setLineWidth(points)
        canvas.line(x * MM, (high - y) * MM, to_x * MM, (high - to_y) * MM)
    shown, font = canvas.beginText(), ("", 0.0)
    for x, y, size, weight, text in taken.texts:
        if font != (weight, size):
            font = (weight, size)
            shown.setFont(*font)
        shown.setTextOrigin(x * MM, (high - y) * MM)
        shown.textOut(text)
    canvas.drawText(shown)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    files = [Path(name) for name in sys.argv[2:]]
    print(json.dumps(_written(*files) if sys.argv[1] == "write" else _drawn(sys.argv[1], files[0])))
