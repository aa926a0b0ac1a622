"""Clip 02, first act: equal steps across a parabola have different rises."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    Line,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)
from manim.typing import Point3D

from lessons.derivatives.c02.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.slopes.lines import SlopeTriangle
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, PointCloud
from scenes.components.graph.probe import SlopeProbe
from scenes.components.graph.secant import TangentLine
from scenes.components.graph.stacked import WindowTangent
from scenes.components.graph.straight import StraightLine
from scenes.components.graph.triangle import TriangleRig
from scenes.components.marks.dashes import Dashes
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.chip import SlopeChip
from scenes.components.text.numeral import Numeral
from scenes.components.text.readout import Readout
from scenes.components.text.table import Column, ValueTable
from scenes.components.text.text import Words
from scenes.derivatives.c02_when_lines_bend.props.bars import BarStrip

RISE_CLEARANCE = 0.45
"""How far above the foot of a falling rise its number stands at least, in frame units."""
CHIP_LENGTH = 1.6
"""The length of the bar that stands for the steeper slope, in frame units."""
CHIP_COLUMN = 2.0
"""From the left edge of a row to its chip, in frame units."""


class Rises(Act):
    """Seven dots lie on no straight line; six equal runs have six different rises."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the parabola over its whole width."""
        self.axes = GraphAxes((-3.4, 3.4, 1), (-1, 10, 2), self.layout.left)
        self.curve = Curve(self.axes, sample(self.numbers.parabola, -3.4, 3.4))

    def dots_refuse_a_line(self) -> None:
        self.scene.show_title()
        table = ValueTable(
            [Column("x", theme.RUN), Column("x^2", theme.RISE)],
            self.numbers.rows,
        )
        self.layout.right.place(table, 0.4, 0.6)
        dots = PointCloud(self.axes, self.numbers.rows)
        self.play(FadeIn(self.axes, run_time=theme.FADE), table.open())
        self.play(table.reveal())
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
        room = self.layout.right.inset(theme.TICK)  # half of a number at either end
        self.bars = BarStrip(numbers.rises, room, unit=self.axes.y_unit, edges=numbers.rows[:, 0])
        self.play(FadeOut(self.edge, self.table), Create(self.curve))
        told = Numeral(numbers.chords[0].rise, plus=True, color=theme.RISE)
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

    def bars_tilt_into_chords(self) -> None:
        ends = [(self.axes.map(*chord.p), self.axes.map(*chord.q)) for chord in self.numbers.chords]
        self.chords = VGroup(*(Dashes(*pair) for pair in ends))
        self.play(self.curve.animate.set_stroke(opacity=theme.DIM))
        falling, level, climbing = words = VGroup(
            *(
                Words(word, size=theme.AXIS_SIZE).set_stroke(
                    theme.BG, width=theme.HALO, background=True
                )
                for word in ("falling", "nearly level", "climbing")
            )
        )
        falling.move_to(self.axes.map(-1.5, 7.0))
        level.move_to(self.axes.map(0.0, 2.9))
        level.add_background_rectangle(theme.BG, 1.0)  # it stands on the axis
        climbing.move_to(self.axes.map(1.5, 7.0))
        for first, word in zip((0, 2, 4), words, strict=True):
            pair = range(first, first + 2)
            slabs = [self.bars.lean(place, *ends[place]) for place in pair]
            self.play(
                *(
                    TransformFromCopy(self.bars.bars[place], slab)
                    for place, slab in zip(pair, slabs, strict=True)
                ),
                self.bars.columns(first, first + 2).animate.set_opacity(theme.GHOST),
                FadeIn(word, shift=UP * theme.NUDGE_SHIFT),
                run_time=theme.MORPH,
            )
            # A chord stands for a finite step: it is dashed as soon as it lies on the curve.
            self.play(
                FadeIn(*(self.chords[place] for place in pair)),
                FadeOut(*slabs),
                run_time=theme.FADE,
            )
        self.words = words

    def sign_and_size_chips(self) -> None:
        numbers = self.numbers
        self.play(
            FadeOut(self.chords, self.words, self.bars),
            self.curve.animate.set_stroke(opacity=1.0),
            run_time=theme.FADE,
        )
        upper, lower = self.layout.right.rows(1, 1)
        first, *places = (row.at(0.0, 0.5) for row in upper.rows(1, 1, 1))
        signs = first + CHIP_COLUMN * RIGHT
        heads = VGroup(
            Words("sign", color=theme.MUTED).move_to(signs),
            Words("size", color=theme.MUTED).move_to(
                signs + (theme.CHIP_GAP + CHIP_LENGTH / 2) * RIGHT
            ),
        )
        for head in heads:
            head.stand_on(first[1])
        self.play(FadeIn(heads))
        unit = CHIP_LENGTH / abs(numbers.steep.slope)
        for tangent, place in zip((numbers.steep, numbers.level), places, strict=True):
            self._read(tangent, numbers.unit_legs(tangent), place, unit)
        ghost_axes = GraphAxes(
            (0, 12.6, 1),
            (-1.2, 1.2, 1),
            lower,
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        ghost = Curve(ghost_axes, sample(numbers.sine, 0, 12.6), color=theme.MUTED)
        marks = VGroup(
            *(
                TangentLine(ghost_axes, tangent, reach=theme.TANGENT_REACH / 2)
                for tangent in numbers.repeated
            )
        )
        caption = Words("some curves repeat their slopes", size=theme.AXIS_SIZE)
        caption.next_to(ghost, DOWN, buff=theme.GUTTER)
        self.play(FadeIn(ghost, caption))
        self.play(FadeIn(marks, lag_ratio=theme.ROW_LAG, run_time=theme.WRITE))
        self.wait(theme.THINK)

    def _read(self, tangent: Tangent, legs: SlopeTriangle, at: Point3D, unit: float) -> None:
        """Lay a tangent, and read its slope off the rise of a unit run along it."""
        start, end = (self.axes.map(*point) for point in (legs.p, legs.q))
        touching = WindowTangent(self.axes, tangent, Line(start, end).get_length())
        name = Readout("x =", tangent.point.x, color=theme.RUN)
        name.move_to(at, aligned_edge=LEFT)
        self.play(FadeIn(touching, name), run_time=theme.STEP)
        chip = SlopeChip(tangent.slope, at + CHIP_COLUMN * RIGHT, unit)
        if not legs.rise:
            self.play(FadeIn(chip, run_time=theme.FADE))
            return
        run, rise = Numeral(legs.run, color=theme.RUN), Numeral(legs.rise, color=theme.RISE)
        rig = TriangleRig(self.axes, legs, run, rise)
        self.play(FadeIn(rig), run_time=theme.STEP)
        self.play(chip.lay_down(rig.rise, -PI / 2), FadeIn(chip.arrow, chip.size))
