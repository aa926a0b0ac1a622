"""preview: draws some beats of a clip."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from typing import Any

import click

from pipeline.cli.kinds import ProfileType
from pipeline.cli.opening import choose_report, open_run
from pipeline.cli.options import lesson_option, out_option, settings_options
from pipeline.cli.output import print_paths
from pipeline.engine.plan.job import LESSON_LIBRARIES
from pipeline.engine.plan.profiles import profile_named
from pipeline.types import PipelineError, Profile, ignore


@click.command("preview")
@click.argument("clip")
@click.argument("beats", nargs=-1, metavar="[BEAT]...")
@click.option("--still", is_flag=True, help="Only the last frame of each beat, as a picture.")
@click.option("--watch", is_flag=True, help="Again at each save of a source, until Ctrl-C.")
@click.option(
    "--profile",
    type=ProfileType(),
    help="As for render.  [default: draft; with --still: preview]",
)
@out_option
@settings_options
@lesson_option
def preview(
    clip: str,
    beats: tuple[str, ...],
    still: bool,
    watch: bool,
    profile: Profile | None,
    **options: Any,
) -> None:
    """Draw some beats of CLIP, by name, by number or as 03.5; the others are played unseen."""
    from pipeline.engine.workers.launch import warm_up

    warm_up(LESSON_LIBRARIES)  # first of all: a preview is waited for
    from pipeline.engine.flow.previews import make_preview
    from pipeline.engine.flow.watching import watch_preview

    options["profile"] = profile or profile_named("preview" if still else "draft")
    # A still is there before a bar would have moved.
    with nullcontext(ignore) if still else choose_report(as_json=False) as report:
        run = open_run(options, report)
        if not watch:
            print_paths(make_preview(run, clip, beats, stills=still))
            return
        with suppress(KeyboardInterrupt):  # the usual way to end a watch
            for outcome in watch_preview(run, clip, beats, stills=still):
                if isinstance(outcome, PipelineError):
                    click.echo(f"error: {outcome}", err=True)
                else:
                    print_paths(outcome)
