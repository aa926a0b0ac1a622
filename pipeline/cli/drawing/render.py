"""render: draws what is missing and joins it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from pipeline.cli.opening import choose_report, on_cluster, open_run, read_casting
from pipeline.cli.options import (
    cluster_options,
    lesson_option,
    profile_option,
    run_options,
    settings_options,
    voice_options,
)
from pipeline.cli.output import print_summary


@click.command("render")
@click.argument("clips", nargs=-1)
@profile_option("draft")
@click.option("--force", is_flag=True, help="Render even what is in the store.")
@voice_options
@run_options
@cluster_options
@settings_options
@lesson_option
def render(
    clips: tuple[str, ...],
    force: bool,
    as_json: bool,
    cluster: str | None,
    tls: Path | None,
    **options: Any,
) -> None:
    """Render what is missing and join it: all clips, or exactly CLIPS."""
    from pipeline.engine.flow.lesson import render_lesson

    with (
        choose_report(as_json=as_json) as report,
        on_cluster(open_run(options, report), cluster, tls) as run,
    ):
        done = render_lesson(run, clips, force=force, casting=read_casting(options))
    if not as_json:
        print_summary(done.lesson, done.drawn, len(done.clips) - done.drawn, done.failures)
    sys.exit(done.exit_code)
