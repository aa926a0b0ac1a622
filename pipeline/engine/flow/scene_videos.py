"""From a scene's result in the store to its files: video, captions, sections."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import av

from pipeline.audio.scene_sound import encode_sound
from pipeline.captions.subcaptions import cues_of_scene, in_turn
from pipeline.captions.write import to_srt, to_vtt
from pipeline.engine.deliver.outputs import Outputs
from pipeline.engine.deliver.stitch import CONTAINER, VideoPart, copy_video, stitch
from pipeline.engine.keys.fingerprint import audio_sources, digest
from pipeline.engine.plan.job import SceneJob
from pipeline.engine.store.lock import scratch
from pipeline.engine.store.store import Record
from pipeline.engine.workspace.jobs import keep_video
from pipeline.engine.workspace.run import Run
from pipeline.machine.videos import measure_video
from pipeline.protocol import Section, Subcaption, plain, read_extras
from pipeline.types import Chapter, Event, Format, Subject, Video

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
    format, own_name
        What kind of file it is, and what the scene calls it; empty for the scene's own name.
    keeps_sections
        Whether the scene asks for a file of each section.
    """

    job: SceneJob
    blob: str
    frames: int
    sound: str
    subcaptions: tuple[Subcaption, ...]
    sections: tuple[Section, ...]
    format: Format
    own_name: str
    keeps_sections: bool

    @property
    def subject(self) -> Subject:
        """The scene."""
        return self.job.subject


def shot_of(job: SceneJob, record: Record) -> Shot:
    """Return what a record says of a scene's video."""
    subcaptions, sections = read_extras(record.body["extras"])
    sound = record.body.get("sound", "")
    kind, own_name, keeps_sections = record.body["output"]
    return Shot(
        job,
        record.blob,
        record.body["frames"],
        sound,
        subcaptions,
        sections,
        Format(kind),
        own_name,
        keeps_sections,
    )


def write_video(run: Run, shot: Shot, outputs: Outputs, name: str) -> Video:
    """Write a scene's video, with its sound, its captions and a chapter for each named section.

    A GIF or a picture has none of these; captions stand beside it.
    """
    kind, tags = shot.format, {"title": shot.job.scene}
    film = kind not in (Format.GIF, Format.PNG)
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
            "container": [kind, CONTAINER],
        }
    )

    def make(path: Path) -> Video:
        if not film:
            return copy_video(run.store.blob(shot.blob), path)
        with scratch(run.scratch_root) as folder:
            sound = folder / "sound" if shot.sound else None
            if sound:
                encode_sound(run.store.blob(shot.sound), seconds, sound, kind)
            part = VideoPart(run.store.blob(shot.blob), shot.frames)
            texts = in_turn(cues, seconds)
            return stitch([part], path, chapters, tags, "und", texts, sound, kind)

    video = keep_video(run, outputs, f"{name}.{kind}", made_from, make)
    if cues:
        outputs.text(f"{name}.srt", to_srt(cues))
        outputs.text(f"{name}.vtt", to_vtt(cues, "und"))
    return video


def write_sections(run: Run, shot: Shot, outputs: Outputs, name: str) -> None:
    """Write a silent video of each section, and their list as JSON, as manim does."""
    kind = shot.format
    if kind in (Format.GIF, Format.PNG):
        message = f"no sections: a {kind} cannot be cut into them"
        run.listen(Event("remark", shot.subject, {"message": message}))
        return
    file, listed = run.store.blob(shot.blob), []
    with av.open(file) as container:
        context = container.streams.video[0].codec_context
        codec, pixels = context.name, context.pix_fmt
    for section in shot.sections:
        target = f"{name}_{section.number:04}_{_slug(section.name)}.{kind}"
        frames = section.end - section.start
        made_from = digest(
            {"of": shot.blob, "section": plain(section), "container": [kind, CONTAINER]}
        )
        cut = VideoPart(file, frames, section.start)
        make = partial(_cut, cut, section.name, kind)
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
                "codec_name": codec,
                "pix_fmt": pixels,
            }
        )
    outputs.text(f"{SECTIONS}/{name}.json", json.dumps(listed, indent=4) + "\n")


def _cut(part: VideoPart, title: str, kind: Format, path: Path) -> Video:
    return stitch([part], path, (), {"title": title}, "und", container=kind)


def _slug(name: str) -> str:
    """Return a section's name as a part of a file's name, as manim makes it."""
    plain_name = unicodedata.normalize("NFKC", name)
    return re.sub(r"[^\w]+", "-", plain_name).strip("-_") or "section"
