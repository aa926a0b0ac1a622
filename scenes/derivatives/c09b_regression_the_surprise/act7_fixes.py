"""Clip 09b, last act: what each fix costs and prints, and the solution without any descent."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    ShowIncreasingSubsets,
    VGroup,
    linear,
)

from lessons.derivatives.c09b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.data_plot import DataPlot, FittedLine
from scenes.components.marks.plate import on_plate
from scenes.components.motion.carry import late
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.code import CodeLine
from scenes.components.text.decimals import common_places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.bumpy_walk import BumpyWalk
from scenes.derivatives.c09b_regression_the_surprise.props.cost_bars import CostBars
from scenes.derivatives.c09b_regression_the_surprise.props.printing import (
    DECIMALS,
    fixes,
    printed,
    program,
)

PRINTS = 0.2
"""The share of the height below the bars that the printed line takes."""
DOCK = (0.985, 0.05)
SPLIT = (0.56, 0.44)
HEAD = 0.25
"""The share of a narrow frame's height that the equations take above their plot."""
NAMED_AT = 0.72
"""Where the name of the line ends, as a share of the line."""
RULE, UPRIGHT_RULE = (0.36, 0.9, 0.74, 1.0), (0.06, 0.86, 0.86, 0.98)
"""The part of the plot with dips in which it is said what its descent does."""
CLEARED = 0.5
"""The share of a change after which what stood in a place has left it."""


