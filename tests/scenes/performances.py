"""Every clip, played once for all tests that look at it, and what the quick review says of it."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from pipeline.engine.flow.review import review_lesson
from pipeline.engine.plan.profiles import profile_named
from pipeline.engine.workspace.run import MEDIA, Run
from pipeline.types import Verdict
from tests.harness.runs import PROJECT

DRAFT = profile_named("draft")
FPS = DRAFT.fps


def scene_class(lesson, clip):
    """The class of a clip's scene, in its folder's ``clip.py`` or in its one file."""
    module = f"{lesson.scenes}.{clip.module}"
    inside = f"{module}.clip"
    return getattr(import_module(inside if find_spec(inside) else module), clip.scene)


def performance(lesson: str, number: str) -> Verdict:
    """What was seen when a clip was played: its beats, what they show, and the findings."""
    return _performances(lesson)[number]


@cache
def _performances(lesson: str) -> dict[str, Verdict]:
    """Review each clip of a lesson in the project's own store, which knows most of them already."""
    run = Run(lesson, DRAFT, store_root=PROJECT / MEDIA / ".store", slots=2)
    reviewed = review_lesson(run, (), quick=True)
    assert not reviewed.failures
    return {verdict.clip.number: verdict for verdict in reviewed.verdicts}
