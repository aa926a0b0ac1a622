"""Braces, brackets and hairlines, which tie a number to its object."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import BraceBetweenPoints, DashedLine, Line, Mobject, VGroup, VMobject
from manim.typing import Point3D, Vector3D

from scenes import theme


class SpanBrace(VGroup):
    """A brace over a span, with what it measures written beside it.

    Parameters
    ----------
    start, end
        Ends of the span, frame points. The brace opens to the left of the way from start to end.
    label
        What it measures.
    color
        The role of what it measures.
    """

    def __init__(
        self, start: Point3D, end: Point3D, label: VMobject | None = None, color: str = theme.INK
    ) -> None:
        self.brace = BraceBetweenPoints(
            start, end, color=color, buff=theme.BRACE_GAP, sharpness=theme.BRACE_SHARPNESS
        )
        super().__init__(self.brace)
        self.label = label
        if label is not None:
            along = (np.asarray(end) - start) / np.linalg.norm(np.asarray(end) - start)
            outward = np.array([along[1], -along[0], 0.0])
            label.next_to(self.brace, outward, buff=theme.LABEL_GAP / 2)
            self.add(label)


class StepBracket(VGroup):
    """A square bracket from one row or dot to the next, with the step beside it: ``] +2``.

    Parameters
    ----------
    start, end
        The two heights or places it joins.
    side
        The direction in which it bulges.
    label
        The step, as it is written.
    color
        The role of the step: RUN for inputs, RISE for outputs.
    depth
        How far it bulges, in frame units.
    """

    def __init__(
        self,
        start: Point3D,
        end: Point3D,
        side: Vector3D,
        label: VMobject,
        color: str,
        depth: float = theme.GUTTER / 2,
    ) -> None:
        out = np.asarray(side) * depth
        self.bracket = VMobject(
            stroke_color=color, stroke_width=theme.BRACE_STROKE, fill_opacity=0.0
        ).set_points_as_corners([np.asarray(start), start + out, end + out, np.asarray(end)])
        self.label = label
        label.next_to(self.bracket, side, buff=theme.LABEL_GAP / 2)
        super().__init__(self.bracket, label)


class Hairline(DashedLine):
    """A fine dotted line between a number and the thing it belongs to."""

    def __init__(self, start: Point3D, end: Point3D, color: str = theme.MUTED) -> None:
        super().__init__(
            start,
            end,
            dash_length=theme.DASH / 3,
            dashed_ratio=0.5,
            stroke_color=color,
            stroke_width=theme.HAIRLINE_STROKE,
        )


class Cross(VGroup):
    """A stroke that cancels a part of a formula."""

    def __init__(self, target: Mobject, color: str = theme.APPROX) -> None:
        margin = theme.LABEL_GAP / 3
        corner = np.array([target.width / 2 + margin, target.height / 2 + margin, 0.0])
        stroke: Any = Line(
            target.get_center() - corner,
            target.get_center() + corner,
            stroke_color=color,
            stroke_width=theme.APPROX_STROKE,
        )
        stroke.strikes_text = True
        super().__init__(stroke)


def strikes_text(mobject: Mobject) -> bool:
    """Return whether a stroke lies across text on purpose."""
    return getattr(mobject, "strikes_text", False)
