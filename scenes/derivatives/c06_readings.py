"""Clip 06, first act: six readings, the error among them, and how it shrinks with the gap."""

from __future__ import annotations

from itertools import pairwise

from manim import DOWN, Create, FadeIn, FadeOut, LaggedStart, Polygon, VGroup, VMobject

from lessons.derivatives.parameters.explorer import ExplorerParameters
from mathcore.curves import sample
from mathcore.quotients import Secant
from scenes import theme
from scenes.components.axes import GraphAxes
from scenes.components.curve import Curve, SolidDot
from scenes.components.dashboard import Dashboard
from scenes.components.dashes import Dashes
from scenes.components.decades import DecadePlot
from scenes.components.emerge import emerge
from scenes.components.formula import Formula, fly
from scenes.components.marks import Hairline
from scenes.components.numeral import spell
from scenes.components.placing import beyond, roomiest
from scenes.components.roles import in_roles
from scenes.components.secant import SecantRig, TangentLine
from scenes.components.table import Column, ValueTable, shortest
from scenes.components.triangle import TriangleRig
from scenes.notation import typst
from scenes.stage import LessonScene


class Readings(LessonScene):
    """A dashboard for one point, tied reading by reading to the picture."""

    clip_number = "06"
    parameters_kind = ExplorerParameters
    parameters: ExplorerParameters

    def setup(self) -> None:
        """Lay out the graph and, beside it, the dashboard over a place for what follows."""
        super().setup()
        self.numbers = numbers = self.parameters.numbers
        self.upper, self.lower = self.layout.right.rows(*theme.DASHBOARD_SHARES, gap=theme.GUTTER)
        # Where another curve may go anywhere, the scales keep out of its way.
        framed = not numbers.is_default
        self.axes = GraphAxes(
            numbers.x_span,
            numbers.y_span,
            self.layout.left.part(theme.SCALE_SHARE if framed else 0.0, 1.0, 0.0, 1.0),
            framed=framed,
            numbers=(shortest(numbers.x_span[2]), shortest(numbers.y_span[2])),
            slopes=True,
        )
        self.curve = Curve(self.axes, sample(numbers.f, *numbers.x_span[:2]))
        self.dashboard = Dashboard(self.upper, numbers.panel, numbers.largest)
        self.rig = SecantRig(self.axes, numbers.secant_at, numbers.panel.h)
        self.tangent = None if numbers.tangent is None else TangentLine(self.axes, numbers.tangent)
        self.opening = VGroup()
        self.dot = SolidDot(self.axes.map(*numbers.secant.p))

    def rows_light_up(self) -> None:
        self.show_title()
        self.name = Formula(
            f"f(x) = {typst(self.numbers.f.expression)}", size=theme.LABEL_SIZE, color=theme.FUNC
        )
        self.name.scale(min(1.0, theme.NAME_SHARE * self.axes.window.width / self.name.width))
        window = self.axes.window.inset(theme.LABEL_GAP)
        places = [(x / 4, y / 6) for y in (6, 5, 0, 4, 1, 3, 2) for x in (0, 4, 1, 3, 2)]
        roomiest(
            self.name,
            [window.place(self.name.copy(), *place).get_center() for place in places],
            [
                *self._lines(),
                *self._central(),
                *self._central_triangle(),
                *self._ties(),
                *self._scales(),
            ],
            window,
        )
        self.play(FadeIn(self.axes), Create(self.curve), FadeIn(self.name))
        down, across = self._ties()
        self._enter("x0", down, self.dot)
        self._enter("value", across)
        if self.tangent is not None:
            self._enter("slope", self.tangent)
        else:
            self.play(FadeIn(self.dashboard.row("slope"), run_time=theme.FADE))
        self._enter("h", self.rig.triangle)
        self._enter("quotient", VGroup(self.rig.line, self.rig.far, self.rig.near))
        row = self.dashboard.row("error")
        self.play(FadeIn(row, shift=theme.NUDGE_SHIFT * DOWN, run_time=theme.FADE))

    def _ties(self) -> tuple[Hairline, Hairline]:
        """Return the hairlines from the point to the scales of inputs and of outputs."""
        (x, y), (left, low) = self.numbers.secant.p, self.axes.crossing
        at = self.axes.map(x, y)
        return (
            Hairline(self.axes.map(x, low), at, theme.RUN),
            Hairline(self.axes.map(left, y), at, theme.FUNC),
        )

    def _central(self) -> tuple[Dashes, ...]:
        """Return the two-sided secant, where there is one."""
        line = self.numbers.central_line
        if line is None:
            return ()
        ends = self.axes.clip_line(line.slope, line.intercept)
        anchor = self.axes.map(*self.numbers.central_ends[0])
        return (Dashes(*ends, anchor=anchor),)

    def _central_triangle(self) -> tuple[TriangleRig, ...]:
        """Return run and rise of the two-sided secant, where there is one."""
        triangle = self.numbers.central_triangle
        return () if triangle is None else (TriangleRig(self.axes, triangle),)

    def _scales(self) -> list[VMobject]:
        return [self.axes.x_axis, self.axes.y_axis, self.axes.numbers, self.axes.names]

    def _lines(self) -> list[VMobject]:
        tangents = [] if self.tangent is None else [self.tangent]
        return [self.curve, self.rig, *tangents]

    def _enter(self, row: str, *objects: VMobject) -> None:
        """Bring in a part of the picture, and let its reading grow out of it."""
        self.play(FadeIn(*objects, run_time=theme.FADE))
        self.play(emerge(self.dashboard.row(row), objects[-1], run_time=theme.LEG))

    def error_is_a_gap(self) -> None:
        numbers, row = self.numbers, self.dashboard.row
        tangent, secant = numbers.tangent, numbers.secant
        assert tangent is not None  # noqa: S101 the beat is told only where there is one
        end = secant.q.x
        top, bottom = self.axes.map(*secant.q), self.axes.map(end, tangent.at(end))
        # The wedge between the two lines: its opening at the end of the run is error times run.
        wedge = Polygon(
            self.axes.map(*secant.p),
            top,
            bottom,
            stroke_width=0.0,
            fill_color=theme.APPROX,
            fill_opacity=theme.GHOST,
        )
        opening = spell(numbers.opening, shortest(numbers.opening, 4))
        label = Formula(
            f'upright("error") dot h = {opening}', size=theme.LABEL_SIZE, color=theme.APPROX
        )
        outward = 1 if top[1] > bottom[1] else -1
        places = beyond(top, outward, label, theme.LABEL_GAP)
        drawn = [*self._lines(), wedge, self.name, *self._scales()]
        roomiest(label, places, drawn, self.layout.left)
        self.opening = VGroup(wedge, label)
        figures = [
            spell(value, shortest(value, 4))
            for value in (numbers.panel.quotient, numbers.panel.slope, numbers.panel.error)
        ]
        minus = "- ({})" if numbers.panel.slope < 0 else "- {}"
        self.sum = in_roles(
            f"{{{{{figures[0]} : approx1}}}} "
            + minus.format(f"{{{{{figures[1]} : exact}}}}")
            + f" = {{{{{figures[2]} : approx2}}}}"
        )
        # The last number will swell once.
        self.lower.place(self.lower.inset(theme.LABEL_GAP).fit(self.sum), 0.0, 0.72)
        self.play(self.dashboard.rows("x0", "value").animate.set_opacity(theme.GHOST))
        self.play(FadeIn(wedge), run_time=theme.WRITE)
        self.play(FadeIn(label))
        self.play(
            fly(row("quotient")[1], self.sum.part("approx1")),
            fly(row("slope")[1], self.sum.part("exact")),
            FadeIn(self.sum.rest()),
        )
        self.play(fly(row("error")[1], self.sum.part("approx2")))
        self.add(self.sum)
        self.point_at(self.sum.part("approx2"))

    def error_shrinks_with_the_gap(self) -> None:
        numbers = self.numbers
        leaving = [self.opening, self.sum] if len(self.opening) else []
        self.play(
            *(FadeOut(mobject) for mobject in leaving),
            self.dashboard.animate.set_opacity(1.0),
            run_time=theme.FADE,
        )
        self.rig.follow(self._tell)
        if self.tangent is None:
            self._sides_disagree()
        elif numbers.is_straight:
            for start, end in pairwise(numbers.gaps):
                self.play(self.rig.close(start, end, self.dashboard, run_time=theme.LEG))
        else:
            self._error_falls()

    def _tell(self, _: Secant, gap: float) -> None:
        self.dashboard.put(self.numbers.panel_at(self.numbers.panel.x0, gap))

    def _error_falls(self) -> None:
        numbers = self.numbers
        other = numbers.cubic_errors if numbers.is_default else numbers.halves
        every = [*numbers.errors, *other]
        self.plot = DecadePlot(self.lower, numbers.gaps, every, ("abs(h)", 'abs(upright("error"))'))
        dots = VGroup(
            *(
                self.plot.dot(gap, error)
                for gap, error in zip(numbers.gaps, numbers.errors, strict=True)
                if error
            )
        )
        self.play(FadeIn(self.plot), FadeIn(dots[0]), run_time=theme.WRITE)
        for (start, end), dot in zip(pairwise(numbers.gaps), dots[1:], strict=False):
            self.play(self.rig.close(start, end, self.dashboard, run_time=theme.LEG))
            self.play(FadeIn(dot, scale=2, run_time=theme.FADE / 2))
        self.error_line = self.plot.line(numbers.gaps, numbers.errors)
        self.play(Create(self.error_line))
        self.error_dots = dots

    def _sides_disagree(self) -> None:
        sides = self.numbers.sides
        if sides is not None:
            table = ValueTable(
                [
                    Column("abs(h)", theme.RUN),
                    Column("h < 0", theme.APPROX),
                    Column("h > 0", theme.APPROX),
                ],
                [*zip(sides.sizes, sides.left, sides.right, strict=True)],
                pitch=theme.PANEL_PITCH,
            )
            self.lower.place(table, 0.0, 0.9)
            self.play(table.open())
            self.play(
                LaggedStart(*(FadeIn(row) for row in table.rows), lag_ratio=theme.ROW_LAG),
                self.rig.close(*self.numbers.gaps[[0, -1]], self.dashboard),
                run_time=theme.JOURNEY,
            )
        else:
            self.play(self.rig.close(*self.numbers.gaps[[0, -1]], self.dashboard))
        self.wait(theme.THINK)
