"""What several acts of clip 09a write."""

from __future__ import annotations

from scenes import theme
from scenes.components.text.formula import Formula

ERROR = '{{upright("error") : approx}}'
"""The error of one point, in Typst mathematics with its role."""


def point_count(size: int) -> Formula:
    """Write for how many points m stands."""
    return Formula(f'm = {size} upright(" points")', size=theme.AXIS_SIZE, color=theme.MUTED)
