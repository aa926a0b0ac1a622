"""scenes: draws scenes of ordinary manim files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from pipeline.cli.opening import choose_report, on_cluster, open_run
from pipeline.cli.options import cluster_options, profile_option, scenes_options, store_option
from pipeline.cli.output import print_scenes
from pipeline.types import Format


@click.command("scenes")
@click.argument("wanted", nargs=-1, metavar="FILE... [SCENE]...")
@profile_option("draft")
@click.option("--force", is_flag=True, help="Render even what is in the store.")
@scenes_options
@cluster_options
@store_option
@click.pass_context
def scenes(
    context: click.Context,
    /,
    wanted: tuple[str, ...],
    every: bool,
    force: bool,
    drawing: str,
    inputs: tuple[Path, ...],
    sections: bool,
    kind: str | None,
    transparent: bool,
    as_json: bool,
    cluster: str | None,
    tls: Path | None,
    **options: Any,
) -> None:
    """Render scenes of ordinary manim FILEs: SCENEs by name, or the only one of each file."""
    from pipeline.engine.flow.user_scenes import render_scenes

    with (
        choose_report(as_json=as_json) as report,
        on_cluster(open_run(options, report), cluster, tls) as run,
    ):
        done = render_scenes(
            run,
            wanted,
            every=every,
            force=force,
            drawing=drawing,
            inputs=inputs,
            sections=sections,
            kind=Format(kind) if kind else None,
            transparent=transparent,
            insists=context.get_parameter_source("profile") is ParameterSource.COMMANDLINE,
        )
    if not as_json:
        print_scenes(done.videos, done.drawn, done.failures)
    sys.exit(done.exit_code)
