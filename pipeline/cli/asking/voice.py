"""voice: prepares the voice of the lesson."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pipeline.audio.voice_settings import TAKES
from pipeline.cli.opening import open_run
from pipeline.cli.options import lesson_option, settings_options
from pipeline.engine.plan.profiles import profile_named


@click.group("voice")
def voice() -> None:
    """Prepare the voice of the lesson; render --voice lets it speak."""


@voice.command("sheet")
@click.argument("clips", nargs=-1)
@click.option(
    "--takes",
    type=click.Path(path_type=Path),
    default=TAKES,
    show_default=True,
    help="Where the recordings will lie.",
)
@settings_options
@lesson_option
def recording_sheet(clips: tuple[str, ...], takes: Path, **options: Any) -> None:
    """Print what to record: for each beat its file, its words, and the seconds they may take."""
    from pipeline.engine.flow.recording import recording_lines

    run = open_run({**options, "profile": profile_named("draft")})
    for line in recording_lines(run, clips, takes):
        click.echo(line)
