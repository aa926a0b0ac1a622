"""Scenes as any user of manim writes them; two that the fast drawing cannot follow."""

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


class Painting(Scene):
    """Writes into the camera's picture, after it has changed a setting of manim."""

    def construct(self):
        config.background_color = RED
        self.play(FadeIn(Square()))
        self.camera.pixel_array[:10] = 255
        self.play(FadeIn(Dot(UP)))


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
