"""A box around the inner part of a formula, which can be shut and opened again."""

from __future__ import annotations

from typing import Self

from manim import LEFT, RIGHT, Animation, AnimationGroup, RoundedRectangle, VGroup, VMobject

from scenes import theme
from scenes.components.marks.plate import outline, plate
from scenes.components.motion.sweep import animated
from scenes.components.text.formula import Formula

CAPSULE_MARGIN = 0.2
"""Between the expression and its box, in frame units."""
EXPONENT_SHARE = 0.72
"""The type size of an exponent, as a share of that of its base."""


class Capsule(VGroup):
    """A box with an expression in it; shut, it shows only the one letter that stands for it.

    Parameters
    ----------
    content
        Typst mathematics of what is inside.
    name
        Typst mathematics of what a shut box shows.
    size
        Font size, named in the theme.
    """

    def __init__(self, content: str, name: str, size: float = theme.TITLE_SIZE) -> None:
        self.content = Formula(content, size=size)
        self.name_tag = Formula(name, size=size)
        self.frame = plate(
            self.content.width + 2 * CAPSULE_MARGIN,
            self.content.height + 2 * CAPSULE_MARGIN,
            theme.INK,
        )
        self.frame.move_to(self.content)
        self.name_tag.move_to(self.content).stand_on(self.content.baseline)
        super().__init__(self.frame, self.content, self.name_tag)
        self.name_tag.set_opacity(0.0)

    def shut(self) -> Animation:
        """Hide what is inside behind its name."""
        return self._swap(self.content, self.name_tag)

    def open(self) -> Animation:
        """Show what is inside again."""
        return self._swap(self.name_tag, self.content)

    def put_lid(self) -> Self:
        """Shut it at once."""
        self.content.set_opacity(0.0)
        self.name_tag.set_opacity(1.0)
        return self

    @staticmethod
    def _swap(going: Formula, coming: Formula) -> Animation:
        return AnimationGroup(
            animated(going, run_time=theme.FADE).set_opacity(0.0),
            animated(coming, run_time=theme.FADE).set_opacity(1.0),
            lag_ratio=1.0,
        )


class BoxedPower(VGroup):
    """A power of a boxed expression, with a factor before it: 4 ▢³.

    Parameters
    ----------
    content, name
        Typst mathematics inside the box, and on it while it is shut.
    exponent, factor
        Typst mathematics; both may be empty.
    size
        Font size, named in the theme.
    """

    def __init__(
        self,
        content: str,
        name: str,
        exponent: str,
        factor: str = "",
        size: float = theme.TITLE_SIZE,
    ) -> None:
        self.capsule = Capsule(content, name, size)
        super().__init__(self.capsule)
        self.exponent: VMobject = VMobject()
        if exponent:
            self.exponent = Formula(exponent, size=size * EXPONENT_SHARE)
            self.exponent.next_to(self.capsule.frame.get_corner((1, 1, 0)), RIGHT, buff=theme.TICK)
            self.add(self.exponent)
        self.factor: VMobject = VMobject()
        if factor:
            number = Formula(factor, size=size)
            number.next_to(self.capsule.frame, LEFT, buff=theme.LABEL_GAP)
            self.factor = number.stand_on(self.capsule.content.baseline)
            self.add(self.factor)

    def wrap(self) -> RoundedRectangle:
        """Return the outer box, around all of it."""
        return outline(self.width + 2 * theme.GUTTER, self.height + 2 * theme.GUTTER).move_to(self)

    @property
    def baseline(self) -> float:
        """Height of the line that its letters stand on."""
        return self.capsule.content.baseline
