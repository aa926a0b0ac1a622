"""A diagram of nodes with a second set of arrows on which slopes flow back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from manim import Animation, AnimationGroup, ShowPassingFlash
from manim.typing import Vector3D

from scenes import theme
from scenes.components.marks.ray import Ray
from scenes.components.rigs.node_diagram import Edge, LabelT, NodeDiagram, NodeSpec
from scenes.layout import Region

GROWTH = 1.3
"""How much larger than elsewhere nodes and names are."""
ASIDE = 0.3
"""How far an arrow back lies beside the arrow forward, in frame units."""


class Circuit(NodeDiagram):
    """A large graph of what depends on what; each arrow has one beside it that leads back.

    Parameters
    ----------
    region
        The region of the frame in which the nodes' places lie.
    nodes
        The nodes by name.
    edges
        For each arrow, the names of the nodes where it begins and where it ends.
    back_side
        On which side of the arrows those back lie: 1 for below or left, −1 for the other one.
    """

    def __init__(
        self,
        region: Region,
        nodes: Mapping[str, NodeSpec],
        edges: Sequence[Edge],
        back_side: int = 1,
    ) -> None:
        small = Region(
            *(side / GROWTH for side in (region.left, region.right)),
            *(side / GROWTH for side in (region.bottom, region.top)),
        )
        super().__init__(small, nodes, edges)
        self.back_side = back_side
        self.scale(GROWTH, about_point=np.zeros(3))
        self.returns = {edge: self._back_beside(edge) for edge in edges}

    def _back_beside(self, edge: Edge) -> Ray:
        start, end = self.edges[edge].ends
        aside = ASIDE * self.aside(edge)
        return Ray(
            end + aside, start + aside, gap=theme.TICK, color=theme.EXACT, stroke=theme.NUDGE_STROKE
        )

    def aside(self, edge: Edge) -> Vector3D:
        """Return the direction of length 1 from an arrow to the one back."""
        start, end = self.edges[edge].ends
        along = (end - start) / np.linalg.norm(end - start)
        across: Vector3D = self.back_side * np.array([along[1], -along[0], 0.0])
        return across

    def beside(self, edge: Edge, label: LabelT, side: int = 1, share: float = 0.5) -> LabelT:
        """Set a label beside an arrow, at a share of its way.

        ``side`` is 1 for the side of the arrow back, and −1 for the other one.
        """
        across = side * self.aside(edge)
        reach = abs(across[0]) * label.width / 2 + abs(across[1]) * label.height / 2
        gap = theme.GUTTER + (ASIDE if side == 1 else 0.0)
        label.move_to(self.edges[edge].at(share) + (reach + gap) * across)
        return label

    def beside_node(self, name: str, label: LabelT, side: Vector3D) -> LabelT:
        """Set a label at a side of the ring of a node."""
        label.next_to(self.nodes[name].ring, side, buff=theme.GUTTER)
        return label

    def send_back(self, *edges: Edge) -> Animation:
        """Let a pulse run along arrows back."""
        return AnimationGroup(
            *(
                ShowPassingFlash(self.returns[edge].pulse(theme.INK), time_width=theme.PULSE_SHARE)
                for edge in edges
            ),
            run_time=theme.STEP,
        )
