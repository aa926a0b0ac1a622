"""The review finds flashes that can harm, and no others."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from coloraide import Color

from pipeline.review.flashes.flash import Flash, FlashMeter
from pipeline.review.flashes.transitions import COLUMNS, Pixels

FPS = 30
WIDTH, HEIGHT = 720, 360
CELL = WIDTH // COLUMNS
FIELD = (WIDTH // 3, HEIGHT // 3)

BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
RED, DARK_RED = (1.0, 0.0, 0.0), (0.02, 0.0, 0.0)

Light = tuple[float, float, float]
Box = tuple[int, int, int, int]
"""Left, top, width and height, in pixels."""
EVERYWHERE = (0, 0, WIDTH, HEIGHT)


def picture(light: Light, box: Box = EVERYWHERE) -> Pixels:
    """A black picture with a box of this linear light."""
    pixels = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    pixels[..., 3] = 255
    left, top, width, height = box
    rgb = Color("srgb-linear", light).convert("srgb").coords()
    pixels[top : top + height, left : left + width, :3] = np.round(np.array(rgb) * 255)
    return pixels


def show(
    at: Callable[[float], Pixels], seconds: float, fps: int = FPS, meter: FlashMeter | None = None
) -> list[Flash]:
    """What is found in a film that shows ``at(t)`` at the time t."""
    meter = meter or FlashMeter(fps, WIDTH, HEIGHT)
    for frame in range(round(seconds * fps)):
        meter.see(at(frame / fps))
    return meter.flashes()


def blink(states: Sequence[Pixels], hertz: float) -> Callable[[float], Pixels]:
    """Two states in turns, so many times a second."""
    return lambda t: states[int(2 * hertz * t + 1e-9) % 2]


def kinds(found: list[Flash]) -> list[str]:
    return [flash.kind for flash in found]


def test_a_screen_that_blinks_at_five_hertz_is_found() -> None:
    found = show(blink([picture(BLACK), picture(WHITE)], 5), 1)
    assert found == [Flash("general", first_frame=3, last_frame=27, count=5, share=1.0)]


@pytest.mark.parametrize("hertz", [1, 2, 3])
def test_a_screen_that_blinks_three_times_a_second_at_most_is_safe(hertz: float) -> None:
    assert show(blink([picture(BLACK), picture(WHITE)], hertz), 4) == []


def test_a_blink_goes_on_in_one_finding_and_a_later_one_is_another() -> None:
    blinking, still = blink([picture(BLACK), picture(WHITE)], 5), picture(BLACK)
    found = show(lambda t: still if 2 <= t < 5 else blinking(t), 7)
    assert [(flash.first_frame, flash.last_frame) for flash in found] == [(3, 60), (153, 207)]


def test_what_happens_elsewhere_before_the_blink_does_not_belong_to_it() -> None:
    blinking = blink([picture(BLACK), picture(WHITE, (360, 0, 360, 360))], 5)
    dot, still = picture(WHITE, (0, 0, 40, 40)), picture(BLACK)
    (flash,) = show(lambda t: blinking(t) if t >= 3 else dot if t >= 2.8 else still, 5)
    assert flash.first_frame == 93


def test_a_small_dot_may_blink() -> None:
    dot = (300, 100, 40, 40)
    assert show(blink([picture(BLACK), picture(WHITE, dot)], 5), 2) == []


@pytest.mark.parametrize(("step", "harmful"), [(0.09, False), (0.11, True)])
@pytest.mark.parametrize("ground", [0.0, 0.3, 0.69])
def test_a_step_of_luminance_below_a_tenth_is_none(
    ground: float, step: float, harmful: bool
) -> None:
    states = [picture((ground,) * 3), picture((ground + step,) * 3)]
    assert bool(show(blink(states, 5), 1)) == harmful


@pytest.mark.parametrize(("darker", "harmful"), [(0.78, True), (0.82, False)])
def test_two_bright_states_do_not_flash(darker: float, harmful: bool) -> None:
    states = [picture((darker,) * 3), picture(WHITE)]
    assert bool(show(blink(states, 5), 1)) == harmful


@pytest.mark.parametrize(("seconds", "harmful"), [(5, False), (0.2, True)])
def test_a_fade_up_and_down_flashes_only_when_it_is_fast(seconds: float, harmful: bool) -> None:
    def at(t: float) -> Pixels:
        return picture(((1 - np.cos(2 * np.pi * t / seconds)) / 2,) * 3)

    assert bool(show(at, 10, fps=60)) == harmful


def test_a_flicker_on_top_of_a_fade_is_counted_by_its_extremes() -> None:
    def at(t: float) -> Pixels:
        return picture((0.1 * t + 0.04 * (int(10 * t) % 2),) * 3)

    assert show(at, 9) == []


def test_saturated_red_over_black_is_found_as_red() -> None:
    assert "red" in kinds(show(blink([picture(BLACK), picture(RED)], 5), 1))


def test_red_and_blue_of_the_same_luminance_are_found_as_red_only() -> None:
    blue = (0.0, 0.0, 1.0)
    red = (Color("blue").luminance() / Color("red").luminance(), 0.0, 0.0)
    assert kinds(show(blink([picture(red), picture(blue)], 5), 1)) == ["red"]
    assert show(blink([picture(red), picture(blue)], 3), 2) == []


def test_colours_without_a_saturated_red_are_not_red() -> None:
    green, blue, pink = (0.0, 0.1, 0.0), (0.0, 0.0, 1.0), (0.3, 0.05, 0.05)
    assert show(blink([picture(green), picture(blue)], 5), 1) == []
    for other in (pink, BLACK):
        assert "red" not in kinds(show(blink([picture(other), picture(blue)], 5), 1))


def test_a_change_within_red_and_an_invisible_red_are_safe() -> None:
    orange = (0.3, 0.07, 0.0)
    assert show(blink([picture((0.35, 0.0, 0.0)), picture(orange)], 5), 1) == []
    assert show(blink([picture(BLACK), picture(DARK_RED)], 5), 1) == []


def test_only_the_extremes_since_the_last_transition_count() -> None:
    before = [picture(RED), picture((0.0, 0.0, 1.0))]
    after = blink([picture(WHITE), picture((0.8, 0.18, 0.0))], 5)
    assert "red" not in kinds(show(lambda t: after(t - 1) if t >= 1 else before[t >= 0.5], 3))


def test_every_way_out_of_red_needs_its_way_back() -> None:
    states = [picture(RED), picture((0.0, 0.3, 0.0)), picture((0.0, 0.0, 1.0))]
    found = show(lambda t: states[int(6 * t + 1e-9) % 3], 4)
    assert "red" not in kinds(found)


@pytest.mark.parametrize(
    ("rows", "harmful"), [(2, False), (3, False), (4, True)], ids=["below", "exactly", "above"]
)
@pytest.mark.parametrize(("left", "top"), [(0, 0), (15, 7), (30, 14)])
def test_a_quarter_of_a_field_may_blink(left: int, top: int, rows: int, harmful: bool) -> None:
    half_of_a_field = FIELD[0] // 2
    box = (left * CELL, top * CELL, half_of_a_field, rows * CELL)
    assert (half_of_a_field * 3 * CELL) / (FIELD[0] * FIELD[1]) == 0.25
    found = show(blink([picture(BLACK), picture(WHITE, box)], 5), 1)
    assert [flash.share for flash in found] == ([pytest.approx(1 / 3)] if harmful else [])


def test_what_blinks_in_two_places_of_a_field_is_taken_together() -> None:
    def at(boxes: list[Box]) -> list[Pixels]:
        return [picture(BLACK), np.maximum.reduce([picture(WHITE, box) for box in boxes])]

    near = [(0, 0, 110, 40), (0, 80, 110, 40)]
    far = [(0, 0, 110, 40), (0, 300, 110, 40)]
    assert kinds(show(blink(at(near), 5), 1)) == ["general"]
    assert show(blink(at(far), 5), 1) == []


def test_a_small_spot_does_not_raise_the_count_of_a_large_one() -> None:
    slow = blink([picture(BLACK), picture(WHITE, (0, 20, 720, 340))], 4)
    fast = blink([picture(BLACK), picture(WHITE, (0, 0, 720, 20))], 15)
    (flash,) = show(lambda t: np.maximum(slow(t), fast(t)), 2)
    assert flash.count == 4


@pytest.mark.parametrize("square", [1, 2])
def test_a_fine_balanced_pattern_is_no_flash(square: int) -> None:
    rows, columns = np.indices((HEIGHT, WIDTH)) // square
    pattern = ((rows + columns) % 2 * 255).astype(np.uint8)
    states = [np.repeat(p[..., None], 4, axis=2) for p in (pattern, 255 - pattern)]
    assert show(blink(states, 5), 1) == []


@pytest.mark.parametrize("hertz", [2.0, 3.0, 4.0, 5.0, 7.5])
def test_the_rate_of_the_frames_does_not_change_the_verdict(hertz: float) -> None:
    states = [picture(BLACK), picture(WHITE)]
    found = {bool(show(blink(states, hertz), 3, fps)) for fps in (15, 30, 60)}
    assert found == {hertz > 3}


@pytest.mark.parametrize(("repeat", "harmful"), [(3, True), (5, False)])
def test_a_picture_that_stays_takes_time(repeat: int, harmful: bool) -> None:
    meter = FlashMeter(FPS, WIDTH, HEIGHT)
    for frame in range(20):
        meter.see(picture(WHITE if frame % 2 else BLACK), repeat)
    assert bool(meter.flashes()) == harmful
    if harmful:
        assert meter.flashes()[0].first_frame == repeat


@pytest.mark.parametrize("size", [(854, 480), (1280, 720), (1920, 1080), (160, 90), (90, 160)])
def test_every_size_is_judged_alike(size: tuple[int, int]) -> None:
    width, height = size
    for part, harmful in ((0.6, True), (0.4, False)):
        meter = FlashMeter(FPS, width, height)
        for frame in range(FPS):
            pixels = np.zeros((height, width, 4), np.uint8)
            lit = int(height * part / 3), int(width * part / 3)
            pixels[: lit[0], : lit[1]] = 255 * (frame // 3 % 2)
            meter.see(pixels)
        assert bool(meter.flashes()) == harmful


def test_a_meter_remembers_one_second_only() -> None:
    meter = FlashMeter(FPS, WIDTH, HEIGHT)
    show(blink([picture(BLACK), picture(WHITE)], 15), 20, meter=meter)
    (flash,) = meter.flashes()
    assert flash.count == 15
    assert all(len(second._recent) <= FPS for _, second in meter._seconds)


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((HEIGHT, WIDTH + 1, 4), np.uint8),
        np.zeros((HEIGHT, WIDTH, 3), np.uint8),
        np.zeros((HEIGHT, WIDTH, 4), np.float32),
    ],
)
def test_a_picture_of_another_size_or_type_is_refused(pixels: Pixels) -> None:
    with pytest.raises(ValueError, match="the picture is"):
        FlashMeter(FPS, WIDTH, HEIGHT).see(pixels)


def test_a_picture_that_is_never_shown_is_refused() -> None:
    with pytest.raises(ValueError, match="at least once"):
        FlashMeter(FPS, WIDTH, HEIGHT).see(picture(BLACK), 0)


@pytest.mark.parametrize("film", [(0, 720, 360), (float("nan"), 720, 360), (30, 2, 360)])
def test_a_film_without_rate_or_size_is_refused(film: tuple[float, int, int]) -> None:
    with pytest.raises(ValueError, match="cannot measure"):
        FlashMeter(*film)


def test_stripes_that_pass_by_are_no_flash() -> None:
    # Each cell they pass changes often enough, but never many at one moment.
    def passing(time: float) -> Pixels:
        frame = picture(BLACK)
        for stripe in range(12):
            left = int(40 * stripe + 300 * time) % WIDTH
            row = 30 * (stripe % 4)
            frame[row : row + 30, left : left + 12] = 255
        return frame

    assert not show(passing, 2)
