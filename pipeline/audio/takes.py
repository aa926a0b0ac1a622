"""Takes: the teacher's own recordings, one file for each beat."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.audio.voice import Spoken, SpokenLine, Voice
from pipeline.audio.waves import WaveError, read_wave, trim
from pipeline.types import Json, UsageError

FORMATS = ("wav", "flac", "mp3", "m4a", "ogg")


def find_takes(
    folder: Path, lesson: str, lines: Sequence[SpokenLine], clips: Collection[str]
) -> tuple[dict[SpokenLine, Path], list[str]]:
    """Look for the recording of each line, ``FOLDER/<lesson>/<clip>/<beat>.wav`` or the like.

    Every file is decoded once, so that a bad file is known before anything is drawn. Recordings in
    ``FOLDER/<clip>``, their place before there were several lessons, are read too, with a remark.

    Parameters
    ----------
    folder
        The folder of recordings.
    lesson
        The lesson's slug.
    lines
        The lines to be spoken.
    clips
        The numbers of all clips of the lesson, also of those that are not rendered.

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
    own = folder / lesson
    found: dict[SpokenLine, Path] = {}
    remarks = []
    used: set[Path] = set()
    for line in lines:
        files = [
            name
            for place in (own, folder)
            for kind in FORMATS
            if (name := place / line.clip / f"{line.beat}.{kind}").is_file()
        ]
        used |= set(files[:1])
        if not files:
            remarks.append(f"{own / line.clip / line.beat}.{FORMATS[0]}: missing")
            continue
        try:
            trim(read_wave(files[0]))
        except WaveError as error:
            remarks.append(f"{files[0]}: {error}; counts as missing")
            continue
        found[line] = files[0]
    if any(own not in path.parents for path in used):
        remarks.append(f"{folder}: recordings of this lesson belong in {own}; move them there")
    asked = {line.clip for line in lines}
    for place in (own, folder):
        for path in sorted(path for kind in FORMATS for path in place.glob(f"*/*.{kind}")):
            clip = path.parent.name
            strange = clip not in clips and path.parent != own
            if path not in used and (clip in asked or strange):
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
        The voice for all other lines.
    """

    found: Mapping[SpokenLine, Path]
    other: Voice

    def settings(self, line: SpokenLine) -> Json | None:
        """Return the digest of the recording, or the settings of the other voice."""
        if line in self.found:
            data = self.found[line].read_bytes()
            return {"kind": "takes", "sha256": hashlib.sha256(data).hexdigest()}
        return self.other.settings(line)

    def speak(self, line: SpokenLine, folder: Path) -> Spoken:
        """Return the recording of a line, or let the other voice say it."""
        if line in self.found:
            return Spoken(self.found[line])
        return self.other.speak(line, folder)
