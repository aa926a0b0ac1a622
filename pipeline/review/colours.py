"""Colours as viewers see them: contrast, and how different two look in each kind of sight.

All formulas are coloraide's. A colour is sRGB, written as a hex string or as (r, g, b) with each
number from 0 to 1. Results are cached, because a film has the same few colours in every frame.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, TypeAlias, get_args

from coloraide import Color

Rgb: TypeAlias = tuple[float, float, float]
"""Red, green and blue in sRGB, each from 0 to 1, with the transfer curve applied."""

Colour: TypeAlias = str | Rgb
"""A colour as callers write it."""

Sight: TypeAlias = Literal["normal", "protanopia", "deuteranopia", "tritanopia"]
"""A kind of sight: with all three kinds of cones, or without the L, the M or the S cones."""

SIGHTS: Final[tuple[Sight, ...]] = get_args(Sight)

_FILTERS: Final = {"protanopia": "protan", "deuteranopia": "deutan", "tritanopia": "tritan"}
_KEPT: Final = 4096


@lru_cache(_KEPT)
def contrast(text: Colour, behind: Colour) -> float:
    """Return the contrast ratio (L₁ + 0.05) / (L₂ + 0.05), where L₁ is the lighter luminance.

    Parameters
    ----------
    text, behind
        Two colours, in any order.

    Returns
    -------
    float
        From 1 (the same luminance) to 21 (black on white).

    Raises
    ------
    ValueError
        If one is not an opaque sRGB colour.

    Notes
    -----
    WCAG 2.2, "contrast ratio". It asks for 4.5 where text is small, and for 3 where it is large.
    """
    return _read(text).contrast(_read(behind), method="wcag21")


@lru_cache(_KEPT)
def blend(color: Colour, opacity: float, behind: Colour) -> Rgb:
    """Return what is seen of a translucent colour: α C + (1 − α) B for each component.

    Parameters
    ----------
    color, behind
        What is in front, C, and what is behind it, B.
    opacity
        α, from 0 (not there) to 1 (hides what is behind).

    Returns
    -------
    Rgb
        The blend, not rounded.

    Raises
    ------
    ValueError
        If the opacity is outside 0 to 1, or one is not an opaque sRGB colour.

    Notes
    -----
    Source-over of the W3C's *Compositing and Blending Level 1*, on encoded sRGB, as cairo does it
    when a frame is drawn.
    """
    if not 0 <= opacity <= 1:
        raise ValueError(f"opacity is {opacity:g}; it must be from 0 to 1")
    layers = [_read(color).set("alpha", opacity), _read(behind)]
    seen = Color.layer(layers, space="srgb", out_space="srgb").coords()
    red, green, blue = (min(max(part, 0.0), 1.0) for part in seen)  # rounding may step outside
    return red, green, blue


@lru_cache(_KEPT)
def distance(first: Colour, second: Colour, sight: Sight = "normal") -> float:
    """Return how different two colours look: ΔE₀₀.

    Parameters
    ----------
    first, second
        Two colours, in any order.
    sight
        The kind of sight.

    Returns
    -------
    float
        0 for the same colour; about 1 is the least difference that is seen side by side; 100
        between black and white.

    Raises
    ------
    ValueError
        If there is no such sight, or one is not an opaque sRGB colour.

    Notes
    -----
    CIEDE2000 (CIE 142-2001) under D65, after the simulation of Machado, Oliveira and Fernandes
    (2009) at severity 1. What it sends out of the sRGB gamut is compared as it is, not clipped:
    these colours are measured, never shown.
    """
    return _seen(first, sight).delta_e(_seen(second, sight), method="2000")


def closest_sight(first: Colour, second: Colour) -> tuple[Sight, float]:
    """Return the sight in which two colours look most alike, and their ΔE₀₀ in it.

    Of two sights in which they look equally alike, the one that stands first in ``SIGHTS``.

    Raises
    ------
    ValueError
        If one is not an opaque sRGB colour.
    """
    distances = {sight: distance(first, second, sight) for sight in SIGHTS}
    closest = min(SIGHTS, key=distances.__getitem__)
    return closest, distances[closest]


@lru_cache(_KEPT)
def _seen(color: Colour, sight: Sight) -> Color:
    """Return a colour as this sight has it; the caller must not change it."""
    if sight == "normal":
        return _read(color)
    if sight not in _FILTERS:
        raise ValueError(f"sight is {sight!r}; choose one of {', '.join(SIGHTS)}")
    return _read(color).filter(_FILTERS[sight], 1, method="machado")


def _read(color: Colour) -> Color:
    """Return a new colour of coloraide's."""
    read = Color(color) if isinstance(color, str) else Color("srgb", color)
    if read.space() != "srgb" or read.alpha() != 1 or not all(0 <= c <= 1 for c in read.coords()):
        raise ValueError(f"{color!r} is not an opaque sRGB colour")
    return read
