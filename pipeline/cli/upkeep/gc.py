"""gc: trims the store."""

from __future__ import annotations

from typing import Any

import click

from pipeline.cli.opening import open_run
from pipeline.cli.options import lesson_option
from pipeline.engine.plan.profiles import profile_named


@click.command("gc")
@click.option("--max-size", default="2GB", show_default=True, help="What may be left, as 500MB.")
@lesson_option
def gc(max_size: str, **options: Any) -> None:
    """Trim the store, oldest use first, but never what a lesson uses now."""
    from pipeline.cli.sizes import parse_size, show_size
    from pipeline.engine.flow.upkeep import trim_store

    limit = parse_size(max_size)
    run = open_run({**options, "profile": profile_named("draft")})
    done = trim_store(run, limit)
    click.echo(f"freed {show_size(done.freed)} ({done.deleted} files), {show_size(done.left)} left")
    if done.left > limit:
        click.echo(f"the lessons use all that is left, which is more than {show_size(limit)}")
