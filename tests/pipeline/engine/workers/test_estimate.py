"""Jobs whose length is known are begun so that the last of them ends soon."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from pipeline.engine.workers.estimate import quickest_order

lengths = st.lists(st.floats(0.1, 100), max_size=9)


def ends(order: Sequence[int], seconds: Sequence[float], slots: int) -> float:
    """Return when the last job ends, if each slot takes the next one as soon as it is free."""
    free = [0.0] * slots
    for job in order:
        free.sort()
        free[0] += seconds[job]
    return max(free)


@given(lengths, st.integers(1, 4))
def test_every_job_is_begun_once(seconds: list[float], slots: int) -> None:
    assert sorted(quickest_order(seconds, slots)) == list(range(len(seconds)))


@given(lengths, st.integers(1, 4))
def test_it_never_ends_later_than_with_the_longest_first(seconds: list[float], slots: int) -> None:
    longest_first = sorted(range(len(seconds)), key=lambda job: -seconds[job])
    order = quickest_order(seconds, slots)
    assert ends(order, seconds, slots) <= ends(longest_first, seconds, slots)


def test_a_short_job_goes_before_a_longer_one_where_that_leaves_no_slot_alone() -> None:
    seconds = [8, 7, 6, 5, 4]
    assert ends([0, 1, 2, 3, 4], seconds, 2) == 17
    assert ends(quickest_order(seconds, 2), seconds, 2) == 16


def test_with_one_slot_the_longest_comes_first() -> None:
    assert quickest_order([1, 3, 2], 1) == [1, 2, 0]
