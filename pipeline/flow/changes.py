"""From a clip and its past to what has changed: why it would be rendered again."""

from __future__ import annotations

from pipeline.fingerprint import differences, take_fingerprint
from pipeline.flow.workshop import Workshop
from pipeline.job import RENDER, LessonJob
from pipeline.plan import plan_one
from pipeline.store.cas import Record
from pipeline.types import Json


def explain_changes(shop: Workshop, word: str) -> list[str]:
    """Return one line for each ingredient of the clip's key that is not as it was last time.

    Last time means the stored result that was used last: after a change was taken back, the new
    change is told against what is on screen, not against the one in between.
    """
    job = plan_one(shop.lesson_name, word, shop.profile, shop.settings)
    fingerprint = take_fingerprint(job)
    if shop.store.peek(fingerprint.key):
        return ["nothing changed: the stored clip would be used"]
    last = _last_record(shop, job)
    if last is None:
        return [f"never rendered at this profile ({job.profile.name})"]
    ingredients: Json = last.body["ingredients"]
    return differences(ingredients, fingerprint.ingredients) or [
        "nothing changed, but the stored video is damaged or gone: it would be rendered again"
    ]


_WHAT = ("work", "lesson", "clip", "profile", "parameters")


def _last_record(shop: Workshop, job: LessonJob) -> Record | None:
    mine = (RENDER, job.lesson_name, job.clip.number, job.profile.name, dict(job.parameters))
    last = None
    for record in shop.store.records():
        if tuple(record.body.get(name) for name in _WHAT) == mine:
            last = record
    return last
