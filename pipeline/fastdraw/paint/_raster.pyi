"""What ``_raster.c`` offers; its own docstrings say what each array holds."""

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
def paint(
    picture: Any,
    stencil: Any,
    size: tuple[int, int],
    matrix: tuple[float, float, float, float, float, float],
    points: Any,
    starts: Any,
    slack: Any,
    boxes: Any,
    ends: Any,
    colours: Any,
    widths: Any,
    styles: Any,
    order: Any,
    holes: Any,
    /,
) -> None: ...
