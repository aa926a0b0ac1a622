"""What a day's work waits for: a plan, a render with nothing new or after an edit, a preview."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.parts.lesson import SHORT
from bench.tools.commands import Cost, run
from bench.tools.part import LESSON, PROJECT, Part, Setting, our_command, tell
from bench.tools.tables import spread, table
from bench.tools.videos import timestamps

PACKAGES = ("mathcore", "lessons", "scenes", "pipeline", "publish")
EDITED = LESSON["00"]
PREVIEWED = LESSON["04"]
PLAN_LIMIT, UNCHANGED_LIMIT, PREVIEW_LIMIT = 1.0, 2.0, 5.0
"""Seconds that a plan, a render with nothing new, and a preview may take."""


@dataclass
class Day:
    """A copy of the project, and a folder in which its commands are given."""

    project: Path
    folder: Path

    def plan(self) -> Cost:
        """Ask what would be drawn."""
        return run(our_command("plan", project=self.project), self.folder)

    def render(self, *words: str) -> tuple[Cost, list[str]]:
        """Render at draft; return what that took and the clips that were drawn."""
        cost = run(our_command("render", "--json", *words, project=self.project), self.folder)
        return cost, drawn((self.folder / "log.txt").read_text(encoding="utf-8"))

    def edit(self, number: int) -> None:
        """Add a comment to a scene's file."""
        path = self.project.joinpath(*LESSON.scenes.split("."), f"{EDITED.module}.py")
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n# A comment, number {number}.\n")

    def preview(self) -> Cost:
        """Preview one beat, in the middle of its clip; the video must be there and whole."""
        shutil.rmtree(self.folder / "preview", ignore_errors=True)
        beat = PREVIEWED.beats[len(PREVIEWED.beats) // 2]
        words = [PREVIEWED.number, beat.name, "--out", "preview"]
        cost = run(our_command("preview", *words, project=self.project), self.folder)
        (video,) = (self.folder / "preview").rglob("*.mp4")
        if not timestamps(video):
            raise RuntimeError(f"{video.name} holds no frame")
        return cost


def drawn(log: str) -> list[str]:
    """Return the clips that a run says, as JSON, it began to draw."""
    events = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    return sorted(event["clip"] for event in events if event["event"] == "started")


def copy_project(target: Path) -> Path:
    """Copy everything that draws: the working tree must not be edited."""
    for package in PACKAGES:
        shutil.copytree(
            PROJECT / package, target / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(PROJECT / "render.py", target)
    return target


def measure(setting: Setting, scratch: Path) -> Part:
    """Render once, then time what comes after, at draft."""
    day = Day(copy_project(scratch / "project"), scratch / "work")
    clips = list(SHORT) if setting.quick else []
    tell(f"daily: the {'two short clips' if clips else 'whole lesson'} at draft, not timed")
    day.render(*clips, "--jobs", str(setting.jobs))
    plans, unchanged, edited, previews = [], [], [], []
    redrawn, faults = set[str](), []
    for number in range(1, setting.times() + 1):
        tell(f"daily, round {number}/{setting.times()}: a plan, nothing new, a comment, a preview")
        plans.append(day.plan())
        cost, again = day.render(*clips)
        unchanged.append(cost)
        if again:
            faults.append(f"nothing had changed, and {', '.join(again)} was drawn again")
        day.edit(number)
        cost, again = day.render(*clips)
        edited.append(cost)
        redrawn |= set(again)
        previews.append(day.preview())
    if redrawn - {EDITED.number}:
        faults.append(f"a comment in {EDITED.number}, and {', '.join(sorted(redrawn))} was drawn")
    rows = [
        [what, spread([cost.wall for cost in costs]), limit]
        for what, costs, limit in (
            ("`plan`", plans, f"{PLAN_LIMIT:g}"),
            ("`render`, nothing new", unchanged, f"{UNCHANGED_LIMIT:g}"),
            (f"`render`, a comment added to clip {EDITED.number}", edited, ""),
            (f"`preview {PREVIEWED.number}` of one beat", previews, f"{PREVIEW_LIMIT:g}"),
        )
    ]
    faults += too_slow("a plan", plans, PLAN_LIMIT)
    faults += too_slow("a render with nothing new", unchanged, UNCHANGED_LIMIT)
    faults += too_slow("a preview", previews, PREVIEW_LIMIT)
    page = table(["command, at draft", "wall, s", "may take"], rows) + (
        f"\nClips drawn again for the comment: {', '.join(sorted(redrawn)) or 'none'}. "
        f"Clips of the render: {len(clips) or len(LESSON.clips)}.\n"
    )
    figures = {
        "plan": [asdict(cost) for cost in plans],
        "unchanged": [asdict(cost) for cost in unchanged],
        "edited": [asdict(cost) for cost in edited],
        "redrawn": sorted(redrawn),
        "preview": [asdict(cost) for cost in previews],
    }
    return Part(page, figures, faults=faults)


def too_slow(what: str, costs: list[Cost], limit: float) -> list[str]:
    """Say so if even the fastest of several took longer than it may."""
    fastest = min(cost.wall for cost in costs)
    return [f"{what} took {fastest:.1f} s of {limit:g} s"] if fastest > limit else []
