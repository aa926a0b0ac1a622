"""From the voice of each beat to the sound of a video: every line at its measured place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.audio.mix import Placed, mix
from pipeline.audio.waves import RATE
from pipeline.flow.workshop import Workshop
from pipeline.lock import scratch
from pipeline.types import LEAD, Segment, Speech


def speeches_of(segments: Sequence[Segment], fps: int) -> list[tuple[int, Speech]]:
    """Return the first sample of each speech in a video of these clips, and the speech."""
    found, offset = [], 0
    for segment in segments:
        for span in segment.beats:
            if speech := segment.speeches.get(span.name):
                begins = (offset + span.cue) / fps + LEAD
                found.append((round(begins * RATE), speech))
        offset += segment.frames
    return found


@contextmanager
def sound_of(shop: Workshop, segments: Sequence[Segment], loudness: float) -> Iterator[Path | None]:
    """Lend the sound of a video of these clips; ``None`` where nobody speaks."""
    speeches = speeches_of(segments, shop.profile.fps)
    if not speeches:
        yield None
        return
    frames = sum(segment.frames for segment in segments)
    with scratch(shop.store_root.resolve() / "scratch") as folder:
        target = folder / "sound.mp4"
        lines = [Placed(shop.store.blob(speech.blob), start) for start, speech in speeches]
        mix(lines, round(frames / shop.profile.fps * RATE), target, loudness)
        yield target
