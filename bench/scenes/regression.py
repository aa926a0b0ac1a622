"""A line is fitted to a hundred points while its loss goes down."""

import numpy as np
from manim import (
    BLUE,
    DOWN,
    GREY_B,
    LEFT,
    RED,
    RIGHT,
    UP,
    YELLOW,
    Axes,
    Create,
    DecimalNumber,
    Dot,
    FadeIn,
    LaggedStart,
    Line,
    MathTypst,
    Scene,
    Typst,
    ValueTracker,
    VGroup,
    VMobject,
    Write,
    always_redraw,
    linear,
)

EPOCHS = 60
random = np.random.default_rng(7)
XS = random.uniform(0.2, 4.8, 100)
YS = 0.8 * XS + 1 + random.normal(0, 0.5, 100)


def descend():
    """Return weight, bias and loss after each epoch."""
    w, b, history = -0.6, 4.2, []
    for _ in range(EPOCHS + 1):
        error = w * XS + b - YS
        history.append((w, b, float(np.mean(error**2))))
        w -= 0.05 * 2 * float(np.mean(error * XS))
        b -= 0.05 * 2 * float(np.mean(error))
    return np.array(history)


class Regression(Scene):
    def construct(self):
        history = descend()
        epoch = ValueTracker(0)

        def now(column):
            return float(np.interp(epoch.get_value(), range(EPOCHS + 1), history[:, column]))

        style = {"include_tip": False, "color": GREY_B}
        data = Axes([0, 5, 1], [0, 6, 1], x_length=6.2, y_length=5.2, axis_config=style)
        data.to_edge(LEFT, buff=0.5).shift(0.5 * DOWN)
        top = float(np.ceil(history[0, 2]))
        chart = Axes([0, EPOCHS, 10], [0, top, 1], x_length=5, y_length=3, axis_config=style)
        chart.to_edge(RIGHT, buff=0.5).shift(1.4 * DOWN)
        title = Typst("*Gradient descent* on 100 points", font_size=38).to_edge(UP)
        points = list(zip(XS, YS, strict=True))
        dots = VGroup(*(Dot(data.c2p(x, y), radius=0.05, color=BLUE) for x, y in points))
        self.play(Write(title), Create(data), Create(chart), run_time=1.5)
        self.play(LaggedStart(*map(FadeIn, dots), lag_ratio=0.02), run_time=2)

        fit = always_redraw(
            lambda: data.plot(lambda x: now(0) * x + now(1), x_range=[0, 5], color=YELLOW)
        )
        residuals = always_redraw(
            lambda: VGroup(
                *(
                    Line(
                        data.c2p(x, y),
                        data.c2p(x, now(0) * x + now(1)),
                        color=RED,
                        stroke_width=1.5,
                    )
                    for x, y in points
                )
            )
        )

        def loss_curve():
            steps = np.linspace(0, max(epoch.get_value(), 1e-3), 80)
            losses = np.interp(steps, range(EPOCHS + 1), history[:, 2])
            corners = [chart.c2p(*point) for point in zip(steps, losses, strict=True)]
            return VMobject(color=RED).set_points_as_corners(corners)

        label = MathTypst("L =", font_size=40)
        loss = DecimalNumber(
            now(2), num_decimal_places=3, mob_class=MathTypst, font_size=40, color=RED
        )
        VGroup(label, loss).arrange(RIGHT).next_to(chart, UP, buff=0.5)
        loss.add_updater(lambda mob: mob.set_value(now(2)))
        self.play(Create(residuals), FadeIn(fit), FadeIn(label), FadeIn(loss), run_time=1.5)
        self.add(always_redraw(loss_curve))
        self.play(epoch.animate.set_value(12), run_time=5, rate_func=linear)
        self.play(epoch.animate.set_value(EPOCHS), run_time=4, rate_func=linear)
        self.wait(1)
