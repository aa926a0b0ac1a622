"""The theme as planning sees it: which sets of colours there are, and its typefaces."""

from __future__ import annotations

from scenes.palette import PALETTES

THEMES = tuple(PALETTES)
"""The names of all themes, the default first."""


def theme_fonts() -> tuple[str, ...]:
    """Return the families that the theme sets text in, each once."""
    from scenes import theme

    names = vars(theme)
    return tuple(sorted({names[name] for name in names if name.endswith("_FONT")}))
