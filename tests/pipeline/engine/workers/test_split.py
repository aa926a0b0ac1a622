"""Long clips are cut at beats where all is then done clearly sooner, and only there."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.engine.workers.split import STARTING, UNSEEN, WORTH, Stretch, split_clips
from tests.pipeline.engine.workers.test_estimate import ends

lessons = st.lists(st.lists(st.floats(0.1, 60), min_size=1, max_size=12), max_size=8)


def lengths(clips: list[list[Stretch]]) -> list[float]:
    """Return how long each part of all clips takes, the longest first."""
    return sorted((part.seconds for clip in clips for part in clip), reverse=True)


@given(lessons, st.integers(1, 40))
def test_the_parts_of_a_clip_are_all_its_beats_in_order(
    lesson: list[list[float]], slots: int
) -> None:
    for beats, parts in zip(lesson, split_clips(lesson, slots), strict=True):
        assert [place for part in parts for place in range(part.first, part.end)] == list(
            range(len(beats))
        )


@given(lessons, st.integers(1, 40))
def test_a_part_costs_its_beats_and_what_it_takes_to_reach_them(
    lesson: list[list[float]], slots: int
) -> None:
    for beats, parts in zip(lesson, split_clips(lesson, slots), strict=True):
        for part in parts:
            reach = STARTING + part.first * UNSEEN if part.first else 0.0
            assert abs(part.seconds - reach - sum(beats[part.first : part.end])) < 1e-6


@given(lessons, st.integers(1, 40))
def test_what_is_cut_ends_clearly_sooner(lesson: list[list[float]], slots: int) -> None:
    parts = lengths(split_clips(lesson, slots))
    whole = sorted(map(sum, lesson), reverse=True)
    if len(parts) > len(whole):
        # Graham: the longest first ends at most a third later than the best order there is.
        best = ends(range(len(parts)), parts, slots)
        assert best <= 4 / 3 * WORTH * ends(range(len(whole)), whole, slots)


def test_a_lesson_of_many_even_clips_stays_whole_on_two_workers() -> None:
    clips = [[10.0] * 10 for _ in range(15)]
    assert split_clips(clips, 2) == [[Stretch(0, 10, 100.0)]] * 15


def test_one_worker_never_splits() -> None:
    assert split_clips([[30.0] * 8, [1.0]], 1) == [[Stretch(0, 8, 240.0)], [Stretch(0, 1, 1.0)]]


def test_one_long_clip_is_shared_by_all_workers() -> None:
    (parts,) = split_clips([[10.0] * 12], 4)
    assert [part.end - part.first for part in parts] == [3, 3, 3, 3]


def test_a_clip_of_one_beat_cannot_be_cut() -> None:
    assert split_clips([[100.0]], 8) == [[Stretch(0, 1, 100.0)]]


def test_a_clip_that_starts_slower_than_it_draws_stays_whole() -> None:
    assert len(split_clips([[0.05] * 12], 8)[0]) == 1
