"""From clips to contact sheets: the finished segments, drawn first where they are missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from lessons.model import Clip
from pipeline.fingerprint import take_fingerprint
from pipeline.flow.lesson import obtain_segments
from pipeline.flow.workshop import Workshop
from pipeline.frames import read_frames
from pipeline.outputs import whole
from pipeline.plan import make_plan
from pipeline.sheet import BEATS_PER_PAGE, BeatRow, Picture, draw_page
from pipeline.types import ExitCode, Failure, Profile, Segment, Span


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pictures that were written, and the clips that could not be drawn."""

    paths: tuple[Path, ...]
    failures: tuple[Failure, ...]

    @property
    def exit_code(self) -> ExitCode:
        """What to tell the shell."""
        return ExitCode.FAILED if self.failures else ExitCode.OK


def make_sheets(shop: Workshop, words: Sequence[str], *, full: bool = False) -> Sheets:
    """Make the contact sheets of all drawn clips, or of those named by ``words``.

    Parameters
    ----------
    shop
        Where to work.
    words
        Which clips.
    full
        Also write each frame of the sheets in its own size.
    """
    plan = make_plan(shop.lesson_name, words, shop.profile, shop.settings)
    stored = all(shop.store.peek(take_fingerprint(job).key) for job in plan.jobs)
    # Looking does not wait for a run that draws other clips into the same folder.
    with shop.visited() if stored else shop.opened():
        segments, failures, _ = obtain_segments(shop, plan)
        folder = shop.folder / "sheets"
        paths = [
            path for segment in segments for path in _write_sheet(shop, segment, folder, full=full)
        ]
    return Sheets(tuple(paths), tuple(failures))


def _write_sheet(shop: Workshop, segment: Segment, folder: Path, *, full: bool) -> list[Path]:
    clip, spans = segment.clip, segment.beats
    written = []
    count = -(-len(spans) // BEATS_PER_PAGE)
    for page in range(count):
        # Page by page: the frames of a whole clip would fill a gigabyte at the largest profile.
        shown = spans[page * BEATS_PER_PAGE : (page + 1) * BEATS_PER_PAGE]
        wanted = [number for span in shown for number in _moments(span).values()]
        pictures = dict(read_frames(shop.store.blob(segment.blob), wanted))
        # Pillow's font has few letters, and a title may hold any: hence the slug.
        header = f"{segment.name} · {shop.profile.name} · page {page + 1} of {count}"
        sheet = draw_page(header, [_row(clip, span, pictures, shop.profile) for span in shown])
        written.append(_write_png(sheet, folder / f"{segment.name}-{page + 1}.png"))
        if full:
            written += _write_frames(clip, shown, pictures, folder / "full")
    for stale in set(folder.glob(f"{segment.name}-[0-9]*.png")) - set(written):
        stale.unlink()  # of a longer script: it would pass for a page of this sheet
    return written


def _write_frames(
    clip: Clip, spans: Sequence[Span], pictures: dict[int, Image.Image], folder: Path
) -> list[Path]:
    return [
        _write_png(pictures[number], folder / f"{_beat_id(clip, span)}-{moment}.png")
        for span in spans
        for moment, number in _moments(span).items()
    ]


def _row(clip: Clip, span: Span, pictures: dict[int, Image.Image], profile: Profile) -> BeatRow:
    middle, last = (
        Picture(pictures[number], f"{moment}   {_clock(number, profile)}   frame {number}")
        for moment, number in _moments(span).items()
    )
    return BeatRow(f"{_beat_id(clip, span)}  {span.name}", (middle, last))


def _moments(span: Span) -> dict[str, int]:
    """Return the frames of a beat that a sheet shows."""
    return {"middle": (span.start + span.end) // 2, "last": span.end - 1}


def _beat_id(clip: Clip, span: Span) -> str:
    (beat,) = (beat for beat in clip.beats if beat.name == span.name)
    return clip.beat_id(beat)


def _clock(number: int, profile: Profile) -> str:
    """Return the time of a frame, ``1:07.4``."""
    minutes, tenths = divmod(number * 10 // profile.fps, 600)
    return f"{minutes}:{tenths // 10:02}.{tenths % 10}"


def _write_png(image: Image.Image, path: Path) -> Path:
    with whole(path) as temporary:
        image.save(temporary, format="PNG")
    return path
