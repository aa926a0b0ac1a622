"""Clip 02, Steps: a descent, and a line that fits itself."""

from dataclasses import dataclass
from functools import cache

from mathcore.formulas.expression import read_function
from mathcore.optimization.descent import descent_1d
from mathcore.optimization.regression import dataset, gd_regression


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 02."""

    function: str
    start: float
    alpha: float
    steps: int
    places: tuple[float, ...]
    way: str
    points: tuple[tuple[float, float], ...]
    rate: float
    epochs: int
    w: float


@cache
def compute() -> Numbers:
    function, start, alpha, steps = "x**2", 4.0, 0.1, 4
    places = descent_1d(read_function(function).slope, start, alpha, steps).points.tolist()
    points, rate, epochs = ((1.0, 5.0), (2.0, 8.0), (3.0, 11.0)), 0.05, 40
    fit = gd_regression(dataset(*zip(*points, strict=True)), rate, epochs)
    return Numbers(
        function=function,
        start=start,
        alpha=alpha,
        steps=steps,
        places=tuple(places),
        way="left" if places[1] < start else "right",
        points=points,
        rate=rate,
        epochs=epochs,
        w=float(fit.ws[-1]),
    )
