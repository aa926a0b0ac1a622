"""The command line: gathers the commands, runs one, and turns every error into an exit code."""

from __future__ import annotations

import io
import sys

import click

from pipeline.cli.commands import Commands
from pipeline.machine.interrupts import SAID
from pipeline.types import ExitCode, PipelineError, explain


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Turn a lesson into videos."""


assert isinstance(cli, Commands)  # noqa: S101 tells mypy what the decorator made
cli.add_from(
    "pipeline.cli",
    **{name: f"drawing.{name}" for name in ("render", "preview", "scenes", "sheet")},
    **{name: f"asking.{name}" for name in ("plan", "check", "why", "captions", "voice")},
    **{name: f"upkeep.{name}" for name in ("doctor", "gc")},
    **dict.fromkeys(("certificates", "scheduler", "worker"), "upkeep.cluster"),
)


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
