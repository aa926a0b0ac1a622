"""Formulas on the page: read, refused, evaluated and differentiated as mathcore does it."""

import math

import pytest

from mathcore.formulas.expression import read_function
from mathcore.slopes.panel import why_no_slope
from tests.browser.pages import OpenPage
from tests.mathcore.formulas.test_expression import EXPLOSIVE, GOOD, HOSTILE

MORE_GOOD = [
    "sqrt(abs(x))",
    "abs(x - 1) + x",
    "x/abs(x)",
    "sqrt(x**2)",
    "sqrt(4 - x**2)",
    "abs(abs(x) - 1)",
    "x**(1/3)",
    "-x**-2",
    "2**x*3**-x",
    "(sin)(x)",
    "x**2/x - x + 2",
    "atan(1/x)",
    "asin(x/5) + acos(x/5)",
]
AT = [-2.3, -1.0, -0.5, 0.4, 0.7, 0.9, 1.0, 1.7, 3.1]
READ = """([texts, xs]) => texts.map((text) => {
  try {
    const f = LanguageOfChange.expression.read(text);
    const numbers = (name) => xs.map((x) => String(f[name](x)));
    return { value: numbers('value'), slope: numbers('slope'), why: xs.map(f.whyNoSlope) };
  } catch (error) { return { refusal: error.message }; }
})"""


def equal(shown: str, value: float) -> bool:
    """Tell whether a number of JavaScript is one of Python, to nine digits."""
    there = float(shown.replace("Infinity", "inf"))
    if math.isnan(there) or math.isnan(value):
        return math.isnan(there) and math.isnan(value)
    return math.isclose(there, value, rel_tol=1e-9, abs_tol=1e-12)


def test_every_formula_of_mathcore_has_the_same_value_and_slope(open_page: OpenPage) -> None:
    texts = [text for text, _ in GOOD] + MORE_GOOD
    results = open_page((), mount=False).evaluate(READ, [texts, AT])
    for text, result in zip(texts, results, strict=True):
        f = read_function(text)
        assert "refusal" not in result, (text, result)
        for x, value, slope, why in zip(
            AT, result["value"], result["slope"], result["why"], strict=True
        ):
            assert equal(value, f.value(x)), (text, x)
            assert equal(slope, f.slope(x)), (text, x)
            assert why == why_no_slope(f, x), (text, x)


def test_every_refused_formula_is_refused_in_one_line_that_names_the_character(
    open_page: OpenPage,
) -> None:
    results = open_page((), mount=False).evaluate(READ, [HOSTILE, []])
    for text, result in zip(HOSTILE, results, strict=True):
        message = result.get("refusal", "")
        place, _, rest = message.removeprefix("character ").partition(": ")
        assert 1 <= int(place) <= max(1, len(text)) + 1, (text, message)
        assert "; allowed are numbers, x, pi, e" in rest
        assert message.isprintable()
        assert len(message) < 300


def test_an_explosive_formula_is_refused_where_mathcore_refuses_it(open_page: OpenPage) -> None:
    results = open_page((), mount=False).evaluate(READ, [EXPLOSIVE, [0.7]])
    for text, result in zip(EXPLOSIVE, results, strict=True):
        try:
            value = read_function(text).value(0.7)
        except ValueError:
            assert "allowed are" in result.get("refusal", ""), text
        else:
            assert equal(result["value"][0], value), text


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("x + y", "character 5: 'y' is not a known name"),
        ("x + open(x)", "character 5: this is not a known function"),
        ("  x.real", "character 3: Attribute"),
        ("x^2", "character 2: '^' does not belong here (a power is written **)"),
        ("2*x # two", "character 5: '#'"),
        ("x" * 201, "character 201: there are more than 200 characters"),
        ("3 * 1e13", "character 5: the number is larger than 1e+12"),
        ("x + 1/0", "character 5: this divides by zero"),
        ("sin(x) + sin()", "character 10: sin takes one input"),
        ("\u00e9*x", "character 1: '\\xe9' does not belong here"),
    ],
)
def test_a_refusal_has_the_words_of_mathcore(open_page: OpenPage, text: str, start: str) -> None:
    (result,) = open_page((), mount=False).evaluate(READ, [[text], []])
    assert result["refusal"].startswith(start)
    with pytest.raises(ValueError, match="character") as refusal:
        read_function(text)
    assert result["refusal"] == str(refusal.value)


def test_every_function_of_the_vocabulary_is_known_to_the_page(open_page: OpenPage) -> None:
    page = open_page((), mount=False)
    assert (
        page.evaluate(
            "() => LanguageOfChange.words().functions.filter("
            "(name) => !(name in LanguageOfChange.formulaFunctions))"
        )
        == []
    )


def test_corners_jumps_and_edges_are_told_apart(open_page: OpenPage) -> None:
    places = [
        ("abs(x)", 0),
        ("x/abs(x - 1)", 1),
        ("sqrt(x)", 0),
        ("sqrt(abs(x))", 0),
        ("abs(x)*x", 0),
        ("ln(x)", -1),
        ("abs(x**2 - 1)", 1),
    ]
    found = open_page((), mount=False).evaluate(
        "(places) => places.map(([t, x]) => LanguageOfChange.expression.read(t).whyNoSlope(x))",
        places,
    )
    assert found == [why_no_slope(read_function(text), float(x)) for text, x in places]
    assert {"corner", "vertical", "edge", None} <= set(found)
