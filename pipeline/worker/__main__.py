"""The child process: ``python -m pipeline.worker SPEC.json``."""

from __future__ import annotations

import errno
import faulthandler
import json
import sys
import traceback
from pathlib import Path

from pipeline.worker.channel import Channel
from pipeline.worker.guard import die_with_parent

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def main() -> int:
    """Play the clip that the specification describes; return 0, or 1 after reporting an error."""
    faulthandler.enable()
    channel = Channel()
    die_with_parent()
    channel.send("started")
    try:
        spec = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
        # Only now, under the guard and with the parent told: it takes a second or more.
        from pipeline.worker.performance import Performance

        result = Performance(spec, channel).play()
    except Exception as error:  # noqa: BLE001 the process's boundary: whatever a scene raises is told to the parent
        # The parent first: where the log lies, there may be no room for it.
        full = isinstance(error, OSError) and error.errno in _FULL
        channel.send("error", reason=describe(error), full=full)
        traceback.print_exc()
        return 1
    channel.send("done", **result)
    return 0


def describe(error: Exception) -> str:
    """Say in one line what was raised and where."""
    lines = str(error).strip().splitlines()
    what = f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{what} ({Path(place.filename).name}:{place.lineno}, in {place.name})"


if __name__ == "__main__":
    sys.exit(main())
