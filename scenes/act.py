"""Acts: the parts of a long clip, each a few beats that share what is on stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from manim import Mobject, VMobject

if TYPE_CHECKING:
    from scenes.stage import LessonScene


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

    numbers: Any
    before: Any

    def __init__(self, scene: LessonScene, before: object = None) -> None:
        self.scene: LessonScene = scene
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
