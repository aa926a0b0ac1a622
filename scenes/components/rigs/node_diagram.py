"""Nodes joined by arrows: values flow along them, slopes flow back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from manim import (
    DOWN,
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    RoundedRectangle,
    ShowPassingFlash,
    VGroup,
    VMobject,
)
from manim.typing import Point3D, Vector3D

from scenes import theme
from scenes.components.marks.ray import Ray
from scenes.components.rigs.lens import Lens
from scenes.components.text.formula import Formula
from scenes.components.text.numeral import Numeral
from scenes.layout import Region

Edge = tuple[str, str]
LabelT = TypeVar("LabelT", bound=VMobject)


@dataclass(frozen=True, slots=True)
class NodeSpec:
    """The description of one node.

    Attributes
    ----------
    name
        Typst mathematics; it stands above the node, or in it where the node has no value.
    place
        Where its middle stands, as shares of the region's width and height.
    value
        The number in it, unrounded; ``None`` for a node that holds its name.
    decimals
        Decimals of the number.
    """

    name: str
    place: tuple[float, float]
    value: float | None = None
    decimals: int = 0


class Node(VGroup):
    """A ring with a value in it and its name above, or with its name in it."""

    def __init__(self, spec: NodeSpec, center: Point3D) -> None:
        name = Formula(spec.name, size=theme.DIGIT_SIZE)
        self.inside: Formula | Numeral = name
        if spec.value is not None:
            self.inside = Numeral(spec.value, spec.decimals)
        self.inside.move_to(center)
        radius = theme.NODE_RADIUS
        self.ring = RoundedRectangle(
            corner_radius=radius,
            width=max(2 * radius, self.inside.width + 2 * theme.GUTTER),
            height=2 * radius,
            stroke_color=theme.INK,
            stroke_width=theme.FRAME_STROKE,
            fill_color=theme.PANEL,
            fill_opacity=1.0,
        ).move_to(center)
        super().__init__(self.ring, self.inside)
        self.name_tag: Formula | None = None
        if spec.value is not None:
            self.name_tag = name
            # All names stand on one line, whether or not a letter goes below it.
            name.next_to(self.ring, UP, buff=theme.LABEL_GAP)
            name.stand_on(float(self.ring.get_top()[1]) + theme.LABEL_GAP + theme.TICK)
            self.add(name)

    @property
    def outline(self) -> VGroup:
        """The node without its value."""
        return VGroup(self.ring) if self.name_tag is None else VGroup(self.ring, self.name_tag)

    def rim(self, direction: Vector3D) -> Point3D:
        """Return the point at which an arrow in a direction leaves the ring."""
        along = np.asarray(direction) / np.linalg.norm(direction)
        straight = self.ring.width / 2 - theme.NODE_RADIUS
        reach = theme.NODE_RADIUS + straight * abs(along[0])
        point: Point3D = self.ring.get_center() + reach * along
        return point


class NodeDiagram(VGroup):
    """A graph of what depends on what, from left to right.

    Parameters
    ----------
    region
        The region that it fills.
    nodes
        The nodes by name.
    edges
        For each arrow, the names of the nodes where it begins and where it ends.
    """

    def __init__(
        self, region: Region, nodes: Mapping[str, NodeSpec], edges: Sequence[Edge]
    ) -> None:
        self.nodes = {name: Node(spec, region.at(*spec.place)) for name, spec in nodes.items()}
        self.edges = {edge: self._join(*edge) for edge in edges}
        self.rays = VGroup(*self.edges.values())
        super().__init__(self.rays, *self.nodes.values())

    def _join(self, first: str, last: str) -> Ray:
        start, end = self.nodes[first], self.nodes[last]
        way = end.ring.get_center() - start.ring.get_center()
        return Ray(start.rim(way), end.rim(-way), gap=theme.TICK, color=theme.MUTED)

    @property
    def outline(self) -> VGroup:
        """Rings, names and arrows, without the values."""
        return VGroup(self.rays, *(node.outline for node in self.nodes.values()))

    def lens(
        self, edge: Edge, name: str, value: float, decimals: int = 0, share: float = 0.5
    ) -> Lens:
        """Return the slope of one step, standing on its arrow at a share of the way."""
        return Lens(
            self.edges[edge].at(share),
            name,
            value,
            decimals=decimals,
            color=theme.EXACT,
            radius=theme.EDGE_LENS,
            name_size=theme.TICK_SIZE,
        )

    def below(self, name: str, mobject: LabelT) -> LabelT:
        """Set something below a node."""
        mobject.next_to(self.nodes[name].ring, DOWN, buff=theme.GUTTER)
        return mobject

    def back(self, edge: Edge) -> Ray:
        """Return the arrow that runs against an edge, as the slopes do."""
        start, end = self.edges[edge].ends
        return Ray(end, start, gap=0.0, color=theme.EXACT)

    def carry(self, *edges: Edge, back: bool = False) -> Animation:
        """Let a pulse run along arrows: a value forward, or a slope back."""
        color = theme.EXACT if back else theme.INK
        return AnimationGroup(
            *(
                ShowPassingFlash(
                    self.edges[edge].pulse(color, back=back), time_width=theme.PULSE_SHARE
                )
                for edge in edges
            ),
            run_time=theme.LEG,
        )

    def fill(self, *names: str) -> Animation:
        """Let values appear in nodes."""
        return FadeIn(
            *(self.nodes[name].inside for name in names),
            scale=theme.BOX_GROWTH,
            run_time=theme.FADE,
        )
