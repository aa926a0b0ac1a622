"""Files beside a page: its videos and captions, and how the page names them."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Sequence
from pathlib import Path

from pipeline.captions.write import chapters_to_vtt
from pipeline.types import Chapter, Json
from publish.rendered import RenderedVideo
from publish.site.av1 import SUFFIX, TYPE
from publish.site.pages import ClipView


def put_files(video: RenderedVideo, folder: Path) -> None:
    """Copy a video and its captions into the lesson's folder."""
    shutil.copyfile(video.path, folder / f"{video.name}.mp4")
    for kind in ("vtt", "srt"):
        path = video.captions(kind)
        shutil.copyfile(path, folder / path.name)


def downloads(video: RenderedVideo, folder: Path, *, av1: bool) -> list[Json]:
    """Return what a page offers to take away: a label, the file, and its size for people."""
    files = [("Video (MP4)", f"{video.name}.mp4")]
    files += [("Video (AV1)", f"{video.name}{SUFFIX}")] if av1 else []
    files += [(f"Captions ({kind.upper()})", video.captions(kind).name) for kind in ("vtt", "srt")]
    files.append(("Transcript (Markdown)", f"{video.name}.transcript.md"))
    files.append(("Chapters (JSON)", f"{video.name}.chapters.json"))
    return [{"label": label, "href": file, "size": _size(folder / file)} for label, file in files]


def transcript(title: str, video: RenderedVideo, views: Sequence[ClipView]) -> str:
    """Return what is said and shown as Markdown, with a link to the time of each beat."""
    lines = [f"# {title}"]
    for clip in views:
        lines.append(f"## {clip.number} {clip.title}")
        for beat in clip.beats:
            at = f"[{beat.clock}]({video.name}.mp4#t={beat.start:.2f})"
            lines.append(f"{at} **{beat.title}** {beat.narration}")
            if beat.shows:
                lines.append(f"> {beat.shows}")
            if beat.shown:
                texts = ["".join(part.gap + part.text for part in parts) for parts in beat.shown]
                shown = " · ".join(f"`{text.replace('`', chr(39))}`" for text in texts)
                lines.append(f"> On screen: {shown}")
    return "\n\n".join(lines) + "\n"


def sources(video: RenderedVideo, *, av1: bool) -> list[Json]:
    """Return the files that a player may choose from, the smaller one first."""
    first = [{"src": f"{video.name}{SUFFIX}", "type": TYPE}] if av1 else []
    return [*first, {"src": f"{video.name}.mp4", "type": "video/mp4"}]


def tracks(video: RenderedVideo, views: Sequence[ClipView]) -> list[Json]:
    """Return captions, chapters and descriptions as data addresses: files are closed to files."""
    told = [view for clip in views for view in clip.beats]
    chapters = [
        Chapter(view.title, beat.first, beat.last)
        for beat, view in zip(video.beats, told, strict=True)
    ]
    texts = {
        "captions": video.captions("vtt").read_text(encoding="utf-8"),
        "chapters": chapters_to_vtt(chapters, video.fps),
        "descriptions": video.captions("descriptions.vtt").read_text(encoding="utf-8"),
    }
    return [
        {"kind": kind, "label": kind.capitalize(), "src": _data_address(text)}
        for kind, text in texts.items()
    ]


def _data_address(text: str) -> str:
    return "data:text/vtt;base64," + base64.b64encode(text.encode()).decode()


def _size(path: Path) -> str:
    """Return the size of a file for people."""
    size = path.stat().st_size
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} kB"
