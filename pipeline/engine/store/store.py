"""The store itself: commits results whole, and believes no entry that it has not verified."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.engine.store.backend import BLOBS, QUARANTINE, RECORDS, Backend, BlockedError
from pipeline.machine.contents import file_digest
from pipeline.types import Json

_BLOB = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Record:
    """A result: the key it answers, the blob that holds it, and what is known about it."""

    key: str
    blob: str
    size: int
    created: float
    body: Json


class DamageError(Exception):
    """A stored entry is not what was stored."""


def _ignore_damage(_message: str) -> None:
    """Set damage aside without a word."""


class Store:
    """Results by key.

    Parameters
    ----------
    backend
        Where the bytes lie.
    on_damage
        Told, in one line, about each entry that is set aside.
    """

    def __init__(self, backend: Backend, on_damage: Callable[[str], None] = _ignore_damage) -> None:
        self.backend = backend
        self.on_damage = on_damage

    def commit(self, key: str, file: Path, body: Json) -> Record:
        """Move ``file`` into the store as the answer to ``key``: blob first, record last."""
        blob, size = file_digest(file), file.stat().st_size
        record = Record(key, blob, size, time.time(), body)
        self._put(partial(self.backend.put_file, f"{BLOBS}/{blob}", file))
        self._put(partial(self.backend.put_bytes, f"{RECORDS}/{key}.json", _seal(record)))
        return record

    def verified_record(self, key: str) -> Record | None:
        """Return the answer to ``key`` after reading all of its blob; ``None`` if there is none.

        This is for a caller that goes on to use the blob. A damaged answer is set aside and
        counts as none.
        """
        name = f"{RECORDS}/{key}.json"
        try:
            record = _unseal(self.backend.read(name), key)
            self._verify(record)
            self.backend.touch(name)
        except FileNotFoundError:
            return None
        except BlockedError as blocked:
            self._set_aside(blocked.name, str(blocked))
            return None
        except DamageError as damage:
            self._set_aside(name, str(damage))
            return None
        return record

    def seems_to_hold(self, key: str) -> bool:
        """Tell from the record and the blob's size alone whether there is an answer to ``key``.

        This is quick, for a forecast: the blob is not read, so damage inside it is not noticed.
        """
        try:
            record = _unseal(self.backend.read(f"{RECORDS}/{key}.json"), key)
            return self.backend.size(f"{BLOBS}/{record.blob}") == record.size
        except (FileNotFoundError, BlockedError, DamageError):
            return False

    def reject(self, key: str, why: str) -> None:
        """Set the answer to ``key`` aside: it was found that it cannot be the answer."""
        self._set_aside(f"{RECORDS}/{key}.json", f"record {key[:12]} {why}")

    def forget(self, records: Sequence[Record]) -> None:
        """Delete answers that another has taken in. A blob goes too, unless it answers more."""
        for record in records:  # first: a record never names a blob that is gone
            self.backend.delete(f"{RECORDS}/{record.key}.json")
        for blob in {record.blob for record in records} - {other.blob for other in self.records()}:
            self.backend.delete(f"{BLOBS}/{blob}")

    def blob(self, digest: str) -> Path:
        """Return a local file with a blob that a verified record names, to be read only."""
        return self.backend.fetch(f"{BLOBS}/{digest}")

    def records(self, *, newest_first: bool = False) -> Iterator[Record]:
        """Every readable record, used longest ago first, or last. No blob is verified."""
        entries = list(self.backend.entries(RECORDS))
        for entry in reversed(entries) if newest_first else entries:
            try:
                yield _unseal(self.backend.read(entry.name, cached=True), Path(entry.name).stem)
            except FileNotFoundError:
                continue  # another run trimmed it since it was listed, or it is a link to nothing
            except BlockedError as blocked:
                self._set_aside(blocked.name, str(blocked))
            except DamageError as damage:
                self._set_aside(entry.name, str(damage))

    def _put(self, write: Callable[[], None]) -> None:
        """Write an entry; what is in its way is set aside first."""
        try:
            write()
        except BlockedError as blocked:
            self._set_aside(blocked.name, str(blocked))
            write()

    def _verify(self, record: Record) -> None:
        name = f"{BLOBS}/{record.blob}"
        try:
            path = self.backend.fetch(name)
        except FileNotFoundError:
            raise DamageError(f"the video of record {record.key[:12]} is missing") from None
        if path.stat().st_size == record.size and file_digest(path) == record.blob:
            return
        self._set_aside(name, f"blob {record.blob[:12]} is not what was stored")
        raise DamageError(f"record {record.key[:12]} lost its video")

    def _set_aside(self, name: str, why: str) -> None:
        try:
            self.backend.move(name, f"{QUARANTINE}/{Path(name).name}-{time.time_ns()}")
        except FileNotFoundError:
            return  # another run on the same store was faster
        self.on_damage(f"{why}; set aside")


def _seal(record: Record) -> bytes:
    """Write a record so that any change to it shows."""
    content = {
        "key": record.key,
        "blob": record.blob,
        "size": record.size,
        "created": record.created,
        "body": record.body,
    }
    return json.dumps({"content": content, "sha256": _content_digest(content)}, indent=1).encode()


def _unseal(data: bytes, key: str) -> Record:
    try:
        sealed = json.loads(data)
        content = sealed["content"]
        record = Record(**content)
        intact = (
            sealed["sha256"] == _content_digest(content)
            and record.key == key
            and _BLOB.fullmatch(record.blob)
            and isinstance(record.size, int)
            and isinstance(record.created, float)
            and isinstance(record.body, dict)
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        intact = False
    if not intact:
        raise DamageError(f"record {key[:12]} is not what was stored")
    return record


def _content_digest(content: Json) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
