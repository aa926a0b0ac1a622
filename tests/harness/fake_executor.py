"""A fake executor: does each job at once, in the thread that hands it in."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any


class InlineExecutor(Executor):
    """Runs jobs one after another, so that a test sees them in their order.

    Attributes
    ----------
    submitted
        How many jobs were handed in.
    """

    def __init__(self) -> None:
        self.submitted = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run a job and return its finished future."""
        self.submitted += 1
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 a future keeps what its job has raised
            future.set_exception(error)
        return future
