"""Faults of a cluster are made on this machine, with real processes and certificates."""

from tests.pipeline.conftest import desk, interruptible, project, tiny

__all__ = ["desk", "interruptible", "project", "tiny"]
