"""The pictures on the tiles of the map, one for each part of the lesson."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final

import numpy as np
from manim import Line, VGroup, VMobject

from scenes import theme
from scenes.components.graph.curve import OpenDot, SolidDot
from scenes.components.marks.dashes import Dashes
from scenes.components.marks.ray import Ray
from scenes.components.rigs.square import GrowingSquare

_HALF = 1.0
"""Half the width of a picture before it is scaled into its tile."""
LINE_SLOPE: Final = 0.5
"""The slope that the line of the first tile has: it fills the tile."""


def line_picture() -> VGroup:
    """Return a line with its run and its rise: one rate everywhere."""
    end = _HALF * np.array([1.0, LINE_SLOPE, 0.0])
    start, corner = -end, end * np.array([1.0, -1.0, 0.0])
    return VGroup(
        Line(start, corner, stroke_color=theme.RUN, stroke_width=theme.CURVE_STROKE),
        Line(corner, end, stroke_color=theme.RISE, stroke_width=theme.CURVE_STROKE),
        Line(start, end, stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE),
    )


def limit_picture() -> VGroup:
    """Return a straight graph with a hole, approached from both sides."""
    rim = np.array([1.0, 0.5, 0.0]) / np.hypot(1.0, 0.5) * theme.HOLE_RADIUS
    far = _HALF * np.array([1.0, 0.5, 0.0])
    return VGroup(
        Line(-far, -rim, stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE),
        Line(far, rim, stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE),
        OpenDot(np.zeros(3), color=theme.EXACT, radius=theme.HOLE_RADIUS),
    )


def secant_picture() -> VGroup:
    """Return a bent curve and the dashed line through two of its points."""
    left, low, right = (
        np.array([-_HALF, -0.1, 0.0]),
        np.array([-0.3, -0.5, 0.0]),
        np.array([_HALF, 0.6, 0.0]),
    )
    bend = VMobject(stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE)
    bend.set_points_smoothly([left, low, np.array([0.4, -0.2, 0.0]), right])
    ends = [bend.point_from_proportion(share) for share in (0.3, 0.85)]
    along = ends[1] - ends[0]
    return VGroup(
        bend,
        Dashes(ends[0] - along / 3, ends[1] + along / 4, anchor=ends[0]),
        *(OpenDot(end) for end in ends),
    )


def tangent_picture() -> VGroup:
    """Return a bent curve and the solid line that fits it best at one point."""
    bend = VMobject(stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE)
    xs = np.linspace(-_HALF, _HALF, 9)
    bend.set_points_smoothly([np.array([x, 0.55 * x**2 - 0.3, 0.0]) for x in xs])
    contact = np.array([0.35, 0.55 * 0.35**2 - 0.3, 0.0])
    along = np.array([1.0, 2 * 0.55 * 0.35, 0.0])
    along *= 0.75 * _HALF / np.linalg.norm(along)
    line = Line(
        contact - along, contact + along, stroke_color=theme.EXACT, stroke_width=theme.EXACT_STROKE
    )
    return VGroup(bend, line, SolidDot(contact, color=theme.EXACT))


def rules_picture() -> VGroup:
    """Return a square with the two slivers and the corner by which it grows."""
    square = GrowingSquare(_HALF, _HALF / 4, np.zeros(3))
    return VGroup(square.core, *square.pieces)


def chain_picture() -> VGroup:
    """Return a short bar that two machines stretch one after the other, and the rays between."""
    bars = ((0.16, 0.55, theme.RUN), (0.5, 0.0, theme.INK), (_HALF, -0.55, theme.RISE))
    ends = [(np.array([-half, y, 0.0]), np.array([half, y, 0.0])) for half, y, _ in bars]
    rays = [
        Line(above[side], below[side], stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE)
        for above, below in pairwise(ends)
        for side in (0, 1)
    ]
    return VGroup(
        *rays,
        *(
            Line(*end, stroke_color=color, stroke_width=theme.ROAD_STROKE)
            for end, (_, _, color) in zip(ends, bars, strict=True)
        ),
    )


def gradient_picture() -> VGroup:
    """Return two contours of a tilted bowl and the arrow that leaves one at a right angle."""
    turn = np.linspace(0.0, 2 * np.pi, 65)
    half, tilt = np.array([1.0, 0.58]), np.radians(-35.0)
    axes = np.array([[np.cos(tilt), np.sin(tilt), 0.0], [-np.sin(tilt), np.cos(tilt), 0.0]])
    middle = -0.25 * _HALF * np.array([1.0, 0.6, 0.0])
    rings = VGroup()
    for size in (0.38, 0.75):
        ring = np.column_stack([np.cos(turn), np.sin(turn)]) * half * size * _HALF
        rings.add(
            VMobject(stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE).set_points_smoothly(
                list(middle + ring @ axes)
            )
        )
    at = np.radians(70.0)
    spot = np.array([np.cos(at), np.sin(at)])
    foot = middle + (spot * half * 0.75 * _HALF) @ axes
    # The gradient of (p/a)² + (q/b)² has the parts p/a² and q/b².
    way = (spot / half) @ axes
    arrow = Ray(
        foot,
        foot + 0.75 * _HALF * way / np.linalg.norm(way),
        gap=0.0,
        color=theme.EXACT,
        stroke=theme.EXACT_STROKE,
    )
    return VGroup(rings, arrow, SolidDot(foot, color=theme.INK))


def descent_picture() -> VGroup:
    """Return a valley, the stops of a ball, the ball near the bottom, and its first step."""
    height, start, kept = 0.85, 0.9 * _HALF, 0.45
    xs = np.linspace(-_HALF, _HALF, 17)
    valley = VMobject(stroke_color=theme.FUNC, stroke_width=theme.CURVE_STROKE)
    valley.set_points_smoothly([np.array([x, height * x**2, 0.0]) for x in xs])
    stops = [start * kept**step for step in range(4)]
    balls = [
        SolidDot(
            np.array([x, height * x**2, 0.0]),
            color=theme.INK if x == stops[-1] else theme.MUTED,
            radius=theme.HOLE_RADIUS if x == stops[-1] else theme.DOT_RADIUS,
        )
        for x in stops
    ]
    level = -0.3 * _HALF
    step = Ray(
        np.array([stops[0], level, 0.0]),
        np.array([stops[1], level, 0.0]),
        gap=0.0,
        color=theme.RUN,
        stroke=theme.CURVE_STROKE,
    )
    return VGroup(valley, *balls, step)


PICTURES: Final[Mapping[str, Callable[[], VGroup]]] = {
    "line": line_picture,
    "secant": secant_picture,
    "limit": limit_picture,
    "tangent": tangent_picture,
    "rules": rules_picture,
    "chain": chain_picture,
    "gradient": gradient_picture,
    "descent": descent_picture,
}
"""The picture of each tile that has been drawn, by the name of the tile."""
