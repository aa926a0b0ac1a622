"""export: draws single pieces of a lesson as files for other people's slides and pages."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from pipeline.cli.opening import choose_report, open_run
from pipeline.cli.options import lesson_option, profile_option, settings_options
from pipeline.cli.output import print_failures
from pipeline.cli.sizes import show_size
from pipeline.engine.workers.executors import default_jobs
from pipeline.protocol import PieceKind
from pipeline.types import UsageError


class KindList(click.ParamType[tuple[PieceKind, ...]]):
    """Kinds of files, with commas between them."""

    name = "kinds"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> tuple[PieceKind, ...]:
        """Return the kinds that are meant."""
        if isinstance(value, tuple):
            return value
        words = [word.strip().lower() for word in str(value).split(",")]
        for word in words:
            if word not in list(PieceKind):
                kinds = ", ".join(PieceKind)
                self.fail(f"{word!r} is no kind of file; choose from {kinds}", param, context)
        return tuple(PieceKind(word) for word in words)


@click.command("export")
@click.argument("pieces", nargs=-1, metavar="CLIP[.BEAT]...")
@click.option(
    "--as",
    "kinds",
    type=KindList(),
    multiple=True,
    metavar="|".join(PieceKind),
    help="The kind of file; several with commas. png and svg are the last picture.  "
    "[default: as --to ends, or png]",
)
@profile_option("preview")
@click.option("--transparent", is_flag=True, help="Leave out the ground, in all but mp4.")
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="FILE_OR_DIR",
    help="Where it goes.  [default: media/pieces/LESSON/PROFILE]",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 1024),
    default=default_jobs(),
    show_default="one per core",
    help="Workers side by side.",
)
@settings_options
@lesson_option
def export(
    pieces: tuple[str, ...],
    kinds: Sequence[Sequence[PieceKind]],
    transparent: bool,
    to: Path | None,
    **options: Any,
) -> None:
    """Write a beat, or a whole CLIP, as a picture, a loop or a film, without sound.

    A BEAT is its name or its number. On light slides, say --theme light with --transparent.
    """
    from pipeline.cli.report import duration
    from pipeline.engine.flow.pieces import export_pieces

    if not pieces:
        raise UsageError("which piece? say CLIP or CLIP.BEAT, as export 05b.4")
    with choose_report(as_json=False) as report:
        run = open_run(options, report)
        asked = [kind for some in kinds for kind in some]
        done = export_pieces(run, pieces, asked, transparent=transparent, to=to)
    print_failures(done.failures)
    for file in done.files:
        length = f"{duration(file.seconds)} at {file.rate:.4g} frames a second, "
        moving = "" if file.kind.is_still else length
        size = f"{file.width} × {file.height}, {moving}{show_size(file.size)}"
        click.echo(f"{file.path} ({size})")
    sys.exit(done.exit_code)
