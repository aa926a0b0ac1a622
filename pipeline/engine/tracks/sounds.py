"""From the voice of each beat to the sound of a video: every line at its measured place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.audio.mix import Placed, mix
from pipeline.audio.waves import RATE
from pipeline.engine.deliver.timeline import beats_of
from pipeline.engine.store.lock import scratch
from pipeline.engine.workspace.run import Run
from pipeline.types import LEAD, Segment, Speech


def speeches_of(segments: Sequence[Segment], fps: int) -> list[tuple[int, Speech]]:
    """Return the first sample of each speech in a video of these clips, and the speech."""
    return [
        (round((span.cue / fps + LEAD) * RATE), speech)
        for _, span, speech in beats_of(segments)
        if speech
    ]


@contextmanager
def sound_of(
    run: Run, speeches: Sequence[tuple[int, Speech]], frames: int, loudness: float
) -> Iterator[Path | None]:
    """Lend the sound of a video of so many frames; ``None`` where there is no voice."""
    if not speeches:
        yield None
        return
    with scratch(run.scratch_root) as folder:
        target = folder / "sound.mp4"
        lines = [Placed(run.store.blob(speech.blob), start) for start, speech in speeches]
        mix(lines, round(frames / run.profile.fps * RATE), target, loudness)
        yield target
