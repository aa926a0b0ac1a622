"""Transitions: where the light of a cell goes from one extreme to the next, as in WCAG 2.3.1.

A frame is reduced to a grid of cells, each with the mean of its linear light. So a fine balanced
pattern changes nothing, as WCAG demands. Each cell keeps its extremes since its last transition.
"""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
from coloraide import Color

Pixels: TypeAlias = npt.NDArray[np.uint8]
Light: TypeAlias = npt.NDArray[np.float32]
Mask: TypeAlias = npt.NDArray[np.bool_]

STEP: Final = 0.1
"""The least change of relative luminance that counts."""
BRIGHT: Final = 0.8
"""Relative luminance; if the darker of two states is as bright as this, they do not flash."""
SATURATED: Final = 0.8
"""The share of red, R / (R + G + B) in linear light, from which on red is saturated."""
HUE_STEP: Final = 0.2
"""The change of chromaticity, in CIE 1976 u′v′, above which a red transition counts."""
GLARE: Final = 0.0025
"""The light of a black screen, 0.2 of sRGB's 80 cd/m²; without it black has no chromaticity."""

COLUMNS: Final = 36
SAMPLES: Final = 4
"""Columns of the grid, and the least number of pixels that are read in a cell each way.

A cell is a twelfth of the ten-degree field wide and a sixth of it high: in finer cells, the strokes
of a formula that passes by would count as flashes."""

_LINEAR: Final = np.array(
    [Color("srgb", [byte / 255] * 3).convert("srgb-linear")[0] for byte in range(256)], np.float32
)
_TO_XYZ: Final = np.array(
    [Color("srgb-linear", primary).convert("xyz-d65").coords() for primary in np.eye(3).tolist()],
    np.float32,
).T
_RED: Final = np.array(Color("srgb", [1, 0, 0]).uv("1976"), np.float32)[:, None, None]


class Grid:
    """Reduces frames to cells.

    Parameters
    ----------
    width, height
        The size of every frame, in pixels, at least ``thirds``.
    thirds
        Rows and columns are a multiple of this.
    """

    def __init__(self, width: int, height: int, thirds: int) -> None:
        # The stride is odd, so that both colours of a pattern of single pixels are read.
        most = min(width, 2 * height) // (COLUMNS * SAMPLES)
        stride = max(1, most - 1 + most % 2)
        self._seen = slice(stride // 2, None, stride)
        across, down = len(range(width)[self._seen]), len(range(height)[self._seen])
        rows = max(1, round(COLUMNS * height / width / thirds)) * thirds
        self.shape = min(rows, down // thirds * thirds), min(COLUMNS, across // thirds * thirds)
        self._tops = np.arange(self.shape[0]) * down // self.shape[0]
        self._lefts = np.arange(self.shape[1]) * across // self.shape[1]
        sizes = np.outer(np.diff(self._tops, append=down), np.diff(self._lefts, append=across))
        self._weights = (1 / sizes).astype(np.float32)

    def reduce(self, pixels: Pixels) -> Light:
        """Return the mean linear light of each cell: red, green, blue, of shape (3, *shape)."""
        light = np.empty((3, *self.shape), np.float32)
        for channel in range(3):
            linear = _LINEAR.take(pixels[self._seen, self._seen, channel])
            rows = np.add.reduceat(linear, self._tops, axis=0)
            np.add.reduceat(rows, self._lefts, axis=1, out=light[channel])
        return light * self._weights


class Luminance:
    """Finds the transitions of relative luminance: rises and falls by a step, in turns.

    The darker state of each must be below ``BRIGHT``.
    """

    def __init__(self, shape: tuple[int, int]) -> None:
        self._high = np.full(shape, -np.inf, np.float32)
        self._low = np.full(shape, np.inf, np.float32)
        self._last = np.zeros(shape, np.int8)  # 1 after a rise, −1 after a fall

    def see(self, light: Light) -> Mask:
        """Return the cells in which this frame completes a transition."""
        luminance = np.einsum("i,irc->rc", _TO_XYZ[1], light)
        np.maximum(self._high, luminance, out=self._high)
        np.minimum(self._low, luminance, out=self._low)
        fell = (self._high - luminance >= STEP) & (luminance < BRIGHT) & (self._last >= 0)
        rose = (luminance - self._low >= STEP) & (self._low < BRIGHT) & (self._last <= 0)
        np.copyto(self._low, luminance, where=fell)
        np.copyto(self._high, luminance, where=rose)
        self._last[fell], self._last[rose] = -1, 1
        changed: Mask = fell | rose
        return changed


class Redness:
    """Finds the transitions of colour that begin or end in saturated red: in and out, in turns.

    Its extremes are the colours nearest to and farthest from the red of sRGB, in u′v′.
    """

    def __init__(self, shape: tuple[int, int]) -> None:
        self._near = np.full((2, *shape), np.nan, np.float32)  # among the saturated reds
        self._far = np.full((2, *shape), np.nan, np.float32)
        self._nearest = np.full(shape, np.inf, np.float32)
        self._farthest = np.full(shape, -np.inf, np.float32)
        self._last = np.zeros(shape, np.int8)  # 1 after a way in, −1 after a way out

    def see(self, light: Light) -> Mask:
        """Return the cells in which this frame completes a transition."""
        x, y, z = np.einsum("ij,jrc->irc", _TO_XYZ, light + np.float32(GLARE))
        uv = np.stack([4 * x, 9 * y]) / (x + 15 * y + 3 * z)
        red = (light[0] >= SATURATED * light.sum(axis=0)) & (light[0] > GLARE)
        away = _squared(uv, _RED)
        self._keep(uv, away, red & (away < self._nearest), away > self._farthest)
        left = (_squared(uv, self._near) > HUE_STEP**2) & (self._last >= 0)
        came = (_squared(uv, self._far) > HUE_STEP**2) & (self._last <= 0) & red & ~left
        self._keep(uv, away, came, left)
        self._last[left], self._last[came] = -1, 1
        changed: Mask = left | came
        return changed

    def _keep(self, uv: Light, away: Light, near: Mask, far: Mask) -> None:
        """Take this frame's colour as an extreme, where the masks say so."""
        np.copyto(self._near, uv, where=near)
        np.copyto(self._nearest, away, where=near)
        np.copyto(self._far, uv, where=far)
        np.copyto(self._farthest, away, where=far)


def _squared(one: Light, other: Light) -> Light:
    """Return the squared distance between chromaticities, of shape (2, rows, columns)."""
    u, v = one - other
    squared: Light = u * u + v * v
    return squared
