"""The explorers answer keyboard and pointer, and say what they show."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.pages import KINDS, STATES, OpenPage
from tests.browser.shown import row, state

QUIET = 600  # milliseconds before a state is read aloud


def test_the_curve_of_the_lesson_has_the_lessons_six_readings(open_page: OpenPage) -> None:
    page = open_page()
    shown = page.locator("#explorer-curve dd").all_inner_texts()
    assert shown == ["2.0000", "4.0000", "4.0000", "1.5000", "5.5000", "+1.5000"]
    expect(page.locator("#explorer-curve .ex-active h4")).to_have_text("rising")


@pytest.mark.parametrize("kind", KINDS)
def test_a_state_that_is_set_is_the_state_that_is_got(open_page: OpenPage, kind: str) -> None:
    page = open_page((kind,))
    page.evaluate("([kind, state]) => mounted[kind].set(state)", [kind, STATES[kind]])
    assert state(page, kind) == STATES[kind]
    alpha = {"alpha": 0.05} if kind != "curve" else {"x0": -1.3}
    page.evaluate("([kind, part]) => mounted[kind].set(part)", [kind, alpha])
    assert state(page, kind) == STATES[kind] | alpha


def test_every_change_sends_its_state_up_the_page(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    page.evaluate(
        "() => { window.heard = [];"
        " document.addEventListener('explorerchange', (e) => heard.push(e.detail)); }"
    )
    page.get_by_label("the point", exact=False).first.press("ArrowRight")
    assert page.evaluate("() => heard") == [STATES["curve"] | {"x0": 2.1}]


def test_the_button_shows_the_present_state_in_the_video(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    page.evaluate("() => mounted.curve.set({ x0: 1 })")
    page.get_by_role("button", name="Show me in the video").click()
    assert page.evaluate("() => window.shown") == STATES["curve"] | {"x0": 1}


def test_the_keyboard_alone_reaches_and_moves_every_slider_and_point(open_page: OpenPage) -> None:
    page = open_page()
    page.evaluate("() => mounted.regression.set({ epochs: 500 })")
    page.evaluate(
        "() => document.querySelectorAll('input[type=range], [role=slider]')"
        ".forEach((e, i) => { e.dataset.place = i; })"
    )
    moved: dict[str, str] = {}
    for _ in range(60):
        page.keyboard.press("Tab")
        place, kind = page.evaluate(
            "() => { const e = document.activeElement;"
            " return [e.dataset.place, e.closest('.explorer')?.dataset.kind]; }"
        )
        if place is None or place in moved:
            continue
        before = state(page, kind)
        page.keyboard.press("ArrowLeft")
        assert state(page, kind) != before
        moved[place] = kind
    kinds = list(moved.values())
    assert kinds.count("curve") == 2
    assert kinds.count("descent") == 3
    assert kinds.count("regression") == 2 + len(STATES["regression"]["points"])


def test_the_arrow_keys_move_a_point_both_ways_and_delete_removes_it(open_page: OpenPage) -> None:
    page = open_page(("regression",))
    point = page.get_by_role("slider", name="Point 2 of 5")
    point.focus()
    point.press("ArrowRight")
    point.press("ArrowUp")
    x, y = state(page, "regression")["points"][1]
    assert x > 2
    assert y > 8
    expect(point).to_be_focused()
    point.press("Delete")
    assert len(state(page, "regression")["points"]) == 4


def test_points_are_added_and_removed_by_buttons_down_to_two(open_page: OpenPage) -> None:
    page = open_page(("regression",))
    page.get_by_role("button", name="Add point").click()
    assert len(state(page, "regression")["points"]) == 6
    remove = page.get_by_role("button", name="Remove point")
    for _ in range(4):
        remove.click()
    assert len(state(page, "regression")["points"]) == 2
    expect(remove).to_be_disabled()


def test_a_pointer_drags_a_point(open_page: OpenPage) -> None:
    page = open_page(("regression",))
    box = page.get_by_role("slider", name="Point 3 of 5").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 60, steps=4)
    page.mouse.up()
    points = state(page, "regression")["points"]
    assert points[2][0] == pytest.approx(3, abs=0.1)
    assert points[2][1] > 12
    assert points[0] == [1, 5]


def test_a_pointer_near_zero_finds_zero_and_the_keyboard_passes_it(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    slider = page.locator("#explorer-curve input[type=range]").first
    page.evaluate("() => mounted.curve.set({ x0: 0.2 })")
    slider.press("ArrowLeft")
    assert state(page, "curve")["x0"] == pytest.approx(0.1)
    box = slider.bounding_box()
    assert box
    middle = box["x"] + box["width"] / 2
    page.mouse.move(middle + 60, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(middle + 3, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    assert state(page, "curve")["x0"] == 0
    expect(page.locator("#explorer-curve .ex-active h4")).to_have_text("level")


def test_the_second_point_changes_its_side(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    page.get_by_label("left, h < 0").check()
    assert state(page, "curve")["h"] == -1.5
    assert row(page, "curve", 4) == "2.5000"
    assert row(page, "curve", 5) == "−1.5000"


def test_a_gap_too_small_for_four_decimals_is_not_written_as_zero(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    page.evaluate("() => mounted.curve.set({ h: -1e-6 })")
    assert row(page, "curve", 3) == "−1.00 × 10⁻⁶"
    assert row(page, "curve", 4) == "4.0000"


def test_the_gap_shrinks_to_its_least_and_the_error_with_it(open_page: OpenPage) -> None:
    page = open_page(("curve",), reduced_motion="reduce")
    page.get_by_role("button", name="Shrink the gap").click()
    assert state(page, "curve")["h"] == 0.001
    assert row(page, "curve", 5) == "+0.0010"


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("curve", {"h": 0}),
        ("curve", {"x0": None}),
        ("descent", {"alpha": -1}),
        ("descent", {"steps": 1.5}),
        ("regression", {"points": [[1, 2]]}),
        ("regression", {"epochs": 10**9}),
    ],
)
def test_a_state_that_cannot_be_shown_is_refused_and_nothing_changes(
    open_page: OpenPage, kind: str, part: dict[str, Any]
) -> None:
    page = open_page((kind,))
    before = state(page, kind)
    message = page.evaluate(
        "([kind, part]) => { try { mounted[kind].set(part); return ''; }"
        " catch (error) { return error.message; } }",
        [kind, part],
    )
    assert message == f"{next(iter(part))} of the state cannot be shown"
    assert state(page, kind) == before


def test_an_arrow_points_to_a_point_beyond_the_window(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    assert page.locator("#explorer-curve .ex-beyond").count() == 0
    page.evaluate("() => mounted.curve.set({ x0: 4.5, h: 3 })")
    assert page.locator("#explorer-curve .ex-beyond").count() == 1


def test_a_state_is_read_aloud_once_it_has_been_quiet(open_page: OpenPage) -> None:
    page = open_page(("curve",))
    region = page.locator("#explorer-curve [aria-live=polite].ex-live")
    before = region.text_content()
    slider = page.locator("#explorer-curve input[type=range]").first
    for _ in range(3):
        slider.press("ArrowRight")
    assert region.text_content() == before
    page.wait_for_timeout(QUIET + 200)
    spoken = region.text_content() or ""
    assert spoken.startswith("At x₀ = 2.3, the height is 5.2900 and the slope is 4.6000: rising.")


def test_a_run_takes_its_steps_one_by_one_and_can_be_paused(open_page: OpenPage) -> None:
    page = open_page(("descent",))
    page.get_by_role("button", name="Run").click()
    page.get_by_role("button", name="Pause").click()
    assert 0 <= state(page, "descent")["steps"] < 20
    page.get_by_role("button", name="Step", exact=True).click()
    page.get_by_role("button", name="Back to start").click()
    assert state(page, "descent")["steps"] == 0


def test_with_less_motion_a_run_is_at_its_end_at_once(open_page: OpenPage) -> None:
    page = open_page(("descent",), reduced_motion="reduce")
    page.evaluate("() => mounted.descent.set({ steps: 0 })")
    page.get_by_role("button", name="Run").click()
    assert state(page, "descent")["steps"] == 20
    expect(page.get_by_role("button", name="Run")).to_be_visible()


def test_the_line_waits_at_its_beginning_for_its_run(open_page: OpenPage) -> None:
    page = open_page(("regression",), reduced_motion="reduce")
    assert state(page, "regression") == STATES["regression"] | {"epochs": 0}
    page.get_by_role("button", name="Run 500 epochs").click()
    assert state(page, "regression") == STATES["regression"]
    expect(page.get_by_role("button", name="Run again")).to_be_visible()
    page.evaluate("() => mounted.regression.set({ epochs: 30 })")
    assert state(page, "regression")["epochs"] == 30


def test_a_run_of_the_line_can_be_paused_and_has_the_same_end_again(open_page: OpenPage) -> None:
    page = open_page(("regression",))
    page.evaluate("() => mounted.regression.set({ epochs: 30 })")
    page.get_by_role("button", name="Run again").click()
    page.get_by_role("button", name="Pause").click()
    assert state(page, "regression")["epochs"] < 30
    page.get_by_role("button", name="Run again").click()
    page.wait_for_function("() => mounted.regression.get().epochs === 30")


def test_a_line_that_diverges_shows_a_bound_that_can_be_read(open_page: OpenPage) -> None:
    page = open_page(("regression",))
    for epochs in (40, 500):
        page.evaluate("(epochs) => mounted.regression.set({ alpha: 1, epochs })", epochs)
        shown = page.locator("#explorer-regression dd").all_inner_texts()
        assert set(shown[:3]) <= {"> 10¹²", "< −10¹²"}
        text = page.locator("#explorer-regression").inner_text()
        assert "∞" not in text
        assert page.locator("#explorer-regression .ex-beyond.ex-approx").count() == 1
