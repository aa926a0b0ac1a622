"""The review knows how different two colours look in each kind of sight."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.review.colours import SIGHTS, Rgb, Sight, blend, closest_sight, contrast, distance
from scenes.palette import PALETTES, Palette

PART = st.floats(0, 1)
COLOUR = st.tuples(PART, PART, PART)

palettes = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


@palettes
def test_no_two_roles_look_alike_in_any_sight(palette: Palette) -> None:
    roles = (palette.func, palette.approx, palette.exact, palette.run, palette.rise)
    for pair in combinations(roles, 2):
        sight, far = closest_sight(*pair)
        assert far >= 15, (*pair, sight)


@pytest.mark.parametrize(
    ("red", "green", "apart"), [("#EF4444", "#22C55E", 8), ("#FC6255", "#83C167", 5)]
)
def test_red_and_green_all_but_meet_without_m_cones(red: str, green: str, apart: float) -> None:
    sight, far = closest_sight(red, green)
    assert sight == "deuteranopia"
    assert far == pytest.approx(apart, abs=0.5)
    assert distance(red, green) > 60


def test_ink_stands_out_from_the_background() -> None:
    assert contrast(PALETTES["dark"].ink, PALETTES["dark"].bg) == pytest.approx(16.8, abs=0.05)


def test_black_on_white_has_the_greatest_contrast_and_distance() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    for sight in SIGHTS:
        assert distance("#000000", "#FFFFFF", sight) == pytest.approx(100, abs=0.05)


def test_a_grey_that_wcag_lists_as_the_darkest_that_passes_on_white() -> None:
    assert contrast("#767676", "#FFFFFF") > 4.5 > contrast("#777777", "#FFFFFF")


def test_a_colour_is_the_same_however_it_is_written() -> None:
    assert contrast((1, 0, 0.2), "#FF0033") == 1
    assert distance((1, 0, 0.2), "#ff0033") == 0


@given(front=COLOUR, behind=COLOUR)
def test_what_is_clear_shows_what_is_behind_and_what_is_opaque_hides_it(
    front: Rgb, behind: Rgb
) -> None:
    assert blend(front, 0, behind) == pytest.approx(behind)
    assert blend(front, 1, behind) == pytest.approx(front)


def test_half_a_white_over_black_is_the_middle_of_the_encoded_scale() -> None:
    assert blend("#FFFFFF", 0.5, "#000000") == pytest.approx((0.5, 0.5, 0.5))
    assert blend("#FF0000", 0.25, "#0000FF") == pytest.approx((0.25, 0, 0.75))


@given(first=COLOUR, second=COLOUR, sight=st.sampled_from(SIGHTS))
def test_the_order_of_two_colours_does_not_matter(first: Rgb, second: Rgb, sight: Sight) -> None:
    assert distance(first, second, sight) == pytest.approx(distance(second, first, sight), abs=1e-6)
    assert contrast(first, second) == pytest.approx(contrast(second, first))
    assert 1 <= contrast(first, second) <= 21.000001
    assert distance(first, first, sight) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    "color", ["no colour", "#FFFFFF80", "color(display-p3 1 0 0)", (0, 0, 1.5), (0, 0, -0.1)]
)
def test_what_is_no_opaque_srgb_colour_is_refused(color: str | Rgb) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        contrast(color, "#000000")


@pytest.mark.parametrize("opacity", [-0.1, 1.1, float("nan")])
def test_an_opacity_that_is_no_share_is_refused(opacity: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        blend("#FFFFFF", opacity, "#000000")


def test_an_unknown_sight_is_refused() -> None:
    with pytest.raises(ValueError, match="choose one of normal"):
        distance("#FFFFFF", "#000000", "infrared")
