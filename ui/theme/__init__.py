"""Look of the program: roles of colour, type scale, unit of space, icons and the one stylesheet."""

from ui.theme.icons import icon, no_icon, pixmap
from ui.theme.roles import Roles
from ui.theme.style import apply, color, font, is_dark, is_high_contrast, roles, u

__all__ = [
    "Roles",
    "apply",
    "color",
    "font",
    "icon",
    "is_dark",
    "is_high_contrast",
    "no_icon",
    "pixmap",
    "roles",
    "u",
]
