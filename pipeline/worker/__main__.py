"""The child process: ``python -m pipeline.worker SPEC.json``."""

from __future__ import annotations

import errno
import faulthandler
import json
import sys
import traceback
from pathlib import Path

from pipeline.types import Json, PipelineError
from pipeline.worker.channel import Channel
from pipeline.worker.guard import die_with_parent

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def main() -> int:
    """Do what the specification describes; return 0, or 1 after reporting an error."""
    faulthandler.enable()
    channel = Channel()
    die_with_parent()
    channel.send("started")
    spec: Json = {}
    try:
        spec = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
        result = work(spec, channel)
    except Exception as error:  # noqa: BLE001 the process's boundary: whatever a scene raises is told to the parent
        # The parent first: where the log lies, there may be no room for it.
        full = isinstance(error, OSError) and error.errno in _FULL
        channel.send("error", reason=describe(error, spec.get("source")), full=full)
        traceback.print_exc()
        return 1
    channel.send("done", **result)
    return 0


def work(spec: Json, channel: Channel) -> Json:
    """Play a clip of a lesson or a scene of somebody's file, or list the scenes of one."""
    # Imports only now, under the guard and with the parent told: they take a second or more. And
    # only what is called for: a scene of somebody's is played without the theme and the stage.
    match spec["work"]:
        case "clip":
            from pipeline.worker.performance import Performance

            return Performance(spec, channel).play()
        case "scene":
            from pipeline.worker.foreign import play_scene

            return play_scene(spec, channel)
        case _:
            from pipeline.worker.foreign import list_scenes

            return list_scenes(spec, channel)


def describe(error: Exception, source: str | None = None) -> str:
    """Say in one line what was raised and where: in ``source`` or beside it, if it passed there."""
    lines = str(error).strip().splitlines()
    what = f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
    if isinstance(error, PipelineError):
        what = str(error)  # our own words, which stand without a name
    cause = error.__cause__ or error
    places = traceback.extract_tb(cause.__traceback__)
    place = places[-1]
    if source is not None:
        folder = Path(source).parent
        own = [place for place in places if Path(place.filename).is_relative_to(folder)]
        if isinstance(error, PipelineError) and not own:
            return what
        place = own[-1] if own else place
    return f"{what} ({Path(place.filename).name}:{place.lineno}, in {place.name})"


if __name__ == "__main__":
    sys.exit(main())
