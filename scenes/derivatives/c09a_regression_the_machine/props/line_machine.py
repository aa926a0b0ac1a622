"""A line on two dials: points, the line through them, its errors, and the loss of the setting."""

from __future__ import annotations

from collections.abc import Callable

from manim import DOWN, VGroup, VMobject

from lessons.derivatives.c09a.numbers import Numbers
from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.components.graph.data_plot import DataPlot, FittedLine
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.dial import Dial
from scenes.components.text.decimals import places, whole_digits
from scenes.components.text.readout import Readout
from scenes.derivatives.c09a_regression_the_machine.props.error_squares import ErrorSquares
from scenes.layout import Region

_KNOB_RADIUS = 0.62
_LOSS_DIGITS = 5


class LineMachine:
    """Two knobs with the line that they set, its errors and its loss.

    Parameters
    ----------
    numbers
        Of the clip.
    left
        The region of the graph.
    strip
        The region of the two dials and, beside them, of the loss.

    Attributes
    ----------
    here
        The setting now.
    plot, line, errors
        The points, the line of the setting, and its errors with their squares.
    dials, settings, knobs
        The two knobs, their numbers, and all four together.
    loss
        The loss of the setting.
    """

    def __init__(self, numbers: Numbers, left: Region, strip: Region) -> None:
        self.numbers = numbers
        self.plot = DataPlot(left, numbers.data, numbers.x_span, numbers.y_span)
        self.here = numbers.wave[0]
        self.line = FittedLine(self.plot, numbers.line_at(*self.here))
        self.errors = ErrorSquares(self.plot, numbers.errors_at(*self.here), self.here.w)
        spans = (numbers.w_dial, numbers.b_dial)
        self.dials = [
            Dial(value, span, radius=_KNOB_RADIUS)
            for value, span in zip(self.here, spans, strict=True)
        ]
        self.dials[1].pointer.set_color(theme.RISE)
        self.settings = [
            Readout(
                name,
                value,
                decimals=places(best or max(map(abs, span))),
                digits=whole_digits(*span),
                signed=True,
                color=color,
            )
            for name, value, span, best, color in (
                ("w =", self.here.w, numbers.w_dial, numbers.best.w, theme.RUN),
                ("b =", self.here.b, numbers.b_dial, numbers.best.b, theme.RISE),
            )
        ]
        self.loss = Readout(
            "J =",
            numbers.loss_at(*self.here),
            decimals=places(numbers.start_loss, _LOSS_DIGITS),
            digits=whole_digits(numbers.largest_loss),
        )
        first, second, third = strip.columns(1, 1, 1.2)
        for dial, setting, place in zip(self.dials, self.settings, (first, second), strict=True):
            place.place(dial, 0.5, 1.0)
            setting.next_to(dial, DOWN, buff=theme.TICK)
        third.place(third.fit(self.loss), 0.5, 0.55)
        self.knobs = VGroup(*self.dials, *self.settings)

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
            run_time=run_time,
        )
