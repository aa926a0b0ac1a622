"""The unit circle: why the slope of sine is cosine and that of cosine is minus sine."""

from __future__ import annotations

import math
from dataclasses import dataclass

from mathcore.slopes.lines import Point
from mathcore.values import finite


@dataclass(frozen=True, slots=True)
class CircleNudge:
    """A nudge dθ of the angle on the unit circle (radians).

    Attributes
    ----------
    point, nudged
        The points at θ and at θ + dθ.
    rise, run
        How much height and sideways place really change.
    tangent_rise, tangent_run
        cos θ·dθ and −sin θ·dθ: the legs of the small triangle whose long side, of length dθ, lies
        along the tangent and which is similar to the triangle of the radius.
    """

    point: Point
    nudged: Point
    rise: float
    run: float
    tangent_rise: float
    tangent_run: float


def circle_nudge(theta: float, dtheta: float) -> CircleNudge:
    """Nudge an angle on the unit circle.

    Raises
    ------
    ValueError
        If dθ = 0 or an angle is not finite.
    """
    theta, dtheta = finite(theta, "θ"), finite(dtheta, "dθ")
    if dtheta == 0:
        raise ValueError("dθ is 0; without a nudge nothing can be compared")
    point = Point(math.cos(theta), math.sin(theta))
    nudged = Point(math.cos(theta + dtheta), math.sin(theta + dtheta))
    return CircleNudge(
        point=point,
        nudged=nudged,
        rise=nudged.y - point.y,
        run=nudged.x - point.x,
        tangent_rise=point.x * dtheta,
        tangent_run=-point.y * dtheta,
    )
