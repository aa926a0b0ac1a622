"""From a store that grew to one that fits, without a loss to any lesson."""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Iterator
from itertools import product

from lessons.library import every_lesson
from pipeline.engine.flow.review import SAMPLES
from pipeline.engine.keys.fingerprint import digest, review_key, take_fingerprint, with_look
from pipeline.engine.keys.source_files import SourceFiles
from pipeline.engine.plan.job import RENDER
from pipeline.engine.plan.plan import make_plan
from pipeline.engine.plan.profiles import PROFILES, profile_named
from pipeline.engine.plan.themes import THEMES
from pipeline.engine.store.formulas import formulas_key
from pipeline.engine.store.trim import Trimmed, trim
from pipeline.engine.workers.estimate import VOICE
from pipeline.engine.workspace.locks import hold_store
from pipeline.engine.workspace.run import Run
from pipeline.types import Json, Profile

_DAY = 86400.0


def trim_store(run: Run, max_bytes: int) -> Trimmed:
    """Trim the store to ``max_bytes``: what was used longest ago goes first.

    What any lesson uses now stays, at every profile, in every theme and with every voice. Of a
    store that machines share, whatever was used within a day stays too: no lock reaches that far.

    Raises
    ------
    MachineError
        If a run is using the store.
    """
    with hold_store(run, alone=True):
        spared = time.time() - _DAY if run.address else math.inf
        return trim(run.store, max_bytes, keys_in_use(run), spared)


def keys_in_use(run: Run) -> set[str]:
    """Return the keys of everything that a render of a lesson may take from the store.

    The lessons are all those that lie in ``lessons/``, and the run's own.
    """
    keys, unspoken, narrations = set(), set(), set()
    files = SourceFiles()
    lessons = dict.fromkeys((*every_lesson(), *([run.lesson_name] if run.lesson_name else ())))
    looks = list(product(_profiles(run), THEMES))
    for lesson in lessons:
        for job in make_plan(lesson, (), run.profile).jobs:
            taken = take_fingerprint(job, files)
            for profile, theme in looks:
                fingerprint = with_look(taken, profile, theme)
                keys |= {
                    fingerprint.key,
                    formulas_key(job, fingerprint),
                    *(
                        review_key(job.clip, fingerprint, samples, files)
                        for samples in (None, SAMPLES)
                    ),
                }
                unspoken.add(_without_voice(fingerprint.ingredients))
            narrations |= {beat.narration for beat in job.clip.beats}
    return keys | set(_voiced(run, unspoken, narrations))


def _voiced(run: Run, unspoken: Collection[str], narrations: Collection[str]) -> Iterator[str]:
    """Yield the keys of the lines that are said now, and of the clips drawn to some voice."""
    for record in run.store.records():
        body = record.body
        if body.get("work") == VOICE and body["words"] in narrations:
            yield record.key
        if body.get("work") == RENDER and _without_voice(body["ingredients"]) in unspoken:
            yield record.key


def _without_voice(ingredients: Json) -> str:
    """Return the same for clips that differ in how long their voices are."""
    return digest({**ingredients, "voice": None})


def _profiles(run: Run) -> list[Profile]:
    """Return the named profiles, and those of other sizes that something was rendered at."""
    used = {record.body["profile"] for record in run.store.records() if "profile" in record.body}
    return [profile_named(name) for name in sorted(used | PROFILES.keys())]
