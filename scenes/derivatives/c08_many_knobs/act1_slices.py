"""Clip 08, first act: a landscape over two knobs, cut twice, one knob held still each time."""

from __future__ import annotations

from dataclasses import dataclass

from manim import DOWN, Animation, FadeIn, FadeOut, VGroup

from lessons.derivatives.c08.numbers import Numbers
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.act import Act
from scenes.components.graph.secant import TangentLine
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.landscape.surface import GlassSheet
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.rigs.dial import Dial
from scenes.components.text.formula import Formula, fly
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.derivatives.c08_many_knobs.props.frozen import FrozenBlock
from scenes.derivatives.c08_many_knobs.props.knob_landscape import TICKS, KnobLandscape
from scenes.notation import typst

HEIGHTS = (-8, 32, 10)
KNOB_DECIMALS = 1
GHOST_SURFACE = 0.07
"""How much of the surface is left behind a cut that is looked at from the front."""
BETWEEN_CUTS = (45.0, 25.0, 0.9)
"""Yaw, tilt and zoom of the view between two cuts."""
CUT_NAME_AT = (-1.3, 5.5)
"""Where a cut is named in its graph: clear of the curve and of the upright axis."""
PARTIALS = (r"partial J \/ partial w_1", r"partial J \/ partial w_2")
TANGENT_REACH = 0.8
RIDE_SHARE = 0.8
"""Which share of its range a knob is turned through to show what it does."""
KNOB_RADIUS = 0.75


@dataclass(frozen=True, slots=True)
class AfterSlices:
    """What the first act leaves on stage.

    Attributes
    ----------
    landscape
        The landscape, cut by the second sheet.
    loss
        The formula of the loss.
    partials
        The two partial derivatives with their values.
    """

    landscape: KnobLandscape
    loss: Formula
    partials: tuple[Readout, ...]


