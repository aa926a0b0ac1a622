"""The one colour of this lesson's own: it marks what has doubled."""

from __future__ import annotations

from scenes import palette, theme

DOUBLED = theme.RISE if palette.chosen() is palette.PALETTES["dark"] else theme.FUNC
