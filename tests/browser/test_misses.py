"""The curve explorer says where its error comes from, and when secant and tangent are one line."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.pages import OpenPage


def test_the_error_is_explained_by_the_miss_it_comes_from(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    page.get_by_label("Why is there an error?").press("Space")
    told = page.locator("#explorer-curve .ex-told")
    expect(told).to_contain_text("tangent has reached 10, but the curve 12.25")
    expect(told).to_contain_text("Miss ÷ h = 2.25 ÷ 1.5 = 1.5")
    expect(page.locator("#explorer-curve .ex-plot")).to_contain_text("miss 2.25")
    assert page.locator("#explorer-curve .ex-miss-bar").count() == 1
    expect(told).not_to_contain_text("gap", ignore_case=True)


def test_two_heights_have_as_many_digits_as_tell_them_apart(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    page.get_by_label("Why is there an error?").press("Space")
    told = page.locator("#explorer-curve .ex-told")
    for part, heights in (
        ({"h": 0.001}, ("4.004", "4.004001")),
        ({"function": "x**2 + 10000000", "h": 1.5}, ("1.0000010 × 10⁷", "1.0000012 × 10⁷")),
    ):
        page.evaluate("(part) => mounted.curve.set(part)", part)
        line, curve = heights
        expect(told).to_contain_text(f"tangent has reached {line}, but the curve {curve}.")


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ({"function": "2*x + 1"}, "a straight line: secant and tangent are the same line"),
        ({"function": "3"}, "a straight line: secant and tangent are the same line"),
        ({"function": "x**3", "x0": 1, "h": -3}, "For this h, secant and tangent are the same"),
    ],
)
def test_a_secant_that_is_the_tangent_is_named_so(
    open_page: OpenPage, part: dict[str, Any], words: str
) -> None:
    page = open_page(("curve",))
    page.get_by_label("Why is there an error?").press("Space")
    note = page.locator("#explorer-curve .ex-verdict")
    expect(note).to_be_hidden()
    page.evaluate("(part) => mounted.curve.set(part)", part)
    expect(note).to_contain_text(words)
    expect(page.locator("#explorer-curve .ex-told")).to_contain_text("no miss, no error")
    assert page.locator("#explorer-curve .ex-miss-bar").count() == 0
    expect(page.locator("#explorer-curve .ex-live")).to_contain_text(words)
    page.evaluate("() => mounted.curve.set({ function: 'x**4', x0: 0, h: 0.001 })")
    expect(note).to_be_hidden()
