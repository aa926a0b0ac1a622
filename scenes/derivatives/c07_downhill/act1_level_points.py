"""Clip 07, first act: level points of four kinds, and a corner that is none."""

from __future__ import annotations

from typing import Any

from manim import DOWN, PI, RIGHT, UP, Create, FadeIn, FadeOut, Polygon, VGroup

from lessons.derivatives.c07.numbers import Numbers
from mathcore.formulas.curves import sample
from scenes import theme
from scenes.act import Act
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import SolidDot
from scenes.components.landscape.relief import Relief
from scenes.components.landscape.surface import Surface
from scenes.components.marks.brace import SpanBrace
from scenes.components.motion.sweep import Sweep, animated, between
from scenes.components.text.formula import Formula
from scenes.components.text.text import Heading, Words
from scenes.derivatives.c07_downhill.props.level_panel import LOW_SHARES, SHARES, LevelPanel
from scenes.derivatives.c07_downhill.props.level_places import OUTER, LevelPlaces
from scenes.layout import Region
from scenes.notation import typst

WORDS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "inflection": "inflection",
    "shelf": "shelf",
    "corner": "corner",
}
REACH, FAR = 1.4, 1.0
"""Half the width of a panel's window, and from where its tangent comes."""
NEAR = 0.001
"""How near a tangent comes to the corner, which has none."""
UPPER_BRACE, LOWER_BRACE = 0.33, 0.15
LINE_DROP = 0.5
"""How far below the surface its name stands in a narrow frame, in frame units."""
OUTLINE = {"stroke_color": theme.INK, "stroke_width": theme.FRAME_STROKE}
SADDLE_VIEW, SADDLE_TURN, SADDLE_ZOOM = (8.0, 30.0), (38.0, 30.0), 0.72


