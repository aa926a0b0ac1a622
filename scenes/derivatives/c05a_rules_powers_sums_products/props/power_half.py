"""A root or a reciprocal written as a power, its slope, and its graph with the inputs it has."""

from __future__ import annotations

from collections.abc import Sequence

from manim import DOWN, LEFT, RIGHT, Line, VGroup

from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, OpenDot
from scenes.components.text.formula import Formula
from scenes.layout import Region
from scenes.notation import typst

GRAPH_TOP = 0.5
"""The share of the height that the graph takes, below the formulas."""
Span = tuple[float, float]
Ticks = tuple[float, float, float]


class PowerHalf(VGroup):
    """Two lines of formulas over a graph: f = xⁿ with the inputs it has, and f′ = n·xⁿ⁻¹.

    Parameters
    ----------
    region
        Where it stands.
    words
        The function; its exponent, the exponent that is left after the hop, and the condition on
        its inputs, in Typst mathematics.
    spans
        The window of the graph: ``(first, last, step between ticks)`` across and up.
    pieces
        The stretches over which the curve is drawn.
    inputs
        The stretches of inputs at which it has a slope; all end at zero, which is left out.
    """

    def __init__(
        self,
        region: Region,
        words: tuple[Function, str, str, str],
        spans: tuple[Ticks, Ticks],
        pieces: Sequence[Span],
        inputs: Sequence[Span],
    ) -> None:
        f, exponent, left, condition = words
        name, slope = typst(f.expression), typst(f.derivative_expression)
        self.power = Formula(f"f = {name} = x^({{{{{exponent} : hop}}}})", size=theme.KEY_SIZE)
        self.slope = Formula(
            f"f' = {{{{{exponent} : hop}}}} thin x^({{{{{left} : left}}}}) = "
            f"{{{{{slope} : exact}}}}",
            {"hop": theme.EXACT, "exact": theme.EXACT},
            size=theme.KEY_SIZE,
        )
        region.place(self.power, 0.0, 1.0)
        self.slope.next_to(self.power, DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        self.note = Formula(condition, size=theme.KEY_SIZE, color=theme.RUN)
        self.note.next_to(self.power, RIGHT, buff=theme.COLUMN_GAP).set_y(self.power.get_y())
        self.axes = GraphAxes(
            *spans, region.part(0.0, 1.0, 0.0, GRAPH_TOP), numbers=(None, None), y_name=""
        )
        self.curve = VGroup(
            *(Curve(self.axes, sample(f, *piece), stroke=theme.EXACT_STROKE) for piece in pieces)
        )
        self.inputs = VGroup(
            *(
                Line(
                    self.axes.map(start, 0.0),
                    self.axes.map(end, 0.0),
                    stroke_color=theme.RUN,
                    stroke_width=theme.NUDGE_STROKE,
                )
                for start, end in inputs
            ),
            OpenDot(self.axes.map(0.0, 0.0), color=theme.RUN),
        )
        super().__init__(self.axes, self.inputs, self.curve, self.power, self.note, self.slope)
