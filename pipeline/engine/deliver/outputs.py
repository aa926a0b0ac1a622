"""The output folder: what lies there under final names, and whether it is still whole."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.machine.contents import file_digest
from pipeline.types import Json, Video

_BOOK = ".outputs.json"
_WRITTEN_ALONE = (".", "clips", "captions", "captions/clips", "timelines", "timelines/clips")
"""What only the holder of the lock writes: previews and sheets lie elsewhere, and need none."""
_ENTRY = {"made_from", "sha256", "size", "frames", "seconds"}


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Lend a name beside ``path`` to write to; ``path`` gets the file when all went well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield temporary
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


class Outputs:
    """One output folder and its book of what was written there.

    Parameters
    ----------
    folder
        The folder; the run that uses this holds its lock.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        for place in _WRITTEN_ALONE:
            for left in (folder / place).glob(".*.part"):
                left.unlink()  # from a run that died; the lock says that no run is writing it
        self._book = self._read_book()

    def video(self, name: str, made_from: str, make: Callable[[Path], Video]) -> Video:
        """Return the video ``name``, made anew unless the one there is whole and the same.

        Parameters
        ----------
        name
            Below the folder.
        made_from
            A digest of everything that decides the file.
        make
            Makes it.
        """
        path = self.folder / name
        entry = self._book.get(name)
        if entry and entry["made_from"] == made_from and self._is_whole(path, entry):
            return Video(path, entry["frames"], entry["seconds"], entry["sha256"], written=False)
        video = make(path)
        self._book[name] = {
            "made_from": made_from,
            "sha256": video.sha256,
            "size": path.stat().st_size,
            "frames": video.frames,
            "seconds": video.seconds,
        }
        self.text(_BOOK, json.dumps(self._book, indent=1) + "\n")
        return video

    def text(self, name: str, content: str) -> None:
        """Write a text file whole, unless it says the same already."""
        path = self.folder / name
        data = content.encode()
        if path.is_file() and path.read_bytes() == data:
            return
        with whole(path) as temporary:
            temporary.write_bytes(data)

    def _is_whole(self, path: Path, entry: Json) -> bool:
        if not path.is_file() or path.stat().st_size != entry["size"]:
            return False
        return file_digest(path) == str(entry["sha256"])

    def _read_book(self) -> Json:
        try:
            book = json.loads((self.folder / _BOOK).read_text(encoding="utf-8"))
            return {name: entry for name, entry in book.items() if set(entry) == _ENTRY}
        except (FileNotFoundError, ValueError, TypeError, AttributeError):
            return {}  # without it everything is made anew, which is always safe
