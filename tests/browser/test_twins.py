"""The explorers' own arithmetic agrees with mathcore: readings, descents and regressions."""

import math
import random

import pytest

from mathcore.formulas.expression import read_function
from mathcore.formulas.functions import Function
from mathcore.optimization import regression
from mathcore.optimization.descent import contraction, descent_1d
from mathcore.slopes.panel import exact_slope, panel, state_of
from tests.browser.pages import OpenPage
from tests.browser.shown import parsed, shows

CURVES = [
    "x**2",
    "x**3 - 3*x",
    "sin(x)",
    "exp(x)",
    "abs(x)",
    "sqrt(x)",
    "ln(x)",
    "1/x",
    "sqrt(abs(x))",
    "x**4/4 - x**2 + x/4",
    "sigmoid(x)",
    "abs(sin(x))",
    "tan(x)",
]
GAPS = [0.001, 0.0015, 0.01, 0.05, 0.1, 0.28, 0.5, 1.0, 1.5, 2.2, 3.0]
SHOW = """([kind, states]) => {
  const explorer = window.mounted[kind];
  const texts = (css) => [...explorer.element.querySelectorAll(css)].map((e) => e.textContent);
  return states.map((state) => {
    explorer.set(state);
    return { rows: texts('dd'), now: texts('.ex-card.ex-active h4') };
  });
}"""


def test_a_thousand_states_of_the_curve_show_what_mathcore_computes(open_page: OpenPage) -> None:
    choose = random.Random(6)  # noqa: S311 - states, not secrets
    functions = {text: read_function(text) for text in CURVES}
    states = [
        {
            "function": choose.choice(CURVES),
            "x0": round(choose.uniform(-4.7, 4.7), 1) + 0.0,
            "h": choose.choice(GAPS) * choose.choice([-1, 1]),
        }
        for _ in range(1000)
    ]
    results = open_page(("curve",)).evaluate(SHOW, ["curve", states])
    for state, result in zip(states, results, strict=True):
        f = functions[state["function"]]
        assert agrees(f, state["x0"], state["h"], result["rows"]), (state, result)
        exists = math.isfinite(f.value(state["x0"]))
        name = state_of(exact_slope(f, state["x0"]) if exists else math.nan)
        assert result["now"] == ([] if name == "undefined" else [name]), state


def agrees(f: Function, x0: float, h: float, rows: list[str]) -> bool:
    """Tell whether the six rows show the readings of a function."""
    value = f.value(x0)
    slope = exact_slope(f, x0) if math.isfinite(value) else math.nan
    expected = [x0, value, slope, h]
    words = ["", "no value", "no derivative", "", "no value", "none"]
    try:
        reading = panel(f, x0, h)
        expected += [reading.quotient, reading.error]
    except ValueError:
        expected += [math.nan, math.nan]
    scale = (1 + abs(value)) * 1e-7 / abs(h) if math.isfinite(value) else 1.0
    return all(
        shows(row.removeprefix("+"), number, scale) if math.isfinite(number) else row == word
        for row, number, word in zip(rows, expected, words, strict=True)
    )


def random_descent(choose: random.Random) -> dict[str, object]:
    """Return a descent; with a large step only on parabolas, since others turn chaotic there."""
    parabolas = ["x**2", "x**2 - 4*x + 5", "0.5*x**2 + x", "3*x**2 - x", "-x**2", "(x - 1)**2"]
    others = ["x**3 - 3*x", "sin(x)", "x**4/4 - x**2 + x/4", "exp(x) - x", "ln(1 + x**2)"]
    bends = choose.random() < 0.5
    return {
        "function": choose.choice(parabolas if bends else others),
        "start": round(choose.uniform(-2, 4), 1) + 0.0,
        "alpha": round(choose.uniform(0.01, 1.2 if bends else 0.1), 2),
        "steps": choose.randrange(0, 51),
    }


def test_two_hundred_descents_end_where_those_of_mathcore_end(open_page: OpenPage) -> None:
    choose = random.Random(7)  # noqa: S311
    states = [random_descent(choose) for _ in range(200)]
    page = open_page(("descent",))
    results = page.evaluate(SHOW, ["descent", states])
    paths = page.evaluate(
        "(states) => states.map((s) => LanguageOfChange.paths.descend("
        "LanguageOfChange.expression.read(s.function), s.start, s.alpha, s.steps).points)",
        states,
    )
    for state, result, points in zip(states, results, paths, strict=True):
        f = read_function(str(state["function"]))
        path = descent_1d(f.slope, state["start"], state["alpha"], state["steps"])  # type: ignore[arg-type]
        assert points == pytest.approx(path.points.tolist(), rel=1e-6, abs=1e-9), state
        if path.diverged_at is None:
            assert result["rows"][0] == str(state["steps"])
        assert shows(result["rows"][1], float(path.end)), (state, result)


