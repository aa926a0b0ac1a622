"""What a scene has read, named the same in every folder, and whether it would read the same now."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine.keys.fingerprint import digest, label_of
from pipeline.engine.keys.sources import PROJECT, words_closure
from pipeline.engine.plan.job import LessonJob
from pipeline.machine.contents import digest_now, listing_now, text_digest
from pipeline.protocol import Reads
from pipeline.types import Fingerprint, Json

_HELD = ("sources", "assets", "fonts", "drawing code")
"""The ingredients of a clip's key that are files."""
_BESIDE, _HERE = "beside:", "here:"
"""How the label of a file beside the scene's own begins, and of one in the working folder."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a scene is played.

    Attributes
    ----------
    folder
        The folder of its file.
    here
        The working folder.
    """

    folder: Path
    here: Path

    def label(self, path: str) -> str:
        """Name a path by where it lies: the same files elsewhere have the same names."""
        for start, root in ((_BESIDE, self.folder), (_HERE, self.here)):
            if Path(path).is_relative_to(root):
                return start + Path(path).relative_to(root).as_posix()
        return path

    def path(self, label: str) -> str:
        """Return the path that a label names here."""
        for start, root in ((_BESIDE, self.folder), (_HERE, self.here)):
            if label.startswith(start):
                return str(root / label.removeprefix(start))
        return label


def labelled(reads: Reads, place: Place) -> Json:
    """Return what was read as an ingredient of a key.

    Where anything was looked for by a relative path, the working folder is a part of it: the scene
    may also have asked there whether something exists, which is not recorded.
    """
    return {
        "files": {place.label(path): seen for path, seen in reads.files.items()},
        "folders": {place.label(path): seen for path, seen in reads.folders.items()},
        "variables": dict(reads.variables),
        "working folder": str(place.here) if reads.relative else None,
    }


def reads_the_same(read: Json, place: Place) -> bool:
    """Tell whether everything that was read is what it was."""
    variables = {
        name: None if (value := os.environ.get(name)) is None else text_digest(value)
        for name in read["variables"]
    }
    return (
        read["working folder"] in (None, str(place.here))
        and variables == read["variables"]
        and _holds(read["files"], place, digest_now)
        and _holds(read["folders"], place, listing_now)
    )


def key_after(base: str, read: Json) -> str:
    """Return the key of a result: of all that was known before, and of all that was read."""
    return digest({"before": base, "read": read})


def _holds(seen: Mapping[str, str | None], place: Place, now: Callable[[str], str | None]) -> bool:
    return all(now(place.path(label)) == digest for label, digest in seen.items())


def missing_from_key(reads: Reads, fingerprint: Fingerprint, job: LessonJob) -> list[str]:
    """Return the files of the project, and the variables, that a clip read and its key lacks.

    Files of words are not missed: a clip depends on its own words alone, which are in its key as
    they are and not as files.

    Parameters
    ----------
    reads
        What its worker read.
    fingerprint
        The clip's key and what that was made of.
    job
        The clip.
    """
    held = {name for group in _HELD for name in fingerprint.ingredients[group]}
    held |= {label_of(path, job.root) for path in words_closure(job)}
    ours = (
        path
        for path in map(Path, reads.files)
        if any(path.is_relative_to(root) for root in (job.root, PROJECT))
    )
    names = [name for path in ours if (name := label_of(path, job.root)) not in held]
    return names + [f"the variable {name}" for name in reads.variables]
