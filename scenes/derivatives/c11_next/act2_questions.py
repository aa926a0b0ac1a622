"""Clip 11, second act: three questions, and a slope to find by hand."""

from __future__ import annotations

from functools import partial

from manim import (
    LEFT,
    RIGHT,
    UP,
    FadeIn,
    FadeOut,
    VGroup,
    there_and_back,
)
from manim.typing import Point3D

from lessons.derivatives.c11.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve, OpenDot, PointCloud, SolidDot
from scenes.components.landscape.descent_path import DescentPath
from scenes.components.landscape.parameter_plane import ContourMap, ParameterPlane
from scenes.components.marks.dashes import Dashes
from scenes.components.marks.ray import Ray
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c11_next.props.question_card import QuestionCard
from scenes.derivatives.map.story_map import StoryMap
from scenes.derivatives.map.tiles import TILES
from scenes.layout import Region
from scenes.notation import typst

CARD_SHARE = (0.13, 0.87)
"""Which part of the height the cards take."""
LEVEL = -0.3
"""Height at which a step is drawn, below the hill."""
VOTE = 2.0
"""How many times larger a point is while it votes."""
CHECK_DECIMALS = 2
PRACTICE_ROWS = (0.76, 0.5, 0.22)
"""Heights of the three lines of the practice card."""


