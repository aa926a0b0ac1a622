"""Colours of the page: the lesson's own palettes as a style sheet, light and dark."""

from __future__ import annotations

from scenes.palette import PALETTES, Palette

_ROLES = {
    "bg": "bg",
    "surface": "panel",
    "ink": "ink",
    "muted": "muted",
    "line": "grid",
    "func": "func",
    "exact": "exact",
    "approx": "approx",
    "run": "run",
    "rise": "rise",
    "alpha": "run",
    "alarm": "alarm",
}
"""For each variable of the style sheets the role in a palette."""
_ACCENTS = {"light": "#3340C8", "dark": "#8FB0FF"}
"""Of links and buttons: FUNC as it can be read in small letters, 4.5 : 1."""


def style_sheet() -> str:
    """Return the variables of both palettes; the screen's own preference chooses."""
    light, dark = (_variables(PALETTES[name], _ACCENTS[name]) for name in ("light", "dark"))
    rules = [
        (":root", light, ""),
        (':root:not([data-theme="light"])', dark, "(prefers-color-scheme: dark)"),
        (':root[data-theme="dark"]', dark, ""),
        (":root:root:root", light, "print"),
    ]
    return "".join(_rule(*rule) for rule in rules)


def _rule(selector: str, variables: str, medium: str) -> str:
    rule = f"{selector} {{\n{variables}}}\n"
    return f"@media {medium} {{\n{rule}}}\n" if medium else rule


def _variables(palette: Palette, accent: str) -> str:
    told = {name: getattr(palette, role) for name, role in _ROLES.items()} | {"accent": accent}
    return "".join(f"  --{name}: {value};\n" for name, value in told.items())
