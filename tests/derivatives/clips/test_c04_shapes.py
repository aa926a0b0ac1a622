"""Where the parts of clip 04 stand in frames of every shape."""

import itertools

import pytest

from scenes import theme
from scenes.components.text.formula import Formula
from scenes.components.text.text import Words
from scenes.derivatives.c04_the_derivative.props.lens_places import LensPlaces, TilePlaces
from tests.scenes.shapes import LAYOUTS, NARROW, apart

SHAPES = sorted(LAYOUTS)
SLACK = 1e-6


def inside(part, whole):
    return (
        whole.left <= part.left + SLACK
        and part.right <= whole.right + SLACK
        and whole.bottom <= part.bottom + SLACK
        and part.top <= whole.top + SLACK
    )


@pytest.mark.parametrize("shape", SHAPES)
class TestLens:
    def places(self, shape):
        return LensPlaces.lay(LAYOUTS[shape])

    def test_both_windows_stay_on_the_stage(self, shape):
        places = self.places(shape)
        for lens in (places.corner_lens, places.lens):
            assert inside(lens, LAYOUTS[shape].stage)

    def test_the_slopes_of_the_corner_can_be_read_and_stand_below_it(self, shape):
        places = self.places(shape)
        for spot in places.corner_docks:
            dock = spot.hold(Formula("h = 0.001", size=2 * theme.KEY_SIZE))
            assert LAYOUTS[shape].readable.holds(dock)
            assert dock.get_top()[1] < places.corner_lens.center[1]

    def test_a_narrow_frame_has_the_table_above_the_lens(self, shape):
        places = self.places(shape)
        if shape in NARROW:
            assert apart(places.table.region, places.lens)
            assert places.table.region.bottom >= places.lens.top
        else:
            assert places.table.region == places.lens == places.corner_lens

    def test_the_verdict_on_the_root_stays_in_its_window(self, shape):
        places = self.places(shape)
        room = places.lens.width / 2 - theme.CARD_GAP
        assert Words("no derivative", size=places.verdict_size).width < room


@pytest.mark.parametrize("shape", SHAPES)
class TestTiles:
    def test_nothing_lies_on_anything_else_and_all_can_be_read(self, shape):
        places = TilePlaces.lay(LAYOUTS[shape])
        regions = (*places.pictures, *places.names)
        assert all(inside(region, LAYOUTS[shape].readable) for region in regions)
        assert all(apart(a, b, SLACK) for a, b in itertools.combinations(regions, 2))

    def test_names_stand_below_their_pictures_or_in_a_narrow_frame_beside_them(self, shape):
        places = TilePlaces.lay(LAYOUTS[shape])
        for picture, names in zip(places.pictures, places.names, strict=True):
            if shape in NARROW:
                assert names.left > picture.right
                assert picture.bottom < names.top < picture.top
            else:
                assert names.top < picture.bottom
                assert names.center[0] == pytest.approx(picture.center[0])
