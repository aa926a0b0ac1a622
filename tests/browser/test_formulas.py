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
WRITINGS = [
    ("x^2", "x**2"),
    ("x**2", "x**2"),
    ("x²", "x**2"),
    ("x³", "x**3"),
    ("x¹⁰", "x**10"),
    ("x⁻¹", "x**-1"),
    ("eˣ", "e**x"),
    ("e^x", "e**x"),
    ("e^-x", "e**-x"),
    ("e⁻ˣ", "e**-x"),
    ("e^(2x)", "e**(2*x)"),
    ("e^{2x}", "e**(2*x)"),
    ("2^x", "2**x"),
    ("2x", "2*x"),
    ("2·x", "2*x"),
    ("2×x", "2*x"),
    ("2 x", "2*x"),
    ("2*x", "2*x"),
    ("-x", "-x"),
    ("−x", "-x"),
    ("–x", "-x"),
    ("-x²", "-x**2"),
    ("(-x)²", "(-x)**2"),
    ("3x^2-2", "3*x**2 - 2"),
    ("3x²−2x+1", "3*x**2 - 2*x + 1"),
    ("x² − 4·x + 5", "x**2 - 4*x + 5"),
    ("1/2 x", "1/2*x"),
    ("1/2x + 3", "1/2*x + 3"),
    ("½x²", "1/2*x**2"),
    ("x/2", "x/2"),
    ("x:2", "x/2"),
    ("x÷2", "x/2"),
    ("1/(x+1)", "1/(x + 1)"),
    ("(x+1)(x-1)", "(x + 1)*(x - 1)"),
    ("[x+1]·2", "(x + 1)*2"),
    ("x(x+1)", "x*(x + 1)"),
    ("2(x+1)^2", "2*(x + 1)**2"),
    ("xx", "x*x"),
    ("0,5x", "0.5*x"),
    (".5x", ".5*x"),
    ("007x", "7*x"),
    ("2e3x", "2e3*x"),
    ("2e^x", "2*e**x"),
    ("2ex", "2*e*x"),
    ("sin x", "sin(x)"),
    ("sin(x)", "sin(x)"),
    ("sinx", "sin(x)"),
    ("Sin(X)", "sin(x)"),
    ("sin 2x", "sin(2*x)"),
    ("sin 2πx", "sin(2*pi*x)"),
    ("sin 2(x+1)", "sin(2*(x + 1))"),
    ("sin x (x+1)", "sin(x)*(x + 1)"),
    ("sin x + 1", "sin(x) + 1"),
    ("sin x/2", "sin(x)/2"),
    ("sin x^2", "sin(x**2)"),
    ("sin²x", "sin(x)**2"),
    ("sin^2(x) + cos^2(x)", "sin(x)**2 + cos(x)**2"),
    ("sin(x)²", "sin(x)**2"),
    ("sin⁻¹(x/9)", "asin(x/9)"),
    ("arctan x", "atan(x)"),
    ("2 sin x cos x", "2*sin(x)*cos(x)"),
    ("x sin x", "x*sin(x)"),
    ("xsinx", "x*sin(x)"),
    ("sin -x", "sin(-x)"),
    ("sin ln x", "sin(ln(x))"),
    ("ln|x|", "ln(abs(x))"),
    ("lnx", "ln(x)"),
    ("exp x", "exp(x)"),
    ("|x|", "abs(x)"),
    ("2|x|", "2*abs(x)"),
    ("|x-1|+|x+1|", "abs(x - 1) + abs(x + 1)"),
    ("||x|-1|", "abs(abs(x) - 1)"),
    ("|(|x|-1)x|", "abs((abs(x) - 1)*x)"),
    ("√x", "sqrt(x)"),
    ("√2 x", "sqrt(2)*x"),
    ("√(x²+1)", "sqrt(x**2 + 1)"),
    ("√(x)²", "sqrt(x)**2"),
    ("sqrt x", "sqrt(x)"),
    ("π", "pi"),
    ("πx", "pi*x"),
    ("pix", "pi*x"),
    ("f(x) = x^2", "x**2"),
    ("f(x)=2x", "2*x"),
    ("y = 3x − 1", "3*x - 1"),
    ("Y=x", "x"),
    ("g(x) = x³", "x**3"),
    ("= x", "x"),
    ("x^2^3", "x**2**3"),
    ("(x^2)^3", "(x**2)**3"),
    ("x-(x-1)", "x - (x - 1)"),
    ("x/(2x)", "x/(2*x)"),
    ("2·−3x", "2*-3*x"),
]
UNREADABLE = [
    ("hello", "I cannot read 'hello' here. Try x^2, 3x − 1 or sin(x)."),
    ("x + y", "I cannot read 'y' here. Try x^2, 3x − 1 or sin(x)."),
    ("t^2", "I cannot read 't' here."),
    ("x2", "I cannot read '2' here."),
    ("2 3", "I cannot read '3' here."),
    ("2½", "I cannot read '½' here."),
    ("x = 3", "I cannot read '=' here."),
    ("f'(x) = 2x", "I cannot read 'f' here."),
    ("x!", "I cannot read '!' here."),
    ("x%2", "I cannot read '%' here."),
    ("x.real", "I cannot read 'real' here."),
    ("_x", "I cannot read '_' here."),
    ("sin()", "I cannot read ')' here."),
    ("sin^x(x)", "I cannot read 'x' here."),
    ("log10(x)", "I cannot read 'log10' here."),
    ("∛x", "I cannot read '∛' here."),
    ("x*/2", "I cannot read '/' here."),
    ("x)", "I cannot read ')' here."),
    ("²", "I cannot read '²' here."),
    ("", "There is no formula yet."),
    ("f(x) =", "There is no formula yet."),
    ("x +", "Something is missing at the end."),
    ("x^", "Something is missing at the end."),
    ("sin", "sin needs an input, as in sin(x)."),
    ("2(x + 1", "A bracket is opened, but not closed."),
    ("|x", "A bar | is opened, but not closed."),
    ("x/0", "This divides by zero."),
    ("x^101", "Powers go up to 100."),
    ("(-2)^x", "Only a positive number has a power that varies."),
    ("x" * 201, "That is longer than 200 characters."),
    ("(" * 60 + "x" + ")" * 61, "I cannot read ')' here."),
    ("-" * 60 + "x", "Parts are nested more than 40 deep."),
]
SHOWN = [
    ("x**2 - 4*x + 5", "x² − 4·x + 5"),
    ("x**4/4 - x**2 + x/4", "x⁴/4 − x² + x/4"),
    ("exp(-x**2)", "exp(−x²)"),
    ("e**-x", "e⁻ˣ"),
    ("2**(x/2)", "2^(x/2)"),
    ("x**2.5", "x^2.5"),
    ("e**pi", "e^π"),
    ("abs(abs(x) - 1)", "||x| − 1|"),
    ("sqrt(x)", "√x"),
    ("sqrt(x)**2", "(√x)²"),
    ("sqrt(x**2)", "√(x²)"),
    ("sin(x)**2", "sin(x)²"),
    ("(x + 1)*(x - 1)", "(x + 1)·(x − 1)"),
    ("x - (x - 1)", "x − (x − 1)"),
    ("2*-x", "2·(−x)"),
    ("(2**x)**2", "(2ˣ)²"),
    ("2*pi*x", "2·π·x"),
    ("(sin)(x)", "(sin)(x)"),
]
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


