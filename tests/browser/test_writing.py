"""What pupils write becomes a strict formula or is refused in plain words; both are shown."""

import pytest
from playwright.sync_api import expect

from mathcore.formulas.expression import read_function
from tests.browser.pages import STATES, OpenPage
from tests.browser.shown import row, state
from tests.browser.test_formulas import AT, MORE_GOOD, READ
from tests.mathcore.formulas.test_expression import GOOD, HOSTILE

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


def test_a_refused_formula_leaves_the_last_good_curve(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    field = page.get_by_label("Formula")
    field.fill("hello")
    expect(field).to_have_attribute("aria-invalid", "true")
    refusal = page.locator("#explorer-curve .ex-refusal")
    expect(refusal).to_have_text("I cannot read 'hello' here. Try x^2, 3x − 1 or sin(x).")
    assert state(page, "curve") == STATES["curve"]
    assert row(page, "curve", 2) == "4.0000"
    field.fill("x**3")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(refusal).to_have_text("")
    assert row(page, "curve", 2) == "12.0000"


def test_a_function_chosen_from_the_list_is_written_into_the_field(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    page.get_by_label("Function").select_option(label="|x|")
    expect(page.get_by_label("Formula")).to_have_value("|x|")
    page.evaluate("() => mounted.curve.set({ x0: 0 })")
    assert row(page, "curve", 2) == "no derivative"
    expect(page.locator("#explorer-curve .ex-verdict")).to_contain_text("corner")


@pytest.mark.parametrize("kind", ["curve", "descent"])
def test_a_pupils_writing_is_kept_strictly_and_shown_as_people_write_it(
    open_page: OpenPage, kind: str
) -> None:
    page = open_page((kind,))
    field = page.get_by_label("Formula")
    field.fill("f(x) = x^2-4x+5")
    assert state(page, kind)["function"] == "x**2 - 4*x + 5"
    expect(field).to_have_value("f(x) = x^2-4x+5")
    field.press("Enter")
    expect(field).to_have_value("x² − 4·x + 5")
    expect(page.get_by_label("Function")).to_have_value("")
    field.fill("X³ - 3x")
    expect(page.get_by_label("Function")).to_have_value("x**3 - 3*x")
    field.blur()
    expect(field).to_have_value("x³ − 3·x")


def test_a_text_that_is_not_read_yet_stays_in_its_field(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    field = page.get_by_label("Formula")
    field.fill("3x +")
    page.get_by_label("Why is there an error?").press("Space")
    expect(field).to_have_value("3x +")
    expect(field).to_have_attribute("aria-invalid", "true")
    page.evaluate("() => mounted.curve.set({ x0: 1 })")
    expect(field).to_have_value("x²")
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_a_refused_state_has_plain_words_and_no_list(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    page.evaluate("() => mounted.curve.set({ function: '1/0' })")
    expect(page.locator("#explorer-curve .ex-refusal")).to_have_text("This divides by zero.")


def test_what_can_be_written_is_folded_away_until_it_is_asked_for(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    help_ = page.locator("#explorer-curve .ex-help")
    expect(help_.get_by_text("sigmoid")).to_have_count(2)
    expect(help_.locator("ul")).to_be_hidden()
    help_.get_by_text("What can I write?").click()
    expect(help_.locator("ul")).to_be_visible()
    for name in page.evaluate("() => LanguageOfChange.words().functions"):
        expect(help_).to_contain_text(name)
