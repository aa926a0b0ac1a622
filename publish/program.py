"""The whole command line: what makes videos, and what hands them to others."""

from __future__ import annotations

from pipeline.cli.program import cli
from pipeline.cli.program import main as run

cli.add_from("publish", publish="commands", present="commands", export="export")


def main() -> None:
    """Run the command line."""
    run()
