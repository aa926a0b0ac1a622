"""Clip 04, fourth act: a corner, a vertical tangent and a jump have no derivative."""

from __future__ import annotations

from itertools import pairwise

from manim import DOWN, UP, Animation, Create, FadeIn, FadeOut, Restore

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.values import FloatArray
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import OpenDot, SolidDot
from scenes.components.graph.secant import SecantRig
from scenes.components.motion.sweep import animated
from scenes.components.text.formula import Formula
from scenes.derivatives.c04_the_derivative.props.panel import QuotientPanel

SIDES = ("h > 0", "h < 0")
HIGH, MIDDLE = (-0.8, 1.4), (-1.1, 1.1)
"""Windows of equal height: two curves stand on the axis, one passes through."""


class NoSlope(Act):
    """Three curves without a slope at one point, each above the columns of its quotients."""

    numbers: Numbers

    def corner_disagrees(self) -> None:
        self.clear_stage()
        self._set_up_panels()
        panel, gaps = self.corner, self.numbers.corner_quotients.sizes
        # All three are there from the start: the answer to "every curve?" is a row of exceptions.
        self.play(FadeIn(panel, self.root, self.jump, lag_ratio=theme.LAG, run_time=theme.WRITE))
        self.play(self._dim(self.root), self._dim(self.jump), panel.table.open())
        right = panel.secant_rig(gaps[0])
        self.play(FadeIn(right), panel.enter(0, 0, 1))
        self._measure(panel, right, gaps, 0, 1)
        left = panel.secant_rig(-gaps[0])
        self.play(
            animated(right.line).set_stroke(opacity=theme.GHOST),
            FadeOut(right.triangle, right.far),
            FadeIn(left),
            panel.enter(0, 2),
        )
        self.remove(right.near)
        self._measure(panel, left, -gaps, 2)
        # Neither side is the better one: both lines stay.
        self.play(
            animated(right.line).set_stroke(opacity=1.0),
            FadeOut(left.triangle, left.far),
            run_time=theme.FADE,
        )
        self.play(FadeIn(panel.dots, run_time=theme.FADE))
        self.point_at(*panel.column(1), *panel.column(2))
        panel.keep(right.line, left.line, left.near)

    def _set_up_panels(self) -> None:
        numbers = self.numbers
        first, second, third = self.layout.full.columns(1, 1, 1, gap=theme.COLUMN_GAP)
        reach = numbers.reach
        corner, root, jump = (
            sample(f, -reach, reach, n=1001) for f in (numbers.corner, numbers.root, numbers.jump)
        )
        self.corner = QuotientPanel(
            first, "corner", corner, numbers.corner_secant, reach, HIGH, SIDES, numbers.corner_rows
        )
        self.root = QuotientPanel(
            second,
            "vertical tangent",
            root,
            numbers.root_secant,
            reach,
            MIDDLE,
            ('upright("slope")',),
            numbers.root_rows,
            decimals=2,
        )
        self.jump = QuotientPanel(
            third, "jump", jump, numbers.jump_secant, reach, HIGH, SIDES, numbers.jump_rows
        )
        edge = numbers.jump_secant(reach).p
        self.jump.add(
            OpenDot(self.jump.axes.map(0.0, 0.0), color=theme.FUNC),
            SolidDot(self.jump.axes.map(*edge), color=theme.FUNC),
        )

    def _dim(self, panel: QuotientPanel) -> Animation:
        """Take a panel back until it is spoken of."""
        panel.save_state()
        dimmed: Animation = animated(panel, run_time=theme.FADE).fade(1 - theme.DIM).build()
        return dimmed

    def _measure(
        self, panel: QuotientPanel, rig: SecantRig, gaps: FloatArray, *columns: int
    ) -> None:
        """Close the gap decade by decade, and write down each quotient."""
        for row, (start, end) in enumerate(pairwise(gaps.tolist()), start=1):
            self.play(rig.close(start, end, run_time=theme.FADE))
            self.play(panel.enter(row, *columns))

    def secant_stands_up(self) -> None:
        panel, gaps = self.root, self.numbers.root_quotients.sizes
        self.play(self._dim(self.corner), Restore(panel), run_time=theme.FADE)
        rig = panel.secant_rig(gaps[0])
        self.play(panel.table.open(), FadeIn(rig), panel.enter(0, 0, 1))
        for row, (start, end) in enumerate(pairwise(gaps.tolist()), start=1):
            self.play(rig.close(start, end, run_time=theme.STEP))
            self.play(panel.enter(row, 0, 1))
        upright = panel.upright()
        self.play(FadeIn(panel.dots, run_time=theme.FADE))
        self.play(FadeOut(rig.triangle, rig.far, rig.line), Create(upright), run_time=theme.WRITE)
        self.add(rig.near)
        self.play(animated(rig.near, run_time=theme.FADE).set_color(theme.EXACT))
        panel.keep(upright, rig.near)

    def jump_never_settles(self) -> None:
        panel, numbers = self.jump, self.numbers
        gaps = numbers.jump_quotients.sizes
        self.play(self._dim(self.root), Restore(panel), panel.table.open(), run_time=theme.FADE)
        rig = panel.secant_rig(gaps[0])
        self.play(FadeIn(rig), panel.enter(0, 0, 1), run_time=theme.FADE)
        self.play(rig.close(gaps[0], numbers.leap_from, run_time=theme.STEP))
        self.play(*(panel.enter(row, 0, 1) for row in range(1, len(gaps))))
        # The far point leaps down the step, and the line springs up.
        leapt = panel.secant_rig(-numbers.leap_from)
        self.play(
            FadeOut(rig.triangle, rig.line),
            rig.far.animate.move_to(leapt.far),
            run_time=theme.LEAP,
        )
        self.play(FadeIn(leapt), FadeOut(rig.far, rig.near), panel.enter(0, 2), run_time=theme.LEAP)
        self.play(
            leapt.close(-numbers.leap_from, -gaps[-1], run_time=theme.STEP), panel.enter(1, 2)
        )
        self.play(*(panel.enter(row, 2) for row in range(2, len(gaps))), FadeIn(panel.dots))
        self.wait(theme.HOLD)
        self._conclude(leapt)

    def _conclude(self, rig: SecantRig) -> None:
        panels = (self.corner, self.root, self.jump)
        tables = [part for panel in panels for part in (panel.table, panel.dots)]
        yes = Formula('upright("slope") ==> upright("unbroken")', size=theme.CONCLUSION_SIZE)
        no = Formula(
            'upright("unbroken") arrow.r.double.not upright("slope")',
            size=theme.CONCLUSION_SIZE,
            color=theme.MUTED,
        )
        foot = self.layout.full.part(0.0, 1.0, 0.0, 0.42)
        foot.place(yes, 0.5, 0.75)
        no.next_to(yes, DOWN, buff=theme.CARD_GAP)
        self.play(
            FadeOut(*tables),
            FadeOut(rig.triangle),
            animated(self.jump.axes).fade(1 - theme.DIM),
            run_time=theme.FADE,
        )
        self.play(FadeIn(yes, shift=UP * theme.NUDGE_SHIFT))
        # The two curves before are unbroken, and yet they have no slope.
        self.play(FadeIn(no), self.corner.light_up(), self.root.light_up())
        self.wait(theme.HOLD)
