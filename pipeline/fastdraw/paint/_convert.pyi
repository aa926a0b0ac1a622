"""The signature of what ``_convert.c`` offers; its docstring says what each array holds."""

from typing import Any

def convert(
    picture: Any,
    size: tuple[int, int],
    luma: Any,
    blue: Any,
    red: Any,
    strides: tuple[int, int],
    rect: tuple[int, int, int, int],
    /,
) -> None: ...
