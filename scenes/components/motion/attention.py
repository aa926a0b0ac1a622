"""Attention: the rest of the picture is dimmed, as far as it can still be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from manim import AnimationGroup, ManimColor, Restore, Transform, VMobject

from scenes import theme

DIMMED = 3.2
"""The contrast that a dimmed part keeps with its ground; WCAG 2.2 asks for 3 of large text."""
_GROUNDS = (theme.BG, theme.PANEL)
_STEPS = 20
_LINEAR, _SLOPE, _SHIFT, _POWER = 0.04045, 12.92, 0.055, 2.4
_WEIGHTS = (0.2126, 0.7152, 0.0722)


def dimmed_opacity(color: str) -> float:
    """Return the least opacity at which a colour keeps the contrast ``DIMMED`` with its ground.

    That is the background, or the plate of a panel.

    It is a multiple of 1/20, and 1 for a colour that has less contrast by itself.

    Parameters
    ----------
    color
        A colour as ``#RRGGBB``.
    """
    paint = ManimColor(color).to_rgb()
    grounds = [ManimColor(ground).to_rgb() for ground in _GROUNDS]
    for step in range(1, _STEPS + 1):
        share = step / _STEPS
        if all(_contrast(paint, ground, share) >= DIMMED for ground in grounds):
            return share
    return 1.0


def _contrast(paint: Iterable[float], ground: Iterable[float], opacity: float) -> float:
    """Return the contrast of a colour, painted with an opacity, with what lies under it."""
    under = list(ground)
    seen = [
        opacity * over + (1 - opacity) * below for over, below in zip(paint, under, strict=True)
    ]
    light, dark = sorted((_luminance(seen), _luminance(under)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: Iterable[float]) -> float:
    """Return the relative luminance of an sRGB colour (WCAG 2.2)."""
    linear = [
        value / _SLOPE if value <= _LINEAR else ((value + _SHIFT) / (1 + _SHIFT)) ** _POWER
        for value in rgb
    ]
    return sum(weight * value for weight, value in zip(_WEIGHTS, linear, strict=True))


def dim(*things: VMobject, **kwargs: Any) -> AnimationGroup:
    """Return an animation that dims every part of ``things`` as far as it stays readable."""
    for thing in things:
        thing.save_state()
    return AnimationGroup(
        *(Transform(thing, _dimmed(thing)) for thing in things),
        **{"run_time": theme.FADE, **kwargs},
    )


def undim(*things: VMobject, **kwargs: Any) -> AnimationGroup:
    """Return an animation that gives ``things`` back what ``dim`` took."""
    return AnimationGroup(
        *(Restore(thing) for thing in things), **{"run_time": theme.FADE, **kwargs}
    )


def _dimmed(thing: VMobject) -> VMobject:
    """Return a dimmed copy; what is fainter already stays as it is."""
    faint = thing.copy()
    for part in faint.family_members_with_points():
        limit = {
            "fill": dimmed_opacity(part.get_fill_color().to_hex()),
            "stroke": dimmed_opacity(part.get_stroke_color().to_hex()),
        }
        part.set_fill(opacity=min(part.get_fill_opacity(), limit["fill"]), family=False)
        part.set_stroke(opacity=min(part.get_stroke_opacity(), limit["stroke"]), family=False)
    return faint
