"""Clip 05c, first act: two bases leave height one, and a third has its height as slope."""

from __future__ import annotations

from collections.abc import Callable

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    GrowFromEdge,
    VGroup,
    VMobject,
)

from lessons.derivatives.c05c.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from mathcore.slopes.quotients import Secant
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.stacked import WindowTangent
from scenes.components.graph.triangle import TriangleRig
from scenes.components.marks.plate import on_plate
from scenes.components.motion.attention import dim
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable, shortest
from scenes.derivatives.c05c_rules_five_functions.props.base_family import (
    BaseFamily,
)
from scenes.derivatives.c05c_rules_five_functions.props.height_notes import HeightNotes, rooted
from scenes.derivatives.c05c_rules_five_functions.props.shared_secants import SharedSecants
from scenes.layout import Region

WINDOW = ((-1.95, 1.5, 0.5), (0.0, 3.1, 1))
"""The window of the race, wide enough to part its curves: its left half is free for the table."""
SQUARE_WINDOW = ((-2.9, 1.5, 1), (0.0, 3.1, 1))
UPRIGHT_WINDOW = ((-1.45, 1.5, 0.5), (0.0, 3.1, 1))
"""The same in narrow frames; in an upright one the table stands above the window."""
TABLE_HEAD, COMPARED_HEAD, SQUARE_COMPARED_HEAD = 0.34, 0.385, 0.32
"""The share of the height of what stands above the window, first and at last."""
TAG_ROOM = 0.9
"""Room beside the window for names at the ends of lines, in frame units."""
HEIGHTS_WINDOW = ((-1.3, 2.5, 1), (0.0, 8.6, 2))
NAME_AT, GOAL_NAME_AT = 0.94, 0.08
"""The shares of 3ˣ and of the line of slope 1 at which their names stand."""
REACH = 12.0
"""Half the length of a line where the curves meet, in frame units: it leaves the window."""
RACE_PITCH = 0.6
"""The distance between the columns of the table, in frame units."""
READING, NARROW_READING = (0.5, 0.46), (0.1, 0.44)
"""Where readings stand below the curves: lesson coordinates of the middle of their left end."""
NARROW_GOAL_NAME = (1.08, 1.78)
"""Where the line of slope 1 is named in a narrow window: the middle of the name's left end."""
RUN_SHARE = 0.97
"""The share of a run that is drawn: a gap parts it from the next."""


