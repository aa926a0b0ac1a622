"""The growth of a function, one term in each row, and the limit of each per unit of the nudge."""

from __future__ import annotations

from collections.abc import Sequence

from manim import LEFT, RIGHT, UP, Animation, AnimationGroup, FadeIn, VGroup

from scenes import theme
from scenes.components.motion.sweep import animated
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles

NOTHING = "0"
PITCH = 0.92
"""Distance between two terms, in frame units."""


class TermRows(VGroup):
    """A sum written downwards, so that beside each term stands what it comes to in the limit.

    Parameters
    ----------
    name
        Typst mathematics for what grows: ``"Delta f"``.
    terms
        From top to bottom: the term, its role, and what it tends to per unit of the nudge;
        ``NOTHING`` for one that may be neglected.
    per
        Typst mathematics for the nudge.
    """

    def __init__(self, name: str, terms: Sequence[tuple[str, str, str]], per: str) -> None:
        self.signs, self.terms, self.limits = VGroup(), VGroup(), VGroup()
        rows: list[Formula] = []
        for place, (term, role, _) in enumerate(terms):
            sign = "{{+ : sign}} med" if place else f"{{{{{name} : rise1}}}} {{{{= : sign}}}}"
            row = in_roles(f"{sign} {{{{{term} : {role}}}}}", size=theme.FORMULA_SIZE)
            row.stand_on(-place * PITCH)
            row.shift(-row.part("sign").get_x() * RIGHT)
            rows.append(row)
            self.signs.add(row.without(role))
            self.terms.add(row.part(role))
        edge = max(float(row.get_right()[0]) for row in rows) + theme.COLUMN_GAP
        for row, (_, _, left) in zip(rows, terms, strict=True):
            limit = in_roles(f"-> {{{{{left} : exact}}}}", size=theme.FORMULA_SIZE)
            limit.stand_on(row.baseline)
            limit.shift((edge - float(limit.get_left()[0])) * RIGHT)
            limit.rest().set_color(theme.MUTED)
            if left == NOTHING:
                limit.set_color(theme.MUTED)
            self.limits.add(limit)
        heading = f'upright("per") med {{{{{per} : run}}}}'
        self.heading = in_roles(heading, size=theme.FORMULA_SIZE)
        self.heading.next_to(self.limits, UP, buff=theme.GUTTER, aligned_edge=LEFT)
        self.forgotten = VGroup(
            *(
                VGroup(sign, term)
                for sign, term, (_, _, left) in zip(self.signs, self.terms, terms, strict=True)
                if left == NOTHING
            )
        )
        super().__init__(*rows, self.limits, self.heading)

    def divide(self) -> Animation:
        """Bring in what each term comes to; those that leave nothing step back, still readable."""
        return AnimationGroup(
            FadeIn(self.heading, self.limits, shift=RIGHT * theme.NUDGE_SHIFT),
            animated(self.forgotten).set_color(theme.MUTED),
            run_time=theme.WRITE,
        )
