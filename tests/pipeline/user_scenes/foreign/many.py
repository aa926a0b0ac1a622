"""An ordinary file with scenes of every kind."""

from pathlib import Path

import numpy as np
from manim import (
    BLUE,
    DEGREES,
    DR,
    RED,
    RIGHT,
    Camera,
    Circle,
    Cube,
    ImageMobject,
    MovingCameraScene,
    Rotate,
    Scene,
    Square,
    Tex,
    ThreeDScene,
    config,
)

config.background_color = "#204060"
config.frame_width = 7.111
config.frame_height = 4.0
config.pixel_width = 1000
config.pixel_height = 200
config.frame_rate = 50


class Zoom(MovingCameraScene):
    """Reads a file that lies where the command is given."""

    def construct(self) -> None:
        steps = int(Path("steps.txt").read_text(encoding="utf-8"))
        self.add(Square())
        self.play(self.camera.frame.animate.scale(0.5).shift(RIGHT), run_time=steps / 5)


class Turn(ThreeDScene):
    def construct(self) -> None:
        self.set_camera_orientation(phi=60 * DEGREES, theta=30 * DEGREES)
        self.add(Cube())
        self.begin_ambient_camera_rotation(rate=1)
        self.wait(0.6)


class Still(Scene):
    """A picture, and nothing that moves."""

    def construct(self) -> None:
        green = np.full((4, 4, 4), (0, 255, 0, 255), dtype=np.uint8)
        self.add(Circle(color=RED, fill_opacity=1))
        self.add(ImageMobject(green).set_height(1).to_corner(DR, buff=0))


class Dim(Camera):
    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        self.background_color = BLUE


class Own(Scene):
    """A constructor that takes nothing, and names a camera on the way up."""

    def __init__(self) -> None:
        super().__init__(camera_class=Dim)

    def construct(self) -> None:
        self.play(Rotate(Square()), run_time=0.4)


class Typeset(Scene):
    def construct(self) -> None:
        self.add(Tex("x"))
