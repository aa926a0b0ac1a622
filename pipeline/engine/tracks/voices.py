"""From the words of a plan to the sound of each beat: spoken once, kept in the store."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from threading import Lock

from pipeline.audio.command import Command
from pipeline.audio.espeak import Espeak
from pipeline.audio.takes import Takes, find_takes
from pipeline.audio.voice import Silent, SpokenLine, Voice, VoiceError, record
from pipeline.audio.voice_settings import Casting
from pipeline.engine.keys.fingerprint import audio_sources, digest
from pipeline.engine.plan.job import LessonJob
from pipeline.engine.plan.plan import Plan
from pipeline.engine.store.lock import scratch
from pipeline.engine.workers.estimate import VOICE
from pipeline.engine.workspace.run import Run
from pipeline.types import Event, Json, Speech, UsageError


def give_voice(run: Run, casting: Casting, plan: Plan) -> Plan:
    """Return the plan with the voice of each of its beats, spoken now where it is not in the store.

    Raises
    ------
    PipelineError
        If the voice is not there, or a line cannot be spoken.
    """
    lines = [line for job in plan.jobs for line in lines_of(job)]
    voice = cast(run, casting, lines, plan)
    return _with_speeches(plan, _speak(run, voice, lines))


def stored_voice(run: Run, casting: Casting, plan: Plan) -> tuple[Plan, list[SpokenLine]]:
    """Return the plan with those lines of the voice that are in the store, and the other lines.

    Nothing is spoken. Of a clip with other lines it is not known how long its beats last.

    Raises
    ------
    PipelineError
        If the voice is not there.
    """
    lines = [line for job in plan.jobs for line in lines_of(job)]
    keys = _keys(cast(run, casting, lines, plan), lines)
    speeches = _stored(run, keys)
    return _with_speeches(plan, speeches), [line for line in keys if line not in speeches]


def _with_speeches(plan: Plan, speeches: Mapping[SpokenLine, Speech]) -> Plan:
    return replace(
        plan,
        jobs=tuple(
            replace(
                job,
                speeches={line.beat: speeches[line] for line in lines_of(job) if line in speeches},
            )
            for job in plan.jobs
        ),
    )


def lines_of(job: LessonJob) -> list[SpokenLine]:
    """Return what is said in a clip, in order."""
    return [
        SpokenLine(job.clip.number, beat.name, beat.narration, job.lesson.language)
        for beat in job.clip.beats
    ]


def cast(run: Run, casting: Casting, lines: Sequence[SpokenLine], plan: Plan) -> Voice:
    """Return the voice that is asked for; the listener is told what it lacks."""
    match casting.kind:
        case "espeak":
            return _espeak(run, casting)
        case "command":
            if casting.command is None:
                raise UsageError(
                    "--voice command needs --voice-command 'prog --text-file {text} --out {wav}'"
                )
            return Command(casting.command, casting.timeout, run.cancelled)
        case "takes":
            clips = {clip.number for clip in plan.lesson.clips}
            found, remarks = find_takes(casting.takes, plan.lesson.slug, lines, clips)
            for remark in remarks:
                run.listen(Event("remark", data={"message": remark}))
            lacking = len(lines) - len(found)
            if lacking and casting.missing == "fail":
                raise VoiceError(
                    f"{lacking} of {len(lines)} takes are missing or no voice; "
                    "record them, or fill in with --missing silent or espeak"
                )
            fills = lacking and casting.missing == "espeak"
            return Takes(found, _espeak(run, casting) if fills else Silent())
        case "silent":
            return Silent()


def _espeak(run: Run, casting: Casting) -> Espeak:
    return Espeak(casting.words_a_minute, casting.timeout, run.cancelled)


def _speak(run: Run, voice: Voice, lines: Sequence[SpokenLine]) -> dict[SpokenLine, Speech]:
    """Return the speech of each line that is not silent."""
    keys = _keys(voice, lines)
    speeches = _stored(run, keys)
    missing = [line for line in keys if line not in speeches]
    done, lock, began = len(speeches), Lock(), time.monotonic()

    def say(line: SpokenLine) -> Speech:
        with scratch(run.scratch_root) as folder:
            file, seconds, said = record(voice, line, folder)
            body = {"work": VOICE, "words": line.text, "seconds": seconds, "said": list(said)}
            kept = run.store.commit(keys[line], file, body)
        return _speech(kept.blob, kept.body)

    def tell() -> None:
        nonlocal done
        with lock:
            done += 1
            spoken = done - len(keys) + len(missing)
            left = (time.monotonic() - began) / spoken * (len(missing) - spoken)
            run.listen(Event("spoken", data={"done": done, "of": len(keys), "left": left}))

    with ThreadPoolExecutor(run.slots, thread_name_prefix="voice") as executor:
        try:
            # Within: the first line is being spoken before the last is handed in.
            tasks = {executor.submit(say, line): line for line in missing}
            for task in as_completed(tasks):
                speeches[tasks[task]] = task.result()
                tell()
        except BaseException:
            run.cancelled.set()  # what speaks now stops; the run is over in any case
            executor.shutdown(wait=True, cancel_futures=True)
            raise
    return speeches


def _keys(voice: Voice, lines: Sequence[SpokenLine]) -> dict[SpokenLine, str]:
    """Return the key of the sound of each line that is not silent."""
    return {
        line: _key(line, settings)
        for line in lines
        if (settings := voice.settings(line)) is not None
    }


def _stored(run: Run, keys: Mapping[SpokenLine, str]) -> dict[SpokenLine, Speech]:
    """Return the speech of each line that is in the store."""
    records = {line: run.store.verified_record(key) for line, key in keys.items()}
    return {
        line: _speech(record.blob, record.body)
        for line, record in records.items()
        if record is not None
    }


def _key(line: SpokenLine, settings: Json) -> str:
    """Return the key of a line's sound: the words, the voice, and what is done with it."""
    return digest(
        {
            "words": line.text,
            "language": line.language,
            "voice": settings,
            "audio": audio_sources(),
        }
    )


def _speech(blob: str, body: Json) -> Speech:
    return Speech(blob, body["seconds"], tuple(body["said"]))
