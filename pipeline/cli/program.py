"""The command line: gathers the commands, runs one, and turns every error into an exit code."""

from __future__ import annotations

import io
import sys

import click

from pipeline.cli.asking.captions import captions
from pipeline.cli.asking.check import check
from pipeline.cli.asking.plan import plan
from pipeline.cli.asking.voice import voice
from pipeline.cli.asking.why import why
from pipeline.cli.drawing.preview import preview
from pipeline.cli.drawing.render import render
from pipeline.cli.drawing.scenes import scenes
from pipeline.cli.drawing.sheet import sheet
from pipeline.cli.upkeep.cluster import certificates, scheduler, worker
from pipeline.cli.upkeep.doctor import doctor
from pipeline.cli.upkeep.gc import gc
from pipeline.machine.interrupts import SAID
from pipeline.types import ExitCode, PipelineError, explain


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Turn a lesson into videos."""


for command in (
    *(render, preview, scenes, sheet),
    *(plan, check, why, captions, voice),
    *(doctor, gc),
    *(certificates, scheduler, worker),
):
    cli.add_command(command)


def main() -> None:
    """Run the command line; every error ends here, as one line and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what a terminal cannot show must not end a run
            stream.reconfigure(errors="backslashreplace")
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except click.ClickException as error:
        click.echo(f"error: {error.format_message()}", err=True)
        sys.exit(ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        click.echo(SAID, err=True)
        sys.exit(ExitCode.INTERRUPTED)
    except PipelineError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        click.echo(f"error: {explain(error)}", err=True)
        sys.exit(ExitCode.MACHINE)
