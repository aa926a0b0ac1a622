"""From clips to what a viewer would stumble over in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import msgspec

from pipeline.engine.keys.fingerprint import review_key, take_fingerprint
from pipeline.engine.keys.source_files import SourceFiles
from pipeline.engine.plan.job import LessonJob
from pipeline.engine.plan.plan import make_plan
from pipeline.engine.store.lock import scratch
from pipeline.engine.workers.dispatch import JobError
from pipeline.engine.workers.estimate import CHECK
from pipeline.engine.workspace.jobs import work_through
from pipeline.engine.workspace.locks import hold_store
from pipeline.engine.workspace.machines import Answer, Work
from pipeline.engine.workspace.one_job import log_of, measured, play
from pipeline.engine.workspace.run import Run
from pipeline.protocol import VIDEO, plain, read_review
from pipeline.types import Event, ExitCode, Failure, Verdict, explain

SAMPLES = 3
"""How many pictures of each motion a quick review looks at, the last one among them."""

_VERDICT = "verdict.json"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the review says of each clip, and which clips could not be played."""

    verdicts: tuple[Verdict, ...]
    failures: tuple[Failure, ...]

    @property
    def exit_code(self) -> ExitCode:
        """What to tell the shell."""
        return ExitCode.of(*self.failures, *(verdict.errors for verdict in self.verdicts))


def review_lesson(run: Run, wanted: Sequence[str], *, quick: bool = False) -> Reviewed:
    """Look at the clips ``wanted``, or at all, as a viewer would.

    A clip that has not changed is not looked at again: what was said of it is in the store.

    Parameters
    ----------
    run
        Where to work.
    wanted
        Numbers, slugs or ranges of clips, as typed; empty means every clip.
    quick
        Look at the end of each beat and at ``SAMPLES`` pictures of each motion, not at every frame.
        What a full review has said of a clip serves a quick one too.
    """
    plan = make_plan(run.lesson_name, wanted, run.profile, run.settings, run.theme)
    samples = SAMPLES if quick else None
    files = SourceFiles()
    work = Work(partial(review_clip, samples=samples), "check", _answered_verdict, samples)
    with hold_store(run):
        verdicts, failures, _ = work_through(
            run,
            plan.jobs,
            CHECK,
            lambda job: _stored_verdict(run, job, samples, files),
            work.attempt,
        )
    return Reviewed(tuple(verdicts), tuple(failures))


def review_clip(run: Run, job: LessonJob, attempt: int, *, samples: int | None) -> Verdict:
    """Play a clip before the reviewer and keep what it says; one attempt.

    Raises
    ------
    JobError
        If the clip could not be played to its end.
    """
    log = log_of(run, job, f"check-{attempt}")
    try:
        fingerprint = take_fingerprint(job)
        key = review_key(job.clip, fingerprint, samples)
        with scratch(run.scratch_root) as folder:
            task = replace(job.task(folder / VIDEO), review=True, samples=samples)
            played = play(run, job, task, fingerprint, log)
            kept = folder / _VERDICT
            kept.write_bytes(
                msgspec.json.encode(plain((played.beats, played.findings, played.accepted)))
            )
            # Its own past: a quick review says nothing of how long a full one takes.
            body = {**job.record_fields, **measured(played), "work": CHECK, "samples": samples}
            if review_key(job.clip, take_fingerprint(job), samples) == key:
                run.store.commit(key, kept, body)
    except OSError as error:
        raise JobError(str(explain(error)), log) from error
    return Verdict(job.clip, played.frames, played.beats, played.findings, played.accepted)


def _answered_verdict(job: LessonJob, answer: Answer) -> Verdict:
    """Return the verdict of a worker on another machine."""
    frames, *said = answer.review
    return Verdict(job.clip, frames, *read_review(said))


def _stored_verdict(
    run: Run, job: LessonJob, samples: int | None, files: SourceFiles
) -> Verdict | None:
    """Return what was said of a clip before; a quick review takes a full one first."""
    fingerprint = take_fingerprint(job, files)
    for kind in dict.fromkeys((None, samples)):
        key = review_key(job.clip, fingerprint, kind, files)
        record = run.store.verified_record(key)
        if record is None:
            continue
        try:
            said = msgspec.json.decode(run.store.blob(record.blob).read_bytes())
            beats, findings, accepted = read_review(said)
        except ValueError:
            run.store.reject(key, "does not hold a review")
            continue
        kept = {"frames": record.body["frames"], "full": kind is None}
        run.listen(Event("seen", job.subject, kept))
        return Verdict(job.clip, record.body["frames"], beats, findings, accepted)
    return None
