"""Times the whole lesson: plain manim on each clip's file, and our one command."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from bench.tools.commands import Cost, cells, median, run, together, too_large
from bench.tools.part import (
    LESSON,
    Part,
    Setting,
    our_command,
    scene_of,
    stock_command,
    stock_video,
    tell,
)
from bench.tools.tables import table
from bench.tools.videos import timestamps
from lessons.model import Clip
from pipeline.engine.plan.profiles import profile_named
from pipeline.types import Profile

SHORT = ("00", "11")


def measure(setting: Setting, scratch: Path) -> Part:
    """Render the lesson both ways; once, unless asked otherwise: plain manim takes long."""
    profile = profile_named("320x180@5" if setting.quick else "final")
    numbers = setting.clips or (SHORT if setting.quick else ())
    clips = [clip for clip in LESSON.clips if not numbers or clip.number in numbers]
    stock, ours = [], []
    for number in range(setting.times(usual=1)):
        what = f"lesson, round {number + 1}/{setting.times(usual=1)}"
        stock.append(take_stock(clips, profile, scratch, what))
        tell(f"{what}: ours, {len(clips)} clips in one command")
        words = list(numbers)
        words += ["--profile", profile.name, "--jobs", str(setting.jobs), "--force"]
        ours.append(run(our_command("render", *words), scratch / "ours"))
    frames, faults = 0, too_large(ours, profile)
    for clip in clips:
        expected = len(timestamps(stock_video(scratch / "stock" / clip.name / "media", clip.scene)))
        found = len(timestamps(our_video(clip, profile, scratch)))
        frames += found
        if found != expected:
            faults.append(f"{clip.name}: {found} frames, but {expected} of plain manim")
    ratio = median(stock).wall / median(ours).wall
    rows = [
        ["plain manim, clip by clip", *cells(stock)],
        ["ours, one command", *cells(ours)],
    ]
    named = f"Clips {', '.join(numbers)}" if numbers else f"All {len(clips)} clips"
    page = (
        f"{named}, {frames} frames, {profile.width} × {profile.height} at "
        f"{profile.fps}, rounds: {len(ours)}, {setting.jobs} workers of ours side by side; ours "
        "also joins the lesson and writes its captions and its transcript.\n\n"
        + table(["", "wall, s", "processor, s", "largest process, MB"], rows)
        + f"\n**Plain manim ÷ ours: {ratio:.2f}** in wall time.\n"
    )
    figures = {
        "clips": [clip.number for clip in clips],
        "frames": frames,
        "stock": [asdict(cost) for cost in stock],
        "ours": [asdict(cost) for cost in ours],
        "stock_over_ours": ratio,
    }
    return Part(page, figures, faults=faults)


def take_stock(clips: list[Clip], profile: Profile, scratch: Path, what: str) -> Cost:
    """Render each clip's file with plain manim, one after the other."""
    costs = []
    for number, clip in enumerate(clips, start=1):
        tell(f"{what}: plain manim, {number}/{len(clips)} {clip.name}")
        folder = scratch / "stock" / clip.name
        size = f"{profile.width},{profile.height}"
        command = stock_command(
            scene_of(clip).source, size, profile.fps, folder / "media", clip.scene
        )
        costs.append(run(command, folder))
    return together(costs)


def our_video(clip: Clip, profile: Profile, scratch: Path) -> Path:
    """Return where our command has put a clip."""
    return scratch / "ours/media" / LESSON.slug / profile.name / "clips" / f"{clip.name}.mp4"
