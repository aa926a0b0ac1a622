"""Answers: what a clip has said to the findings that it means to keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from lessons.model import Clip
from pipeline.types import Finding


def answer(
    findings: Iterable[Finding], accepted: Mapping[tuple[str, str], str], clip: Clip
) -> dict[str, Any]:
    """Part the findings into those that stand and those that the clip gives a reason for.

    Parameters
    ----------
    findings
        What the rules found.
    accepted
        By beat and rule, the reason to accept what the rule finds there.
    clip
        Whose beats these are.

    Returns
    -------
    dict
        ``findings`` in the order of time, and ``silenced``: for each accepted rule at a beat its
        reason and how many findings it answers. One that answers none is a finding itself.
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
        elif not count:
            what = f"the clip accepts {rule!r} here, which finds nothing: take it out"
            standing.append(Finding("accepted", beat, 0.0, what))
    silenced = [
        {"beat": beat, "rule": rule, "reason": reason, "count": counts[beat, rule]}
        for (beat, rule), reason in accepted.items()
    ]
    return {"findings": [asdict(finding) for finding in standing], "silenced": silenced}
