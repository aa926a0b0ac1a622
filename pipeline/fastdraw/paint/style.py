"""The paint style of a mobject: the colours and pens that it is painted with at any place."""

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
"""A context of Cairo; its type stubs lack some methods."""
Points: TypeAlias = npt.NDArray[np.float64]
Pen: TypeAlias = Callable[[Context], None]
"""A function that sets the width, the joints and the caps of a line."""
Layer: TypeAlias = tuple[Any, Pen | None]
"""A colour or a gradient, and the pen of a line; an area has no pen."""
Stops: TypeAlias = Sequence[tuple[float, float, float, float, float]]
"""The stops of a gradient: the share of its length, and blue, green, red and opacity there."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a mobject.

    Attributes
    ----------
    fill, stroke, behind
        The colours of area, line and background line, ``(n, 4)``; several are a gradient.
    key
        All colours as bytes.
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
class PaintStyle:
    """What a mobject is painted with.

    Attributes
    ----------
    key
        Everything that decides the layers.
    layers
        Colour, stops and pen of each layer, from back to front; a gradient has stops and no colour.
    """

    key: tuple[Any, ...]
    layers: tuple[tuple[Any, Stops | None, Pen | None], ...]

    @staticmethod
    def key_of(
        mobject: VMobject, colours: Colours, thin: float, *, graded: bool
    ) -> tuple[Any, ...]:
        """Return the key of the style that a mobject has in these colours.

        ``thin`` is the width of a stroke of 1, in scene units. ``graded`` tells whether several
        colours of a layer form a gradient.
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
    def make(cls, mobject: VMobject, colours: Colours, key: tuple[Any, ...]) -> PaintStyle:
        """Make the style of a mobject that has this key."""
        layers: list[tuple[Any, Stops | None, Pen | None]] = []
        _, thin, graded, *_ = key
        for behind in (True, False):
            if not behind:
                _add_layer(layers, colours.fill, None, graded=graded)
            width = float(mobject.get_stroke_width(behind)) * thin
            if width:
                pen = _pen(width, mobject)
                _add_layer(layers, colours.behind if behind else colours.stroke, pen, graded=graded)
        return cls(key, tuple(layers))

    def over(self, ends: Points | None) -> tuple[Layer, ...]:
        """Return the layers, with gradients that run from the first of ``ends`` to the second."""
        if ends is None:
            return tuple((color, pen) for color, _, pen in self.layers)
        corners = ends[:, :2].ravel().tolist()
        return tuple(
            (color if stops is None else _gradient(corners, stops), pen)
            for color, stops, pen in self.layers
        )


def _add_layer(layers: list[Any], rgbas: Points, pen: Pen | None, *, graded: bool) -> None:
    """Add a layer unless it is fully transparent."""
    colors: list[list[float]] = rgbas.tolist()
    if not any(alpha for *_, alpha in colors):
        return
    # Blue comes first: Cairo writes BGRA into an array that is read as RGBA.
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
