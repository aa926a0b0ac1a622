"""A store beyond a folder of this machine: object storage, or a folder that machines share."""

from __future__ import annotations

import errno
import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pipeline.engine.store.backend import BLOBS, SCRATCH, Entry, LocalBackend
from pipeline.engine.store.lock import scratch
from pipeline.machine.contents import file_digest
from pipeline.types import MachineError, UsageError

SCHEMES = ("s3://", "file://")
"""How the address of such a store begins."""

_PATIENCE = 90.0
"""Seconds that a store may be out of reach until a run gives up."""

_FIRST = 10.0
"""The same for a store that has not answered yet."""

_PAUSE = 1.0
"""Seconds between two tries."""

_USED_OFTEN = 86400.0
"""Seconds after which a use is noted again. To note one writes the record anew, which costs money
in object storage; trimming only asks which records were not used for days."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REFUSALS = (PermissionError, NotADirectoryError, IsADirectoryError, FileExistsError)
"""What no waiting mends."""

_Result = TypeVar("_Result")


def is_remote(address: str) -> bool:
    """Return whether an address is that of a store beyond a folder."""
    return address.startswith(SCHEMES)


def copies_of(address: str, media: Path) -> Path:
    """Return the folder, below ``media``, for the copies of a store's blobs."""
    return media / ".copies" / hashlib.sha256(address.rstrip("/").encode()).hexdigest()[:12]