class HonestFixes(Act):
    """What each fix costs and prints, and the solution without any descent."""

    numbers: Numbers

    def three_honest_prints(self) -> None:
        self.clear_stage()
        before, changes = program(self.numbers), fixes(self.numbers)
        above, below = self.layout.readable.rows(1 - PRINTS, PRINTS)
        # The first line of code that a fix changes is shown for all of them.
        costs = CostBars(
            above,
            [
                (name, steps, next(line for line in code if line not in before))
                for name, code, _, steps in changes
            ],
        )
        lines = [
            below.place(below.fit(CodeLine(printed(at), theme.TITLE_SIZE, theme.EXACT)), 1.0, 0.3)
            for _, _, at, _ in changes
        ]
        prints = Words("prints", size=theme.TABLE_SIZE, color=theme.MUTED)
        prints.next_to(lines[0], LEFT, buff=theme.CARD_GAP).stand_on(lines[0].baseline)
        self.play(FadeIn(prints), run_time=theme.LEAP)
        for place, line in enumerate(lines):
            leaving = [FadeOut(lines[place - 1], run_time=theme.LEAP)] if place else []
            self.play(FadeIn(costs.names[place], costs.codes[place], run_time=theme.FADE), *leaving)
            self.play(costs.grow(place), run_time=theme.STEP)
            self.play(
                FadeIn(costs.steps[place], run_time=theme.LEAP),
                ShowIncreasingSubsets(line, rate_func=linear, run_time=theme.STEP),
            )
            self.wait(theme.LEAP)
        self.wait(theme.THINK)

    def solved_directly(self) -> None:
        self.clear_stage(run_time=theme.LEAP)
        self._solve()
        self._descend()
        self.wait(theme.CLIP_END)

    def _solve(self) -> None:
        """Two equations give the line at once; its dashes close."""
        numbers, stage = self.numbers, self.layout.readable
        # Where the points have noise, no corner of the plot is certain to be free.
        exact = numbers.truth is not None
        if self.layout.narrow:
            beside, room = stage.rows(HEAD, 1 - HEAD)
        elif exact:
            room, beside = stage, stage
        else:
            room, beside = stage.columns(*SPLIT, gap=theme.CARD_GAP)
        plot = DataPlot(room, numbers.data, numbers.x_span, numbers.y_span)
        line = FittedLine(plot, numbers.best_line)
        (a, c), (_, d) = numbers.hessian.tolist()
        p, q = numbers.right_side.tolist()
        rows = VGroup(*(self._equation(*row) for row in ((a, c, p), (c, d, q))))
        rows.arrange(DOWN, aligned_edge=RIGHT, buff=theme.GUTTER)
        w, b = numbers.closed_form
        places = 0 if exact else DECIMALS
        solution = in_roles(
            f"w = {{{{{spell(w, places)} : exact}}}}, quad b = {{{{{spell(b, places)} : exact1}}}}",
            theme.KEY_SIZE,
        )
        ground, *_ = docked = on_plate(rows, solution)
        if exact and not self.layout.narrow:
            plot.window.place(docked, *DOCK)
        else:
            beside.place(beside.fit(docked), 0.5, 1.0 if self.layout.narrow else 0.6)
        unknown = self._name_line(line, "w x + b", theme.APPROX)
        self.play(FadeIn(plot, ground, rows, unknown), Create(line), run_time=theme.WRITE)
        self.wait(theme.LEAP)
        self.play(
            FadeOut(rows, run_time=theme.LEAP),
            FadeIn(solution, rate_func=late(CLEARED)),
            run_time=theme.STEP,
        )
        # Only now is the line exact: its dashes close.
        sign = "-" if b < 0 else "+"
        told = f"{spell(w, places)} x {sign} {spell(abs(b), places)}"
        known = self._name_line(line, told, theme.EXACT)
        self.play(Sweep(line.set_openness, between(1.0, 0.0), line, run_time=theme.STEP))
        self.play(
            animated(line, run_time=theme.LEAP).set_stroke(
                color=theme.EXACT, width=theme.EXACT_STROKE
            ),
            FadeOut(unknown, run_time=theme.LEAP),
        )
        self.play(FadeIn(known, run_time=theme.LEAP))
        self.wait(theme.HOLD)

    def _descend(self) -> None:
        """Show a loss for whose lowest point no formula exists, and let a ball descend on it."""
        stage = self.layout.stage
        walk = BumpyWalk(stage, self.numbers.bumps)
        unsolved = Formula('upright("no formula for") w', size=theme.KEY_SIZE)
        rule = in_roles(
            "{{w : run1}} <- {{w : run2}} - {{alpha : dial}} thin {{J'(w) : exact}}",
            theme.KEY_SIZE,
        )
        rule.part("dial").set_color(theme.ALPHA)
        free = walk.axes.window.part(*(UPRIGHT_RULE if self.layout.upright else RULE))
        for told in (unsolved, rule):
            free.place(free.fit(told))
        self.clear_stage(run_time=theme.LEAP)
        self.play(FadeIn(walk.axes), Create(walk.curve), run_time=theme.STEP)
        self.play(FadeIn(unsolved, walk.ball), run_time=theme.LEAP)
        self.wait(theme.STEP)
        self.play(
            FadeOut(unsolved, run_time=theme.LEAP),
            FadeIn(rule, rate_func=late(CLEARED)),
            FadeIn(walk.tangent),
            run_time=theme.STEP,
        )
        self.add(walk)
        self.play(walk.descend())

    @staticmethod
    def _name_line(line: FittedLine, source: str, color: str) -> Formula:
        """Return a name on the upper side of the line."""
        name = Formula(source, size=theme.TABLE_SIZE, color=color)
        rises = line.end[1] >= line.start[1]
        at = line.start + NAMED_AT * (line.end - line.start)
        return name.next_to(at, UP + (LEFT if rises else RIGHT), buff=theme.LABEL_GAP)

    @staticmethod
    def _equation(first: float, second: float, total: float) -> Formula:
        """Return the equation that says where one slope of the loss is zero."""
        one, two, three = (spell(abs(v), common_places([v], 4)) for v in (first, second, total))
        sign = "-" if second < 0 else "+"
        minus = "-" if total < 0 else ""
        return Formula(f"{one} w {sign} {two} b = {minus} {three}", size=theme.KEY_SIZE)
