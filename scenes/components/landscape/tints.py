"""The tints of height bands: one ramp from dark, low, to light, high, for maps and surfaces.

A tint is the background with a share of the curves' colour in it. In the dark theme the high bands
take the larger share, in the light theme the low ones do, so that low is dark in both.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from manim import ManimColor

from mathcore.values import FloatArray
from scenes import theme

_SHARES: Final = (0.03, 0.335)
"""The least and the largest share. With more, a line in FUNC would not stand out from its band."""


def rgb(color: str) -> FloatArray:
    """Return red, green and blue of a colour, shape (3,), each from 0 to 1."""
    return np.array(ManimColor(color).to_rgb(), dtype=float)


_GROUND, _HUE, _INK, _MESH = (rgb(color) for color in (theme.BG, theme.FUNC, theme.INK, theme.GRID))
IS_DARK: Final = bool(_GROUND.sum() < _INK.sum())
"""Whether the background is darker than what is written on it."""


def band_shares(bands: int) -> FloatArray:
    """Return the share of each band's tint, shape (bands,), from the lowest band to the highest."""
    shares = np.linspace(*_SHARES, bands)
    return shares if IS_DARK else shares[::-1]


def tints(shares: FloatArray) -> FloatArray:
    """Return the colours of some shares as red, green and blue, shape (…, 3), each from 0 to 1."""
    return np.asarray(_GROUND + np.asarray(shares, float)[..., None] * (_HUE - _GROUND))


def shaded(shares: FloatArray, light: FloatArray, depth: float) -> FloatArray:
    """Return shares with light and shade in them.

    No share grows: what stands out from a band stands out from it in light and in shade.

    Parameters
    ----------
    shares
        Shares of tints.
    light
        How much light falls there, from 0 to 1, of the same shape.
    depth
        Which share of a tint full shade takes away, or full light where the background is light.
    """
    return np.asarray(shares * (1 - depth * ((1 - light) if IS_DARK else light)))


def mesh_toward(fills: FloatArray, share: float) -> FloatArray:
    """Return the colours of the lines of a mesh, a share of the way to the faces' own colours."""
    return np.asarray(_MESH + share * (fills - _MESH))


def line_color() -> str:
    """Return the colour of a contour between two bands."""
    return str(ManimColor.from_rgb(_HUE + _TOWARD_INK * (_INK - _HUE)).to_hex())


_TOWARD_INK: Final = 0.3
