"""A line on two dials: points, the line through them, its errors, and the loss of the setting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from manim import DOWN, LEFT, Line, ReplacementTransform, VGroup, VMobject

from lessons.derivatives.c09a.numbers import Numbers
from mathcore.optimization.regression import Parameters
from mathcore.slopes import lines
from scenes import theme
from scenes.components.graph.data_plot import DataPlot
from scenes.components.landscape.parameter_plane import readable
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.dial import Dial
from scenes.components.text.decimals import places, whole_digits
from scenes.components.text.readout import Readout
from scenes.derivatives.c09a_regression_the_machine.props.error_squares import ErrorSquares
from scenes.layout import Region

_LOSS_DIGITS = 5
_SETTING_DIGITS = 3
_SPACE = 0.05
"""In frame units, between the name of a knob and a number without a sign."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a machine stand.

    Attributes
    ----------
    plot
        The graph with its scales.
    knobs
        For each of the two dials, with its number below it.
    loss
        The loss stands in its middle; ``None`` where it is not shown.
    """

    plot: Region
    knobs: tuple[Region, Region]
    loss: Region | None = None


class GuessLine(Line):
    """The line that the knobs set; it is not seen where it lies outside of the window.

    Parameters
    ----------
    plot
        Where it is drawn.
    line
        From ``mathcore``.
    """

    def __init__(self, plot: DataPlot, line: lines.Line) -> None:
        self.plot = plot
        super().__init__(stroke_color=theme.GUESS, stroke_width=theme.CURVE_STROKE)
        self.lay(line)

    def lay(self, line: lines.Line) -> Self:
        """Lay it along another line."""
        try:
            ends = self.plot.axes.clip_line(line.slope, line.intercept)
        except ValueError:
            self.clear_points()
            return self
        self.set_points_as_corners([*ends])
        return self


class LineMachine:
    """Two knobs with the line that they set, its errors and its loss.

    Parameters
    ----------
    numbers
        Of the clip.
    where
        Where its parts stand.
    here
        The setting at first.
    to_the_edge
        Whether the knobs will be turned to the edge of the map: then their numbers may need room
        for a sign that they need nowhere else.

    Attributes
    ----------
    here
        The setting now.
    plot, line, errors
        The points, the line of the setting, and its errors with their squares.
    dials, settings, knobs
        The two knobs, their numbers, and each knob together with its number.
    loss
        The loss of the setting.
    """

    def __init__(
        self, numbers: Numbers, where: Places, here: Parameters, *, to_the_edge: bool = False
    ) -> None:
        self.numbers, self.here = numbers, here
        spans = readable(numbers.x_span), readable(numbers.y_span)
        self.plot = DataPlot(where.plot, numbers.data, *spans)
        self.line = GuessLine(self.plot, numbers.line_at(*here))
        self.errors = ErrorSquares(self.plot, numbers.errors_at(*here), here.w)
        self.settings = [
            Readout(
                f"{name} =",
                value,
                decimals=places(best or max(map(abs, span)), _SETTING_DIGITS),
                digits=whole_digits(*span),
                signed=True,
                flush=True,
                size=theme.DIGIT_SIZE,
                color=color,
            )
            for name, value, span, best, color in (
                ("w", here.w, numbers.w_dial, numbers.best.w, theme.RUN),
                ("b", here.b, numbers.b_dial, numbers.best.b, theme.RISE),
            )
        ]
        lowest = numbers.lowest_settings(to_the_edge=to_the_edge)
        for setting, low in zip(self.settings, lowest, strict=True):
            if low >= 0:  # the slot of the sign stays, out of sight behind the name
                number = setting.number
                unused = float(number.get_left()[0]) - number.slots_left - _SPACE
                number.shift(unused * LEFT)
        room = min(
            min(region.width / 2, (region.height - setting.height - theme.LABEL_GAP) / 2)
            for region, setting in zip(where.knobs, self.settings, strict=True)
        )
        self.dials = [
            Dial(value, span, radius=room)
            for value, span in zip(here, (numbers.w_dial, numbers.b_dial), strict=True)
        ]
        self.dials[1].pointer.set_color(theme.RISE)
        for dial, setting, region in zip(self.dials, self.settings, where.knobs, strict=True):
            dial.shift(region.at(0.5, 1.0) + room * DOWN - dial.face.get_center())
            setting.next_to(dial.face, DOWN, buff=room * (1 - theme.DIAL_FACE) + theme.LABEL_GAP)
        self.knobs = VGroup(
            *(VGroup(*pair) for pair in zip(self.dials, self.settings, strict=True))
        )
        self.loss = Readout(
            "J =",
            numbers.loss_at(*here),
            decimals=places(numbers.start_loss, _LOSS_DIGITS),
            digits=whole_digits(numbers.largest_loss),
            flush=True,
            size=theme.KEY_SIZE,
        )
        if where.loss is not None:
            where.loss.place(where.loss.fit(self.loss), 0.5, 0.2)

    def standing_at(
        self, where: Places, here: Parameters | None = None, *, to_the_edge: bool = False
    ) -> LineMachine:
        """Return another machine of the same kind elsewhere, set to the same setting or another."""
        return LineMachine(self.numbers, where, here or self.here, to_the_edge=to_the_edge)

    def move_to(self, other: LineMachine, run_time: float = theme.MORPH) -> ReplacementTransform:
        """Return an animation in which points, line and knobs become those of another machine.

        Parameters
        ----------
        other
            The other machine; its errors and its loss stay away.
        run_time
            Seconds.
        """
        return ReplacementTransform(
            self._moved, other._moved, rate_func=theme.TRAVEL, run_time=run_time
        )

    @property
    def _moved(self) -> VGroup:
        return VGroup(self.plot.axes, self.line, self.plot.dots, self.knobs)

    def put(self, at: Parameters) -> None:
        """Set the knobs; all that depends on them follows."""
        numbers, self.here = self.numbers, at
        for dial, setting, value in zip(self.dials, self.settings, at, strict=True):
            dial.set_value(value)
            setting.set_value(value)
        self.line.lay(numbers.line_at(*at))
        self.errors.put(numbers.errors_at(*at), at.w)
        self.loss.set_value(numbers.loss_at(*at))

    def turn(
        self,
        end: Parameters,
        run_time: float,
        *moved: VMobject,
        follow: Callable[[], object] = lambda: None,
    ) -> Sweep:
        """Turn the knobs to another setting; line, errors and loss follow.

        Parameters
        ----------
        end
            The setting at the end.
        run_time
            Seconds.
        *moved
            What else ``follow`` changes.
        follow
            Called after every change.
        """
        start = self.here

        def put(share: float) -> None:
            w, b = (a + share * (z - a) for a, z in zip(start, end, strict=True))
            self.put(Parameters(w, b))
            follow()

        return Sweep(
            put,
            between(0, 1),
            self.line,
            self.errors,
            self.knobs,
            self.loss,
            *moved,
            rate_func=theme.TRAVEL,
            run_time=run_time,
        )
