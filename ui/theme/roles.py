"""Roles of colour: what a colour means, in light, in dark and in the system's high contrast."""

from dataclasses import dataclass, fields

from PySide6.QtGui import QPalette


@dataclass(frozen=True)
class Roles:
    """One colour for each meaning; the only place of the program with colours written out."""

    page: str
    surface: str
    sunken: str
    line: str
    rowline: str
    edge: str
    text: str
    text2: str
    hint: str
    primary: str
    hover: str
    pressed: str
    onprimary: str
    tint: str
    tint2: str
    header: str
    headfield: str
    headtext: str
    headtext2: str
    accent: str
    accenttint: str
    focus: str
    focusfill: str
    headfocus: str
    alto: str
    altotint: str
    medio: str
    mediotint: str
    bajo: str
    bajotint: str
    ok: str
    oktint: str
    toast: str
    toasttext: str
    toastlink: str
    mat: str
    paper: str
    disabled: str
    disbg: str
    hatch: str
    series2: str
    series3: str
    series4: str
    mark: str = "#F0A277"
    shade: str = "#70141210"
    shadow: str = "#141210"
    clear: str = "#00000000"


LIGHT = Roles(
    page="#F6F3ED", surface="#FFFFFF", sunken="#FAF7F2",
    line="#E3DCD0", rowline="#EEE8DE", edge="#8B8377",
    text="#25221D", text2="#5C554B", hint="#6F675C",
    primary="#0B5563", hover="#0E6778", pressed="#083F4A", onprimary="#FFFFFF",
    tint="#E2EFF1", tint2="#F0F6F7",
    header="#0B4956", headfield="#1E5C69", headtext="#FFFFFF", headtext2="#CFE3E6",
    accent="#A94B20", accenttint="#FBEADF",
    focus="#B4531F", focusfill="#FFCB6B", headfocus="#FFCB6B",
    alto="#A3201B", altotint="#FBE5E2",
    medio="#7A4A00", mediotint="#FCECC9",
    bajo="#1F4F8F", bajotint="#E4EDF9",
    ok="#24663A", oktint="#E1F1E5",
    toast="#2B2722", toasttext="#FFFFFF", toastlink="#8FD6E2",
    mat="#D9D2C6", paper="#FFFFFF",
    disabled="#9C958A", disbg="#EFEAE2", hatch="#DDD5C9",
    series2="#8FB8BF", series3="#C9742F", series4="#5B4A7A",
)  # fmt: skip

DARK = Roles(
    page="#1A1917", surface="#242220", sunken="#2B2926",
    line="#3E3A35", rowline="#34312C", edge="#8E867A",
    text="#F2EDE5", text2="#C4BCB0", hint="#A69E92",
    primary="#7FC8D4", hover="#9AD8E2", pressed="#5FAFBC", onprimary="#06262C",
    tint="#17393F", tint2="#1F3236",
    header="#0E3039", headfield="#1C4651", headtext="#FFFFFF", headtext2="#B9D5DA",
    accent="#F0A277", accenttint="#47281A",
    focus="#FFB37F", focusfill="#8A3510", headfocus="#FFCB6B",
    alto="#FFA399", altotint="#4B211D",
    medio="#F3C268", mediotint="#433311",
    bajo="#A3C5F5", bajotint="#1E3452",
    ok="#97D5A6", oktint="#1D3B27",
    toast="#F2EDE5", toasttext="#25221D", toastlink="#0B5563",
    mat="#100F0E", paper="#FFFFFF",
    disabled="#7A7369", disbg="#2E2B28", hatch="#45413B",
    series2="#47808A", series3="#F0A277", series4="#B9A5DE",
    shade="#A0000000", shadow="#000000",
)  # fmt: skip


def from_palette(palette: QPalette) -> Roles:
    """The roles when the system asks for high contrast: only the colours that the system gives."""
    role = QPalette.ColorRole

    def of(
        which: QPalette.ColorRole, group: QPalette.ColorGroup = QPalette.ColorGroup.Active
    ) -> str:
        return palette.color(group, which).name()

    window, text, base = of(role.Window), of(role.WindowText), of(role.Base)
    chosen, on_chosen = of(role.Highlight), of(role.HighlightedText)
    off = of(role.WindowText, QPalette.ColorGroup.Disabled)
    special = {
        "page": window, "surface": base, "sunken": window, "mat": window, "paper": "#FFFFFF",
        "primary": chosen, "hover": chosen, "pressed": chosen, "onprimary": on_chosen,
        "tint": base, "tint2": base, "header": window, "headfield": base, "disabled": off,
        "disbg": window, "toast": base, "focus": chosen, "focusfill": on_chosen,
        "headfocus": chosen, "altotint": base, "mediotint": base, "bajotint": base,
        "oktint": base, "accenttint": base, "series2": base, "shade": "#A0000000",
        "shadow": "#000000", "clear": "#00000000",
    }  # fmt: skip
    return Roles(**{f.name: special.get(f.name, text) for f in fields(Roles)})
