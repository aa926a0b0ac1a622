"""Every colour, size, stroke and duration by name; no other file in ``scenes`` has such a literal.

Colours are roles, one meaning for the whole series; the hue is only how a role looks. Dark is the
default; set the environment variable ``LESSON_VARIANT=light`` before import for the light set.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

from lessons import model


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours, by role.

    ``func`` is the curve, ``approx`` anything finite or inexact, ``exact`` anything in the limit,
    ``run`` inputs and their nudges, ``rise`` outputs and their nudges; ``ink`` is text, ``muted``
    ghosts and finished steps, ``grid`` decoration that never carries meaning.
    """

    bg: str
    panel: str
    ink: str
    muted: str
    grid: str
    func: str
    approx: str
    exact: str
    run: str
    rise: str


PALETTES: Final = {
    "dark": Palette(
        bg="#101418",
        panel="#161C23",
        ink="#F2F4F7",
        muted="#9AA4B2",
        grid="#2A323C",
        func="#4F7CF7",
        approx="#E57C0A",
        exact="#FFF68A",
        run="#F3B4FF",
        rise="#00CCA6",
    ),
    "light": Palette(
        bg="#FBFBF8",
        panel="#F1F2EE",
        ink="#14181D",
        muted="#5B6573",
        grid="#D9DDE3",
        func="#4C5EF0",
        approx="#B13D00",
        exact="#3D0345",
        run="#7E477E",
        rise="#00523B",
    ),
}

VARIANT: Final = os.environ.get("LESSON_VARIANT", "dark")
if VARIANT not in PALETTES:
    raise ValueError(f"LESSON_VARIANT is {VARIANT!r}; choose one of {', '.join(PALETTES)}")
_PALETTE: Final = PALETTES[VARIANT]

BG: Final = _PALETTE.bg
PANEL: Final = _PALETTE.panel
INK: Final = _PALETTE.ink
MUTED: Final = _PALETTE.muted
GRID: Final = _PALETTE.grid
FUNC: Final = _PALETTE.func
APPROX: Final = _PALETTE.approx
EXACT: Final = _PALETTE.exact
RUN: Final = _PALETTE.run
RISE: Final = _PALETTE.rise

# Type, in manim's font size units; nothing on screen is smaller than FLOOR_SIZE.
TITLE_SIZE: Final = 72.0
CONCLUSION_SIZE: Final = 60.0
OPENING_SIZE: Final = 110.0
FORMULA_SIZE: Final = 52.0
FORMULA_SMALL_SIZE: Final = 44.0
LABEL_SIZE: Final = 36.0
AXIS_SIZE: Final = 28.0
FLOOR_SIZE: Final = 24.0

TITLE_FONT: Final = "Libertinus Serif"
TEXT_FONT: Final = "Libertinus Serif"
MATH_FONT: Final = "New Computer Modern Math"
CODE_FONT: Final = "DejaVu Sans Mono"

# Strokes, in manim's width units.
CURVE_STROKE: Final = 5.0
APPROX_STROKE: Final = 4.0
EXACT_STROKE: Final = 6.0
NUDGE_STROKE: Final = 6.0
AXIS_STROKE: Final = 2.5
GRID_STROKE: Final = 1.5
HAIRLINE_STROKE: Final = 1.8
BRACE_STROKE: Final = 3.0
FRAME_STROKE: Final = 2.5
CONTOUR_STROKE: Final = 2.2
MESH_STROKE: Final = 1.0  # the grid on a surface
HALO: Final = 6.0  # the rim of background around a label that travels over a graph

