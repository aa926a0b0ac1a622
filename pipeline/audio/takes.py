"""Takes: the teacher's own recordings, one file for each beat."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.audio.voice import Line, Spoken, Voice
from pipeline.audio.waves import WaveError, read_wave, trim
from pipeline.types import Json, UsageError

FORMATS = ("wav", "flac", "mp3", "m4a", "ogg")


def find_takes(
    folder: Path, lines: Sequence[Line], clips: Collection[str]
) -> tuple[dict[Line, Path], list[str]]:
    """Look for the recording of each line: ``FOLDER/<clip>/<beat>.wav`` or of another format.

    Every file is decoded once: what is no voice is known before anything is drawn.

    Parameters
    ----------
    folder
        Where the recordings lie.
    lines
        What is to be said.
    clips
        The numbers of all clips of the lesson, those that are not asked for as well.

    Returns
    -------
    tuple
        The usable recordings, and one line about each beat that has none, and each file that is
        not used.

    Raises
    ------
    UsageError
        If there is no such folder.
    """
    if not folder.is_dir():
        raise UsageError(
            f"--takes {folder}: there is no such folder; "
            "render.py voice sheet says which recordings belong there"
        )
    found: dict[Line, Path] = {}
    remarks = []
    used = set()
    for line in lines:
        names = [folder / line.clip / f"{line.beat}.{kind}" for kind in FORMATS]
        files = [name for name in names if name.is_file()]
        used |= set(files[:1])
        if not files:
            remarks.append(f"{names[0]}: missing")
            continue
        try:
            trim(read_wave(files[0]))
        except WaveError as error:
            remarks.append(f"{files[0]}: {error}; counts as missing")
            continue
        found[line] = files[0]
    asked = {line.clip for line in lines}
    for kind in FORMATS:
        for path in sorted(folder.glob(f"*/*.{kind}")):
            clip = path.parent.name
            if path not in used and (clip in asked or clip not in clips):
                remarks.append(f"{path}: not used; no line is looked for there")
    return found, remarks


@dataclass(frozen=True)
class Takes:
    """Says lines with recordings, and those that have none with another voice.

    Parameters
    ----------
    found
        The recordings.
    other
        Who says the rest.
    """

    found: Mapping[Line, Path]
    other: Voice

    def settings(self, line: Line) -> Json | None:
        """Return what the recording holds."""
        if line in self.found:
            data = self.found[line].read_bytes()
            return {"kind": "takes", "sha256": hashlib.sha256(data).hexdigest()}
        return self.other.settings(line)

    def speak(self, line: Line, folder: Path) -> Spoken:
        """Return the recording of a line, or let the other voice say it."""
        if line in self.found:
            return Spoken(self.found[line])
        return self.other.speak(line, folder)
