"""Clip 09b, last act: what each fix prints, and the solution without any descent."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    PI,
    RIGHT,
    UP,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    ShowIncreasingSubsets,
    VGroup,
    linear,
)

from lessons.derivatives.c09b.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.data_plot import DataPlot, FittedLine
from scenes.components.marks.plate import on_plate, plate
from scenes.components.motion.attention import dim
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.decimals import common_places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.derivatives.c09b_regression_the_surprise.props.bumpy_walk import BumpyWalk
from scenes.derivatives.c09b_regression_the_surprise.props.cost_bars import CostBars
from scenes.derivatives.c09b_regression_the_surprise.props.printing import (
    DECIMALS,
    fixes,
    printed,
    program,
)
from scenes.derivatives.c09b_regression_the_surprise.props.program import (
    Program,
    ProgramChange,
)
from scenes.layout import Region
from scenes.notation import typst

CODE = theme.TABLE_SIZE
ABOVE = 2
DOCK = (0.985, 0.05)
SPLIT = (0.56, 0.44)
HEAD = 0.32
"""The share of a narrow frame's height that the equations take above their plot."""
ALGEBRA, UPRIGHT_ALGEBRA = 0.4, 0.47
"""The share of the height that algebra takes above each of the two last pictures."""
ALGEBRA_ROWS, UPRIGHT_ALGEBRA_ROWS = (0.85, 0.85, 1.2, 1.2), (1.05, 1.05, 1.0, 1.1)
"""Its rows, from top to bottom: what is asked, the verdict, and what gives w."""
ROUND = PI / 3
"""The arc on which the equations leave their plot."""
NAMED_AT = 0.72
"""Where the name of the line ends, as a share of the line."""


