"""What is written beside the circles of a slope rose: their names, and some slopes."""

from __future__ import annotations

from manim import DOWN, LEFT, UP, VMobject

from scenes import theme
from scenes.components.landscape.parameter_plane import ParameterPlane
from scenes.components.text.numeral import Numeral
from scenes.components.text.text import Words
from scenes.derivatives.c08_many_knobs.props.slope_rose import SlopeRose

_UPHILL, _DOWNHILL, _LENGTH = (0.5, 0.26), (-0.5, 0.0), (0.42, -0.25)
"""Where both names and the length stand beside the arrow, in shares of its length."""
_NARROW_UPHILL, _NARROW_LENGTH = 1.75, 3.45
"""At which value of the first knob a name and the length stand in a narrow frame: above the map,
beyond the circle that has no room for them."""
_NARROW_SIDES = (DOWN, LEFT)
"""Where the slopes along both knobs stand there from the ends of their directions."""


class RoseLabels:
    """The places of names and slopes beside a rose.

    Parameters
    ----------
    plane
        The plane of the map.
    rose
        The rose on it.
    narrow
        Whether the frame is narrow, so that the map is small.
    """

    def __init__(self, plane: ParameterPlane, rose: SlopeRose, narrow: bool) -> None:
        self.plane, self.rose, self.narrow = plane, rose, narrow

    def uphill(self) -> Words:
        """Return the name of the circle round the gradient: left of the arrow, or above the map."""
        name = Words("uphill", size=theme.DIGIT_SIZE, color=theme.EXACT)
        self._above_map(name, _NARROW_UPHILL, _UPHILL)
        return name

    def downhill(self) -> Words:
        """Return the name of the other circle, in its middle."""
        name = Words("downhill", size=theme.DIGIT_SIZE, color=theme.INK)
        name.set_stroke(theme.BG, theme.HALO, background=True)
        name.move_to(self.rose.beside_arrow(*_DOWNHILL))
        return name

    def slope(self, knob: int, value: float, degrees: float) -> Numeral:
        """Return the slope along one knob, at the end of its direction."""
        tag = _numeral(value, 0)
        end = self.rose.end(degrees)
        if self.narrow:
            tag.next_to(end, _NARROW_SIDES[knob], buff=theme.GUTTER)
        else:
            tag.next_to(end, self.rose.outward(degrees), buff=theme.LEG_GAP)
        return tag

    def length(self, value: float, decimals: int) -> Numeral:
        """Return the length of the gradient: right of the arrow, or above the map."""
        tag = _numeral(value, decimals)
        self._above_map(tag, _NARROW_LENGTH, _LENGTH)
        return tag

    def _above_map(self, thing: VMobject, knob: float, beside: tuple[float, float]) -> None:
        """Set something above a narrow map at a value of the first knob, else beside the arrow."""
        thing.set_stroke(theme.BG, theme.HALO, background=True)
        if not self.narrow:
            thing.move_to(self.rose.beside_arrow(*beside))
            return
        thing.move_to(self.plane.map(knob, 0.0)).align_to(self.plane.window.top * UP, DOWN)
        thing.shift(theme.LABEL_GAP * UP)


def _numeral(value: float, decimals: int) -> Numeral:
    tag = Numeral(value, decimals, size=theme.DIGIT_SIZE, color=theme.EXACT)
    return tag.set_stroke(theme.BG, theme.HALO, background=True)
