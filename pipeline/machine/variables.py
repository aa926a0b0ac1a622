"""The variables of the environment by which the engine tells its workers what concerns them."""

from __future__ import annotations

from typing import Final

RUN: Final = "LESSON_RUN"
"""The process that a worker belongs to, and ends with."""
WARNINGS: Final = "LESSON_WARNINGS"
"""What the user has set PYTHONWARNINGS to: it is meant for the user's own file."""
