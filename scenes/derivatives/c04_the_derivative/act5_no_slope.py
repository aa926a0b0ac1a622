"""Clip 04, fifth act: under a lens, a corner, a vertical tangent and a jump have no slope."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    VGroup,
    VMobject,
)

from lessons.derivatives.c04.numbers import Numbers
from mathcore.slopes.lines import Point
from mathcore.values import FloatArray
from scenes import theme
from scenes.act import Act
from scenes.components.graph.stacked import Thread
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.plate import on_plate, outline, plate
from scenes.components.motion.attention import dimmed_opacity
from scenes.components.motion.carry import carry
from scenes.components.motion.sweep import Sweep, log_way
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import Column, ValueTable
from scenes.components.text.text import Words
from scenes.derivatives.c04_the_derivative.props.cases import broken_curve, case_pictures
from scenes.derivatives.c04_the_derivative.props.lens import (
    STUB,
    MagnifiedSecant,
    QuotientDock,
    SteepCurve,
    upright_line,
)
from scenes.layout import Region
from scenes.notation import typst

WIDTH = 5.0
"""How wide the first window of the lens is, in lesson units."""
DEPTH = 3
"""The lens goes to this power of ten, as far as the gaps do."""
GAP_DECIMALS = 3
PASSED = 0.97
"""The share of the gap of a secant from which on, while it shrinks, that secant is passed."""
FAINTEST = 0.5
"""How faint a passed secant becomes, as a share of its first, dimmed opacity."""
LEFT_TOP, NAME_AT, RIGHT_TOP = (0.03, 0.95), (0.95, 0.72), (0.95, 0.92)
"""Where the name of a curve stands in the window, as shares."""
INSET = (0.77, 0.98, 0.05, 0.48)
"""Where the root is magnified: left, right, lower and upper edge, as shares."""
VERDICT_AT = 0.24
"""The height at which the verdict on the root stands, as a share of the window."""
LEFT_LOW, RIGHT_LOW, LEFT_HIGH = (0.02, 0.24), (0.98, 0.24), (0.02, 0.95)
"""Where a dock stands in the window, as shares."""
TABLE_PITCH = 0.6
PUSH = 1.5
"""How long the lens takes for a factor of ten, in seconds."""
TILE_ROWS = (3.7, 1.3, 1.1)
"""Heights of the tiles' pictures, of their names and of the conclusion, as shares."""


