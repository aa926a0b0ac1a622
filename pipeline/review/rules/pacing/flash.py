"""Flash: no picture flashes so fast that it may harm a viewer (WCAG 2.2, criterion 2.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.review.flashes.flash import FlashMeter
from pipeline.review.rule import Frame, Rule, Show
from pipeline.types import Finding


class FlashRule(Rule):
    """The clip has no general flash and no red flash, measured on every frame."""

    name = "flash"

    def __init__(self, meter: FlashMeter) -> None:
        self.meter = meter

    def watch(self, frame: Frame) -> tuple[Finding, ...]:
        """Measure a picture."""
        self.meter.see(frame.pixels, frame.repeat)
        return ()

    def conclude(self, show: Show) -> Iterator[Finding]:
        """Return the seconds in which the picture flashes."""
        for flash in self.meter.flashes():
            beat = next(name for name, span in show.spans.items() if flash.first_frame < span.end)
            what = f"{flash.count} {flash.kind} flashes within a second"
            yield Finding(self.name, beat, flash.first_frame / show.fps, what)
