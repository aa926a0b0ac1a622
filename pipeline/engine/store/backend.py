"""Where the store's bytes lie: a small interface, and the local folder behind it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pipeline.engine.store.lock import scratch

BLOBS, RECORDS, QUARANTINE = "cas", "ac", "quarantine"
"""The store's folders: content-addressed storage, the action cache, and what was set aside."""

SCRATCH = "scratch"
"""The folder of a store below which each worker has one of its own while it works."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored thing: its name, its size in bytes, and when it was written or last used."""

    name: str
    size: int
    modified: float


class BlockedError(Exception):
    """Something that is no entry stands in an entry's place, or in that of its folder.

    Parameters
    ----------
    name
        Its name.
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is in the way")
        self.name = name


class Backend(Protocol):
    """What a place must do to hold a store.

    Names look like ``cas/<digest>``. A write is atomic: a reader sees all of it or nothing.
    Reading a name that is not there raises ``FileNotFoundError``; reading or writing one in whose
    place something else stands raises ``BlockedError``.
    """

    def read(self, name: str, *, cached: bool = False) -> bytes:
        """Return the bytes under ``name``; where ``cached``, a copy of some time ago will do."""

    def size(self, name: str) -> int:
        """Return how many bytes lie under ``name``."""

    def fetch(self, name: str) -> Path:
        """Return a local file with the bytes under ``name``, to be read only."""

    def put_bytes(self, name: str, data: bytes) -> None:
        """Write ``data`` under ``name``."""

    def put_file(self, name: str, path: Path) -> None:
        """Move a local file to ``name``."""

    def touch(self, name: str) -> None:
        """Note that an entry was used just now."""

    def entries(self, prefix: str) -> Iterator[Entry]:
        """List what lies under ``prefix``, used longest ago first."""

    def move(self, name: str, to: str) -> None:
        """Give an entry another name."""

    def delete(self, name: str) -> None:
        """Forget an entry; one that is already gone is no error."""


class LocalBackend:
    """A store in a local folder.

    Parameters
    ----------
    root
        The folder; made when first written to.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, name: str, *, cached: bool = False) -> bytes:  # noqa: ARG002 is at hand
        """Return the bytes under ``name``."""
        self._check_way(self.root / name)
        return (self.root / name).read_bytes()

    def size(self, name: str) -> int:
        """Return how many bytes lie under ``name``."""
        return self.fetch(name).stat().st_size

    def fetch(self, name: str) -> Path:
        """Return the entry's own file."""
        path = self.root / name
        if not path.is_file():
            raise FileNotFoundError(path)
        return path

    def put_bytes(self, name: str, data: bytes) -> None:
        """Write ``data`` under ``name``."""
        # A scratch folder, and not a file beside the entry: if this process is killed here, the
        # next run clears it away.
        with scratch(self.root / SCRATCH) as folder:
            temporary = folder / "entry"
            temporary.write_bytes(data)
            self.put_file(name, temporary)

    def put_file(self, name: str, path: Path) -> None:
        """Move a local file of the same file system to ``name``."""
        with path.open("rb") as file:
            os.fsync(file.fileno())
        self._commit(path, name)

    def touch(self, name: str) -> None:
        """Note that an entry was used just now, in its file's time."""
        os.utime(self.root / name)

    def entries(self, prefix: str) -> Iterator[Entry]:
        """List the files of one folder, used longest ago first."""
        folder = self.root / prefix
        if not folder.is_dir():
            return
        found = []
        for path in folder.iterdir():
            status = path.lstat()  # a link may lead nowhere
            found.append(Entry(f"{prefix}/{path.name}", status.st_size, status.st_mtime))
        yield from sorted(found, key=lambda entry: (entry.modified, entry.name))

    def move(self, name: str, to: str) -> None:
        """Give an entry another name."""
        self._commit(self.root / name, to)

    def delete(self, name: str) -> None:
        """Forget an entry; one that is already gone is no error."""
        (self.root / name).unlink(missing_ok=True)

    def _check_way(self, path: Path) -> None:
        """Refuse a folder in the place of a file, and a file in the place of a folder."""
        blockers = [path] if path.is_dir() else []
        if path.parent.exists() and not path.parent.is_dir():
            blockers = [path.parent]
        for blocker in blockers:
            raise BlockedError(blocker.relative_to(self.root).as_posix())

    def _commit(self, source: Path, name: str) -> None:
        target = self.root / name
        self._check_way(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)
        # Until the folder is on disk too, a power cut may forget the new name.
        handle = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
