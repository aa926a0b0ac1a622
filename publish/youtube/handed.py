"""A video as it lies in the folder for YouTube: read, and checked to be as it was published."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.machine.contents import file_digest, text_digest
from pipeline.types import Json, PipelineError
from publish.manifest import verify
from publish.youtube.folder import METADATA

PRIVACIES = ("private", "unlisted", "public")


@dataclass(frozen=True, slots=True)
class HandedVideo:
    """What is uploaded of one video.

    Attributes
    ----------
    key
        The SHA-256 of its file.
    name
        The lesson and the video.
    path, captions, thumbnail
        Its files.
    language
        Of the captions, as BCP 47.
    insert
        What ``videos.insert`` is told.
    short
        Whether it is a Short, whose thumbnail YouTube takes only once the video is processed.
    """

    key: str
    name: str
    path: Path
    captions: Path
    thumbnail: Path
    language: str
    insert: Json
    short: bool = False

    @property
    def title(self) -> str:
        """Its title on YouTube."""
        return str(self.insert["snippet"]["title"])

    @property
    def words(self) -> Json:
        """What may change later without a new video: all but the settings."""
        return {part: told for part, told in self.insert.items() if part != "status"}


def digest_of(told: Json) -> str:
    """Return a digest of what YouTube is told."""
    return text_digest(json.dumps(told, sort_keys=True))


def read_handed(
    folder: Path, names: Sequence[str], lesson: str, privacy: str | None, at: str | None
) -> list[HandedVideo]:
    """Read videos of a published folder.

    Parameters
    ----------
    folder, names
        The folder, and the videos in it.
    lesson
        Whose videos they are.
    privacy
        ``private``, ``unlisted`` or ``public``; ``None`` leaves what the folder says.
    at
        When a private video becomes public, in RFC 3339.

    Raises
    ------
    PipelineError
        If anything in the folder is not as it was published.
    """
    faults = verify(folder)
    if faults:
        raise PipelineError(f"{folder} is not as it was published: {'; '.join(faults[:3])}")
    return [_read(folder / name, lesson, privacy, at) for name in names]


def _read(folder: Path, lesson: str, privacy: str | None, at: str | None) -> HandedVideo:
    told = json.loads((folder / METADATA).read_text(encoding="utf-8"))
    path = folder / told["video"]
    # The key stands for these very bytes: by it YouTube's video is found again.
    if file_digest(path) != told["key"]:
        raise PipelineError(f"{path} is not the video that was published; publish it again")
    insert: Json = told["insert"]
    status = {**insert["status"], "privacyStatus": privacy or insert["status"]["privacyStatus"]}
    if status["privacyStatus"] not in PRIVACIES:
        raise PipelineError(f"{folder / METADATA} names no privacy that YouTube knows")
    if at is not None:
        status["publishAt"] = at
    return HandedVideo(
        told["key"],
        f"{lesson}/{folder.name}",
        path,
        folder / told["captions"]["file"],
        folder / told["thumbnail"],
        told["captions"]["language"],
        {**insert, "status": status},
        bool(told.get("short")),
    )
