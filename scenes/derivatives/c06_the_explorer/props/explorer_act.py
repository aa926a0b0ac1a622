"""An act of clip 06: what is on stage gives way to what a beat needs, whatever came before."""

from __future__ import annotations

from manim import FadeIn, FadeOut, Mobject

from scenes import theme
from scenes.act import Act
from scenes.components.motion.carry import late

OVERLAP = (0.45, 0.55)
"""The shares of the time at which what comes begins to appear, and at which the rest has left."""


class ExplorerAct(Act):
    """An act whose beats may follow any other beat, since an example may leave some out."""

    def show_only(self, *things: Mobject) -> None:
        """Let all but ``things`` give way to those of them that are not on stage yet."""
        there = {id(part) for thing in self.scene.mobjects for part in thing.get_family()}
        leaving = [FadeOut(thing, rate_func=_early) for thing in self.scene.all_but(*things)]
        arrival = late(OVERLAP[0])
        coming = [FadeIn(thing, rate_func=arrival) for thing in things if id(thing) not in there]
        if leaving or coming:
            self.play(*leaving, *coming, run_time=theme.WRITE)


def _early(share: float) -> float:
    """Fade evenly within the first part of the time."""
    return min(1.0, share / OVERLAP[1])
