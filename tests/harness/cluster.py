"""A cluster for tests: a scheduler and workers as people start them, each in its own process."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.engine.cluster.security import make_certificates
from pipeline.machine.processes import end_group
from tests.harness.desk import Desk
from tests.harness.runs import PATIENCE, PROJECT


@dataclass
class ClusterDesk:
    """A desk whose jobs are done by a cluster.

    Parameters
    ----------
    desk
        Where the client works; its store is a shared folder.
    environment
        Variables of all processes.
    """

    desk: Desk
    environment: Mapping[str, str] = field(default_factory=dict)
    workers: list[subprocess.Popen[str]] = field(default_factory=list)
    scheduler: subprocess.Popen[str] | None = None

    def __post_init__(self) -> None:
        self.tls = self.desk.folder / "tls"
        if not self.tls.exists():  # a second cluster at the same desk
            make_certificates(self.tls)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"tls://127.0.0.1:{probe.getsockname()[1]}"

    @property
    def shared(self) -> Path:
        """The folder of the store that all share."""
        return self.desk.folder / "shared"

    @property
    def words(self) -> list[str]:
        """What a command takes to work on the cluster."""
        store = ["--store", f"file://{self.shared}"]
        return [*store, "--cluster", self.address, "--tls", str(self.tls)]

    def start_scheduler(self) -> None:
        """Start the scheduler and wait until workers can join."""
        self.scheduler = self._start("scheduler", "join at", PROJECT, {})

    def start_worker(
        self, project: Path | None = None, **environment: str
    ) -> subprocess.Popen[str]:
        """Start a worker for one job at a time, and wait until it has joined."""
        worker = self._start("worker", "works for", project or self.desk.project, environment)
        self.workers.append(worker)
        return worker

    def _start(
        self, name: str, joined: str, project: Path, environment: Mapping[str, str]
    ) -> subprocess.Popen[str]:
        folder = self.desk.folder / f"{name}-{len(self.workers)}"
        folder.mkdir(exist_ok=True)
        command = [sys.executable, str(project / "render.py"), name, self.address]
        command += ["--tls", str(self.tls)] + (["--jobs", "1"] if name == "worker" else [])
        with (folder / "errors").open("w") as errors:
            process = subprocess.Popen(
                command,
                cwd=folder,
                env={**os.environ, **self.environment, **environment},
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,
            )
        assert process.stdout
        line = process.stdout.readline()
        assert joined in line, line + (folder / "errors").read_text()
        return process

    def close(self) -> None:
        """End every process, also one that is frozen."""
        for process in [*self.workers, *([self.scheduler] if self.scheduler else [])]:
            end_group(process.pid)
            process.wait(PATIENCE)
            if process.stdout:
                process.stdout.close()


@contextmanager
def cluster_of(
    desk: Desk, workers: int, environment: Mapping[str, str] | None = None
) -> Iterator[ClusterDesk]:
    """Yield a cluster of so many workers, and end it."""
    cluster = ClusterDesk(desk, {**desk.environment, **(environment or {})})
    try:
        cluster.start_scheduler()
        for _ in range(workers):
            cluster.start_worker()
        yield cluster
    finally:
        cluster.close()
