"""Pages: fills the templates of the decks, and puts beside them, or into them, what they need."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from lessons.model import Lesson
from pipeline.captions.transcript import clock
from pipeline.engine.deliver.frames import read_frames
from pipeline.types import Json
from publish.folder import bring
from publish.rendered import RenderedVideo
from publish.site.assets import STATIC as SITE_STATIC
from publish.site.colours import style_sheet
from publish.site.stills import poster_name, still_size
from publish.site.writer import POLICY
from publish.slides.stops import Stop, deck_data
from publish.templates import page_environment

ASSETS = "assets"
REVEAL = Path(__file__).parent / "reveal"
"""The parts of reveal.js that a deck needs, as they were published, with their hashes."""
_STATIC = Path(__file__).parent / "static"
_SHEETS = ("colours.css", "type.css", "reveal.css", "deck.css", "deck-notes.css")
_LIST_SHEETS = ("colours.css", "type.css", "deck.css", "decks.css")
_SCRIPTS = (
    "reveal.js",
    "deck-player.js",
    "deck-keys.js",
    "deck-notes.js",
    "deck-overview.js",
    "deck-speaker.js",
    "deck.js",
)
"""In the order in which they run."""
_FONT = re.compile(r'url\("(?P<name>[\w-]+\.woff2)"\)')


@dataclass(frozen=True, slots=True)
class InlineParts:
    """What a deck in one file holds instead of naming it.

    Attributes
    ----------
    sheets, scripts
        Style sheets and scripts, as they stand in their elements.
    video
        The video as base64.
    licence
        The terms of reveal.js.
    """

    sheets: tuple[Markup, ...]
    scripts: tuple[Markup, ...]
    video: Markup
    licence: Markup


class DeckWriter:
    """Writes the decks of a lesson into its folder.

    Parameters
    ----------
    folder
        The folder of the lesson's decks, with its stills and posters.
    lesson
        The lesson.
    theme
        In which its videos were drawn; the decks take its colours.
    """

    def __init__(self, folder: Path, lesson: Lesson, theme: str) -> None:
        self.folder, self.lesson, self.theme = folder, lesson, theme
        self._environment = page_environment(Path(__file__).parent / "templates")
        assets = folder / ASSETS
        assets.mkdir()
        for path in (*_STATIC.iterdir(), *REVEAL.glob("reveal.*s"), SITE_STATIC / "icon.svg"):
            shutil.copyfile(path, assets / path.name)
        shutil.copyfile(REVEAL / "LICENSE", assets / "reveal-licence.txt")
        (assets / "colours.css").write_text(style_sheet(), encoding="utf-8")

    def write_deck(self, video: RenderedVideo, stops: Sequence[Stop]) -> Path:
        """Write the deck of a clip, with its video beside it; return its page."""
        bring(video.path, self.folder / f"{video.name}.mp4")
        stills = {stop.number: stop.still for stop in stops}
        return self._write_deck(video, stops, stills, None, POLICY)

    def write_one_file(self, video: RenderedVideo, stops: Sequence[Stop]) -> Path:
        """Write the deck of a clip as one file that holds the video and everything else."""
        inline = InlineParts(
            sheets=tuple(self._asset(name) for name in _SHEETS),
            scripts=tuple(self._asset(name) for name in _SCRIPTS),
            video=Markup(_base64(video.path)),  # noqa: S704 letters and digits alone
            licence=Markup((REVEAL / "LICENSE").read_text(encoding="utf-8")),  # noqa: S704 ours
        )
        stills = {
            stop.number: f"data:image/jpeg;base64,{_base64(self.folder / stop.still)}"
            for stop in stops
        }
        return self._write_deck(video, stops, stills, inline, _policy_of(inline))

    def write_list(self, decks: Sequence[Json], papers: Sequence[Json]) -> None:
        """Write the page that lists all decks, and what else lies beside them."""
        self._write(
            "index.html",
            "decks.html",
            policy=POLICY,
            sheets=_LIST_SHEETS,
            decks=decks,
            papers=papers,
        )

    def _write_deck(
        self,
        video: RenderedVideo,
        stops: Sequence[Stop],
        stills: Json,
        inline: InlineParts | None,
        policy: str,
    ) -> Path:
        width, height = still_size(video)
        captions = base64.b64encode(video.captions("vtt").read_bytes()).decode()
        return self._write(
            f"{video.name}.html",
            "deck.html",
            policy=policy,
            inline=inline,
            language=video.language,
            clip=video.clips[0],
            data=deck_data(video, stops, _ground_of(video)),
            stops=[
                {name: getattr(stop, name) for name in Stop.__dataclass_fields__}
                | {"picture": stills[stop.number]}
                for stop in stops
            ],
            video=f"{video.name}.mp4",
            captions=f"data:text/vtt;base64,{captions}",
            width=video.width,
            height=video.height,
            still_width=width,
            still_height=height,
            sheets=_SHEETS,
            scripts=_SCRIPTS,
        )

    def _asset(self, name: str) -> Markup:
        """Return a style sheet or a script of ours as it stands in a page."""
        text = (self.folder / ASSETS / name).read_text(encoding="utf-8")
        return Markup(_FONT.sub(self._font, text))  # noqa: S704 no text of a lesson is in it

    def _font(self, named: re.Match[str]) -> str:
        """Return the address of a font that holds the font itself."""
        packed = _base64(self.folder / ASSETS / named["name"])
        return f'url("data:font/woff2;base64,{packed}")'

    def _write(self, name: str, template: str, **given: Any) -> Path:
        path = self.folder / name
        given |= {"lesson": self.lesson, "theme": self.theme}
        text = self._environment.get_template(template).render(given)
        path.write_text(text.lstrip().rstrip() + "\n", encoding="utf-8")
        return path


def deck_card(video: RenderedVideo, *, html: bool, pptx: bool) -> Json:
    """Return what the list of decks says of a clip's deck."""
    clip = video.clips[0]
    width, height = still_size(video)
    return {
        "number": clip.number,
        "title": clip.title,
        "page": f"{video.name}.html" if html else "",
        "pptx": f"{video.name}.pptx" if pptx else "",
        "poster": poster_name(video),
        "width": width,
        "height": height,
        "stops": len(video.beats),
        "length": clock(video.seconds),
    }


def size_of_one_file(video: RenderedVideo) -> int:
    """Return about how many bytes a deck in one file will have: its video as base64."""
    return video.path.stat().st_size * 4 // 3


def _policy_of(inline: InlineParts) -> str:
    """Return the policy of a page in one file: exactly its own scripts and sheets run."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hashes(inline.scripts)}",
            f"style-src {_hashes(inline.sheets)}",
            "img-src data:",
            "font-src data:",
            "media-src blob: data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hashes(texts: Sequence[str]) -> str:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def _ground_of(video: RenderedVideo) -> str:
    """Return the colour of a video's first corner as it is decoded: what surrounds the picture.

    The encoder may move the colour of the theme by a step, and a seam would be seen around it.
    """
    _, picture = next(read_frames(video.path, [0]))
    red, green, blue = picture.convert("RGB").getpixel((0, 0))  # type: ignore[misc]
    return f"#{red:02x}{green:02x}{blue:02x}"


def _base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()
