"""Pieces by name: which clip and beat, which kinds of files, and where they go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.protocol import PieceKind
from pipeline.types import UsageError


def split_piece(word: str) -> tuple[str, str]:
    """Return the clip and the beat of ``05b.4`` as typed; no beat in ``05b``.

    Raises
    ------
    UsageError
        If a part is empty.
    """
    clip, dot, beat = word.partition(".")
    if not clip or (dot and not beat):
        raise UsageError(f"{word!r} is no piece: write CLIP or CLIP.BEAT, as 05b.4")
    return clip, beat


def chosen_kinds(
    kinds: Sequence[PieceKind], to: Path | None, *, transparent: bool
) -> tuple[PieceKind, ...]:
    """Return the kinds that are asked for, each once: by name, else by the ending of ``to``.

    Raises
    ------
    UsageError
        If one of them cannot be transparent.
    """
    endings = {f".{kind}": kind for kind in PieceKind}
    ending = endings.get(to.suffix.lower()) if to is not None and not to.is_dir() else None
    chosen = tuple(dict.fromkeys(kinds)) or (ending or PieceKind.PNG,)
    if transparent and PieceKind.MP4 in chosen:
        raise UsageError("mp4 cannot be transparent: H.264 keeps no opacity; take webm or mov")
    return chosen


def target_of(to: Path | None, folder: Path, name: str, kind: PieceKind, *, alone: int) -> Path:
    """Return where the file of one kind goes.

    Parameters
    ----------
    to
        What was typed: a folder, or with the kind's ending the file itself.
    folder
        Where it goes if nothing was typed.
    name, kind
        The stem of the file, and its kind.
    alone
        How many files are written in all.

    Raises
    ------
    UsageError
        If a file is named that is of another kind, or for more than one.
    """
    own = f"{name}.{kind}"
    if to is None:
        return folder / own
    if to.is_dir() or not _names_a_file(to):
        return to.resolve() / own
    if alone > 1:
        raise UsageError(f"--to {to} names one file, and {alone} are written; name a folder")
    if to.suffix.lower() != f".{kind}":
        raise UsageError(f"--to {to} does not end in .{kind}, which it would be; name it so")
    return to.resolve()


def _names_a_file(path: Path) -> bool:
    """Whether a path is a file, or ends like one: that of a folder ``v1.2`` has no letters."""
    return path.exists() or path.suffix[1:2].isalpha()
