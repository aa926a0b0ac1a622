"""Every clip, played once for all tests that look at it: to its end, without a frame drawn."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from lessons.library import load_lesson
from lessons.model import Beat
from pipeline.fastdraw.patches.install import patched_manim
from scenes.stage import Direction, LessonScene

LESSON = load_lesson("derivatives")


class Inspector:
    """Looks at the stage whenever a beat begins: at what the beat before it left."""

    def __init__(self) -> None:
        self.scene: LessonScene
        self.begun: list[str] = []
        self.outside: list[tuple[str, str]] = []

    def __call__(self, beat: Beat) -> None:
        self.look()
        self.begun.append(beat.name)

    def look(self) -> None:
        safe = self.scene.layout.safe
        for mobject in self.scene.mobjects:
            for part in mobject.family_members_with_points():
                seen = max(part.get_fill_opacity(), part.get_stroke_opacity())
                if seen > 0 and not safe.holds(part, slack=1e-3):
                    self.outside.append((self.begun[-1], type(part).__name__))


def scene_class(lesson, clip):
    """The class of a clip's scene, in its folder's ``clip.py`` or in its one file."""
    module = f"{lesson.scenes}.{clip.module}"
    inside = f"{module}.clip"
    return getattr(import_module(inside if find_spec(inside) else module), clip.scene)


@cache
def performance(lesson_name: str, number: str) -> Inspector:
    """Play a clip and return who looked at it; its scene holds the timeline."""
    lesson = load_lesson(lesson_name)
    inspector = Inspector()
    scene = scene_class(lesson, lesson[number])
    with patched_manim():
        inspector.scene = scene(direction=Direction(beats=(), on_beat=inspector))
        inspector.scene.render()
        inspector.look()
    return inspector
