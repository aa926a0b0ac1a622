"""Clip 01, Lines and slopes: y = 2x + 1, and the same slope wherever it is measured."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from mathcore.slopes import lines
from mathcore.slopes.lines import Line, Point, SlopeTriangle
from mathcore.values import FloatArray, frozen

SLOPE, START = 2.0, 1.0
TABLE_INPUTS = (0.0, 1.0, 2.0, 3.0)
FILL_COUNTS = (4, 13, 49)
PAIRS = ((0.0, 1.0), (1.0, 3.0), (-1.0, 2.0))
COLLAPSING_PAIR = 1
DECIMALS = 2
"""Inputs that travel keep to this many decimals, as their readouts do."""
READ_SLOPES = (2.0, 0.0, -3.0)
WALK = -1.0


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 01.

    Attributes
    ----------
    line
        y = 2x + 1, the rule of the clip; ``line.slope`` is m, ``line.intercept`` is b.
    rows
        The table (x, y), shape (4, 2).
    runs, rises
        Steps between neighbouring rows, shapes (3,): 1 across and 2 up, each time.
    stairs
        The same steps as triangles, one between each two rows.
    fillings
        Ever denser points (x, y) of the line between the first and the last row: 4, 13, 49 rows.
    crossing
        Where the line crosses the y axis: (0, b).
    triangles
        The slope triangles of three pairs of points; each ``.slope`` is 2.
    nested
        The same three, slid along the line until they all begin at the crossing.
    tilted
        The triangle whose second point is then carried sideways until it stands over the first.
    read_slopes
        The slopes read one after the other while the line turns about ``crossing``.
    read_triangles
        For each of them, the triangle of a unit run that begins at the crossing.
    walk
        How far from the crossing the unit triangle walks to show that the rate is the same there.
    vertical
        What becomes of ``tilted``: both points over one input, so there is a rise but no slope.
    """

    line: Line
    rows: FloatArray
    runs: FloatArray
    rises: FloatArray
    stairs: tuple[SlopeTriangle, ...]
    fillings: tuple[FloatArray, ...]
    crossing: Point
    triangles: tuple[SlopeTriangle, ...]
    nested: tuple[SlopeTriangle, ...]
    tilted: SlopeTriangle
    read_slopes: FloatArray
    read_triangles: tuple[SlopeTriangle, ...]
    walk: float
    vertical: SlopeTriangle

    @property
    def ratio_on_the_way(self) -> str:
        """What happens to rise over run from the first of ``triangles`` to the largest."""
        before = self.triangles[0].slope
        after = max(self.triangles, key=lambda triangle: triangle.run).slope
        if math.isclose(before, after):
            return "it stays the same"
        return "it grows" if after > before else "it shrinks"

    def triangle_between(self, x1: float, x2: float) -> SlopeTriangle:
        """Return the triangle between the line's points over two inputs, which may be equal."""
        return lines.triangle(self.line, x1, x2)

    def travelling(self, leg: int, share: float) -> SlopeTriangle:
        """Return the triangle a share of the way from one of ``triangles`` to the next.

        Its inputs keep to the decimals that are shown, so that the digits on screen divide to the
        slope exactly and not only nearly.
        """
        return self._moving(self.triangles[leg], self.triangles[leg + 1], share)

    def growing(self, leg: int, share: float) -> SlopeTriangle:
        """Return the triangle a share of the way from one of ``nested`` to the next."""
        return self._moving(self.nested[leg], self.nested[leg + 1], share)

    def _moving(self, start: SlopeTriangle, end: SlopeTriangle, share: float) -> SlopeTriangle:
        return self.triangle_between(
            _on_the_way(start.p.x, end.p.x, share), _on_the_way(start.q.x, end.q.x, share)
        )

    def tilting(self, share: float) -> SlopeTriangle:
        """Return the triangle a share of the way from ``tilted`` to ``vertical``.

        Its second point keeps its height and leaves the line: run shrinks, rise does not.
        """
        p, q = self.tilted.p, self.tilted.q
        return SlopeTriangle(p, Point(_on_the_way(q.x, p.x, share), q.y))

    def line_at(self, slope: float) -> Line:
        """Return the line of another slope through the crossing, for turning."""
        return lines.line_through(self.crossing, slope)

    def unit_triangle_at(self, slope: float) -> SlopeTriangle:
        """Return that line's triangle from the crossing: a run of 1 and a rise of ``slope``."""
        return self.walking(slope, 0.0)

    def walking(self, slope: float, share: float) -> SlopeTriangle:
        """Return the same triangle a share of the way along the line, to where it leads."""
        start = self.crossing.x + share * self.walk
        return lines.triangle(self.line_at(slope), start, start + 1)


def _on_the_way(start: float, end: float, share: float) -> float:
    return round(start + (end - start) * share, DECIMALS)


@cache
def compute() -> Numbers:
    """Compute the numbers of clip 01, once."""
    line = lines.line(SLOPE, START)
    rows = lines.table(line, TABLE_INPUTS)
    first, last = TABLE_INPUTS[0], TABLE_INPUTS[-1]
    crossing = line.point(0.0)
    triangles = tuple(lines.triangle(line, x1, x2) for x1, x2 in PAIRS)
    tilted = triangles[COLLAPSING_PAIR]
    turned = [lines.line_through(crossing, slope) for slope in READ_SLOPES]
    return Numbers(
        line=line,
        rows=rows,
        runs=frozen(np.diff(rows[:, 0])),
        rises=frozen(np.diff(rows[:, 1])),
        stairs=tuple(lines.triangle(line, x1, x2) for x1, x2 in pairwise(TABLE_INPUTS)),
        fillings=tuple(lines.table(line, np.linspace(first, last, n)) for n in FILL_COUNTS),
        crossing=crossing,
        triangles=triangles,
        nested=tuple(
            lines.triangle(line, crossing.x, crossing.x + triangle.run) for triangle in triangles
        ),
        tilted=tilted,
        read_slopes=frozen(READ_SLOPES),
        read_triangles=tuple(lines.triangle(t, crossing.x, crossing.x + 1) for t in turned),
        walk=WALK,
        vertical=SlopeTriangle(tilted.p, Point(tilted.p.x, tilted.q.y)),
    )
