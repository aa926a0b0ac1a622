"""Clip 07, fifth act: one hill, five dials, and the factors that are safe."""

from __future__ import annotations

from manim import RIGHT, UP, FadeIn, LaggedStart, VGroup, linear

from lessons.derivatives.c07.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.curve import SolidDot
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c07_downhill.props.dial_panel import DialPanel
from scenes.derivatives.c07_downhill.props.safe_line import SafeLine
from scenes.derivatives.c07_downhill.props.written import written
from scenes.notation import typst

FATES = ("glide", "one jump", "zig-zag", "for ever", "away")
FARTHEST_BAR = 1.75
"""The longest bar of a distance, in distances at the start."""
SECONDS_PER_STEP, STEPS_APART = 0.85, 3
"""How long a step of the race takes, and after how many steps the five are told apart."""
FACTOR_DOT = 0.07
"""Radius of a factor on its line, in frame units: it is smaller than an open end."""
NARROW = 0.6
"""Numbers not wider than this, in frame units, stand side by side over neighbouring factors."""
FACTOR_SPAN, FACTOR_STEP, SAFE = (-1.5, 1.5), 0.5, (-1.0, 1.0)


class FiveDials(Act):
    """A race over eight steps: glide, one jump, zig-zag, for ever, away."""

    numbers: Numbers

    def five_dials(self) -> None:
        self.clear_stage()
        numbers, hill = self.numbers, self.numbers.parabola
        lanes = self.layout.full.inset(theme.TICK).columns(1, 1, 1, 1, 1, gap=theme.GUTTER)
        samples = sample(numbers.f, *hill.hill_x[:2])
        farthest = FARTHEST_BAR * abs(float(hill.dial_distances[0][0]))
        self.race = [
            DialPanel(
                lane,
                samples,
                hill.hill_x,
                hill.hill_y,
                path.points,
                numbers.f(path.points),
                distances,
                farthest,
                float(alpha),
                (0.0, float(hill.dials[-1])),
                hill.dial_decimals,
                float(factor),
                word,
            )
            for lane, path, distances, alpha, factor, word in zip(
                lanes,
                hill.dial_paths,
                hill.dial_distances,
                hill.dials,
                hill.dial_factors,
                FATES,
                strict=True,
            )
        ]
        steps = hill.dial_paths[0].steps
        self.play(*(FadeIn(lane.dial, lane.setting) for lane in self.race), run_time=theme.FADE)
        self.play(
            *(FadeIn(lane.curve, lane.base, lane.bars, lane.path) for lane in self.race),
            run_time=theme.WRITE,
        )
        self.play(self._race(0, STEPS_APART))
        # By now each lane shows what will become of it: the words come while the race goes on.
        words = LaggedStart(
            *(FadeIn(lane.word) for lane in self.race),
            lag_ratio=theme.ROW_LAG,
            run_time=(steps - STEPS_APART) * SECONDS_PER_STEP,
        )
        self.play(self._race(STEPS_APART, steps), words)
        self.play(*(FadeIn(lane.told) for lane in self.race), run_time=theme.FADE)
        self.wait(theme.HOLD)

    def _race(self, start: int, end: int) -> Sweep:
        return Sweep(
            self._run,
            between(start, end),
            *self.race,
            run_time=(end - start) * SECONDS_PER_STEP,
            rate_func=linear,
        )

    def _run(self, time: float) -> None:
        """Let one clock move all balls: a leap in the first half of each step, then a rest."""
        whole = int(time)
        leap = min(1.0, (time - whole) / theme.LEAP)
        for lane in self.race:
            lane.put(whole + leap)

    def safe_factors(self) -> None:
        hill = self.numbers.parabola
        full = self.layout.full
        line = SafeLine(FACTOR_SPAN, FACTOR_STEP, SAFE, full.part(0.06, 0.88, 0.42, 0.62), 1)
        axis = Words("factor", size=theme.AXIS_SIZE)
        axis.next_to(line.map(FACTOR_SPAN[1]), RIGHT, buff=theme.GUTTER)
        dots, settings = VGroup(), VGroup()
        level = 0.0
        for lane, factor in zip(self.race, hill.dial_factors.tolist(), strict=True):
            dots.add(SolidDot(line.map(factor), theme.RUN, FACTOR_DOT))
            number = lane.setting.number.copy()
            number.next_to(dots[-1], UP, buff=theme.GUTTER)
            level = level or number.baseline
            # Where long numbers would touch, every second one stands higher.
            if number.width > NARROW and len(settings) % 2:
                number.shift(theme.PANEL_PITCH * UP)
            settings.add(number)
        factors = [lane.factor.copy() for lane in self.race]
        self.add(*factors)
        self.clear_stage(*factors)
        name = Formula("alpha", size=theme.LABEL_SIZE, color=theme.RUN)
        name.move_to(line.map(FACTOR_SPAN[0])).stand_on(level)
        fates = VGroup()
        for word, ends in (("away", (FACTOR_SPAN[0], SAFE[0])), ("settles", SAFE)):
            middle = line.map(sum(ends) / len(ends))
            fate = Words(word, color=theme.MUTED)
            fates.add(fate.move_to(middle).stand_on(float(middle[1]) - 2 * theme.PANEL_PITCH))
        self.play(FadeIn(line, axis, run_time=theme.FADE))
        self.play(
            *(
                animated(factor, run_time=theme.MORPH).scale(theme.SEED).move_to(dot)
                for factor, dot in zip(factors, dots, strict=True)
            )
        )
        self.play(
            *(FadeIn(dot, scale=2) for dot in dots), FadeIn(settings, name), run_time=theme.FADE
        )
        self.remove(*factors)
        curvature, limit = written(hill.curvature), typst(hill.limit)
        rule = in_roles(
            "{{upright(\"distance\") : ink}} times (1 - {{alpha : run}} {{f'' : exact}})"
        )
        full.place(rule, 0.5, 0.9)
        self.play(FadeIn(rule))
        self.play(FadeIn(line.band, line.ends, fates), run_time=theme.WRITE)
        self.bring_to_front(dots)
        safe = in_roles(
            f"-1 < 1 - {{{{alpha : run1}}}} dot {{{{{curvature} : exact}}}} < 1 quad => quad "
            f"0 < {{{{alpha : run2}}}} < {{{{{limit} : m}}}}"
        )
        full.place(safe, 0.5, 0.15)
        self.play(FadeIn(safe, run_time=theme.WRITE))
        self.point_at(safe.part("m"))