class Slices(Act):
    """Two ordinary curves in one landscape, and their two slopes."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the landscape on the left; the knobs stand on the right."""
        self.facing = self.layout.left.part(0.08, 0.92, 0.09, 0.97)
        self.graph = self._graph("w_1", theme.RUN)
        self.landscape = KnobLandscape(self.numbers.saddle, self.numbers.plane, self.graph.axes)
        self.relief, self.ball = self.landscape.relief, self.landscape.ball
        self.surface = self.landscape.surface

    def _graph(self, name: str, color: str) -> ParameterPlane:
        return ParameterPlane(
            TICKS,
            HEIGHTS,
            self.facing,
            names=(name, "J"),
            colors=(color, theme.INK),
            equal=False,
        )

    # Scene 8A: one knob at a time

    def landscape_rises(self) -> None:
        self.scene.show_title()
        numbers, relief = self.numbers, self.relief
        self.loss = in_roles(f"J = {typst(numbers.saddle.expression)}", theme.FORMULA_SMALL_SIZE)
        self.layout.right.place(self.loss, 0.0, 0.98)
        self._build_knobs()
        relief.stand(0.0)
        self.play(FadeIn(self.landscape.floor, self.ball, self.knobs))
        self.add(self.surface, relief)
        first, second = numbers.at
        for turn in (
            Sweep(lambda u: self._set_knobs(u, 0.0), between(0, first), relief, *self.knobs),
            Sweep(lambda v: self._set_knobs(first, v), between(0, second), relief, *self.knobs),
        ):
            self.surface.set_presence(0.0)
            self.play(turn, run_time=theme.LEG)
        self.play(
            Sweep(self.surface.set_presence, between(0, 1), self.surface, run_time=theme.FADE)
        )
        self.play(relief.rise(0.0, 1.0, run_time=theme.DRAW), FadeIn(self.loss))
        self.height = Readout(
            f"J({spell(first, 0)}, {spell(second, 0)}) =",
            numbers.height,
            size=theme.FORMULA_SIZE,
        )
        self.layout.right.place(self.height, 0.0, 0.22)
        self.play(FadeIn(self.height.name_part), emerge(self.height.number, self.ball))
        self.point_at(self.ball)

    def _build_knobs(self) -> None:
        span = self.numbers.plane
        self.dials = [Dial(0.0, span, radius=KNOB_RADIUS) for _ in range(2)]
        self.dials[1].pointer.set_color(theme.RISE)
        self.settings = [
            Readout(name, 0.0, decimals=KNOB_DECIMALS, signed=True, color=color)
            for name, color in (("w_1 =", theme.RUN), ("w_2 =", theme.RISE))
        ]
        places = self.layout.right.part(0.0, 1.0, 0.4, 0.8).columns(1, 1)
        for dial, setting, place in zip(self.dials, self.settings, places, strict=True):
            place.place(dial, 0.5, 1.0)
            setting.next_to(dial, DOWN, buff=theme.GUTTER)
        self.knobs = VGroup(*self.dials, *self.settings)

    def _set_knobs(self, u: float, v: float) -> None:
        for dial, setting, value in zip(self.dials, self.settings, (u, v), strict=True):
            dial.set_value(value)
            setting.set_value(value)
        self.ball.put((u, v))

    def first_slice(self) -> None:
        numbers = self.numbers
        (low, high), (_, second) = numbers.plane, numbers.at
        self.play(FadeOut(self.height), self._freeze(1))
        self.sheet = self._sheet((low, high), (high, high))
        self.play(
            Sweep(
                lambda v: self._push((low, v), (high, v)),
                between(high, second),
                self.relief,
                run_time=theme.MORPH,
            ),
        )
        self._face(0.0)
        self.curve_name = self._name_cut(0)
        self._open_graph()
        self._ride(0)
        self.tangent = TangentLine(self.graph.axes, numbers.slice_tangents[0], TANGENT_REACH)
        self.play(FadeIn(self.tangent), animated(self.ball).set_opacity(0.0))
        self.slopes = [self._slope(numbers.slice_tangents[0], 0)]
        self.play(
            FadeIn(self.slopes[0].name_part), emerge(self.slopes[0].number, self.tangent.line)
        )

    def _freeze(self, knob: int) -> Animation:
        """Grey one knob: it is held still from now on."""
        self.block = FrozenBlock(self.settings[knob], theme.LABEL_GAP)
        return FadeIn(self.block)

    def _sheet(self, start: tuple[float, float], end: tuple[float, float]) -> GlassSheet:
        sheet = self.landscape.insert_sheet(start, end)
        self.add(self.relief)
        return sheet

    def _push(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.sheet.put(start, end)
        self.surface.refresh()

    def _face(self, yaw: float) -> None:
        """Look at the sheet from the front; the names of the plane would hide it, and fade."""
        self.play(
            self.landscape.turn(self.relief.view(yaw, 0.0), (1.0, GHOST_SURFACE)),
            FadeOut(self.landscape.floor.names, run_time=theme.FADE),
        )

    def _open_graph(self) -> None:
        """Turn the cut into a graph like any other; the glass, which would stand in it, fades."""
        self.play(
            FadeIn(self.graph, self.curve_name),
            animated(self.sheet.cut).set_stroke(color=theme.FUNC),
            animated(self.sheet.pane).set_opacity(0.0),
        )

    def _name_cut(self, which: int) -> Formula:
        cut = self.numbers.slices[which]
        name = in_roles(f"{{{{{typst(cut.expression)} : func}}}}", theme.LABEL_SIZE)
        name.move_to(self.graph.place(CUT_NAME_AT))
        return name

    def _ride(self, free: int) -> None:
        """Turn the free knob to and fro: the ball runs along the cut."""
        here = list(self.numbers.at)

        def move(value: float) -> None:
            setting = here.copy()
            setting[free] = value
            self._set_knobs(*setting)

        low = self.numbers.plane[0] * RIDE_SHARE
        moved = (self.ball, self.dials[free], self.settings[free])
        for way in (between(here[free], low), between(low, here[free])):
            self.play(Sweep(move, way, *moved, run_time=theme.LEG))

    def _slope(self, tangent: Tangent, row: int) -> Readout:
        slope = Readout(
            'upright("slope") =', tangent.slope, size=theme.FORMULA_SIZE, color=theme.EXACT
        )
        return self.layout.right.place(slope, 0.1, 0.28 - 0.18 * row)

    def second_slice(self) -> None:
        numbers, relief = self.numbers, self.relief
        (low, high), (first, _) = numbers.plane, numbers.at
        self.play(
            FadeOut(self.graph, self.curve_name, self.tangent, self.block),
            animated(self.ball).set_opacity(1.0),
        )
        self.play(
            self.landscape.turn(
                relief.view(*BETWEEN_CUTS), (GHOST_SURFACE, 1.0), run_time=theme.MORPH
            ),
            FadeOut(self.sheet, run_time=theme.FADE),
        )
        self.landscape.release_sheet()
        self.sheet = self._sheet((high, low), (high, high))
        self.play(
            Sweep(
                lambda u: self._push((u, low), (u, high)),
                between(high, first),
                relief,
                run_time=theme.MORPH,
            ),
            self._freeze(0),
        )
        self._face(90.0)
        self.graph = self._graph("w_2", theme.RISE)
        self.curve_name = self._name_cut(1)
        self._open_graph()
        self.tangent = TangentLine(self.graph.axes, numbers.slice_tangents[1], TANGENT_REACH)
        self.play(FadeIn(self.tangent), animated(self.ball).set_opacity(0.0))
        self.partials = tuple(self._partial(row) for row in range(2))
        self.play(
            FadeOut(self.slopes[0].name_part),
            FadeIn(self.partials[0].name_part),
            fly(self.slopes[0].number, self.partials[0].number),
            FadeOut(self.slopes[0].number),
            FadeIn(self.partials[1].name_part),
            emerge(self.partials[1].number, self.tangent.line),
        )

    def _partial(self, row: int) -> Readout:
        partial = Readout(
            f"{PARTIALS[row]} =",
            self.numbers.slice_tangents[row].slope,
            size=theme.FORMULA_SIZE,
            color=theme.EXACT,
        )
        return self.layout.right.place(partial, 0.1, 0.28 - 0.18 * row)

    def hand_over(self) -> AfterSlices:
        """Return what the next act needs."""
        return AfterSlices(self.landscape, self.loss, self.partials)
