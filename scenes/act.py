"""Acts: the parts of a long clip, each a few beats that share what is on stage."""

from __future__ import annotations

from typing import Any, Protocol

from manim import FadeIn, Mobject, VMobject

from scenes import theme
from scenes.components.motion.attention import dim
from scenes.layout import Layout


class Stage(Protocol):
    """What an act asks of the scene that it is played in."""

    layout: Layout
    numbers: Any
    mobjects: list[Mobject]

    def play(self, *args: Any, **kwargs: Any) -> None:
        """Play animations."""

    def wait(self, duration: float, /) -> None:
        """Hold the picture still."""

    def add(self, *mobjects: Any) -> Any:
        """Put mobjects on stage."""

    def remove(self, *mobjects: Any) -> Any:
        """Take mobjects off the stage."""

    def bring_to_front(self, *mobjects: Any) -> Any:
        """Draw mobjects above all others."""

    def bring_to_back(self, *mobjects: Any) -> Any:
        """Draw mobjects below all others."""

    def add_foreground_mobjects(self, *mobjects: Any) -> Any:
        """Keep mobjects above all others."""

    def remove_foreground_mobjects(self, *mobjects: Any) -> Any:
        """Let others be drawn above mobjects again."""

    def show_opening(self) -> None:
        """Open the lesson with its title."""

    def show_title(self) -> None:
        """Open the clip with its title."""

    def clear_stage(self, *keep: Mobject, run_time: float = ...) -> None:
        """Fade out all that is on stage, except ``keep``."""

    def all_but(self, *keep: Mobject) -> list[Mobject]:
        """Return all that is on stage, except ``keep``."""

    def point_at(self, *mobjects: VMobject, growth: float = ...) -> None:
        """Let the eye find something."""


class Act:
    """Some beats of a clip, one method each, in the order in which they are played.

    The clip's scene makes an act when its first beat begins, and hands it what the act before has
    left: a frozen dataclass, which that act's ``hand_over`` returns. A subclass annotates
    ``before`` with the type of that dataclass, or does without where it is the first one.

    Parameters
    ----------
    scene
        The clip's scene, which plays and measures.
    before
        What the act before hands over; ``None`` for the first act.
    """

    scene: Stage
    numbers: Any
    before: Any

    def __init__(self, scene: Stage, before: object = None) -> None:
        self.scene = scene
        self.before = before
        self.layout = scene.layout
        self.numbers = scene.numbers
        self.prepare()

    def prepare(self) -> None:
        """Build what several beats of this act need, before its first one."""

    def hand_over(self) -> Any:
        """Return what the next act needs of this one."""
        return None

    def play(self, *args: Any, **kwargs: Any) -> None:
        """Play animations on the scene."""
        self.scene.play(*args, **kwargs)

    def wait(self, seconds: float) -> None:
        """Hold the picture still."""
        self.scene.wait(seconds)

    def add(self, *mobjects: Mobject) -> None:
        """Put mobjects on stage, above all others."""
        self.scene.add(*mobjects)

    def remove(self, *mobjects: Mobject) -> None:
        """Take mobjects off the stage, with all their parts."""
        self.scene.remove(*mobjects)

    def bring_to_front(self, *mobjects: Mobject) -> None:
        """Draw mobjects above all others."""
        self.scene.bring_to_front(*mobjects)

    def bring_to_back(self, *mobjects: Mobject) -> None:
        """Draw mobjects below all others."""
        self.scene.bring_to_back(*mobjects)

    def clear_stage(self, *keep: Mobject, **settings: Any) -> None:
        """Fade out all that is on stage, except ``keep``."""
        self.scene.clear_stage(*keep, **settings)

    def point_at(self, *mobjects: VMobject, **settings: Any) -> None:
        """Let the eye find something: it swells once and is itself again."""
        self.scene.point_at(*mobjects, **settings)

    def ask(self, question: VMobject) -> None:
        """Show a question, and hold it still long enough for an answer of the viewer's own."""
        self.play(FadeIn(question, rate_func=theme.ENTER, run_time=theme.FADE))
        self.wait(theme.THINK)

    def focus_on(self, *targets: VMobject) -> tuple[VMobject, ...]:
        """Dim all but ``targets``, let these swell once, and return what is dimmed.

        ``scenes.components.motion.attention.undim`` gives that its strength back.
        """
        rest = tuple(thing for thing in self.scene.all_but(*targets) if isinstance(thing, VMobject))
        self.play(dim(*rest))
        self.point_at(*targets)
        return rest
