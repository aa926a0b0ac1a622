import itertools

import numpy as np
import pytest
from manim import UP

from scenes import theme
from scenes.components.marks.brace import Cross, Hairline, SpanBrace, StepBracket
from scenes.components.text.code import CodeCard
from scenes.components.text.formula import Formula
from scenes.derivatives.c03_closing_in.props.lock import Padlock
from scenes.derivatives.map.mapped_clip import MappedClip
from scenes.derivatives.map.pictures import PICTURES, limit_picture, line_picture
from scenes.derivatives.map.tiles import FILLED, Tile, TileBoard
from scenes.layout import Layout


class TestMarks:
    def test_a_brace_opens_below_a_span_from_left_to_right_with_its_label_outside(self):
        label = Formula("h")
        brace = SpanBrace(np.zeros(3), np.array([2.0, 0.0, 0.0]), label)
        assert brace.brace.get_top()[1] < 0
        assert label.get_top()[1] < brace.brace.get_bottom()[1]
        assert label.get_center()[0] == pytest.approx(1.0, abs=0.01)

    def test_a_bracket_joins_two_rows_and_carries_its_step(self):
        label = Formula("+2")
        right = np.array([1.0, 0.0, 0.0])
        bracket = StepBracket(np.zeros(3), UP, right, label, theme.RISE)
        assert bracket.bracket.height == pytest.approx(1.0)
        assert label.get_left()[0] > bracket.bracket.get_right()[0]

    def test_a_hairline_runs_from_the_number_to_its_object(self):
        line = Hairline(np.zeros(3), np.array([3.0, 1.0, 0.0]))
        assert line.get_stroke_width() < theme.AXIS_STROKE
        np.testing.assert_allclose(line.get_start(), np.zeros(3), atol=1e-9)

    def test_a_cross_covers_what_it_cancels(self):
        target = Formula("x^2")
        cross = Cross(target)
        assert cross.width > target.width
        assert cross.height > target.height


class TestPadlock:
    def test_it_opens_about_its_hinge(self):
        lock = Padlock("h != 0")
        hinge = lock.shackle.get_start()
        opening = lock.open()
        opening.begin()
        opening.interpolate(1.0)
        np.testing.assert_allclose(lock.shackle.get_start(), hinge, atol=1e-6)
        assert lock.shackle.get_end()[1] > hinge[1] + 0.05


class TestCodeCard:
    def test_indented_lines_keep_their_place(self):
        card = CodeCard(["for k in range(3):", "    step()", "done()"])
        first, second, third = (line.get_left()[0] for line in card.lines)
        assert second > first + 0.5
        assert third == pytest.approx(first, abs=0.05)

    def test_lines_are_evenly_spaced(self):
        card = CodeCard(["a = 1", "b = 2", "c = 3"])
        baselines = [line.baseline for line in card.lines]
        assert np.diff(baselines) == pytest.approx([np.diff(baselines)[0]] * 2)

    def test_code_and_output_stay_on_the_panel(self):
        card = CodeCard(["x = solve(2*x - 4)", "print(x)"], output="2")
        card.print_line()
        for line in (*card.lines, card.output):
            assert card.panel.get_left()[0] < line.get_left()[0]
            assert line.get_right()[0] < card.panel.get_right()[0]
            assert card.below() < line.get_bottom()[1]

    def test_more_than_can_be_read_is_refused(self):
        with pytest.raises(ValueError, match="holds 7 lines of 40"):
            CodeCard(["pass"] * 8)
        with pytest.raises(ValueError, match="holds 7 lines of 40"):
            CodeCard(["x" * 41])

    def test_a_card_without_output_prints_nothing(self):
        with pytest.raises(ValueError, match="prints nothing"):
            CodeCard(["pass"]).print_line()


class TestTiles:
    @pytest.mark.parametrize("picture", [line_picture, limit_picture])
    def test_a_picture_fits_into_its_frame(self, picture):
        tile = Tile(None, 1.5, 0.9)
        held = tile.hold(picture())
        assert held.width < tile.frame.width
        assert held.height < tile.frame.height
        np.testing.assert_allclose(held.get_center(), tile.frame.get_center(), atol=1e-6)


class TestBoard:
    @pytest.fixture
    def board(self):
        return TileBoard(Layout.for_frame(8 * 16 / 9, 8).readable, "chain", PICTURES)

    def test_it_shows_all_tiles_in_the_order_of_the_clips_inside_its_region(self, board):
        assert Layout.for_frame(8 * 16 / 9, 8).readable.holds(board, slack=1e-3)
        places = [board[name].frame.get_center() for name in FILLED]
        rows = [place[1] for place in places]
        assert rows == sorted(rows, reverse=True)
        assert all(a[0] < b[0] for a, b in itertools.pairwise(places[:4]))
        assert len(places) == 8
        edges = [
            (tile.frame.get_left()[0], tile.frame.get_right()[0]) for tile in board.tiles.values()
        ]
        assert all(a[1] < b[0] for a, b in itertools.pairwise(edges[:4]))

    def test_tiles_of_earlier_clips_are_bright_and_those_of_later_ones_are_silhouettes(self, board):
        assert len(board["chain"]) == 1
        assert {part.get_color().to_hex() for part in board["gradient"][1]} == {theme.MUTED}
        assert theme.MUTED not in {part.get_color().to_hex() for part in board["line"][1]}

    def test_each_tile_has_its_name_below_it(self, board):
        for name, word in zip(FILLED, board.names, strict=True):
            assert word.text == name
            assert word.get_top()[1] < board[name].frame.get_bottom()[1]

    @pytest.mark.parametrize(
        ("width", "height", "columns"), [(128 / 9, 8, 4), (10.67, 10.67, 3), (8, 128 / 9, 2)]
    )
    def test_a_row_has_fewer_tiles_the_narrower_the_frame_is(self, width, height, columns):
        region = Layout.for_frame(width, height).readable
        board = TileBoard(region, "gradient", PICTURES)
        assert region.holds(board, slack=1e-3)
        places = [board[name].frame.get_center() for name in FILLED]
        across = {round(float(x), 6) for x, _, _ in places}
        assert len(across) == columns
        for one, other in itertools.combinations(board.tiles.values(), 2):
            apart = np.abs(one.frame.get_center() - other.frame.get_center())
            assert apart[0] > one.frame.width or apart[1] > one.frame.height


class TestTheEndOfAClip:
    @pytest.fixture(params=[(128 / 9, 8), (10.67, 10.67), (8, 128 / 9)])
    def scene(self, request):
        scene = MappedClip.__new__(MappedClip)
        scene.layout, scene.numbers, scene.played = Layout.for_frame(*request.param), None, []
        scene.play = lambda *played, **_: scene.played.extend(played)
        scene.all_but = lambda *_: []
        return scene

    def test_the_line_over_the_board_can_be_read_and_does_not_reach_the_board(self, scene):
        scene.wait = scene.add = lambda *_: None
        scene.leave_tile("tangent", PICTURES["tangent"]())
        *_, board, _, line, _ = scene.played
        conclusion, tiles = line.build().target_mobject, board.mobject
        assert scene.layout.readable.holds(conclusion)
        assert conclusion.get_bottom()[1] > tiles.get_top()[1]
