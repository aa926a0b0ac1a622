"""A coat: what a mobject is painted with, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import cairo
import numpy as np
import numpy.typing as npt
from manim import VMobject
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP

Context: TypeAlias = Any
"""Cairo's; its stubs lack some of what it takes."""
Points: TypeAlias = npt.NDArray[np.float64]
Pen: TypeAlias = Callable[[Context], None]
"""Sets how a line is drawn."""
Layer: TypeAlias = tuple[Any, Pen | None]
"""A colour or a gradient, and the pen of a line, or none for an area."""
Stops: TypeAlias = Sequence[tuple[float, float, float, float, float]]
"""Of a gradient: how far along it, and blue, green, red and opacity there."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a mobject.

    Attributes
    ----------
    fill, stroke, behind
        Of its area, its line, and the line behind both, ``(n, 4)``; several are a gradient.
    key
        All of them as bytes.
    """

    fill: Points
    stroke: Points
    behind: Points
    key: tuple[bytes, bytes, bytes]

    @classmethod
    def of(cls, fill: Points, stroke: Points, behind: Points) -> Colours:
        """Return these colours."""
        return cls(fill, stroke, behind, (fill.tobytes(), stroke.tobytes(), behind.tobytes()))


@dataclass(frozen=True, slots=True)
class Coat:
    """What a mobject is painted with.

    Attributes
    ----------
    key
        All that decides it.
    layers
        From back to front; where a colour is a gradient, its stops stand for it.
    """

    key: tuple[Any, ...]
    layers: tuple[tuple[Any, Stops | None, Pen | None], ...]

    @staticmethod
    def key_of(
        mobject: VMobject, colours: Colours, thin: float, *, graded: bool
    ) -> tuple[Any, ...]:
        """Return the key of the coat that a mobject has in these colours.

        ``thin`` are units of the scene for one of stroke width; ``graded`` tells whether several
        colours of a kind are a gradient.
        """
        return (
            colours.key,
            thin,
            graded,
            mobject.stroke_width,
            mobject.background_stroke_width,
            mobject.joint_type,
            mobject.cap_style,
        )

    @classmethod
    def make(cls, mobject: VMobject, colours: Colours, key: tuple[Any, ...]) -> Coat:
        """Make the coat of a mobject, whose key this is."""
        layers: list[tuple[Any, Stops | None, Pen | None]] = []
        _, thin, graded, *_ = key
        for behind in (True, False):
            if not behind:
                _put_on(layers, colours.fill, None, graded=graded)
            width = float(mobject.get_stroke_width(behind)) * thin
            if width:
                pen = _pen(width, mobject)
                _put_on(layers, colours.behind if behind else colours.stroke, pen, graded=graded)
        return cls(key, tuple(layers))

    def over(self, ends: Points | None) -> tuple[Layer, ...]:
        """Return its layers, where a gradient runs from one of ``ends`` to the other."""
        if ends is None:
            return tuple((color, pen) for color, _, pen in self.layers)
        corners = ends[:, :2].ravel().tolist()
        return tuple(
            (color if stops is None else _gradient(corners, stops), pen)
            for color, stops, pen in self.layers
        )


def _put_on(layers: list[Any], rgbas: Points, pen: Pen | None, *, graded: bool) -> None:
    """Add a layer, if anything of it can be seen."""
    colors: list[list[float]] = rgbas.tolist()
    if not any(alpha for *_, alpha in colors):
        return
    # Blue first: Cairo's surface lies over an array that is read as RGBA.
    if not graded or len(colors) == 1:
        red, green, blue, alpha = colors[0]
        solid: Any = cairo.SolidPattern
        layers.append((solid(blue, green, red, alpha), None, pen))
        return
    offsets = (0.0, 1.0) if len(colors) == 2 else np.linspace(0, 1, len(colors)).tolist()
    stops = tuple(
        (offset, blue, green, red, alpha)
        for offset, (red, green, blue, alpha) in zip(offsets, colors, strict=True)
    )
    layers.append((None, stops, pen))


def _gradient(corners: Sequence[float], stops: Stops) -> Any:
    gradient: Any = cairo.LinearGradient(*corners)
    for stop in stops:
        gradient.add_color_stop_rgba(*stop)
    return gradient


def _pen(width: float, mobject: VMobject) -> Pen:
    join, cap = LINE_JOIN_MAP[mobject.joint_type], CAP_STYLE_MAP[mobject.cap_style]

    def take(context: Context) -> None:
        context.set_line_width(width)
        context.set_line_join(join)
        context.set_line_cap(cap)

    return take
