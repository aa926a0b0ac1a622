"""Where the parts of clip 04 stand in frames of every shape."""

import itertools

import pytest

from lessons.derivatives.c04 import numbers as c04
from mathcore.slopes.lines import Point
from scenes import theme
from scenes.components.graph.zoom import ZoomPlot
from scenes.components.text.formula import Formula
from scenes.derivatives.c04_the_derivative.props.lens_places import LensPlaces, TilePlaces
from scenes.derivatives.c04_the_derivative.props.panes import Compared
from tests.scenes.shapes import LAYOUTS, NARROW, apart

NUMBERS = c04.compute()
SHAPES = sorted(LAYOUTS)
SLACK = 1e-6
RISER_SLOPE = ("g'(x)", "1 + x^2 > 0")


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
        assert inside(places.inset, places.lens)

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

    def test_the_verdict_on_the_root_stands_clear_of_its_second_window(self, shape):
        places = self.places(shape)
        if places.verdict_left:
            assert places.inset.left > places.lens.center[0]
        else:
            assert places.verdict_height < places.lens.center[1]


@pytest.mark.parametrize("shape", SHAPES)
class TestTiles:
    def test_nothing_lies_on_anything_else_and_all_can_be_read(self, shape):
        places = TilePlaces.lay(LAYOUTS[shape])
        regions = (*places.pictures, *places.names, places.conclusion)
        assert all(inside(region, LAYOUTS[shape].readable) for region in regions)
        assert all(apart(a, b, SLACK) for a, b in itertools.combinations(regions, 2))

    def test_names_stand_below_their_pictures_or_in_an_upright_frame_beside_them(self, shape):
        places = TilePlaces.lay(LAYOUTS[shape])
        for picture, names in zip(places.pictures, places.names, strict=True):
            if shape == "tall":
                assert names.left > picture.right
                assert picture.bottom < names.top < picture.top
            else:
                assert names.top < picture.bottom
                assert names.center[0] == pytest.approx(picture.center[0])


@pytest.mark.parametrize("shape", SHAPES)
class TestCompared:
    def test_the_rooms_of_both_curves_stay_in_the_readable_part_and_do_not_meet(self, shape):
        regions = []
        for side in Compared.two(LAYOUTS[shape]):
            regions += [side.head, side.pane, side.strip]
            regions += [side.foot] if side.foot else []
        assert all(inside(region, LAYOUTS[shape].readable) for region in regions)
        assert all(apart(a, b, SLACK) for a, b in itertools.combinations(regions, 2))

    def test_the_longest_claim_stays_in_its_room(self, shape):
        for side in Compared.two(LAYOUTS[shape]):
            assert side.head.holds(side.claim(*RISER_SLOPE, "all along"))

    def test_only_a_square_frame_breaks_it_into_two_lines(self, shape):
        near, _ = Compared.two(LAYOUTS[shape])
        equation, _ = near.claim(*RISER_SLOPE, "all along")
        assert isinstance(equation, Formula) == (shape != "square")

    def test_both_neighbours_of_the_point_lie_in_the_window(self, shape):
        near, _ = Compared.two(LAYOUTS[shape])
        lens = ZoomPlot(near.pane, Point(0.0, 0.0), width=1.6, numbered=False)
        for x in (-NUMBERS.near_pair, NUMBERS.near_pair):
            across, up, _ = lens.map(x, NUMBERS.wiggle(x))
            room = near.pane.inset(theme.DOT_RADIUS)
            assert room.left < across < room.right
            assert room.bottom < up < room.top
