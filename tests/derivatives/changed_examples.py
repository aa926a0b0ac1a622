"""The lesson's own examples and changed ones, for tests of what must hold for all of them."""

import pytest

from lessons.derivatives.c06.parameters import ExplorerParameters
from lessons.derivatives.c07.parameters import DownhillParameters
from lessons.derivatives.c09.parameters import RegressionParameters
from lessons.library import load_lesson

LESSON = load_lesson("derivatives")

NOISY = [[x, 1.7 * x - 4 + (0.8 if x % 2 else -0.8)] for x in range(11)]
CHANGED = [
    (ExplorerParameters, {"function": "x**3 - 3*x"}),
    (ExplorerParameters, {"function": "x**3", "x0": 0, "h": 0.5}),
    (ExplorerParameters, {"function": "abs(x)", "x0": 0}),
    (ExplorerParameters, {"function": "sqrt(x)", "x0": 1, "h": -0.5}),
    (ExplorerParameters, {"function": "3*x + 1"}),
    (ExplorerParameters, {"function": "0.3*sigmoid(4*x) - ln(x + 9)", "x0": -1, "h": 2}),
    (DownhillParameters, {"alpha": 1.05}),
    (DownhillParameters, {"function": "x**3 - 3*x", "start": 2, "alpha": 0.05}),
    (DownhillParameters, {"function": "2*x**2 + x", "start": -3, "alpha": 0.4, "steps": 9}),
    (DownhillParameters, {"function": "-x**2", "start": 1, "steps": 50}),
    (RegressionParameters, {"data": NOISY}),
    (RegressionParameters, {"alpha": 0.09}),
    (RegressionParameters, {"alpha": 0.08, "epochs": 1000}),
    (RegressionParameters, {"alpha": 1e-5}),
    (RegressionParameters, {"data": [[-1, 1], [1, 2]], "epochs": 100}),
]

EXAMPLES = [
    *((clip, None, "as it is") for clip in LESSON.clips),
    *(
        (LESSON[number], kind.read(given), ", ".join(f"{k} {v}" for k, v in given.items())[:40])
        for kind, given in CHANGED
        for number in kind.clips
    ),
]
examples = pytest.mark.parametrize(
    ("clip", "parameters"),
    [
        pytest.param(clip, parameters, id=f"{clip.number} {name}")
        for clip, parameters, name in EXAMPLES
    ],
)