# Lengths, in frame units (the frame is 8 high).
DOT_RADIUS: Final = 0.1
OPEN_DOT_STROKE: Final = 4.0
FINE_DOT_RADIUS: Final = 0.05
DASH: Final = 0.17
GAP: Final = 0.12
TICK: Final = 0.09
TIP: Final = 0.2
GUTTER: Final = 0.25
LABEL_GAP: Final = 0.18
LEG_GAP: Final = 0.12
ROW_PITCH: Final = 0.6
CORNER: Final = 0.12
COLUMN_GAP: Final = 0.7
RULE_SHARE: Final = 0.4
"""Where a table's rule runs, as a share of its pitch below the heading's baseline."""
BOX_GROWTH: Final = 1.25  # how much larger than a row the box of a limit is
BOX_ROWS: Final = 1.9  # how many rows' height the box of a limit is given, air included
HOLE_RADIUS: Final = 0.13
LENS_NUMBERS: Final = 1.1  # room for the numbers at the edge of a lens
LENS_SHARE: Final = 0.62  # how much of a lens its band fills
CARD_GAP: Final = 0.4
CARD_COLUMNS: Final = (2.2, 2.2, 0.8, 2.4, 2.2)
"""Widths of a graph, its name, an arrow, the slope and the graph of the slope."""
POINT_GROWTH: Final = 1.18
SOLID_GROWTH: Final = 1.08  # the same for one of several solids that stand close together
FACE: Final = 0.95
SHADE_SIDE: Final = 0.55
SHADE_TOP: Final = 0.8
CUBE_SIDE: Final = 2.6
CUBE_NUDGE: Final = 0.45
CUBE_GAP: Final = 0.35
STACK_ROOM: Final = 0.12  # the share of its height that a stack keeps free to grow into
AREA_SIDE: Final = 3.4
DRIFT: Final = 0.14
SQUARE_SIDE: Final = 2.5
SQUARE_NUDGE: Final = 0.75
VANISH: Final = 0.02
TANGENT_REACH: Final = 1.0
LENS_SHAPE: Final = 6.2
LOCK_SIZE: Final = 0.5
CONCLUSION_GROWTH: Final = 2.2
ROAD_STROKE: Final = 11.0
TALL: Final = 2.0  # from this shape on, a pane's two axes are visibly not to one scale
PANE_MARGIN: Final = 1.0  # how much more than its window a microscope's pane shows
DIAL_RADIUS: Final = 1.3
DIAL_FACE: Final = 0.78
DIAL_TICK: Final = 0.88
DIAL_HUB: Final = 0.15
DIAL_ARC: Final = 1.14
CROWD_RADIUS: Final = 0.5
GAUGE_HEIGHT: Final = 4.2
GAUGE_WIDTH: Final = 0.9
BAR_STROKE: Final = 40.0
BAR_PITCH: Final = 0.9
BAR_SHARE: Final = 0.62
BAR_FILL: Final = 0.85
RISE_CLEARANCE: Final = 0.45  # how far above the foot of a falling rise its number keeps at least
CHIP_LENGTH: Final = 1.6
CHIP_COLUMN: Final = 2.0
CHIP_HEIGHT: Final = 0.3
SHARE_LENGTH: Final = 5.0  # length of the bar that shows a share of a whole
CHIP_ARROW: Final = 0.7
CHIP_GAP: Final = 0.45
STACK_GAP: Final = 0.35  # between two graphs over one scale
SCALE_ROOM: Final = 0.62  # room for a scale at the edge of a graph
RIBBON_GAP: Final = 0.75
RIBBON_HEIGHT: Final = 0.5
RIBBON_SPLIT: Final = 0.5
CHEVRON: Final = 0.26
CHEVRON_PITCH: Final = 0.46
WEIGHT_LENGTH: Final = 2.6  # A bar for the size of the steepest of several slopes
MARBLE_RADIUS: Final = 0.15
MARBLE_ARROW: Final = 0.66
PANEL_SHARES: Final = (0.55, 2.6, 3.55)  # heights of a panel's name, graph and table
PANEL_PITCH: Final = 0.52
PANEL_GAP: Final = 0.36
GLIMPSE_SHARES: Final = (1.7, 1.3)  # heights of a glimpse's picture and of its words
GLIMPSE_ROWS: Final = (1.15, 1)  # heights of a graph and of the row of glimpses below it
HOP: Final = 1.5  # the arc of an exponent on its way to the front, in half turns
GLIMPSE_REACH: Final = 0.75
LEDGER_POINT: Final = 0.16  # where a ledger's numbers end, as a share of its width
LEDGER_ARROW: Final = 0.27
TAG_SCALE: Final = 0.75
WIDE_PITCH: Final = 0.8
LENS_RADIUS: Final = 0.98
LENS_STROKE: Final = 5.0
LENS_ROWS: Final = (0.3, -0.34)
"""Heights of the name and of the reading in a lens, as shares of its radius."""
GLEAM: Final = 0.86
GLEAM_SPAN: Final = (0.56, 0.18)
"""Where the gleam of a lens begins and how far it goes, in half turns."""
RIM_DASHES: Final = 30
RIM_DASH: Final = 0.6
LINE_LEVELS: Final = (0.85, 0.5, 0.13)  # heights of three number lines, as shares of their region
LINE_COLUMNS: Final = (2.35, 7.4, 2.9)
"""Widths of the names, of the number lines and of the lenses beside them."""
EQUATION_COLUMNS: Final = (2.75, 1)  # widths of an equation of lenses and of the table beside it
FINEST_TICK: Final = 0.12  # A tick shorter than this share of a full one is not drawn
RAY_TIP: Final = 0.2
MACHINE_SHARE: Final = 0.73
"""Where on its arrow a machine stands: past the middle, so that a second arrow has room."""
FADED_BY: Final = 0.2  # by which share more a line is magnified when its numbers have faded
RAY_STROKE: Final = 3.0
ARROW_TIP: Final = 0.26  # of an arrow in the plane of two parameters
CAPSULE_MARGIN: Final = 0.2
NODE_RADIUS: Final = 0.56
EDGE_LENS: Final = 0.68  # radius of a lens that stands on an arrow between two nodes
PULSE_STROKE: Final = 8.0
PULSE_SHARE: Final = 0.35  # how much of its arrow a pulse covers
SEED: Final = 0.3  # how small a reading is when it leaves what it reads
VALUE_DROP: Final = 0.62  # how far below the value of a marker the size of its nudge stands
NUDGE_SHIFT: Final = 0.2
NAME_SHARE: Final = 0.6  # how much of a window's width the name of its curve may take
SCALE_SHARE: Final = 0.06
"""Room for the numbers of a framed graph, as a share of its region's width."""
DASHBOARD_POINT: Final = 0.66  # where the dashboard's decimal points stand, as a share of its width
DASHBOARD_TOP: Final = 0.62  # the baseline of its first row, in rows from its top
DASHBOARD_SHARES: Final = (3.3, 3.1)  # heights of the dashboard and of what stands below it
MEANING_ROWS: Final = (1.1, 0.8, 0.7)  # heights of arrow, word and ball in a column of meanings
DECADE_MARGIN: Final = 0.06
"""How much wider than its sizes a plot of decades is, as a share of them."""
DECADE_FOOT: Final = 0.5
DECADE_ROOM: Final = 0.75  # room for the powers of ten at a plot's edge
BRACE_GAP: Final = 0.08
BRACE_SHARPNESS: Final = 1.6
TURN_RADIUS: Final = 0.2  # of the arc that marks an angle, as a share of the circle's
TILE_MARGIN: Final = 0.14
TILE_SHAPE: Final = 0.62  # height of a tile per width
CODE_PITCH_PER_SIZE: Final = 0.0165
SPACE_PER_SIZE: Final = 0.0029  # A word space, per unit of font size

# Opacities.
DIM: Final = 0.25
GHOST: Final = 0.45
FILL: Final = 0.5
VEIL: Final = 0.16

# Durations, in seconds.
FADE: Final = 0.6
POINT: Final = 0.9
WRITE: Final = 1.2
DRAW: Final = 2.0
MORPH: Final = 1.5
GROUP: Final = 1.8
STEP: Final = 0.9  # one of several equal steps in a row
LEG: Final = 1.3
SETTLE: Final = 3.0
JOURNEY: Final = 3.0
SLIDE: Final = 8.0
RIDE: Final = 2.8
LEAP: Final = 0.5
ZOOM: Final = 2.0
HOLD: Final = 1.2
BREATH: Final = model.BREATH
THINK: Final = 2.0
CLIP_END: Final = 2.0
LAG: Final = 0.12
ROW_LAG: Final = 0.5
