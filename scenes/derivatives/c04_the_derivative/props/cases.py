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
    STUB,
    LensHole,
    MagnifiedSecant,
    SteepCurve,
    one_side,
    upright_line,
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


def case_pictures(numbers: Numbers, rooms: Sequence[Region]) -> tuple[list[VGroup], VGroup]:
    """Return the pictures of a corner, of a root and of a jump, and the secants of the jump.

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
    wide, narrow, *_ = numbers.jump_quotients.sizes
    sides = [MagnifiedSecant(corner, numbers.corner_secant, s * wide, STUB) for s in (1, -1)]
    bend = FunctionCurve(corner, numbers.corner.value, stroke=theme.EXACT_STROKE)
    # The slope from the left runs away as the gap shrinks; from the right it stays level.
    run_away = [MagnifiedSecant(jump, numbers.jump_secant, h, STUB) for h in (-wide, -narrow, wide)]
    return [
        VGroup(bend, *(side.line for side in sides), sides[0].near),
        VGroup(
            SteepCurve(root, numbers.root_inverse.value),
            upright_line(root.region),
            SolidDot(root.region.center),
        ),
        broken_curve(jump, numbers),
    ], VGroup(*(secant.line for secant in run_away), run_away[0].near)
