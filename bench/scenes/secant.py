"""A secant closes in on a tangent, with its numbers live."""

from manim import (
    BLUE,
    DOWN,
    GREEN,
    GREY_B,
    LEFT,
    ORANGE,
    RIGHT,
    UP,
    YELLOW,
    Axes,
    Create,
    DecimalNumber,
    Dot,
    FadeIn,
    MathTypst,
    Scene,
    ValueTracker,
    VGroup,
    Write,
    always_redraw,
    rate_functions,
)

X0 = 1.2


def f(x):
    return 0.3 * x**2 + 0.6


class Secant(Scene):
    def construct(self):
        ax = Axes(
            x_range=[-1, 4, 1],
            y_range=[-1, 6, 1],
            x_length=7.5,
            y_length=6,
            axis_config={"include_tip": False, "color": GREY_B},
        ).shift(1.8 * LEFT)
        curve = ax.plot(f, x_range=[-1, 3.6], color=BLUE)
        self.play(Create(ax), run_time=1)
        self.play(Create(curve), run_time=1.5)

        h = ValueTracker(2.0)

        def slope():
            return (f(X0 + h.get_value()) - f(X0)) / h.get_value()

        def line(x):
            return f(X0) + slope() * (x - X0)

        fixed = Dot(ax.c2p(X0, f(X0)), color=YELLOW)
        moving = always_redraw(
            lambda: Dot(ax.c2p(X0 + h.get_value(), f(X0 + h.get_value())), color=ORANGE)
        )
        secant = always_redraw(lambda: ax.plot(line, x_range=[-0.4, 3.6], color=ORANGE))
        rise = always_redraw(
            lambda: ax.get_vertical_line(
                ax.c2p(X0 + h.get_value(), f(X0 + h.get_value())), color=GREEN
            )
        )
        self.play(FadeIn(fixed), FadeIn(moving), Create(secant), FadeIn(rise), run_time=1)

        rows = VGroup()
        for name, value, color in (
            ("h =", h.get_value, ORANGE),
            ("Delta y =", lambda: f(X0 + h.get_value()) - f(X0), GREEN),
            ("(Delta y) / h =", slope, YELLOW),
        ):
            label = MathTypst(name, font_size=40)
            number = DecimalNumber(
                value(), num_decimal_places=3, mob_class=MathTypst, font_size=40, color=color
            )
            number.next_to(label, RIGHT)
            number.add_updater(lambda mob, value=value: mob.set_value(value()))
            rows.add(VGroup(label, number))
        rows.arrange(DOWN, buff=0.6, aligned_edge=LEFT).to_edge(RIGHT, buff=0.8).shift(UP)
        self.play(Write(rows), run_time=1)

        self.play(h.animate.set_value(1.0), run_time=3)
        self.play(h.animate.set_value(0.3), run_time=3)
        self.play(h.animate.set_value(0.001), run_time=4, rate_func=rate_functions.ease_out_cubic)
        self.wait(1)
