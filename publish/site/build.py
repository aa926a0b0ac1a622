"""Building: from rendered videos to the folder of the course page."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lessons.exploration import State
from lessons.library import (
    explorations_of,
    numbers_of,
    openings_of,
    parameters_of,
)
from lessons.model import Clip
from lessons.publication import Publication
from pipeline.engine.workspace.run import Run
from pipeline.machine.contents import file_digest
from pipeline.types import Json
from publish.folder import check_ours, swapped_in
from publish.lookup import hold_rendered, read_publication
from publish.manifest import SITE, read_manifest, stands, write_manifest
from publish.rendered import RenderedLesson
from publish.site.assets import write_assets
from publish.site.mathml import MathSetter
from publish.site.pages import Material, readings_of
from publish.site.questions import question_data
from publish.site.stills import poster_name, write_stills
from publish.site.writer import CARD, Writer

ASSETS = "assets"
_PROJECT = Path(__file__).resolve().parents[2]
_SOURCES = ("publish", "lessons", "mathcore", "scenes/palette.py", "pipeline/captions")
_KINDS = {".py", ".html", ".css", ".js", ".svg", ".woff2", ".txt"}


@dataclass(frozen=True, slots=True)
class Site:
    """A published folder: where it is, and whether anything had to be written."""

    folder: Path
    lesson: str
    written: bool


def build_site(
    run: Run,
    wanted: Sequence[str],
    folder: Path,
    say: Callable[[str], None],
    *,
    av1: bool = False,
) -> Site:
    """Publish the clips ``wanted`` of a lesson, as typed, or all, into ``folder``.

    Other lessons that were published there stay. When nothing has changed nothing is written.

    Parameters
    ----------
    run
        The lesson, its profile, theme and parameters, and where its videos lie.
    wanted
        Numbers, slugs or ranges of clips; empty means every clip.
    folder
        The folder of the course; made beside its place and put there whole.
    say
        Told of each step.
    av1
        Whether each video is offered as AV1 with Opus, too.

    Raises
    ------
    PipelineError
        If something is missing or wrong; nothing was changed then.
    """
    publication = read_publication(run.lesson_name)
    check_ours(folder, SITE)
    with hold_rendered(run, wanted) as rendered:
        name = rendered.plan.name
        made_from = _digest_of(rendered, publication, av1=av1)
        before = read_manifest(folder)
        if before and before["made_from"].get(name) == made_from and stands(folder, before):
            return Site(folder, name, written=False)
        with swapped_in(folder, SITE) as new:
            kept = _keep_others(folder, new, name, before)
            _build_lesson(run, rendered, publication, new, say, av1=av1)
            Writer(new, publication).write_course(
                [_card(new / other) for other in sorted([*kept, name])], rendered.lesson
            )
            write_manifest(new, SITE, {**kept, name: made_from})
    return Site(folder, name, written=True)


def _build_lesson(
    run: Run,
    rendered: RenderedLesson,
    publication: Publication,
    new: Path,
    say: Callable[[str], None],
    *,
    av1: bool,
) -> None:
    """Write a lesson's pages, pictures and videos."""
    lesson = new / rendered.plan.name
    lesson.mkdir()
    say("reading the numbers of every clip")
    states, questions = _gather(run, rendered)
    beats = [beat for video in rendered.clips for beat in video.beats]
    setter = MathSetter(
        piece.source
        for video in rendered.clips
        for readings in readings_of(video.beats)
        for reading in readings
        for piece in reading.pieces
        if piece.kind == "formula"
    )
    write_assets(new / ASSETS, setter.style)
    for place, video in enumerate(rendered.clips, start=1):
        say(f"pictures of clip {video.clips[0].number}, {place} of {len(rendered.clips)}")
        write_stills(video, publication.thumbnails, lesson)
    material = Material(
        setter=setter,
        states=states,
        questions=questions,
        posters={video.clips[0].number: poster_name(video) for video in rendered.clips},
        pages={video.clips[0].number: video.name for video in rendered.clips},
        openings=[
            beat.number
            for beat in beats
            if openings_of(run.lesson_name).get(beat.clip.number) == beat.beat.name
        ],
    )
    say(f"pages of {len(rendered.clips)} clips, {len(beats)} beats")
    writer = Writer(new, publication)
    writer.write_lesson(rendered, material, av1=av1, say=say)


def _gather(
    run: Run, rendered: RenderedLesson
) -> tuple[dict[str, tuple[State, ...]], dict[str, Json]]:
    """Return by the number of a beat the states that it shows, and the question that it asks."""
    explorations = explorations_of(run.lesson_name)
    states: dict[str, tuple[State, ...]] = {}
    questions: dict[str, Json] = {}
    for video in rendered.clips:
        clip = video.clips[0]
        numbers = _numbers(run, rendered, clip)
        explored = explorations.get(clip.number)
        by_beat = explored(numbers) if explored and numbers is not None else {}
        for beat in video.beats:
            states[beat.number] = tuple(by_beat.get(beat.beat.name, ()))
            question = question_data(beat, numbers)
            if question is not None:
                questions[beat.number] = question
    return states, questions


def _numbers(run: Run, rendered: RenderedLesson, clip: Clip) -> object | None:
    changed = rendered.job_of(clip).parameters
    taking = [kind for kind in parameters_of(run.lesson_name) if clip.number in kind.clips]
    parameters = taking[0](**changed) if changed and taking else None
    return numbers_of(run.lesson_name, clip.number, parameters)


def _digest_of(rendered: RenderedLesson, publication: Publication, *, av1: bool) -> str:
    """Return a digest of all that decides a lesson's pages."""
    videos = rendered.videos
    files = [
        video.captions(kind) for video in videos for kind in ("vtt", "srt", "descriptions.vtt")
    ]
    sources = sorted(
        path
        for place in _SOURCES
        for path in ([_PROJECT / place] if place.endswith(".py") else (_PROJECT / place).rglob("*"))
        if path.suffix in _KINDS and path.is_file()
    )
    told = {
        "videos": [[video.stem, video.sha256, repr(video.beats)] for video in videos],
        "files": [file_digest(path) for path in files],
        "sources": [[path.name, file_digest(path)] for path in sources],
        "publication": repr((publication, rendered.lesson)),
        "parameters": repr([dict(job.parameters) for job in rendered.plan.jobs]),
        "av1": av1,
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _keep_others(folder: Path, new: Path, name: str, before: Json | None) -> dict[str, str]:
    """Copy the other lessons of a published folder; return what each was made from."""
    kept = {
        other: str(made_from)
        for other, made_from in (before or {"made_from": {}})["made_from"].items()
        if other != name and (folder / other / CARD).is_file()
    }
    for other in kept:
        shutil.copytree(folder / other, new / other)
    return kept


def _card(lesson: Path) -> Json:
    told: Json = json.loads((lesson / CARD).read_text(encoding="utf-8"))
    return told
