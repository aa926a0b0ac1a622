"""From a scene's result in the store to its files: video, captions, sections."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.audio.scene_sound import encode_sound
from pipeline.captions.subcaptions import cues_of_scene, in_turn
from pipeline.captions.write import to_srt, to_vtt
from pipeline.engine.deliver.outputs import Outputs
from pipeline.engine.deliver.stitch import CONTAINER, VideoPart, stitch
from pipeline.engine.keys.fingerprint import audio_sources, digest
from pipeline.engine.plan.job import SceneJob
from pipeline.engine.store.lock import scratch
from pipeline.engine.store.store import Record
from pipeline.engine.workspace.jobs import keep_video
from pipeline.engine.workspace.run import Run
from pipeline.machine.videos import measure_video
from pipeline.protocol import Section, Subcaption, plain, read_extras
from pipeline.types import Chapter, Subject, Video

SECTIONS = "sections"
"""The folder, beside a scene's video, that holds the videos of its sections."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A scene's video in the store: verified and whole.

    Attributes
    ----------
    job
        The scene.
    blob, frames
        Its video, and how long that is.
    sound
        Its sound in the store; empty if it is silent.
    subcaptions, sections
        What the scene says of its parts.
    """

    job: SceneJob
    blob: str
    frames: int
    sound: str
    subcaptions: tuple[Subcaption, ...]
    sections: tuple[Section, ...]

    @property
    def subject(self) -> Subject:
        """The scene."""
        return self.job.subject


def shot_of(job: SceneJob, record: Record) -> Shot:
    """Return what a record says of a scene's video."""
    subcaptions, sections = read_extras(record.body["extras"])
    sound = record.body.get("sound", "")
    return Shot(job, record.blob, record.body["frames"], sound, subcaptions, sections)


def write_video(run: Run, shot: Shot, outputs: Outputs) -> Video:
    """Write a scene's video, with its sound, its captions and a chapter for each named section."""
    name, tags = shot.job.name, {"title": shot.job.scene}
    rate = measure_video(run.store.blob(shot.blob)).rate
    seconds = float(shot.frames / rate)
    cues = cues_of_scene((line.start, line.end, line.text) for line in shot.subcaptions)
    chapters = [Chapter(part.name, part.start, part.end) for part in shot.sections]
    if len(chapters) < 2:
        chapters = []
    made_from = digest(
        {
            "parts": [shot.blob],
            "sound": [shot.sound, audio_sources()] if shot.sound else None,
            "cues": [[cue.start, cue.end, *cue.lines] for cue in cues],
            "chapters": [[chapter.title, chapter.start, chapter.end] for chapter in chapters],
            "tags": tags,
            "container": CONTAINER,
        }
    )

    def make(path: Path) -> Video:
        with scratch(run.scratch_root) as folder:
            sound = folder / "sound.mp4" if shot.sound else None
            if sound:
                encode_sound(run.store.blob(shot.sound), seconds, sound)
            part = VideoPart(run.store.blob(shot.blob), shot.frames)
            return stitch([part], path, chapters, tags, "und", in_turn(cues, seconds), sound)

    video = keep_video(run, outputs, f"{name}.mp4", made_from, make)
    if cues:
        outputs.text(f"{name}.srt", to_srt(cues))
        outputs.text(f"{name}.vtt", to_vtt(cues, "und"))
    return video


def write_sections(run: Run, shot: Shot, outputs: Outputs) -> None:
    """Write a silent video of each section, and their list as JSON, as manim does."""
    file, name, listed = run.store.blob(shot.blob), shot.job.name, []
    for section in shot.sections:
        target = f"{name}_{section.number:04}_{_slug(section.name)}.mp4"
        frames = section.end - section.start
        made_from = digest({"of": shot.blob, "section": plain(section), "container": CONTAINER})
        cut = VideoPart(file, frames, section.start)
        make = partial(_cut, cut, section.name)
        made = keep_video(run, outputs, f"{SECTIONS}/{target}", made_from, make)
        found = measure_video(made.path)
        listed.append(
            {
                "name": section.name,
                "type": section.kind,
                "video": target,
                "width": found.width,
                "height": found.height,
                "nb_frames": str(frames),
                "duration": f"{made.seconds:.6f}",
                "avg_frame_rate": f"{found.rate.numerator}/{found.rate.denominator}",
                "codec_name": "h264",
                "pix_fmt": "yuv420p",
            }
        )
    outputs.text(f"{SECTIONS}/{name}.json", json.dumps(listed, indent=4) + "\n")


def _cut(part: VideoPart, title: str, path: Path) -> Video:
    return stitch([part], path, (), {"title": title}, "und")


def _slug(name: str) -> str:
    """Return a section's name as a part of a file's name, as manim makes it."""
    plain_name = unicodedata.normalize("NFKC", name)
    return re.sub(r"[^\w]+", "-", plain_name).strip("-_") or "section"
