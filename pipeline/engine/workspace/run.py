"""A run: what it was asked to do, where it works, and who listens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event as Flag

from pipeline.engine.store.backend import SCRATCH, Backend, LocalBackend
from pipeline.engine.store.remote import RemoteBackend
from pipeline.engine.store.store import Store
from pipeline.engine.workers.executors import default_jobs
from pipeline.engine.workspace.machines import Machines
from pipeline.types import Event, Limits, Listener, Profile, ignore
from scenes.palette import DEFAULT

MEDIA = Path("media")
"""Everything that is generated, below the current folder."""

CACHE_BYTES = 4 * 10**9
"""How large the copies may be, on one machine, of the videos of a store that lies elsewhere."""


@dataclass(frozen=True)
class Run:
    """What a command was asked to do, and with what.

    Parameters
    ----------
    lesson_name
        Which lesson; empty where scenes of a user's files are drawn, which say ``out``.
    profile
        Size, rate and encoder.
    store_root
        The store's folder; for a store elsewhere, the folder of its copies on this machine.
    out
        The output folder; by default ``media/<lesson>/<profile>``, and for another theme than the
        default one ``media/<lesson>/<profile>-<theme>``.
    theme
        The set of colours.
    settings
        Parameters by name, as the lecturer asks for them.
    slots
        How many jobs are done side by side.
    limits
        What one worker may take.
    listen
        Told of each event.
    cancelled
        Set to stop the run.
    address
        Where the store lies if it is not in a folder: ``s3://…`` or ``file://…``.
    cache_bytes
        How large the copies may be in all.
    machines
        Other machines that do the jobs; ``None`` for this one.
    """

    lesson_name: str
    profile: Profile
    store_root: Path = MEDIA / ".store"
    out: Path | None = None
    theme: str = DEFAULT
    settings: Mapping[str, object] = field(default_factory=dict)
    slots: int = field(default_factory=default_jobs)
    limits: Limits = field(default_factory=Limits)
    listen: Listener = ignore
    cancelled: Flag = field(default_factory=Flag)
    address: str = ""
    cache_bytes: int = CACHE_BYTES
    machines: Machines | None = None

    @property
    def folder(self) -> Path:
        """The output folder."""
        lesson = self.lesson_name.rpartition(".")[2]
        name = self.profile.name + ("" if self.theme == DEFAULT else f"-{self.theme}")
        return (self.out or MEDIA / lesson / name).resolve()

    @property
    def cores(self) -> int:
        """How many jobs are done at a time, here or elsewhere."""
        return self.slots if self.machines is None else self.machines.cores()

    @property
    def scratch_root(self) -> Path:
        """Where workers get a folder of their own for as long as they work."""
        return self.store_root.resolve() / SCRATCH

    @property
    def store(self) -> Store:
        """The store; the listener is told of what it sets aside."""

        def on_damage(message: str) -> None:
            self.listen(Event("damaged", data={"message": message}))

        return Store(self.backend, on_damage)

    @property
    def backend(self) -> Backend:
        """Where the store's bytes lie."""
        folder = self.store_root.resolve()
        if not self.address:
            return LocalBackend(folder)
        return RemoteBackend(self.address, folder, self.cache_bytes)

    def watched_by(self, listen: Listener) -> Run:
        """Return the same run with another listener."""
        return replace(self, listen=listen)
