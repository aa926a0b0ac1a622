"""Errors as upright dashes, each the side of a true square, and the square they average to."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Square, VGroup, VMobject
from manim.typing import Point3D

from mathcore.values import FloatArray
from scenes import theme
from scenes.components.graph.data_plot import DataPlot
from scenes.components.marks.dashes import Dashes
from scenes.components.motion.placing import roomiest
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

_GROWTH, _LEAST = 2.0, 0.6
"""Largest size of averaged squares, and least in a row, in multiples of that on the graph."""
FEW = 8
"""With more points than this the squares have thin rims and the errors no numbers."""


class ErrorSquares(VGroup):
    """For each point the upright way to the line, and a square with that side.

    Both sides of a square are as long on screen as its error, and it lies on the side of its point
    on which the line is not.

    Parameters
    ----------
    plot
        The points.
    errors
        ŷ − y for each of them, shape (m,).
    slope
        Slope of the line.
    """

    def __init__(self, plot: DataPlot, errors: FloatArray, slope: float) -> None:
        self.plot = plot
        few = len(errors) <= FEW
        self.sticks = VGroup(*(Dashes(np.zeros(3), np.zeros(3)) for _ in errors))
        self.squares = VGroup(*(_square(few=few) for _ in errors))
        super().__init__(self.squares, self.sticks)
        self.put(errors, slope)

    def put(self, errors: FloatArray, slope: float) -> Self:
        """Show the errors of another line."""
        self.errors = np.asarray(errors, float)
        window, unit = self.plot.window, self.plot.y_unit
        places = self.plot.axes.map_all(self.plot.data.xs, self.plot.data.ys)
        rows = zip(places, self.errors, self.sticks, self.squares, strict=True)
        for place, error, stick, square in rows:
            end = float(np.clip(place[1] + unit * error, window.bottom, window.top))
            stick.put(place, np.array([place[0], end, 0.0]))
            side = unit * abs(float(error))
            way = 1.0 if (error > 0) == (slope >= 0) else -1.0
            if not window.left <= place[0] + way * side <= window.right:
                way = -way
            corner = np.array([min(0.0, way) * side, min(0.0, float(np.sign(error))) * side, 0.0])
            _lay(square, place + corner, side)
        return self

    def numbers(self, line: VMobject, decimals: int = 0) -> VGroup:
        """Return each error beside one end of its dash, clear of all squares and of the line."""
        found = VGroup()
        drawn = [line, self.sticks, self.squares, self.plot.dots]
        for dot, error, stick in zip(self.plot.dots, self.errors, self.sticks, strict=True):
            number = Numeral(
                float(error), decimals, plus=True, size=theme.AXIS_SIZE, color=theme.APPROX
            )
            away = np.array([number.width, number.height, 0.0]) / 2 + theme.LABEL_GAP
            ends = (stick.get_bottom(), stick.get_top()) if error else (dot.get_center(),)
            sides = (RIGHT, LEFT, UP, DOWN, RIGHT + UP, RIGHT + DOWN, LEFT + UP, LEFT + DOWN)
            roomiest(
                number,
                [end + side * away for end in ends for side in sides],
                drawn,
                self.plot.window,
            )
            drawn.append(number)
            found.add(number)
        return found


class AverageSquare(VGroup):
    """Squares that give and take area until all are alike: then each is their average.

    Few of them stand side by side; many lie on one corner.

    Parameters
    ----------
    sides
        The sides at first, shape (m,), in lesson units.
    average
        The side they come to.
    unit
        Frame units per lesson unit on the graph the squares come from; they grow on their way
        where there is room.
    region
        Where they stand: on its lower edge.
    """

    def __init__(self, sides: FloatArray, average: float, unit: float, region: Region) -> None:
        few, gap = len(sides) <= FEW, theme.LABEL_GAP
        most = np.maximum(sides, average)
        gaps = gap * (len(sides) - 1)
        fitting = min((region.width - gaps) / float(most.sum()), region.height / float(most.max()))
        row = few and fitting >= _LEAST * unit
        self.unit = min(fitting if row else region.height / float(most.max()), _GROWTH * unit)
        wide = self.unit * most
        start = region.center[0] - (float(wide.sum()) + gaps) / 2
        edges = start + np.cumsum(wide + gap) - (wide + gap) / 2 - gap / 2
        middles = edges if row else np.full(len(sides), region.center[0])
        self.feet: list[Point3D] = [np.array([x, region.bottom, 0.0]) for x in middles.tolist()]
        self.in_a_row = row
        super().__init__(*(_square(few=few) for _ in sides))
        self.put(sides)

    def put(self, sides: FloatArray) -> Self:
        """Give each square another side."""
        for square, foot, side in zip(self, self.feet, np.asarray(sides, float), strict=True):
            length = self.unit * float(side)
            _lay(square, foot + LEFT * length / 2, length)
        return self

    def gathered(self, at: Point3D) -> VGroup:
        """Return a copy in which all squares lie on one another, the foot of each at ``at``."""
        copy = VGroup(*(square.copy() for square in self))
        for square in copy:
            square.move_to(at, aligned_edge=DOWN)
        return copy


def _square(*, few: bool) -> Square:
    style: dict[str, Any] = {
        "stroke_color": theme.APPROX,
        "stroke_width": theme.FRAME_STROKE if few else theme.HAIRLINE_STROKE,
        "stroke_opacity": 1.0 if few else theme.GHOST,
        "fill_color": theme.APPROX,
        "fill_opacity": theme.VEIL if few else 0.0,
    }
    return Square(**style)


def _lay(square: VMobject, corner: Point3D, side: float) -> None:
    low, across, up = corner, side * RIGHT, side * UP
    square.set_points_as_corners([low, low + across, low + across + up, low + up, low])
