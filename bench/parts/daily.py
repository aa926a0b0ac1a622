"""What a day's work waits for: a plan, a render with nothing new or after an edit, a preview."""

from __future__ import annotations

import json
import shutil
import statistics
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.parts.lesson import SHORT
from bench.tools.commands import Cost, run
from bench.tools.part import LESSON, PROJECT, Part, Setting, our_command, scene_of, tell
from bench.tools.tables import spread, table
from bench.tools.videos import timestamps
from pipeline.engine.plan.part import PART

PACKAGES = ("mathcore", "lessons", "scenes", "pipeline", "publish")
EDITED = LESSON["00"]
PREVIEWED = LESSON["04"]
IMPORT = [sys.executable, "-c", "import manim"]
"""What everything is compared with: no picture of manim's comes sooner."""
PLAN_LIMIT, UNCHANGED_LIMIT = 0.4, 1.0
"""What a plan and a render with nothing new may take, in times of that."""


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
        path = self.project / scene_of(EDITED).source.relative_to(PROJECT)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n# A comment, number {number}.\n")

    def preview(self, *more: str) -> Cost:
        """Preview one beat, in the middle of its clip; what was asked for must be there."""
        shutil.rmtree(self.folder / "preview", ignore_errors=True)
        beat = PREVIEWED.beats[len(PREVIEWED.beats) // 2]
        words = [PREVIEWED.number, beat.name, "--out", "preview", *more]
        cost = run(our_command("preview", *words, project=self.project), self.folder)
        (made,) = (path for path in (self.folder / "preview/previews").iterdir())
        if not timestamps(made):
            raise RuntimeError(f"{made.name} holds no frame")
        return cost


def drawn(log: str) -> list[str]:
    """Return the clips that a run says, as JSON, it began to draw, whole or in parts ``00.1-3``."""
    events = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    begun = [event for event in events if event["event"] == "started"]
    return sorted({(event.get("clip") or event[PART]).partition(".")[0] for event in begun})


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
    imports, plans, unchanged, edited, previews, stills = [], [], [], [], [], []
    redrawn, faults = set[str](), []
    for number in range(1, setting.times() + 1):
        tell(f"daily, round {number}/{setting.times()}: a plan, nothing new, a comment, a preview")
        imports.append(run(IMPORT, day.folder))
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
        stills.append(day.preview("--still"))
    if redrawn - {EDITED.number}:
        faults.append(f"a comment in {EDITED.number}, and {', '.join(sorted(redrawn))} was drawn")
    taken = {
        "`python -c 'import manim'`": (imports, None),
        "`plan`": (plans, PLAN_LIMIT),
        "`render`, nothing new": (unchanged, UNCHANGED_LIMIT),
        f"`render`, a comment added to clip {EDITED.number}": (edited, None),
        f"`preview {PREVIEWED.number}` of one beat": (previews, None),
        f"`preview {PREVIEWED.number} --still` of it": (stills, None),
    }
    rows = []
    for what, (costs, limit) in taken.items():
        times = ratio(costs, imports)
        rows.append([what, spread([cost.wall for cost in costs]), f"{times:.2f}", limit or ""])
        if limit is not None and times > limit:
            faults.append(f"{what} took {times:.2f} times as long as the import, not {limit:g}")
    page = table(["command, at draft", "wall, s", "times the import", "may take"], rows) + (
        f"\nClips drawn again for the comment: {', '.join(sorted(redrawn)) or 'none'}. "
        f"Clips of the render: {len(clips) or len(LESSON.clips)}.\n"
    )
    figures = {
        "plan": [asdict(cost) for cost in plans],
        "unchanged": [asdict(cost) for cost in unchanged],
        "edited": [asdict(cost) for cost in edited],
        "redrawn": sorted(redrawn),
        "import": [asdict(cost) for cost in imports],
        "preview": [asdict(cost) for cost in previews],
        "still": [asdict(cost) for cost in stills],
    }
    return Part(page, figures, faults=faults)


def ratio(costs: list[Cost], imports: list[Cost]) -> float:
    """Return how many times as long as the import a command took, in the median of the rounds."""
    pairs = zip(costs, imports, strict=True)
    return statistics.median(cost.wall / imported.wall for cost, imported in pairs)
