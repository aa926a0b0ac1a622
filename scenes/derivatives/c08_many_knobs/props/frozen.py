"""A grey block around what is held still."""

from __future__ import annotations

from manim import RoundedRectangle, VMobject

from scenes import theme

_MARGIN = 0.07
"""Space around what is held still, in frame units."""


class FrozenBlock(RoundedRectangle):
    """A block behind letters, which are held still like a plain number.

    Parameters
    ----------
    held
        What is held still.
    margin
        Space around it, in frame units.
    """

    def __init__(self, held: VMobject, margin: float = _MARGIN) -> None:
        super().__init__(
            corner_radius=theme.CORNER / 2,
            width=held.width + 2 * margin,
            height=held.height + 2 * margin,
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
            fill_color=theme.PANEL,
            fill_opacity=1.0,
        )
        self.move_to(held)
        self.set_z_index(-1)
