"""Clip 01, third act: the slope of a turning line is read, and split into sign and size."""

from __future__ import annotations

from functools import partial

from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UL,
    UP,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    Line,
    ReplacementTransform,
    VGroup,
)

from lessons.derivatives.c01.numbers import Numbers
from scenes import theme
from scenes.components.graph.probe import SlopeProbe
from scenes.components.graph.straight import StraightLine
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import fly
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c01_lines_and_slopes.act2_one_slope import AfterOneSlope
from scenes.derivatives.c01_lines_and_slopes.props.edged import edged_axes
from scenes.derivatives.c01_lines_and_slopes.props.ledger import SlopeLedger
from scenes.derivatives.c01_lines_and_slopes.props.zoom import zoom
from scenes.derivatives.map.mapped_clip import MappedAct
from scenes.derivatives.map.pictures import LINE_SLOPE, line_picture

X_SPAN, SQUARE_X_SPAN = (-3.2, 4.4, 1), (-1.9, 3.0, 1)
"""The inputs that the plot shows, and in a square frame."""
SQUARE_RISE = 1.05
"""How far above the lower end of its line the last slope stands there, in frame units."""
AT_REST = 0.05
"""Nearer than this to a slope of the ledger, a number with one decimal shows that slope."""


class SignAndSize(MappedAct):
    """The slope is read while the line turns, and taken apart into sign and size."""

    numbers: Numbers
    before: AfterOneSlope

    def line_turns(self) -> None:
        numbers = self.numbers
        up, level, down = numbers.read_slopes
        before, places = self.before, self.before.places
        x_span = self.layout.by_shape(X_SPAN, SQUARE_X_SPAN, X_SPAN)
        axes = edged_axes(x_span, (-2.7, 4.3, 1), places.plot)
        line = StraightLine(axes, numbers.line)
        self.clear_stage(before.axes, before.line)
        self.play(zoom(before.axes, axes, (before.line, line), run_time=theme.WRITE))
        self.axes, self.line = axes, line
        self.probe = probe = SlopeProbe.stepping(axes, numbers.read_triangles[0], decimals=1)
        self.slope = Readout(
            "m =", up, decimals=1, plus=True, size=theme.TITLE_SIZE, color=theme.EXACT
        )
        places.header.place(self.slope, 0, 0.5)
        self._show_decimals(0.0, probe)
        self.ledger = SlopeLedger(numbers.read_slopes, places.ledger, axes.y_unit)
        self.play(FadeIn(probe, self.slope), run_time=theme.FADE)
        self.play(*self._keep_slope(0), run_time=theme.STEP)
        self.play(self._turn(up, level, probe))
        # Where the next step leads is asked here and answered in the next beat: only the run
        # stays, its number out of the way of the line.
        across, rise = probe.tags
        self.play(
            *self._keep_slope(1),
            FadeOut(probe.rise, rise),
            across.animate.next_to(probe.run, UP, buff=theme.LEG_GAP),
        )
        probe.remove(probe.rise, rise)
        self.play(self._turn(level, down))
        self.question = Words("?", size=theme.FORMULA_SIZE, color=theme.RISE)
        self.question.next_to(probe.far, DOWN, buff=theme.LEG_GAP)
        self.play(*self._keep_slope(2), FadeIn(self.question, shift=DOWN * theme.NUDGE_SHIFT))
        self.point_at(self.question)

    def _turn(self, start: float, end: float, *probe: SlopeProbe) -> Sweep:
        """Turn the line about the crossing, with its step if one is given."""

        def put(m: float) -> None:
            self.line.put(self.numbers.line_at(m))
            self.slope.set_value(m)
            for step in probe:
                step.put(self.numbers.unit_triangle_at(m))
            self._show_decimals(min(abs(m - start), abs(m - end)) / AT_REST, *probe)

        moved = (self.line, self.slope, *probe)
        return Sweep(put, between(start, end), *moved, run_time=theme.JOURNEY)

    def _show_decimals(self, share: float, *probe: SlopeProbe) -> None:
        """Fade the decimals in for the turn: at rest the slopes are shown as whole numbers."""
        for number in (self.slope.number, *(step.rise_label for step in probe)):
            if isinstance(number, Numeral):
                number.fade_fraction(min(share, 1.0))

    def _keep_slope(self, place: int) -> list[Animation]:
        """Write down the slope as it is now, and leave the line's ghost behind."""
        value = self.numbers.read_slopes[place]
        tag = Readout("m =", value, plus=True, size=theme.DIGIT_SIZE, color=theme.MUTED)
        # It stands outside the fan of lines, at the upper end of its own: where there is no room,
        # at the lower one.
        square = self.layout.narrow and not self.layout.upright
        outside = (self.line.get_end(), RIGHT)
        end, side = (self.line.get_start(), LEFT) if value < 0 and not square else outside
        tag.next_to(end, side if value else UL, buff=theme.LABEL_GAP)
        if value < 0 and square:
            tag.shift(SQUARE_RISE * UP)
        self.add(self.line.ghost(), self.line, self.probe)
        # The arc leads around the rows that stand there already.
        row = self.ledger.numbers[place].whole
        return [FadeIn(tag), fly(self.slope.number.whole, row, path_arc=PI / 3)]

    def sign_and_size_part(self) -> None:
        old, ledger = self.probe, self.ledger
        self.probe = probe = SlopeProbe.stepping(self.axes, self.numbers.read_triangles[-1])
        self.play(
            FadeOut(self.question),
            Create(probe.rise),
            ReplacementTransform(old.far, probe.far),
            run_time=theme.WRITE,
        )
        self.play(FadeIn(probe.tags[1]), FadeOut(self.slope), run_time=theme.FADE)
        self.remove(old)
        self.add(probe)
        self.play(ledger.part_signs())
        self.play(ledger.part_sizes(probe.rise, len(ledger.chips) - 1))
        units = VGroup(
            Words("input", size=theme.DIGIT_SIZE, color=theme.RUN),
            Words("output", size=theme.DIGIT_SIZE, color=theme.RISE),
        )
        for unit, name, edge in zip(units, self.axes.names, (LEFT, DOWN), strict=True):
            unit.move_to(name, edge)
        if self.layout.narrow:
            # No room is left beside the axis: the word stands on its end.
            units[0].next_to(self.axes.window.at(1.0, 0.0), UL, buff=theme.LABEL_GAP)
        self.play(ReplacementTransform(self.axes.names, units))

    def triangle_becomes_a_tile(self) -> None:
        numbers, probe, line = self.numbers, self.probe, self.line
        leaving = [*self.scene.all_but(self.axes, probe, line), *probe.tags]
        probe.remove(*probe.tags)
        probe.run_label = probe.rise_label = None
        self.add(*leaving)

        def turn(m: float) -> None:
            line.put(numbers.line_at(m))
            probe.put(numbers.unit_triangle_at(m))

        # The line turns in sight to the slope of the tile: a triangle that changed its shape on the
        # way into it would have changed its rate.
        self.play(
            *(FadeOut(mobject) for mobject in leaving),
            Sweep(turn, between(numbers.read_slopes[-1], LINE_SLOPE), line, probe),
            run_time=theme.DRAW,
        )
        walk = partial(numbers.walking, LINE_SLOPE)
        self.play(probe.travel(walk, run_time=theme.MORPH))
        side = Line(probe.near.get_center(), probe.far.get_center()).match_style(line)
        rest = VGroup(probe.near, probe.far)
        self.remove(probe)
        self.add(probe.run, probe.rise, rest)
        self.play(FadeOut(self.axes, rest), ReplacementTransform(line, side), run_time=theme.FADE)
        self.leave_tile("line", line_picture(), VGroup(probe.run, probe.rise, side))
