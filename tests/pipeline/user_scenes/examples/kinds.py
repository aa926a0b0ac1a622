"""Scenes in the manner of manim's own examples, one for each kind of thing that they draw."""

import numpy as np
from manim import (
    BLUE,
    DEGREES,
    DOWN,
    GREEN,
    LEFT,
    ORANGE,
    PI,
    RED,
    RIGHT,
    UL,
    UP,
    YELLOW,
    Axes,
    Circle,
    Code,
    Create,
    DecimalNumber,
    Dot,
    FadeIn,
    Graph,
    ImageMobject,
    Indicate,
    Line,
    MarkupText,
    MoveAlongPath,
    MovingCameraScene,
    PointCloudDot,
    Restore,
    Rotating,
    Scene,
    Sphere,
    Square,
    Table,
    Text,
    ThreeDAxes,
    ThreeDScene,
    TracedPath,
    Transform,
    Triangle,
    ValueTracker,
    VGroup,
    ZoomedScene,
    always_redraw,
    linear,
)


class Layers(Scene):
    """What is added first lies above by its z-index, and changes places with what moves."""

    def construct(self) -> None:
        top = Circle(color=BLUE, fill_opacity=1).set_z_index(2)
        low = Square(color=RED, fill_opacity=0.7).shift(LEFT)
        self.add(top, low, Triangle(color=GREEN, fill_opacity=1))
        self.play(low.animate.shift(RIGHT))
        self.play(low.animate.set_z_index(3), Indicate(top))
        self.bring_to_back(low)
        self.wait(0.4)


class Updaters(Scene):
    """A line that is made again at each frame, a trace, and what turns while the scene waits."""

    def construct(self) -> None:
        place = ValueTracker(-2)
        dot = Dot(color=YELLOW).add_updater(lambda mobject: mobject.set_x(place.get_value()))
        line = always_redraw(lambda: Line(2 * UP, dot.get_center(), color=ORANGE))
        spin = Square(1).shift(DOWN).add_updater(lambda mobject, dt: mobject.rotate(2 * dt))
        self.add(dot, line, spin, TracedPath(dot.get_center))
        self.play(place.animate.set_value(2))
        self.wait(0.6)
        self.play(Rotating(dot.clear_updaters(), angle=PI, about_point=UP, run_time=1))


class Follow(MovingCameraScene):
    """A camera that comes near, follows a dot along a curve, and is put back."""

    def construct(self) -> None:
        frame = self.camera.frame.save_state()
        axes = Axes(x_range=[0, 6], y_range=[-2, 2])
        curve = axes.plot(np.sin, color=BLUE, x_range=[0, 6])
        dot = Dot(curve.get_start(), color=ORANGE)
        self.add(axes, curve, dot)
        self.play(frame.animate.scale(0.4).move_to(dot))
        frame.add_updater(lambda mobject: mobject.move_to(dot))
        self.play(MoveAlongPath(dot, curve, rate_func=linear))
        frame.clear_updaters()
        self.play(Indicate(dot))
        self.play(Restore(frame))


class Lens(ZoomedScene):
    """A second camera's picture in the first one's."""

    def construct(self) -> None:
        self.add(Dot(), Square())
        self.activate_zooming(animate=False)
        self.play(self.zoomed_camera.frame.animate.shift(RIGHT))


class Pixels(Scene):
    """A picture and a cloud of points, which come and go beside what has outlines."""

    def construct(self) -> None:
        picture = ImageMobject(np.uint8([[0, 90, 180], [250, 60, 20]])).scale(20)
        cloud = PointCloudDot(radius=1).shift(3 * LEFT)
        square = Square().shift(3 * RIGHT)
        self.play(FadeIn(picture), Create(square))
        self.play(cloud.animate.shift(UP))
        self.remove(picture, cloud)
        self.play(square.animate.shift(LEFT))


class Space(ThreeDScene):
    """A ball in the light, words fast in the frame, and a camera that goes round."""

    def construct(self) -> None:
        self.set_camera_orientation(phi=70 * DEGREES, theta=30 * DEGREES)
        title = Text("held").to_corner(UL)
        self.add_fixed_in_frame_mobjects(title)
        self.camera.light_source.move_to(3 * UP)
        self.add(ThreeDAxes(x_range=[-2, 2], y_range=[-2, 2], z_range=[-1, 1]))
        self.add(Sphere(radius=0.8, resolution=(6, 8)))
        self.begin_ambient_camera_rotation(rate=0.5)
        self.wait(0.6)
        self.stop_ambient_camera_rotation()
        self.move_camera(phi=50 * DEGREES, zoom=0.8)


class Words(Scene):
    """Text, marked-up text, a program, a table and a graph."""

    def construct(self) -> None:
        program = Code(code_string="for n in x:\n    f(n)", language="python")
        table = Table([["a", "b"], ["c", "d"]], include_outer_lines=True)
        graph = Graph([1, 2, 3], [(1, 2), (2, 3)], layout="circular")
        marked = MarkupText("<u>one</u> <b>two</b>", gradient=(BLUE, RED))
        parts = VGroup(program, table, graph, marked)
        parts.arrange_in_grid(2, 2).scale_to_fit_height(6)
        self.add(program, marked)
        self.play(Create(table), Create(graph))
        self.play(graph[1].animate.shift(UP), Transform(marked, Text("three").move_to(marked)))


class Sections(Scene):
    """Sections, one of which is skipped, a caption, a sound, and a shell that was left in."""

    def construct(self) -> None:
        self.next_section("skipped", skip_animations=True)
        self.play(Create(Circle()))
        self.next_section("shown")
        self.add_subcaption("a square", duration=1)
        self.add_sound("nowhere.wav")
        self.play(Create(Square()))
        self.embed()
        self.interactive_embed()
        self.wait(0.4)


class Counter(Scene):
    """A number, whose digits manim sets with LaTeX."""

    def construct(self) -> None:
        self.add(DecimalNumber(1.5))