class ThreeQuestions(Act):
    """Three questions as cards, and a slope to find by hand."""

    numbers: Numbers

    def three_questions(self) -> None:
        self.clear_stage()
        cards = [
            QuestionCard(region, word)
            for region, word in zip(
                self.layout.full.part(0.0, 1.0, *CARD_SHARE).columns(1, 1, 1, gap=theme.CARD_GAP),
                ("step size", "batches", "momentum"),
                strict=True,
            )
        ]
        for card, ask in zip(cards, (self._stride, self._vote, self._remember), strict=True):
            self.play(FadeIn(card, shift=UP * theme.NUDGE_SHIFT, run_time=theme.FADE))
            ask(card.inside)

    def _stride(self, region: Region) -> None:
        """Ask how long a step should be: it stretches and shrinks."""
        numbers = self.numbers
        axes = _bare((-1.4, 1.4, 1), (-0.5, 1.8, 1), region)
        curve = Curve(axes, numbers.hill_curve)
        short, long = numbers.strides
        start, end = numbers.stride(short)
        ball, landing = SolidDot(axes.map(*start)), OpenDot(axes.map(*end))
        ray = Ray(axes.map(start.x, LEVEL), axes.map(end.x, LEVEL), gap=0.0, color=theme.RUN)

        def reach(alpha: float) -> None:
            start, end = numbers.stride(alpha)
            landing.move_to(axes.map(*end))
            ray.put(axes.map(start.x, LEVEL), axes.map(end.x, LEVEL))

        self.play(FadeIn(curve, ball, landing, ray, run_time=theme.FADE))
        self.play(
            Sweep(
                reach,
                between(short, long),
                ray,
                landing,
                rate_func=there_and_back,
                run_time=theme.DRAW,
            )
        )

    def _vote(self, region: Region) -> None:
        """Ask whether all points must vote each time: each time a few do, for another line."""
        numbers = self.numbers
        axes = _bare((-1.15, 1.15, 1), (-0.9, 1.3, 1), region)
        dots = PointCloud(axes, numbers.cloud, radius=theme.FINE_DOT_RADIUS).set_color(theme.MUTED)
        line = Dashes(*self._ends(axes, 0))
        self.play(FadeIn(dots, run_time=theme.FADE))
        for place, batch in enumerate(numbers.batches):
            before = () if place == 0 else numbers.batches[place - 1]
            fade = (
                [FadeIn(line)]
                if place == 0
                else [Sweep(partial(self._lean, line, axes, place), between(0.0, 1.0), line)]
            )
            self.play(
                *fade,
                *(dots[index].animate.set_color(theme.MUTED).scale(1 / VOTE) for index in before),
                *(dots[index].animate.set_color(theme.RISE).scale(VOTE) for index in batch),
                run_time=theme.STEP,
            )

    def _ends(self, axes: GraphAxes, place: int) -> tuple[Point3D, Point3D]:
        line = self.numbers.batch_lines[place]
        return axes.clip_line(line.slope, line.intercept)

    def _lean(self, line: Dashes, axes: GraphAxes, place: int, share: float) -> None:
        """Turn the line from the fit of the batch before to the fit of this one."""
        ends = zip(self._ends(axes, place - 1), self._ends(axes, place), strict=True)
        line.put(*(start + share * (end - start) for start, end in ends))

    def _remember(self, region: Region) -> None:
        """Ask whether a descent can remember its speed: one of two balls in the valley does."""
        numbers = self.numbers
        (left, right), (low, high) = numbers.narrow_window
        # The plane keeps room for scales that a card does not have.
        room = Region(
            region.left - theme.SCALE_ROOM,
            region.right + theme.LEG_GAP,
            region.bottom - theme.SCALE_ROOM + theme.CARD_GAP,
            region.top + theme.LEG_GAP - theme.CARD_GAP,
        )
        plane = ParameterPlane(
            (left, right, 1), (low, high, 1), room, decimals=(None, None), equal=False
        )
        rings = ContourMap(plane, numbers.narrow_rings)
        plain = DescentPath(
            plane, numbers.plain, marks=(), color=theme.MUTED, radius=theme.DOT_RADIUS
        )
        heavy = DescentPath(plane, numbers.heavy, marks=(), radius=theme.DOT_RADIUS)
        heavy.trail.set_stroke(color=theme.INK)
        key = VGroup(
            *(
                VGroup(path.ball.copy(), Words(text, size=theme.FLOOR_SIZE, color=color)).arrange(
                    RIGHT, buff=theme.LEG_GAP
                )
                for path, text, color in (
                    (plain, "without", theme.MUTED),
                    (heavy, "with", theme.INK),
                )
            )
        ).arrange(RIGHT, buff=theme.CARD_GAP)
        region.place(key, 0.5, 1.0)
        self.play(FadeIn(rings, plain, heavy, key, run_time=theme.FADE))
        last = len(numbers.plain) - 1

        def roll(step: float) -> None:
            plain.put(step)
            heavy.put(step)

        self.play(Sweep(roll, between(0.0, last), plain, heavy, run_time=theme.DRAW))

    def practice_card(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        story = StoryMap(self.layout.full).fill(*TILES).walk(1.0)
        name = list(TILES)[-1]
        self.play(FadeIn(story, run_time=theme.FADE))
        self.play(*story.dim_all_but(name))
        self.add(story)
        # The last tile opens and becomes the practice card.
        self.play(story.enter(name, self.layout.full, run_time=theme.STEP))
        card = story.opened(self.layout.full)
        at, slope = numbers.practice_tangent.point.x, numbers.practice_tangent.slope
        rule = in_roles(f"f(x) = {typst(numbers.practice.expression)}", theme.TITLE_SIZE)
        asked = in_roles(
            f"f'({spell(at, 0)}) {{{{= : is}}}} med {{{{? : exact}}}}", theme.TITLE_SIZE
        )
        answer = Numeral(slope, size=theme.TITLE_SIZE, color=theme.EXACT)
        nudge = spell(numbers.tiny_nudge, 3)
        check = in_roles(
            f"(f({spell(at, 0)} + {{{{{nudge} : run1}}}}) - f({spell(at, 0)})) "
            f"/ {{{{{nudge} : run2}}}} {{{{approx : near}}}} med {{{{? : approx}}}}",
            theme.FORMULA_SIZE,
        )
        for line, height in zip((rule, asked, check), PRACTICE_ROWS, strict=True):
            line.move_to(card.at(0.5, height))
        self.play(FadeOut(story.pictures[name], run_time=theme.FADE / 2))
        self.play(FadeIn(rule, asked, check, run_time=theme.FADE))
        self.wait(2 * theme.THINK + theme.HOLD)
        quotient = Numeral(
            numbers.check, CHECK_DECIMALS, size=theme.FORMULA_SIZE, color=theme.APPROX
        )
        for found, line, label in ((answer, asked, "exact"), (quotient, check, "approx")):
            found.align_to(line.part(label), LEFT)
        answer.stand_on(asked.baseline)
        quotient.match_y(check.part("approx"))
        self.play(
            FadeOut(asked.part("exact"), check.part("approx")),
            FadeIn(answer, quotient, scale=theme.SEED),
            run_time=theme.FADE,
        )
        self.wait(theme.CLIP_END - theme.BREATH)


def _bare(
    x_range: tuple[float, float, float], y_range: tuple[float, float, float], region: Region
) -> GraphAxes:
    """Return axes that only map: a card shows none."""
    room = region.inset(theme.GUTTER - AXIS_ROOM)
    return GraphAxes(x_range, y_range, room, x_name="", y_name="", numbers=(None, None))
