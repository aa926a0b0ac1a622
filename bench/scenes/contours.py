"""A contour map with its gradient field, and a descent along it."""

import numpy as np
from manim import (
    BLUE_E,
    GREY_B,
    RED,
    WHITE,
    YELLOW,
    Arrow,
    Axes,
    Create,
    Dot,
    FadeIn,
    GrowArrow,
    LaggedStart,
    Line,
    Scene,
    TracedPath,
    VGroup,
    color_gradient,
)

LEVELS = [0.25, 0.75, 1.5, 2.5, 4, 6, 8.5, 11.5]


def height(x, y):
    return 0.5 * x**2 + 1.5 * y**2 + 0.6 * x * y


def gradient(x, y):
    return np.array([x + 0.6 * y, 3 * y + 0.6 * x])


class Contours(Scene):
    def construct(self):
        ax = Axes(
            x_range=[-5, 5, 1],
            y_range=[-3, 3, 1],
            x_length=11,
            y_length=6.6,
            axis_config={"include_tip": False, "color": GREY_B, "stroke_opacity": 0.5},
        )
        colors = color_gradient([BLUE_E, YELLOW], len(LEVELS))
        rings = VGroup(
            *(
                ax.plot_implicit_curve(
                    lambda x, y, level=level: height(x, y) - level,
                    min_depth=4,
                    max_quads=800,
                    color=color,
                    stroke_width=3,
                )
                for level, color in zip(LEVELS, colors, strict=True)
            )
        )
        self.play(Create(ax), run_time=1)
        self.play(LaggedStart(*(Create(ring) for ring in rings), lag_ratio=0.2), run_time=3)

        arrows = VGroup()
        for x in np.linspace(-4.5, 4.5, 10):
            for y in np.linspace(-2.5, 2.5, 6):
                slope = gradient(x, y)
                if np.linalg.norm(slope) < 0.3:
                    continue
                step = -0.42 * slope / np.linalg.norm(slope)
                arrows.add(
                    Arrow(
                        ax.c2p(x, y),
                        ax.c2p(x + step[0], y + step[1]),
                        buff=0,
                        stroke_width=3,
                        max_tip_length_to_length_ratio=0.35,
                        color=WHITE,
                    ).set_opacity(0.6)
                )
        self.play(LaggedStart(*map(GrowArrow, arrows), lag_ratio=0.03), run_time=3)

        point = np.array([-4.2, 2.3])
        ball = Dot(ax.c2p(*point), color=RED, radius=0.12)
        trace = TracedPath(ball.get_center, stroke_color=RED, stroke_width=5)
        self.add(trace)
        self.play(FadeIn(ball, scale=2), run_time=0.5)
        for _ in range(12):
            following = point - 0.28 * gradient(*point)
            step = Line(ax.c2p(*point), ax.c2p(*following), color=RED)
            self.play(ball.animate.move_to(step.get_end()), run_time=0.5)
            point = following
        self.play(arrows.animate.set_opacity(0.15), run_time=1)
        self.wait(0.5)
