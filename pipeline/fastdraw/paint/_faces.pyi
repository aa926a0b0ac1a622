"""The signature of what ``_faces.c`` offers; its docstring says what each array holds."""

from typing import Any

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
