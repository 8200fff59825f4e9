"""The same carnets, front page, drawn five ways: what `dev.py bench` compares with ours.

Every function takes how many and returns the bytes of the PDF. All draw the same texts and the same
frame with the same embedded font. The rivals neither fit their texts nor draw a square code, and
find their data ready in memory: all of it is in their favour.
"""

import io
import random
from dataclasses import replace
from functools import lru_cache
from typing import Any

from app.domain.codigo import code_of
from app.formatos import CARNET
from app.formatos.carnet import EJEMPLO, CarnetDatos, CarnetOpciones, Reprobada, paginas
from app.formatos.fonts import MM
from app.formatos.formato import render
from app.formatos.layout import CARTA
from app.paths import RESOURCES

_WEIGHTS = ("Regular", "Semibold", "Bold")
_SURNAMES = (
    "Guzmán", "Peña", "Núñez", "Hernández", "Ávila", "Muñoz", "Yáñez", "López", "Ibáñez", "Zúñiga",
    "Ochoa", "Güemes", "Saldaña", "Ríos", "Tolentino", "Argüelles", "Ordóñez", "Villagrán", "Piña",
)  # fmt: skip
_NAMES = (
    "María", "José", "Ángel", "Ximena", "Íñigo", "Sofía", "Mateo", "Regina", "Jimena", "Leonardo",
    "Valentina", "Emiliano", "Diego", "Fernanda", "Raúl", "Leticia", "Belén", "Óscar", "Itzel",
)  # fmt: skip
_SUBJECTS = (
    "Geometría y trigonometría", "Química II", "Inglés III", "Física I", "Álgebra",
    "Lógica de programación", "Biología", "Redacción",
)  # fmt: skip
_HOURS = ("Martes, 13:20 a 14:00", "Jueves, 13:20 a 14:00", "Lunes, 12:40 a 13:20")
_PLACES = ("Biblioteca", "Laboratorio 2", "Aula 14", "Sala de usos múltiples")
_OPTIONS = CarnetOpciones(reverso=False)


def carnets(n: int) -> tuple[CarnetDatos, ...]:
    """Made-up carnets, always the same, of two subjects each; the rivals' texts are placed too.

    Call it once before measuring, so that no way pays for it.
    """
    _texts(n)
    return _made(n)


@lru_cache(maxsize=2)
def _made(n: int) -> tuple[CarnetDatos, ...]:
    chance = random.Random(214)

    def person() -> str:
        return f"{chance.choice(_NAMES)} {chance.choice(_SURNAMES)} {chance.choice(_SURNAMES)}"

    tutors = [person() for _ in range(150)]
    made: list[CarnetDatos] = []
    for i in range(n):
        reprobadas = tuple(
            Reprobada(s, chance.choice(tutors), chance.choice(_HOURS), chance.choice(_PLACES))
            for s in chance.sample(_SUBJECTS, 2)
        )
        made.append(
            replace(
                EJEMPLO,
                apellido_paterno=chance.choice(_SURNAMES),
                apellido_materno=chance.choice(_SURNAMES),
                nombres=f"{chance.choice(_NAMES)} {chance.choice(_NAMES)}",
                grupo=f"3.º {chance.choice('ABCDEF')}",
                codigo=code_of(i + 1, 1),
                reprobadas=reprobadas,
                sesiones={},
            )
        )
    return tuple(made)


def ours(n: int) -> bytes:
    """The program's own way, texts fitted and square code included."""
    return render(CARNET, _made(n), _OPTIONS)


Placed = tuple[float, float, float, str, str]
"""x and baseline in mm from the top left corner, size in points, weight, text."""


class Taken:
    """An ink that keeps what is drawn with it: texts and rules, for the rivals to draw the same."""

    def __init__(self) -> None:
        self.texts: list[Placed] = []
        self.rules: list[tuple[float, float, float, float, float]] = []

    def text(self, x: float, y: float, text: str, style: Any, *, right: bool = False) -> None:
        """A text; one that ends at x begins about where it should."""
        x -= len(text) * style.size * 0.18 if right else 0
        self.texts.append((x, y, style.size, style.weight, text))

    def slot(self, slot: Any, text: str) -> None:
        """A value at full size, not fitted."""
        self.texts.extend(_in_slot(slot, text))

    def rule(self, x: float, y: float, to_x: float, points: float = 0.6) -> None:
        """A level rule."""
        self.rules.append((x, y, to_x, y, points))

    def upright(self, x: float, y: float, to_y: float, points: float = 0.6) -> None:
        """An upright rule."""
        self.rules.append((x, y, x, to_y, points))

    def picture(self, *_where: Any) -> None:
        """A logo, which the rivals do not draw."""


