"""The curves of several bases between two others, with one name."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import UP, VGroup

from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.text.formula import Formula


class BaseFamily(VGroup):
    """Curves aˣ of several bases, and above their ends the name that they share.

    Parameters
    ----------
    axes
        Where they are drawn, over all of its inputs.
    members
        The curves as functions, each of which leaves the window at its upper edge.
    """

    def __init__(self, axes: GraphAxes, members: Sequence[Function]) -> None:
        (first, last, _), _ = axes.spans
        self.curves = VGroup(
            *(
                Curve(axes, sample(member, first, last), stroke=theme.CONTOUR_STROKE)
                for member in members
            )
        )
        self.label = Formula("a^x", size=theme.TABLE_SIZE, color=theme.FUNC)
        ends = np.mean([curve.get_end() for curve in self.curves], axis=0)
        self.label.next_to(ends, UP, buff=theme.TICK)
        super().__init__(self.curves, self.label)
