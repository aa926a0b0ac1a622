"""Clip 01, Slopes: two curves and a gap that closes."""

from dataclasses import dataclass
from functools import cache

from mathcore.formulas.expression import read_function


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 01."""

    square: str
    cubic: str
    x0: float
    gaps: tuple[float, ...]
    flat: float
    slope: float
    secants: tuple[float, ...]
    falling: float


@cache
def compute() -> Numbers:
    square, cubic = "x**2", "x**3 - 3*x"
    f, g = read_function(square), read_function(cubic)
    x0, gaps, flat = 2.0, (1.0, 0.5), 0.25
    return Numbers(
        square=square,
        cubic=cubic,
        x0=x0,
        gaps=gaps,
        flat=flat,
        slope=f.slope(x0),
        secants=tuple((f(x0 + gap) - f(x0)) / gap for gap in gaps),
        falling=g.slope(flat),
    )
