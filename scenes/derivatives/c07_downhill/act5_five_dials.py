"""Clip 07, fifth act: one hill, five dials, and the factors that are safe."""

from __future__ import annotations

from manim import DOWN, RIGHT, UL, UP, Create, FadeIn, FadeOut, LaggedStart, VGroup, linear

from lessons.derivatives.c07.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.triangle import TriangleRig
from scenes.components.motion.attention import dim
from scenes.components.motion.carry import ARRIVAL, late
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.numeral import Numeral
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.c07_downhill.props.dial_panel import DialPanel
from scenes.derivatives.c07_downhill.props.docking import legible
from scenes.derivatives.c07_downhill.props.factor_plot import FactorPlot
from scenes.derivatives.c07_downhill.props.framed_graph import framed_graph
from scenes.derivatives.c07_downhill.props.level_places import cells
from scenes.derivatives.c07_downhill.props.written import DECIMALS, equals, fit, written
from scenes.layout import Region
from scenes.notation import typst

FATES = ("glide", "one jump", "zig-zag", "for ever", "away")
FARTHEST_BAR = 1.75
"""The longest bar of a distance, in distances at the start."""
SECONDS_PER_STEP, STEPS_APART = 0.85, 3
"""How long a step of the race takes, and after how many steps the five are told apart."""
LANES, UPRIGHT_LANES = (5,), (3, 2)
"""How many lanes of the race stand in each row."""
NARROW_SHARES = (0.38, 0.62)
"""Heights of the two plots in a narrow frame, where one stands above the other."""
BEND_SHARES = (1.0, 0.72)
"""Widths of the graph of the slopes and of the words beside it in a narrow frame."""
SHARES = (1.0, 2.0)
"""Widths of the graph of the slopes and of the plot of the factors."""
HEAD = 1.35
"""Height of the strip for the formulas above both, in frame units."""
SETTLES_AT, AWAY_AT = (0.15, 0.42), (0.2, 0.1)
"""Where the two words stand, as shares of the plot of the factors: below its falling line."""


class FiveDials(Act):
    """A race over eight steps: glide, one jump, zig-zag, for ever, away."""

    numbers: Numbers

    def five_dials(self) -> None:
        self.clear_stage()
        numbers, hill = self.numbers, self.numbers.parabola
        counts = UPRIGHT_LANES if self.layout.upright else LANES
        lanes = cells(self.layout.readable.inset(theme.TICK), counts, theme.GUTTER)
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
        factors = [lane.factor.copy() for lane in self.race]
        self.add(*factors)
        self.clear_stage(*factors)
        stage = self.layout.stage
        if self.layout.narrow:
            left, right = stage.inset(theme.TICK).rows(*NARROW_SHARES, gap=theme.GUTTER)
        else:
            left, right = stage.columns(*SHARES, gap=theme.COLUMN_GAP)
        plot = FactorPlot(
            hill.dial_span,
            hill.factor_span,
            hill.factor_line,
            hill.dials.tolist(),
            hill.dial_factors.tolist(),
            hill.dial_decimals,
            right,
        )
        self.play(FadeIn(plot, run_time=theme.FADE))
        self.play(
            *(
                FadeOut(factor, target_position=dot, scale=theme.SEED)
                for factor, dot in zip(factors, plot.dots, strict=True)
            ),
            *(FadeIn(dot, rate_func=late(ARRIVAL)) for dot in plot.dots),
            run_time=theme.WRITE,
        )
        self.play(FadeIn(plot.settings, run_time=theme.FADE))
        self._show_curvature(left)
        window = legible(plot.axes.window, self.layout.readable)
        self._limit_dials(plot, window)

    def _show_curvature(self, region: Region) -> None:
        """Measure the slope of the slopes with a triangle, and name it f″."""
        numbers, hill = self.numbers, self.numbers.parabola
        if self.layout.narrow:
            below, head = region.columns(*BEND_SHARES, gap=theme.GUTTER)
            place = (0.5, 0.5)
        else:
            head = Region(region.left, region.right, region.top - HEAD, region.top)
            below = Region(region.left, region.right, region.bottom, region.top - HEAD)
            place = (0.6, 1.0)
        axes, line = framed_graph(
            numbers.slope,
            hill.bend_x,
            hill.bend_y,
            below,
            theme.EXACT,
            ("x", "f'"),
        )
        triangle = TriangleRig(
            axes,
            hill.bend,
            self._length(hill.bend.run, theme.RUN),
            self._length(hill.bend.rise, theme.RISE),
        )
        value = in_roles(
            f"{{{{f'' : exact}}}} {equals(hill.curvature)} "
            f"{{{{{written(hill.curvature)} : exact1}}}}",
            theme.KEY_SIZE,
        )
        curvature = VGroup(Words("curvature", size=theme.TABLE_SIZE), value)
        curvature.arrange(DOWN, buff=theme.LABEL_GAP)
        head.place(fit(curvature, head), *place)
        self.play(FadeIn(axes), Create(line), run_time=theme.STEP)
        self.play(FadeIn(triangle, run_time=theme.FADE))
        self.play(emerge(curvature, triangle, run_time=theme.STEP))
        self.bend = VGroup(axes, line, triangle)

    @staticmethod
    def _length(value: float, color: str) -> Numeral:
        return Numeral(value, shortest(value, DECIMALS), size=theme.TABLE_SIZE, color=color)

    def _limit_dials(self, plot: FactorPlot, window: Region) -> None:
        """Draw the line of the factors and its safe part, and read the largest dial off it."""
        hill = self.numbers.parabola
        limits = in_roles("1 - {{alpha : run}} {{f'' : exact}} {{> -1 : least}}", theme.KEY_SIZE)
        limit = in_roles(
            f"{{{{alpha : run}}}} < 2 / {{{{f'' : exact}}}} = {{{{{typst(hill.limit)} : run1}}}}",
            theme.KEY_SIZE,
        )
        note = Words("exact for parabolas", size=theme.DIGIT_SIZE)
        formulas = VGroup(limits, limit)
        formulas.arrange(DOWN, aligned_edge=RIGHT, buff=theme.GUTTER)
        window.inset(theme.TICK).place(fit(formulas, window.part(0.35, 1.0, 0.0, 1.0)), 1.0, 1.0)
        settles = Words("settles", size=theme.TABLE_SIZE)
        away = Words("away", size=theme.TABLE_SIZE, color=theme.ALARM)
        frame = plot.axes.window
        note.next_to(frame.at(1.0, 1.0), UL, buff=0.0).shift(theme.TICK * UP)
        for word, place in ((settles, SETTLES_AT), (away, AWAY_AT)):
            frame.place(word, *place)
        self.add(plot.line)
        self.bring_to_front(plot.dots)
        self.play(Create(plot.line), FadeIn(limits.without("least")), run_time=theme.WRITE)
        self.play(FadeIn(plot.safe, settles, run_time=theme.FADE))
        self.play(FadeIn(plot.alarm, away, run_time=theme.FADE))
        self.bring_to_front(plot.line, plot.dots, plot.settings)
        self.play(FadeIn(limits.part("least"), run_time=theme.STEP))
        self.add(limits)
        drop = plot.drop(float(hill.limit))
        self.play(Create(drop), FadeIn(limit), run_time=theme.STEP)
        self.point_at(limit)
        self.play(dim(self.bend), FadeIn(note, run_time=theme.FADE))
