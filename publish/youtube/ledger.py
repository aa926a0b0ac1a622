"""The ledger: what of each video was uploaded, so that no video is ever uploaded twice.

One JSON file stands for each key, which is the digest of a video file. It is on the disk before
YouTube is asked for anything that could double.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.engine.store.lock import hold
from pipeline.types import PipelineError, explain

_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(slots=True)
class UploadRecord:
    """What is known of one video on YouTube.

    Attributes
    ----------
    key
        The SHA-256 of its file.
    name
        The lesson and the video, which stay the same when the picture changes.
    title
        The title that it was uploaded with.
    session
        The address of an upload that has begun; empty before, and once the video is known.
    begun
        When that upload began, in RFC 3339.
    size
        Of its file, in bytes.
    all_sent
        Whether its last bytes may have arrived.
    video
        The video's id on YouTube; empty while it is not known.
    words, status, captions, thumbnail
        Digests of what YouTube was told.
    caption
        The id of the captions.
    caption_asked
        Whether captions may have been made of which the id is not known.
    playlist, playlist_item
        The name of the playlist, and the id of the video's place in it.
    replaced_by
        The key of the video that took its place; it is deleted then.
    """

    key: str
    name: str
    title: str = ""
    session: str = ""
    begun: str = ""
    size: int = 0
    all_sent: bool = False
    video: str = ""
    words: str = ""
    status: str = ""
    captions: str = ""
    thumbnail: str = ""
    caption: str = ""
    caption_asked: bool = False
    playlist: str = ""
    playlist_item: str = ""
    replaced_by: str = ""


class Ledger:
    """The records of all uploads of one channel.

    Parameters
    ----------
    folder
        Made when it is needed, for the user alone; by default ``ledger_folder``.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or ledger_folder()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep every other upload out.

        Raises
        ------
        MachineError
            If another process uploads.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise explain(error) from error
        with hold(self.folder / ".lock", what="the upload to YouTube"):
            yield

    def read(self, key: str, name: str) -> UploadRecord:
        """Return the record of a key; one that says nothing where there is none.

        The same picture under another name is the same video: its record takes that name.

        Raises
        ------
        PipelineError
            If the file cannot be understood: to begin anew could upload the video again.
        """
        path = self._path(key)
        told = self._parse(path) if path.exists() else None
        # A picture that was replaced and comes back is a new video: the old one is deleted.
        record = told if told and not told.replaced_by else UploadRecord(key, name)
        record.name = name
        return record

    def others(self, record: UploadRecord) -> list[UploadRecord]:
        """Return the records of earlier pictures of the same video that were not replaced."""
        return [
            other
            for other in map(self._parse, sorted(self.folder.glob("[0-9a-f]*.json")))
            if other.name == record.name and other.key != record.key and not other.replaced_by
        ]

    def write(self, record: UploadRecord) -> None:
        """Put a record on the disk; when this returns it stays, also when the power fails."""
        path = self._path(record.key)
        text = json.dumps(asdict(record), indent=1, ensure_ascii=False) + "\n"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_for_good(path, text)
        except OSError as error:
            raise explain(error) from error

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise PipelineError(f"{key!r} is no digest of a video; publish the folder again")
        return self.folder / f"{key}.json"

    def _parse(self, path: Path) -> UploadRecord:
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            record = UploadRecord(**told)
        except (ValueError, TypeError) as error:
            raise PipelineError(
                f"{path} cannot be understood, and without it the video could be uploaded twice: "
                "look on YouTube whether it is there, and remove the file only if it is not"
            ) from error
        if record.key != path.stem:
            raise PipelineError(f"{path} tells of another video; it was moved or copied")
        return record


def write_for_good(path: Path, text: str) -> None:
    """Write a file for the user alone, whole or not at all, and onto the disk.

    Parameters
    ----------
    path, text
        The file, whose folder exists, and what it shall hold.
    """
    # Always the same name: what a killed process left there is taken away by the next one.
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def ledger_folder() -> Path:
    """Return where a user's ledger is kept, whatever is cleaned in the project's folder.

    Without it every video would be uploaded a second time.
    """
    root = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(root) / "language-of-change" / "youtube"
