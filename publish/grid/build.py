"""Building: from values of parameters to a folder with a page and a video for each combination."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.engine.deliver.piece_file import write_piece
from pipeline.engine.flow.piece_grid import DrawnGrid, GridPoint, draw_grid, read_axes
from pipeline.engine.flow.pieces import piece_folder
from pipeline.engine.workspace.locks import hold_store
from pipeline.engine.workspace.run import Run
from pipeline.machine.contents import file_digest
from pipeline.protocol import PieceKind, plain
from pipeline.types import ExitCode, Failure, PipelineError, UsageError, explain
from publish.folder import check_ours, swapped_in
from publish.grid.page import STATIC, TEMPLATES, point_file, write_page
from publish.lookup import look_of
from publish.manifest import GRID, is_current, write_manifest
from scenes.palette import PALETTES


@dataclass(frozen=True, slots=True)
class BuiltGrid:
    """What a run did.

    Attributes
    ----------
    folder, written
        Where the page is, and whether anything had to be written.
    points, refused, drawn
        How many combinations there are, how many of them the clip refuses or could not be drawn,
        and how many had to be drawn.
    failures
        What could not be drawn.
    """

    folder: Path
    written: bool
    points: int
    refused: int
    drawn: int
    failures: tuple[Failure, ...]

    @property
    def exit_code(self) -> ExitCode:
        """What to tell the shell: a point that the clip refuses is no failure."""
        return ExitCode.of(*self.failures)


def build_grid(
    run: Run,
    word: str,
    axes: Sequence[str],
    kind: PieceKind | None = None,
    folder: Path | None = None,
) -> BuiltGrid:
    """Draw a clip or a beat for every combination of values, and write the page that shows them.

    Parameters
    ----------
    run
        Where to work; what it sets holds for all combinations.
    word
        The clip or the beat, as typed.
    axes
        ``NAME=FIRST:LAST:COUNT`` or ``NAME=VALUE,VALUE``, one or two.
    kind
        ``MP4`` or ``PNG``; by default a picture of a beat and the video of a clip.
    folder
        Where the page goes; by default ``media/grid/LESSON/`` and the name of the piece.

    Raises
    ------
    UsageError
        If that is no grid. Nothing was changed then.
    PipelineError
        If no point could be drawn.
    MachineError
        If the folder cannot be written.
    """
    kind = kind or (PieceKind.PNG if "." in word else PieceKind.MP4)
    if kind not in (PieceKind.PNG, PieceKind.MP4):
        raise UsageError(f"a page of a grid holds png or mp4, not {kind}")
    read = read_axes(axes)
    if folder is not None:
        check_ours(folder.resolve(), GRID)
    run = replace(run, out=run.out or piece_folder(run))
    with hold_store(run):
        grid = draw_grid(run, word, read, kind)
        if not any(point.blob for point in grid.points):
            first = grid.failures[0]
            raise PipelineError(f"no point could be drawn: {first.reason}; log: {first.log}")
        folder = folder.resolve() if folder else _default_folder(run, grid)
        made_from = {grid.job.name: _digest_of(run, grid, kind)}
        check_ours(folder, GRID)
        written = not is_current(folder, made_from)
        if written:
            with swapped_in(folder, GRID) as new:
                for point in grid.points:
                    _write_point(run, grid, point, kind, new)
                write_page(new, grid, kind, run.profile, PALETTES[run.theme])
                write_manifest(new, GRID, made_from)
    refused = sum(bool(point.refusal) for point in grid.points)
    return BuiltGrid(folder, written, len(grid.points), refused, grid.drawn, grid.failures)


def _default_folder(run: Run, grid: DrawnGrid) -> Path:
    """Return ``media/grid/LESSON/06-the-explorer``, and more for another theme or shape."""
    return piece_folder(run, "grid").parent / (grid.job.name + look_of(run))


def _write_point(run: Run, grid: DrawnGrid, point: GridPoint, kind: PieceKind, new: Path) -> None:
    if not point.blob or point.clip is None:
        return
    job = replace(grid.job, clip=point.clip)
    body = {"drawn": point.frames, "beats": plain(point.beats)}
    try:
        write_piece(
            new / point_file(point, kind), run.store.blob(point.blob), kind, body, job, job.beat
        )
    except OSError as error:
        raise explain(error) from error


def _digest_of(run: Run, grid: DrawnGrid, kind: PieceKind) -> str:
    """Return a digest of all that decides the folder."""
    sources = sorted((*STATIC.iterdir(), *TEMPLATES.iterdir(), *Path(__file__).parent.glob("*.py")))
    told = {
        "grid": repr((grid.job.clip, grid.job.beat, grid.axes, grid.points)),
        "lesson": repr(grid.job.lesson),
        "kind": kind,
        "look": [run.profile.name, run.theme],
        "sources": [[path.name, file_digest(path)] for path in sources],
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
