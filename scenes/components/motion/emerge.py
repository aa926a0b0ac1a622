"""The entrance of a reading, which grows out of the thing that it reads."""

from __future__ import annotations

from typing import Any

from manim import Animation, FadeIn, VMobject

from scenes import theme


def emerge(goal: VMobject, source: VMobject, **kwargs: Any) -> Animation:
    """Let ``goal`` grow out of ``source``, a thing of another shape, which stays.

    A copy that is bent from bars into letters would be a blot halfway. So ``goal`` has its own
    shape from the beginning, and only grows.
    """
    return FadeIn(
        goal,
        target_position=source,
        scale=theme.SEED,
        **{"run_time": theme.MORPH, **kwargs},
    )
