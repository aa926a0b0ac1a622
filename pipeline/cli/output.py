"""Telling: how a run ended, in lines for people and in objects for machines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.types import Failure, Verdict, Video

if TYPE_CHECKING:
    from pipeline.engine.flow.planning import PlannedClip


def print_paths(paths: Sequence[Path]) -> None:
    """Say what was written."""
    for path in paths:
        click.echo(path)


def print_failures(failures: Sequence[Failure]) -> None:
    """Say what could not be drawn, why, and where more can be read."""
    for failure in failures:
        tries = f" after {failure.attempts} attempts" if failure.attempts > 1 else ""
        click.echo(f"{failure.subject} failed{tries}: {failure.reason}")
        click.echo(f"   log: {failure.log}")


def print_summary(
    lesson: Video | None, drawn: int, stored: int, failures: Sequence[Failure]
) -> None:
    """Say what came out, and what did not and why."""
    from pipeline.cli.report import duration  # brings rich along, which takes its time

    print_failures(failures)
    if lesson:
        click.echo(f"{drawn} clips rendered, {stored} from the store")
        click.echo(f"{lesson.path} ({duration(lesson.seconds)})")
    elif failures:
        click.echo("the lesson video was left as it was; mend the above and run it again")
    else:
        click.echo("no clip asked for has a scene yet: there is nothing to render")


def print_scenes(videos: Sequence[Video], drawn: int, failures: Sequence[Failure]) -> None:
    """Say what came of a user's scenes, and which failed and why."""
    from pipeline.cli.report import duration  # brings rich along, which takes its time

    print_failures(failures)
    click.echo(f"scenes: {drawn} rendered, {len(videos) - drawn} from the store")
    for video in videos:
        if not video.written:  # else it was said when it was
            click.echo(f"{video.path} ({duration(video.seconds)})")


def print_plan(slug: str, rows: Sequence[PlannedClip], *, as_json: bool) -> None:
    """Say what a run would do with each clip."""
    if as_json:
        table = [
            {
                "number": row.clip.number,
                "slug": row.clip.slug,
                "title": row.clip.title,
                "beats": [beat.name for beat in row.clip.beats],
                "seconds": row.clip.seconds,
                "state": row.state,
                "expected_seconds": row.expected_seconds,
                "parts": row.parts,
            }
            for row in rows
        ]
        click.echo(json.dumps({"lesson": slug, "clips": table}, ensure_ascii=False))
        return
    for row in rows:
        expected = f", about {row.expected_seconds:.0f} s" if row.expected_seconds else ""
        if row.parts > 1:
            expected += f" in {row.parts} parts"
        click.echo(
            f"{row.clip.number:<4}{row.clip.title:<36}{len(row.clip.beats):>3} beats"
            f"{row.clip.seconds:>7.1f} s  {row.state}{expected}"
        )
    click.echo(f"{len(rows)} clips, {sum(row.clip.seconds for row in rows):.1f} s planned")


def describe_verdict(verdict: Verdict) -> dict[str, Any]:
    """Return what the review says of a clip, for a machine."""
    return {
        "event": "verdict",
        "clip": verdict.clip.number,
        "errors": verdict.errors,
        "findings": [asdict(finding) for finding in verdict.findings],
        "accepted": [asdict(acceptance) for acceptance in verdict.accepted],
    }


def print_verdicts(verdicts: Sequence[Verdict]) -> None:
    """Say what the review found, clip by clip, and what the clips accept, with the reason."""
    errors = warnings = silenced = 0
    for verdict in verdicts:
        places = {beat.name: verdict.clip.beat_id(beat) for beat in verdict.clip.beats}
        for finding in verdict.findings:
            about = f" [{'; '.join(finding.objects)}]" if finding.objects else ""
            click.echo(
                f"{'error' if finding.grave else 'warn':<5} {places[finding.beat]:<7}"
                f"{finding.seconds:6.1f} s  {finding.rule}: {finding.what}{about}"
            )
        for accepted in verdict.accepted:
            click.echo(
                f"ok    {places.get(accepted.beat, '?'):<7}{accepted.count:6} ×  "
                f"{accepted.rule}: accepted, {accepted.reason}"
            )
        errors += verdict.errors
        warnings += len(verdict.findings) - verdict.errors
        silenced += len(verdict.accepted)
    click.echo(
        f"{len(verdicts)} clips: {errors} errors, {warnings} warnings, {silenced} rules accepted"
    )
