"""The worker process: ``python -m pipeline.worker task.json``."""

from __future__ import annotations

import os
import sys

from pipeline.machine.variables import RUN
from pipeline.worker.guard import die_with_run

if __name__ == "__main__":
    # Before anything else is imported, which takes long on a busy machine.
    die_with_run(int(os.environ[RUN]))
    from pipeline.worker.work import main

    sys.exit(main())
