"""Clip 10, third act: a valley, the map that it opens into, and all pictures on one road."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from manim import DL, DOWN, RIGHT, FadeIn, FadeOut, ReplacementTransform, VGroup, linear

from lessons.derivatives.c10.numbers import Numbers
from mathcore.formulas.curves import sample
from mathcore.optimization.descent import Descent
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import GraphAxes
from scenes.components.graph.curve import Curve, SolidDot
from scenes.components.graph.secant import TangentLine
from scenes.components.landscape.descent_path import DescentPath, ScaledArrow
from scenes.components.landscape.height_map import HeightMap
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.marks.dashes import Dashes
from scenes.components.marks.plate import outline
from scenes.components.marks.ray import Ray
from scenes.components.motion.carry import ARC, carry, late
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral, spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c10_the_whole_story.act2_rules_and_chain import AfterRulesAndChain
from scenes.derivatives.c10_the_whole_story.props.bending import graph_room, headed, named
from scenes.derivatives.c10_the_whole_story.props.tilting import TiltingBowl, grow
from scenes.derivatives.map.story_map import StoryMap, begin_like
from scenes.derivatives.map.tiles import FILLED
from scenes.layout import Region

VALLEY = ((-4.8, 2.5, 1), (-0.6, 5.0, 1))
"""The window of the valley, across and up; the left part is free for what is said about it."""
NARROW_VALLEY = ((-2.4, 2.5, 1), (-0.6, 5.0, 1))
"""The same in a narrow frame, where that stands above it."""
STEP_LEVEL = -0.3
"""Height at which a step is drawn, on the axes of the valley."""
SLOPE_REACH = 0.8
"""Half the length of the tangent at the ball, in frame units."""
STEP_STYLE: Final[Any] = {"gap": 0.0, "color": theme.RUN, "stroke": theme.NUDGE_STROKE}
LABEL_AT = (0.03, 0.16)
"""Where the lower left corner of a label stands on the stage of a wide frame."""
SLOPES_PER_UNIT = 2
SHOWN_STEPS = 3
"""How many steps are taken on the map: later ones are too short for an arrow."""
LEGS_FADED = 0.3
"""By how much the legs of the gradient fade when the arrow stands."""
ARROW_SCALE = 1 / SLOPES_PER_UNIT
"""Lesson units of arrow per unit of slope."""
SLOPE_DECIMALS = 1
LAST = FILLED[-1]
RINGS = 2
"""How many contours the picture of the last tile has."""
BOARD_GROWTH = 1.03
"""How much the board swells when all of it is lit."""
BOARD_BEGINS = 0.4
"""The share of the last picture's way to its tile at which the others begin to appear."""


