"""From clips to what a viewer would stumble over in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.dispatch import JobError
from pipeline.estimate import CHECK
from pipeline.fingerprint import check_key, take_fingerprint
from pipeline.flow.jobs import work_through
from pipeline.flow.workshop import Workshop, explain
from pipeline.job import LessonJob
from pipeline.lock import scratch
from pipeline.plan import make_plan
from pipeline.types import Acceptance, Event, ExitCode, Failure, Finding, Json, Verdict

_VERDICT = "verdict.json"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the eye says of each clip, and which clips it could not see."""

    verdicts: tuple[Verdict, ...]
    failures: tuple[Failure, ...]

    @property
    def exit_code(self) -> ExitCode:
        """What to tell the shell."""
        wrong = self.failures or any(verdict.errors for verdict in self.verdicts)
        return ExitCode.FAILED if wrong else ExitCode.OK


def check_lesson(shop: Workshop, words: Sequence[str]) -> Checked:
    """Look at all drawn clips, or at those named by ``words``, as a viewer would.

    A clip that has not changed is not looked at again: what was said of it is in the store.
    """
    plan = make_plan(shop.lesson_name, words, shop.profile, shop.settings)
    with shop.visited():
        verdicts, failures, _ = work_through(
            shop, plan.jobs, CHECK, lambda job: _recall(shop, job), look_at
        )
    return Checked(tuple(verdicts), tuple(failures))


def look_at(shop: Workshop, job: LessonJob, attempt: int) -> Verdict:
    """Play a clip before the eye and keep what it says; one attempt.

    Raises
    ------
    JobError
        If the clip could not be played to its end.
    """
    log = shop.log(job, f"check-{attempt}")
    try:
        fingerprint = take_fingerprint(job)
        with scratch(shop.store_root.resolve() / "scratch") as folder:
            result = shop.play(job, fingerprint, folder, log, eye=True)
            kept = folder / _VERDICT
            kept.write_text(
                json.dumps({name: result[name] for name in ("frames", "findings", "silenced")}),
                encoding="utf-8",
            )
            body = {
                "work": CHECK,
                "lesson": job.lesson_name,
                "clip": job.clip.number,
                "profile": job.profile.name,
                **{name: result[name] for name in ("frames", "beats", "seconds", "marks")},
            }
            if take_fingerprint(job).key == fingerprint.key:
                shop.store.commit(check_key(fingerprint), kept, body)
    except OSError as error:
        raise JobError(str(explain(error)), log) from error
    return _verdict(job, result)


def _recall(shop: Workshop, job: LessonJob) -> Verdict | None:
    record = shop.store.lookup(check_key(take_fingerprint(job)))
    if record is None:
        return None
    shop.listen(Event("seen", job.subject, {"frames": record.body["frames"]}))
    kept: Path = shop.store.blob(record.blob)
    return _verdict(job, json.loads(kept.read_text(encoding="utf-8")))


def _verdict(job: LessonJob, said: Json) -> Verdict:
    findings = tuple(
        replace(Finding(**finding), objects=tuple(finding["objects"]))
        for finding in said["findings"]
    )
    accepted = tuple(Acceptance(**silenced) for silenced in said["silenced"])
    return Verdict(job.clip, said["frames"], findings, accepted)
