"""Clip 11, third act: a slope to find by hand, and a knob that turns by itself."""

from __future__ import annotations

from manim import DOWN, LEFT, UP, FadeIn, VGroup, linear

from lessons.derivatives.c11.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.plate import on_plate, plate
from scenes.components.motion.sweep import Sweep
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c11_next.props.stepping import in_steps
from scenes.derivatives.shared.fit_panel import FitPanel
from scenes.derivatives.shared.knob_and_error import KnobAndError
from scenes.layout import Region
from scenes.notation import typst

ROWS, NARROW_ROWS = (2.2, 3.8), (1.5, 4.5)
"""Heights of the function and of the two tasks."""
COLUMNS = (0.33, 0.67)
"""Widths of the two tasks in a wide frame; in a narrow one they stand below each other."""
HALF = 0.5
"""The share of an upright frame's height that the data take."""
TASK_ROWS, NARROW_TASK_ROWS = (0.8, 0.4), (0.83, 0.4)
"""Where a task's name and its formula stand, as shares of its height."""
FUNCTION_SIZE = 100.0
SPAN = (1.0, 3.0)
"""The least and the greatest value on the scale of the knob."""
RULE_AT = (0.96, 0.06)
"""Where the rule of the steps stands in the window of the data, below the line."""
TASK_AT = (0.04, 0.97)
"""Where the task for the viewer stands in the window of the data, above the line."""
STEP_TIME = 0.27
"""How long one turn of the knob takes, in seconds."""


class Practice(Act):
    """A slope is asked for, without its answer; then descent turns the knob of the first clip."""

    numbers: Numbers

    def practice_card(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        readable = self.layout.readable
        if self.layout.narrow:
            head, below = readable.rows(*NARROW_ROWS, gap=theme.GUTTER)
            left, right = below.rows(1, 1, gap=theme.CARD_GAP)
        else:
            head, below = readable.rows(*ROWS, gap=theme.GUTTER)
            left, right = below.columns(*COLUMNS, gap=theme.CARD_GAP)
        given = f"f(x) = {typst(numbers.practice.expression)}"
        function = Formula(given, size=FUNCTION_SIZE)
        at, nudge = spell(numbers.practice_tangent.point.x, 0), spell(numbers.tiny_nudge, 3)
        slope = in_roles(f"f'({at}) = med {{{{? : exact}}}}", theme.TITLE_SIZE)
        check = in_roles(
            f"(f({at} + {{{{{nudge} : run1}}}}) - f({at})) / {{{{{nudge} : run2}}}} "
            "approx med {{? : approx}}",
            theme.TITLE_SIZE,
        )
        self.play(FadeIn(head.place(head.fit(function)), run_time=theme.FADE))
        self.play(FadeIn(self._task(left, "by hand", slope), shift=UP * theme.NUDGE_SHIFT))
        self.play(FadeIn(self._task(right, "tiny nudge", check), shift=UP * theme.NUDGE_SHIFT))
        self.wait(theme.THINK)
        self.clear_stage()
        asked = in_roles(f"f'({at}) = med {{{{? : exact}}}}", theme.DIGIT_SIZE)
        task = VGroup(Formula(given, size=theme.DIGIT_SIZE), asked)
        task.arrange(DOWN, aligned_edge=LEFT, buff=theme.LABEL_GAP)
        self._turn_by_itself(on_plate(task))

    def _task(self, region: Region, name: str, formula: Formula) -> VGroup:
        """Return a plate with what is to be done and how."""
        ground = plate(region.width, region.height).move_to(region.center)
        words = Words(name, size=theme.TABLE_SIZE, color=theme.MUTED)
        heights = NARROW_TASK_ROWS if self.layout.narrow else TASK_ROWS
        for line, height in zip((words, formula), heights, strict=True):
            region.inset(theme.GUTTER).fit(line).move_to(region.at(0.5, height))
        return VGroup(ground, words, formula)

    def _turn_by_itself(self, task: VGroup) -> None:
        """Let descent turn the knob until no error is left; the viewer's task stays in sight."""
        known, path = self.numbers.knob, self.numbers.knob_path
        start, (left, right) = known.at(known.knob), self.layout.split_at(HALF)
        if self.layout.narrow:
            right = self.layout.above_captions(right)
        panel = FitPanel(left, known.data, known.fit(known.knob))
        machine = KnobAndError.standing_in(right, start, SPAN, decimals=2)
        what = Words("error", size=theme.DIGIT_SIZE, color=theme.FUNC)
        what.next_to(machine.gauge, UP, buff=theme.GUTTER)
        rule = Formula(
            "{{w : to}} <- {{w : from}} - {{alpha : dial}} thin {{J'(w) : slope}}",
            colors={
                "to": theme.RUN,
                "from": theme.RUN,
                "dial": theme.ALPHA,
                "slope": theme.EXACT,
            },
            size=theme.TABLE_SIZE,
        )
        docked = panel.plot.window.place(on_plate(rule), *RULE_AT)
        panel.plot.window.place(task, *TASK_AT)
        self.play(FadeIn(panel, *machine.parts, what, docked, task, run_time=theme.FADE))

        def turn(index: float) -> None:
            whole = min(int(index), len(path) - 2)
            w = path[whole] + (index - whole) * (path[whole + 1] - path[whole])
            machine.turn_to(known.at(float(w)))
            panel.lay(known.fit(float(w)))

        steps = len(path) - 1
        self.play(
            Sweep(
                turn,
                in_steps(steps),
                *machine.parts,
                panel.guess,
                panel.misses,
                rate_func=linear,
                run_time=steps * STEP_TIME,
            )
        )
        self.wait(theme.CLIP_END)
