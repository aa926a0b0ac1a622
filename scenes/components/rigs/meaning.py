"""Three columns for what a slope means, falling, level and rising, with the step against each."""

from __future__ import annotations

from typing import Self

import numpy as np
from manim import (
    DOWN,
    PI,
    UP,
    Animation,
    FadeIn,
    LaggedStart,
    Polygon,
    Transform,
    VGroup,
)

from scenes import theme
from scenes.components.graph.curve import SolidDot
from scenes.components.marks.plate import outline
from scenes.components.motion.attention import dimmed_opacity
from scenes.components.text.text import STROKE_PER_UNIT, Words
from scenes.layout import Region

STATES = {"falling": (-1, 1), "level": (0, 0), "rising": (1, -1)}
"""By state, which way the ground goes and which way the step against it goes. The states stand in
the order in which a valley is walked through, from left to right."""


class MeaningColumn(VGroup):
    """One column: an arrow as the ground goes, a word, and room for a ball that steps.

    While it is in force, its border is heavy and all of it is bright: weight tells it, not hue.

    Parameters
    ----------
    region
        The region that it fills.
    state
        The name of the state: a key of ``STATES``.
    """

    def __init__(self, region: Region, state: str) -> None:
        ground, step = STATES[state]
        self.frame = outline(region.width, region.height).move_to(region.center)
        icon, word, foot = region.inset(theme.LEG_GAP).rows(*theme.MEANING_ROWS)
        self.arrow = arrow().rotate(ground * PI / 4).move_to(icon.center)
        self.word = Words(state)
        word.place(self.word, 0.5, 0.5).stand_on(float(word.center[1]) - theme.TICK)
        self.ball = SolidDot(foot.center, radius=theme.DOT_RADIUS)
        self.step = VGroup(self.ball)
        if step:
            self.step.add(
                arrow(theme.RUN)
                .rotate(0.0 if step > 0 else PI)
                .next_to(self.ball, np.array([step, 0.0, 0.0]), buff=theme.TICK)
            )
        self.step.move_to(foot.center)
        super().__init__(self.frame, self.arrow, self.word)

    def light(self, *, on: bool) -> Self:
        """Show that it is in force, or dim it."""
        self.frame.set_stroke(
            color=theme.INK if on else theme.MUTED,
            width=theme.EXACT_STROKE if on else theme.FRAME_STROKE,
            opacity=1.0 if on else theme.GHOST,
        )
        for part in (self.arrow, self.word):
            faint = max(theme.GHOST, dimmed_opacity(part.get_fill_color().to_hex()))
            part.set_fill(opacity=1.0 if on else faint)
        return self


class MeaningColumns(VGroup):
    """Three columns side by side, at most one of them in force.

    Parameters
    ----------
    region
        The region that all three fill.
    state
        The name of the column that is in force at first.
    """

    def __init__(self, region: Region, state: str) -> None:
        parts = region.columns(1, 1, 1, gap=theme.GUTTER)
        self.columns = {
            name: MeaningColumn(part, name) for part, name in zip(parts, STATES, strict=True)
        }
        super().__init__(*self.columns.values())
        self.state = ""
        self.put(state)

    def put(self, state: str) -> Self:
        """Let one column be in force; none where there is no slope."""
        if state != self.state:
            self.state = state
            for name, column in self.columns.items():
                column.light(on=name == state)
        return self

    def light_all(self) -> Animation:
        """Bring all three back: what follows is said of each."""
        columns = VGroup(*self.columns.values())
        lit = columns.copy()
        for column in lit:
            column.light(on=True)
        return Transform(columns, lit, run_time=theme.FADE)

    def take_steps(self) -> Animation:
        """Let a ball in each column step against the slope."""
        balls = [column.step for column in self.columns.values()]
        self.add(*balls)
        return LaggedStart(
            *(FadeIn(ball, shift=theme.NUDGE_SHIFT * (UP + DOWN)) for ball in balls),
            lag_ratio=theme.ROW_LAG,
            run_time=theme.GROUP,
        )


def arrow(color: str = theme.EXACT) -> Polygon:
    """Return a short filled arrow that points to the right."""
    half, tip = theme.CHIP_ARROW / 2, theme.TIP
    shaft = theme.NUDGE_STROKE / STROKE_PER_UNIT / 2
    above = [(-half, shaft), (half - tip, shaft), (half - tip, tip * 0.7), (half, 0.0)]
    below = [(x, -y) for x, y in reversed(above[:-1])]
    return Polygon(
        *((x, y, 0.0) for x, y in above + below),
        stroke_width=0.0,
        fill_color=color,
        fill_opacity=1.0,
    )
