"""The slope of the sigmoid line by line: what it is, the chain rule, and the factors it makes."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, VGroup, VMobject

from scenes import theme
from scenes.components.marks.brace import SpanBrace
from scenes.components.text.roles import in_roles
from scenes.components.text.text import Words
from scenes.layout import Region

_LINES = (
    "{{sigma : func}} = (1 + e^(-x))^(-1)",
    "{{sigma' : exact}} = {{-(1 + e^(-x))^(-2) : outer}} dot {{(-e^(-x)) : inner}}",
    "{{sigma' : exact}} = {{1 / (1 + e^(-x)) : func}} dot e^(-x) / (1 + e^(-x))",
)


class Derivation(VGroup):
    """Three lines for one place, of which one is seen at a time.

    The chain rule's two factors are named; what they make has the colours of height and head-room.

    Parameters
    ----------
    region
        Where each line stands; its names hang below it.

    Attributes
    ----------
    rows
        The lines, the second one with the names of its factors.
    """

    def __init__(self, region: Region) -> None:
        first, chain, made = (in_roles(source, size=theme.KEY_SIZE) for source in _LINES)
        rules = [
            _named(chain.part(part), Words(rule, size=theme.TABLE_SIZE))
            for part, rule in (("outer", "power rule"), ("inner", "exponential"))
        ]
        self.rows = (VGroup(first), VGroup(chain, *rules), VGroup(made))
        super().__init__(*self.rows)
        for row in self.rows:
            if row.width > region.width:
                row.scale(region.width / row.width)
            region.place(row, 0.5, 1.0)


def _named(part: VMobject, name: Words) -> SpanBrace:
    """Return a brace below a part of a formula, with its name."""
    low, high = part.get_corner(DOWN + LEFT), part.get_corner(DOWN + RIGHT)
    return SpanBrace(low, high, name)
