"""The manifest of a published folder: the SHA-256 of each file, to verify it by later."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from pipeline.machine.contents import file_digest
from pipeline.types import Json, PipelineError

MANIFEST = "manifest.json"
"""Its name in the folder; by it a folder is known as ours."""
SITE, YOUTUBE, SLIDES, GRID = "site", "youtube", "slides", "grid"
"""What a published folder is; by it one is never put in the place of another."""
_MAKER = "language-of-change"


def write_manifest(folder: Path, kind: str, made_from: Mapping[str, str]) -> None:
    """Write the manifest of a folder that is complete.

    Parameters
    ----------
    folder, kind
        The published folder, and what it is.
    made_from
        For each lesson in it a digest of all that decides its pages.
    """
    files = {
        path.relative_to(folder).as_posix(): file_digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }
    told = {
        "maker": _MAKER,
        "kind": kind,
        "made_from": dict(sorted(made_from.items())),
        "files": files,
    }
    (folder / MANIFEST).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Json | None:
    """Return a folder's manifest; ``None`` where there is none of ours."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    if not isinstance(told, dict) or told.get("maker") != _MAKER:
        return None
    whole = isinstance(told.get("files"), dict) and isinstance(told.get("made_from"), dict)
    return told if whole else None


def verify(folder: Path) -> list[str]:
    """Return what is wrong with a published folder, a line for each file, sorted.

    Raises
    ------
    PipelineError
        If the folder has no manifest.
    """
    told = read_manifest(folder)
    if told is None:
        raise PipelineError(f"{folder} has no {MANIFEST} of a published folder")
    found = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }
    faults = [f"{name} is not in the manifest" for name in found - set(told["files"])]
    for name, digest in told["files"].items():
        if name not in found:
            faults.append(f"{name} is missing")
        elif file_digest(folder / name) != digest:
            faults.append(f"{name} was changed")
    return sorted(faults)


def is_current(folder: Path, made_from: Mapping[str, str]) -> bool:
    """Whether a folder was made from exactly this, and every file of it is there unchanged."""
    told = read_manifest(folder)
    return told is not None and told["made_from"] == made_from and stands(folder, told)


def stands(folder: Path, told: Json) -> bool:
    """Whether every file of a manifest is there unchanged."""
    return all(
        (folder / name).is_file() and file_digest(folder / name) == digest
        for name, digest in told["files"].items()
    )
