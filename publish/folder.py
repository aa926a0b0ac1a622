"""The published folder: made beside its place, and put there whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.types import MachineError, PipelineError, explain
from publish.manifest import read_manifest


def check_ours(folder: Path, kind: str) -> None:
    """Refuse a place that holds what we did not put there.

    Parameters
    ----------
    folder, kind
        The place, and what will stand there.

    Raises
    ------
    PipelineError
        If the folder is a file, or is not empty and has no manifest of this kind.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise PipelineError(f"{folder} is not a folder; name another one with --to")
    if folder.is_dir() and any(folder.iterdir()):
        told = read_manifest(folder)
        if told is None or told["kind"] != kind:
            raise PipelineError(
                f"{folder} holds files that are not of a published {kind} folder: "
                "nothing was changed; name another folder with --to"
            )


@contextmanager
def swapped_in(folder: Path, kind: str) -> Iterator[Path]:
    """Lend an empty folder; when all went well it takes the place of ``folder``, whole.

    Raises
    ------
    MachineError
        If nothing can be written there, or the disk is full on the way.
    """
    check_ours(folder, kind)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        room = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError(
            f"{folder} cannot be written: {reason}; name another with --to"
        ) from None
    try:
        made = room / "new"
        made.mkdir()
        yield made
        if folder.exists():
            folder.rename(room / "old")
        made.rename(folder)
    except OSError as error:
        raise explain(error) from error
    finally:
        if not folder.exists() and (room / "old").exists():
            (room / "old").rename(folder)
        shutil.rmtree(room, ignore_errors=True)


def bring(source: Path, target: Path) -> None:
    """Let a file have a second name; where the file system cannot, copy it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
