"""Three curves whose slope at one point is in doubt: a disc hides the point."""

from __future__ import annotations

from collections.abc import Sequence

from manim import VGroup, VMobject

from lessons.derivatives.c04.numbers import Numbers
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.plate import outline
from scenes.components.motion.attention import dimmed_opacity
from scenes.derivatives.c04_the_derivative.props.lens import SteepCurve, one_side
from scenes.derivatives.c04_the_derivative.props.unknown import HIDING, QuestionDisc
from scenes.layout import Region

WIDTH = 4.0
"""How wide the window of a picture is, in lesson units."""


class Suspects(VGroup):
    """The silhouettes of a corner, of an upright stretch and of a jump, and a disc on each.

    Parameters
    ----------
    numbers
        The numbers of the clip.
    rooms
        Where each of the three stands.
    """

    def __init__(self, numbers: Numbers, rooms: Sequence[Region]) -> None:
        low, high = (numbers.jump_secant(side).q.y for side in (-1.0, 1.0))
        middles = (Point(0.0, 0.0), Point(0.0, 0.0), Point(0.0, (low + high) / 2))
        corner, root, jump = (
            ZoomPlot(room, middle, width=WIDTH, numbered=False)
            for room, middle in zip(rooms, middles, strict=True)
        )
        curves: list[VMobject] = [
            FunctionCurve(corner, numbers.corner.value, stroke=theme.EXACT_STROKE),
            SteepCurve(root, numbers.root_inverse.value),
            VGroup(
                *(
                    FunctionCurve(
                        jump, one_side(numbers.jump.value, side), stroke=theme.EXACT_STROKE
                    )
                    for side in (-1, 1)
                )
            ),
        ]
        self.curves = VGroup(*curves).set_stroke(opacity=dimmed_opacity(theme.FUNC))
        self.panes = VGroup(
            *(outline(room.width, room.height).move_to(room.center) for room in rooms)
        )
        self.discs = VGroup(
            *(QuestionDisc(room.center, HIDING, theme.TITLE_SIZE) for room in rooms)
        )
        super().__init__(self.panes, self.curves, self.discs)
