"""The reviewer: takes the frames of a clip in place of the encoder, and applies the rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from manim import config
from numpy.typing import NDArray

from pipeline.review.flashes.flash import FlashMeter
from pipeline.review.number_sources import NumberSources
from pipeline.review.painter import Painter
from pipeline.review.rule import Frame, Rule, Show
from pipeline.review.rules.layout.coverage import CoverageRule
from pipeline.review.rules.layout.frame import FrameRule
from pipeline.review.rules.layout.overlap import OverlapRule
from pipeline.review.rules.layout.ticks import TicksRule
from pipeline.review.rules.legibility.contrast import ContrastRule
from pipeline.review.rules.legibility.dim import DimRule
from pipeline.review.rules.legibility.phone import PhoneRule
from pipeline.review.rules.legibility.roles import RolesRule
from pipeline.review.rules.meaning.reveal import RevealRule
from pipeline.review.rules.meaning.spoken import SpokenRule
from pipeline.review.rules.meaning.truth import TruthRule
from pipeline.review.rules.pacing.cuts import CutsRule
from pipeline.review.rules.pacing.flash import FlashRule
from pipeline.review.rules.pacing.load import LoadRule
from pipeline.review.rules.pacing.reading import ReadingRule
from pipeline.review.shapes import Box
from pipeline.review.sight import StageView, count_motions, gather_texts, see_parts
from pipeline.types import Finding
from scenes.stage import LessonScene

HOLD = 0.3
"""Seconds; a picture that is shown for as long as this is examined as a still."""
LOOKS_PER_SECOND = 4
"""How many frames of each second are examined while something moves."""

Pixels = NDArray[np.uint8]


class Reviewer:
    """Watches one performance.

    It has the methods of the encoder, so that it gets every frame that a viewer would see. When it
    gets a frame, the stage is still as it was drawn.

    Parameters
    ----------
    fps, width, height
        Frame rate and size of the picture.
    sources
        The numbers that may be shown.
    sampled
        Whether it gets only samples of each motion; then changes between two frames are not judged.
    """

    def __init__(
        self, fps: int, width: int, height: int, sources: NumberSources, *, sampled: bool = False
    ) -> None:
        self.fps, self.sources, self.sampled = fps, sources, sampled
        self.frames = 0
        self.findings: list[Finding] = []
        self._standing: dict[tuple[str, str, tuple[str, ...]], int] = {}
        self._meter = FlashMeter(fps, width, height)
        self._beat, self._opens = "", False
        self._still: StageView | None = None
        self._boxes: dict[int, Box] = {}
        self._rested, self._last = 0, np.empty(0, np.uint8)
        self._rules: tuple[Rule, ...] = ()

    def attend(self, scene: LessonScene) -> None:
        """Watch this scene from now on."""
        self.scene = scene
        self._order = {beat.name: place for place, beat in enumerate(scene.clip.beats)}
        self._rules = (
            FrameRule(scene.layout),
            OverlapRule(),
            PhoneRule(config.frame_width),
            ContrastRule(),
            DimRule(),
            RolesRule(),
            CoverageRule(scene.layout),
            TicksRule(),
            ReadingRule(sampled=self.sampled),
            LoadRule(),
            TruthRule(self.sources),
            SpokenRule(scene.clip),
            RevealRule(scene.clip, scene.direction.voice_seconds),
            *(() if self.sampled else (FlashRule(self._meter), CutsRule())),
        )

    def mark(self) -> None:
        """Note that a beat begins, and the numbers that the clip has computed."""
        self._end_beat()
        self._opens = True
        self.sources.hear(getattr(self.scene, "numbers", None), longest=None)

    def write(self, pixels: Pixels, repeat: int = 1, _damage: object = None) -> None:
        """Review one picture that is shown for ``repeat`` frames; it must not be changed later."""
        if self._opens:
            self._beat = self._beat_now()
        frame = Frame(self.frames, self._seconds, self._beat, pixels, repeat, self._opens)
        self._opens = False
        rests = np.array_equal(pixels, self._last)
        self._rested = self._rested + repeat if rests else repeat
        self._last = pixels
        for rule in self._rules:
            self._note(rule.watch(frame))
        # A sample of a motion is repeated too, but it is no still.
        renderer: Any = self.scene.renderer
        still = repeat >= HOLD * self.fps and renderer.hold == 1
        if still or self.sampled or self.frames % max(1, self.fps // LOOKS_PER_SECOND) == 0:
            view = self._look(still=still)
            self._still = view if still else self._still
            for rule in self._rules:
                self._note(rule.see(view))
        self.frames += repeat

    def close(self) -> None:
        """Judge the clip as a whole."""
        self._end_beat()
        spans = {span.name: span for span in self.scene.timeline}
        show = Show(self.scene.clip, self.fps, spans, self._rested)
        for rule in self._rules:
            self._note(rule.conclude(show))

    def _end_beat(self) -> None:
        """Judge the last still of the beat that has ended."""
        if self._still is not None:
            for rule in self._rules:
                self._note(rule.end(self._still))
        self._still = None

    @property
    def _seconds(self) -> float:
        return self.frames / self.fps

    def _beat_now(self) -> str:
        return self.scene.clip.beats[len(self.scene.timeline)].name

    def _look(self, *, still: bool) -> StageView:
        parts = see_parts(self.scene)
        texts = gather_texts(parts, self._boxes)
        self._boxes = {id(text.inscription): text.box for text in texts}
        seen: dict[str, Any] = {}
        if still:
            painter = Painter(self.scene, parts, texts)
            seen = {"crossings": painter.paint(), "behind": painter.behind}
        moving = 0 if still else count_motions(self.scene)
        return StageView(
            self.frames, self._seconds, self._beat, still, parts, texts, moving, **seen
        )

    def _note(self, findings: Iterable[Finding]) -> None:
        """Keep each finding once while it stays the same in successive beats."""
        for finding in findings:
            subject = (finding.rule, _kind(finding.what), finding.objects)
            beat = self._order[finding.beat]
            if self._standing.get(subject, -2) < beat - 1:
                self.findings.append(finding)
            self._standing[subject] = beat


def _kind(what: str) -> str:
    """Return the text of a finding without numbers: with other numbers it is the same fault."""
    return "".join(letter for letter in what if not letter.isdigit())
