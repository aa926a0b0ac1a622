"""From a clip and its past to what has changed: why it would be rendered again."""

from __future__ import annotations

from pipeline.audio.voice_settings import SILENT, Casting
from pipeline.engine.keys.differences import differences
from pipeline.engine.keys.fingerprint import take_fingerprint
from pipeline.engine.plan.job import LessonJob
from pipeline.engine.plan.plan import Plan, plan_one
from pipeline.engine.store.store import Record
from pipeline.engine.tracks.voices import stored_voice
from pipeline.engine.workspace.run import Run
from pipeline.types import Fingerprint, Json


def explain_changes(run: Run, word: str, casting: Casting = SILENT) -> list[str]:
    """Return one line for each ingredient of the clip's key that is not as it was last time.

    Last time means the stored result that was used last: after a change was taken back, the new
    change is compared with what is on screen, not with the one in between. Where nothing has
    changed, the lines say what had changed when the stored clip was rendered. ``casting`` says who
    speaks; no line is spoken now.
    """
    job = plan_one(run.lesson_name, word, run.profile, run.settings, run.theme)
    voiced, unspoken = stored_voice(run, casting, Plan(job.lesson, (job,), ()))
    if unspoken:
        return [
            f"lines that this voice has not spoken yet: {len(unspoken)}; "
            "render speaks them first, for they decide how long the beats last"
        ]
    (job,) = voiced.jobs
    fingerprint = take_fingerprint(job)
    if run.store.seems_to_hold(fingerprint.key):
        return [
            "nothing changed: the stored clip would be used",
            *(f"when it was rendered: {line}" for line in _changes_then(run, job, fingerprint)),
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
        if all(record.body.get(name) == value for name, value in job.record_fields.items())
    ]


def _last_record(run: Run, job: LessonJob) -> Record | None:
    return next(reversed(_records(run, job)), None)


def _changes_then(run: Run, job: LessonJob, now: Fingerprint) -> list[str]:
    """Return what had changed when the stored clip was rendered, since the time before that."""
    records = sorted(_records(run, job), key=lambda record: record.created)
    keys = [record.key for record in records]
    place = keys.index(now.key) if now.key in keys else 0
    if place == 0:
        return []
    return differences(records[place - 1].body["ingredients"], now.ingredients)
