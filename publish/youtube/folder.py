"""The folder for YouTube: one for each video, with all that is uploaded or typed in by hand."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lessons.publication import Publication
from pipeline.engine.workspace.run import Run
from pipeline.machine.contents import text_digest
from pipeline.types import Json, PipelineError
from publish.folder import check_ours, swapped_in
from publish.lookup import command_to_render, folder_name, hold_rendered, read_publication
from publish.manifest import YOUTUBE, is_current, write_manifest
from publish.rendered import RenderedLesson, RenderedVideo
from publish.youtube.container import faults_of
from publish.youtube.shorts import STEM, short_of
from publish.youtube.thumbnail import write_thumbnail
from publish.youtube.words import VideoWords, end_screen_of, metadata_of, words_of

Which = Literal["whole", "clips", "shorts", "all"]
METADATA, THUMBNAIL = "metadata.json", "thumbnail.png"


@dataclass(frozen=True, slots=True)
class YouTubeFolder:
    """A folder that can be handed over.

    Attributes
    ----------
    folder
        Where it is.
    videos
        The names of the videos in it, each a folder.
    written
        Whether anything had to be written.
    """

    folder: Path
    videos: tuple[str, ...]
    written: bool


def build_folder(
    run: Run,
    wanted: Sequence[str],
    folder: Path,
    say: Callable[[str], None],
    which: Which = "all",
) -> YouTubeFolder:
    """Write the folders of a lesson's video, of its clips, or of both.

    They go to a folder of their own below ``folder``, called like the lesson.

    All words and all videos are checked before anything is written.

    Parameters
    ----------
    run
        The lesson, its profile, theme and parameters, and where its videos lie.
    wanted
        Numbers, slugs or ranges of clips; empty means every clip.
    folder
        Where the videos of all lessons lie; the lesson's own folder in it is put there whole.
    say
        Told of each step, and of what YouTube will not show.
    which
        Which videos.

    Raises
    ------
    PipelineError
        If something is missing, too long, or no video that YouTube takes as it is.
    """
    publication = read_publication(run.lesson_name)
    folder = folder / folder_name(run, "shorts" if which == "shorts" else None)
    check_ours(folder, YOUTUBE)
    with hold_rendered(run, wanted) as rendered, tempfile.TemporaryDirectory() as room:
        videos = _chosen(rendered, which, command_to_render(run, ()))
        if which == "shorts":
            videos = tuple(short_of(run.lesson_name, video, Path(room)) for video in videos)
        words = {video.name: words_of(rendered.lesson, publication, video) for video in videos}
        for video in videos:
            _check(video)
            if which != "shorts" and not words[video.name].chapters:
                say(f"{video.name}: no chapters, for fewer than three would last ten seconds")
        made_from = _made_from(rendered, publication, videos)
        names = tuple(video.name for video in videos)
        if is_current(folder, made_from):
            return YouTubeFolder(folder, names, written=False)
        with swapped_in(folder, YOUTUBE) as new:
            for place, video in enumerate(videos, start=1):
                say(f"{video.name}, {place} of {len(videos)}")
                told = words[video.name]
                _write(new / video.name, rendered, publication, video, told, run.theme)
            write_manifest(new, YOUTUBE, made_from)
    return YouTubeFolder(folder, names, written=True)


def _chosen(rendered: RenderedLesson, which: Which, again: str) -> tuple[RenderedVideo, ...]:
    only_clips = which in ("clips", "shorts")
    if not only_clips and rendered.whole is None:
        raise PipelineError(
            f"the lesson's video does not hold these clips; say --clips, or type: {again}"
        )
    whole = (rendered.whole,) if rendered.whole and not only_clips else ()
    return (*whole, *(rendered.clips if which != "whole" else ()))


def _check(video: RenderedVideo) -> None:
    faults = faults_of(video.path)
    if faults:
        raise PipelineError(
            f"{video.name}.mp4 is not as YouTube wants it: {'; '.join(faults)}; "
            "render it with --profile final"
        )


def _write(
    folder: Path,
    rendered: RenderedLesson,
    publication: Publication,
    video: RenderedVideo,
    words: VideoWords,
    theme: str,
) -> None:
    """Write the folder of one video."""
    folder.mkdir()
    shutil.copyfile(video.path, folder / f"{video.name}.mp4")
    captions = f"captions.{video.language}.srt"
    shutil.copyfile(video.captions("srt"), folder / captions)
    beat = video.poster_beat(publication.thumbnails)
    write_thumbnail(video, beat, words.headline, theme, folder / THUMBNAIL)
    for name, text in (
        ("title.txt", words.title),
        ("description.txt", words.description),
        ("tags.txt", ", ".join(words.tags)),
        ("chapters.txt", words.chapters.rstrip()),
    ):
        (folder / name).write_text(text + "\n" if text else "", encoding="utf-8")
    start, end = end_screen_of(video)
    told: Json = {
        "key": video.sha256,
        "video": f"{video.name}.mp4",
        "captions": {"file": captions, "language": video.language},
        "thumbnail": THUMBNAIL,
        "short": video.stem.startswith(STEM),
        "end_screen": {"from_seconds": round(start, 3), "to_seconds": round(end, 3)},
        "insert": metadata_of(rendered.lesson, publication, words),
    }
    text = json.dumps(told, indent=1, ensure_ascii=False) + "\n"
    (folder / METADATA).write_text(text, encoding="utf-8")


def _made_from(
    rendered: RenderedLesson, publication: Publication, videos: Sequence[RenderedVideo]
) -> dict[str, str]:
    """Return for each video a digest of all that decides its folder."""
    sources = "".join(
        path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.py"))
    )
    return {
        video.name: text_digest(
            repr(
                (
                    video.sha256,
                    video.captions("srt").read_text(encoding="utf-8"),
                    video.beats,
                    rendered.lesson,
                    publication,
                    sources,
                )
            )
        )
        for video in videos
    }