@lru_cache(maxsize=1)
def _frame() -> tuple[list[Placed], list[tuple[float, float, float, float, float]]]:
    """Texts and rules of the frame, taken from ours so that every rival draws the same."""
    taken = Taken()
    page = paginas(_made(1)[0], _OPTIONS)[0]
    assert page.frame
    page.frame.draw(taken)  # pyright: ignore[reportArgumentType]
    return taken.texts, taken.rules


def _in_slot(slot: Any, text: str) -> list[Placed]:
    lines = text.split("\n")
    x = slot.x if not slot.right else slot.x - len(lines[0]) * slot.style.size * 0.18
    return [
        (
            x,
            slot.y - slot.rise - 3.9 * (len(lines) - 1 - i),
            slot.style.size,
            slot.style.weight,
            line,
        )
        for i, line in enumerate(lines)
        if line
    ]


def _bare(datos: CarnetDatos) -> list[Placed]:
    """The variable texts of a front page, at full size, not fitted, sorted by font."""
    placed_texts = [
        placed
        for slot, text in paginas(datos, _OPTIONS)[0].values
        for placed in _in_slot(slot, text)
    ]
    return sorted(placed_texts, key=lambda placed: placed[2:4])


@lru_cache(maxsize=2)
def _texts(n: int) -> list[list[Placed]]:
    """What the rivals show, placed beforehand: their time is drawing alone."""
    return [_bare(one) for one in _made(n)]


def registered() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for weight in _WEIGHTS:
        if weight not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(weight, _font(weight)))


def _font(weight: str) -> str:
    return str(RESOURCES / "fonts" / f"SourceSansPro-{weight}.ttf")


def _draw_frame(canvas: Any) -> None:
    texts, rules = _frame()
    high = CARTA[1]
    for x, y, to_x, to_y, points in rules:
        canvas.setLineWidth(points)
        canvas.line(x * MM, (high - y) * MM, to_x * MM, (high - to_y) * MM)
    for x, y, size, weight, text in texts:
        canvas.setFont(weight, size)
        canvas.drawString(x * MM, (high - y) * MM, text)


def floor(n: int) -> bytes:
    """ReportLab at its barest: the frame once as a form, one text object of bare text a page."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    registered()
    rl_config.useA85 = 0
    target = io.BytesIO()
    canvas: Any = Canvas(
        target,
        pagesize=(612, 792),
        invariant=1,
        pageCompression=1,
        initialFontName="Regular",  # pyright: ignore[reportArgumentType]
    )
    canvas.beginForm("marco")
    _draw_frame(canvas)
    canvas.endForm()
    for texts in _texts(n):
        canvas.doForm("marco")
        shown, font = canvas.beginText(), ("", 0.0)
        for x, y, size, weight, text in texts:
            if font != (weight, size):
                font = (weight, size)
                shown.setFont(*font)
            shown.setTextOrigin(x * MM, (CARTA[1] - y) * MM)
            shown.textOut(text)
        canvas.drawText(shown)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def platypus(n: int) -> bytes:
    """ReportLab's page templates: the frame as a form, the texts as paragraphs of a table.

    They flow in the table instead of standing in their places, which is less work.
    """
    from xml.sax.saxutils import escape

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    registered()
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target, pagesize=(612, 792), invariant=1, leftMargin=51, rightMargin=51, topMargin=150
    )
    style = ParagraphStyle("valor", fontName="Regular", fontSize=11, leading=14)
    story: list[Any] = []
    for texts in _texts(n):
        cells = [Paragraph(escape(text), style) for *_, text in texts]
        cells += [""] * (-len(cells) % 3)
        story.append(
            Table([cells[i : i + 3] for i in range(0, len(cells), 3)], colWidths=[170] * 3)
        )
        story.append(PageBreak())

    def on_page(canvas: Any, _document: Any) -> None:
        if not canvas.hasForm("marco"):
            canvas.beginForm("marco")
            _draw_frame(canvas)
            canvas.endForm()
        canvas.doForm("marco")

    document.build(story, onFirstPage=on_page, onLaterPages=on_page)
    return target.getvalue()


def fpdf2(n: int) -> bytes:
    """The other pure Python library; it has no forms that are drawn once."""
    from fpdf import FPDF

    pdf: Any = FPDF(unit="mm", format=CARTA)
    for weight in _WEIGHTS:
        pdf.add_font(weight, fname=_font(weight))
    frame, rules = _frame()
    for texts in _texts(n):
        pdf.add_page()
        for x, y, to_x, to_y, points in rules:
            pdf.set_line_width(points / MM)
            pdf.line(x, y, to_x, to_y)
        for x, y, size, weight, text in (*frame, *texts):
            pdf.set_font(weight, size=size)
            pdf.text(x, y, text)
    return bytes(pdf.output())
