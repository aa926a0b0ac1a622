"""The unit square of a height and its head-room: the rectangle that they span is their product."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from manim import DOWN, LEFT, Line, Rectangle, Square, VGroup

from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.stacked import Thread, WindowTangent
from scenes.components.text.formula import Formula
from scenes.layout import Region

NAME_ROOM = 0.6
"""Room for the name of the upright side, in frame units: no thread crosses it."""


class HeadroomSquare(VGroup):
    """A height σ as the left side of a rectangle, the head-room 1 − σ as its lower side.

    The square around it has the unit of its graph as its side; where it stands beside that, both
    have one base line. The corner of the rectangle slides along the square's falling diagonal.

    Parameters
    ----------
    axes
        The graph whose upright unit it shares.
    left
        The left side of the square, in frame units.
    parts
        Height, head-room and product for an input, from ``mathcore``.
    x
        The first input.
    base
        Its lower side, in frame units, where the square does not stand beside the graph.

    Attributes
    ----------
    beside
        Whether it stands beside the graph.
    names
        The names of both sides.
    """

    def __init__(
        self,
        axes: GraphAxes,
        left: float,
        parts: Callable[[float], tuple[float, float, float]],
        x: float,
        base: float | None = None,
    ) -> None:
        self.side, self.parts, self.beside = axes.y_unit, parts, base is None
        base = float(axes.map(0.0, 0.0)[1]) if base is None else base
        self.pane = Region(left, left + self.side, base, base + self.side)
        self.outline = Square(
            self.side, stroke_color=theme.MUTED, stroke_width=theme.AXIS_STROKE
        ).move_to(self.pane.center)
        self.diagonal = Line(
            self.pane.at(0, 1),
            self.pane.at(1, 0),
            stroke_color=theme.MUTED,
            stroke_width=theme.HAIRLINE_STROKE,
        )
        self.area = Rectangle(
            width=1.0,
            height=1.0,
            stroke_width=0.0,
            fill_color=theme.EXACT,
            fill_opacity=theme.BAR_FILL,
        )
        self.height_side = Line(stroke_color=theme.FUNC, stroke_width=theme.ROAD_STROKE)
        self.room_side = Line(stroke_color=theme.INK, stroke_width=theme.ROAD_STROKE)
        self.height_name = Formula("sigma", size=theme.TABLE_SIZE, color=theme.FUNC)
        self.room_name = Formula("1 - sigma", size=theme.TABLE_SIZE)
        self.names = VGroup(self.height_name, self.room_name)
        super().__init__(
            self.outline,
            self.diagonal,
            self.area,
            self.height_side,
            self.room_side,
            self.names,
        )
        self.put(x)

    def put(self, x: float) -> Self:
        """Show another input."""
        height, room, _ = self.parts(x)
        corner, top, foot = self.pane.at(0, 0), self.pane.at(0, height), self.pane.at(room, 0)
        self.area.stretch_to_fit_width(self.side * room)
        self.area.stretch_to_fit_height(self.side * height)
        self.area.move_to(corner, aligned_edge=DOWN + LEFT)
        self.height_side.put_start_and_end_on(corner, top)
        self.room_side.put_start_and_end_on(corner, foot)
        self.height_name.next_to((corner + top) / 2, LEFT, buff=theme.LABEL_GAP)
        self.room_name.next_to((corner + foot) / 2, DOWN, buff=theme.LABEL_GAP)
        return self

    def quarters(self) -> VGroup:
        """Return the two lines that part the square into four equal ones."""
        # They end short of the sides, which they do not cover.
        return VGroup(
            *(
                Line(
                    start,
                    end,
                    buff=theme.TICK / 4,
                    stroke_color=theme.INK,
                    stroke_width=theme.AXIS_STROKE,
                )
                for start, end in (
                    (self.pane.at(0, 0.5), self.pane.at(1, 0.5)),
                    (self.pane.at(0.5, 0), self.pane.at(0.5, 1)),
                )
            )
        )


class HeadroomRider(VGroup):
    """A tangent on the curve, and at its input the height below and the head-room above it.

    Parameters
    ----------
    axes
        Where it is drawn.
    tangent
        The first tangent.
    square
        The square that shows the same input. A thread leads to it from the point of contact, or
        as far as the graph where the square does not stand beside that.
    """

    def __init__(self, axes: GraphAxes, tangent: Tangent, square: HeadroomSquare) -> None:
        self.axes, self.square = axes, square
        self.tangent = WindowTangent(axes, tangent, 2 * theme.TANGENT_REACH)
        self.tangent.dot.set_color(theme.INK)  # it lies on both bars
        self.height_bar = Line(stroke_color=theme.FUNC, stroke_width=theme.ROAD_STROKE)
        self.room_bar = Line(stroke_color=theme.INK, stroke_width=theme.ROAD_STROKE)
        self.thread = Thread(self.tangent.dot.get_center(), square.pane.at(0, 0))
        super().__init__(self.thread, self.height_bar, self.room_bar, self.tangent)
        self.put(tangent)

    def put(self, tangent: Tangent) -> Self:
        """Move to another point of contact."""
        x, y = tangent.point
        foot, contact, top = (self.axes.map(x, height) for height in (0.0, y, 1.0))
        self.height_bar.put_start_and_end_on(foot, contact)
        self.room_bar.put_start_and_end_on(contact, top)
        end = self.square.pane.at(0, y) + NAME_ROOM * LEFT
        if not self.square.beside:
            end = self.axes.map(self.axes.spans[0][1], y)
        self.thread.put(contact, end)
        self.tangent.put(tangent)
        return self
