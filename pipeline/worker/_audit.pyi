"""The signature of what ``_audit.c`` offers."""

from collections.abc import Callable
from typing import Any

def add_hook(
    function: Callable[[str, tuple[Any, ...]], None], names: tuple[str, ...], /
) -> None: ...
