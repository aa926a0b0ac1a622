"""What a run holds while it works: the store with others or alone, the output folder alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.engine.store.lock import hold
from pipeline.engine.workspace.run import Run
from pipeline.types import explain

LOCK = ".lock"
"""The name of the file that is locked, in the store and in an output folder."""


@contextmanager
def hold_output(run: Run) -> Iterator[None]:
    """Hold the output folder alone and the store with others.

    Raises
    ------
    MachineError
        If another run holds them, or a folder cannot be written.
    """
    with hold_store(run), hold(run.folder / LOCK, what=f"the output folder {run.folder}"):
        yield


@contextmanager
def hold_store(run: Run, *, alone: bool = False) -> Iterator[None]:
    """Hold the store, with other runs or alone.

    Raises
    ------
    MachineError
        If another run is in the way, or the store cannot be written.
    """
    try:
        with hold(run.store_root / LOCK, shared=not alone, what=f"the store {run.store_root}"):
            yield
    except OSError as error:
        raise explain(error) from error
