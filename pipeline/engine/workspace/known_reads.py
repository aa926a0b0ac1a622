"""Which files a result was made from, as far as only its worker could tell.

A result has two keys. The first holds what is known before anything is played. Under it the store
keeps a list of all that was read, one entry for each time that something else was read; the second
key, of the first and an entry, leads to the result. A result is taken from the store only if all
that its entry names is unchanged.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from pipeline.engine.keys.reads import Place, key_after, labelled, reads_the_same
from pipeline.engine.store.store import Store
from pipeline.protocol import Reads
from pipeline.types import Json

_MOST = 32
"""Entries that a list keeps, the newest first."""

_LIST = "reads.json"


def find_key(store: Store, base: str, place: Place) -> str | None:
    """Return the key of the result that was made from what is there now; ``None`` if none was."""
    for entry in _entries(store, base):
        if reads_the_same(entry, place):
            return key_after(base, entry)
    return None


def keep_reads(store: Store, base: str, reads: Reads, place: Place, scratch: Path) -> str:
    """Remember what was read, and return the key for the result.

    Parameters
    ----------
    store
        Where lists are kept.
    base
        The key of what is known before.
    reads, place
        What was read, and where.
    scratch
        A folder of the store's file system.
    """
    entry = labelled(reads, place)
    others = [other for other in _entries(store, base) if other != entry]
    file = scratch / _LIST
    file.write_text(json.dumps([entry, *others][:_MOST]), encoding="utf-8")
    store.commit(_list_key(base), file, {"work": "reads"})
    return key_after(base, entry)


def _entries(store: Store, base: str) -> list[Json]:
    key = _list_key(base)
    record = store.verified_record(key)
    if record is None:
        return []
    try:
        entries: list[Json] = msgspec.json.decode(
            store.blob(record.blob).read_bytes(), type=list[dict[str, Any]]
        )
    except msgspec.MsgspecError:
        store.reject(key, "does not hold what was read")
        return []
    return entries


def _list_key(base: str) -> str:
    return key_after(base, {})
