"""From a clip and its past to what has changed: why it would be rendered again."""

from __future__ import annotations

from pipeline.engine.keys.differences import differences
from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.plan.job import LessonJob
from pipeline.engine.plan.plan import plan_one
from pipeline.engine.store.cas import Record
from pipeline.engine.workspace.run import Run
from pipeline.types import Fingerprint, Json


def explain_changes(run: Run, word: str) -> list[str]:
    """Return one line for each ingredient of the clip's key that is not as it was last time.

    Last time means the stored result that was used last: after a change was taken back, the new
    change is told against what is on screen, not against the one in between. Where nothing has
    changed, the lines say what had changed when the stored clip was rendered.
    """
    job = plan_one(run.lesson_name, word, run.profile, run.settings, run.theme)
    fingerprint = take_fingerprint(job)
    if run.store.peek(fingerprint.key):
        return [
            "nothing changed: the stored clip would be used",
            *(f"when it was rendered: {line}" for line in _told_then(run, job, fingerprint)),
        ]
    last = _last_record(run, job)
    if last is None:
        return [f"never rendered at this profile ({job.profile.name}) in the theme {job.theme}"]
    ingredients: Json = last.body["ingredients"]
    return differences(ingredients, fingerprint.ingredients) or [
        "nothing changed, but the stored video is damaged or gone: it would be rendered again"
    ]


def _records(run: Run, job: LessonJob) -> list[Record]:
    """Return the stored results of the clip at this profile, used longest ago first."""
    return [
        record
        for record in run.store.records()
        if all(record.body.get(name) == value for name, value in job.filed.items())
    ]


def _last_record(run: Run, job: LessonJob) -> Record | None:
    return next(reversed(_records(run, job)), None)


def _told_then(run: Run, job: LessonJob, now: Fingerprint) -> list[str]:
    """Return what had changed when the stored clip was rendered, since the time before that."""
    records = sorted(_records(run, job), key=lambda record: record.created)
    keys = [record.key for record in records]
    place = keys.index(now.key) if now.key in keys else 0
    if place == 0:
        return []
    return differences(records[place - 1].body["ingredients"], now.ingredients)
