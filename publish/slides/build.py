"""Building: from rendered videos to the folder of a lesson's slides."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.engine.workspace.run import Run
from pipeline.machine.contents import file_digest
from pipeline.types import Json
from publish.folder import check_ours, swapped_in
from publish.lookup import folder_name, hold_rendered
from publish.manifest import SLIDES, is_current, write_manifest
from publish.marks import LOOPS, marked_beats
from publish.rendered import RenderedLesson, RenderedVideo
from publish.site.stills import write_stills
from publish.slides.pages import DeckWriter, deck_card, size_of_one_file
from publish.slides.stops import stops_of

FORMATS: Final = ("html", "pptx", "pdf")
"""What slides can be written as: decks for a browser, for PowerPoint, and papers for print."""
LARGE: Final = 100_000_000
"""Bytes above which a deck in one file opens slowly."""
HANDOUT, SUMMARY = "handout.pdf", "summary.pdf"
_PUBLISH = Path(__file__).resolve().parents[1]
_PROJECT = _PUBLISH.parent
_SOURCES = ("publish", "pipeline/captions", "scenes/palette.py")
_KINDS = {".py", ".html", ".css", ".js", ".svg", ".typ", ".woff2"}


@dataclass(frozen=True, slots=True)
class SlidesFolder:
    """A folder with the slides of a lesson.

    Attributes
    ----------
    folder
        Where it is.
    pages
        The files to open, in order, the list of all decks first.
    written
        Whether anything had to be written.
    """

    folder: Path
    pages: tuple[Path, ...]
    written: bool


def build_slides(
    run: Run,
    wanted: Sequence[str],
    folder: Path,
    say: Callable[[str], None],
    *,
    formats: Sequence[str] = ("html",),
    one_file: bool = False,
) -> SlidesFolder:
    """Write the slides of the clips ``wanted``, as typed, or of all.

    They go to a folder of their own below ``folder``, which is called like the lesson, and in
    another shape or theme than the default one with its name. When nothing has changed nothing is
    written.

    Parameters
    ----------
    run
        The lesson, its profile, theme and parameters, and where its videos lie.
    wanted
        Numbers, slugs or ranges of clips; empty means every clip.
    folder
        Where the slides of all lessons lie.
    say
        Told of each step, and of files that will be large.
    formats
        Some of ``FORMATS``.
    one_file
        Whether each HTML deck is one file that holds its video and everything else.

    Raises
    ------
    PipelineError
        If something is missing or wrong; nothing was changed then.
    """
    with hold_rendered(run, wanted) as rendered:
        name = rendered.plan.name
        place = folder / folder_name(run)
        check_ours(place, SLIDES)
        made_from = {name: _digest_of(run, rendered, formats, one_file=one_file)}
        files = _files(rendered, formats)
        if is_current(place, made_from):
            return SlidesFolder(place, tuple(place / file for file in files), written=False)
        with swapped_in(place, SLIDES) as new:
            _write(run, rendered, new, say, formats, one_file=one_file)
            write_manifest(new, SLIDES, made_from)
    return SlidesFolder(place, tuple(place / file for file in files), written=True)


def _write(
    run: Run,
    rendered: RenderedLesson,
    new: Path,
    say: Callable[[str], None],
    formats: Sequence[str],
    *,
    one_file: bool,
) -> None:
    """Write all formats, and the page that lists them."""
    writer = DeckWriter(new, rendered.lesson, run.theme)
    for place, video in enumerate(rendered.clips, start=1):
        say(f"slides of clip {video.clips[0].number}, {place} of {len(rendered.clips)}")
        write_stills(video, {}, new)
        if "html" in formats:
            stops = stops_of(video, marked_beats(run.lesson_name, video.clips[0], LOOPS))
            if one_file:
                _tell_size(video, say)
                page = writer.write_one_file(video, stops)
                say(f"{page.name}: {page.stat().st_size / 1e6:.1f} MB")
            else:
                writer.write_deck(video, stops)
        if "pptx" in formats:
            from publish.slides.pptx import warning, write_pptx

            if risk := warning(video):
                say(risk)
            write_pptx(video, new / f"{video.name}.pptx")
    papers: list[Json] = []
    if "pdf" in formats:
        from publish.slides.handout import write_handout
        from publish.slides.summary import write_summary

        say("handout and summary")
        write_handout(rendered, new / HANDOUT)
        write_summary(rendered, new / SUMMARY)
        papers = [
            {"href": HANDOUT, "label": "Handout (PDF)"},
            {"href": SUMMARY, "label": "Summary (PDF)"},
        ]
    cards = [
        deck_card(video, html="html" in formats, pptx="pptx" in formats) for video in rendered.clips
    ]
    writer.write_list(cards, papers)


def _tell_size(video: RenderedVideo, say: Callable[[str], None]) -> None:
    """Say beforehand that a file will be large."""
    size = size_of_one_file(video)
    if size > LARGE:
        say(
            f"{video.name}.html will have about {size / 1e6:.0f} MB, and above "
            f"{LARGE / 1e6:.0f} MB a browser opens a file slowly; without --one-file the video "
            "lies beside it"
        )


def _files(rendered: RenderedLesson, formats: Sequence[str]) -> list[str]:
    """Return the names of the files to open, the list of all decks first."""
    endings = [ending for ending in ("html", "pptx") if ending in formats]
    decks = [f"{video.name}.{ending}" for video in rendered.clips for ending in endings]
    return ["index.html", *decks, *([HANDOUT, SUMMARY] if "pdf" in formats else [])]


def _digest_of(
    run: Run, rendered: RenderedLesson, formats: Sequence[str], *, one_file: bool
) -> str:
    """Return a digest of all that decides a folder of slides."""
    sources = sorted(
        path
        for place in _SOURCES
        for path in ([_PROJECT / place] if place.endswith(".py") else (_PROJECT / place).rglob("*"))
        if path.suffix in _KINDS and path.is_file()
    )
    told = {
        "videos": [[video.stem, video.sha256, repr(video.beats)] for video in rendered.clips],
        "captions": [file_digest(video.captions("vtt")) for video in rendered.clips],
        "loops": [marked_beats(run.lesson_name, video.clips[0], LOOPS) for video in rendered.clips],
        "sources": [[path.name, file_digest(path)] for path in sources],
        "lesson": repr(rendered.lesson),
        "theme": run.theme,
        "formats": sorted(formats),
        "one file": one_file,
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
