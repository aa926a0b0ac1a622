"""Settings: parameters as they are asked for, on the command line and in a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from lessons.parameters import Typed
from lessons.text_files import read_text_file
from pipeline.types import UsageError


def parse_settings(sets: Sequence[str], params: Path | None) -> dict[str, object]:
    """Return parameters by name; what was typed wins over what stands in the file.

    Parameters
    ----------
    sets
        ``"name=value"`` each.
    params
        A TOML file of names and values.

    Raises
    ------
    UsageError
        If one of them cannot be read.
    """
    settings = {} if params is None else _read_toml(params)
    typed: set[str] = set()
    for word in sets:
        name, equals, value = word.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"--set {word!r}: write NAME=VALUE, as in --set x0=1.2")
        if name.strip() in typed:
            raise UsageError(f"--set {name.strip()} is given twice; give each name once")
        typed.add(name.strip())
        settings[name.strip()] = Typed(value.strip())
    return settings


def _read_toml(path: Path) -> dict[str, object]:
    try:
        settings: dict[str, object] = tomllib.loads(read_text_file(path))
    except ValueError as error:  # that of TOML is one, and that of a number of 5,000 digits
        raise UsageError(f"--params {path}: {error}") from error
    except RecursionError:
        raise UsageError(f"--params {path}: it is nested too deeply") from None
    for name, value in settings.items():
        if isinstance(value, dict):
            raise UsageError(f"--params {path}: {name!r} is a table; write NAME = VALUE lines only")
    return settings
