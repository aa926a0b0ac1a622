"""plan: says what render would do."""

from __future__ import annotations

from typing import Any

import click

from pipeline.cli.opening import open_run, read_casting
from pipeline.cli.options import (
    jobs_option,
    lesson_option,
    profile_option,
    settings_options,
    voice_options,
)
from pipeline.cli.output import print_plan


@click.command("plan")
@click.argument("clips", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@profile_option("draft")
@jobs_option
@voice_options
@settings_options
@lesson_option
def plan(clips: tuple[str, ...], as_json: bool, **options: Any) -> None:
    """Say what render would do: clips, beats, seconds, what is cached and what would run."""
    from pipeline.engine.flow.planning import plan_lesson

    made, rows = plan_lesson(open_run(options), clips, read_casting(options))
    print_plan(made.lesson.slug, rows, as_json=as_json)
