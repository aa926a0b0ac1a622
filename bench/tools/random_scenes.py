"""Random scenes, each from a seed, as the text of a manim file; long: it lists all their parts."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

NAME = "Tried"
"""What the scene's class is called."""

_FLAT = (
    "Square({size})",
    "Circle({size})",
    "Dot(radius={size} / 3)",
    "Triangle().scale({size})",
    "Star(outer_radius={size})",
    "Rectangle(width={size}, height=1)",
    "RoundedRectangle(corner_radius=0.2, width={size}, height=1.2)",
    "Ellipse(width={size}, height=1)",
    "Annulus(inner_radius=0.4, outer_radius={size})",
    "Arc(radius={size}, angle=2)",
    "Line(LEFT, {size} * RIGHT)",
    "DashedLine(LEFT, {size} * RIGHT)",
    "Arrow(LEFT, {size} * RIGHT)",
    "DoubleArrow(LEFT, {size} * UR)",
    "Text('Slope', font_size=24 * {size})",
    "NumberPlane(x_range=(-2, 2), y_range=(-1, 1)).scale({size})",
    "Axes(x_range=(-2, 2), y_range=(-1, 1), x_length=4, y_length=2).scale({size})",
    "FunctionGraph(lambda x: np.sin({size} * x), x_range=(-3, 3))",
    "ParametricFunction(lambda t: np.array([np.cos(t), np.sin(2 * t), 0]), t_range=(0, 6))",
    "VGroup(*(Square(0.3 * n) for n in range(1, 5))).arrange()",
    "VGroup(Circle({size}), VGroup(Dot(), Square({size})))",
    "Brace(Line(LEFT, {size} * RIGHT))",
    "CurvedArrow(LEFT, {size} * RIGHT)",
    "Cutout(Square(2), Circle(0.5))",
    "BooleanUnion()",
    "ImageMobject(np.uint8([[0, 90], [160, 255]])).scale(40 * {size})",
    "TracedLike()",
)
_SOLID = (
    "Cube(side_length={size})",
    "Sphere(radius={size}, resolution=6)",
    "Cylinder(radius=0.6, height={size}, resolution=6)",
    "Cone(base_radius=0.6, height={size}, resolution=6)",
    "Torus(major_radius={size}, minor_radius=0.3, resolution=6)",
    "Surface(lambda u, v: np.array([u, v, u * v / 4]), resolution=5)",
    "ThreeDAxes(x_range=(-2, 2), y_range=(-2, 2), z_range=(-1, 1))",
    "Line3D(LEFT, {size} * UP + OUT)",
    "Dot3D(point={size} * RIGHT)",
)
_STYLES = (
    ".set_fill({colour}, opacity={share})",
    ".set_stroke({colour}, width={width})",
    ".set_stroke({colour}, width={width}, opacity={share})",
    ".set_stroke(BLACK, width={width}, background=True)",
    ".set_color_by_gradient({colour}, {colour})",
    ".set_opacity({share})",
    ".set_z_index({whole})",
    ".set_sheen(0.5, UR)",
    ".rotate({size})",
    ".shift({place})",
    ".stretch(0.5, 0)",
    ".flip()",
)
_ANIMATIONS = (
    "Create({one})",
    "Uncreate({one})",
    "Write({one})",
    "Unwrite({one})",
    "DrawBorderThenFill({one})",
    "FadeIn({one}, shift=UP)",
    "FadeOut({one}, scale=0.5)",
    "GrowFromCenter({one})",
    "SpinInFromNothing({one})",
    "ShrinkToCenter({one})",
    "Rotate({one}, {size})",
    "Indicate({one})",
    "Circumscribe({one})",
    "ShowPassingFlash({one}.copy())",
    "Wiggle({one})",
    "ApplyWave({one})",
    "FadeToColor({one}, {colour})",
    "Transform({one}, {other}.copy().shift({place}))",
    "ReplacementTransform({one}, {other}.copy())",
    "TransformFromCopy({one}, {other})",
    "ClockwiseTransform({one}, {other}.copy())",
    "MoveAlongPath({one}, Circle({size}))",
    "{one}.animate.shift({place})",
    "{one}.animate.scale({size}).set_color({colour})",
    "{one}.animate(rate_func=there_and_back).rotate({size})",
    "{one}.animate.set_stroke(width={width})",
    "{one}.animate.set_opacity({share})",
    "AnimationGroup(FadeIn({one}), {other}.animate.shift({place}))",
    "LaggedStart({one}.animate.shift({place}), {other}.animate.scale({size}), lag_ratio=0.3)",
    "Succession(FadeOut({one}), FadeIn({other}))",
    "tracker.animate.set_value({size})",
    "UpdateFromAlphaFunc({one}, lambda m, a: m.set_opacity(a))",
    "Homotopy(lambda x, y, z, t: (x + t * np.sin(y), y, z), {one})",
    "Swap({one}, {other})",
    "Flash({one})",
    "Broadcast({one})",
)
_UPDATERS = (
    "{one}.add_updater(lambda m, dt: m.rotate(dt))",
    "{one}.add_updater(lambda m: m.set_x(tracker.get_value()))",
    "{one}.add_updater(lambda m: m.next_to({other}, UP))",
    "{one}.add_updater(lambda m: m.become(Square(1 + tracker.get_value() % 2)))",
    "{one}.add_updater(lambda m, dt: m.set_opacity(0.3 + dt))",
    "{one}.add_updater(lambda m, dt: m.set_color({colour}))",
    "{one}.add_updater(lambda m, dt: m.add(Dot(m.get_center())))",
    "self.add(always_redraw(lambda: Line({one}.get_center(), {other}.get_center())))",
    "self.add(TracedPath({one}.get_center))",
    "self.add(SurroundingRectangle({one}))",
    "turn_animation_into_updater(Rotate({one}, run_time=1))",
    "self.add_updater(lambda dt: tracker.increment_value(dt))",
)
_STEPS = (
    "self.wait(0.4)",
    "self.wait(0.2, frozen_frame=False)",
    "self.add({one})",
    "self.remove({one})",
    "self.bring_to_front({one})",
    "self.bring_to_back({one})",
    "self.add_foreground_mobject({one})",
    "self.remove_foreground_mobject({one})",
    "self.replace({one}, {other}) if {one} in self.mobjects and {one} is not {other} else None",
    "{one}.points[:] += 0.1",
    "{one}.set_points({one}.points * 1.1)",
    "{one}.clear_updaters()",
    "{one}.suspend_updating()",
    "{one}.resume_updating()",
    "{one}.save_state()",
    "{one}.set_color({colour})",
    "{one}.reverse_direction() if isinstance({one}, VMobject) else None",
    "self.next_section('next', skip_animations={chance})",
    "{one}.become({other})",
    "{one}.match_style({other}) if isinstance({one}, VMobject) else None",
    "{one}.add({other}.copy())",
    "{one}.joint_type = LineJointType.ROUND",
    "{one}.cap_style = CapStyleType.ROUND",
)
_STRANGE_STEPS = (
    "self.camera.background_color = {colour}",
    "config.background_color = {colour}",
    "self.camera.background_opacity = 0.5",
    "config.frame_rate = 4",
    "self.camera.use_z_index = False",
    "self.camera.line_width_multiple = 0.02",
    "self.camera.cairo_line_width_multiple = 0.03",
    "self.camera.background[:9] = 255",
    "self.camera.get_image()",
    "self.renderer.static_image = None",
    "self.renderer.skip_animations = {chance}",
    "self.camera = Camera()",
    "self.renderer.camera = MovingCamera()",
    "self.camera.get_image = lambda *_: None",
    "self.renderer.update_frame(self)",
    "self.renderer.add_frame(self.renderer.get_frame(), 2)",
    "self.camera.reset()",
    "self.camera.capture_mobjects([{one}])",
    "{one}.get_image()",
    "setattr(self.renderer, 'render', self.renderer.render)",
    "self.camera.frame_width = 9",
    "self.camera.frame_center = RIGHT",
    "self.camera.pixel_array[0] = 9",
)
_CAMERA_STEPS = (
    "self.play(self.camera.frame.animate.scale({size}).shift({place}), run_time=0.4)",
    "self.camera.frame.move_to({one})",
    "self.camera.frame.set(width=6 + {size})",
    "self.camera.frame.save_state()",
    "self.play(self.camera.auto_zoom([{one}], margin=1), run_time=0.4)",
)
_SPACE_STEPS = (
    "self.set_camera_orientation(phi={size}, theta=-{size})",
    "self.move_camera(phi=1, theta={size}, run_time=0.4)",
    "self.begin_ambient_camera_rotation(rate={size})",
    "self.stop_ambient_camera_rotation()",
    "self.begin_3dillusion_camera_rotation(rate=1)",
    "self.add_fixed_in_frame_mobjects({one})",
    "self.add_fixed_orientation_mobjects({one})",
    "self.set_camera_orientation(zoom={size})",
    "self.renderer.camera.light_source.move_to({place} + 3 * OUT)",
)
_OVERRIDES = {
    "get_stroke_width": "return 2 * super().get_stroke_width(*args, **options)",
    "get_stroke_rgbas": "return 0.5 * super().get_stroke_rgbas(*args, **options)",
    "get_fill_rgbas": "return 0.5 * super().get_fill_rgbas(*args, **options)",
    "get_gradient_start_and_end_points": (
        "return tuple(1.5 * p for p in super().get_gradient_start_and_end_points())"
    ),
    "get_points": "return super().get_points() * 1.1",
    "get_subpaths": "return super().get_subpaths()[:1]",
    "family_members_with_points": "return super().family_members_with_points()[:2]",
    "get_family": "return super().get_family(*args, **options)[:3]",
    "interpolate": "return super().interpolate(*args[:2], args[2] ** 2, *args[3:], **options)",
    "interpolate_color": "return super().interpolate_color(args[0], args[1], 0.5)",
    "align_points": "super().align_points(*args, **options); return self",
    "pointwise_become_partial": (
        "return super().pointwise_become_partial(args[0], args[1] / 2, args[2])"
    ),
    "copy": "made = super().copy(); made.shift(0.1 * UP); return made",
    "__deepcopy__": "made = super().__deepcopy__(*args); made.shift(0.1 * UP); return made",
    "become": "return super().become(*args, **options).shift(0.1 * UP)",
    "update": "self.shift(0.01 * UP); return super().update(*args, **options)",
    "shift": "return super().shift(*(1.5 * step for step in args))",
    "set_points": "return super().set_points(*args, **options)",
    "get_style": "return super().get_style(*args, **options)",
    "set_stroke": "return super().set_stroke(*args, **options)",
    "__setattr__": "super().__setattr__(*args)",
    "__getattribute__": "return super().__getattribute__(*args)",
    "consider_points_equals_2d": "return False",
    "get_arc_length": "return 3.0",
    "get_nth_curve_points": "return super().get_nth_curve_points(*args)",
    "get_z_index_reference_point": "return ORIGIN",
    "get_background_image": "return None",
    "get_color": "return RED",
}
_COLOURS = ("RED", "BLUE", "GREEN", "YELLOW", "WHITE", "PURPLE_B", "'#123456'")
_PLACES = ("UP", "DOWN", "2 * LEFT", "RIGHT", "UR", "DL", "ORIGIN", "OUT")
_HELP = '''"""A random scene of seed {seed}."""

from types import MethodType

from manim import *


def BooleanUnion():
    return Union(Square(1), Circle(0.6).shift(RIGHT / 2))


def TracedLike():
    return VMobject().set_points_smoothly([LEFT, UP, RIGHT, DOWN])
'''


