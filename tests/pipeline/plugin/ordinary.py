"""Scenes as any user of manim writes them; some that the fast drawing cannot follow."""

import numpy as np
from manim import (
    BLUE,
    RED,
    RIGHT,
    UP,
    Camera,
    Circle,
    Create,
    Dot,
    FadeIn,
    ImageMobject,
    MovingCameraScene,
    Scene,
    Sphere,
    Square,
    ThreeDScene,
    Transform,
    config,
)


class Flat(Scene):
    def construct(self):
        square = Square(color=BLUE, fill_opacity=0.5)
        self.play(Create(square))
        self.wait(0.4)
        self.next_section("second")
        self.play(Transform(square, Circle(color=RED)))


class Moving(MovingCameraScene):
    def construct(self):
        self.add(Square(), Dot(2 * RIGHT))
        self.play(self.camera.frame.animate.scale(0.5).shift(RIGHT))


class Space(ThreeDScene):
    def construct(self):
        self.set_camera_orientation(phi=1, theta=0.5)
        self.play(FadeIn(Sphere(resolution=(6, 6))))


class Pictures(Scene):
    """Looks at what it has drawn, also while nothing is played, and shows that."""

    def construct(self):
        self.play(FadeIn(Square(fill_opacity=1)))
        seen = np.asarray(self.camera.get_image())
        self.add(ImageMobject(seen).scale(0.3).shift(2 * RIGHT))
        self.wait(0.4)
        self.next_section("unseen", skip_animations=True)
        self.play(FadeIn(Dot(2 * UP, color=RED)))
        self.add(ImageMobject(np.asarray(self.camera.get_image())).scale(0.3))
        self.next_section("seen")
        self.play(FadeIn(Dot(UP)))


SHARED = Dot()


class Painting(Scene):
    """Writes into the camera's picture, after it has changed manim and what other scenes show."""

    def construct(self):
        config.background_color = RED
        Square.set_default(side_length=Square().side_length / 2)
        self.play(SHARED.animate.shift(RIGHT), FadeIn(Square()))
        self.camera.pixel_array[:10] = 255
        self.play(FadeIn(Dot(UP)))


class InConstructor(Scene):
    """Looks at its camera's picture before anything is drawn."""

    def __init__(self, **settings):
        super().__init__(**settings)
        self.rows = len(self.camera.pixel_array)

    def construct(self):
        self.play(FadeIn(Square(side_length=self.rows / 12)))


class OtherCamera(Scene):
    """Sets a camera of its own in its constructor."""

    def __init__(self, **settings):
        super().__init__(**settings)
        self.renderer.camera = Camera(background_color=BLUE)

    def construct(self):
        self.play(FadeIn(Square()))


class OwnCamera(Camera):
    pass


class Own(Scene):
    """Names a camera that the fast drawing does not know."""

    def __init__(self, **settings):
        super().__init__(camera_class=OwnCamera, **settings)

    def construct(self):
        self.play(FadeIn(Square()))
