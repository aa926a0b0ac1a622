"""Three small pictures of places without a slope: a corner, a vertical tangent and a jump."""

from __future__ import annotations

from collections.abc import Sequence

from manim import VGroup

from lessons.derivatives.c04.numbers import Numbers
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.derivatives.c04_the_derivative.props.lens import (
    LensHole,
    SteepCurve,
    one_side,
)
from scenes.layout import Region

WIDTH = 4.0
"""How wide the window of a picture is, in lesson units."""


def broken_curve(lens: ZoomPlot, numbers: Numbers) -> VGroup:
    """Return the two pieces of the jump, and the ring and the dot at its edges."""
    foot, head = (Point(0.0, numbers.jump_secant(side).q.y) for side in (-numbers.hair, 1.0))
    return VGroup(
        *(
            FunctionCurve(lens, one_side(numbers.jump.value, side), stroke=theme.EXACT_STROKE)
            for side in (-1, 1)
        ),
        LensHole(lens, foot),
        SolidDot(lens.map(*head), color=theme.FUNC),
    )


def case_pictures(numbers: Numbers, rooms: Sequence[Region]) -> list[VGroup]:
    """Return the pictures of a corner, of a root, which stands upright, and of a jump.

    Parameters
    ----------
    numbers
        The numbers of the clip.
    rooms
        Where each picture stands.
    """
    corner, root, jump = (
        ZoomPlot(room, middle, width=WIDTH, numbered=False)
        for room, middle in zip(
            rooms,
            (Point(0.0, 0.0), Point(0.0, 0.0), numbers.jump_secant(1.0).p),
            strict=True,
        )
    )
    bend = FunctionCurve(corner, numbers.corner.value, stroke=theme.EXACT_STROKE)
    return [
        VGroup(bend, SolidDot(corner.region.center)),
        VGroup(SteepCurve(root, numbers.root_inverse.value), SolidDot(root.region.center)),
        broken_curve(jump, numbers),
    ]
