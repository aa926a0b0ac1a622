"""sheet: makes contact sheets."""

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
from pipeline.cli.output import print_failures, print_paths


@click.command("sheet")
@click.argument("clips", nargs=-1)
@profile_option("draft")
@click.option("--full", is_flag=True, help="Also write each frame in its own size.")
@run_options
@cluster_options
@settings_options
@lesson_option
def sheet(
    clips: tuple[str, ...],
    full: bool,
    as_json: bool,
    cluster: str | None,
    tls: Path | None,
    **options: Any,
) -> None:
    """Make contact sheets: for each beat a middle and the last frame."""
    from pipeline.engine.flow.sheets import make_sheets

    with (
        choose_report(as_json=as_json) as report,
        on_cluster(open_run(options, report), cluster, tls) as run,
    ):
        done = make_sheets(run, clips, full=full)
    if as_json:
        click.echo(json.dumps({"event": "sheets", "paths": [str(path) for path in done.paths]}))
    else:
        print_failures(done.failures)
        print_paths(done.paths)
    sys.exit(done.exit_code)
