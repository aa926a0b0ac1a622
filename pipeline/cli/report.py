"""Reports: a run as bars for people, as lines for logs, as JSON for machines."""

from __future__ import annotations

import json
import time
from contextlib import AbstractContextManager
from threading import Lock
from types import TracebackType
from typing import Protocol, Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn

from pipeline.types import Event, Json, Subject

_PAUSE = 10.0
"""Seconds of silence after which a scene that goes on says so."""

_LINES = 20
"""Lines that the voice speaks between two reports of it."""


class Report(AbstractContextManager["Report"], Protocol):
    """A listener of a run, for as long as the context is open."""

    def __call__(self, event: Event) -> None:
        """Hear one event; may be called from several threads."""


class _Open:
    """A report that needs no opening and no closing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Nothing to close."""


class JsonReport(_Open):
    """One JSON object per line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._lock = stream, Lock()

    def __call__(self, event: Event) -> None:
        """Write the event."""
        about = {event.subject.kind: event.subject.name} if event.subject else {}
        line = json.dumps({**event.data, "event": event.kind, **about})
        with self._lock:
            print(line, file=self._stream, flush=True)


class PlainReport(_Open):
    """One line for each thing worth a line, for logs and pipes.

    Where no beat tells how far a scene is, its frames do, now and then.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._lock = stream, Lock()
        self._told = time.monotonic()

    def __call__(self, event: Event) -> None:
        """Write the event, if it is worth a line."""
        with self._lock:
            line = describe(event)
            if event.kind == "frame" and event.subject and not event.subject.beats:
                line = self._progress(event.subject, event.data)
            if line is not None:
                self._told = time.monotonic()
                print(line, file=self._stream, flush=True)

    def _progress(self, subject: Subject, data: Json) -> str | None:
        if time.monotonic() - self._told < _PAUSE:
            return None
        return f"{subject}: frame {data['frame']}{_left(data)}"


class LiveReport:
    """A bar for each clip or scene that is being drawn, and one for all."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            SpinnerColumn(finished_text="[green]✓"),
            TextColumn("{task.description}"),
            BarColumn(bar_width=28),
            TextColumn("{task.fields[note]}"),
            console=console,
        )
        self._tasks: dict[str, TaskID] = {}
        self._frames: dict[str, tuple[float, float]] = {}
        self._all: TaskID | None = None
        self._lock = Lock()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Leave the last state of the bars on the screen."""
        self._progress.stop()

    def __call__(self, event: Event) -> None:
        """Move a bar, or print a line above the bars."""
        with self._lock:
            if event.subject is not None and event.kind in ("queued", "started", "beat", "frame"):
                self._move(event)
                return
            if event.subject is not None and event.subject.name in self._tasks:
                self._end(event)
            line = describe(event)
            if line is not None and event.kind != "finished":
                self._progress.console.print(line, highlight=False, markup=False)

    def _move(self, event: Event) -> None:
        subject, data = event.subject, event.data
        assert subject is not None  # noqa: S101 the caller looked; tells mypy so
        if subject.name not in self._tasks:
            if self._all is None:
                self._all = self._progress.add_task("all", note="")
            self._tasks[subject.name] = self._progress.add_task(
                str(subject), total=data["frames"], note="waiting"
            )
            self._frames[subject.name] = (0, data["frames"] or 0)
        task = self._tasks[subject.name]
        if event.kind == "started":
            self._progress.update(task, completed=0, note="starting")
        if "frame" in data:
            planned = self._frames[subject.name][1]
            total = max(planned, data["frame"]) if planned else None
            self._frames[subject.name] = (data["frame"], total or 0)
            self._progress.update(task, completed=data["frame"], total=total)
            if not subject.beats:
                self._progress.update(task, note=f"frame {data['frame']}")
        if event.kind == "beat":
            place = subject.beats.index(data["beat"]) + 1
            self._progress.update(task, note=f"beat {place}/{len(subject.beats)} {data['beat']}")
        self._sum(data.get("left"))

    def _end(self, event: Event) -> None:
        assert event.subject is not None  # noqa: S101 the caller looked; tells mypy so
        task = self._tasks[event.subject.name]
        if event.kind == "finished":
            frames = event.data["frames"]
            self._frames[event.subject.name] = (frames, frames)
            self._progress.update(task, total=frames, completed=frames, note=f"{frames} frames")
        elif event.kind in ("failed", "retried"):
            self._progress.update(task, note=event.kind)
        self._sum(event.data.get("left"))

    def _sum(self, left: float | None) -> None:
        if self._all is None:
            return
        done = sum(frames for frames, _ in self._frames.values())
        totals = [frames for _, frames in self._frames.values()]
        # A scene that was never played before has no known length, and then the whole has none.
        total = sum(totals) if all(totals) else None
        note = f"{done:.0f} frames" if total is None else f"{done:.0f}/{total:.0f} frames"
        if left is not None:
            note += f", {duration(left)} left"
        self._progress.update(self._all, completed=done, total=total, note=note)


def describe(event: Event) -> str | None:
    """Return the line that tells an event, or ``None`` for one that is not worth a line."""
    data = event.data
    name = f"{event.subject}: " if event.subject else ""
    match event.kind:
        case "without_scene":
            return f"{name}no scene yet, left out"
        case "hit":
            return f"{name}unchanged, {data['frames']} frames from the store"
        case "seen":
            how = "every frame" if data["full"] else "the ends of its beats"
            return f"{name}unchanged; what a review of {how} said of it is in the store"
        case "started":
            about = f", about {data['frames']} frames" if data["frames"] else ""
            return f"{name}rendering{about}{_left(data)}"
        case "beat":
            return f"{name}frame {data['frame']}, {data['beat']}{_left(data)}"
        case "retried":
            return f"{name}{data['reason']}; trying again"
        case "finished":
            return f"{name}done, {data['frames']} frame{'' if data['frames'] == 1 else 's'}"
        case "failed":
            return f"{name}FAILED, {data['reason']}"
        case "damaged":
            return f"store: {data['message']}"
        case "remark":
            return f"{name}{data['message']}"
        case "spoken" if data["done"] == data["of"] or data["done"] % _LINES == 0:
            left = f", {duration(data['left'])} left" if data["left"] else ""
            return f"voice: {data['done']} of {data['of']} lines{left}"
        case "written":
            return f"wrote {data['path']} ({duration(data['seconds'])})"
        case _:
            return None


def _left(data: Json) -> str:
    return f", {duration(data['left'])} left in all" if data.get("left") else ""


def duration(seconds: float) -> str:
    """Return a length of time as people write it: ``4.2 s``, ``3:07``, ``1:02:09``."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
