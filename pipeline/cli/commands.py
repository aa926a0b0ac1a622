"""A group of commands of which only the one that is called is imported."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click


class Commands(click.Group):
    """A group that knows where its commands are, and imports one when it is asked for it.

    A plan takes a third of a second, and the import of all other commands would take as long again.
    """

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.modules: dict[str, str] = {}

    def add_from(self, package: str, **modules: str) -> None:
        """Add commands, each with the module of a package that defines it under its own name."""
        self.modules |= {name: f"{package}.{module}" for name, module in modules.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *self.modules})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name; ``None`` if there is none of that name."""
        if (module := self.modules.get(cmd_name)) is not None:
            command: click.Command = getattr(import_module(module), cmd_name)
            return command
        return super().get_command(ctx, cmd_name)
