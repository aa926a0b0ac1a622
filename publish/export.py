"""export: single pieces of a lesson, and pages of what they would be with other values."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from pipeline.cli.drawing.export import export as pieces_command
from pipeline.cli.opening import choose_report, open_run
from pipeline.cli.output import print_failures
from pipeline.protocol import PieceKind
from pipeline.types import UsageError

_GRID = click.Option(
    ["--grid", "axes"],
    multiple=True,
    metavar="NAME=FIRST:LAST:COUNT|NAME=VALUE,VALUE",
    help="Write a page with a slider for this parameter instead; give one or two.  "
    "[folder: media/grid/LESSON/PIECE]",
)


@click.command(
    "export",
    params=[*pieces_command.params, _GRID],
    help=pieces_command.help,
)
@click.pass_context
def export(
    context: click.Context,
    /,
    axes: tuple[str, ...],
    **options: Any,
) -> None:
    """Draw pieces, or a grid of one of them."""
    if not axes:
        context.invoke(pieces_command, **options)
        return
    _write_grid(axes, **options)


def _write_grid(
    axes: Sequence[str],
    pieces: Sequence[str],
    kinds: Sequence[Sequence[PieceKind]],
    transparent: bool,
    to: Path | None,
    **options: Any,
) -> None:
    from publish.grid.build import build_grid

    asked = [kind for some in kinds for kind in some]
    if len(pieces) != 1:
        raise UsageError("--grid shows one piece: say CLIP or CLIP.BEAT, as export 06 --grid …")
    if transparent or len(asked) > 1:
        raise UsageError("--grid writes a page of png or of mp4, and none is transparent")
    kind = asked[0] if asked else None
    with choose_report(as_json=False) as report:
        done = build_grid(open_run(options, report), pieces[0], axes, kind, to)
    print_failures(done.failures)
    refused = f", {done.refused} not shown" if done.refused else ""
    unchanged = "" if done.written else "; nothing had changed"
    page = done.folder / "index.html"
    click.echo(f"{page} ({done.points} points, {done.drawn} drawn now{refused}{unchanged})")
    sys.exit(done.exit_code)
