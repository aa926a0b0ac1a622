"""The work of a worker process: to read its task, do it, and report."""

from __future__ import annotations

import errno
import faulthandler
import sys
import traceback
from pathlib import Path

from pipeline.protocol import (
    ClipTask,
    Ended,
    Failed,
    ListTask,
    PieceTask,
    SceneTask,
    Started,
    Task,
    decode,
)
from pipeline.types import PipelineError
from pipeline.worker.channel import Channel
from pipeline.worker.guard import die_with_parent
from scenes import palette

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def main() -> int:
    """Do the task that the file describes; return 0, or 1 after reporting an error."""
    faulthandler.enable()
    channel = Channel()
    die_with_parent()
    channel.send(Started())
    task: Task | None = None
    try:
        task = decode(Path(sys.argv[1]).read_bytes())
        result = work(task, channel)
    except BaseException as error:  # noqa: BLE001 the boundary of the process: whatever a scene raises, exit() included, is reported to the parent
        # The parent is told first: there may be no room on the disk for the log.
        full = isinstance(error, OSError) and error.errno in _FULL
        source = None if task is None or isinstance(task, ClipTask) else task.source
        channel.send(Failed(describe(error, source), full))
        traceback.print_exc()  # also of an error that cannot be told
        return 1
    channel.send(result)
    return 0


def work(task: Task, channel: Channel) -> Ended:
    """Play a clip of a lesson or a scene of a user's file, or list the scenes of one."""
    # The imports take a second or more, so they come after the guard and the first message. Each
    # task imports only what it needs: a user scene is played without the theme and the stage.
    match task:
        case PieceTask():  # before ClipTask, of which it is one
            palette.choose(task.theme)  # before the stage is imported, which reads the colours
            from pipeline.worker.piece import PiecePerformance

            return PiecePerformance(task, channel).play()
        case ClipTask():
            palette.choose(task.theme)
            from pipeline.worker.performance import Performance

            return Performance(task, channel).play()
        case SceneTask():
            from pipeline.worker.user_scene import play_scene

            return play_scene(task, channel)
        case ListTask():
            from pipeline.worker.user_scene import list_scenes

            return list_scenes(task)


def describe(error: BaseException, source: Path | None = None) -> str:
    """Say in one line what was raised and where; a place in or beside ``source`` is preferred."""
    what = _what(error)
    if isinstance(error, PipelineError) and source is None:
        return what
    cause = error.__cause__ or error
    places = traceback.extract_tb(cause.__traceback__)
    place = places[-1]
    if source is not None:
        folder = source.parent
        own = [place for place in places if Path(place.filename).is_relative_to(folder)]
        if isinstance(error, PipelineError) and not own:
            return what
        place = own[-1] if own else place
    return f"{what} ({Path(place.filename).name}:{place.lineno}, in {place.name})"


def _what(error: BaseException) -> str:
    if isinstance(error, SystemExit):
        return "calls exit() before it is over"
    kind = type(error).__name__
    try:
        lines = str(error).strip().splitlines()
    except Exception as other:  # noqa: BLE001 the method is the user's own and may raise anything
        return f"{kind}, which cannot be told: its __str__ raises {type(other).__name__}"
    if isinstance(error, PipelineError):
        return str(error)  # a message of ours needs no name of a class
    return f"{kind}: {lines[0]}" if lines else kind
