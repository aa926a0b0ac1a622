"""Layers that stand upon each other, and what each of them gains while the input is nudged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, Animation, Line, Transform, VGroup, VMobject
from manim.typing import Point3D

from lessons.derivatives.c05a.numbers import Numbers
from mathcore.values import FloatArray
from scenes import theme
from scenes.components.text.formula import Formula
from scenes.layout import Region
from scenes.notation import typst

SAMPLES = 25
"""At how many inputs along the nudge an edge of a layer is drawn."""


@dataclass(frozen=True, slots=True)
class LayerState:
    """How the layers are seen.

    Attributes
    ----------
    nudge
        Δx, by which the input has been moved.
    width
        How wide the nudge is drawn, in frame units.
    unit
        Frame units per unit of height.
    kept
        Which share of the old heights is still seen: 1 all, 0 nothing but what was gained.
    """

    nudge: float
    width: float
    unit: float
    kept: float = 1.0


class LayerStack(VGroup):
    """The terms of a sum as layers over an input, drawn on to the right by a nudge.

    At the left stands a column of the old heights. To its right each layer keeps its old height and
    gains a wedge, on which the next layer stands; a loss is hollow.

    Parameters
    ----------
    numbers
        The numbers of the clip.
    region
        It begins at the left edge with the column, on the lower edge.
    column
        How wide the column is, in frame units.
    state
        How it is seen at first.
    """

    def __init__(self, numbers: Numbers, region: Region, column: float, state: LayerState) -> None:
        self.numbers, self.region, self.column = numbers, region, column
        self.heights = numbers.layer_heights
        self.shares = np.linspace(0.0, 1.0, SAMPLES)
        self.old = VGroup(*(self._layer(theme.FUNC, theme.FUNC) for _ in self.heights))
        self.gains = VGroup(*(self._layer(theme.RISE, theme.BG, 1.0) for _ in self.heights))
        self.base = Line(
            region.at(0.0, 0.0),
            region.at(1.0, 0.0),
            stroke_color=theme.MUTED,
            stroke_width=theme.AXIS_STROKE,
        )
        self.run = Line(stroke_color=theme.RUN, stroke_width=theme.NUDGE_STROKE)
        super().__init__(self.base, self.old, self.gains, self.run)
        self.put(state)

    def put(self, state: LayerState) -> Self:
        """Show the layers in another state."""
        self.state = state
        shares = self.shares
        # In the column at the left nothing is gained.
        gains = np.hstack(
            [np.zeros((len(self.heights), 1)), self.numbers.layer_gains(shares, state.nudge)]
        )
        xs = np.concatenate([[self.region.left], self.start + shares * state.width])
        level = np.zeros(SAMPLES + 1)
        self.edges, self.middles = [], []
        for place, (height, gain) in enumerate(zip(self.heights, gains, strict=True)):
            full = level + state.kept * height
            self._lay(self.old[place], xs, level, np.maximum(full + np.minimum(gain, 0), level))
            self._lay(self.gains[place], xs[1:], full[1:], (full + gain)[1:])
            self.old[place].set_fill(opacity=state.kept * theme.FILL)
            self.old[place].set_stroke(opacity=state.kept)
            if gain[-1] < 0:
                self.gains[place].set_fill(theme.BG).set_stroke(theme.RISE)
            self.edges.append((float(full[-1]), float(full[-1] + gain[-1])))
            self.middles.append(full + gain / 2)
            level = full + gain
        end = self.start + max(state.width, theme.VANISH)
        self.run.put_start_and_end_on(self._at(self.start, 0.0), self._at(end, 0.0))
        return self

    @property
    def start(self) -> float:
        """Where the nudge begins, in frame units from the middle."""
        return self.region.left + self.column

    @property
    def foot(self) -> Point3D:
        """The point from which all rises are counted when no old height is seen."""
        return self._at(self.start, 0.0)

    def corner(self, place: int) -> Point3D:
        """Return where a layer ends at the right, with all that it has gained."""
        return self._at(self.start + self.state.width, self.edges[place][1])

    def gain_span(self, place: int) -> Region:
        """Return the right edge of what a layer has gained, from below; it has no width."""
        x = self.start + self.state.width
        low, high = sorted(self.edges[place])
        return Region(x, x, float(self._at(x, low)[1]), float(self._at(x, high)[1]))

    def name_gains(self) -> VGroup:
        """Return the names of the layers that grow, each where its gain is thick enough."""
        names = VGroup()
        for place, layer in enumerate(self.numbers.layers):
            if self.edges[place][0] < self.edges[place][1]:
                names.add(Formula(typst(layer.expression), size=theme.TABLE_SIZE, color=theme.BG))
        return self.put_names(names)

    def put_names(self, names: VGroup) -> VGroup:
        """Move the names of what is gained to where that is now."""
        for place, name in enumerate(names):
            name.next_to(self.corner(place), LEFT, buff=theme.LABEL_GAP)
            share = (float(name.get_x()) - self.start) / self.state.width
            middle = float(np.interp(share, self.shares, self.middles[place][1:]))
            name.set_y(float(self._at(0.0, middle)[1]))
        return names

    def clear(self) -> Animation:
        """Let what stands before the gains be seen on them."""
        return self._dressed(theme.RISE)

    def settle(self) -> Animation:
        """Turn what is gained from rises into slopes."""
        return self._dressed(theme.EXACT)

    def _dressed(self, color: str) -> Animation:
        """Give the gains a rim and a faint inside in a colour; a loss keeps the ground in it."""
        goal = self.gains.copy()
        for gain, (low, high) in zip(goal, self.edges, strict=True):
            gain.set_stroke(color)
            if low < high:
                gain.set_fill(color, theme.DIM)
        # As one, so that they stay behind what stands before them.
        return Transform(self.gains, goal, run_time=theme.FADE)

    def _at(self, x: float, height: float) -> Point3D:
        return np.array([x, self.region.bottom + height * self.state.unit, 0.0])

    def _lay(self, layer: VMobject, xs: FloatArray, low: FloatArray, high: FloatArray) -> None:
        """Let a layer fill what is between two edges."""
        forth, back = ((xs, low), (xs[::-1], high[::-1]))
        across = np.concatenate([forth[0], back[0], xs[:1]])
        up = np.concatenate([forth[1], back[1], low[:1]])
        points = np.zeros((len(across), 3))
        points[:, 0], points[:, 1] = across, self.region.bottom + up * self.state.unit
        layer.set_points_as_corners(points)

    @staticmethod
    def _layer(fill: str, rim: str, opacity: float = theme.FILL) -> VMobject:
        return VMobject(
            stroke_color=rim,
            stroke_width=theme.FRAME_STROKE,
            fill_color=fill,
            fill_opacity=opacity,
        )
