"""Clip 05c, third act: the sigmoid, its derivation, and the card to keep."""

from __future__ import annotations

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    FadeIn,
    LaggedStart,
    Line,
    TransformFromCopy,
    VGroup,
)

from lessons.derivatives.c05c.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.formulas.functions import Function
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.stacked import WindowTangent
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.sweep import Sweep, between
from scenes.components.text.formula import Formula
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c05c_rules_five_functions.props.unit_circle import Headroom
from scenes.layout import Region

CARD = {
    "exp": ("e^x", "e^x", (-2, 2), (0, 5)),
    "ln": ("ln x", "1 \\/ x", (0.1, 4), (-2.2, 2.2)),
    "sin": ("sin x", "cos x", (-3.2, 3.2), (-1.2, 1.2)),
    "cos": ("cos x", "-sin x", (-3.2, 3.2), (-1.2, 1.2)),
    "sigmoid": ("sigma(x)", "sigma (1 - sigma)", (-5, 5), (-0.1, 1.1)),
}
"""Each function of the card: its name, its slope and the window that both graphs share."""


CARD_COLUMNS = (2.2, 2.2, 0.8, 2.4, 2.2)
"""Widths of a graph, its name, an arrow, the slope and the graph of the slope."""


class SigmoidSlope(Act):
    """The slope of the sigmoid is its height times its head-room; a card sums up the clip."""

    numbers: Numbers

    def height_times_headroom(self) -> None:
        self.clear_stage()
        numbers = self.numbers
        axes = GraphAxes((-5, 5, 2), (-0.15, 1.15, 0.5), self.layout.left, numbers=(0, 1))
        curve = Curve(axes, sample(numbers.sigmoid, -5, 5))
        first, *others = numbers.sigmoid_inputs
        # The bars stand beside the axes, on their base line, and share their upright unit.
        place_x, base = self.layout.right.at(0.12, 0.0)[0], axes.map(0, 0)[1]
        self.bars = bars = Headroom(axes, (place_x, base, 0.0), numbers.headroom, first)
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
        names[2].stand_on(names[0].baseline)
        tangent = WindowTangent(axes, numbers.sigmoid_tangent(first), theme.TANGENT_REACH)
        place = Readout("x =", first, decimals=2, signed=True, color=theme.RUN)
        parts = [
            Readout(f"{name} =", value, decimals=3, color=color)
            for name, value, color in zip(
                ("sigma", "1 - sigma", "sigma (1 - sigma)"),
                numbers.headroom(first),
                (theme.FUNC, theme.MUTED, theme.EXACT),
                strict=True,
            )
        ]
        self.product = parts[-1]
        rows = VGroup(place, *parts).arrange(DOWN, aligned_edge=LEFT, buff=theme.GUTTER)
        self.layout.right.place(rows, 0.86, 0.5)
        self.play(FadeIn(axes), Create(curve))
        self.play(FadeIn(bars, names, tangent, rows))

        def slide(to: float) -> None:
            x = numbers.hundredth(to)
            tangent.put(numbers.sigmoid_tangent(x))
            bars.put(x)
            place.set_value(x)
            for part, value in zip(parts, numbers.headroom(x), strict=True):
                part.set_value(value)

        def go(start: float, end: float) -> Sweep:
            return Sweep(slide, between(start, end), tangent, bars, rows, run_time=theme.STEP)

        self._leave_mark(axes, first, tangent)
        for start, stop in zip(numbers.sigmoid_inputs, others, strict=False):
            self.play(go(start, stop))
            self._leave_mark(axes, stop, tangent)
        self.back = go(numbers.sigmoid_inputs[-1], numbers.sigmoid_inputs[2])

    def _leave_mark(self, axes: GraphAxes, x: float, tangent: WindowTangent) -> None:
        """Let the slope bar leave a copy of itself at its input."""
        mark = Line(
            axes.map(x, 0.0),
            axes.map(x, tangent.tangent.slope),
            stroke_color=theme.EXACT,
            stroke_width=theme.ROAD_STROKE,
        )
        self.play(TransformFromCopy(self.bars.slope_bar, mark), run_time=theme.FADE)
        self.add(tangent)

    def sigmoid_in_three_lines(self) -> None:
        self.play(self.back)
        self.point_at(self.product)
        self.clear_stage()
        lines = [
            in_roles("sigma(x) {{= : is}} (1 + e^(-x))^(-1)"),
            in_roles(
                "sigma'(x) {{= : is}} {{-(1 + e^(-x))^(-2) : outer}} dot {{(-e^(-x)) : inner}} "
                "= e^(-x) / (1 + e^(-x))^2"
            ),
            in_roles("sigma'(x) {{= : is}} {{sigma (1 - sigma) : exact}} <= {{1/4 : exact2}}"),
        ]
        # The chain rule's two factors are named.
        factors = VGroup(
            *(
                SpanBrace(
                    lines[1].part(part).get_corner(DOWN + LEFT),
                    lines[1].part(part).get_corner(DOWN + RIGHT),
                    Words(f"{part} slope", color=theme.MUTED),
                    color=theme.MUTED,
                )
                for part in ("outer", "inner")
            )
        )
        rows = VGroup(lines[0], VGroup(lines[1], factors), lines[2])
        rows.arrange(DOWN, buff=theme.COLUMN_GAP)
        for row, line in zip(rows, lines, strict=True):
            row.shift((lines[0].part("is").get_x() - line.part("is").get_x()) * RIGHT)
        self.layout.full.place(rows, 0.5, 0.6)
        for row in rows:
            self.play(FadeIn(row, shift=DOWN * theme.NUDGE_SHIFT))
            self.wait(theme.FADE)
        self.point_at(lines[-1].part("exact"))

    def reference_card(self) -> None:
        self.clear_stage()
        rows = self.layout.full.rows(*(1 for _ in CARD), gap=theme.LABEL_GAP)
        lines = VGroup(*(self._entry(name, row) for name, row in zip(CARD, rows, strict=True)))
        self.play(
            LaggedStart(*(FadeIn(line) for line in lines), lag_ratio=theme.ROW_LAG),
            run_time=2 * theme.DRAW,
        )
        self.wait(theme.CLIP_END)

    def _entry(self, name: str, row: Region) -> VGroup:
        """Return one row of the card: a function with its graph, and its slope with its own."""
        function = self.numbers.card[name]
        formula, slope, across, up = CARD[name]
        left, before, middle, after, right = row.columns(*CARD_COLUMNS)
        arrow = Formula("-->", size=theme.LABEL_SIZE, color=theme.MUTED)
        return VGroup(
            self._thumbnail(function, left, across, up, theme.FUNC),
            before.place(in_roles(f"{{{{{formula} : func}}}}")),
            middle.place(arrow),
            after.place(in_roles(f"{{{{{slope} : exact}}}}")),
            self._thumbnail(function.derivative(), right, across, up, theme.EXACT),
        )

    def _thumbnail(
        self,
        function: Function,
        pane: Region,
        across: tuple[float, float],
        up: tuple[float, float],
        color: str,
    ) -> VGroup:
        axes = GraphAxes(
            (*across, 10),
            (*up, 10),
            pane.inset(-AXIS_ROOM + theme.LEG_GAP),
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        axes.set_stroke(opacity=theme.GHOST)
        return VGroup(axes, Curve(axes, sample(function, *across), color))
