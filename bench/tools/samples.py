"""Plays one clip and looks where it stands: ``python -m bench.tools.samples CLIP PROFILE FILE``.

The kernel interrupts the process after every few milliseconds of processor time, and Python notes
the stack as soon as it runs again: what a function in C has taken counts for its caller.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

EVERY = 0.004
"""Seconds of the processor between two looks."""

START, OTHER = "start: imports", "manim, the rest"
_RULES = (
    ("x264", "pipeline/worker/encoder.py", ("_mux", "send")),
    ("conversion to yuv420p", "pipeline/worker/encoder.py", ()),
    ("Cairo", "pipeline/fastdraw/paint/shape.py", ("paint",)),
    ("Cairo", "pipeline/fastdraw/cameras/faces.py", ()),
    ("making paths", "pipeline/fastdraw/paint/shape.py", ()),
    ("copies", "pipeline/fastdraw/patches/copies.py", ()),
    ("what changed, and styles", "pipeline/fastdraw/", ()),
    ("text: Typst and SVG", "svgelements", ()),
    ("text: Typst and SVG", "manim/mobject/svg/", ()),
    ("text: Typst and SVG", "manim/mobject/text/", ()),
    ("text: Typst and SVG", "manim/utils/typst_file_writing.py", ()),
    ("numbers", "/mathcore/", ()),
    ("numbers", "/lessons/", ()),
    ("become", "manim/mobject/mobject.py", ("become",)),
    ("animations", "manim/animation/", ()),
    ("scenes' own Python", "/scenes/", ()),
    ("what is read, and progress", "pipeline/worker/", ()),
)
KINDS = (*dict.fromkeys(kind for kind, *_ in _RULES), OTHER)
_UPDATES = (("manim/mobject/mobject.py", "update"), ("scenes/components/motion/sweep.py", ""))


class Sampler:
    """Counts looks by kind of work and by beat."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.beats: Counter[str] = Counter()
        self.updated = 0
        self.beat = ""

    def look(self, _signal: int, frame: FrameType | None) -> None:
        """Count where the process stands now."""
        kind, updated = "", False
        while frame is not None:
            code = frame.f_code
            if code.co_filename.startswith("<frozen importlib") and not self.beat:
                kind = START
            kind = kind or _kind_of(code.co_filename, code.co_name)
            updated = updated or any(
                file in code.co_filename and code.co_name.startswith(name)
                for file, name in _UPDATES
            )
            frame = frame.f_back
        self.kinds[kind or OTHER] += 1
        self.updated += updated
        if self.beat:
            self.beats[self.beat] += 1


def _kind_of(file: str, name: str) -> str:
    for kind, part, names in _RULES:
        if part in file and (not names or name in names):
            return kind
    return ""


def main(number: str, profile: str, target: str) -> None:
    """Play a clip to its end, and write down what was seen."""
    sampler = Sampler()
    signal.signal(signal.SIGPROF, sampler.look)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    from pipeline.engine.plan.plan import plan_one
    from pipeline.engine.plan.profiles import profile_named
    from pipeline.protocol import VIDEO, BeatBegun
    from pipeline.worker.performance import Performance

    class Listener:
        def send(self, message: Any) -> None:
            if isinstance(message, BeatBegun):
                beat = next(one for one in job.clip.beats if one.name == message.beat)
                sampler.beat = job.clip.beat_id(beat)

        def frame(self, _number: int) -> None:
            return

    job = plan_one("derivatives", number, profile_named(profile))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        played = Performance(job.task(Path(folder) / VIDEO), Listener()).play()
        signal.setitimer(signal.ITIMER_PROF, 0, 0)
        os.chdir("/")
    found = {
        "frames": played.frames,
        "kinds": sampler.kinds,
        "beats": sampler.beats,
        "updated": sampler.updated,
    }
    Path(target).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
