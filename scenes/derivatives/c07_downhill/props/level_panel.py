"""A small graph about a level point, with a sliding tangent and the signs of its slope."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from manim import VGroup
from manim.typing import Point3D

from mathcore.formulas.curves import Samples
from mathcore.optimization.stationary import CriticalPoint, SignInterval
from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.graph.axes import AXIS_ROOM, GraphAxes
from scenes.components.graph.curve import Curve
from scenes.components.graph.stacked import WindowTangent
from scenes.components.text.formula import Formula
from scenes.components.text.text import Words
from scenes.derivatives.c07_downhill.props.sign_strip import SignStrip
from scenes.layout import Region

SHARES = (0.9, 3.9, 0.6, 0.8)
"""Heights of the formula, the graph, the signs and the word."""
LOW_SHARES = (0.85, 3.5, 0.7, 0.8)
"""The same for a panel that is not much higher than wide: its signs need as much room."""


def origin_share(height: float, shares: tuple[float, ...]) -> float:
    """Return how high the origin of a panel of some height stands, as a share of that height."""
    _, pane, _, _ = Region(0.0, height, 0.0, height).rows(*shares, gap=theme.LEG_GAP)
    return float(pane.center[1]) / height


class LevelPanel(VGroup):
    """A curve about one point, its tangent, its signs and its name.

    On stage are at first the formula and the graph; tangent, signs and word enter when they are
    spoken of.

    Parameters
    ----------
    region
        The whole panel.
    samples
        The curve.
    tangent_at
        Its tangent at any input that has one, from ``mathcore``.
    start
        The input at which the tangent touches first.
    signs, point
        Stretches on which its slope keeps its sign, and the point between them, from ``mathcore``.
    reach
        How far the window goes from the origin to each side; both axes have one unit.
    name
        Typst mathematics of the curve; empty for none.
    word
        What kind of point it is.
    shares
        Heights of its four parts, from top to bottom.
    """

    def __init__(
        self,
        region: Region,
        samples: Samples,
        tangent_at: Callable[[float], Tangent],
        start: float,
        signs: tuple[SignInterval, ...],
        point: CriticalPoint,
        reach: float,
        name: str,
        word: str,
        shares: tuple[float, ...] = SHARES,
    ) -> None:
        head, pane, strip, foot = region.rows(*shares, gap=theme.LEG_GAP)
        self.tangent_at = tangent_at
        self.axes = GraphAxes(
            (-reach, reach, reach),
            (-reach, reach, reach),
            pane.inset(-AXIS_ROOM),
            equal=True,
            x_name="",
            y_name="",
            numbers=(None, None),
            grid=False,
        )
        self.curve = Curve(self.axes, samples)
        self.name_tag = VGroup()
        if name:
            formula = Formula(name, size=theme.KEY_SIZE, color=theme.FUNC)
            self.name_tag.add(head.place(formula))
        self.tangent = WindowTangent(self.axes, tangent_at(start), theme.TANGENT_REACH)
        self.signs = SignStrip(self.axes, signs, point, strip, theme.KEY_SIZE)
        self.word = Words(word, size=theme.KEY_SIZE)
        foot.place(self.word)
        self.word.stand_on(foot.bottom + foot.height / 4)
        super().__init__(self.name_tag, self.axes, self.curve)

    def move(self, x: float) -> Self:
        """Let the tangent touch at another input."""
        self.tangent.put(self.tangent_at(x))
        return self

    @property
    def everything(self) -> VGroup:
        """Return all of it, on stage or not."""
        return VGroup(*self, self.tangent, self.signs, self.word)

    @property
    def origin(self) -> Point3D:
        """Where its level point stands."""
        return self.axes.map(0.0, 0.0)

    def shrink(self, factor: float, to: Point3D) -> Self:
        """Become a smaller panel about another origin."""
        here = self.origin
        self.everything.scale(factor, about_point=here).shift(to - here)
        return self.keep_reach(factor)

    def keep_reach(self, factor: float) -> Self:
        """Let the tangent keep its length relative to a panel that was scaled."""
        self.tangent.reach = theme.TANGENT_REACH * factor
        return self
