"""Tables as Markdown and plots as SVG."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

GREY, BLUE, GREEN = "#9aa4b2", "#4f7cf7", "#00cca6"
WIDTH, BAR, LABEL = 640, 14, 130
PANEL, PANEL_HEIGHT, MARGIN = 300, 210, 56


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a table as Markdown; its cells are written as they are."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(str(cell) for cell in line) + " |\n" for line in lines)


def spread(values: Sequence[float]) -> str:
    """Return the median, and between which two values it lies."""
    middle = f"{statistics.median(values):.1f}"
    return middle if len(values) == 1 else f"{middle} ({min(values):.1f} to {max(values):.1f})"


def svg(width: int, height: int, parts: Sequence[str]) -> str:
    """Return a drawing, on white."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        'font-family="sans-serif" font-size="12" fill="#101418">'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>' + "".join(parts) + "</svg>\n"
    )


def text(x: float, y: float, words: str, anchor: str = "start") -> str:
    """Return words at a place."""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{words}</text>'


def bars(
    title: str, groups: Mapping[str, Sequence[tuple[float, str]]], unit: str, top: int = 0
) -> tuple[list[str], int]:
    """Return groups of bars to one scale, each bar a number and a colour, and where they end."""
    longest = max(value for group in groups.values() for value, _ in group) or 1.0
    parts, y = [text(10, top + 20, title)], top + 32
    for name, group in groups.items():
        parts.append(text(LABEL - 8, y + BAR * len(group) / 2 + 4, name, "end"))
        for value, colour in group:
            length = (WIDTH - LABEL - 80) * value / longest
            parts.append(
                f'<rect x="{LABEL}" y="{y}" width="{length:.1f}" height="{BAR - 2}" '
                f'fill="{colour}"/>'
            )
            parts.append(text(LABEL + length + 6, y + BAR - 4, f"{value:.1f} {unit}"))
            y += BAR
        y += 10
    return parts, y + 6


@dataclass(frozen=True)
class Panel:
    """A curve over what grows: both axes begin at zero."""

    title: str
    across: str
    points: Sequence[tuple[float, float]]
    colour: str


def panels(rows: Sequence[Sequence[Panel]]) -> str:
    """Return panels in rows, as one drawing."""
    parts = [
        _draw(panel, PANEL * column, PANEL_HEIGHT * row)
        for row, line in enumerate(rows)
        for column, panel in enumerate(line)
    ]
    return svg(PANEL * max(map(len, rows)), PANEL_HEIGHT * len(rows), parts)


def _draw(panel: Panel, left: float, top: float) -> str:
    width, height = PANEL - MARGIN - 24, PANEL_HEIGHT - 80
    x0, y0 = left + MARGIN, top + 36 + height
    most_x = max(x for x, _ in panel.points)
    most_y = ceiling(max(y for _, y in panel.points))
    places = [(x0 + width * x / most_x, y0 - height * y / most_y) for x, y in panel.points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    parts = [
        text(x0, top + 22, panel.title),
        f'<path d="M{x0},{y0 - height}V{y0}H{x0 + width}" fill="none" stroke="{GREY}"/>',
        text(x0 - 6, y0 - height + 4, f"{most_y:g}", "end"),
        text(x0 - 6, y0 + 4, "0", "end"),
        text(x0 + width / 2, y0 + 34, panel.across, "middle"),
        f'<polyline points="{line}" fill="none" stroke="{panel.colour}" stroke-width="2"/>',
    ]
    for (x, y), (value, _) in zip(places, panel.points, strict=True):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{panel.colour}"/>')
        parts.append(text(x, y0 + 16, f"{value:g}", "middle"))
    return "".join(parts)


def ceiling(value: float) -> float:
    """Return the next round number, 1, 2 or 5 times a power of ten, that is not below a value."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value)
