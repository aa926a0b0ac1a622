"""Clip 05c, last act: the card to keep, with five functions and their slopes."""

from __future__ import annotations

from manim import RIGHT, Create, FadeIn, FadeOut, Line, VGroup

from lessons.derivatives.c05c.numbers import Numbers
from scenes import theme
from scenes.act import Act
from scenes.components.marks.plate import outline
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.derivatives.c05c_rules_five_functions.props.slope_pair import SlopePair
from scenes.layout import Region

CARD = {
    "exp": ("e^x", "e^x", (-2, 2), (-0.4, 5.4)),
    "ln": ("ln x", "1 \\/ x", (0.1, 4), (-2.2, 2.2)),
    "sin": ("sin x", "cos x", (-6.3, 6.3), (-1.2, 1.2)),
    "cos": ("cos x", "-sin x", (-6.3, 6.3), (-1.2, 1.2)),
    "sigmoid": ("sigma(x)", "sigma (1 - sigma)", (-5, 5), (-0.1, 1.1)),
}
"""Each function of the card: its name, its slope and the window that both graphs share."""
CONDITIONS = {"ln": "x > 0"}
"""For which inputs a row holds, where these are not all."""
BASELINE = 0.32
"""The share of a row's height below the line on which its formulas stand."""
RIDE = 0.65
"""How long the tangent slides along one of them, in seconds."""
COLUMNS, SQUARE_COLUMNS = (3.2, 1.3, 0.7, 2.75, 3.2), (1.6, 1.65, 0.65, 2.75, 1.6)
"""Widths of a graph, its name, an arrow, the slope and the graph of the slope."""
UPRIGHT_NAMES, UPRIGHT_ROWS = (3.0, 1.2, 3.0), (0.8, 1.1)
"""In an upright frame: widths of a name, an arrow and the slope; heights of names and graphs."""


class ReferenceCard(Act):
    """The five functions, each with its graph, its slope and the graph of that."""

    numbers: Numbers

    def reference_card(self) -> None:
        self.clear_stage()
        room = self.layout.readable
        frame = outline(room.width, room.height, theme.INK).move_to(room.center)
        rows = room.inset(theme.TICK).rows(*(1 for _ in CARD))
        rules = VGroup(
            *(
                Line(
                    row.at(0, 0),
                    row.at(1, 0),
                    stroke_color=theme.GRID,
                    stroke_width=theme.GRID_STROKE,
                )
                for row in rows[:-1]
            )
        )
        self.play(FadeIn(frame, rules), run_time=theme.FADE)
        for name, row in zip(CARD, rows, strict=True):
            words, pair = self._entry(name, row.inset(theme.TICK))
            start, finish = words
            self.play(FadeIn(pair.left, pair.right, start), Create(pair.curve), run_time=theme.LEAP)
            self.play(FadeIn(pair.tangent, pair.slopes), run_time=theme.FADE / 4)
            self.play(pair.draw(run_time=RIDE))
            self.play(FadeIn(finish), FadeOut(pair.tangent), run_time=theme.FADE / 2)
        self.wait(theme.CLIP_END)

    def _cells(self, row: Region) -> tuple[Region, ...]:
        """Return the cells of a row: a graph, its name, an arrow, the slope, and the graph of that.

        In an upright frame each graph stands below its name.
        """
        if not self.layout.upright:
            shares = SQUARE_COLUMNS if self.layout.narrow else COLUMNS
            gap = theme.GUTTER if self.layout.narrow else theme.CARD_GAP
            return row.columns(*shares, gap=gap)
        above, below = row.rows(*UPRIGHT_ROWS, gap=theme.TICK)
        left, right = below.columns(1.0, 1.0, gap=theme.COLUMN_GAP)
        before, middle, after = above.columns(*UPRIGHT_NAMES)
        return left, before, middle, after, right

    def _entry(self, name: str, row: Region) -> tuple[tuple[VGroup, VGroup], SlopePair]:
        """Return one row of the card: the function's name and its slope's, and their graphs."""
        formula, slope, across, up = CARD[name]
        left, before, middle, after, right = self._cells(row)
        arrow = Formula("-->", size=theme.TABLE_SIZE, color=theme.MUTED)
        names = (
            before.place(in_roles(f"{{{{{formula} : func}}}}", size=theme.KEY_SIZE), 0.0),
            after.place(in_roles(f"{{{{{slope} : exact}}}}", size=theme.KEY_SIZE), 0.0),
        )
        # All formulas of a row stand on one line, whatever rises above or hangs below it.
        baseline = float(before.at(0.5, BASELINE)[1])
        for formula_on_row in names:
            formula_on_row.stand_on(baseline)
        told = VGroup(middle.place(arrow), names[1])
        if name in CONDITIONS:
            condition = in_roles(f"{{{{{CONDITIONS[name]} : run}}}}", size=theme.TABLE_SIZE)
            condition.next_to(names[-1], RIGHT, buff=theme.CARD_GAP)
            told.add(condition.stand_on(baseline))
        pair = SlopePair(self.numbers.card[name], (left, right), across, up)
        return (VGroup(names[0]), told), pair
