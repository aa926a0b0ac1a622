"""The whole command line: what makes videos, and what hands them to others."""

from __future__ import annotations

from pipeline.cli.program import cli
from pipeline.cli.program import main as run
from publish.commands import present, publish
from publish.export import export

cli.add_command(publish)
cli.add_command(present)
cli.add_command(export)


def main() -> None:
    """Run the command line."""
    run()
