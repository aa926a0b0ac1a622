"""Thumbnails: a picture of the video and a few words in the lesson's own type."""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path

import typst
from PIL import Image

from pipeline.engine.deliver.frames import read_frames
from pipeline.types import PipelineError
from publish.rendered import RenderedBeat, RenderedVideo
from scenes.palette import PALETTES, Palette

SIZE, UPRIGHT = (1280, 720), (1080, 1920)
"""Pixels of a thumbnail, as YouTube asks for, and of a Short's."""
MOST_BYTES = 2 * 10**6
"""YouTube takes no larger file."""
_PAGE = """
#let told = json(bytes(sys.inputs.told))
#let (wide, high) = told.size.map(side => side * 1pt)
#set page(width: wide, height: high, margin: 0pt, background: image("picture.png"))
#set text(font: "Libertinus Serif", size: 148pt, fill: rgb(told.ink), weight: "bold")
#set par(leading: 0.28em)
#place(bottom + left, block(
  width: 100%,
  inset: (x: 44pt, top: 24pt, bottom: 30pt),
  fill: rgb(told.ground),
  stroke: (top: 10pt + rgb(told.accent)),
  context {
    let words = told.words
    let size = 148pt
    // One line if it can be: below the lowest sixth, which is kept free for captions, it covers
    // nothing of the picture. Else two lines.
    while size > 100pt and measure(text(size: size, words)).width > wide - 88pt {
      size = size - 2pt
    }
    text(size: size, words)
  },
))
"""


def write_thumbnail(
    video: RenderedVideo, beat: RenderedBeat, words: str, theme: str, path: Path
) -> None:
    """Write the thumbnail of a video as PNG, below YouTube's limit of bytes.

    It has 1280 by 720 pixels, or 1080 by 1920 where the video is upright.

    Parameters
    ----------
    video, beat
        The video, and the beat whose picture it shows.
    words
        A few words; user text, which never becomes code.
    theme
        The theme in which the video is drawn.
    path
        Where it goes.

    Raises
    ------
    PipelineError
        If it cannot be made small enough.
    """
    _, picture = next(iter(read_frames(video.path, [beat.still])))
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        size = UPRIGHT if video.height > video.width else SIZE
        picture.resize(size, Image.Resampling.LANCZOS).save(folder / "picture.png")
        page = folder / "page.typ"
        page.write_text(_PAGE, encoding="utf-8")
        made = typst.compile(
            page, root=folder, format="png", ppi=72.0, sys_inputs=_inputs(words, theme, size)
        )
    with Image.open(io.BytesIO(made)) as thumbnail:
        flat = thumbnail.convert("RGB")
    for colours in (None, 256, 128, 64):
        told = flat if colours is None else flat.quantize(colours)
        told.save(path, "PNG", optimize=True)
        if path.stat().st_size <= MOST_BYTES:
            return
    raise PipelineError(f"the thumbnail of {video.name} is larger than {MOST_BYTES} bytes")


def _inputs(words: str, theme: str, size: tuple[int, int]) -> dict[str, str]:
    colours: Palette = PALETTES[theme]
    told = {
        "words": words,
        "size": size,
        "ink": colours.ink,
        "ground": colours.bg,
        "accent": colours.exact,
    }
    return {"told": json.dumps(told)}
