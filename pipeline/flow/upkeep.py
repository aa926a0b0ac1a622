"""From a store that grew to one that fits, without a loss to the lesson."""

from __future__ import annotations

from dataclasses import replace

from pipeline.fingerprint import check_key, take_fingerprint
from pipeline.flow.workshop import Workshop
from pipeline.formulas import formulas_key
from pipeline.plan import make_plan
from pipeline.profiles import PROFILES, profile_named
from pipeline.store.trim import Trimmed, trim
from pipeline.types import Profile
from pipeline.variants import every_variant


def trim_store(shop: Workshop, max_bytes: int) -> Trimmed:
    """Trim the store to ``max_bytes``: what was used longest ago goes first.

    What the lesson uses now stays, at every profile and in every variant.

    Raises
    ------
    MachineError
        If a run is using the store.
    """
    with shop.alone():
        return trim(shop.store, max_bytes, keys_in_use(shop))


def keys_in_use(shop: Workshop) -> set[str]:
    """Return the keys of everything that a render of the lesson may take from the store."""
    keys = set()
    for profile in _profiles(shop):
        for job in make_plan(shop.lesson_name, (), profile).jobs:
            for variant in every_variant():
                fingerprint = take_fingerprint(replace(job, variant=variant))
                keys |= {
                    fingerprint.key,
                    formulas_key(job, fingerprint),
                    check_key(fingerprint),
                }
    return keys


def _profiles(shop: Workshop) -> list[Profile]:
    """Return the named profiles, and those of other sizes that something was rendered at."""
    used = {record.body["profile"] for record in shop.store.records() if "profile" in record.body}
    return [profile_named(name) for name in sorted(used | PROFILES.keys())]
