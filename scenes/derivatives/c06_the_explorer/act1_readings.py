"""Clip 06, first act: six readings, the error among them, and how it shrinks with the gap."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from manim import DOWN, Create, FadeIn, FadeOut, LaggedStart, Polygon, VGroup, VMobject

from lessons.derivatives.c06.numbers import Numbers
from mathcore.slopes.quotients import Secant
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.secant import SecantRig
from scenes.components.marks.brace import Hairline
from scenes.components.motion.emerge import emerge
from scenes.components.motion.placing import beyond, roomiest
from scenes.components.text.formula import Formula, fly
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable, shortest
from scenes.derivatives.c06_the_explorer.props.dashboard import Dashboard
from scenes.derivatives.c06_the_explorer.props.decades import DecadePlot
from scenes.derivatives.c06_the_explorer.props.explorer_graph import ExplorerGraph
from scenes.layout import Region
from scenes.notation import typst

NAME_SHARE = 0.6
"""How much of the window's width the name of the curve may take."""
DASHBOARD_SHARES = (3.3, 3.1)
"""Heights of the dashboard and of what stands below it."""


@dataclass(frozen=True, slots=True)
class AfterReadings:
    """The picture of one point, its dashboard, and what was plotted below it.

    Attributes
    ----------
    graph
        The curve with its secant and its tangent.
    name
        The name of the curve, in the window.
    dot
        The point on the curve.
    dashboard
        The six readings.
    plot
        The errors against the gaps; ``None`` where no error was plotted.
    upper, lower
        The places of the dashboard and of what stands below it.
    """

    graph: ExplorerGraph
    name: Formula
    dot: SolidDot
    dashboard: Dashboard
    plot: DecadePlot | None
    upper: Region
    lower: Region


class Readings(Act):
    """A dashboard for one point, tied reading by reading to the picture."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the graph and, beside it, the dashboard over a place for what follows."""
        numbers = self.numbers
        self.upper, self.lower = self.layout.right.rows(*DASHBOARD_SHARES, gap=theme.GUTTER)
        # A lecturer's curve may go anywhere, so its scales stand at the edges.
        framed = not numbers.is_default
        self.axes = GraphAxes(
            numbers.x_span,
            numbers.y_span,
            self.layout.left.part(theme.SCALE_SHARE if framed else 0.0, 1.0, 0.0, 1.0),
            framed=framed,
            numbers=(shortest(numbers.x_span[2]), shortest(numbers.y_span[2])),
        )
        self.rig = SecantRig(self.axes, numbers.secant_at, numbers.panel.h)
        self.graph = ExplorerGraph(self.axes, numbers.f, self.rig, numbers.tangent)
        self.tangent = self.graph.tangent
        self.dashboard = Dashboard(self.upper, numbers.panel, numbers.largest)
        self.opening = VGroup()
        self.dot = SolidDot(self.axes.map(*numbers.secant.p))
        self.name = self._placed_name()
        self.plot: DecadePlot | None = None

    def _placed_name(self) -> Formula:
        """Return the name of the curve, where there is most room for it in the window."""
        numbers, graph = self.numbers, self.graph
        name = Formula(
            f"f(x) = {typst(numbers.f.expression)}", size=theme.LABEL_SIZE, color=theme.FUNC
        )
        name.scale(min(1.0, NAME_SHARE * self.axes.window.width / name.width))
        window = self.axes.window.inset(theme.LABEL_GAP)
        places = [(x / 4, y / 6) for y in (6, 5, 0, 4, 1, 3, 2) for x in (0, 4, 1, 3, 2)]
        drawn = [*graph.lines, *self._ties(), *graph.scales]
        # The two-sided secant comes later, into the same window.
        if numbers.central_line is not None:
            drawn.append(graph.central(numbers.central_line, numbers.central_ends))
        if numbers.central_triangle is not None:
            drawn.append(graph.central_triangle(numbers.central_triangle))
        roomiest(
            name,
            [window.place(name.copy(), *place).get_center() for place in places],
            drawn,
            window,
        )
        return name

    def rows_light_up(self) -> None:
        self.scene.show_title()
        self.play(FadeIn(self.axes), Create(self.graph.curve), FadeIn(self.name))
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
        # A wedge lies between the two lines; its opening at the end of the run is error times run.
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
        drawn = [*self.graph.lines, wedge, self.name, *self.graph.scales]
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
        # The sum is kept a little smaller, for its last number will swell once.
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
        plot = DecadePlot(self.lower, numbers.gaps, every, ("abs(h)", 'abs(upright("error"))'))
        dots = VGroup(
            *(
                plot.dot(gap, error)
                for gap, error in zip(numbers.gaps, numbers.errors, strict=True)
                if error
            )
        )
        self.play(FadeIn(plot), FadeIn(dots[0]), run_time=theme.WRITE)
        for (start, end), dot in zip(pairwise(numbers.gaps), dots[1:], strict=False):
            self.play(self.rig.close(start, end, self.dashboard, run_time=theme.LEG))
            self.play(FadeIn(dot, scale=2, run_time=theme.FADE / 2))
        self.play(Create(plot.line(numbers.gaps, numbers.errors)))
        self.plot = plot

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

    def hand_over(self) -> AfterReadings:
        """Return what the next act needs."""
        return AfterReadings(
            self.graph, self.name, self.dot, self.dashboard, self.plot, self.upper, self.lower
        )
