"""Clip 02, first act: equal steps across a parabola have different rises."""

from __future__ import annotations

from manim import (
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c02.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.lines import SlopeTriangle
from mathcore.slopes.quotients import Secant
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, PointCloud, SolidDot
from scenes.components.graph.probe import SlopeProbe
from scenes.components.graph.straight import StraightLine
from scenes.components.graph.triangle import TriangleRig
from scenes.components.marks.dashes import Dashes
from scenes.components.motion.attention import dim
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.numeral import Numeral
from scenes.components.text.table import Column, ValueTable
from scenes.components.text.text import Words
from scenes.derivatives.c02_when_lines_bend.props.bars import BarStrip

HALF = 0.5
"""The share of an upright frame's height that the graph takes."""
TABLE_PITCH = 0.72
BESIDE = 0.62
"""How far from the middle of its chord a slope stands, in frame units."""
INSIDE, NARROW_INSIDE = (0.5, 1.0), (0.7, 2.4)
"""How far inward and up from there the two flattest slopes stand, in units of ``BESIDE``."""
WAVE = (-1.4, 15.0)
"""The window of the wave."""
REACH = 0.9
"""How far a secant on the wave reaches beyond its two points, in units of its input."""
RISE_CLEARANCE = 0.45
"""How far above the foot of a falling rise its number stands at least, in frame units."""


class Rises(Act):
    """Seven dots lie on no straight line; six equal runs have six different rises."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the parabola over its whole width."""
        self.left, self.right = self.layout.split_at(HALF)
        self.axes = GraphAxes((-3.4, 3.4, 1), (-1, 10, 2), self.left)
        self.curve = Curve(self.axes, sample(self.numbers.parabola, -3.4, 3.4))

    def dots_refuse_a_line(self) -> None:
        self.scene.show_title()
        table = ValueTable(
            [Column("x", theme.RUN), Column("x^2", theme.RISE)],
            self.numbers.rows,
            size=theme.TABLE_SIZE,
            pitch=TABLE_PITCH,
        )
        self.right.place(table, 0.5, 1.0 if self.layout.upright else 0.8)
        dots = PointCloud(self.axes, self.numbers.rows)
        self.play(FadeIn(self.axes, run_time=theme.FADE), table.open())
        self.play(table.reveal(), run_time=theme.WRITE)
        self.play(
            LaggedStart(
                *(TransformFromCopy(row, dot) for row, dot in zip(table.rows, dots, strict=True)),
                lag_ratio=theme.LAG,
                run_time=theme.GROUP,
            )
        )
        first, *others = (
            StraightLine(self.axes, line, color=theme.MUTED, stroke=theme.APPROX_STROKE)
            for line in self.numbers.attempts
        )
        edge = first
        self.play(Create(edge, run_time=theme.FADE))
        for attempt in others:
            self.play(ReplacementTransform(edge, attempt, run_time=theme.STEP))
            edge = attempt
        self.edge, self.dots, self.table = edge, dots, table

    def rises_disagree(self) -> None:
        numbers = self.numbers
        # Half of a number at either end, and nothing over the captions.
        room = self.right.inset(theme.TICK)
        if self.layout.upright:
            room = room.part(0.04, 0.96, 0.12, 1.0)
        self.bars = BarStrip(numbers.rises, room, unit=self.axes.y_unit, edges=numbers.rows[:, 0])
        self.play(FadeOut(self.edge, self.table), Create(self.curve))
        told = Numeral(numbers.chords[0].rise, plus=True, size=theme.TABLE_SIZE, color=theme.RISE)
        probe = SlopeProbe(self.axes, numbers.chords[0], rise_label=told)

        def clear_curve(triangle: SlopeTriangle) -> None:
            # Beside a short fall the curve comes up again: the number keeps above it.
            if triangle.rise < 0:
                low = probe.rise.get_bottom()[1] + RISE_CLEARANCE
                told.set_y(max(told.get_y(), low))

        probe.follow(clear_curve)
        self.play(FadeIn(probe), FadeIn(self.bars.base, self.bars.inputs))
        for place, chord in enumerate(numbers.chords):
            if place:
                self.play(
                    Sweep(
                        lambda x: probe.put(numbers.unit_triangle_at(x)),
                        between(numbers.chords[place - 1].p.x, chord.p.x),
                        probe,
                        run_time=theme.FADE,
                    )
                )
            self.play(
                self.bars.grow(place, probe.rise),
                TransformFromCopy(probe.run, self.bars.runs[place]),
                TransformFromCopy(told, self.bars.numbers[place]),
                run_time=theme.STEP,
            )
        self.play(FadeOut(probe, self.dots))

    def rises_become_chords(self) -> None:
        chords = self.numbers.chords
        self.play(self.curve.animate.set_stroke(opacity=theme.GHOST))
        self.chords = VGroup(
            *(Dashes(self.axes.map(*chord.p), self.axes.map(*chord.q)) for chord in chords)
        )
        rises = [
            Numeral(chord.rise, plus=True, size=theme.DIGIT_SIZE, color=theme.RISE)
            for chord in chords
        ]
        self.legs = VGroup(
            *(
                TriangleRig(self.axes, chord, rise_label=rise)
                for chord, rise in zip(chords, rises, strict=True)
            )
        )
        # Beside its short fall the curve comes up again: this number stands above it.
        rises[2].shift(BESIDE * UP)
        for first in (0, 2, 4):
            pair = range(first, first + 2)
            self.play(
                *(FadeIn(self.legs[place]) for place in pair),
                dim(self.bars.columns(first, first + 2)),
                run_time=theme.FADE,
            )
            self.play(
                *(Create(self.chords[place]) for place in pair),
                run_time=theme.STEP,
            )

    def no_slope_repeats(self) -> None:
        numbers = self.numbers
        slopes = VGroup(
            *(
                Numeral(chord.slope, plus=True, size=theme.TABLE_SIZE, color=theme.APPROX)
                for chord in numbers.chords
            )
        )
        for number, chord in zip(slopes, self.chords, strict=True):
            outward = LEFT if chord.get_center()[0] < self.axes.map(0, 0)[0] else RIGHT
            number.move_to(chord.get_center() + BESIDE * outward)
        for number, outward in zip(slopes[2:4], (LEFT, RIGHT), strict=True):
            # In a narrow plot the curve is steep: there the numbers stand higher inside of it.
            inward = NARROW_INSIDE if self.layout.narrow else INSIDE
            number.shift(BESIDE * (inward[1] * UP - inward[0] * outward))
        self.play(FadeOut(self.legs, self.bars), run_time=theme.FADE)
        self.play(
            LaggedStart(*(FadeIn(number) for number in slopes), lag_ratio=theme.LAG),
            run_time=theme.WRITE,
        )
        waves = GraphAxes(
            (*WAVE, 1),
            (-1.6, 1.6, 1),
            self.right.part(0.0, 1.0, 0.45, 1.0),
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        wave = Curve(waves, sample(numbers.sine, *WAVE))
        same = VGroup(*(self._on_wave(waves, secant) for secant in numbers.repeated))
        self.play(Create(wave), run_time=theme.STEP)
        ends = VGroup(
            *(
                SolidDot(waves.map(*point))
                for secant in numbers.repeated
                for point in (secant.p, secant.q)
            )
        )
        self.play(FadeIn(same, ends, lag_ratio=theme.ROW_LAG), run_time=theme.STEP)
        question = Words("one number?", size=theme.CONCLUSION_SIZE)
        self.right.part(0.0, 1.0, 0.0, 0.45).place(self.right.fit(question), 0.5, 0.6)
        self.ask(question)

    def _on_wave(self, waves: GraphAxes, secant: Secant) -> Dashes:
        """Return a secant of the wave that reaches a little beyond its two points."""
        left, right = secant.p.x - REACH, secant.q.x + REACH
        return Dashes(waves.map(left, secant.at(left)), waves.map(right, secant.at(right)))
