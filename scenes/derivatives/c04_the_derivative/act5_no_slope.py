"""Clip 04, fifth act: under a lens, a corner, a vertical tangent and a jump have no slope."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
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
from scenes.components.graph.zoom import FunctionCurve, ZoomPlot
from scenes.components.marks.plate import on_plate, outline
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
from scenes.derivatives.c04_the_derivative.props.lens_places import (
    Anchor,
    LensPlaces,
    TilePlaces,
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
TABLE_PITCH = 0.6
NAME_PITCH = 0.75
"""The distance between the two lines below a tile, in frame units."""
PUSH = 1.5
"""How long the lens takes for a factor of ten, in seconds."""


class NoSlope(Act):
    """Three curves without a slope at one point, one after the other under the same lens."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the lens and what is told of it."""
        self.places = LensPlaces.lay(self.layout)

    def corner_disagrees(self) -> None:
        self.clear_stage()
        numbers, places = self.numbers, self.places
        lens = self._lens(places.corner_lens, Point(0.0, numbers.corner(0.0)))
        places.corner_badge.hold(lens.badge)
        curve = FunctionCurve(lens, numbers.corner.value, stroke=theme.EXACT_STROKE)
        lens.hold(curve)
        name = self._name(f"f(x) = {typst(numbers.corner.expression)}", places.corner_name)
        self.play(FadeIn(lens, name), run_time=theme.STEP)
        gap = numbers.corner_quotients.sizes[0]
        docks = []
        for side, place in zip((1, -1), reversed(places.corner_docks), strict=True):
            secant = MagnifiedSecant(lens, numbers.corner_secant, side * gap, STUB)
            dock = place.hold(QuotientDock(secant, secant.state.slope, GAP_DECIMALS))
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
        places.corner_verdict.hold(verdict)
        words = Words("no derivative", size=theme.TABLE_SIZE)
        words.next_to(verdict, DOWN, buff=theme.GUTTER)
        self.play(
            *carry(left.slope.number, verdict.part("left")),
            *carry(right.slope.number, verdict.part("right"), angle=-1.0),
        )
        self.play(FadeIn(verdict.part("differ"), words), run_time=theme.FADE)
        self.lens = lens
        self.curve: VMobject = curve

    @staticmethod
    def _lens(region: Region, middle: Point) -> ZoomPlot:
        return ZoomPlot(region, middle, width=WIDTH, depth=DEPTH, numbered=False)

    @staticmethod
    def _name(source: str, place: Anchor) -> Formula:
        """Name the curve under a lens."""
        return place.hold(Formula(source, size=theme.TABLE_SIZE, color=theme.FUNC))

    def _turn_into(self, lens: ZoomPlot, before: VGroup, after: VGroup) -> None:
        """Let the curve under the lens become another one, with the lens back at its beginning."""
        rest = [part for part in lens if part not in (*after, lens.pane)]
        pane, moves = self.lens.pane, [ReplacementTransform(before, after)]
        if lens.region == self.lens.region:
            self.remove(pane)
            self.add(lens.pane)
            pane = lens.pane
        else:
            moves.append(ReplacementTransform(pane, lens.pane))
        leaving = self.scene.all_but(before, pane)
        self.play(*(FadeOut(thing) for thing in leaving), run_time=theme.LEAP)
        self.play(
            *moves,
            *(FadeIn(part) for part in rest),
            run_time=theme.STEP,
        )
        self.add(lens)

    def secant_stands_up(self) -> None:
        numbers, places = self.numbers, self.places
        lens = self._lens(places.lens, Point(0.0, numbers.root(0.0)))
        upright_curve = SteepCurve(lens, numbers.root_inverse.value)
        lens.hold(upright_curve)
        # The plot itself is not magnified, only its corner is.
        lens.badge.set_opacity(0.0)
        self._turn_into(lens, VGroup(self.curve), VGroup(upright_curve))
        secant = MagnifiedSecant(lens, numbers.root_secant, numbers.root_quotients.sizes[0])
        name = self._name("f(x) = root(3, x)", places.root_name)
        table = self._open_table(numbers.root_rows, 1, secant, name)
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
            self.play(closer)
            self.play(FadeIn(table.cell(power, 1)), run_time=theme.FADE / 2)
        upright = upright_line(lens.region)
        words = Words("no derivative", size=places.verdict_size)
        words.next_to(upright, LEFT if places.verdict_left else RIGHT, buff=theme.CARD_GAP)
        words.set_y(places.verdict_height)
        # Dashes in ink: the colour of slopes would promise one.
        leaving = (secant.line, secant.run, secant.rise, secant.far)
        self.play(FadeOut(*leaving), FadeIn(upright), run_time=theme.STEP)
        self.play(FadeIn(words), run_time=theme.FADE)
        self.lens, self.curve = lens, upright_curve

    def _open_table(self, rows: FloatArray, decimals: int, *beside: VMobject) -> ValueTable:
        """Show gaps on a plate, the slope of the first one, and other things at the same time."""
        table = ValueTable(
            [Column("h", theme.RUN), Column('upright("slope")', theme.APPROX, decimals)],
            rows,
            size=theme.TABLE_SIZE,
            pitch=TABLE_PITCH,
        )
        ground, _ = on_plate(table)
        self.places.table.hold(VGroup(ground, table))
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

    def jump_never_settles(self) -> None:
        numbers, places = self.numbers, self.places
        edge = numbers.jump_secant(1.0).p
        lens = self._lens(places.lens, edge)
        pieces = broken_curve(lens, numbers)
        lens.hold(*pieces)
        # Close to one branch of the jump the other would be out of sight: the lens is not used.
        lens.badge.set_opacity(0.0)
        levels = [spell(numbers.jump_secant(side).q.y, 0) for side in (-1, 1)]
        name = self._name(
            f'f(x) = cases({levels[0]} & upright("for") x < 0, '
            f'{levels[1]} & upright("for") x >= 0)',
            places.jump_name,
        )
        # Dot and ring appear: a line that turned into them would be filled on its way.
        self._turn_into(lens, VGroup(self.curve), VGroup(*pieces[:2]))
        gap = numbers.jump_quotients.sizes[0]
        right, left = (
            MagnifiedSecant(lens, numbers.jump_secant, side * gap, STUB) for side in (1, -1)
        )
        level = places.level.hold(self._level_side(right))
        self.play(FadeIn(name, right, level), run_time=theme.STEP)
        fan = VGroup(
            *(MagnifiedSecant(lens, numbers.jump_secant, -size, STUB).line for size in numbers.fan)
        )
        table = self._open_table(numbers.jump_rows, 0, left)
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
    def _level_side(secant: MagnifiedSecant) -> VGroup:
        """Return what is said of the secants on the right of the jump: all are level."""
        where = in_roles("{{h : run}} > 0", size=theme.TABLE_SIZE)
        slope = Formula(
            f'upright("slope") = {spell(secant.state.slope, 0)}',
            size=theme.KEY_SIZE,
            color=theme.APPROX,
        )
        slope.next_to(where, DOWN, buff=theme.GUTTER, aligned_edge=LEFT)
        return on_plate(where, slope)

    def _three_tiles(self, pane: VMobject, pieces: VGroup) -> None:
        """Put the three cases side by side, with what they have in common."""
        places = TilePlaces.lay(self.layout)
        cases = (("corner", "unbroken"), ("vertical tangent", "unbroken"), ("jump", "broken"))
        pictures = case_pictures(self.numbers, places.pictures)
        panes, tags = VGroup(), VGroup()
        for (name, kind), room, names in zip(cases, places.pictures, places.names, strict=True):
            panes.add(outline(room.width, room.height, theme.INK).move_to(room.center))
            tag = Words(name, size=places.name_size)
            verdict = Words(kind, size=places.name_size, color=theme.FUNC)
            for row, text in enumerate((tag, verdict), start=1):
                text.move_to(names.center).stand_on(names.top - row * NAME_PITCH)
                tags.add(text)
        leaving = self.scene.all_but(pane, pieces)
        self.play(*(FadeOut(thing) for thing in leaving), run_time=theme.LEAP)
        self.play(
            ReplacementTransform(pane, panes[-1]),
            ReplacementTransform(pieces, pictures[-1]),
            run_time=theme.STEP,
        )
        self.play(FadeIn(panes[:-1], *pictures[:-1], tags), run_time=theme.FADE)
        self.wait(theme.HOLD + theme.FADE)