def test_what_pupils_write_becomes_a_formula_of_mathcore(open_page: OpenPage) -> None:
    page = open_page((), mount=False)
    texts = [text for text, _ in WRITINGS]
    found = page.evaluate("(texts) => texts.map((t) => LanguageOfChange.writing.read(t))", texts)
    assert dict(zip(texts, found, strict=True)) == dict(WRITINGS)
    for formula in found:
        read_function(formula)


@pytest.mark.parametrize(("text", "start"), UNREADABLE)
def test_what_cannot_be_read_is_refused_in_short_plain_words(
    open_page: OpenPage, text: str, start: str
) -> None:
    message = open_page((), mount=False).evaluate(
        "(text) => { try { return LanguageOfChange.writing.read(text); }"
        " catch (error) { return error.message; } }",
        text,
    )
    assert message.startswith(start)
    assert len(message) < 80


def test_nothing_hostile_becomes_more_than_a_formula_of_mathcore(open_page: OpenPage) -> None:
    found = open_page((), mount=False).evaluate(
        "(texts) => texts.map((t) => { try { return LanguageOfChange.writing.read(t); }"
        " catch { return null; } })",
        HOSTILE,
    )
    for formula in found:
        if formula is not None:
            read_function(formula)
    refused = {text for text, formula in zip(HOSTILE, found, strict=True) if formula is None}
    assert {"x.__class__", "open(x)", "eval(x)", "exec(x)", "x=1", "1/0"} <= refused


def test_formulas_are_shown_as_people_write_them(open_page: OpenPage) -> None:
    page = open_page((), mount=False)
    texts = [text for text, _ in SHOWN]
    found = page.evaluate("(texts) => texts.map((t) => LanguageOfChange.writing.show(t))", texts)
    assert dict(zip(texts, found, strict=True)) == dict(SHOWN)


def test_a_formula_that_is_shown_is_read_back_as_the_same_function(open_page: OpenPage) -> None:
    texts = [text for text, _ in GOOD] + MORE_GOOD + [formula for _, formula in WRITINGS]
    page = open_page((), mount=False)
    back = page.evaluate(
        "(texts) => { const { show, read } = LanguageOfChange.writing;"
        " return texts.map((t) => (show(t) === t ? t : read(show(t)))); }",
        texts,
    )
    first, second = (page.evaluate(READ, [list_, AT]) for list_ in (texts, back))
    assert [one["value"] for one in first] == [one["value"] for one in second]
