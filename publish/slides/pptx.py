"""A PowerPoint deck of a video: a slide for each beat, on which the beat plays by itself."""

from __future__ import annotations

import tempfile
import uuid
from datetime import datetime
from pathlib import Path
from typing import Any

import av
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu

from pipeline.engine.deliver.frames import read_frames
from publish.cut import BeatVideo, cut_beats
from publish.rendered import RenderedBeat, RenderedVideo
from publish.site.stills import save
from publish.slides.pptx_theme import add_sections, new_deck, palette_of, placeholders_of, size_of
from publish.slides.pptx_timing import autoplay

MOST_VIDEOS = 25
"""In one deck: with about thirty large videos PowerPoint is reported to stop playing some."""
LARGEST = (1280, 720)
"""Pixels of a video that PowerPoint plays on any usual computer, many to a deck."""
_THUMBNAIL_WIDTH = 256
"""Pixels, as PowerPoint writes it."""


def write_pptx(video: RenderedVideo, path: Path) -> None:
    """Write a deck of one rendered video.

    Each slide is one beat: its video fills the slide and plays when the slide comes, its poster is
    the picture that shows the beat best, its notes are the narration, and its title, which only the
    outline and screen readers have, is the beat's number and name.

    Parameters
    ----------
    video
        A clip, or the whole lesson.
    path
        Where the deck goes.

    Raises
    ------
    PipelineError
        If a beat cannot be cut out of the video.
    """
    stills = dict(read_frames(video.path, [beat.still for beat in video.beats]))
    deck = new_deck(video.width, video.height, palette_of(stills[video.beats[0].still]))
    _describe(deck, video)
    sections: dict[str, list[int]] = {}
    with tempfile.TemporaryDirectory() as room:
        for cut in cut_beats(video, Path(room)):
            poster = cut.path.with_suffix(".jpg")
            save(stills[cut.beat.still], poster, video.width)
            slide = _add_slide(deck, cut, poster, video.language)
            sections.setdefault(cut.beat.clip.number, []).append(slide.slide_id)
            cut.path.unlink()
        thumbnail = Path(room) / "thumbnail.jpg"
        save(stills[video.poster_beat({}).still], thumbnail, _THUMBNAIL_WIDTH)
        _add_thumbnail(deck, thumbnail.read_bytes())
    if len(sections) > 1:
        titles = {clip.number: f"{clip.number} {clip.title}" for clip in video.clips}
        add_sections(
            deck,
            [
                (_identifier(f"{video.sha256} {number}"), titles[number], slides)
                for number, slides in sections.items()
            ],
        )
    deck.save(str(path))


def warning(video: RenderedVideo) -> str:
    """Return in one line what a deck of this video risks in PowerPoint; empty if nothing."""
    reasons = []
    if len(video.beats) > MOST_VIDEOS:
        reasons.append(f"{len(video.beats)} videos in one deck, more than {MOST_VIDEOS}")
    if video.width > LARGEST[0] or video.height > LARGEST[1]:
        reasons.append(
            f"videos of {video.width} × {video.height}, larger than {LARGEST[0]} × {LARGEST[1]}"
        )
    if not reasons:
        return ""
    return (
        f"{video.name}.pptx has {' and '.join(reasons)}: PowerPoint may stop playing some of them; "
        "one deck for each clip, from --profile preview, is safe"
    )


def _add_slide(deck: Deck, cut: BeatVideo, poster: Path, language: str) -> Slide:
    """Add the slide of one beat."""
    beat = cut.beat
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.element.find(qn("p:cSld")).set("name", beat.number)
    _write(slide.shapes.title, f"{beat.number} {beat.beat.chapter}", language)
    movie: Any = slide.shapes.add_movie(
        str(cut.path),
        Emu(0),
        Emu(0),
        *size_of(deck),
        poster_frame_image=str(poster),
        mime_type=CT.MP4,
    )
    named = movie.element.find(f"{qn('p:nvPicPr')}/{qn('p:cNvPr')}")
    named.set("name", f"Video {beat.number}")
    named.set("descr", beat.beat.shows or beat.beat.chapter)
    slide.element.replace(slide.element.find(qn("p:timing")), autoplay(movie.shape_id, cut.seconds))
    _add_notes(deck, slide, beat, language)
    return slide


def _add_notes(deck: Deck, slide: Slide, beat: RenderedBeat, language: str) -> None:
    """Write the narration to the page of notes, and the beat's number at its foot."""
    notes = slide.notes_slide
    _write(notes.notes_placeholder, beat.beat.narration, language)
    foot = next(shape for shape in placeholders_of(deck.notes_master) if "Footer" in shape.name)
    notes.shapes.clone_placeholder(foot)
    (written,) = [shape for shape in notes.shapes if "Footer" in shape.name]
    _write(written, beat.number, language)


def _write(shape: Any, text: str, language: str) -> None:
    """Write a text into a placeholder, and say in which language it is."""
    shape.text_frame.text = text
    for run in shape.element.iter(qn("a:r")):
        run.get_or_add_rPr().set("lang", language)


def _describe(deck: Deck, video: RenderedVideo) -> None:
    """Tell the deck's properties what the video's own tags tell."""
    with av.open(video.path) as container:
        tags = dict(container.metadata)
    titles = [clip.title for clip in video.clips]
    told = deck.core_properties
    told.title = tags.get("title") or titles[0]
    told.author = told.last_modified_by = tags.get("artist", "")
    told.subject = tags.get("comment", "")
    told.keywords = tags.get("album", "")
    told.language = video.language
    told.revision = 1
    if tags.get("date"):
        told.created = told.modified = datetime.fromisoformat(tags["date"])


def _identifier(text: str) -> str:
    """Return an identifier as PowerPoint writes it; the same text has always the same."""
    return f"{{{uuid.uuid5(uuid.NAMESPACE_OID, text)}}}".upper()


def _add_thumbnail(deck: Deck, picture: bytes) -> None:
    """Put a small picture where a file manager looks for it."""
    package = deck.part.package
    part = Part(PackURI("/docProps/thumbnail.jpeg"), CT.JPEG, package, picture)
    package.relate_to(part, RT.THUMBNAIL)
