"""Trimming: keeps the store below a size, oldest use first, and never touches what is in use."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine.store.backend import BLOBS, QUARANTINE, RECORDS
from pipeline.engine.store.store import Store


@dataclass(frozen=True, slots=True)
class Trimmed:
    """What trimming did, in entries and bytes."""

    deleted: int
    freed: int
    left: int


def trim(store: Store, max_bytes: int, keep: Collection[str], spared: float = math.inf) -> Trimmed:
    """Delete what is not needed, then what was used longest ago, until ``max_bytes`` are left.

    Parameters
    ----------
    store
        The store; no run may be using it meanwhile.
    max_bytes
        What may be left.
    keep
        Keys that are never deleted, even if they alone are larger than ``max_bytes``.
    spared
        When, in seconds since 1970: what was written or used later is never deleted. On a store
        that machines share, a run elsewhere may have written a blob and not yet its record.
    """
    backend = store.backend
    entries = [
        entry for folder in (BLOBS, RECORDS, QUARANTINE) for entry in backend.entries(folder)
    ]
    sizes = {entry.name: entry.size for entry in entries}
    young = {entry.name for entry in entries if entry.modified > spared}
    before = sum(sizes.values())
    count = len(sizes)

    def delete(name: str) -> None:
        backend.delete(name)
        sizes.pop(name, None)

    for name in [name for name in sizes if name.startswith(QUARANTINE) and name not in young]:
        delete(name)
    records = list(store.records())
    users: dict[str, set[str]] = {}
    for record in records:
        users.setdefault(record.blob, set()).add(record.key)
    orphans = {name for name in sizes if name.startswith(BLOBS) and Path(name).name not in users}
    for name in orphans - young:
        delete(name)
    for record in records:
        if sum(sizes.values()) <= max_bytes:
            break
        if record.key in keep or f"{RECORDS}/{record.key}.json" in young:
            continue
        # The record goes first: a record never names a blob that is gone.
        delete(f"{RECORDS}/{record.key}.json")
        users[record.blob].discard(record.key)
        if not users[record.blob]:
            delete(f"{BLOBS}/{record.blob}")
    left = sum(sizes.values())
    return Trimmed(count - len(sizes), before - left, left)