class LevelPoints(Act):
    """Three curves, all level at zero; a word sent away; a shelf and a corner."""

    numbers: Numbers

    def prepare(self) -> None:
        """Lay out five panels: three large ones now, five small ones later."""
        self.shares = LOW_SHARES if self.layout.narrow else SHARES
        self.places = places = LevelPlaces.lay(self.layout)
        self.panels = {
            name: self._panel(name, places.large[min(place, 2)]) for place, name in enumerate(WORDS)
        }
        for name, place in zip(("shelf", "corner"), places.last[3:], strict=True):
            self.panels[name].shrink(places.factor, place)

    def _panel(self, name: str, region: Region) -> LevelPanel:
        numbers = self.numbers
        f, point = numbers.panels[name], numbers.panel_points[name]
        return LevelPanel(
            region,
            sample(f, -REACH, REACH),
            lambda x: numbers.panel_tangent(name, x),
            -FAR,
            numbers.panel_signs[name],
            point,
            REACH,
            "" if name == "shelf" else typst(f.expression),
            WORDS[name],
            self.shares,
        )

    def three_level_points(self) -> None:
        self.scene.show_title()
        self.first = [self.panels[name] for name in ("minimum", "maximum", "inflection")]
        for panel in self.first:
            panel.move(0.0)
        frames = VGroup(*(VGroup(panel.axes, panel.name_tag) for panel in self.first))
        self.play(FadeIn(frames, run_time=theme.LEAP))
        self.play(*(Create(panel.curve) for panel in self.first), run_time=theme.WRITE)
        # The level lines enter one after the other, at one height and exactly alike.
        for panel in self.first:
            self.play(FadeIn(panel.tangent, run_time=theme.FADE))
        self.asked = VGroup(
            *(Heading("?").move_to(VGroup(panel.signs, panel.word)) for panel in self.first)
        )
        self.ask(self.asked)

    def saddle_is_sent_away(self) -> None:
        first, third = self.first, self.first[2]
        for panel in first:
            panel.signs.show_until(-REACH)
            self.add(panel.signs)
        self.play(
            self._together(self.first, 0.0, -FAR, run_time=theme.FADE),
            FadeOut(self.asked, run_time=theme.FADE),
        )
        self.play(self._together(self.first, -FAR, FAR, signs=True, run_time=theme.SETTLE))
        saddle = Words("saddle?", size=theme.KEY_SIZE)
        saddle.move_to(third.word).stand_on(third.word.baseline)
        self.play(
            FadeIn(first[0].word, first[1].word, saddle, run_time=theme.FADE),
            self._together(self.first, FAR, 0.0, run_time=theme.WRITE),
        )
        groups = [first[0].everything, first[1].everything, VGroup(*third.everything[:-1], saddle)]
        # Each panel becomes small about its own origin, and all origins stand at one height.
        moves = []
        small = self.places.factor
        for panel, group, there in zip(first, groups, self.places.first, strict=False):
            here = panel.origin
            moves.append(
                animated(group, run_time=theme.MORPH)
                .scale(small, about_point=here)
                .shift(there - here)
            )
            panel.keep_reach(small)
        self.play(*moves)
        third.word.scale(small).move_to(saddle).stand_on(saddle.baseline)
        self._send_away(saddle)

    def _send_away(self, word: Words) -> None:
        """Move the word to a surface that has a saddle, and give the panel its own word."""
        plane = self.numbers.saddle_plane
        third = self.first[2]
        place = self.places.saddle
        ticks = (*plane, plane[1])
        facing = GraphAxes(ticks, ticks, place.inset(-AXIS_ROOM), equal=True)
        relief = Relief(self.numbers.saddle, plane, plane, facing)
        surface = Surface(relief.terrain)
        relief.hold(surface).look(relief.view(*SADDLE_VIEW, SADDLE_ZOOM))
        sent = Words("saddle", size=theme.KEY_SIZE)
        below = third.word.baseline if self.places.free is None else place.bottom - LINE_DROP
        sent.move_to(place.center).stand_on(below)
        label = Words("two variables", size=theme.TABLE_SIZE)
        label.move_to(place.center).stand_on(sent.baseline - theme.ROW_PITCH)
        name = VGroup(*word[:-1])
        self.play(
            animated(name, path_arc=PI / 6, run_time=theme.MORPH)
            .scale(sent.width / name.width)
            .move_to(sent),
            FadeOut(word[-1], run_time=theme.FADE),
            FadeIn(self.first[2].word, run_time=theme.FADE),
        )
        self.remove(word, name)
        self.add(sent)
        surface.set_presence(0.0)
        self.add(relief)
        self.play(
            Sweep(surface.set_presence, between(0.0, 1.0), surface, run_time=theme.FADE),
            FadeIn(label, run_time=theme.FADE),
        )
        self.play(relief.turn(relief.view(*SADDLE_TURN, SADDLE_ZOOM), run_time=theme.DRAW))
        self.sent = VGroup(relief, sent, label)

    def _together(
        self,
        panels: list[LevelPanel],
        start: float,
        end: float,
        *,
        signs: bool = False,
        **kwargs: Any,
    ) -> Sweep:
        """Slide several tangents at once, with the signs behind them if these are asked for."""

        def put(x: float) -> None:
            for panel in panels:
                panel.move(x)
                if signs:
                    panel.signs.show_until(x * REACH / FAR)

        moved = [part for panel in panels for part in (panel.tangent, panel.signs)]
        return Sweep(put, between(start, end), *moved, **kwargs)

    def shelf_and_corner(self) -> None:
        shelf, corner = self.panels["shelf"], self.panels["corner"]
        row = VGroup(*(panel.everything for panel in self.first))
        up = self.places.last[0][1] - self.places.first[0][1]
        self.play(FadeOut(self.sent), row.animate.shift(up * UP), run_time=theme.FADE)
        for panel in (shelf, corner):
            panel.signs.show_until(-REACH)
        self.play(FadeIn(shelf.axes), Create(shelf.curve), FadeIn(shelf.tangent))
        self.add(shelf.signs)
        self.play(self._together([shelf], -FAR, FAR, signs=True, run_time=theme.DRAW))
        self.play(
            FadeIn(shelf.word, run_time=theme.FADE),
            self._together([shelf], FAR, 0.0, run_time=theme.STEP),
            FadeIn(corner.axes, corner.name_tag),
            Create(corner.curve),
        )
        # The tangents of either side differ, and the corner itself has none.
        self.add(corner.signs, corner.tangent)
        self.play(self._together([corner], -FAR, -NEAR, signs=True, run_time=theme.LEG))
        left = corner.tangent.line.copy()
        self.add(left)
        self.play(self._together([corner], NEAR, FAR, signs=True, run_time=theme.LEG))
        # The curve has a point there, so its dot is filled.
        point = SolidDot(corner.origin, radius=theme.HOLE_RADIUS)
        self.play(
            self._together([corner], FAR, NEAR, run_time=theme.STEP),
            FadeIn(corner.word, run_time=theme.FADE),
        )
        self.play(FadeIn(point, scale=2), FadeOut(corner.tangent.dot), run_time=theme.FADE)
        stationary = self._grouped(3, UPPER_BRACE, "stationary")
        critical = self._grouped(4, LOWER_BRACE, "critical", "or no slope")
        self.play(FadeIn(stationary))
        self.wait(theme.HOLD)
        self.play(FadeIn(critical))
        self.wait(theme.HOLD)

    def _grouped(self, last: int, height: float, word: str, more: str = "") -> VGroup:
        """Return what holds the panels from the first to that at the place ``last`` together."""
        places = self.places
        label = VGroup(
            Words(word, size=theme.TABLE_SIZE),
            Formula("f' = 0", size=theme.TABLE_SIZE, color=theme.EXACT),
        )
        label.add(*([Words(more, size=theme.TABLE_SIZE)] if more else []))
        if places.free is not None and not more:
            # Four of the panels are around this cell: their outline has a notch for the fifth.
            label.arrange(DOWN, buff=theme.GUTTER)
            return VGroup(Polygon(*places.stationary(), **OUTLINE), places.free.place(label))
        label.arrange(RIGHT, buff=theme.GUTTER)
        for part in label[1:]:
            part.stand_on(label[0].baseline)
        if places.free is not None:
            around = places.block.inset(-OUTER)
            corners = (around.at(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1)))
            foot = Region(around.left, around.right, around.bottom, places.small[-1].bottom)
            return VGroup(Polygon(*corners, **OUTLINE), foot.place(label))
        full = self.layout.readable
        below = Region(places.small[0].left, places.small[last].right, full.bottom, full.top)
        return SpanBrace(below.at(0.0, height), below.at(1.0, height), label)
