"""Clip 09b, fourth act: what each fix prints, and the solution without any descent."""

from __future__ import annotations

from manim import DOWN, RIGHT, Create, FadeIn, VGroup

from lessons.derivatives.c09b.numbers import Numbers
from mathcore.optimization.regression import Parameters
from scenes import theme
from scenes.act import Act
from scenes.components.graph.data_plot import DataPlot, FittedLine
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.code import CodeCard
from scenes.components.text.decimals import common_places
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c09b_regression_the_surprise.props.printing import (
    DECIMALS,
    alpha_text,
    printed,
)

FIX_COLUMNS = (0.3, 0.7)
NAMES = {
    "steps": "more steps",
    "smaller": "a smaller dial",
    "larger": "a larger dial",
    "inputs": "better inputs",
}


def fixes(numbers: Numbers) -> list[tuple[str, list[str], Parameters]]:
    """Return what helps here: its name, the changed code, and what it prints."""
    steps, dial, inputs = (
        (numbers.alpha, numbers.epochs_needed),
        (numbers.mending_alpha, numbers.mended_epochs),
        (numbers.scaled_step.alpha, 1),
    )
    told = {"steps": steps, "smaller": dial, "larger": dial, "inputs": inputs}
    ends = {"steps": numbers.longer, "smaller": numbers.mended, "larger": numbers.mended}
    found = []
    for fix in numbers.fixes:
        alpha, epochs = told[fix]
        path = ends.get(fix)
        code = [f"a = {alpha_text(alpha)}", f"for epoch in range({epochs}):"]
        if fix == "inputs":
            code[0] = f"z = (x - mean(x)) / std(x); {code[0]}"
            code[1] += "  # z for x"
            code.append("w /= std(x); b -= w * mean(x)")
        found.append((NAMES[fix], code, numbers.unscaled if path is None else path.end))
    return found


class HonestFixes(Act):
    """What each fix prints, and the solution without any descent."""

    numbers: Numbers

    def three_honest_prints(self) -> None:
        self.clear_stage()
        changes = fixes(self.numbers)
        rows = self.layout.full.rows(*(len(code) + 2.0 for _, code, _ in changes))
        for row, (name, code, at) in zip(rows, changes, strict=True):
            card = CodeCard(code, printed(at))
            names, cards = row.columns(*FIX_COLUMNS, gap=theme.CARD_GAP)
            cards.place(card, 0.0, 0.9)
            label = Words(name)
            names.place(label, 1.0, 0.5).match_y(card)
            self.play(FadeIn(label, run_time=theme.FADE), card.open())
            self.play(card.print_line())

    def solved_directly(self) -> None:
        numbers = self.numbers
        self.clear_stage()
        left, right = self.layout.full.columns(0.42, 0.58, gap=theme.CARD_GAP)
        plot = DataPlot(left, numbers.data, numbers.x_span, numbers.y_span)
        line = FittedLine(plot, numbers.best_line)
        (a, c), (_, d) = numbers.hessian.tolist()
        p, q = numbers.right_side.tolist()
        rows = VGroup(*(self._equation(*row) for row in (("w", a, c, p), ("b", c, d, q))))
        rows.arrange(DOWN, aligned_edge=RIGHT, buff=theme.CARD_GAP)
        right.fit(rows)
        right.place(rows, 0.5, 0.75)
        w, b = numbers.closed_form
        exact = numbers.truth is not None
        places = 0 if exact else DECIMALS
        solution = in_roles(
            f"{{{{w = {spell(w, places)} : run}}}}, quad {{{{b = {spell(b, places)} : rise}}}}",
            theme.CONCLUSION_SIZE,
        )
        right.place(right.fit(solution), 0.5, 0.25)
        self.play(FadeIn(plot), Create(line))
        for row in rows:
            self.play(FadeIn(row, run_time=theme.STEP))
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
            f"{{{{(partial J) / (partial {knob}) = 0 : exact1}}}} quad => quad "
            f"{{{{{one} : a}}}} {{{{w : run}}}} {sign} {{{{{two} : c}}}} {{{{b : rise}}}} "
            f"= {{{{{minus} {three} : exact}}}}"
        )