@pytest.mark.parametrize(
    ("function", "start", "alpha", "fate"),
    [
        ("x**2", 4, 0.1, "Glides in"),
        ("x**2", 4, 0.5, "Lands in one step"),
        ("x**2", 4, 0.9, "Overshoots, but settles"),
        ("x**2", 4, 1.0, "Bounces for ever"),
        ("x**2", 4, 1.1, "Flies away"),
        ("x**4/4 - x**2 + x/4", 2, 0.1, "Glides in"),
        ("x**4", 3, 0.2, "Flies away"),
        ("abs(x)", 4, 0.3, "Bounces for ever"),
        ("-x**2", 1, 0.1, "Flies away"),
        ("2*x", 1, 0.1, "Flies away"),
    ],
)
def test_a_descent_has_the_fate_of_its_factor(
    open_page: OpenPage, function: str, start: float, alpha: float, fate: str
) -> None:
    state = {"function": function, "start": start, "alpha": alpha, "steps": 20}
    (result,) = open_page(("descent",)).evaluate(SHOW, ["descent", [state]])
    assert result["now"] == [fate]
    if function == "x**2":
        assert parsed(result["rows"][5]) == pytest.approx(contraction(alpha, [2.0]).factors[0])


@pytest.mark.parametrize(
    ("function", "start", "alpha", "word"),
    [
        ("x**2", 0, 0.1, "Stuck"),
        ("-x**2", 0, 0.1, "Stuck"),
        ("abs(x)", 0, 0.1, "No slope"),
        ("ln(x)", 1, 1.2, "No slope"),
        ("x**3", 1, 0.1, "Crawls"),
    ],
)
def test_a_descent_that_goes_nowhere_says_why(
    open_page: OpenPage, function: str, start: float, alpha: float, word: str
) -> None:
    page = open_page(("descent",))
    state = {"function": function, "start": start, "alpha": alpha, "steps": 5}
    (result,) = page.evaluate(SHOW, ["descent", [state]])
    assert result["now"] == []
    assert page.locator(".ex-verdict").inner_text().startswith(word)


def random_regression(choose: random.Random) -> dict[str, object]:
    """Return a regression whose points have at least two different inputs."""
    size = choose.randrange(2, 13)
    points = [
        [round(i + choose.uniform(-0.4, 0.4), 1), round(choose.uniform(-5, 20), 1)]
        for i in range(size)
    ]
    alpha = float(f"{10 ** choose.uniform(-4, -0.7):.2g}")
    return {"points": points, "alpha": alpha, "epochs": choose.randrange(0, 1500)}


def test_a_hundred_regressions_end_where_those_of_mathcore_end(open_page: OpenPage) -> None:
    choose = random.Random(9)  # noqa: S311
    states = [random_regression(choose) for _ in range(100)]
    page = open_page(("regression",))
    results = page.evaluate(SHOW, ["regression", states])
    diverging = 0
    for state, result in zip(states, results, strict=True):
        points: list[list[float]] = state["points"]  # type: ignore[assignment]
        data = regression.dataset([x for x, _ in points], [y for _, y in points])
        path = regression.gd_regression(data, state["alpha"], state["epochs"])  # type: ignore[arg-type]
        w, b, loss, best, limit = result["rows"]
        end = path.end
        assert shows(w, end.w, 1.0), (state, result)
        assert shows(b, end.b, 1.0), (state, result)
        assert shows(loss, float(path.losses[-1]), 1.0), (state, result)
        least = regression.normal_equations(data)
        assert shows(best, regression.mse(data, *least), 1.0), (state, result)
        shrinking = contraction(path.alpha, regression.curvatures(data).values)
        assert parsed(limit) == pytest.approx(shrinking.limit, rel=1e-3)
        diverging += not shrinking.converges
    assert 10 < diverging < 90


def test_a_learning_rate_above_the_limit_diverges_in_words(open_page: OpenPage) -> None:
    page = open_page(("regression",))
    told = page.locator(".ex-verdict")
    page.evaluate("() => mounted.regression.set({ alpha: 0.0845 })")
    assert told.inner_text().startswith("It converges")
    page.evaluate("() => mounted.regression.set({ alpha: 0.0846 })")
    assert told.inner_text().startswith("It diverges")
