"""Suppressions: what a clip accepts of the findings, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lessons.model import Clip
from pipeline.types import Acceptance, Finding


def suppress_accepted(
    findings: Iterable[Finding],
    accepted: Mapping[tuple[str, str], str],
    clip: Clip,
    *,
    unused: bool = True,
) -> tuple[tuple[Finding, ...], tuple[Acceptance, ...]]:
    """Part the findings into those that stand and those that the clip gives a reason for.

    Parameters
    ----------
    findings
        What the rules found.
    accepted
        By beat and rule, the reason to accept what the rule finds there.
    clip
        Whose beats these are.
    unused
        Whether an acceptance that no finding needs is a finding itself.

    Returns
    -------
    tuple
        The findings that stand, in the order of time; and of each accepted rule at a beat its
        reason and how many findings it suppresses.
    """
    standing, counts = [], dict.fromkeys(accepted, 0)
    for finding in sorted(findings, key=lambda finding: finding.seconds):
        if (finding.beat, finding.rule) in counts:
            counts[finding.beat, finding.rule] += 1
        else:
            standing.append(finding)
    names = [beat.name for beat in clip.beats]
    for (beat, rule), count in counts.items():
        if beat not in names:
            what = f"the clip accepts {rule!r} at {beat!r}, which is none of its beats"
            standing.append(Finding("accepted", names[0], 0.0, what))
        elif unused and not count:
            what = f"the clip accepts {rule!r} here, which finds nothing: take it out"
            standing.append(Finding("accepted", beat, 0.0, what))
    kept = tuple(
        Acceptance(beat, rule, reason, counts[beat, rule])
        for (beat, rule), reason in accepted.items()
    )
    return tuple(standing), kept