class NoSlope(Act):
    """Three curves without a slope at one point, one after the other under the same lens."""

    numbers: Numbers

    def corner_disagrees(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        lens = self._lens(Point(0.0, numbers.corner(0.0)))
        curve = FunctionCurve(lens, numbers.corner.value, stroke=theme.EXACT_STROKE)
        lens.hold(curve)
        name = self._name(lens, f"f(x) = {typst(numbers.corner.expression)}", LEFT_TOP)
        self.play(FadeIn(lens, name), run_time=theme.STEP)
        gap = numbers.corner_quotients.sizes[0]
        docks = []
        for side, place in ((1, RIGHT_LOW), (-1, LEFT_LOW)):
            secant = MagnifiedSecant(lens, numbers.corner_secant, side * gap, STUB)
            dock = QuotientDock(secant, secant.state.slope, GAP_DECIMALS)
            lens.region.place(dock, *place)
            self.play(FadeIn(secant, dock), run_time=theme.STEP)
            lens.hold(secant, dock)
            self.add(lens)
            docks.append(dock)
        for power in range(1, DEPTH + 1):
            self.play(lens.push(10.0**power, run_time=PUSH))
        right, left = docks
        slopes = [spell(dock.secant.state.slope, 0) for dock in docks]
        verdict = Formula(
            f"{{{{{slopes[1]} : left}}}} {{{{!= : differ}}}} {{{{{slopes[0]} : right}}}}",
            {"left": theme.APPROX, "right": theme.APPROX},
            size=theme.TITLE_SIZE,
        )
        lens.region.place(verdict, 0.5, 0.93)
        words = Words("no derivative", size=theme.TABLE_SIZE)
        words.next_to(verdict, DOWN, buff=theme.GUTTER)
        self.play(
            *carry(left.slope.number, verdict.part("left")),
            *carry(right.slope.number, verdict.part("right"), angle=-1.0),
        )
        self.play(FadeIn(verdict.part("differ"), words), run_time=theme.FADE)
        self.lens = lens
        self.curve: VMobject = curve

    def _lens(self, middle: Point) -> ZoomPlot:
        return ZoomPlot(
            self.layout.stage.inset(theme.TICK), middle, width=WIDTH, depth=DEPTH, numbered=False
        )

    def _name(self, lens: ZoomPlot, source: str, at: tuple[float, float]) -> Formula:
        """Name the curve under a lens."""
        name = Formula(source, size=theme.TABLE_SIZE, color=theme.FUNC)
        return lens.region.place(name, *at)

    def _turn_into(self, lens: ZoomPlot, before: VGroup, after: VGroup) -> None:
        """Let the curve under the lens become another one, with the lens back at its beginning."""
        rest = [part for part in lens if part not in (*after, lens.pane)]
        self.remove(self.lens.pane)
        self.add(lens.pane)
        leaving = self.scene.all_but(before, lens.pane)
        self.play(*(FadeOut(thing) for thing in leaving), run_time=theme.LEAP)
        self.play(
            ReplacementTransform(before, after),
            *(FadeIn(part) for part in rest),
            run_time=theme.STEP,
        )
        self.add(lens)

    def secant_stands_up(self) -> None:
        numbers = self.numbers
        lens = self._lens(Point(0.0, numbers.root(0.0)))
        upright_curve = SteepCurve(lens, numbers.root_inverse.value)
        lens.hold(upright_curve)
        # The plot itself is not magnified, only its corner is.
        lens.badge.set_opacity(0.0)
        self._turn_into(lens, VGroup(self.curve), VGroup(upright_curve))
        secant = MagnifiedSecant(lens, numbers.root_secant, numbers.root_quotients.sizes[0])
        close_up, pane = self._close_up(lens.region)
        name = self._name(lens, "f(x) = root(3, x)", NAME_AT)
        table = self._open_table(lens, numbers.root_rows, 2, secant, pane, name)
        for power in range(1, DEPTH + 1):
            # A secant that is left stays, dimmed: they fan out towards the upright one.
            self.add(secant.line.copy().set_stroke(opacity=dimmed_opacity(theme.APPROX)), secant)
            closer = Sweep(
                secant.close,
                log_way(secant.closing, 10.0**power),
                secant,
                run_time=theme.LEG,
                rate_func=theme.TRAVEL,
            )
            self.play(closer, close_up.push(10.0**power, run_time=theme.LEG))
            self.play(FadeIn(table.cell(power, 1)), run_time=theme.FADE / 2)
        upright = upright_line(lens.region)
        words = Words("no derivative", size=theme.TABLE_SIZE)
        words.next_to(lens.region.at(0.5, VERDICT_AT), RIGHT, buff=theme.CARD_GAP)
        # Dashes in ink: the colour of slopes would promise one.
        self.play(FadeOut(secant.line), FadeIn(upright, words), run_time=theme.STEP)
        self.lens, self.curve = lens, upright_curve

    def _open_table(
        self, lens: ZoomPlot, rows: FloatArray, decimals: int, *beside: VMobject
    ) -> ValueTable:
        """Show gaps on a plate, the slope of the first one, and other things at the same time."""
        table = ValueTable(
            [Column("h", theme.RUN), Column('upright("slope")', theme.APPROX, decimals)],
            rows,
            size=theme.TABLE_SIZE,
            pitch=TABLE_PITCH,
        )
        ground, _ = on_plate(table)
        lens.region.place(VGroup(ground, table), *LEFT_HIGH)
        # All gaps stand there at once; each slope comes when the secant has reached its gap.
        gaps = VGroup(*(table.cell(row, 0) for row in range(len(rows))))
        self.play(
            FadeIn(*beside, ground),
            table.open(),
            FadeIn(gaps, table.cell(0, 1)),
            run_time=theme.STEP,
        )
        self.add(ground, table.headings, table.rule, gaps, table.cell(0, 1))
        return table

    def _close_up(self, window: Region) -> tuple[ZoomPlot, VGroup]:
        """Return a lens on the root in a corner of the plot, with the same secant, on a plate."""
        numbers, region = self.numbers, window.part(*INSET)
        lens = ZoomPlot(
            region, Point(0.0, numbers.root(0.0)), width=WIDTH, depth=DEPTH, numbered=False
        )
        secant = MagnifiedSecant(lens, numbers.root_secant, numbers.root_quotients.sizes[0])
        # Run and rise are told by the large picture.
        secant.remove(secant.run, secant.rise, secant.far)
        lens.hold(SteepCurve(lens, numbers.root_inverse.value), secant)
        # Inside it would cover the upright curve.
        lens.badge.next_to(lens.pane, UP, buff=theme.LABEL_GAP / 2)
        link = Thread(window.center, region.at(0.0, 1.0))
        ground = plate(region.width, region.height).move_to(region.center)
        return lens, VGroup(link, ground, lens)

    def jump_never_settles(self) -> None:
        numbers = self.numbers
        edge = numbers.jump_secant(1.0).p
        lens = self._lens(edge)
        pieces = broken_curve(lens, numbers)
        lens.hold(*pieces)
        # Close to one branch of the jump the other would be out of sight: the lens is not used.
        lens.badge.set_opacity(0.0)
        levels = [spell(numbers.jump_secant(side).q.y, 0) for side in (-1, 1)]
        name = self._name(
            lens,
            f'f(x) = cases({levels[0]} & upright("for") x < 0, '
            f'{levels[1]} & upright("for") x >= 0)',
            RIGHT_TOP,
        )
        # Dot and ring appear: a line that turned into them would be filled on its way.
        self._turn_into(lens, VGroup(self.curve), VGroup(*pieces[:2]))
        gap = numbers.jump_quotients.sizes[0]
        right, left = (
            MagnifiedSecant(lens, numbers.jump_secant, side * gap, STUB) for side in (1, -1)
        )
        level = self._level_side(lens, right)
        self.play(FadeIn(name, right, level), run_time=theme.STEP)
        fan = VGroup(
            *(MagnifiedSecant(lens, numbers.jump_secant, -size, STUB).line for size in numbers.fan)
        )
        table = self._open_table(lens, numbers.jump_rows, 0, left)
        self.add(fan.set_stroke(opacity=0.0), left)

        def close(factor: float) -> None:
            left.close(factor)
            # A secant that has been passed stays, the fainter the longer ago.
            for line, size in zip(fan, numbers.fan, strict=True):
                share = -left.gap / size
                kept = dimmed_opacity(theme.APPROX) * max(share, FAINTEST)
                line.set_stroke(opacity=kept if share < PASSED else 0.0)

        for power in range(1, DEPTH + 1):
            self.play(
                Sweep(
                    close,
                    log_way(left.closing, 10.0**power),
                    left,
                    fan,
                    run_time=theme.STEP,
                    rate_func=theme.TRAVEL,
                )
            )
            self.play(FadeIn(table.cell(power, 1)), run_time=theme.FADE / 2)
        self.wait(theme.HOLD)
        self._three_tiles(lens.pane, pieces)

    @staticmethod
    def _level_side(lens: ZoomPlot, secant: MagnifiedSecant) -> VGroup:
        """Return what is said of the secants on the right of the jump: all are level."""
        where = in_roles("{{h : run}} > 0", size=theme.TABLE_SIZE)
        slope = Formula(
            f'upright("slope") = {spell(secant.state.slope, 0)}',
            size=theme.KEY_SIZE,
            color=theme.APPROX,
        )
        slope.next_to(where, DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        return lens.region.place(on_plate(where, slope), *RIGHT_LOW)

    def _three_tiles(self, pane: VMobject, pieces: VGroup) -> None:
        """Put the three cases side by side, with what they have in common."""
        top, middle, bottom = self.layout.readable.rows(*TILE_ROWS)
        cases = (("corner", "unbroken"), ("vertical tangent", "unbroken"), ("jump", "broken"))
        rooms = top.inset(theme.TICK).columns(1, 1, 1, gap=theme.GUTTER)
        pictures, secants = case_pictures(self.numbers, rooms)
        panes, tags = VGroup(), VGroup()
        for (name, kind), room in zip(cases, rooms, strict=True):
            panes.add(outline(room.width, room.height, theme.INK).move_to(room.center))
            tag = Words(name, size=theme.TABLE_SIZE)
            verdict = Words(kind, size=theme.TABLE_SIZE, color=theme.FUNC)
            for row, text in enumerate((tag, verdict), start=1):
                text.move_to(room.center).stand_on(middle.top - row * theme.ROW_PITCH)
                tags.add(text)
        leaving = self.scene.all_but(pane, pieces)
        self.play(*(FadeOut(thing) for thing in leaving), run_time=theme.LEAP)
        self.play(
            ReplacementTransform(pane, panes[-1]),
            ReplacementTransform(pieces, pictures[-1]),
            run_time=theme.STEP,
        )
        self.play(FadeIn(panes[:-1], *pictures[:-1], secants, tags), run_time=theme.FADE)
        line = Words("a slope needs an unbroken curve, and more", size=theme.CONCLUSION_SIZE)
        bottom.place(line, 0.5, 0.2)
        self.play(FadeIn(line, rate_func=theme.ENTER), run_time=theme.FADE)
        self.wait(theme.HOLD + theme.FADE)
