"""From a store that grew to one that fits, without a loss to the lesson."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from pipeline.estimate import VOICE
from pipeline.fingerprint import check_key, digest, take_fingerprint
from pipeline.flow.workshop import Workshop
from pipeline.formulas import formulas_key
from pipeline.job import RENDER
from pipeline.plan import make_plan
from pipeline.profiles import PROFILES, profile_named
from pipeline.store.trim import Trimmed, trim
from pipeline.types import Json, Profile
from pipeline.variants import every_variant


def trim_store(shop: Workshop, max_bytes: int) -> Trimmed:
    """Trim the store to ``max_bytes``: what was used longest ago goes first.

    What the lesson uses now stays, at every profile, in every variant and with every voice.

    Raises
    ------
    MachineError
        If a run is using the store.
    """
    with shop.alone():
        return trim(shop.store, max_bytes, keys_in_use(shop))


def keys_in_use(shop: Workshop) -> set[str]:
    """Return the keys of everything that a render of the lesson may take from the store."""
    keys, unspoken, words = set(), set(), set()
    for profile in _profiles(shop):
        for job in make_plan(shop.lesson_name, (), profile).jobs:
            for variant in every_variant():
                fingerprint = take_fingerprint(replace(job, variant=variant))
                keys |= {
                    fingerprint.key,
                    formulas_key(job, fingerprint),
                    check_key(fingerprint),
                }
                unspoken.add(_without_voice(fingerprint.ingredients))
            words |= {beat.narration for beat in job.clip.beats}
    return keys | set(_voiced(shop, unspoken, words))


def _voiced(shop: Workshop, unspoken: Collection[str], words: Collection[str]) -> Iterator[str]:
    """Yield the keys of the lines that are said now, and of the clips drawn to some voice."""
    for record in shop.store.records():
        body = record.body
        if body.get("work") == VOICE and body["words"] in words:
            yield record.key
        if body.get("work") == RENDER and _without_voice(body["ingredients"]) in unspoken:
            yield record.key


def _without_voice(ingredients: Json) -> str:
    """Return the same for clips that differ in how long their voices are."""
    return digest({**ingredients, "voice": None})


def _profiles(shop: Workshop) -> list[Profile]:
    """Return the named profiles, and those of other sizes that something was rendered at."""
    used = {record.body["profile"] for record in shop.store.records() if "profile" in record.body}
    return [profile_named(name) for name in sorted(used | PROFILES.keys())]
