"""why: says what has changed since a clip was last rendered."""

from __future__ import annotations

from typing import Any

import click

from pipeline.cli.opening import open_run, read_casting
from pipeline.cli.options import lesson_option, profile_option, settings_options, voice_options


@click.command("why")
@click.argument("clip")
@profile_option("draft")
@voice_options
@settings_options
@lesson_option
def why(clip: str, **options: Any) -> None:
    """Say what has changed since CLIP was last rendered.

    If nothing has, say what had changed when it was last drawn. Ask with the profile, theme, voice
    and parameters that the render had.
    """
    from pipeline.engine.flow.changes import explain_changes

    for line in explain_changes(open_run(options), clip, read_casting(options)):
        click.echo(line)
