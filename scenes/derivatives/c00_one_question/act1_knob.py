"""Clip 00, first act: one knob changes one error, and many knobs ask the same question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from manim import (
    DOWN,
    RIGHT,
    UP,
    Circle,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    VGroup,
)
from manim.typing import Point3D

from lessons.derivatives.c00.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import carry
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.dial import Dial
from scenes.components.text.formula import Formula
from scenes.components.text.fraction import LiveFraction
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.text import Words
from scenes.derivatives.c00_one_question.props.change_marks import ChangeMarks
from scenes.derivatives.shared.fit_panel import FitPanel
from scenes.derivatives.shared.knob_and_error import KnobAndError

SPAN = (1.5, 2.5)
"""The least and the greatest value on the scale of the knob."""
HALF = 0.5
"""The share of an upright frame's height that the data and the crowd take."""
PAIR_RADIUS, NARROW_PAIR = 1.3, 1.2
"""The radius of one of two dials, in frame units."""
CROWD_RADIUS = 0.55
"""The radius of one dial among many, seen from near."""
FAR, NARROW_FAR = 0.5, 0.33
"""How large the crowd is when all of it is seen, as a share of how large it is from near."""
NEAR_ROWS = slice(1, 4)
NEAR_COLUMNS, NARROW_COLUMNS = slice(3, 9), slice(4, 8)
"""The dials that are seen from near."""
CROWD_RISE, UPRIGHT_RISE = 0.5, 0.2
"""How far above the middle of its region the crowd stands, in frame units."""
RING = 1.12
"""The radius of the ring around our dial, in radii of the dial."""
OURS = (2, 5)
"""Row and column of our dial among all."""


@dataclass(frozen=True, slots=True)
class AfterKnob:
    """The knob among many others.

    Attributes
    ----------
    small
        The dial as one of the crowd, with its ring.
    answer
        The ratio below that dial.
    others
        All else on stage.
    """

    small: VGroup
    answer: Numeral
    others: VGroup


