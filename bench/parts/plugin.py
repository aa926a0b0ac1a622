"""Times the fast drawing as a plugin: manim's own command, with and without, one process a file."""

from __future__ import annotations

import statistics
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bench.parts.equivalence import scenes_in
from bench.tools.commands import Cost, cells, run, together
from bench.tools.part import Part, Setting, scene_files, stock_command, stock_video, tell
from bench.tools.tables import spread, table
from bench.tools.videos import likeness, timestamps
from pipeline.engine.plan.profiles import profile_named

LEAST = 4.0
"""How many times faster plain manim is to be with the plugin."""
NAME = "language-of-change"
SETTINGS = f"[CLI]\nplugins = {NAME}\n"


@dataclass
class Way:
    """manim's own command in folders of its own, one for each file; they stay, as a user's do."""

    folder: Path
    settings: str = ""
    rounds: list[list[Cost]] = field(default_factory=list)

    def take(self, files: list[Path], size: str, fps: int) -> None:
        """Render each file once, one after the other."""
        costs = []
        for file in files:
            place = self.folder / file.stem
            place.mkdir(parents=True, exist_ok=True)
            (place / "manim.cfg").write_text(self.settings, encoding="utf-8")
            costs.append(run(stock_command(file, size, fps, place / "media"), place))
        self.rounds.append(costs)

    @property
    def costs(self) -> list[Cost]:
        """What the files of each round took together."""
        return [together(costs) for costs in self.rounds]

    def video(self, file: Path) -> Path:
        """Return where the only scene of a file was put."""
        (scene,) = scenes_in(file)
        return stock_video(self.folder / file.stem / "media", scene)


def measure(setting: Setting, scratch: Path) -> Part:
    """Time plain manim and plain manim with the plugin, by turns."""
    profile = profile_named("426x240@10" if setting.quick else "final")
    size, files = f"{profile.width},{profile.height}", list(scene_files())
    plain, plugged = Way(scratch / "plain"), Way(scratch / "plugin", SETTINGS)
    for number in range(setting.times()):
        for way in (plain, plugged) if number % 2 == 0 else (plugged, plain):
            tell(f"plugin, round {number + 1}/{setting.times()}: {way.folder.name}")
            way.take(files, size, profile.fps)
    pairs = zip(plain.costs, plugged.costs, strict=True)
    ratios = [one.wall / other.wall for one, other in pairs]
    faults, rows = [], []
    for place, file in enumerate(files):
        theirs, ours = plain.video(file), plugged.video(file)
        expected, found = len(timestamps(theirs)), len(timestamps(ours))
        if expected != found:
            faults.append(f"{file.stem}: {found} frames with the plugin, {expected} without")
            continue
        psnr, ssim = likeness(ours, theirs)
        walls = [[costs[place].wall for costs in way.rounds] for way in (plain, plugged)]
        sizes = " → ".join(f"{path.stat().st_size // 1000}" for path in (theirs, ours))
        rows.append([file.stem, found, *map(spread, walls), sizes, f"{ssim:.4f}", f"{psnr:.1f}"])
    ratio = statistics.median(ratios)
    if ratio < LEAST and not setting.quick:
        faults.append(f"with the plugin manim is {ratio:.2f} times as fast, not {LEAST:g}")
    page = (
        table(
            ["all files, one process each", "wall, s", "processor, s", "largest process, MB"],
            [["manim", *cells(plain.costs)], ["manim with the plugin", *cells(plugged.costs)]],
        )
        + f"\n**{ratio:.2f} times as fast**; the rounds: {spread(ratios)}.\n\n"
        + table(["scene", "frames", "manim, s", "plugin, s", "size, kB", "SSIM", "PSNR, dB"], rows)
    )
    figures = {
        "ratios": ratios,
        "plain": [asdict(cost) for cost in plain.costs],
        "plugin": [asdict(cost) for cost in plugged.costs],
    }
    return Part(page, figures, faults=faults)
