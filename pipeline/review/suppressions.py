"""Suppressions: findings that a clip accepts, with the reason for each."""

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
    """Divide findings into those that remain and those that the clip suppresses with a reason.

    Parameters
    ----------
    findings
        The findings of the rules.
    accepted
        The reason to accept findings, by beat and rule.
    clip
        The clip with these beats.
    unused
        Whether a suppression without a finding is a finding itself.

    Returns
    -------
    tuple
        The findings that remain, in the order of time; and each suppression with its reason and
        the number of findings that it suppresses.
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
