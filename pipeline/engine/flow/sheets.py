"""From clips to contact sheets: the finished segments, drawn first where they are missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from lessons.model import Clip
from lessons.pacing import BeatSpan
from pipeline.engine.deliver.frames import read_frames
from pipeline.engine.deliver.outputs import whole
from pipeline.engine.deliver.sheet import BEATS_PER_PAGE, BeatRow, Picture, draw_page
from pipeline.engine.flow.segments import obtain_segments
from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.keys.source_files import SourceFiles
from pipeline.engine.plan.plan import make_plan
from pipeline.engine.workspace.locks import hold_output, hold_store
from pipeline.engine.workspace.run import Run
from pipeline.types import ExitCode, Failure, Profile, Segment


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pictures that were written, and the clips that could not be drawn."""

    paths: tuple[Path, ...]
    failures: tuple[Failure, ...]

    @property
    def exit_code(self) -> ExitCode:
        """What to tell the shell."""
        return ExitCode.of(*self.failures)


def make_sheets(run: Run, wanted: Sequence[str], *, full: bool = False) -> Sheets:
    """Make the contact sheets of the clips ``wanted``, or of all.

    Parameters
    ----------
    run
        Where to work.
    wanted
        Numbers, slugs or ranges of clips, as typed; empty means every clip.
    full
        Also write each frame of the sheets in its own size.
    """
    plan = make_plan(run.lesson_name, wanted, run.profile, run.settings, run.theme)
    files = SourceFiles()
    keys = [take_fingerprint(job, files).key for job in plan.jobs]
    stored = all(map(run.store.seems_to_hold, keys))
    # Looking does not wait for a run that draws other clips into the same folder.
    with hold_store(run) if stored else hold_output(run):
        segments, failures, _ = obtain_segments(run, plan)
        folder = run.folder / "sheets"
        paths = [
            path for segment in segments for path in _write_sheet(run, segment, folder, full=full)
        ]
    return Sheets(tuple(paths), tuple(failures))


def _write_sheet(run: Run, segment: Segment, folder: Path, *, full: bool) -> list[Path]:
    clip, spans = segment.clip, segment.beats
    written = []
    count = -(-len(spans) // BEATS_PER_PAGE)
    for page in range(count):
        # Page by page: the frames of a whole clip would fill a gigabyte at the largest profile.
        shown = spans[page * BEATS_PER_PAGE : (page + 1) * BEATS_PER_PAGE]
        numbers = [number for span in shown for number in _moments(span).values()]
        pictures = dict(read_frames(run.store.blob(segment.blob), numbers))
        # Pillow's font has few letters, and a title may hold any: hence the slug.
        header = f"{segment.name} · {run.profile.name} · page {page + 1} of {count}"
        sheet = draw_page(header, [_row(clip, span, pictures, run.profile) for span in shown])
        written.append(_write_png(sheet, folder / f"{segment.name}-{page + 1}.png"))
        if full:
            written += _write_frames(clip, shown, pictures, folder / "full")
    for stale in set(folder.glob(f"{segment.name}-[0-9]*.png")) - set(written):
        stale.unlink()  # of a longer script: it would pass for a page of this sheet
    return written


def _write_frames(
    clip: Clip, spans: Sequence[BeatSpan], pictures: dict[int, Image.Image], folder: Path
) -> list[Path]:
    return [
        _write_png(pictures[number], folder / f"{_beat_id(clip, span)}-{moment}.png")
        for span in spans
        for moment, number in _moments(span).items()
    ]


def _row(clip: Clip, span: BeatSpan, pictures: dict[int, Image.Image], profile: Profile) -> BeatRow:
    middle, last = (
        Picture(pictures[number], f"{moment}   {_clock(number, profile)}   frame {number}")
        for moment, number in _moments(span).items()
    )
    return BeatRow(f"{_beat_id(clip, span)}  {span.name}", (middle, last))


def _moments(span: BeatSpan) -> dict[str, int]:
    """Return the frames of a beat that a sheet shows."""
    return {"middle": (span.start + span.end) // 2, "last": span.end - 1}


def _beat_id(clip: Clip, span: BeatSpan) -> str:
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
