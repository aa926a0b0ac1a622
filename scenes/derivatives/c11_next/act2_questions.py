"""Clip 11, second act: three questions, one at a time, then side by side."""

from __future__ import annotations

from manim import DOWN, UP, FadeIn, LaggedStart, VGroup, VMobject, linear

from lessons.derivatives.c11.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.plate import on_plate
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.readout import Readout
from scenes.components.text.text import Words
from scenes.derivatives.c11_next.props.batch_picture import BatchPicture
from scenes.derivatives.c11_next.props.memory_picture import MemoryPicture
from scenes.derivatives.c11_next.props.question_card import QuestionCard
from scenes.derivatives.c11_next.props.stepping import in_steps
from scenes.derivatives.c11_next.props.stride_picture import StridePicture
from scenes.layout import Region

QUESTIONS = ("step size", "batches", "momentum")
ASKED_AT = (0.5, 0.9)
"""Where the first question stands between the slopes of its hill, as shares of the stage."""
CORNER = (0.0, 1.0)
MEMORY_ROWS = (0.8, 6.0)
"""Heights of the last question and of its two valleys."""
NOTE_AT = (0.97, 0.5)
"""Where a valley tells which ball it is, as shares of the valley: past the lowest point."""
MEMORY_NAMES = ("without", "with")
CARD_NOTE_AT = (0.96, 0.94)
"""Where the same is told on a card: in the corner, above the lowest point."""
VOTES_TIME, MEMORY_TIME = 3.0, 2.6
"""How long three batches vote, and how long two balls descend, in seconds."""
CARD_SHARE = (0.1, 1.0)
"""Which part of the height the cards take."""


class ThreeQuestions(Act):
    """Three questions fill the stage one after the other, and end as three cards."""

    numbers: Numbers

    def three_questions(self) -> None:
        self.clear_stage()
        self._stride()
        self._vote()
        self._remember()
        room = self.layout.stage.part(0.0, 1.0, *CARD_SHARE)
        cut = room.rows if self.layout.narrow else room.columns
        regions = cut(1, 1, 1, gap=theme.CARD_GAP)
        cards = [
            QuestionCard(region, word) for region, word in zip(regions, QUESTIONS, strict=True)
        ]
        numbers, (first, second, third) = self.numbers, (card.inside for card in cards)
        pictures = (
            StridePicture(first, numbers, numbers.strides[1], theme.DOT_RADIUS),
            BatchPicture(second, numbers, len(numbers.batches), theme.DOT_RADIUS),
            MemoryPicture(third, numbers, len(numbers.plain) - 1, theme.DOT_RADIUS),
        )
        for row, text in zip(pictures[2].rows, MEMORY_NAMES, strict=True):
            name = row.place(Words(text, size=theme.DIGIT_SIZE), *CARD_NOTE_AT)
            pictures[2].add(name.set_stroke(theme.BG, theme.HALO, background=True))
        self.clear_stage(run_time=theme.FADE / 2)
        self.play(
            LaggedStart(
                *(
                    FadeIn(VGroup(card, picture), shift=UP * theme.NUDGE_SHIFT)
                    for card, picture in zip(cards, pictures, strict=True)
                ),
                lag_ratio=theme.LAG,
                run_time=theme.STEP,
            )
        )
        self.wait(theme.THINK)

    def _stride(self) -> None:
        """Ask how long a step should be: it grows until it leaps across."""
        stage, (short, long) = self._inner, self.numbers.strides
        picture = StridePicture(stage, self.numbers, short)
        asked = self._question(0).move_to(stage.at(*ASKED_AT))
        alpha = Readout("alpha =", short, decimals=2, size=theme.KEY_SIZE, color=theme.ALPHA)
        alpha.next_to(asked, DOWN, buff=theme.CARD_GAP)
        self.play(FadeIn(picture, asked, alpha, run_time=theme.FADE))

        def reach(size: float) -> None:
            picture.put(size)
            alpha.set_value(size)

        self.play(
            Sweep(reach, between(short, long), picture, alpha, rate_func=theme.TRAVEL),
        )

    def _vote(self) -> None:
        """Ask whether all points must vote each time: then a few do, for another line."""
        picture = BatchPicture(self._inner, self.numbers, 0.0)
        asked = self.layout.stage.place(self._question(1), *CORNER)
        self._turn_to(picture, asked)
        self.wait(theme.FADE)
        self.play(
            Sweep(
                picture.put,
                in_steps(len(self.numbers.batches)),
                picture,
                rate_func=linear,
                run_time=VOTES_TIME,
            )
        )

    def _remember(self) -> None:
        """Ask whether a descent can remember its speed: one of two balls does."""
        head, below = self.layout.stage.rows(*MEMORY_ROWS, gap=theme.GUTTER)
        picture = MemoryPicture(below, self.numbers, 0.0)
        notes = VGroup(
            *(
                row.place(on_plate(Words(text, size=theme.TABLE_SIZE)), *NOTE_AT)
                for row, text in zip(picture.rows, MEMORY_NAMES, strict=True)
            )
        )
        asked = head.place(self._question(2), 0.0, 0.5)
        self._turn_to(picture, asked, notes)
        self.play(
            Sweep(
                picture.put,
                between(0.0, len(self.numbers.plain) - 1),
                picture,
                rate_func=linear,
                run_time=MEMORY_TIME,
            )
        )

    @property
    def _inner(self) -> Region:
        """The stage without the width of a stroke at its edges."""
        return self.layout.stage.inset(theme.TICK)

    def _question(self, place: int) -> Words:
        return Words(f"{QUESTIONS[place]}?", size=theme.TITLE_SIZE)

    def _turn_to(self, *picture: VMobject) -> None:
        """Let another picture take the stage."""
        self.clear_stage(run_time=theme.FADE / 2)
        self.play(FadeIn(*picture, rate_func=theme.ENTER, run_time=theme.FADE / 2))
