"""doctor: says what the machine has and lacks."""

from __future__ import annotations

import sys
from typing import Any

import click

from pipeline.cli.opening import open_run
from pipeline.cli.options import lesson_option, out_option, profile_option
from pipeline.types import ExitCode, Need

LACKS = {Need.TO_RENDER: "LACKS", Need.TO_INSTALL: "warn", Need.ADVISED: "warn"}
"""What is printed of a check that failed, by how much depends on it."""


@click.command("doctor")
@profile_option("draft")
@out_option
@lesson_option
def doctor(**options: Any) -> None:
    """Say what the machine has and lacks, with the line that mends it."""
    from pipeline.audio.espeak import PACKAGE
    from pipeline.engine.plan.themes import theme_fonts
    from pipeline.machine.examine import examine

    lacking = False
    run = open_run(options)
    for check in examine(run.folder, run.store_root.resolve(), theme_fonts(), PACKAGE):
        lacking |= not check.ok and check.need is Need.TO_RENDER
        state = "ok" if check.ok else LACKS[check.need]
        click.echo(f"{state:<5} {check.subject}: {check.found}")
        if not check.ok:
            click.echo(f"      {check.mend}")
    sys.exit(ExitCode.MACHINE if lacking else ExitCode.OK)
