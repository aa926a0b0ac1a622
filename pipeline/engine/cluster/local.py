"""A cluster on this machine: a scheduler, workers in processes of their own, and certificates."""

from __future__ import annotations

import logging
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import dask
from distributed import LocalCluster
from distributed.security import Security

from pipeline.engine.cluster.processes import NO_PAGES, SETTINGS
from pipeline.engine.cluster.security import make_certificates, security_for
from pipeline.engine.keys.sources import PROJECT

_ENDING = 10.0
"""Seconds that a worker may take to end."""


@contextmanager
def local_cluster(workers: int) -> Iterator[tuple[str, Security | None]]:
    """Lend a cluster of ``workers`` processes with a core each: its address and certificates."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cluster-")))
        certificates = folder / "tls"
        make_certificates(certificates)
        security = security_for("tls://127.0.0.1:1", certificates)
        dask.config.update_defaults(SETTINGS)
        cluster = stack.enter_context(
            LocalCluster(
                n_workers=0,
                protocol="tls://",
                host="127.0.0.1",
                security=security,
                dashboard_address=NO_PAGES,
                silence_logs=logging.CRITICAL,
            )
        )
        address = str(cluster.scheduler_address)
        for number in range(workers):
            stack.enter_context(_worker(address, certificates, folder / f"worker-{number}"))
        yield address, security


@contextmanager
def _worker(address: str, certificates: Path, folder: Path) -> Iterator[None]:
    folder.mkdir()
    command = [sys.executable, str(PROJECT / "render.py"), "worker", address, "--jobs", "1"]
    command += ["--tls", str(certificates), "--folder", str(folder)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)  # noqa: S603 our own program
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(_ENDING)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