class BaseRace(Act):
    """Two bases race from height one, and a third one wins: its slope is its height."""

    numbers: Numbers

    def bases_race(self) -> None:
        self.scene.show_title()
        numbers = self.numbers
        self.head, stage = None, self.layout.stage
        if self.layout.upright:
            self.head, stage = self.layout.headed(TABLE_HEAD)
        room = Region(stage.left, stage.right - TAG_ROOM, stage.bottom, stage.top)
        across, up = self.layout.by_shape(WINDOW, SQUARE_WINDOW, UPRIGHT_WINDOW)
        self.axes = GraphAxes(across, up, room, numbers=(shortest(across[2]), 0))
        height = float(numbers.two.value(0.0))
        meeting = self.axes.number_at(1, height)
        meeting.next_to(self.axes.map(0.0, height), LEFT + UP, buff=theme.LABEL_GAP)
        curves = [self._curve(f) for f in (numbers.two, numbers.three)]
        names = self._name_curves(*curves)
        self.play(FadeIn(self.axes), *(Create(curve) for curve in curves), run_time=theme.WRITE)
        self._lay_out_table()
        quotient = in_roles("({{a^h - 1 : approx}}) / {{h : run}}", size=theme.TABLE_SIZE)
        self._dock_below(quotient)
        self.play(FadeIn(names, self.ground, self.opening, quotient), run_time=theme.FADE)
        secants = SharedSecants(
            self.axes,
            [self._leaving(f) for f in (numbers.two, numbers.three)],
            numbers.gaps[0],
            REACH,
        )
        self.play(FadeIn(secants, self.table.rows[0]), run_time=theme.FADE)
        for row, gap in enumerate(numbers.gaps[1:], start=1):
            self.play(
                secants.close(gap, run_time=theme.STEP),
                FadeIn(self.table.rows[row], rate_func=late(0.5), run_time=theme.STEP),
            )
        told = [numbers.base_tangent(base) for base in (numbers.low_base, numbers.high_base)]
        tangents = VGroup(*(WindowTangent(self.axes, tangent, REACH).line for tangent in told))
        self.play(FadeOut(secants, quotient), FadeIn(tangents, self.limits), run_time=theme.FADE)
        self.wait(theme.STEP)
        self._look_between(curves, tangents, names)
        self.ask(self.question)

    def _look_between(self, curves: list[Curve], tangents: VGroup, names: VGroup) -> None:
        """Show the line that climbs by one over a run of one, and the curves between the two."""
        numbers = self.numbers
        # What has been read leaves; its results stay.
        lines = len(self.table.rows) * theme.ROW_PITCH
        ground = self.ground
        self.play(FadeOut(self.table.rows, tangents), run_time=theme.LEAP)
        self.play(
            self.limits.animate.shift(lines * UP),
            ground.animate.stretch_to_fit_height(ground.height - lines).align_to(ground, UP),
            dim(*curves, names),
            run_time=theme.STEP,
        )
        self.goal = WindowTangent(self.axes, numbers.e_tangent, REACH).set_color(theme.INK)
        slope = spell(numbers.e_tangent.slope, 0)
        low = self.goal.line.point_from_proportion(GOAL_NAME_AT)
        self.goal_name = Formula(f'upright("slope") {slope}', size=theme.TABLE_SIZE)
        if self.layout.narrow:
            self.goal_name.next_to(self.axes.map(*NARROW_GOAL_NAME), RIGHT, buff=0)
        else:
            self.goal_name.next_to(low, RIGHT, buff=theme.CARD_GAP)
        climb = numbers.unit_climb
        run = Numeral(climb.run, size=theme.TABLE_SIZE, color=theme.RUN)
        rise = Numeral(climb.rise, size=theme.TABLE_SIZE, color=theme.RISE)
        legs = TriangleRig(self.axes, climb, run, rise)
        self.family = BaseFamily(self.axes, numbers.family)
        # The one that is looked for stands out among the others; only its base has no number.
        self.wanted = self._curve(numbers.exponential)
        self.play(Create(self.goal), FadeIn(legs, self.goal_name), run_time=theme.STEP)
        self.add(self.family.curves, self.wanted)
        self.bring_to_back(self.family.curves, self.wanted)
        self.play(
            Create(self.family.curves),
            Create(self.wanted),
            FadeIn(self.family.label),
            run_time=theme.WRITE,
        )

    def _lay_out_table(self) -> None:
        """Prepare the table of the quotients, with a line for what they settle at."""
        numbers = self.numbers
        self.table = table = ValueTable(
            [
                Column("h", theme.RUN),
                Column("2^x", theme.APPROX, decimals=3),
                Column("3^x", theme.APPROX, decimals=3),
            ],
            list(zip(numbers.gaps, numbers.two_quotients, numbers.three_quotients, strict=True)),
            pitch=theme.ROW_PITCH,
            gap=RACE_PITCH,
            size=theme.TABLE_SIZE,
        )
        for heading in table.headings[1:]:
            heading.set_color(theme.FUNC)
        low, high = (
            self._limit(slope, column, theme.EXACT)
            for slope, column in ((numbers.two_slope, 1), (numbers.three_slope, 2))
        )
        zero = Formula("arrow.r 0", size=theme.TABLE_SIZE, color=theme.RUN)
        zero.stand_on(low.baseline).align_to(table.cell(-1, 0), RIGHT)
        self.limits = VGroup(zero, low, high)
        self.question = Formula("a = med ?", size=theme.KEY_SIZE, color=theme.FUNC)
        self._dock_below(self.question)
        self.ground, *_ = whole = on_plate(table, self.limits)
        self._dock_above(whole)
        self.opening = VGroup(table.headings, table.rule)

    def _dock_above(self, whole: VGroup) -> None:
        """Put readings on a plate into the upper left corner, clear of the upright axis.

        In an upright frame they stand above the window.
        """
        whole[0].set_fill(theme.BG)  # the names of curves are too pale on a lighter ground
        if self.head is not None:
            self.head.place(whole)
            return
        stage, end = self.layout.stage, float(self.axes.map(0.0, 0.0)[0]) - theme.SCALE_ROOM
        Region(stage.left, end, stage.bottom, stage.top).fit(whole)
        whole.align_to(self.axes.window.at(0, 1), UP)
        whole.set_x(end, RIGHT)

    def _limit(self, slope: float, column: int, color: str) -> Numeral:
        last = self.table.cell(-1, column)
        number = Numeral(slope, 3, size=theme.TABLE_SIZE, color=color)
        return number.stand_on(last.baseline - theme.ROW_PITCH).pin_point(last.point_x)

    def _leaving(self, f: Function) -> Callable[[float], Secant]:
        return lambda gap: self.numbers.leaving(f, gap)

    def _name_curves(self, low: Curve, high: Curve) -> VGroup:
        """Name each curve on the side where the other one, and all between them, are not."""
        two, three = (Formula(f"{a}^x", size=theme.TABLE_SIZE, color=theme.FUNC) for a in "23")
        two.next_to(low.get_end(), RIGHT, buff=theme.LABEL_GAP)
        three.next_to(high.point_from_proportion(NAME_AT), LEFT + UP, buff=theme.TICK)
        return VGroup(two, three)

    def _curve(self, f: Function) -> Curve:
        samples = sample(f, *self.axes.spans[0][:2])
        return Curve(self.axes, samples, stroke=theme.EXACT_STROKE)

    def _dock_below(self, thing: VMobject) -> None:
        """Put readings into the free part of the window below the curves."""
        at = NARROW_READING if self.layout.narrow else READING
        thing.next_to(self.axes.map(*at), RIGHT, buff=0)

    def slope_equals_height(self) -> None:
        numbers = self.numbers
        base = Readout("a =", numbers.low_base, decimals=5, size=theme.KEY_SIZE, color=theme.FUNC)
        slope = Readout(
            'upright("slope") =',
            numbers.two_slope,
            decimals=3,
            size=theme.TABLE_SIZE,
            color=theme.EXACT,
        )
        rows = VGroup(base, slope).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self._dock_below(rows)
        curve = self._curve(numbers.two)
        tangent = WindowTangent(self.axes, numbers.base_tangent(numbers.low_base), REACH)
        self.play(
            FadeOut(self.question, self.wanted), FadeIn(curve, tangent, rows), run_time=theme.LEAP
        )

        def slide(value: float) -> None:
            curve.set_points(self._curve(numbers.base(value)).points)
            tangent.put(numbers.base_tangent(value))
            base.set_value(value)
            slope.set_value(numbers.base_slope(value))

        moved = (curve, tangent, base, slope)
        for start, end, seconds in (
            (numbers.low_base, numbers.high_base, theme.WRITE),
            (numbers.high_base, numbers.e, theme.STEP),
        ):
            self.play(Sweep(slide, between(start, end), *moved, run_time=seconds))
        name = Formula("e^x", size=theme.TABLE_SIZE, color=theme.FUNC)
        name.next_to(curve.get_end(), RIGHT, buff=theme.TICK).shift(theme.GUTTER * DOWN)
        self.play(
            FadeIn(name, shift=DOWN * theme.NUDGE_SHIFT),
            FadeOut(self.goal, self.goal_name, self.family),
            run_time=theme.FADE,
        )
        self.point_at(base)
        self.wait(theme.FADE)
        self.clear_stage()
        self._compare()

    def _compare(self) -> None:
        """Lay a run of one below three tangents: each rise is the height of the curve."""
        numbers = self.numbers
        share = COMPARED_HEAD if self.layout.upright else SQUARE_COMPARED_HEAD
        head, stage = self.layout.headed(share)
        self.axes = GraphAxes(*HEIGHTS_WINDOW, stage, framed=True)
        curve = self._curve(numbers.exponential)
        notes = HeightNotes(numbers, stacked=self.layout.upright)
        if head is None:
            self.axes.window.inset(theme.LABEL_GAP).place(notes, 0.0, 1.0)
        else:
            head.place(head.fit(notes), 0.5, 1.0)
        self.play(FadeIn(self.axes), Create(curve), run_time=theme.STEP)
        self.play(FadeIn(notes.ground, notes.base), notes.table.open(), run_time=theme.FADE)
        for line, triangle, row in zip(
            numbers.heights, numbers.unit_triangles, notes.table.rows, strict=True
        ):
            rig = TriangleRig(self.axes, triangle)
            rig.run.scale(RUN_SHARE)
            tangent = rooted(self.axes, line, triangle.p.x)
            self.play(Create(rig.run), GrowFromEdge(rig.rise, DOWN), run_time=theme.FADE)
            self.play(FadeIn(tangent, row), run_time=theme.LEAP)
        self.play(FadeIn(notes.rule, rate_func=theme.ENTER), run_time=theme.FADE)
        self.ask(notes.question)
