"""captions: says what is wrong with caption files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pipeline.captions.judge import TRACKS, judge_file
from pipeline.types import ExitCode


@click.command("captions")
@click.option(
    "--check",
    "files",
    multiple=True,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A .vtt or .srt file; may be given several times.",
)
@click.option(
    "--track",
    type=click.Choice(TRACKS),
    help="The kind of track.  [default: by the file's name, else captions]",
)
def captions(files: tuple[Path, ...], track: str | None) -> None:
    """Say what is wrong with caption files; render writes those of the lesson."""
    sound = True
    for file in files:
        read = judge_file(file, track)
        sound &= read.is_sound
        for flaw in read.flaws:
            click.echo(f"{'error' if flaw.grave else 'warn':<5} {file}:{flaw.line}: {flaw.what}")
        click.echo(f"{file}: {len(read.cues)} cues, {len(read.flaws)} flaws")
    sys.exit(ExitCode.OK if sound else ExitCode.FAILED)
