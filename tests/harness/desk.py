"""A desk is where a test works: it has a folder, and runs the program as people do."""

import json
import os
from pathlib import Path
from typing import Any

from tests.harness.runs import Bench


class Desk(Bench):
    """A bench that answers what a test asks about it."""

    def events(self, *words: str) -> list[dict[str, Any]]:
        """Render, which must succeed, and return everything that happened."""
        done = self.run("render", "--json", *words)
        assert done.returncode == 0, done.stdout + done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def states(self, *words: str) -> dict[str, str]:
        """Return what plan says about each clip, by number."""
        planned = self.run("plan", "--json", *words)
        assert planned.returncode == 0, planned.stderr
        return {clip["number"]: clip["state"] for clip in json.loads(planned.stdout)["clips"]}

    @property
    def stamps(self) -> dict[str, int]:
        """Return when each file of the output and of the store was last changed."""
        return {
            str(path.relative_to(self.folder)): path.stat().st_mtime_ns
            for top in (self.out, self.store)
            for path in top.rglob("*")
            if path.is_file() and path.name != ".lock"
        }


def drawn(events: list[dict[str, Any]]) -> list[str]:
    """Return the clips that a run started to draw, sorted."""
    return sorted(event["clip"] for event in events if event["event"] == "started")


def edit(path: Path, old: str, new: str) -> None:
    """Change a source as an editor does; it certainly looks newer than its compiled form."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    later = path.stat().st_mtime + 5
    os.utime(path, (later, later))


def one_line(text: str) -> bool:
    """Return whether a message is a single line and no traceback."""
    return len(text.strip().splitlines()) == 1 and "Traceback" not in text