def random_scene(seed: int) -> str:
    """Return the text of a file with one scene, ``NAME``, that a seed decides."""
    return _Writer(random.Random(seed)).write(seed)  # noqa: S311 no secret


class _Writer:
    """Writes one scene, with a source of chance."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._kind = chance.choices(("Scene", "MovingCameraScene", "ThreeDScene"), (6, 2, 2))[0]
        self._names: list[str] = []

    def write(self, seed: int) -> str:
        """Return the text."""
        chance = self._chance
        parts = [_HELP.format(seed=seed)]
        own = self._own_class() if chance.random() < 0.4 else ""
        if own:
            parts.append(own)
        if chance.random() < 0.1:
            parts.append(self._filled("\nconfig.background_color = {colour}\n"))
        body = ["tracker = ValueTracker(0.5)"]
        for number in range(chance.randint(1, 4)):
            body.append(f"m{number} = {self._mobject(own=bool(own) and number == 0)}")
            self._names.append(f"m{number}")
        body.append(f"self.add({', '.join(chance.sample(self._names, len(self._names) // 2))})")
        if chance.random() < 0.15:
            body.append(self._own_method())
        body += [self._step() for _ in range(chance.randint(2, 6))]
        lines = "\n".join(f"        {line}" for line in body)
        parts.append(f"\n\nclass {NAME}({self._kind}):\n    def construct(self):\n{lines}\n")
        return "".join(parts)

    def _step(self) -> str:
        chance = self._chance
        kinds: list[tuple[float, Callable[[], str]]] = [
            (5, self._play),
            (2, lambda: self._filled(chance.choice(_UPDATERS))),
            (3, lambda: self._filled(chance.choice(_STEPS))),
            (0.4, lambda: self._filled(chance.choice(_STRANGE_STEPS))),
        ]
        if self._kind == "MovingCameraScene":
            kinds.append((3, lambda: self._filled(chance.choice(_CAMERA_STEPS))))
        if self._kind == "ThreeDScene":
            kinds.append((3, lambda: self._filled(chance.choice(_SPACE_STEPS))))
        return chance.choices([make for _, make in kinds], [weight for weight, _ in kinds])[0]()

    def _play(self) -> str:
        chance = self._chance
        played = [self._filled(chance.choice(_ANIMATIONS)) for _ in range(chance.choice((1, 1, 2)))]
        rate = chance.choice(("smooth", "linear", "there_and_back", "rush_into"))
        return f"self.play({', '.join(played)}, run_time=0.6, rate_func={rate})"

    def _mobject(self, *, own: bool) -> str:
        chance = self._chance
        choice = _FLAT
        if self._kind == "ThreeDScene" and chance.random() < 0.6:
            choice = _SOLID
        made = "Own()" if own else self._filled(chance.choice(choice))
        styles = chance.sample(_STYLES, chance.randint(0, 3))
        if "ImageMobject" in made:
            styles = []
        return made + "".join(self._filled(style) for style in styles)

    def _own_class(self) -> str:
        base = self._chance.choice(("Square", "Circle", "VGroup", "Line", "Dot", "VMobject"))
        name = self._chance.choice(list(_OVERRIDES))
        start = {"VGroup": "super().__init__(Square(), Circle())"}.get(base, "super().__init__()")
        shape = "self.set_points_as_corners([LEFT, UP, RIGHT])" if base == "VMobject" else "pass"
        return (
            f"\n\nclass Own({base}):\n    def __init__(self, *_args, **_options):\n"
            f"        {start}\n        {shape}\n\n"
            f"    def {name}(self, *args, **options):\n        {_OVERRIDES[name]}\n"
        )

    def _own_method(self) -> str:
        """Return a line that gives one mobject a method of its own, without a class."""
        name = self._chance.choice([name for name in _OVERRIDES if not name.startswith("__")])
        one = self._chance.choice(self._names)
        return (
            f"{one}.{name} = MethodType(lambda self, *args, own={one}.{name}, **options: "
            f"own(*args, **options), {one}) if hasattr({one}, '{name}') else None"
        )

    def _filled(self, text: str) -> str:
        """Return a text with a value of chance in place of each ``{kind}``."""
        return re.sub(r"\{(\w+)\}", lambda match: self._value(match[1]), text)

    def _value(self, kind: str) -> str:
        chance = self._chance
        match kind:
            case "one" | "other":
                return chance.choice(self._names)
            case "size":
                return str(round(chance.uniform(0.4, 2), 2))
            case "share":
                return str(chance.choice((0, 0.3, 0.7, 1)))
            case "width":
                return str(chance.choice((0, 0.5, 2, 4, 12)))
            case "whole":
                return str(chance.choice((-1, 0, 1, 5)))
            case "colour":
                return chance.choice(_COLOURS)
            case "place":
                return chance.choice(_PLACES)
            case "chance":
                return str(chance.random() < 0.5)
        raise KeyError(kind)
