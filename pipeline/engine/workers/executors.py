"""Executors: who runs the jobs. ``concurrent.futures.Executor`` is the whole interface."""

from __future__ import annotations

import os
from concurrent.futures import Executor, ThreadPoolExecutor


def local_executor(jobs: int) -> Executor:
    """Return ``jobs`` slots on this machine. Each slot watches one worker process at a time."""
    return ThreadPoolExecutor(max_workers=jobs, thread_name_prefix="slot")


def default_jobs() -> int:
    """Return how many workers this machine can feed."""
    return max(1, os.cpu_count() or 1)
