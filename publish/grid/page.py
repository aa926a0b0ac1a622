"""The page of a grid: its words, its data and its files."""

from __future__ import annotations

import math
import shutil
from pathlib import Path
from typing import Any

from lessons.library import parameters_of
from lessons.parameters import limits_of, names_of
from pipeline.engine.flow.piece_grid import Axis, DrawnGrid, GridPoint
from pipeline.engine.flow.piece_job import PieceJob
from pipeline.protocol import PieceKind
from pipeline.types import Json, Profile
from publish.site.colours import style_sheet
from publish.site.writer import POLICY
from publish.templates import page_environment
from scenes.palette import Palette

STATIC, TEMPLATES = (Path(__file__).parent / name for name in ("static", "templates"))
COLOURS = "colours.css"
STAGE_HEIGHT = 62
"""Of a hundred, how much of the window's height the stage takes at most: the sliders stay in sight
with it, in any shape of picture."""


def point_file(point: GridPoint, kind: PieceKind) -> str:
    """Return where the file of a point lies, below the folder: ``points/2-1.mp4``."""
    return f"points/{'-'.join(str(at + 1) for at in point.place)}.{kind}"


def write_page(
    folder: Path, grid: DrawnGrid, kind: PieceKind, profile: Profile, palette: Palette
) -> None:
    """Write the page, its style sheets and its script into a folder that holds the points.

    Parameters
    ----------
    folder, grid, kind
        The folder, what was drawn, and as what.
    profile, palette
        The size and the rate of the pictures, and the colours in which they are drawn.
    """
    assets = folder / "assets"
    shutil.copytree(STATIC, assets, copy_function=shutil.copyfile)
    (assets / COLOURS).write_text(style_sheet(), encoding="utf-8")
    # Behind the pictures, until the first one is there.
    (assets / "stage.css").write_text(
        f"#stage {{\n  aspect-ratio: {profile.width} / {profile.height};\n"
        f"  width: min(100%, {STAGE_HEIGHT}vh * {profile.width} / {profile.height});\n"
        f"  background: {palette.bg};\n}}\n",
        encoding="utf-8",
    )
    environment = page_environment(TEMPLATES)
    job = grid.job
    chapters = {beat.name: beat.chapter for beat in job.clip.beats}
    text = environment.get_template("grid.html").render(
        policy=POLICY,
        language=job.lesson.language,
        lesson=job.lesson.title,
        number=job.number,
        title=chapters.get(job.beat, job.clip.title),
        clip=job.clip.title,
        author=job.lesson.author,
        moving=not kind.is_still,
        axes=[_slider(job, axis, grid) for axis in grid.axes],
        table=_table(grid, kind),
        data=_data(grid, kind, profile),
    )
    (folder / "index.html").write_text(text.rstrip() + "\n", encoding="utf-8")


def signed(value: str) -> str:
    """Return a number as it is read, with a minus; any other text as it is."""
    try:
        float(value)
    except ValueError:
        return value
    return value.replace("-", "−")


def _slider(job: PieceJob, axis: Axis, grid: DrawnGrid) -> Json:
    """Return what the page says of one parameter."""
    (kind, *_) = [
        kind
        for kind in parameters_of(job.lesson_name)
        if job.clip.number in kind.clips and axis.name in names_of(kind)
    ]
    told = limits_of(kind, axis.name)
    return {
        "name": axis.name,
        "about": told.about + (f" ({told.unit})" if told.unit else ""),
        "values": [signed(value) for value in axis.values],
        "start": first_place(grid)[grid.axes.index(axis)],
    }


def first_place(grid: DrawnGrid) -> tuple[int, ...]:
    """Return the point that the page begins with: the drawn one that is nearest to the middle."""
    middle = [(len(axis.values) - 1) / 2 for axis in grid.axes]
    drawn = [point.place for point in grid.points if point.blob]
    return min(drawn or [grid.points[0].place], key=lambda place: math.dist(place, middle))


def _table(grid: DrawnGrid, kind: PieceKind) -> Json:
    """Return all points as a table: a column for each value of the first parameter."""
    columns, *others = grid.axes
    cells = {
        point.place: {
            "file": point_file(point, kind) if point.blob else "",
            "refusal": point.refusal,
        }
        for point in grid.points
    }
    rows: list[Any] = []
    for at in range(len(others[0].values) if others else 1):
        ending = (at,) if others else ()
        rows.append(
            {
                "head": f"{others[0].name} = {signed(others[0].values[at])}" if others else "",
                "cells": [cells[(place, *ending)] for place in range(len(columns.values))],
            }
        )
    return {"head": [f"{columns.name} = {signed(value)}" for value in columns.values], "rows": rows}


def _data(grid: DrawnGrid, kind: PieceKind, profile: Profile) -> Json:
    """Return what the script knows: of each point its file, its beats in seconds, its refusal."""
    return {
        "moving": not kind.is_still,
        "frame": round(1 / profile.fps, 6),
        "axes": [
            {"name": axis.name, "values": [signed(value) for value in axis.values]}
            for axis in grid.axes
        ],
        "points": {
            "-".join(map(str, point.place)): {
                "file": point_file(point, kind) if point.blob else "",
                "refusal": point.refusal,
                "seconds": round(point.frames / profile.fps, 6),
                "beats": _beats(point, profile.fps),
            }
            for point in grid.points
        },
    }


def _beats(point: GridPoint, fps: int) -> list[Json]:
    told = {beat.name: beat for beat in point.clip.beats} if point.clip else {}
    return [
        {
            "name": span.name,
            "title": told[span.name].chapter,
            "says": told[span.name].narration,
            "start": round(span.start / fps, 6),
            "still": round(span.still / fps, 6),
            "end": round(span.end / fps, 6),
        }
        for span in point.beats
    ]
