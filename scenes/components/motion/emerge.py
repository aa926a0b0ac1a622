"""How a reading enters: out of the thing that it reads."""

from __future__ import annotations

from typing import Any

from manim import Animation, FadeIn, VMobject

from scenes import theme


def emerge(goal: VMobject, source: VMobject, **kwargs: Any) -> Animation:
    """Let ``goal`` grow out of ``source``, a thing of another shape, which stays.

    A copy bent from bars into letters would be a blot halfway: where the two are not alike, what
    comes is whole from the beginning, only small.
    """
    return FadeIn(
        goal,
        target_position=source,
        scale=theme.SEED,
        **{"run_time": theme.MORPH, **kwargs},
    )
