"""How somebody prefers to learn: fourteen signs to observe, three preferences, fifteen strategies.

A preference is never a label on paper for others; it only proposes strategies (DOMAIN D.5).
"""

from collections import Counter
from collections.abc import Collection

PREFERENCIAS = {
    "visual": "Visual",
    "auditivo": "Auditivo",
    "kinestesico": "Kinestésico",
    "mixto": "Mixto",
}
SIGNOS = {
    "v1": "Lee",
    "v2": "Toma apuntes y hace resúmenes",
    "v3": "Asocia imágenes con conceptos",
    "v4": "Usa gráficos o imágenes para resumir",
    "a1": "Capta mejor lo que escucha",
    "a2": "Aprende mejor con explicaciones orales",
    "a3": "Recuerda de manera ordenada, paso a paso",
    "a4": "Tiene facilidad para la música y los idiomas",
    "a5": "Piensa en sonidos, tonos y volúmenes",
    "a6": "Mueve los labios al leer",
    "k1": "Capta a través de sensaciones",
    "k2": "Aprende despacio y a fondo",
    "k3": "Es inquieto y necesita moverse",
    "k4": "Gesticula al hablar",
}
"""The fourteen signs (DOMAIN M-51, B.1.5); the first letter of a key tells its preference."""

ESTRATEGIAS = {
    "v1": "Mapas mentales, mapas conceptuales y cuadros sinópticos",
    "v2": "Lectura colectiva y en voz alta",
    "v3": "Dibujos, imágenes e ilustraciones",
    "v4": "Recursos tecnológicos",
    "a1": "Debates y plenarias",
    "a2": "Rondas de preguntas y respuestas",
    "a3": "Videos del tema",
    "a4": "Trabajo en equipo",
    "a5": "Resolver exámenes en equipo",
    "k1": "Clases prácticas y experimentos",
    "k2": "Trabajo fuera del aula",
    "k3": "Trabajos manuales",
    "k4": "Toma de notas y apuntes",
    "k5": "Juegos o simulacros",
    "k6": "Manipular objetos relacionados con el tema",
}
"""The fifteen strategies (DOMAIN M-52, B.1.6), by the preference that each favours."""

_BY_LETTER = {"v": "visual", "a": "auditivo", "k": "kinestesico"}
_OF_EACH = Counter(_BY_LETTER[key[0]] for key in SIGNOS)


def signs_by_preference(signos: Collection[str]) -> dict[str, int]:
    """How many signs of each preference were seen."""
    seen = Counter(_BY_LETTER[key[0]] for key in signos if key in SIGNOS)
    return {preferencia: seen[preferencia] for preferencia in _BY_LETTER.values()}


def suggested_preference(signos: Collection[str]) -> str:
    """The preference of most signs out of those it has; a tie is mixto, no sign is none.

    Each preference has its own number of signs (4, 6 and 4), so shares are compared.
    """
    counts = signs_by_preference(signos)
    if not any(counts.values()):
        return ""
    shares = {key: count * 12 // _OF_EACH[key] for key, count in counts.items()}
    best = max(shares.values())
    leaders = [key for key, share in shares.items() if share == best]
    return leaders[0] if len(leaders) == 1 else "mixto"


def strategies_for(preferencia: str) -> dict[str, str]:
    """The strategies that a preference favours; all of them for mixto, none without it."""
    if preferencia == "mixto":
        return dict(ESTRATEGIAS)
    return {key: words for key, words in ESTRATEGIAS.items() if _BY_LETTER[key[0]] == preferencia}
