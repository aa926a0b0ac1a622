"""Clip 06, first act: a dashboard for one point, and the error as a piece of the picture."""

from __future__ import annotations

from manim import RIGHT, UP, Create, FadeIn, FadeOut, Line, Polygon, VGroup, VMobject

from lessons.derivatives.c06.numbers import Numbers
from scenes import theme
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.graph.secant import SecantRig
from scenes.components.motion.attention import dim
from scenes.components.motion.emerge import emerge
from scenes.components.motion.placing import around, nearest
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.derivatives.c06_the_explorer.props.after_readings import DECIMALS, AfterReadings
from scenes.derivatives.c06_the_explorer.props.dashboard import Dashboard
from scenes.derivatives.c06_the_explorer.props.desk import Desk
from scenes.derivatives.c06_the_explorer.props.explorer_act import ExplorerAct
from scenes.derivatives.c06_the_explorer.props.explorer_graph import ExplorerGraph
from scenes.notation import typst

FIRST_ROWS = ("value", "slope", "h", "quotient")
"""The readings of the first beat; the error comes with the second one."""
OFF = 0.24
"""The distance of a label from the middle of its line, in frame units."""
PIECE_WIDTH = 0.16
"""Width of the piece between two lines, in frame units."""


class Readings(ExplorerAct):
    """A dashboard for one point, tied reading by reading to the picture."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the dashboard and, beside it, the graph."""
        numbers = self.numbers
        self.desk = Desk.lay(self.layout)
        # A lecturer's curve may go anywhere, so its scales stand at the edges.
        framed = not numbers.is_default
        self.axes = GraphAxes(
            numbers.x_span,
            numbers.y_span,
            self.desk.graph.part(theme.SCALE_SHARE if framed else 0.0, 1.0, 0.0, 1.0),
            framed=framed,
            numbers=(shortest(numbers.x_span[2]), shortest(numbers.y_span[2])),
        )
        self.rig = SecantRig(self.axes, numbers.secant_at, numbers.panel.h)
        self.graph = ExplorerGraph(self.axes, numbers.f, self.rig, numbers.tangent)
        x, y = numbers.secant.p
        low, high, _ = numbers.y_span
        at, foot = self.axes.map(x, y), self.axes.map(x, min(max(0.0, low), high))
        self.dot = SolidDot(at)
        self.bar = Line(foot, at, stroke_color=theme.FUNC, stroke_width=theme.NUDGE_STROKE)
        runs = numbers.panels if numbers.tangent is None or numbers.is_straight else ()
        rows = FIRST_ROWS if numbers.tangent is None else (*FIRST_ROWS, "error")
        self.board = Dashboard(self.desk.board, rows, (numbers.panel, *runs))
        self.head = self._name()
        self.gap = self._gap_name()

    def _gap_name(self) -> VGroup:
        """Return the name of the gap beside the run; none where the run itself will shrink."""
        numbers, run = self.numbers, self.rig.triangle.run
        if numbers.tangent is None or numbers.is_straight:
            return VGroup()
        name = Formula("h", size=theme.TABLE_SIZE, color=theme.RUN)
        drawn = [*self.graph.lines, *self.graph.scales, self.bar]
        places = around([run.get_center()], name, theme.LABEL_GAP)
        # Straight below the run is best, then straight above it.
        middle = run.get_center()
        away = [place - middle for place in places]
        order = sorted(away, key=lambda way: (abs(way[0]) > OFF, round(abs(way[1]), 3), way[1]))
        straight = [middle + way for way in order]
        return VGroup(nearest(name, straight, drawn, self.axes.window, theme.TICK))

    def _name(self) -> Formula:
        """Return the line that names the curve and the point."""
        numbers = self.numbers
        point = spell(numbers.panel.x0, shortest(numbers.panel.x0, DECIMALS))
        name = in_roles(
            f"{{{{f(x) = {typst(numbers.f.expression)} : func}}}} quad {{{{x_0 = {point} : run}}}}",
            theme.TABLE_SIZE,
        )
        return self.desk.head.place(self.desk.head.fit(name), 0.0, 0.75)

    def rows_light_up(self) -> None:
        self.scene.show_title()
        board = self.board.blank(FIRST_ROWS)
        self.play(FadeIn(self.axes, self.head, board), Create(self.graph.curve))
        self._light("value", self.bar, self.dot)
        self._light("slope", *self.graph.tangents)
        self.rig.triangle.rise.set_opacity(0.0)
        self._light("h", self.rig.triangle, self.gap, self.dot)
        self._light("quotient", self.rig.line, self.rig.far, self.dot)

    def _light(self, row: str, *objects: VMobject) -> None:
        """Bring in a part of the picture, and let its reading grow out of it."""
        number = self.board.numbers[row]
        if objects:
            self.play(FadeIn(*objects), run_time=theme.FADE)
            entrance = emerge(number, objects[0], run_time=theme.STEP)
        else:
            entrance = FadeIn(number, run_time=theme.STEP)
        self.play(entrance, self.board.light(row, run_time=theme.STEP))

    def error_is_a_gap(self) -> None:
        numbers, board = self.numbers, self.board
        tangent, secant = numbers.tangent, numbers.secant
        assert tangent is not None  # noqa: S101 the beat is told only where there is one
        start, end = secant.p, secant.p.x + numbers.run
        near, corner = self.axes.map(*start), self.axes.map(end, start.y)
        low, high = self.axes.map(end, tangent.at(end)), self.axes.map(end, secant.at(end))
        run = Line(near, corner, stroke_color=theme.RUN, stroke_width=theme.NUDGE_STROKE)
        rise = Line(corner, low, stroke_color=theme.EXACT, stroke_width=theme.EXACT_STROKE)
        wedge = Polygon(near, low, high, stroke_width=0.0, fill_opacity=theme.DIM)
        half = PIECE_WIDTH / 2 * RIGHT
        piece = Polygon(low - half, low + half, high + half, high - half, stroke_width=0.0)
        for part in (wedge, piece):
            part.set_fill(color=theme.ERROR)
        piece.set_fill(opacity=1.0)
        labels = self._labels(run, rise, piece, wedge)
        self.play(
            FadeOut(self.rig.triangle, self.gap, self.bar),
            dim(board.rows("value", "h")),
            run_time=theme.FADE,
        )
        self.play(Create(run), FadeIn(labels[0]), run_time=theme.FADE)
        if rise.get_length():
            self.play(Create(rise), FadeIn(labels[1]), run_time=theme.FADE)
        self.play(FadeIn(wedge, piece, labels[2]), run_time=theme.FADE)
        self.point_at(VGroup(piece, labels[2]))
        self.play(FadeIn(*board.blank(("error",))), run_time=theme.FADE / 2)
        self.play(
            emerge(board.numbers["error"], piece, run_time=theme.STEP),
            board.light("error", run_time=theme.STEP),
        )

    def _labels(self, run: Line, rise: Line, piece: VMobject, wedge: VMobject) -> VGroup:
        """Return the lengths of the run, of the tangent's rise and of the error above it."""
        numbers = self.numbers
        width, reading = abs(numbers.run), numbers.panel
        error, opening = (
            spell(value, shortest(value, DECIMALS)) for value in (reading.error, numbers.opening)
        )
        name = f"= {error}" if numbers.has_unit_run else f"dot h = {opening}"
        texts = (
            (spell(width, shortest(width, DECIMALS)), theme.RUN),
            (spell(numbers.climb, shortest(numbers.climb, DECIMALS)), theme.EXACT),
            (f'upright("error") {name}', theme.ERROR),
        )
        labels = VGroup(*(Formula(text, size=theme.TABLE_SIZE, color=c) for text, c in texts))
        drawn = [*self.graph.lines, *self.graph.scales, wedge, run, rise]
        anywhere = [self.axes.window.at(x / 12, y / 12) for y in range(13) for x in range(13)]
        anywhere.sort(key=lambda place: float(abs(place - piece.get_center()).sum()))
        below = -1 if piece.get_y() > run.get_y() else 1
        for label, part, way in zip(
            labels, (run, rise, piece), ((0, below), (1, 0), (-1, 0)), strict=True
        ):
            places = around([part.get_center()], label, theme.LABEL_GAP)
            # First the side on which it stands by itself, then the others.
            beside = part.get_center() + way[0] * (label.width / 2 + OFF) * RIGHT
            beside += way[1] * (label.height / 2 + OFF) * UP
            nearest(label, [beside, *places, *anywhere], drawn, self.desk.graph, theme.TICK / 2)
            drawn.append(label)
        return labels

    def hand_over(self) -> AfterReadings:
        """Return what the next act needs."""
        return AfterReadings(self.desk, self.graph, self.dot, self.board, self.head)
