"""Clip 05c: five functions worth knowing, and their slopes."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    UP,
    Create,
    FadeIn,
    LaggedStart,
    VGroup,
)

from mathcore.curves import sample
from scenes import theme
from scenes.components.axes import AXIS_ROOM, GraphAxes
from scenes.components.curve import Curve, SolidDot
from scenes.components.formula import Formula
from scenes.components.motion import Sweep, between
from scenes.components.readout import Readout
from scenes.components.roles import in_roles
from scenes.components.secant import TangentLine
from scenes.components.unit_circle import Headroom
from scenes.derivatives.c05c_circle import OnTheCircle


class RulesFiveFunctions(OnTheCircle):
    """The sigmoid, its derivation, and the card to keep."""

    def height_times_headroom(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        axes = GraphAxes((-5, 5, 1), (-0.15, 1.15, 0.5), self.layout.left, numbers=(0, 1))
        curve = Curve(axes, sample(numbers.sigmoid, -5, 5))
        first, *others = numbers.sigmoid_inputs
        # Beside the axes, on their base line: the bars share the upright unit of the curve.
        place_x, base = self.layout.right.at(0.12, 0.0)[0], axes.map(0, 0)[1]
        bars = Headroom(axes, (place_x, base, 0.0), numbers.headroom, first)
        names = VGroup(
            Formula("sigma", size=theme.LABEL_SIZE, color=theme.FUNC).next_to(
                bars.at, DOWN, buff=theme.LABEL_GAP
            ),
            Formula("1 - sigma", size=theme.LABEL_SIZE, color=theme.MUTED).next_to(
                bars.room_bar, UP, buff=theme.LABEL_GAP
            ),
            Formula("sigma'", size=theme.LABEL_SIZE, color=theme.EXACT).next_to(
                bars.slope_bar.get_start(), DOWN, buff=theme.LABEL_GAP
            ),
        )
        tangent = TangentLine(axes, numbers.sigmoid_tangent(first), reach=theme.TANGENT_REACH)
        dot = SolidDot(axes.map(*numbers.sigmoid_tangent(first).point))
        place = Readout("x =", first, signed=True, color=theme.RUN)
        slope = Readout(
            'upright("slope") =', numbers.sigmoid_slopes[0], decimals=3, color=theme.EXACT
        )
        rows = VGroup(place, slope).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.layout.right.place(rows, 0.9, 0.5)
        self.play(FadeIn(axes), Create(curve))
        self.play(FadeIn(bars, names, tangent, dot, rows))

        def slide(x: float) -> None:
            line = numbers.sigmoid_tangent(x)
            tangent.put(line)
            dot.move_to(axes.map(*line.point))
            bars.put(x)
            place.set_value(x)
            slope.set_value(line.slope)

        start = first
        for stop in others:
            self.play(
                Sweep(slide, between(start, stop), tangent, dot, bars, rows, run_time=theme.WRITE)
            )
            self.wait(theme.FADE)
            start = stop

    def sigmoid_in_three_lines(self) -> None:
        self.clear_stage()
        lines = VGroup(
            in_roles("sigma(x) = (1 + e^(-x))^(-1)"),
            in_roles("sigma'(x) = e^(-x) / (1 + e^(-x))^2"),
            in_roles("sigma' = {{sigma (1 - sigma) : exact}} <= {{1/4 : exact2}}"),
        ).arrange(DOWN, aligned_edge=LEFT, buff=theme.COLUMN_GAP)
        self.layout.full.place(lines, 0.5, 0.6)
        for line in lines:
            self.play(FadeIn(line, shift=DOWN * theme.NUDGE_SHIFT))
            self.wait(theme.FADE)
        self.point_at(lines[-1].part("exact"))

    def reference_card(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        rules = {
            "exp": ("e^x", "e^x", (-2, 2), (0, 5)),
            "ln": ("ln x", "1 / x", (0.1, 4), (-2, 2)),
            "sin": ("sin x", "cos x", (-3.2, 3.2), (-1.2, 1.2)),
            "cos": ("cos x", "-sin x", (-3.2, 3.2), (-1.2, 1.2)),
            "sigmoid": ("sigma(x)", "sigma (1 - sigma)", (-5, 5), (0, 1)),
        }
        rows = self.layout.full.rows(*[1] * len(rules), gap=theme.LABEL_GAP)
        lines = VGroup()
        for (name, (formula, slope, across, up)), row in zip(rules.items(), rows, strict=True):
            pane, before, after = row.columns(1, 1, 1.4)
            axes = GraphAxes(
                (*across, 10),
                (*up, 10),
                pane.inset(-AXIS_ROOM + theme.LEG_GAP),
                x_name="",
                y_name="",
                numbers=(None, None),
                grid=False,
            )
            line = VGroup(
                Curve(axes, sample(numbers.card[name], *across)),
                before.place(in_roles(f"{{{{{formula} : func}}}}"), 0.5, 0.5),
                after.place(in_roles(f"{{{{{slope} : exact}}}}"), 0.1, 0.5),
            )
            lines.add(line)
        self.play(
            LaggedStart(*(FadeIn(line, shift=LEFT * theme.NUDGE_SHIFT) for line in lines)),
            run_time=2 * theme.DRAW,
        )
        self.wait(theme.CLIP_END)
