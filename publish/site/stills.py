"""Stills: the picture that shows each beat best, and a poster for each clip, out of the videos."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from pipeline.engine.deliver.frames import read_frames
from publish.rendered import RenderedVideo

STILL_WIDTH, POSTER_WIDTH = 640, 1280
"""Pixels; a smaller video is not enlarged."""
_QUALITY = 82


def write_stills(video: RenderedVideo, thumbnails: Mapping[str, str], folder: Path) -> None:
    """Write ``stills/06.3.jpg`` for each beat of a clip's video, and ``posters/<clip>.jpg``."""
    frames: dict[int, list[Path]] = {}
    for beat in video.beats:
        frames.setdefault(beat.still, []).append(folder / f"stills/{beat.number}.jpg")
    poster = folder / poster_name(video)
    frames.setdefault(video.poster_beat(thumbnails).still, []).append(poster)
    for number, picture in read_frames(video.path, frames):
        for path in frames[number]:
            path.parent.mkdir(parents=True, exist_ok=True)
            save(picture, path, POSTER_WIDTH if path == poster else STILL_WIDTH)


def poster_name(video: RenderedVideo) -> str:
    """Return where the poster of a clip's video lies, below the lesson's folder."""
    return f"posters/{video.name}.jpg"


def save(picture: Image.Image, path: Path, width: int) -> None:
    """Save a picture as JPEG, at most ``width`` pixels wide."""
    if picture.width > width:
        height = round(picture.height * width / picture.width)
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    picture.save(path, "JPEG", quality=_QUALITY, optimize=True, progressive=True)


def still_size(video: RenderedVideo) -> tuple[int, int]:
    """Return the width and height of a still, in pixels."""
    width = min(video.width, STILL_WIDTH)
    return width, round(video.height * width / video.width)
