"""The explorers fit every screen, and their controls can be seen, named and touched."""

import pytest

from tests.browser.pages import KINDS, OpenPage

PHONE = {"width": 360, "height": 740}
TOUCH = 44  # pixels that a finger needs


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_nothing_scrolls_sideways(open_page: OpenPage, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    page.evaluate("() => mounted.curve.set({ function: 'exp(x)', x0: 4.7, h: 3 })")
    page.evaluate("() => mounted.regression.set({ alpha: 1, epochs: 2000 })")
    page.evaluate("() => mounted.descent.set({ alpha: 1.2, steps: 50 })")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_every_control_is_large_enough_for_a_finger(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE, has_touch=True)
    small = page.evaluate(
        """(touch) => [...document.querySelectorAll(
          '.explorer :is(button, select, input[type=text], input[type=range], .ex-choice span,'
          + ' .ex-toggle, .ex-handle .ex-halo)')]
          .map((e) => [e.className.baseVal ?? e.className, e.getBoundingClientRect()])
          .filter(([, box]) => box.height && (box.height < touch || box.width < touch))
          .map(([name]) => name)""",
        TOUCH,
    )
    assert small == []


@pytest.mark.parametrize("width", [360, 1280])
def test_everything_that_is_pressed_is_at_least_24_pixels_high(
    open_page: OpenPage, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    low = page.evaluate(
        """() => [...document.querySelectorAll(
          '.explorer :is(a, button, select, input, summary, .ex-halo)')]
          .map((e) => [e.outerHTML.slice(0, 60), e.getBoundingClientRect()])
          .filter(([, box]) => box.height && (box.height < 24 || box.width < 24))
          .map(([text]) => text)"""
    )
    assert low == []


@pytest.mark.parametrize(
    "place",
    [(2, 1.5), (2, 0.5), (4.7, 0.001), (-4.7, -0.01), (4.6, -0.3), (-4.6, 3), (0, 0.9), (0, -1.8)],
)
def test_on_a_phone_no_line_crosses_the_names_of_the_inputs(
    open_page: OpenPage, place: tuple[float, float]
) -> None:
    page = open_page(("curve",), viewport=PHONE)
    page.evaluate("([x0, h]) => mounted.curve.set({ x0, h })", list(place))
    picture, field, names = page.evaluate(
        """() => ['.ex-plot', '.ex-field', '.ex-outside, .ex-plot .ex-tick']
          .map((css) => [...document.querySelectorAll(css)].map((e) => {
            const { left, right, top, bottom } = e.getBoundingClientRect();
            return [e.textContent, left, right, top, bottom];
          }))"""
    )
    inputs = [name for name in names if name[0].startswith("x₀")]
    assert inputs
    for name, left, right, top, bottom in inputs:
        assert top >= field[0][4], name
        assert picture[0][1] <= left, name
        assert right <= picture[0][2] + 1, name
        assert bottom <= picture[0][4] + 1, name
        for other, *box in names:
            crosses = left < box[1] and box[0] < right and top < box[3] - 3 and box[2] + 3 < bottom
            assert other == name or not crosses, (name, other)


def test_no_picture_of_a_narrow_frame_has_a_negative_size(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE)
    for width in (40, 75, 110, 115, 130, 360):
        page.evaluate(
            "(width) => { document.querySelector('main').style.width = `${width}px`; }", width
        )
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done()))")
        page.evaluate("() => mounted.curve.set({ x0: 1 })")
        page.wait_for_timeout(50)
        sizes = page.evaluate(
            "() => [...document.querySelectorAll('.explorer rect')]"
            ".flatMap((e) => [e.getAttribute('width'), e.getAttribute('height')]).map(Number)"
        )
        assert min(sizes) > 0


def test_on_a_phone_the_picture_stands_over_its_controls(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE)
    for kind in KINDS:
        picture = page.locator(f"#explorer-{kind} .ex-picture").bounding_box()
        panel = page.locator(f"#explorer-{kind} .ex-panel").bounding_box()
        assert picture
        assert panel
        assert picture["y"] + picture["height"] <= panel["y"]
        assert picture["width"] > 300


def test_every_control_has_a_label_that_can_be_seen(open_page: OpenPage) -> None:
    page = open_page()
    silent = page.evaluate(
        """() => [...document.querySelectorAll('.explorer :is(input, select)')]
          .filter((e) => !e.labels.length || !e.labels[0].textContent.trim()
            || !e.labels[0].getBoundingClientRect().height)
          .map((e) => e.id)"""
    )
    assert silent == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_what_it_stands_on(open_page: OpenPage, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    pairs = page.evaluate(
        """() => {
          const colours = getComputedStyle(document.documentElement);
          const value = (name) => colours.getPropertyValue(name).trim();
          const texts = [['--ink', 4.5], ['--muted', 4.5], ['--approx', 4.5], ['--run', 4.5],
            ['--rise', 4.5], ['--func', 3], ['--exact', 3], ['--accent', 3]];
          return texts.flatMap(([text, least]) =>
            ['--bg', '--surface'].map((back) => [value(text), value(back), least]));
        }"""
    )
    for text, back, least in pairs:
        assert contrast(text, back) >= least, (text, back)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two hexadecimal colours as WCAG defines it."""

    def light(colour: str) -> float:
        shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted([light(one), light(other)], reverse=True)
    return (high + 0.05) / (low + 0.05)