class RemoteBackend:
    """A store at an address that fsspec reaches, with a local cache of its blobs in front.

    Every machine that works on the store has a cache of its own. Two machines may write the same
    name at the same time: both write the same blob, or records that are both true.

    Parameters
    ----------
    address
        ``s3://bucket/prefix``, with the credentials from where S3 programs look for them, or
        ``file:///folder``.
    cache
        A folder of this machine: copies of blobs, and scratch.
    cache_bytes
        How large the copies may be in all.
    patience
        Seconds that the store may be out of reach until a run gives up.
    """

    def __init__(
        self, address: str, cache: Path, cache_bytes: int, patience: float = _PATIENCE
    ) -> None:
        self.address, self.cache, self.cache_bytes = address.rstrip("/"), cache, cache_bytes
        self._patience, self._reached = patience, False
        self._copies = LocalBackend(cache)
        self._fs, self._root = _open(self.address)

    def read(self, name: str, *, cached: bool = False) -> bytes:
        """Return the bytes under ``name``; where ``cached``, those of a copy on this machine."""
        if cached:
            return self.fetch(name).read_bytes()
        return bytes(self._try(lambda: self._fs.cat_file(self._path(name))))

    def fetch(self, name: str) -> Path:
        """Return a copy on this machine.

        A blob is named by its digest: a copy that is not what its name says is fetched anew, once.
        What is damaged in the store itself is returned as it is, for the store to set aside.
        """
        copy = self.cache / name
        if copy.is_file() and (not _is_blob(name) or file_digest(copy) == copy.name):
            self._copies.touch(name)
            return copy
        for _ in range(2):
            with scratch(self.cache / SCRATCH) as folder:
                loaded = folder / "entry"
                self._try(partial(self._fs.get_file, self._path(name), str(loaded)))
                whole = not _is_blob(name) or file_digest(loaded) == copy.name
                self._copies.put_file(name, loaded)
            if whole:
                break
        self._bound_copies(name)
        return copy

    def put_bytes(self, name: str, data: bytes) -> None:
        """Write ``data`` under ``name``."""
        self._write(name, lambda path: self._fs.pipe_file(path, data))

    def put_file(self, name: str, path: Path) -> None:
        """Upload a local file, unless the same blob is there, and keep it as a copy."""
        if not (_is_blob(name) and self._holds(name, path)):
            self._write(name, lambda target: self._fs.put_file(str(path), target))
        self._copies.put_file(name, path)
        self._bound_copies(name)

    def touch(self, name: str) -> None:
        """Note that an entry was used, if the last note is old."""
        modified = _modified(self._try(lambda: self._fs.info(self._path(name))))
        if time.time() - modified > _USED_OFTEN:
            self.put_bytes(name, self.read(name))

    def size(self, name: str) -> int:
        """Return how many bytes lie under ``name``."""
        return int(self._try(lambda: self._fs.info(self._path(name)))["size"])

    def entries(self, prefix: str) -> Iterator[Entry]:
        """List what lies under ``prefix``, used longest ago first."""
        try:
            listed = self._try(lambda: self._fs.ls(self._path(prefix), detail=True, refresh=True))
        except FileNotFoundError:
            return
        found = [
            Entry(f"{prefix}/{one['name'].rpartition('/')[2]}", int(one["size"]), _modified(one))
            for one in listed
            if one["type"] == "file"
        ]
        yield from sorted(found, key=lambda entry: (entry.modified, entry.name))

    def move(self, name: str, to: str) -> None:
        """Give an entry another name, and drop its copy here."""
        self._try(lambda: self._fs.mv(self._path(name), self._made(to)))
        self._copies.delete(name)

    def delete(self, name: str) -> None:
        """Forget an entry and its copy here; one that is already gone is no error."""
        with suppress(FileNotFoundError):
            self._try(lambda: self._fs.rm_file(self._path(name)))
        self._copies.delete(name)

    def _holds(self, name: str, path: Path) -> bool:
        try:
            return self.size(name) == path.stat().st_size
        except FileNotFoundError:
            return False

    def _write(self, name: str, write: Callable[[str], Any]) -> None:
        """Write an entry so that a reader sees all of it or nothing.

        Object storage does so by itself. In a folder the entry gets its name when it is whole.
        """
        target = self._made(name)
        if self.address.startswith("s3://"):
            try:
                self._try(lambda: write(target))
            except FileNotFoundError as error:
                raise MachineError(
                    f"the store {self.address} is not there: {_in_a_line(error)}; make the bucket"
                ) from error
            return
        temporary = f"{target}.{time.time_ns()}.part"
        self._try(lambda: write(temporary))
        self._try(lambda: self._fs.mv(temporary, target))

    def _made(self, name: str) -> str:
        """Return the path of an entry whose folder exists."""
        path = self._path(name)
        if not self.address.startswith("s3://"):
            self._try(lambda: self._fs.makedirs(path.rpartition("/")[0], exist_ok=True))
        return path

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _bound_copies(self, newest: str) -> None:
        """Delete the copies that were used longest ago, down to the size that is allowed."""
        entries = list(self._copies.entries(BLOBS))
        excess = sum(entry.size for entry in entries) - self.cache_bytes
        for entry in entries:
            if excess <= 0 or entry.name == newest:
                break
            self._copies.delete(entry.name)
            excess -= entry.size

    def _try(self, call: Callable[[], _Result]) -> _Result:
        """Call the store, again and again while it is out of reach.

        Raises
        ------
        FileNotFoundError
            If there is no such entry.
        MachineError
            If the store refuses, or stays out of reach.
        """
        # At the first call a wrong address is likelier than a lost line.
        patience = self._patience if self._reached else min(_FIRST, self._patience)
        until = time.monotonic() + patience
        while True:
            try:
                result = call()
                self._reached = True
                return result
            except FileNotFoundError:
                self._reached = True
                raise
            except OSError as error:
                if error.errno in _FULL:
                    raise MachineError(
                        f"no space left in the store {self.address}; free some, with render.py gc"
                    ) from error
                if isinstance(error, _REFUSALS):
                    raise MachineError(
                        f"the store {self.address} refuses: {_in_a_line(error)}; it takes an "
                        "account that may read, write, list and delete there"
                    ) from error
                self._pause(error, until)
            except Exception as error:  # noqa: BLE001 told below, if it does not pass
                # Some of fsspec's file systems have errors of their own for a lost line.
                self._pause(error, until)

    def _pause(self, error: Exception, until: float) -> None:
        """Wait before the next try, or give up."""
        if time.monotonic() > until:
            raise MachineError(
                f"the store {self.address} is out of reach: {_in_a_line(error)}; what is done is "
                "kept, run it again when it is back"
            ) from error
        time.sleep(_PAUSE)


def _open(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path in it."""
    try:
        import fsspec

        fs, path = fsspec.url_to_fs(address, use_listings_cache=False)
    except ImportError as error:
        raise UsageError(
            f"the store {address} needs packages of the extra cluster: "
            "pip install 'language-of-change[cluster]'"
        ) from error
    return fs, str(path).rstrip("/")


def _is_blob(name: str) -> bool:
    return name.startswith(f"{BLOBS}/")


def _modified(info: dict[str, Any]) -> float:
    """Return when an entry was written, in seconds since 1970."""
    moment = info.get("LastModified", info.get("mtime", 0.0))
    return float(moment.timestamp() if hasattr(moment, "timestamp") else moment)


def _in_a_line(error: Exception) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0]
