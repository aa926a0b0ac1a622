"""Every colour, type size, stroke and duration by name, and the lengths that two clips share.

Colours are roles, one meaning for the whole series; the hue is only how a role looks. Dark is the
default; ``scenes.palette.choose`` chooses another set before this module is imported.
"""

from __future__ import annotations

from typing import Final

from manim.utils import rate_functions

from lessons import pacing
from scenes import palette

_PALETTE: Final = palette.chosen()

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

# Meanings that have the colour of another role, so that each has one colour in every clip.
ALPHA: Final = RUN  # the step factor
GUESS: Final = FUNC  # what a model says, ŷ
ERROR: Final = APPROX  # how far a guess is off; besides it only a secant is orange
ACROSS: Final = RISE  # across a valley, where it is steep
ALONG: Final = RUN  # along a valley, where it is gentle
ALARM: Final = _PALETTE.alarm  # a descent that runs away

# Type, in manim's font size units. One unit is 0.9 pixels of a picture 720 pixels high, and a phone
# shows 28 percent of that: a digit that the voice says is at least 9 pixels high there.
KEY_SIZE: Final = 63.0  # the formula that a beat is about
TABLE_SIZE: Final = 45.0
DIGIT_SIZE: Final = 36.0  # a number or a name that the voice says
CODE_SIZE: Final = 32.0
TICK_SIZE: Final = 29.0  # the numbers of an axis; no style is smaller
TITLE_SIZE: Final = 72.0
CONCLUSION_SIZE: Final = 60.0
OPENING_SIZE: Final = 110.0
FORMULA_SIZE: Final = 52.0

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
BOX_GROWTH: Final = 1.25  # how much larger than a row the box of a limit is
HOLE_RADIUS: Final = 0.13
CARD_GAP: Final = 0.4
POINT_GROWTH: Final = 1.18
DRIFT: Final = 0.14
VANISH: Final = 0.02
TANGENT_REACH: Final = 1.0
ROAD_STROKE: Final = 11.0
DIAL_RADIUS: Final = 1.3
DIAL_FACE: Final = 0.78
DIAL_TICK: Final = 0.88
DIAL_HUB: Final = 0.15
DIAL_ARC: Final = 1.14
GAUGE_HEIGHT: Final = 4.2
GAUGE_WIDTH: Final = 0.9
BAR_SHARE: Final = 0.62
BAR_FILL: Final = 0.85
CHIP_HEIGHT: Final = 0.3
CHIP_ARROW: Final = 0.7
CHIP_GAP: Final = 0.45
STACK_GAP: Final = 0.35  # between two graphs over one scale
SCALE_ROOM: Final = 0.62  # room for a scale at the edge of a graph
RIBBON_GAP: Final = 0.75
CHEVRON_PITCH: Final = 0.46
MARBLE_RADIUS: Final = 0.15
MARBLE_ARROW: Final = 0.66
HOP: Final = 1.5  # the arc of an exponent on its way to the front, in half turns
GLIMPSE_REACH: Final = 0.75
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
FINEST_TICK: Final = 0.12  # A tick shorter than this share of a full one is not drawn
RAY_TIP: Final = 0.2
FADED_BY: Final = 0.2  # by which share more a line is magnified when its numbers have faded
RAY_STROKE: Final = 3.0
ARROW_TIP: Final = 0.26  # of an arrow in the plane of two parameters
NODE_RADIUS: Final = 0.56
EDGE_LENS: Final = 0.68  # radius of a lens that stands on an arrow between two nodes
PULSE_STROKE: Final = 8.0
PULSE_SHARE: Final = 0.35  # how much of its arrow a pulse covers
SEED: Final = 0.3  # how small a reading is when it leaves what it reads
NUDGE_SHIFT: Final = 0.2
SCALE_SHARE: Final = 0.06
"""Room for the numbers of a framed graph, as a share of its region's width."""
MEANING_ROWS: Final = (1.1, 0.8, 0.7)  # heights of arrow, word and ball in a column of meanings
BRACE_GAP: Final = 0.08
BRACE_SHARPNESS: Final = 1.6
TILE_MARGIN: Final = 0.14
TILE_SHAPE: Final = 0.62  # height of a tile per width
CODE_PITCH_PER_SIZE: Final = 0.0165
SPACE_PER_SIZE: Final = 0.0029  # A word space, per unit of font size

# Opacities.
DIM: Final = 0.25
GHOST: Final = 0.45
FILL: Final = 0.5
VEIL: Final = 0.16

# Easing: how the speed of a motion changes on its way.
ENTER: Final = rate_functions.ease_out_cubic  # what comes is quick and arrives softly
LEAVE: Final = rate_functions.ease_in_cubic  # what goes leaves softly and is soon away
TRAVEL: Final = rate_functions.ease_in_out_cubic  # what moves from one place to another
EMPHASIS: Final = rate_functions.there_and_back  # what swells once and is itself again

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
LEAP: Final = 0.5
ZOOM: Final = 2.0
HOLD: Final = 1.2
BREATH: Final = pacing.BREATH
THINK: Final = 2.0
CLIP_END: Final = 2.0
LAG: Final = 0.12
ROW_LAG: Final = 0.5
