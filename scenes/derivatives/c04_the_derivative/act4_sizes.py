"""Clip 04, fourth act: the size of a slope, and five readings of one number."""

from __future__ import annotations

from manim import (
    LEFT,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c04.numbers import Numbers
from mathcore.formulas.curves import Samples, sample
from mathcore.slopes.lines import SlopeTriangle
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.stacked import Thread, WindowTangent
from scenes.components.marks.plate import on_plate
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, between
from scenes.components.rigs.marble import Marble
from scenes.components.text.numeral import spell
from scenes.components.text.roles import in_roles
from scenes.components.text.table import shortest
from scenes.components.text.text import Words
from scenes.derivatives.c04_the_derivative.act3_signs import AfterSigns
from scenes.derivatives.c04_the_derivative.props.glimpse import Glimpse, fitted_axes
from scenes.derivatives.c04_the_derivative.props.steps import UnitGrid, UnitStep

TALL_WINDOW = ((-2.5, 2.5, 1), (-3.3, 4.3, 2))
"""The window in which slopes are seen as they are, both axes to one scale."""
NAMED = 0.95
"""The share of the height that axes take below the name at their top."""
STEP_UNIT = 0.58
"""Frame units per unit in the two steps: the tower of 9 fills the height."""
GRID = (12, 1, 9)
"""How many columns the grid of units has, and how many rows below and above its base line."""
TOWER_AT, DROP_AT = 9, 1
"""The columns of that grid where the two steps begin: no link to a tangent crosses the other."""
TOWER_NAMED, DROP_NAMED = (8.4, 7.5), (0.2, 2.4)
"""Where the slope of the tower ends and where that of the drop begins, as column and row."""
WIDE_WINDOW = ((-2.5, 2.5, 1), (-3.3, 3.3, 2))
GLIMPSE_ROWS = (5.0, 1.27)
"""The heights of the row of glimpses and of the question below it, as shares."""
GLIMPSE = (0.4, 1.6)
"""Half the width and the height of the five cut-outs, on the scales of the curve."""
READINGS = {
    "rising": "f' > 0",
    "falling": "f' < 0",
    "level": "f' = 0",
    "fast": 'abs(f\') upright("large")',
    "slow": 'abs(f\') upright("small")',
}


class SizesOfSlope(Act):
    """A cliff and a gentle slope, one step along each; then five pictures of slopes."""

    numbers: Numbers
    before: AfterSigns

    def cliff_and_gentle_slope(self) -> None:
        numbers = self.numbers
        left, right = self.layout.stage.columns(1, 1.45, gap=theme.COLUMN_GAP)
        self.grid = UnitGrid(STEP_UNIT, *GRID)
        right.place(self.grid, 0.5, 0.85)
        axes = GraphAxes(
            *TALL_WINDOW, left.part(0.0, 1.0, 0.0, NAMED), equal=True, y_name="f(x)", framed=True
        )
        self.axes = axes
        curve = Curve(axes, sample(numbers.cubic, *numbers.cubic_range), stroke=theme.EXACT_STROKE)
        self.marble = marble = Marble(axes, numbers.fast)
        self.play(
            *(FadeOut(thing) for thing in self.scene.all_but(self.before.curve)),
            run_time=theme.LEAP,
        )
        # The curve grows tall: from here on both axes have one scale.
        self.play(
            FadeIn(axes, self.grid),
            ReplacementTransform(self.before.curve, curve),
            run_time=theme.WRITE,
        )
        # Its arrow would end in the middle of the tangent.
        marble.remove(marble.arrow)
        self.play(FadeIn(marble, scale=2), run_time=theme.LEAP)
        self.curve = curve
        self._step(numbers.fast, numbers.unit_steps[0], TOWER_AT)
        self.play(
            Sweep(
                lambda x: marble.put(numbers.cubic_tangent(x)),
                between(numbers.fast.point.x, numbers.slow.point.x),
                marble,
                run_time=theme.STEP,
            )
        )
        self._step(numbers.slow, numbers.unit_steps[1], DROP_AT)
        self.wait(theme.FADE)

    def _step(self, tangent: Tangent, triangle: SlopeTriangle, column: int) -> None:
        """Take one step of one unit along a tangent, large enough to be compared."""
        x = tangent.point.x
        # Without its dot: the marble stands there.
        line = WindowTangent(self.axes, tangent, theme.TANGENT_REACH).line
        step = UnitStep(triangle, self.grid.at(column, 0), STEP_UNIT)
        name = in_roles(
            f"{{{{f'({spell(x, shortest(x))}) : m}}}} {{{{= : equals}}}}", size=theme.KEY_SIZE
        )
        step.size.next_to(name, RIGHT, buff=theme.GUTTER).stand_on(name.baseline)
        label = on_plate(name, step.size)
        at, side = (TOWER_NAMED, LEFT) if tangent.slope > 0 else (DROP_NAMED, RIGHT)
        label.next_to(self.grid.at(*at), side, buff=0.0)
        contact = self.axes.map(*tangent.point)
        link = Thread(contact, step.level_with(contact))
        self.add(line, SolidDot(contact, color=theme.EXACT), self.marble)
        self.play(Create(line), run_time=theme.LEAP)
        self.play(TransformFromCopy(line, step.path), FadeIn(link), run_time=theme.STEP)
        self.play(Create(step.run), FadeIn(step.one), run_time=theme.LEAP)
        self.play(Create(step.rise), FadeIn(step.height_name), run_time=theme.STEP)
        self.bring_to_front(step.path)
        self.play(FadeIn(label[0], name), emerge(step.size, step.rise), run_time=theme.FADE)

    def five_pictures(self) -> None:
        numbers = self.numbers
        row, below = self.layout.readable.rows(*GLIMPSE_ROWS)
        regions = row.columns(*(1 for _ in READINGS), gap=theme.GUTTER)
        glimpses = [
            Glimpse(region, self._around(tangent), tangent, GLIMPSE, word, READINGS[word])
            for (word, tangent), region in zip(numbers.five.items(), regions, strict=True)
        ]
        # The whole curve is drawn to the scales of the cut-outs: each is a part of it, enlarged.
        scale = glimpses[0].axes.x_unit / glimpses[0].axes.y_unit
        x_range, y_range = WIDE_WINDOW
        axes = fitted_axes(x_range, y_range, self.layout.full.part(0.0, 1.0, 0.0, NAMED), scale)
        curve = Curve(axes, sample(numbers.cubic, *numbers.cubic_range), stroke=theme.EXACT_STROKE)
        self.play(
            *(FadeOut(thing) for thing in self.scene.all_but(self.curve)),
            ReplacementTransform(self.curve, curve),
            FadeIn(axes),
            run_time=theme.STEP,
        )
        marks = [
            WindowTangent(axes, glimpse.tangent, theme.GLIMPSE_REACH / 2) for glimpse in glimpses
        ]
        self.play(FadeIn(*marks, scale=theme.BOX_GROWTH), run_time=theme.FADE)
        panes = VGroup(*(VGroup(glimpse.pane, glimpse.curve) for glimpse in glimpses))
        self.add(panes, *marks)
        self.play(
            FadeOut(axes, curve, run_time=theme.LEAP),
            FadeIn(panes, run_time=theme.LEAP),
            LaggedStart(
                *(
                    ReplacementTransform(mark, glimpse.line)
                    for mark, glimpse in zip(marks, glimpses, strict=True)
                ),
                lag_ratio=theme.LAG,
                run_time=theme.WRITE,
            ),
        )
        self.play(
            LaggedStart(
                *(FadeIn(glimpse.word, glimpse.formula) for glimpse in glimpses),
                lag_ratio=theme.ROW_LAG,
                run_time=theme.GROUP,
            )
        )
        self.add(*glimpses)
        question = Words("at every point of every curve?", size=theme.CONCLUSION_SIZE)
        below.place(question, 0.5, 0.2)
        self.ask(question)

    def _around(self, tangent: Tangent) -> Samples:
        """Return the curve near the point of a tangent."""
        x, (reach, _) = tangent.point.x, GLIMPSE
        return sample(self.numbers.cubic, x - reach, x + reach)
