"""The processes of a cluster: the scheduler, and workers with a slot for each core."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import dask
from distributed import Scheduler, Worker
from distributed.security import Security

from pipeline.engine.cluster.client import BEGINNINGS
from pipeline.types import MachineError

NO_PAGES = "127.0.0.1:0"
"""Where Dask serves pages about itself, which nothing encrypts: to this machine alone."""

_JOINING = "20s"
"""How long a worker looks for its scheduler."""


SETTINGS = {
    "distributed": {
        "scheduler": {
            # A job's own beginnings are counted; Dask only has to give up at some time.
            "allowed-failures": BEGINNINGS - 1,
            # A worker that is frozen is given up.
            "worker-ttl": "30s",
            # No job waits on a worker that has no core free.
            "worker-saturation": 1.0,
        }
    }
}
"""What a scheduler is started with, where Dask's own settings do not say otherwise."""


def schedule(host: str, port: int, security: Security | None, told: Callable[[str], None]) -> None:
    """Be the scheduler at a port until this process is stopped.

    Parameters
    ----------
    host, port
        Where it listens.
    security
        The certificates; ``None`` for this machine alone.
    told
        Told, in one line, when workers can join.

    Raises
    ------
    MachineError
        If the port is taken, or is none of this machine.
    """
    dask.config.update_defaults(SETTINGS)
    asyncio.run(_schedule(host, port, security, told))


async def _schedule(
    host: str, port: int, security: Security | None, told: Callable[[str], None]
) -> None:
    try:
        scheduler = await Scheduler(
            host=host,
            port=port,
            protocol="tls://" if security else "tcp://",
            security=security,
            dashboard=False,
            dashboard_address=NO_PAGES,
        )
    except OSError as error:
        raise MachineError(f"cannot listen at {host}:{port}: {error.strerror or error}") from error
    told(f"workers join at {scheduler.address}")
    await scheduler.finished()


def work_for(
    address: str, security: Security | None, slots: int, folder: Path, told: Callable[[str], None]
) -> None:
    """Work for the scheduler at ``address`` until it ends or this process is stopped.

    Parameters
    ----------
    address, security
        The scheduler and the certificates.
    slots
        How many jobs at a time.
    folder
        Where jobs' logs are kept while the worker lives.
    told
        Told, in one line, when it has joined.

    Raises
    ------
    MachineError
        If no scheduler answers, or the scheduler has gone.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # The memory of a job's process is watched and bounded by the job's own limits.
    with dask.config.set({"distributed.admin.system-monitor.interval": "10s"}):
        asyncio.run(_work_for(address, security, slots, folder, told))


async def _work_for(
    address: str, security: Security | None, slots: int, folder: Path, told: Callable[[str], None]
) -> None:
    try:
        worker = await Worker(
            address,
            security=security,
            nthreads=slots,
            local_directory=str(folder),
            memory_limit=0,
            death_timeout=_JOINING,
            dashboard=False,
            dashboard_address=NO_PAGES,
        )
    except (OSError, ValueError) as error:
        raise MachineError(
            f"no scheduler answers at {address}: {error}; start one there, or see whether --tls "
            "names its certificates"
        ) from error
    told(f"{worker.address} works for {address}, {slots} jobs at a time")
    await worker.finished()
    raise MachineError(f"the scheduler at {address} is gone; start this again when it is back")
