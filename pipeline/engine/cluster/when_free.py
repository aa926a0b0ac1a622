"""An executor that begins a job as soon as there is a place for it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import partial
from typing import Any, TypeVar

_Result = TypeVar("_Result")


class WhenFree(Executor):
    """Begins jobs in the order in which they were given, each as soon as there is a place.

    Parameters
    ----------
    place
        Returns what waits for a place and holds it.
    most
        How many jobs may run at a time, however many places there are.
    """

    def __init__(self, place: Callable[[], AbstractContextManager[None]], most: int) -> None:
        self._place = place
        # One thread waits for places, so that the first in the line is the first to have one.
        self._line = ThreadPoolExecutor(1, thread_name_prefix="line")
        self._pool = ThreadPoolExecutor(most, thread_name_prefix="away")

    def submit(self, fn: Callable[..., _Result], /, *args: Any, **kwargs: Any) -> Future[_Result]:
        """Have ``fn`` called when there is a place."""
        promise: Future[_Result] = Future()
        self._line.submit(self._begin, promise, partial(fn, *args, **kwargs))
        return promise

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for all jobs; those that have not begun may be dropped."""
        self._line.shutdown(wait, cancel_futures=cancel_futures)
        self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def _begin(self, promise: Future[_Result], call: Callable[[], _Result]) -> None:
        place = self._place()
        place.__enter__()
        self._pool.submit(self._run, promise, call, place)

    def _run(
        self,
        promise: Future[_Result],
        call: Callable[[], _Result],
        place: AbstractContextManager[None],
    ) -> None:
        try:
            result = call()
        except BaseException as error:  # noqa: BLE001 the one who asked is told, as by any executor
            promise.set_exception(error)
        else:
            promise.set_result(result)
        finally:
            place.__exit__(None, None, None)
