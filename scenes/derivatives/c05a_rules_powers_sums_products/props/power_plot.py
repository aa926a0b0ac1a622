"""The graph of a reciprocal or of a root, on whose lower edge the inputs with a slope are lit."""

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

Span = tuple[float, float]
Ticks = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class PowerWords:
    """What is written beside the graph of a power.

    Attributes
    ----------
    function
        The function itself.
    condition
        Which inputs have a slope, in Typst mathematics.
    note_at
        Where the middle of the condition stands in the window, as shares.
    """

    function: Function
    condition: str
    note_at: tuple[float, float]


class PowerPlot(VGroup):
    """The graph of a power.

    The ring on the lower edge is the input that has no slope; the graph itself may have a point
    there.

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
        self.axes = GraphAxes(*spans, region, y_name="", grid=False, framed=True)
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
        self.note.move_to(self.axes.window.at(*words.note_at))
        self.ground = VGroup(self.axes, self.inputs, self.beginnings)
        super().__init__(self.ground, self.curve, self.note)
