"""Clip 08, first act: a landscape over two knobs, cut twice, one knob held still each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from manim import RIGHT, Animation, FadeIn, FadeOut, VGroup

from lessons.derivatives.c08.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.graph.secant import TangentLine
from scenes.components.landscape.parameter_plane import Pair, ParameterPlane
from scenes.components.landscape.upright import DropLine
from scenes.components.marks.plate import on_plate
from scenes.components.motion.emerge import emerge
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.rigs.dial import Dial
from scenes.components.text.formula import Formula, fly
from scenes.components.text.numeral import spell
from scenes.components.text.readout import Readout
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.derivatives.c08_many_knobs.props.cut import CutSheet
from scenes.derivatives.c08_many_knobs.props.frozen import FrozenBlock
from scenes.derivatives.c08_many_knobs.props.knob_landscape import (
    BASE,
    FIRST_TICKS,
    KnobLandscape,
)
from scenes.derivatives.c08_many_knobs.props.shared_places import (
    LOSS_AT,
    PARTIALS,
    knob_cells,
    picture_and_column,
)
from scenes.layout import Region
from scenes.notation import typst

HEIGHTS = (-10.0, 32.0, 10.0)
KNOB_DECIMALS = 1
SECOND_CUT_VIEW = (58.0, 27.0)
"""Yaw and tilt of the view in which the second cut is made."""
CUT_NAME_AT, NARROW_CUT_NAME_AT = (0.04, 0.76), (0.04, 0.96)
"""Where a cut is named in its graph, as shares of its window: above the curve."""
TANGENT_REACH = 1.4
RIDE_SHARE = 0.8
"""Which share of its range a knob is turned through to show what it does."""
KNOB_RADIUS = 0.6
SETTING_SIZE = 38.0
"""Type size of what a knob is set to, for which the column has room beside the knob."""


@dataclass(frozen=True, slots=True)
class AfterSlices:
    """What the first act leaves on stage.

    Attributes
    ----------
    landscape
        The landscape, cut by the second sheet.
    picture, column
        Where landscapes and maps stand, and where is told what they show.
    loss
        The formula of the loss.
    partials
        The two partial derivatives with their values.
    """

    landscape: KnobLandscape
    picture: Region
    column: Region
    loss: Formula
    partials: tuple[Readout, ...]


class Slices(Act):
    """Two ordinary curves in one landscape, and their two slopes."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out the landscape, and the knobs on its right or above it."""
        self.picture, self.column = picture_and_column(self.layout)
        self.places = knob_cells(self.layout, self.column)
        self.graph = self._graph(0)
        self.landscape = KnobLandscape(self.numbers, self.picture, self.graph.axes)
        self.relief, self.ball = self.landscape.relief, self.landscape.ball
        self.surface = self.landscape.surface

    def _graph(self, which: int) -> ParameterPlane:
        return ParameterPlane(
            FIRST_TICKS,
            HEIGHTS,
            self.picture,
            names=(("w_1", "w_2")[which], "J"),
            colors=((theme.RUN, theme.RISE)[which], theme.FUNC),
            equal=False,
        )

    # Scene 8A: one knob at a time

    def landscape_rises(self) -> None:
        self.scene.show_title()
        numbers, relief = self.numbers, self.relief
        self.loss = in_roles(
            f"{{{{J : func}}}} = {typst(numbers.saddle.expression)}", theme.TABLE_SIZE
        )
        self.picture.place(self.loss, *LOSS_AT)
        self._build_knobs()
        full = relief.terrain.lift
        relief.stand(0.0)
        self.ball.set_opacity(0.0)
        self.play(FadeIn(relief, run_time=theme.FADE / 2))
        self.play(
            relief.rise(0.0, full, run_time=theme.DRAW, rate_func=theme.ENTER),
            FadeIn(self.knobs, run_time=theme.FADE),
        )
        self.play(
            animated(self.ball, run_time=theme.FADE).set_opacity(1.0),
            FadeIn(self.loss, run_time=theme.FADE),
        )
        first, second = numbers.at
        for turn in (
            Sweep(lambda u: self._set_knobs(u, 0.0), between(0, first), self.ball, *self.knobs),
            Sweep(lambda v: self._set_knobs(first, v), between(0, second), self.ball, *self.knobs),
        ):
            self.play(turn, run_time=theme.STEP)
        self.drop = DropLine(relief.terrain, numbers.at, BASE, guided=False)
        self.height = Readout(
            f"{{{{J : func}}}}({spell(first, 0)}, {spell(second, 0)}) =",
            numbers.height,
            size=theme.KEY_SIZE,
        )
        self.height.name_part.part("func").set_color(theme.FUNC)
        self.height.number.set_color(theme.FUNC)
        self.places[2].place(self.places[2].fit(self.height), 0.0, 0.5)
        self.bring_to_front(self.ball)
        self.play(
            FadeIn(self.drop, run_time=theme.FADE),
            FadeIn(self.height.name_part, run_time=theme.FADE),
            emerge(self.height.number, self.ball),
        )
        self.bring_to_front(self.ball)
        self.question = Words("How steep?", size=theme.CONCLUSION_SIZE)
        self.places[3].place(self.question, 0.0, 0.5)
        self.play(FadeIn(self.question, rate_func=theme.ENTER, run_time=theme.FADE))

    def _build_knobs(self) -> None:
        spans = self.numbers.window
        self.dials = [Dial(0.0, span, radius=KNOB_RADIUS) for span in spans]
        self.dials[1].pointer.set_color(theme.RISE)
        self.settings = [
            Readout(
                name,
                0.0,
                decimals=KNOB_DECIMALS,
                signed=True,
                size=SETTING_SIZE,
                color=color,
            )
            for name, color in (("w_1 =", theme.RUN), ("w_2 =", theme.RISE))
        ]
        for dial, setting, place in zip(self.dials, self.settings, self.places, strict=False):
            place.place(dial, 0.0, 0.5)
            setting.next_to(dial, RIGHT, buff=theme.LEG_GAP)
        self.knobs = VGroup(*self.dials, *self.settings)

    def _set_knobs(self, u: float, v: float) -> None:
        for dial, setting, value in zip(self.dials, self.settings, (u, v), strict=True):
            dial.set_value(value)
            setting.set_value(value)
        self.ball.put((u, v))

    def first_slice(self) -> None:
        numbers = self.numbers
        ((low, high), (near, _)), (_, second) = numbers.window, numbers.at
        self.play(FadeOut(self.height, self.question, self.drop), self._freeze(1))
        self.sheet = self._sheet((low, near), (high, near))
        self._cut(lambda v: self._push((low, v), (high, v)), near, second)
        self._face(0)
        self._ride(0)
        self.tangent = TangentLine(self.graph.axes, numbers.slice_tangents[0], TANGENT_REACH)
        self.play(FadeIn(self.tangent), animated(self.ball).set_opacity(0.0))
        self.slope = Readout(
            'upright("slope") =',
            numbers.slice_tangents[0].slope,
            size=theme.KEY_SIZE,
            color=theme.EXACT,
        )
        self.places[2].place(self.slope, 0.0, 0.5)
        self.play(FadeIn(self.slope.name_part), emerge(self.slope.number, self.tangent.line))

    def _freeze(self, knob: int) -> Animation:
        """Grey one knob: it is held still from now on."""
        self.block = FrozenBlock(self.settings[knob])
        return FadeIn(self.block)

    def _sheet(self, start: Pair, end: Pair) -> CutSheet:
        sheet = self.landscape.insert_sheet(start, end)
        self.add(self.relief)
        self.bring_to_back(self.relief)
        return sheet

    def _cut(self, push: Callable[[float], None], start: float, end: float) -> None:
        """Push the cut through the landscape, from its near edge to the ball."""
        self.play(
            Sweep(
                push,
                between(start, end),
                self.relief,
                rate_func=theme.TRAVEL,
                run_time=theme.DRAW,
            )
        )

    def _push(self, start: Pair, end: Pair) -> None:
        self.sheet.put(start, end)
        self.surface.refresh()
        self.sheet.refresh()

    def _face(self, which: int) -> None:
        """Look at the cut from the front until it is a graph like any other, and name its curve."""
        names = self.landscape.floor.names
        self.graph = self._graph(which)
        self.play(
            self.landscape.turn(
                self.relief.view(90.0 * which, 0.0), presence=(1.0, 0.0), upright=True
            ),
            FadeOut(names, self.loss, run_time=theme.FADE),
        )
        cut = self.numbers.slices[which]
        named = in_roles(f"{{{{J : func}}}} = {typst(cut.expression)}", theme.FORMULA_SIZE)
        self.curve_name = on_plate(named)
        self.curve_name[0].set_fill(theme.BG)
        at = NARROW_CUT_NAME_AT if self.layout.narrow else CUT_NAME_AT
        self.graph.window.place(self.curve_name, *at)
        self.play(
            FadeIn(self.graph, self.curve_name),
            animated(self.sheet.cut).set_stroke(color=theme.FUNC),
            animated(self.sheet.pane).set_opacity(0.0),
        )
        self.bring_to_front(self.ball)

    def _ride(self, free: int) -> None:
        """Turn the free knob to and fro: the ball runs along the cut."""
        here = list(self.numbers.at)

        def move(value: float) -> None:
            setting = here.copy()
            setting[free] = value
            self._set_knobs(setting[0], setting[1])

        low = self.numbers.window[free][0] * RIDE_SHARE
        moved = (self.ball, self.dials[free], self.settings[free])
        for way in (between(here[free], low), between(low, here[free])):
            self.play(Sweep(move, way, *moved, run_time=theme.LEG))

    def second_slice(self) -> None:
        numbers, landscape = self.numbers, self.landscape
        ((_, far), (low, high)), (first, _) = numbers.window, numbers.at
        self.play(
            FadeOut(self.sheet, self.graph, self.curve_name, self.tangent, self.block),
            animated(self.ball).set_opacity(1.0),
        )
        landscape.release_sheet()
        self.play(landscape.turn(landscape.view(*SECOND_CUT_VIEW), presence=(0.0, 1.0)))
        self.play(self._freeze(0), FadeIn(landscape.floor.names, self.loss, run_time=theme.FADE))
        self.sheet = self._sheet((far, low), (far, high))
        self._cut(lambda u: self._push((u, low), (u, high)), far, first)
        self._face(1)
        self.tangent = TangentLine(self.graph.axes, numbers.slice_tangents[1], TANGENT_REACH)
        self.play(FadeIn(self.tangent), animated(self.ball).set_opacity(0.0))
        self.partials = tuple(self._partial(row) for row in range(2))
        self.play(
            FadeOut(self.slope.name_part),
            FadeIn(self.partials[0].name_part),
            fly(self.slope.number, self.partials[0].number),
            FadeOut(self.slope.number),
            FadeIn(self.partials[1].name_part),
            emerge(self.partials[1].number, self.tangent.line),
        )

    def _partial(self, row: int) -> Readout:
        partial = Readout(
            f"{PARTIALS[row]} =",
            self.numbers.slice_tangents[row].slope,
            size=theme.KEY_SIZE,
            color=theme.EXACT,
        )
        place = self.places[2 + row]
        return place.place(place.fit(partial), 0.0, 0.5)

    def hand_over(self) -> AfterSlices:
        """Return what the next act needs."""
        return AfterSlices(self.landscape, self.picture, self.column, self.loss, self.partials)
