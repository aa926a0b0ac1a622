"""Roles: the step factor α and a model's guess ŷ have their colours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from pipeline.review.rule import Rule
from pipeline.review.rules.legibility.contrast import ROLES
from pipeline.review.sight import StageView, Text, VisiblePart
from pipeline.types import Finding
from scenes import theme
from scenes.components.text.formula import Formula

COLOURS = {"α": {theme.ALPHA, theme.MUTED}, "ŷ": {theme.GUESS, theme.FUNC, theme.MUTED}}
"""The colours that each sign may have; MUTED is what has been set aside."""
SOURCES = {"α": ("alpha", "α"), "ŷ": ("hat(y)", "ŷ")}
"""How each sign is written in the source of a formula."""
SAME = 0.01
"""How far points of two outlines may lie apart, as a share of the outline's size."""

Outline = NDArray[np.float64]


class RolesRule(Rule):
    """An α has the colour of ALPHA and a ŷ that of GUESS, wherever a formula holds one.

    The signs are found by their outlines among the letters of formulas whose source names them, so
    that a formula needs no labels. Not seen are signs in words, signs that are turned or distorted,
    letters in motion, and the number beside a sign: its digits do not say what they measure.
    """

    name = "roles"

    def see(self, view: StageView) -> Iterator[Finding]:
        """Return the signs that have another colour than their own."""
        if not view.still:
            return
        for text in view.texts:
            for sign, sources in SOURCES.items():
                if text.inscription.kind == "formula" and any(s in text.says for s in sources):
                    yield from self._judge(view, text, sign)

    def _judge(self, view: StageView, text: Text, sign: str) -> Iterator[Finding]:
        found = alphas(text) if sign == "α" else guesses(text)
        wrong = {part.main.color for part in found} - COLOURS[sign]
        if wrong:
            seen = ", ".join(sorted(ROLES.get(color, color) for color in wrong))
            what = f"{sign} has the colour {seen}, not that of its role"
            yield Finding(self.name, view.beat, view.seconds, what, (text.name,))


def alphas(text: Text) -> list[VisiblePart]:
    """Return the letters α of a text, on the line and in an exponent."""
    shapes = outlines("alpha^alpha")
    return [part for part in text.letters if any(is_like(part, shape) for shape in shapes)]


def guesses(text: Text) -> list[VisiblePart]:
    """Return the letters y under a hat, and their hats."""
    letter, hat = outlines("hat(y)")
    found = []
    for first, second in zip(text.letters, text.letters[1:], strict=False):
        if is_like(first, letter) and is_like(second, hat):
            found += [first, second]
    return found


def is_like(part: VisiblePart, outline: Outline) -> bool:
    """Whether a letter has this outline, at any size and place."""
    points = part.mobject.points
    return len(points) == len(outline) and bool(np.abs(_normal(points) - outline).max() < SAME)


@cache
def outlines(source: str) -> tuple[Outline, ...]:
    """Return the outlines of a formula's letters, each in a box of size one."""
    return tuple(_normal(letter.points) for letter in Formula(source).submobjects)


def _normal(points: Outline) -> Outline:
    flat = points[:, :2] - points[:, :2].min(axis=0)
    return np.asarray(flat / flat.max(), dtype=float)
