"""What the lines of a program find, written beside its card or below it."""

from __future__ import annotations

from manim import RIGHT, UP

from mathcore.slopes.quotients import Tangent
from scenes import theme
from scenes.components.text.code import CodeCard
from scenes.components.text.formula import Formula
from scenes.components.text.roles import in_roles
from scenes.derivatives.c07_downhill.props.written import equals, fit, written
from scenes.layout import Layout, Region


def notes_of(
    card: CodeCard, slope: str, shift: str, sides: tuple[Tangent, Tangent], layout: Layout
) -> dict[int, Formula]:
    """Return the notes by the number of the line that finds them, placed.

    A wide frame has room beside the card, at the height of the line. In a narrow one the notes
    stand below the card and say what they measure, since no line is near them.

    Parameters
    ----------
    card
        The card, at its place.
    slope
        Typst mathematics of the slope.
    shift
        The level point as it is written.
    sides
        Tangents before and after it.
    layout
        The regions of the frame.
    """
    inline = shift.replace("/", r"\/")  # a tall fraction has no room in its line
    rule, solved = f"{{{{{slope} : exact}}}}", f"x = {{{{{inline} : run}}}}"
    if layout.narrow:
        return _below(card, rule, solved, sides, layout.readable)
    before, after = sides
    signs = f"{{{{{written(before.slope)} : exact1}}}} quad {{{{{written(after.slope)} : exact2}}}}"
    notes = {2: rule, 3: solved, 4: signs}
    left = float(card.panel.get_right()[0]) + 2 * theme.GUTTER
    room = Region(left, layout.full.right, layout.full.bottom, layout.full.top)
    found = {}
    for line, source in notes.items():
        note = in_roles(source, theme.TABLE_SIZE)
        fit(note, room)
        note.next_to(card.panel, RIGHT, buff=2 * theme.GUTTER)
        found[line] = note.shift((card.lines[line].get_center()[1] - note.get_center()[1]) * UP)
    return found


def _below(
    card: CodeCard, rule: str, solved: str, sides: tuple[Tangent, Tangent], readable: Region
) -> dict[int, Formula]:
    """Return the notes in lines of their own below the card."""
    told = (
        f"f'({{{{{written(at.point.x)} : run{place}}}}}) {equals(at.slope)} "
        f"{{{{{written(at.slope)} : exact{place}}}}}"
        for place, at in enumerate(sides)
    )
    notes = {2: f"f'(x) = {rule}", 3: f"f'(x) = 0 quad {solved}", 4: " quad ".join(told)}
    room = Region(readable.left, readable.right, readable.bottom, card.below() - theme.GUTTER)
    found = {}
    for row, (line, source) in zip(room.rows(1, 1, 1), notes.items(), strict=True):
        note = in_roles(source, theme.KEY_SIZE)
        found[line] = row.place(row.fit(note))
    return found
