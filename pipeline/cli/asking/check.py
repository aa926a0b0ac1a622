"""check: looks at clips as a viewer would."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from pipeline.cli.opening import choose_report, on_cluster, open_run
from pipeline.cli.options import (
    cluster_options,
    lesson_option,
    profile_option,
    run_options,
    settings_options,
)
from pipeline.cli.output import describe_verdict, print_failures, print_verdicts


@click.command("check")
@click.argument("clips", nargs=-1)
@profile_option("draft")
@click.option(
    "--quick",
    is_flag=True,
    help="Look at the end of each beat and a few pictures of each motion, not at every frame.",
)
@run_options
@cluster_options
@settings_options
@lesson_option
def check(
    clips: tuple[str, ...],
    quick: bool,
    as_json: bool,
    cluster: str | None,
    tls: Path | None,
    **options: Any,
) -> None:
    """Look at each clip as a viewer would, and say what is wrong: errors fail, warnings do not."""
    from pipeline.engine.flow.review import review_lesson

    with (
        choose_report(as_json=as_json) as report,
        on_cluster(open_run(options, report), cluster, tls) as run,
    ):
        done = review_lesson(run, clips, quick=quick)
    if as_json:
        for verdict in done.verdicts:
            click.echo(json.dumps(describe_verdict(verdict), ensure_ascii=False))
    else:
        print_verdicts(done.verdicts)
        print_failures(done.failures)
    sys.exit(done.exit_code)
