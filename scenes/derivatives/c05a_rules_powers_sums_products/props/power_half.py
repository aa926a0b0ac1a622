"""A root or a reciprocal written as a power, its slope, and its graph with the inputs it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from manim import Line, VGroup

from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, OpenDot, SolidDot
from scenes.components.text.formula import Formula
from scenes.layout import Region
from scenes.notation import typst

ROWS = (0.905, 0.73)
"""The heights of the signs of equality of the two formulas, as shares of the region."""
GRAPH_TOP = 0.665
"""The share of the height that the graph takes, below the formulas."""
Span = tuple[float, float]
Ticks = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class PowerWords:
    """What is written about a power, in Typst mathematics.

    Attributes
    ----------
    function
        The function itself.
    exponent, left
        Its exponent, and the one that is left after the hop.
    condition
        Which inputs have a slope.
    note_at
        Where the condition stands in the graph, as shares of its window.
    """

    function: Function
    exponent: str
    left: str
    condition: str
    note_at: tuple[float, float]


class PowerHalf(VGroup):
    """Two lines of formulas over a graph, on whose lower edge the inputs with a slope are lit.

    The ring on that edge is the input that has no slope; the graph itself may have a point there.

    Parameters
    ----------
    region
        Where it stands.
    words
        What is written about it.
    spans
        The window of the graph: ``(first, last, step between ticks)`` across and up.
    pieces
        The stretches over which the curve is drawn; one that begins at zero has a point there.
    inputs
        The stretches of inputs at which it has a slope; all end at zero, which is left out.
    """

    def __init__(
        self,
        region: Region,
        words: PowerWords,
        spans: tuple[Ticks, Ticks],
        pieces: Sequence[Span],
        inputs: Sequence[Span],
    ) -> None:
        f = words.function
        name, slope = typst(f.expression), typst(f.derivative_expression)
        self.power = Formula(
            f"f {{{{= : is}}}} {name} = x^({{{{{words.exponent} : hop}}}})",
            {"hop": theme.EXACT},
            size=theme.KEY_SIZE,
        )
        self.slope = Formula(
            f"f' {{{{= : is}}}} {{{{{words.exponent} : hop}}}} thin "
            f"x^({{{{{words.left} : left}}}}) = {{{{{slope} : exact}}}}",
            {"hop": theme.EXACT, "exact": theme.EXACT},
            size=theme.KEY_SIZE,
        )
        for line, height in zip((self.power, self.slope), ROWS, strict=True):
            # Fractions hang below their line: signs of equality make the rows equally high.
            region.place(line, 0.0, 0.5)
            line.shift((0.0, region.at(0.0, height)[1] - line.part("is").get_y(), 0.0))
        self.axes = GraphAxes(*spans, region.part(0.0, 1.0, 0.0, GRAPH_TOP), y_name="", framed=True)
        self.curve = VGroup(
            *(Curve(self.axes, sample(f, *piece), stroke=theme.EXACT_STROKE) for piece in pieces)
        )
        self.beginnings = VGroup(
            *(
                SolidDot(self.axes.map(start, f.value(start)), color=theme.FUNC)
                for start, _ in pieces
                if start == 0
            )
        )
        low = self.axes.crossing[1]
        self.ring = OpenDot(self.axes.map(0.0, low), color=theme.RUN, radius=theme.HOLE_RADIUS)
        self.inputs = VGroup(
            *(
                Line(
                    self.axes.map(start, low),
                    self.axes.map(end, low),
                    stroke_color=theme.RUN,
                    stroke_width=theme.NUDGE_STROKE,
                )
                for start, end in inputs
            ),
            self.ring,
        )
        self.note = Formula(words.condition, size=theme.TABLE_SIZE, color=theme.RUN)
        self.axes.window.place(self.note, *words.note_at)
        self.graph = VGroup(self.axes, self.inputs, self.note)
        super().__init__(self.graph, self.curve, self.beginnings, self.power, self.slope)
