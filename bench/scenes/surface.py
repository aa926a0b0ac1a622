"""A surface in space, seen from all sides, with a plane that touches it."""

import numpy as np
from manim import (
    BLUE_D,
    BLUE_E,
    DEGREES,
    ORANGE,
    UL,
    YELLOW,
    Create,
    Dot3D,
    FadeIn,
    MathTypst,
    Surface,
    ThreeDAxes,
    ThreeDScene,
    Write,
)

AT = (0.8, -0.6)


def height(x, y):
    return np.cos(x) * np.cos(0.8 * y) + 0.15 * x


def slopes(x, y):
    return -np.sin(x) * np.cos(0.8 * y) + 0.15, -0.8 * np.cos(x) * np.sin(0.8 * y)


class TangentPlane(ThreeDScene):
    def construct(self):
        axes = ThreeDAxes(
            x_range=[-3, 3, 1],
            y_range=[-3, 3, 1],
            z_range=[-2, 2, 1],
            x_length=7,
            y_length=7,
            z_length=4,
        )
        surface = Surface(
            lambda u, v: axes.c2p(u, v, height(u, v)),
            u_range=[-2.6, 2.6],
            v_range=[-2.6, 2.6],
            resolution=(20, 20),
            fill_opacity=0.85,
            checkerboard_colors=[BLUE_D, BLUE_E],
        )
        x, y = AT
        along_x, along_y = slopes(x, y)
        plane = Surface(
            lambda u, v: axes.c2p(x + u, y + v, height(x, y) + along_x * u + along_y * v + 0.02),
            u_range=[-0.8, 0.8],
            v_range=[-0.8, 0.8],
            resolution=(4, 4),
            fill_opacity=0.7,
            checkerboard_colors=[ORANGE, ORANGE],
        )
        touch = Dot3D(axes.c2p(x, y, height(x, y)), color=YELLOW)
        name = MathTypst("z = cos(x) cos(0.8 y) + 0.15 x", font_size=36).to_corner(UL)

        self.set_camera_orientation(phi=65 * DEGREES, theta=-50 * DEGREES)
        self.add_fixed_in_frame_mobjects(name)
        self.play(Create(axes), Write(name), run_time=1.5)
        self.play(Create(surface), run_time=2.5)
        self.begin_ambient_camera_rotation(rate=0.35)
        self.wait(3)
        self.play(FadeIn(touch), FadeIn(plane), run_time=1.5)
        self.wait(2)
        self.stop_ambient_camera_rotation()
        self.move_camera(phi=40 * DEGREES, theta=60 * DEGREES, zoom=1.2, run_time=2.5)
        self.wait(0.5)
