"""Turns a lesson into videos: ``python render.py --help`` lists the commands."""

from __future__ import annotations

from pipeline.machine.interrupts import end_at_once, raise_once

if __name__ == "__main__":
    # Before anything else is imported, which takes a second on a busy machine.
    end_at_once()
    from publish.program import main

    raise_once()
    main()