class ValleyAndMap(Act):
    """A valley, the map that it opens into, and all pictures on one road."""

    numbers: Numbers
    before: AfterRulesAndChain

    def prepare(self) -> None:
        """Lay out the valley."""
        self.head, room = graph_room(self.layout)
        self.spans = NARROW_VALLEY if self.head else VALLEY
        self.axes = GraphAxes(*self.spans, room, x_name="x", y_name="y", framed=True)
        window = self.axes.window
        self.pane = outline(window.width, window.height, theme.GRID).move_to(window.center)

    def descent_tile(self) -> None:
        numbers, axes = self.numbers, self.axes
        (left, right, _), _ = self.spans
        curve = Curve(axes, sample(numbers.hill, left, right))
        start, *later = numbers.walk.points.tolist()
        marble = TangentLine(axes, numbers.tangent_on_hill(start), reach=SLOPE_REACH)
        marble.dot.set_color(theme.INK).scale(theme.MARBLE_RADIUS / theme.DOT_RADIUS)
        rule = in_roles("{{Delta x : run}} = - {{alpha : run2}} {{f'(x) : exact}}", theme.KEY_SIZE)
        alpha, small = (
            Readout("alpha =", path.alpha, decimals=2, size=theme.TABLE_SIZE, color=theme.ALPHA)
            for path in (numbers.rebel, numbers.walk)
        )
        label = self._label(named("descent", rule, alpha), axes.window)
        small.move_to(alpha)
        allowed = in_roles("< 2 \\/ {{f'' : exact}}", theme.TABLE_SIZE)
        allowed.next_to(small, RIGHT, buff=theme.LABEL_GAP).stand_on(small.baseline)
        # The long bar bends up into the valley.
        self.play(
            ReplacementTransform(self.before.bar, curve),
            FadeOut(self.before.rest),
            FadeIn(axes, self.pane),
            run_time=theme.MORPH,
        )
        self.play(FadeIn(marble, label, run_time=theme.FADE))
        # The step is too long: each one crosses the valley and ends higher up.
        hops = VGroup()
        for before, after in pairwise(numbers.rebel.points.tolist()):
            low, high = (numbers.tangent_on_hill(x).point for x in (before, after))
            hop = Dashes(axes.map(*low), axes.map(*high), color=theme.ALARM)
            hops.add(hop)
            self.play(FadeIn(hop, run_time=theme.FADE), self._put(marble, after))
        self.play(
            FadeOut(hops, alpha, run_time=theme.FADE),
            FadeIn(small, allowed, run_time=theme.FADE),
            self._put(marble, start),
        )
        label.remove(alpha).add(small, allowed)
        stops, steps = VGroup(), VGroup()
        for before, after in pairwise((start, *later)):
            stop = SolidDot(axes.map(*numbers.tangent_on_hill(before).point), theme.MUTED)
            stops.add(stop)
            self.add(stop, marble)
            step = Ray(axes.map(before, STEP_LEVEL), axes.map(after, STEP_LEVEL), **STEP_STYLE)
            steps.add(step)
            self.play(FadeIn(step, run_time=theme.FADE), self._put(marble, after))
        self.curve, self.marble = curve, marble
        self.gone = VGroup(label, stops, steps)

    def _label(self, label: VGroup, window: Region) -> VGroup:
        """Put a label into the lower left corner of a window, or above a narrow one."""
        if self.head:
            return self.head.place(label)
        label.move_to(self.layout.stage.at(*LABEL_AT), aligned_edge=DL)
        return label.shift((window.left + theme.GUTTER - label.get_left()[0]) * RIGHT)

    def _put(self, marble: TangentLine, goal: float) -> Any:
        """Let the marble step to another input, straight through the air."""
        move = animated(marble, run_time=theme.FADE, rate_func=theme.TRAVEL)
        return move.put(self.numbers.tangent_on_hill(goal))

    def gradient_tile(self) -> None:
        numbers = self.numbers
        at, slopes = numbers.uphill_at, numbers.uphill
        seen = self.layout.by_shape(numbers.flat, numbers.square, numbers.high)
        _, room = headed(self.layout)
        plane = ParameterPlane(*seen.plane, room)
        bottom = self._end(numbers.walk)
        bowl = TiltingBowl(self.axes, plane, numbers.bowl, seen.rings, ((bottom, 0.0), at))
        self.remove(self.curve, self.marble.dot)
        self.add(bowl.slice, bowl.rings, self.gone, self.marble.line, bowl.ball)
        # The eye rises: the valley was a slice of a bowl, and from above the bowl is a map.
        self.play(
            FadeOut(self.axes, run_time=theme.FADE),
            FadeOut(self.pane, run_time=theme.FADE),
            FadeOut(self.gone, self.marble.line, run_time=theme.FADE),
            Sweep(bowl.put, between(0.0, 1.0), bowl, rate_func=theme.TRAVEL),
            run_time=theme.DRAW,
        )
        heights = HeightMap(plane, seen.rings, numbers.bowl, labels=0)
        self.play(FadeIn(plane, heights.fills, run_time=theme.FADE))
        self.add(bowl.rings, bowl.ball)
        gradient = ScaledArrow(plane, at, slopes, ARROW_SCALE)
        legs = gradient.legs(at, slopes)
        numerals = [
            Numeral(slope, SLOPE_DECIMALS, size=theme.TABLE_SIZE, color=color)
            for slope, color in zip(slopes, (theme.RUN, theme.RISE), strict=True)
        ]
        for leg, number, side in zip(legs, numerals, (DOWN, RIGHT), strict=True):
            number.next_to(leg, side, buff=theme.LABEL_GAP)
            number.set_stroke(theme.BG, theme.HALO, background=True)
            self.add(leg, bowl.ball)
            self.play(grow(leg), FadeIn(number), run_time=theme.STEP)
        self.add(gradient, bowl.ball)
        self.play(grow(gradient), run_time=theme.STEP)
        parts = [
            f"{{{{{spell(slope, SLOPE_DECIMALS)} : {role}}}}}"
            for slope, role in zip(slopes, ("run", "rise"), strict=True)
        ]
        vector = in_roles(f"{{{{nabla J : exact}}}} = vec({', '.join(parts)})", theme.KEY_SIZE)
        scale = Formula(
            f'nabla J upright(" drawn") 1\\/{SLOPES_PER_UNIT} upright("long")',
            size=theme.TICK_SIZE,
            color=theme.MUTED,
        )
        label = self._label(named(LAST, vector, scale, across=bool(self.head)), plane.window)
        self.play(
            FadeIn(label[0], label[1], scale, vector.without("run", "rise")),
            *carry(numerals[0], vector.part("run"), angle=-ARC),
            *carry(numerals[1], vector.part("rise")),
            run_time=theme.WRITE,
        )
        path = DescentPath(plane, numbers.many.points)
        path.ball.set_z_index(1)
        self.add(path)
        self.remove(bowl.ball)
        self.play(animated(VGroup(*legs), run_time=theme.LEAP).fade(LEGS_FADED))
        for step in range(SHOWN_STEPS):
            arrow = path.step(step).set_color(theme.RUN)
            self.add(arrow)
            self.play(
                grow(arrow), path.go(step, step + 1, rate_func=theme.TRAVEL), run_time=theme.FADE
            )
        self.bowl, self.gradient, self.path = bowl, gradient, path

    @staticmethod
    def _end(path: Descent) -> float:
        """Return where a walk with one knob ends."""
        return float(path.points[-1])

    def tiles_become_one_story(self) -> None:
        # A map as high as its region needs room to swell in.
        room = self.layout.readable
        room = room.inset(theme.GUTTER) if self.layout.narrow else room
        story = StoryMap(room).fill(*FILLED[:-1])
        goal: Any = story.pictures[LAST]
        rings = VGroup(*self.bowl.rings[:RINGS])
        for ring, other in zip(rings, goal[0], strict=True):
            begin_like(ring, other)
        foot = SolidDot(self.gradient.ends[0])
        picture = VGroup(rings, self.gradient, foot)
        self.scene.clear_stage(picture)
        self.add(story, picture)
        self.play(
            FadeIn(story, rate_func=late(BOARD_BEGINS)),
            ReplacementTransform(picture, goal, rate_func=theme.TRAVEL),
            run_time=theme.MORPH,
        )
        self.remove(goal)
        story.fill(LAST)
        self.add(story)
        self.play(
            Sweep(
                story.walk,
                between(0.0, 1.0),
                story,
                rate_func=linear,
                run_time=2 * theme.DRAW,
            )
        )
        self.point_at(VGroup(*story.tiles.values()), growth=BOARD_GROWTH)
        self.wait(theme.CLIP_END)
