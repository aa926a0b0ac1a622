"""A line that is fitted to all points, and then to a few of them at a time."""

from __future__ import annotations

from typing import Self

from manim import ManimColor, VGroup, interpolate_color

from lessons.derivatives.c11.numbers import Numbers
from mathcore.slopes.lines import Line
from scenes import theme
from scenes.components.graph.curve import PointCloud
from scenes.components.graph.straight import StraightLine
from scenes.components.marks.dashes import Dashes
from scenes.derivatives.c11_next.props.bare import bare_axes
from scenes.layout import Region

_WINDOW = ((-1.1, 1.1), (-1.0, 1.35))
_QUIET = 0.5
"""The size of a point that does not vote, as a share of one that does."""


class BatchPicture(VGroup):
    """Points, the line that fits those best that vote now, and how far it misses each of these.

    Parameters
    ----------
    region
        What it fills.
    numbers
        The points, the batches and their lines.
    stage
        0 while all points vote, 1 for the first batch, 2 for the second, and so on.
    radius
        Radius of a point that votes, in frame units.
    """

    def __init__(
        self, region: Region, numbers: Numbers, stage: float, radius: float = theme.MARBLE_RADIUS
    ) -> None:
        self.axes, self.cloud = bare_axes(_WINDOW, region), numbers.cloud
        self.radius = radius
        everyone = range(len(numbers.cloud))
        self.voters = [{*everyone}, *({*batch} for batch in numbers.batches)]
        self.lines = [numbers.whole_line, *numbers.batch_lines]
        self.dots = PointCloud(self.axes, numbers.cloud, theme.INK, radius)
        # The line of all points stays: what a batch says is compared with it.
        self.whole = StraightLine(self.axes, numbers.whole_line, theme.MUTED, theme.AXIS_STROKE)
        self.guess = StraightLine(self.axes, numbers.whole_line, theme.GUESS, theme.EXACT_STROKE)
        self.misses = VGroup(
            *(Dashes(dot.get_center(), dot.get_center(), color=theme.ERROR) for dot in self.dots)
        )
        super().__init__(self.misses, self.whole, self.guess, self.dots)
        self.put(stage)

    def put(self, stage: float) -> Self:
        """Show a stage; between two of them the line is on its way from one fit to the next."""
        whole = min(int(stage), len(self.lines) - 2)
        share = stage - whole
        before, after = self.lines[whole], self.lines[whole + 1]
        line = Line(
            before.slope + share * (after.slope - before.slope),
            before.intercept + share * (after.intercept - before.intercept),
        )
        self.guess.put(line)
        for place, (dot, miss) in enumerate(zip(self.dots, self.misses, strict=True)):
            had, has = (float(place in voters) for voters in self.voters[whole : whole + 2])
            vote = had + share * (has - had)
            dot.set_color(interpolate_color(ManimColor(theme.MUTED), ManimColor(theme.INK), vote))
            dot.scale_to_fit_width(2 * self.radius * (_QUIET + (1 - _QUIET) * vote))
            x, y = self.cloud[place].tolist()
            miss.put(self.axes.map(x, y), self.axes.map(x, y + vote * (line.at(x) - y)))
        return self
