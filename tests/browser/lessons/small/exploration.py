"""The states of the explorers that its beats show."""

from lessons.exploration import BeatStates, CurveState, DescentState, RegressionState
from tests.browser.lessons.small.c01 import numbers as c01
from tests.browser.lessons.small.c02 import numbers as c02


def slopes(n: c01.Numbers) -> BeatStates:
    return {
        "square": (CurveState(n.square, n.x0, n.gaps[0]),),
        "secant": tuple(CurveState(n.square, n.x0, gap) for gap in n.gaps),
        "cubic": (CurveState(n.cubic, n.flat, n.gaps[0]),),
    }


def steps(n: c02.Numbers) -> BeatStates:
    return {
        "downhill": (DescentState(n.function, n.start, n.alpha, n.steps),),
        "fit": (RegressionState(n.points, n.rate, n.epochs),),
    }


EXPLORATIONS = {"01": slopes, "02": steps}
