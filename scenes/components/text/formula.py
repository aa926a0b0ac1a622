"""Formulas with named parts, and the one way in which a formula turns into the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    MathTypst,
    ReplacementTransform,
    Scene,
    TransformFromCopy,
    VGroup,
    VMobject,
)

from scenes import theme
from scenes.components.text.text import Lettering

Moves = Mapping[str, str | tuple[str, ...]]
"""For the parts of a formula, the names of the parts that they become."""


class Formula(MathTypst, Lettering):
    """A formula in Typst's mathematics, with labelled parts.

    ``Formula("{{ f(x) : value }} / {{ h : h }}", colors={"h": theme.RUN})``. A symbol that occurs
    twice gets two labels, so that a morph knows which is which.

    Parameters
    ----------
    source
        Typst mathematics with ``{{ part : label }}``.
    colors
        The colour of each part by label; all other letters have ``color``.
    size, color
        Named in the theme.
    """

    def __init__(
        self,
        source: str,
        colors: Mapping[str, str] | None = None,
        size: float = theme.FORMULA_SIZE,
        color: str = theme.INK,
    ) -> None:
        super().__init__(source, font_size=size, color=color)
        self.inscription.says, self.inscription.kind = source, "formula"
        for label, part_color in (colors or {}).items():
            self.part(label).set_color(part_color)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of its parts, in the order of the source."""
        return tuple(dict.fromkeys(self._group_labels))

    def part(self, label: str) -> VGroup:
        """Return the letters of one part; a ``KeyError`` names the labels that exist."""
        return self.select(label)

    def parts(self, *labels: str) -> VGroup:
        """Return the letters of several parts as one group."""
        return VGroup(*(letter for label in labels for letter in self.part(label)))

    def without(self, *labels: str) -> VGroup:
        """Return all letters but those of some parts."""
        named = {id(letter) for letter in self.parts(*labels)}
        return VGroup(*(letter for letter in self.submobjects if id(letter) not in named))

    def rest(self) -> VGroup:
        """Return the letters that belong to no part."""
        named = {id(letter) for label in self.labels for letter in self.part(label)}
        return VGroup(*(letter for letter in self.submobjects if id(letter) not in named))


class Morph(AnimationGroup):
    """One formula turns into the next: equal labels travel, all else fades.

    Parameters
    ----------
    old, new
        The formulas; afterwards ``new`` is on stage and ``old`` is not.
    moves
        Where a part goes under another name: ``{"x": "x0"}``, or to several places at once,
        ``{"h": ("h1", "h2")}``.
    path_arc
        The bend of the paths, in radians; needed only where they would cross.
    """

    def __init__(
        self,
        old: Formula,
        new: Formula,
        moves: Moves | None = None,
        path_arc: float = 0.0,
        run_time: float = theme.MORPH,
        **kwargs: Any,
    ) -> None:
        self.old, self.new = old, new
        routes: dict[str, tuple[str, ...]] = {
            label: (label,) for label in old.labels if label in new.labels
        }
        for label, goal in (moves or {}).items():
            routes[label] = (goal,) if isinstance(goal, str) else goal
        reached = {goal for goals in routes.values() for goal in goals}

        self._passing = VGroup()
        steps: list[Animation] = [
            self._travel(old.part(label), new.part(goal), path_arc)
            for label, goals in routes.items()
            for goal in goals
        ]
        gone = [label for label in old.labels if label not in routes]
        come = [label for label in new.labels if label not in reached]
        steps += [FadeOut(self._copy(old.part(label)), rate_func=_early) for label in gone]
        steps += [FadeIn(self._copy(new.part(label)), rate_func=_late) for label in come]
        steps += self._move_rest(old.rest(), new.rest())
        super().__init__(*steps, run_time=run_time, **kwargs)

    def _travel(self, source: VGroup, goal: VGroup, path_arc: float = 0.0) -> Animation:
        return ReplacementTransform(self._copy(source), self._copy(goal), path_arc=path_arc)

    def _move_rest(self, before: VGroup, after: VGroup) -> list[Animation]:
        """Brackets and signs without a name travel too where the formula kept its shape."""
        if len(before) == len(after) > 0:
            return [self._travel(before, after)]
        return [
            fade(self._copy(letters), rate_func=rate)
            for letters, fade, rate in ((before, FadeOut, _early), (after, FadeIn, _late))
            if len(letters)
        ]

    def _copy(self, letters: VGroup) -> VGroup:
        copy = letters.copy()
        self._passing.add(copy)
        return copy

    def _setup_scene(self, scene: Scene) -> None:
        scene.remove(self.old)
        super()._setup_scene(scene)

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Leave the new formula on stage, whole, in place of the travelling letters."""
        super().clean_up_from_scene(scene)
        scene.remove(*self._passing)
        scene.add(self.new)


def fly(source: VMobject, goal: VMobject, **kwargs: Any) -> Animation:
    """Let a copy of ``source`` leave the picture and become ``goal``, a part of a formula."""
    return TransformFromCopy(source, goal, **{"run_time": theme.MORPH, **kwargs})


def _early(time: float) -> float:
    """Fade within the first two fifths, so that old and new letters never overprint."""
    return min(1.0, time / 0.4)


def _late(time: float) -> float:
    """Fade within the last two fifths."""
    return max(0.0, (time - 0.6) / 0.4)
