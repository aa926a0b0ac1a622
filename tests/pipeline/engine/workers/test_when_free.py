"""Jobs for other machines begin in their order, and never more than there are places."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Semaphore

import pytest

from pipeline.engine.cluster.when_free import WhenFree


def places(count: int, held: list[int]) -> WhenFree:
    """Return an executor with so many places that notes how many are held."""
    free, lock = Semaphore(count), Lock()

    @contextmanager
    def place() -> Iterator[None]:
        with free:
            with lock:
                held.append((held[-1] if held else 0) + 1)
            yield
            with lock:
                held.append(held[-1] - 1)

    return WhenFree(place, 64)


def test_all_jobs_are_done_in_their_order_and_each_place_is_given_back() -> None:
    held: list[int] = []
    begun: list[int] = []
    executor = places(1, held)
    promises = [executor.submit(begun.append, number) for number in range(50)]
    executor.shutdown()
    assert [promise.result(0) for promise in promises] == [None] * 50
    assert begun == list(range(50))
    assert max(held) == 1
    assert held[-1] == 0


def test_there_are_never_more_jobs_than_places() -> None:
    held: list[int] = []
    executor = places(3, held)
    promises = [executor.submit(pow, number, 2) for number in range(40)]
    executor.shutdown()
    assert [promise.result(0) for promise in promises] == [number**2 for number in range(40)]
    assert max(held) <= 3


def test_what_a_job_raises_reaches_the_one_who_asked_and_its_place_is_free_again() -> None:
    held: list[int] = []
    executor = places(1, held)
    broken = executor.submit(int, "no number")
    whole = executor.submit(int, "7")
    executor.shutdown()
    with pytest.raises(ValueError, match="no number"):
        broken.result(0)
    assert whole.result(0) == 7
    assert held[-1] == 0
