"""From one pair of axes to another of another scale: everything grows or shrinks together."""

from __future__ import annotations

from typing import Any

from manim import Animation, AnimationGroup, Line, ReplacementTransform, Transform, VMobject
from manim.typing import Point3D

from scenes import theme
from scenes.components.graph.axes import GraphAxes


def zoom(
    old: GraphAxes,
    new: GraphAxes,
    *lines: tuple[Line, Line],
    run_time: float = theme.ZOOM,
    **kwargs: Any,
) -> Animation:
    """Change the scale of a graph, both of whose axes use equal units before and after.

    The old axes fade while they move to where the new ones stand; the new ones come the same way
    from where the old ones stood, so that the two coincide at every moment.

    Parameters
    ----------
    old, new
        Axes whose windows overlap.
    *lines
        Pairs of one straight line as it stands on the old and on the new axes. Lines stay bright:
        moving its ends evenly keeps a line where the axes have it.
    """
    ratio = new.x_unit / old.x_unit
    before, after = old.map(*old.crossing), new.map(*old.crossing)
    away = _carry(old.copy(), ratio, before, after)
    near = _carry(new.copy(), 1 / ratio, after, before)
    return AnimationGroup(
        Transform(old, away, remover=True),
        ReplacementTransform(near, new),
        *(ReplacementTransform(*pair) for pair in lines),
        run_time=run_time,
        **kwargs,
    )


def _carry(mobject: VMobject, ratio: float, start: Point3D, end: Point3D) -> VMobject:
    return mobject.scale(ratio, about_point=start).shift(end - start).set_opacity(0.0)
