"""Damage: few rectangles that do not meet hold all that has changed."""

from dataclasses import astuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.fastdraw.paint.damage import Rect, cover
from tests.pipeline.drawing.films import HEIGHT, WIDTH


class TestDamage:
    rects = st.builds(
        lambda x, y, w, h: Rect(x, y, x + w, y + h),
        st.integers(-80, 300),
        st.integers(-80, 200),
        st.integers(1, 90),
        st.integers(1, 90),
    )

    @given(st.lists(rects, max_size=6))
    def test_few_rectangles_that_do_not_meet_hold_all_that_is_damaged(self, rects):
        covered = np.zeros((HEIGHT, WIDTH), dtype=int)
        for rect in cover(rects, WIDTH, HEIGHT):
            assert 0 <= rect.left < rect.right <= WIDTH
            assert 0 <= rect.top < rect.bottom <= HEIGHT
            assert {edge % 2 for edge in astuple(rect)} == {0}
            covered[rect.rows, rect.columns] += 1
        assert covered.max(initial=0) <= 1
        for rect in rects:
            inside = rect.grown(0, WIDTH, HEIGHT)
            if inside.left < inside.right and inside.top < inside.bottom:
                assert covered[inside.rows, inside.columns].all()