class Knob(Act):
    """A knob turns a little; a ratio tells which way the error moved, and how much per unit."""

    numbers: Numbers

    def prepare(self) -> None:
        """Build the data, the knob and its error, side by side."""
        before = self.numbers.before
        self.left, self.right = self.layout.split_at(HALF)
        narrow = self.layout.narrow
        if narrow:
            self.right = self.layout.above_captions(self.right)
        self.pair_radius = NARROW_PAIR if narrow else PAIR_RADIUS
        self.far, self.near = (NARROW_FAR, NARROW_COLUMNS) if narrow else (FAR, NEAR_COLUMNS)
        self.panel = FitPanel(self.left, self.numbers.data, self.numbers.fit(before.x))
        self.machine = KnobAndError.standing_in(self.right, before, SPAN, decimals=2)
        self.dial, self.gauge, self.knob, self.error = self.machine.parts

    def knob_turns_error_drops(self) -> None:
        self.scene.show_opening()
        what = Words("error", size=theme.DIGIT_SIZE, color=theme.FUNC)
        self.what = what.next_to(self.gauge, UP, buff=theme.GUTTER)
        self.play(
            FadeIn(self.panel, self.dial, self.knob, self.gauge, self.error, self.what),
            run_time=theme.FADE,
        )
        self.ghost = self.gauge.ghost()
        self.add(self.ghost)
        self.play(
            Sweep(
                self._turn,
                between(self.numbers.before.x, self.numbers.after.x),
                *self.machine.parts,
                self.panel.guess,
                self.panel.misses,
                rate_func=theme.TRAVEL,
                run_time=theme.SETTLE,
            )
        )

    def _turn(self, w: float) -> None:
        """Turn the knob; the line and the error follow."""
        self.machine.turn_to(self.numbers.at(w))
        self.panel.lay(self.numbers.fit(w))

    def two_moves_make_a_ratio(self) -> None:
        before, after, change = self.numbers.before, self.numbers.after, self.numbers.triangle
        turn = self.dial.turn_mark(before.x, after.x)
        fall = self.gauge.fall_mark(before.y, after.y)
        turned = Formula("Delta w", size=theme.TABLE_SIZE, color=theme.RUN)
        fallen = Formula("Delta J", size=theme.TABLE_SIZE, color=theme.RISE)
        self.marks = ChangeMarks(turn, fall, VGroup(turned, fallen))
        self.marks.place_names()
        self.play(FadeOut(self.panel, rate_func=theme.LEAVE, run_time=theme.FADE))
        # The level before stays: the fall can be checked.
        level = Formula(f"J = {spell(before.y, 0)}", size=theme.DIGIT_SIZE, color=theme.FUNC)
        level.next_to(self.gauge, UP, buff=theme.GUTTER)
        fall.add_tip(tip_length=theme.TIP, tip_width=theme.TIP)
        self.play(FadeOut(self.what), Create(fall), FadeIn(fallen, level))
        self.ghost.add(level)
        self.play(Create(turn), FadeIn(turned))
        self.ratio = Formula(
            "{{Delta J : rise}} / {{Delta w : run}} {{= : is}}",
            colors={"rise": theme.RISE, "run": theme.RUN},
            size=theme.TITLE_SIZE,
        )
        self.figures = LiveFraction(
            change.rise,
            change.run,
            self.numbers.ratios[0],
            decimals=(2, 1),
            run_decimals=1,
            signed=True,
            size=theme.TITLE_SIZE,
        )
        # Both fractions stand on the height of the equals sign between them.
        after_sign = self.ratio.part("is").get_right() + theme.LABEL_GAP * RIGHT
        self.figures.shift(after_sign - self.figures.axis)
        row = VGroup(self.ratio, self.figures)
        room = self.left.inset(theme.GUTTER) if self.layout.narrow else self.left
        self.left.place(room.fit(row), 0.5, 0.55)
        self.play(
            *carry(fallen, self.ratio.part("rise")),
            *carry(turned, self.ratio.part("run")),
            FadeIn(self.ratio.without("rise", "run")),
        )
        self.play(FadeIn(self.figures))
        sign, *size = cast(Numeral, self.figures.quotient)
        self.point_at(sign)
        self.point_at(VGroup(*size))

    # All knobs share one error: a bar beside each knob would suggest as many errors. Each knob has
    # a ratio of its own, which is known for the first knob and asked for by all others.
    def one_knob_among_many(self) -> None:
        answer, marks = cast(Numeral, self.figures.quotient).copy(), self.marks
        self.add(answer)
        second = Dial(self.numbers.before.x, SPAN, self.pair_radius)
        pair = VGroup(Dial(self.dial.value, SPAN, self.pair_radius), second)
        pair.arrange(RIGHT, buff=2 * theme.CARD_GAP)
        self.left.place(pair, 0.5, 0.6)
        names = VGroup(
            *(
                Formula(name, size=theme.TABLE_SIZE, color=theme.RUN).next_to(
                    dial, DOWN, buff=theme.GUTTER
                )
                for name, dial in zip("wb", pair, strict=True)
            )
        )
        moving = self.dial.copy()  # the dial itself stays as it was built
        self.remove(self.dial)
        self.play(
            FadeOut(marks.turn, marks.fall, marks.names, self.ghost, self.ratio, self.figures),
            FadeOut(self.knob, answer),
            FadeIn(self.what),
            ReplacementTransform(moving, pair[0]),
            FadeIn(second),
            FadeIn(names),
            run_time=theme.MORPH,
        )
        self.wait(theme.FADE)
        crowd, ours = self._crowd()
        near = [dial for row in crowd[NEAR_ROWS] for dial in row[self.near] if dial is not ours]
        neighbour = crowd[OURS[0]][OURS[1] + 1]
        seen = {id(dial) for dial in (*near, ours)}
        far = VGroup(*(dial for row in crowd for dial in row if id(dial) not in seen))
        whole = VGroup(ours, *near, far)
        middle = self._middle
        whole.scale(self.far, about_point=middle)
        rest = [dial for dial in (*near, *far) if dial is not neighbour]
        self.play(
            ReplacementTransform(pair[0], ours),
            ReplacementTransform(second, neighbour),
            FadeOut(names),
            LaggedStart(*(FadeIn(dial, scale=theme.SEED) for dial in rest), lag_ratio=0.02),
            run_time=theme.DRAW,
        )
        self.play(
            VGroup(ours, *near).animate.scale(1 / self.far, about_point=middle),
            FadeOut(far, rate_func=theme.ENTER),
            run_time=theme.MORPH,
            rate_func=theme.TRAVEL,
        )
        ring = Circle(CROWD_RADIUS * RING, stroke_color=theme.INK, stroke_width=theme.FRAME_STROKE)
        ring.move_to(ours.face)
        self.answer = Numeral(
            self.numbers.ratios[0], 1, size=theme.DIGIT_SIZE, color=theme.APPROX
        ).next_to(ring, DOWN, buff=theme.LABEL_GAP)
        asked = VGroup(
            *(
                Formula("?", size=theme.DIGIT_SIZE).next_to(dial, DOWN, buff=theme.LABEL_GAP)
                for dial in near
            )
        )
        self.play(
            Create(ring),
            FadeIn(self.answer),
            LaggedStart(*(FadeIn(mark) for mark in asked), lag_ratio=theme.LAG / 2),
            run_time=theme.GROUP,
        )
        self.small = VGroup(ours, ring)
        self.others = VGroup(*near, asked, self.gauge, self.error, self.what)

    @property
    def _middle(self) -> Point3D:
        """The middle of the crowd, above the captions."""
        return self.left.center + (UPRIGHT_RISE if self.layout.upright else CROWD_RISE) * UP

    def _crowd(self) -> tuple[list[list[Dial]], Dial]:
        """Return all dials as they stand when seen from near, and ours among them."""
        rows, columns = self.numbers.crowd.shape
        pitch = (
            self.left.width / (self.near.stop - self.near.start),
            min(self.layout.readable.height, self.left.height) / (NEAR_ROWS.stop - NEAR_ROWS.start),
        )
        crowd = []
        for row in range(rows):
            line = []
            for column in range(columns):
                turn = float(self.numbers.crowd[row, column])
                mine = (row, column) == OURS
                dial = (
                    Dial(self.dial.value, SPAN, CROWD_RADIUS, ticks=5)
                    if mine
                    else Dial(turn, (0.0, 1.0), CROWD_RADIUS, ticks=5)
                )
                across = (column - (columns - 1) / 2) * pitch[0]
                up = ((rows - 1) / 2 - row) * pitch[1]
                dial.shift(self._middle + across * RIGHT + up * UP - dial.face.get_center())
                line.append(dial)
            crowd.append(line)
        return crowd, crowd[OURS[0]][OURS[1]]

    def hand_over(self) -> AfterKnob:
        """Return what the next act needs."""
        return AfterKnob(small=self.small, answer=self.answer, others=self.others)