class HonestFixes(Act):
    """What each fix prints, and the solution without any descent."""

    numbers: Numbers

    def three_honest_prints(self) -> None:
        self.clear_stage()
        changes = fixes(self.numbers)
        first = program(self.numbers)
        others = [code for _, code, _, _ in changes]
        card = self._card(first, others)
        stage = self.layout.readable
        (left, top, _), (right, bottom, _) = stage.at(0.0, 1.0), card.get_corner(DOWN + RIGHT)
        if self.layout.narrow:
            top = bottom - theme.CARD_GAP
        else:
            left = right + theme.CARD_GAP
        costs = CostBars(
            Region(float(left), stage.right, stage.bottom, float(top)),
            [(name, steps, printed(at)) for name, _, at, steps in changes],
        )
        self.play(FadeIn(card))
        self.wait(theme.LEAP)
        for place, (_, code, _, _) in enumerate(changes):
            new = self._card(code, others).lit_unlike(first, theme.INK)
            self.play(
                FadeIn(costs.names[place], costs.steps[place], run_time=theme.FADE),
                ProgramChange(card, new, run_time=theme.WRITE),
            )
            prints = ShowIncreasingSubsets(costs.prints[place], rate_func=linear)
            self.play(prints, costs.grow(place), run_time=theme.FADE)
            card = new
        self.wait(theme.THINK)

    def _card(self, code: list[str], others: list[list[str]]) -> Program:
        stage = self.layout.readable
        x = 0.5 if self.layout.narrow else 0.0
        return stage.place(stage.fit(Program(code, CODE, others)), x, 1.0)

    def solved_directly(self) -> None:
        self.clear_stage(run_time=theme.LEAP)
        self._solve()
        self._step_aside()
        self._descend()
        self.wait(theme.CLIP_END)

    def _solve(self) -> None:
        """Set both slopes to zero: two equations give the line at once."""
        numbers, stage = self.numbers, self.layout.readable
        # Where the points have noise, no corner of the plot is certain to be free.
        exact = numbers.truth is not None
        if self.layout.narrow:
            beside, room = stage.rows(HEAD, 1 - HEAD)
        elif exact:
            room, beside = stage, stage
        else:
            room, beside = stage.columns(*SPLIT, gap=theme.CARD_GAP)
        self.plot = plot = DataPlot(room, numbers.data, numbers.x_span, numbers.y_span)
        self.line = line = FittedLine(plot, numbers.best_line)
        (a, c), (_, d) = numbers.hessian.tolist()
        p, q = numbers.right_side.tolist()
        self.rows = rows = VGroup(
            *(self._equation(*row) for row in (("w", a, c, p), ("b", c, d, q)))
        )
        rows.arrange(DOWN, aligned_edge=RIGHT, buff=theme.LABEL_GAP)
        w, b = numbers.closed_form
        places = 0 if exact else DECIMALS
        self.solution = solution = in_roles(
            f"w = {{{{{spell(w, places)} : exact}}}}, quad b = {{{{{spell(b, places)} : exact1}}}}",
            theme.KEY_SIZE,
        )
        solution.next_to(rows, DOWN, buff=theme.GUTTER)
        self.docked = docked = on_plate(rows, solution)
        if exact and not self.layout.narrow:
            plot.window.place(docked, *DOCK)
        else:
            beside.place(beside.fit(docked), 0.5, 1.0 if self.layout.narrow else 0.6)
        unknown = self._name_line(line, "w x + b", theme.APPROX)
        self.play(FadeIn(plot), Create(line), FadeIn(unknown), run_time=theme.FADE)
        self.play(FadeIn(docked[0], rows), run_time=theme.FADE)
        self.play(FadeIn(solution, shift=DOWN * theme.NUDGE_SHIFT), run_time=theme.FADE)
        # Only now is the line exact: its dashes close.
        sign = "-" if b < 0 else "+"
        self.told = f"{spell(w, places)} x {sign} {spell(abs(b), places)}"
        self.known = self._name_line(line, self.told, theme.EXACT)
        self.play(Sweep(line.set_openness, between(1.0, 0.0), line, run_time=theme.WRITE))
        self.play(
            animated(line, run_time=theme.LEAP).set_stroke(
                color=theme.EXACT, width=theme.EXACT_STROKE
            ),
            FadeOut(unknown, run_time=theme.LEAP),
        )
        self.play(FadeIn(self.known, run_time=theme.LEAP))
        self.wait(theme.BREATH)

    def _step_aside(self) -> None:
        """Let the solved line make room for a loss that no formula solves."""
        numbers = self.numbers
        one, other = self.layout.beside(self.layout.stage, 1.0, 1.0, gap=theme.CARD_GAP)
        share = UPRIGHT_ALGEBRA if self.layout.upright else ALGEBRA
        (above, below), (self.above, self.below) = (
            side.rows(share, 1 - share) for side in (one, other)
        )
        plot = DataPlot(below, numbers.data, numbers.x_span, numbers.y_span)
        line = FittedLine(plot, numbers.best_line).set_openness(0.0)
        line.set_stroke(color=theme.EXACT, width=theme.EXACT_STROKE)
        known = self._name_line(line, self.told, theme.EXACT)
        # A long name has no room beside a short line; its numbers stand above the plot.
        known.set_opacity(float(plot.window.holds(known)))
        _, rows, solution = self.docked
        shares = UPRIGHT_ALGEBRA_ROWS if self.layout.upright else ALGEBRA_ROWS
        first, second, verdict, last = above.rows(*shares)
        self.algebra_rows = self.above.rows(*shares)
        self.equations = above.fit(rows.copy()).move_to((first.center + second.center) / 2)
        solved = above.fit(solution.copy()).move_to(last.center)
        # The equations take their plate along, so that the line does not cross them on the way.
        ground = plate(above.width, above.height, theme.GRID).move_to(above.center)
        goal = VGroup(ground, self.equations, solved)
        VGroup(self.docked, goal).set_z_index(ABOVE)
        self.ground = ground
        self.play(
            *(
                ReplacementTransform(
                    old, new, path_arc=arc, run_time=theme.MORPH, rate_func=theme.TRAVEL
                )
                for old, new, arc in (
                    (VGroup(self.plot, self.line, self.known), VGroup(plot, line, known), 0.0),
                    (self.docked, goal, 0.0 if self.layout.narrow else ROUND),
                )
            ),
        )
        self.verdict = Formula('=> upright("solved directly")')
        self.verdict.move_to(verdict.center)

    @staticmethod
    def _name_line(line: FittedLine, source: str, color: str) -> Formula:
        """Return a name on the upper side of the line."""
        name = Formula(source, size=theme.TABLE_SIZE, color=color)
        rises = line.end[1] >= line.start[1]
        at = line.start + NAMED_AT * (line.end - line.start)
        return name.next_to(at, UP + (LEFT if rises else RIGHT), buff=theme.TICK)

    def _descend(self) -> None:
        """Ask the same of a loss for which no formula answers, and let a ball descend on it."""
        bumps = self.numbers.bumps
        walk = BumpyWalk(self.below, bumps)
        asked = VGroup(
            in_roles("{{J'(w) = 0 : exact}} thick =>", theme.TABLE_SIZE),
            Formula(f"{typst(bumps.slope)} = 0", size=theme.TABLE_SIZE),
        )
        unsolved = Formula('=> upright("no formula for") w')
        rule = in_roles(
            "{{w : run1}} <- {{w : run2}} - {{alpha : dial}} thin {{J'(w) : exact}}",
            theme.KEY_SIZE,
        )
        rule.part("dial").set_color(theme.ALPHA)
        self.above.inset(theme.CARD_GAP).fit(rule)  # it will swell once
        for formula, row in zip((*asked, unsolved, rule), self.algebra_rows, strict=True):
            self.above.fit(formula).move_to(row.center)
        self.play(
            FadeOut(self.ground), FadeIn(walk.axes, asked), Create(walk.curve), run_time=theme.STEP
        )
        self.wait(theme.BREATH)
        self.play(dim(self.equations, asked), FadeIn(self.verdict, unsolved, run_time=theme.FADE))
        self.wait(theme.LEAP)
        self.play(FadeIn(rule, walk.tangent, walk.ball), run_time=theme.FADE)
        self.add(walk)
        self.play(walk.descend())
        self.point_at(rule)

    @staticmethod
    def _equation(knob: str, first: float, second: float, total: float) -> Formula:
        one, two, three = (spell(abs(v), common_places([v], 4)) for v in (first, second, total))
        sign = "-" if second < 0 else "+"
        minus = "-" if total < 0 else ""
        return in_roles(
            f"{{{{partial J \\/ partial {knob} = 0 : exact1}}}} thick => thick "
            f"{one} w {sign} {two} b "
            f"= {minus} {three}",
            theme.TABLE_SIZE,
        )
