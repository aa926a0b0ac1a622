"""A short program on a plate, of which single lines change while all others stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate, takewhile
from typing import cast

from manim import (
    LEFT,
    UP,
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    Rectangle,
    ReplacementTransform,
    Scene,
    Transform,
    VGroup,
)

from scenes import theme
from scenes.components.marks.plate import plate
from scenes.components.motion.carry import late
from scenes.components.text.code import CodeLine

SIZE = theme.TABLE_SIZE
_PITCH = 0.0126
"""Frame units from line to line, per unit of font size."""
_MIDDLE = 0.24
"""How far above its baseline the middle of a line's letters is, in pitches."""
_WORD = re.compile(r"[\w.]+|[^\w\s]")
_ALIKE = 0.5
"""Lines that share less than this are different lines."""


class Program(VGroup):
    """Lines of code on a plate.

    Parameters
    ----------
    code
        The lines.
    size
        Named in the theme.
    others
        Programs that take turns with this one: the plate is large enough for each of them.

    Attributes
    ----------
    panel, bar, lines
        The plate, the bar behind a line that is pointed at, and the lines.
    """

    def __init__(
        self,
        code: Sequence[str],
        size: float = SIZE,
        others: Sequence[Sequence[str]] = (),
    ) -> None:
        self.code, self.pitch = tuple(code), _PITCH * size
        advance = CodeLine("00", size, theme.INK).width - CodeLine("0", size, theme.INK).width
        self.lines = VGroup()
        for place, text in enumerate(self.code):
            line = CodeLine(text, size, theme.INK)
            indent = len(text) - len(text.lstrip())
            line.stand_on(-place * self.pitch).align_to((indent * advance, 0.0, 0.0), LEFT)
            self.lines.add(line)
        longest = max(len(text) for program in (code, *others) for text in program)
        rows = max(len(program) for program in (code, *others))
        self.panel = plate(
            longest * advance + 3 * theme.GUTTER,
            rows * self.pitch + theme.GUTTER,
            theme.GRID,
        )
        top = self.pitch / 2 + theme.GUTTER
        self.panel.move_to((longest * advance / 2, top, 0.0), aligned_edge=UP)
        self.bar = Rectangle(
            width=self.panel.width - theme.GUTTER,
            height=self.pitch,
            stroke_width=0.0,
            fill_color=theme.GRID,
            fill_opacity=0.0,
        )
        self._lay_bar(self.bar, 0)
        super().__init__(self.panel, self.bar, self.lines)

    def line(self, place: int) -> CodeLine:
        """Return one line."""
        return cast(CodeLine, self.lines[place])

    def point_at(self, place: int) -> Animation:
        """Lay the bar behind a line; all lines stay as bright as they are."""
        target = self.copy()
        self._lay_bar(target.bar, place).set_fill(opacity=1.0)
        return Transform(self, target, run_time=theme.FADE)

    def _lay_bar(self, bar: Rectangle, place: int) -> Rectangle:
        """Put a bar behind a line, whatever letters that has."""
        middle = self.line(place).baseline + _MIDDLE * self.pitch
        return bar.move_to((float(self.panel.get_center()[0]), middle, 0.0))

    def lit_unlike(self, old: Sequence[str], color: str) -> Program:
        """Give the words that another program does not have a colour, and mute all others."""
        self.lines.set_color(theme.MUTED)
        for line, slices in zip(self.lines, changed(old, self.code), strict=True):
            for part in slices:
                line[part].set_color(color)
        return self


def pairs(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return for the lines of one program which line of the other each becomes, in order."""
    found: dict[int, int] = {}
    last = -1
    for place, text in enumerate(old):
        alike = [
            (SequenceMatcher(None, text, other).ratio(), -index)
            for index, other in enumerate(new)
            if index > last
        ]
        ratio, index = max(alike, default=(0.0, 0))
        if ratio >= _ALIKE:
            last = found[place] = -index
    return found


def changed(old: Sequence[str], new: Sequence[str]) -> list[list[slice]]:
    """Return for each line of a program which of its letters another program does not have.

    Words, numbers and signs are compared whole; spaces are no letters.
    """
    before = {index: old[place] for place, index in pairs(old, new).items()}
    return [_new_letters(before.get(index, ""), text) for index, text in enumerate(new)]


def _new_letters(before: str, after: str) -> list[slice]:
    words, others = (_WORD.findall(text) for text in (after, before))
    ends = [0, *accumulate(map(len, words))]
    steps = SequenceMatcher(None, others, words, autojunk=False).get_opcodes()
    return [
        slice(ends[first], ends[last])
        for kind, _, _, first, last in steps
        if kind != "equal" and first < last
    ]


class ProgramChange(AnimationGroup):
    """One program turns into another: what both have in common travels whole, all else fades.

    Parameters
    ----------
    old, new
        The programs; afterwards ``new`` is on stage and ``old`` is not.
    """

    def __init__(self, old: Program, new: Program, run_time: float = theme.MORPH) -> None:
        self.old, self.new = old, new
        self._passing = VGroup()
        both = pairs(old.code, new.code)
        steps: list[Animation] = [self._travel(VGroup(old.panel), VGroup(new.panel))]
        for place, index in both.items():
            steps += self._turn(old.line(place), new.line(index))
        for place, line in enumerate(old.lines):
            if place not in both:
                steps.append(FadeOut(self._copy(VGroup(line)), rate_func=_early))
        for index, line in enumerate(new.lines):
            if index not in both.values():
                steps.append(FadeIn(self._copy(VGroup(line)), rate_func=late(0.6)))
        super().__init__(*steps, run_time=run_time)

    def _turn(self, before: CodeLine, after: CodeLine) -> list[Animation]:
        """Let the beginning and the end that two lines share travel, and the rest fade."""
        texts = [line.text.replace(" ", "") for line in (before, after)]
        head = _shared(*texts)
        tail = _shared(*(text[head:][::-1] for text in texts))
        steps: list[Animation] = []
        cuts = [(head, len(text) - tail) for text in texts]
        for part in (slice(0, head), None):
            one, other = (
                VGroup(*(line[part] if part else line[cut[1] :]))
                for line, cut in zip((before, after), cuts, strict=True)
            )
            if len(one):
                steps.append(self._travel(one, other))
        gone, come = (
            VGroup(*line[cut[0] : cut[1]]) for line, cut in zip((before, after), cuts, strict=True)
        )
        if len(gone):
            steps.append(FadeOut(self._copy(gone), rate_func=_early))
        if len(come):
            steps.append(FadeIn(self._copy(come), rate_func=late(0.6)))
        return steps

    def _travel(self, one: VGroup, other: VGroup) -> Animation:
        return ReplacementTransform(self._copy(one), self._copy(other))

    def _copy(self, part: VGroup) -> VGroup:
        copy = part.copy()
        self._passing.add(copy)
        return copy

    def _setup_scene(self, scene: Scene) -> None:
        scene.remove(self.old)
        super()._setup_scene(scene)

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Leave the new program on stage, whole, in place of what travelled."""
        super().clean_up_from_scene(scene)
        scene.remove(*self._passing)
        scene.add(self.new)


def _shared(one: str, other: str) -> int:
    """Return with how many equal characters two texts begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other)))  # noqa: B905 of unequal length


def _early(share: float) -> float:
    return min(1.0, share / 0.4)
