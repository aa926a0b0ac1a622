"""A magnified view of the corner of a growing square, in a window of its own."""

from __future__ import annotations

import numpy as np
from manim import DL, UL, UR, VGroup

from scenes import theme
from scenes.components.marks.brace import Hairline
from scenes.components.marks.plate import plate
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.derivatives.c05a_rules_powers_sums_products.props.blocks import block, lay
from scenes.derivatives.c05a_rules_powers_sums_products.props.corner_view import CornerState
from scenes.layout import Region

CORNER_AT = (0.8, 0.55)
"""Where the corner of the old square stands in the window, as shares of its sides."""


class CornerGlass(VGroup):
    """The same core, slivers and corner as in the picture, as many times larger as is written.

    Parameters
    ----------
    window
        Where it stands, in frame units.
    state
        The square as it is seen without magnification.
    zoom
        How many times larger it is drawn.
    """

    def __init__(self, window: Region, state: CornerState, zoom: float) -> None:
        x, y, _ = window.at(*CORNER_AT)
        wide = state.nudge * state.unit * zoom
        near, far = (float(x), float(y)), (float(x) + wide, float(y) + wide)
        self.ground = plate(window.width, window.height, theme.INK).move_to(window.center)
        self.core, self.corner = block(theme.FUNC), block(theme.RUN)
        self.right_sliver, self.top_sliver = block(theme.RISE), block(theme.RISE)
        low, left = window.bottom, window.left
        for piece, start, end in (
            (self.core, (left, low), near),
            (self.right_sliver, (near[0], low), (far[0], near[1])),
            (self.top_sliver, (left, near[1]), (near[0], far[1])),
            (self.corner, near, far),
        ):
            lay(piece, start, end)
        self.rim = self.ground.copy().set_fill(opacity=0.0)
        self.tag = Formula(f"times {spell(zoom, 0)}", size=theme.DIGIT_SIZE)
        self.tag.next_to(self.rim.get_corner(DL), UR, buff=theme.LABEL_GAP)
        tip = self.rim.get_corner(UL)
        self.ray = Hairline(np.array([*state.at, 0.0]), tip, theme.INK)
        super().__init__(
            self.ground,
            self.core,
            self.right_sliver,
            self.top_sliver,
            self.corner,
            self.rim,
            self.tag,
            self.ray,
        )
