"""Clip 09b, last act: what each fix prints, and the solution without any descent."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Create,
    FadeIn,
    ReplacementTransform,
    ShowIncreasingSubsets,
    VGroup,
    linear,
)

from lessons.derivatives.c09b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.data_plot import DataPlot, FittedLine
from scenes.components.marks.plate import on_plate
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.code import CodeLine
from scenes.components.text.decimals import common_places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.printing import (
    DECIMALS,
    fixes,
    printed,
    program,
)
from scenes.derivatives.c09b_regression_the_surprise.props.program import (
    SIZE,
    Program,
    ProgramChange,
    changed,
)

CODE_SHARE = 0.69
ROOM_BELOW = 1.4
"""Lines of room on the plate for what is printed."""
DOCK = (0.985, 0.03)
LIST_TOP = 0.93
FIX_GAP = 0.95
SPLIT = (0.56, 0.44)
ARC = 1.2
CARD_HEIGHT = 0.85
"""How high the program stands in the stage: 1 is at its upper edge."""


class HonestFixes(Act):
    """What each fix prints, and the solution without any descent."""

    numbers: Numbers

    def three_honest_prints(self) -> None:
        self.clear_stage()
        stage = self.layout.stage
        room, beside = stage.columns(CODE_SHARE, 1 - CODE_SHARE, gap=theme.CARD_GAP)
        changes = fixes(self.numbers)
        longest = Program(max((code for _, code, _ in changes), key=len), room_below=ROOM_BELOW)
        scale = min(1.0, room.width / longest.width)
        card = self._card(program(self.numbers), scale)
        names = VGroup(
            *(self._fix(name, printed(at), beside.width) for name, _, at in changes)
        ).arrange(DOWN, aligned_edge=LEFT, buff=FIX_GAP)
        beside.place(names, 0.0, LIST_TOP)
        self.play(FadeIn(card))
        for (name, found), (_, code, at) in zip(names, changes, strict=True):
            new = self._card(code, scale).lit(*changed(program(self.numbers), code))
            self.play(FadeIn(name, run_time=theme.FADE), ProgramChange(card, new))
            card = new
            shown = card.below(CodeLine(printed(at), scale * SIZE, theme.EXACT))
            self.play(ShowIncreasingSubsets(shown, run_time=theme.STEP, rate_func=linear))
            self.play(ReplacementTransform(shown, found, path_arc=ARC, run_time=theme.STEP))
        self.wait(theme.THINK)

    def _card(self, code: list[str], scale: float) -> Program:
        card = Program(code, scale * SIZE, ROOM_BELOW)
        return self.layout.stage.place(card, 0.0, CARD_HEIGHT)

    def _fix(self, name: str, output: str, width: float) -> VGroup:
        """Return the name of a fix, and below it what it prints."""
        fix = VGroup(
            Words(name, size=theme.TABLE_SIZE), CodeLine(output, theme.TABLE_SIZE, theme.EXACT)
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.LABEL_GAP)
        return fix.scale(min(1.0, width / fix.width))

    def solved_directly(self) -> None:
        numbers, stage = self.numbers, self.layout.stage
        self.clear_stage()
        # Where the points have noise, no corner of the plot is certain to be free.
        exact = numbers.truth is not None
        room, beside = (stage, stage) if exact else stage.columns(*SPLIT, gap=theme.CARD_GAP)
        plot = DataPlot(room, numbers.data, numbers.x_span, numbers.y_span)
        line = FittedLine(plot, numbers.best_line)
        (a, c), (_, d) = numbers.hessian.tolist()
        p, q = numbers.right_side.tolist()
        rows = VGroup(*(self._equation(*row) for row in (("w", a, c, p), ("b", c, d, q))))
        rows.arrange(DOWN, aligned_edge=RIGHT, buff=theme.GUTTER)
        w, b = numbers.closed_form
        places = 0 if exact else DECIMALS
        solution = in_roles(
            f"{{{{w = {spell(w, places)} : run}}}}, quad {{{{b = {spell(b, places)} : rise}}}}",
            theme.KEY_SIZE,
        )
        solution.next_to(rows, DOWN, buff=theme.CARD_GAP)
        docked = on_plate(rows, solution)
        if exact:
            plot.window.place(docked, *DOCK)
        else:
            beside.place(beside.fit(docked), 0.5, 0.6)
        self.play(FadeIn(plot), Create(line))
        self.play(FadeIn(docked[0], rows[0]))
        self.play(FadeIn(rows[1]))
        self.play(FadeIn(solution, shift=DOWN * theme.NUDGE_SHIFT))
        # Only now is the line exact: its dashes close.
        self.play(Sweep(line.set_openness, between(1.0, 0.0), line, run_time=theme.WRITE))
        self.play(
            animated(line, run_time=theme.LEAP).set_stroke(
                color=theme.EXACT, width=theme.EXACT_STROKE
            )
        )
        self.wait(theme.CLIP_END)

    @staticmethod
    def _equation(knob: str, first: float, second: float, total: float) -> Formula:
        one, two, three = (spell(abs(v), common_places([v], 4)) for v in (first, second, total))
        sign = "-" if second < 0 else "+"
        minus = "-" if total < 0 else ""
        return in_roles(
            f"{{{{partial J \\/ partial {knob} = 0 : exact1}}}} thick => thick "
            f"{{{{{one} : a}}}} {{{{w : run}}}} {sign} {{{{{two} : c}}}} {{{{b : rise}}}} "
            f"= {{{{{minus} {three} : exact}}}}",
            theme.TABLE_SIZE,
        )
