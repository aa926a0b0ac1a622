"""Looking up what was rendered: verified before anything of it is published."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from lessons.library import lesson_package, publication_of
from lessons.model import Clip, Lesson
from lessons.publication import Publication, PublicationError
from pipeline.engine.deliver.timeline import timeline_name
from pipeline.engine.plan.plan import make_plan
from pipeline.engine.plan.profiles import WIDE, shape_of
from pipeline.engine.workspace.locks import hold_output
from pipeline.engine.workspace.run import Run
from pipeline.machine.contents import file_digest
from pipeline.types import Json, PipelineError
from publish.rendered import RenderedBeat, RenderedLesson, RenderedVideo
from scenes.palette import DEFAULT


def read_publication(lesson_name: str) -> Publication:
    """Return what a lesson says of itself where it is published.

    Raises
    ------
    PipelineError
        If it says nothing, or something wrong.
    """
    try:
        publication = publication_of(lesson_name)
    except PublicationError as error:
        raise PipelineError(f"lesson {lesson_name!r}: {error}") from error
    if publication is None:
        raise PipelineError(
            f"lesson {lesson_name!r} has no publication data: write "
            f"{lesson_package(lesson_name).replace('.', '/')}/publication.py"
        )
    return publication


def find_rendered(run: Run, wanted: Sequence[str]) -> RenderedLesson:
    """Return the videos of the clips ``wanted``, as typed; empty means every clip.

    Parameters
    ----------
    run
        The lesson, profile, theme and parameters; the holder of the output folder's lock.
    wanted
        Numbers, slugs or ranges of clips.

    Raises
    ------
    PipelineError
        If a video is missing, is not what was rendered, or says other words than the lesson does.
    """
    plan = make_plan(run.lesson_name, wanted, run.profile, run.settings, run.theme)
    if plan.without_scene and not plan.jobs:
        raise PipelineError("no clip that was asked for has a scene: there is nothing to publish")
    again = command_to_render(run, wanted)
    jobs = {job.clip.number: job.clip for job in plan.jobs}
    clips = tuple(
        _video(run, plan.lesson, f"clips/{job.name}", {job.clip.number: job.clip}, again)
        for job in plan.jobs
    )
    try:
        whole = _video(run, plan.lesson, plan.name, jobs, again)
    except PipelineError:
        if not wanted:
            raise
        whole = None
    return RenderedLesson(plan.lesson, plan, whole, clips)


@contextmanager
def hold_rendered(run: Run, wanted: Sequence[str]) -> Iterator[RenderedLesson]:
    """Lend the videos of the clips ``wanted``; meanwhile nothing else writes the output folder.

    Raises
    ------
    PipelineError
        As ``find_rendered``, and if nothing was ever rendered there: no folder is made then.
    """
    if not run.folder.is_dir():
        raise PipelineError(
            f"nothing is rendered in {run.folder}; type: {command_to_render(run, wanted)}"
        )
    with hold_output(run):
        yield find_rendered(run, wanted)


def folder_name(run: Run, shape: str | None = None) -> str:
    """Return the name of a folder for what is made of a run: lesson, shape and theme.

    Parameters
    ----------
    run
        The lesson, its profile and theme.
    shape
        What stands for the shape; by default its own name, and nothing for the wide one.
    """
    return run.lesson_name.rpartition(".")[2] + look_of(run, shape)


def look_of(run: Run, shape: str | None = None) -> str:
    """Return what the name of a folder ends in where shape or theme are not the default ones."""
    own = shape_of(run.profile)
    looks = (shape or ("" if own == WIDE else own), "" if run.theme == DEFAULT else run.theme)
    return "".join(f"-{look}" for look in looks if look)


def command_to_render(run: Run, wanted: Sequence[str]) -> str:
    """Return what is typed to render what is missing."""
    words = ["python render.py render", *wanted, f"--lesson {run.lesson_name}"]
    words += [f"--profile {run.profile.name}", f"--theme {run.theme}"]
    words += [f"--set {name}={value}" for name, value in run.settings.items()]
    if run.out:
        words.append(f"--out {run.out}")
    return " ".join(words)


def _video(
    run: Run, lesson: Lesson, stem: str, clips: dict[str, Clip], again: str
) -> RenderedVideo:
    """Return one video that holds exactly ``clips``."""
    folder = run.folder
    path, what = folder / f"{stem}.mp4", f"{stem}.mp4"
    timeline = _timeline(folder / timeline_name(stem))
    if timeline is None or not path.is_file():
        raise PipelineError(f"{what} is not rendered in {folder}; type: {again}")
    held = [str(clip["number"]) for clip in timeline["clips"]]
    if held != list(clips):
        raise PipelineError(
            f"{what} holds the clips {', '.join(held)} and not {', '.join(clips)}; type: {again}"
        )
    digest = file_digest(path)
    if digest != timeline["sha256"]:
        raise PipelineError(f"{what} was changed since it was rendered; type: {again}")
    video = RenderedVideo(
        stem=stem,
        folder=folder,
        sha256=digest,
        width=timeline["width"],
        height=timeline["height"],
        fps=timeline["fps"],
        frames=timeline["frames"],
        beats=tuple(
            beat
            for told in timeline["clips"]
            for beat in _beats(lesson, clips[told["number"]], told, again)
        ),
        language=lesson.language,
        has_voice=any(beat["voice"] for told in timeline["clips"] for beat in told["beats"]),
    )
    for kind in ("vtt", "srt", "descriptions.vtt"):
        if not video.captions(kind).is_file():
            raise PipelineError(f"the captions of {what} are missing; type: {again}")
    return video


def _beats(lesson: Lesson, clip: Clip, told: Json, again: str) -> list[RenderedBeat]:
    # The page says these itself; they stand on the title card of each clip.
    card = {lesson.title, clip.title, f"{lesson.author} · {lesson.course}"}
    said = [(beat["name"], beat["narration"]) for beat in told["beats"]]
    if said != [(beat.name, beat.narration) for beat in clip.beats]:
        raise PipelineError(
            f"clip {clip.number} was rendered with other words than it has now; type: {again}"
        )
    return [
        RenderedBeat(
            clip,
            beat,
            played["start_frame"],
            played["end_frame"],
            played["still_frame"],
            tuple(
                (kind, says)
                for text in played["shown"]
                for kind, says in text.items()
                if not (kind == "words" and says in card)
            ),
        )
        for beat, played in zip(clip.beats, told["beats"], strict=True)
    ]


def _timeline(path: Path) -> Json | None:
    """Return a timeline; ``None`` where there is none that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return cast(Json, found) if isinstance(found, dict) and "sha256" in found else None
