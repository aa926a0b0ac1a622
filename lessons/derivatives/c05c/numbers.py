"""Clip 05c, Rules III: five functions worth knowing, and how their slopes are found."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import sympy as sp

from mathcore.formulas.functions import Function, function
from mathcore.formulas.symbolic import Expr, X
from mathcore.slopes import circle, lines, quotients
from mathcore.slopes.circle import CircleNudge
from mathcore.slopes.lines import SlopeTriangle
from mathcore.slopes.quotients import Secant, Tangent
from mathcore.values import FloatArray, frozen

SMALLEST = 0.1
GAPS = (1.0, 0.1, 0.01, 0.001)
HEIGHTS_AT = (0.0, 1.0, 2.0)
LOW_BASE, HIGH_BASE = 2.0, 3.0
FAMILY = (2.25, 2.5, 2.75)
MIRROR_HEIGHT, MIRROR_RUN = 2.0, 0.5
THETA, DTHETA = 0.7, 0.15
SIGMOID_AT = (-3.0, -2.0, 0.0, 2.0)
TURN_KEPT = 1.15


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 05c.

    Attributes
    ----------
    gaps
        h = 1, 0.1, 0.01, 0.001 at x = 0, shape (4,).
    low_base, high_base
        The two bases of the race: 2 and 3.
    two, three
        2ˣ and 3ˣ.
    family
        aˣ for three bases between these two; none of them is e.
    two_quotients, three_quotients
        Their quotients at 0, shapes (4,): 1, 0.718, 0.696, 0.693 and 2, 1.161, 1.105, 1.099.
    two_slope, three_slope
        Their slopes at 0: ln 2 and ln 3.
    e
        The base that leaves 0 with slope 1.
    exponential, logarithm
        eˣ and ln x.
    heights
        Tangents of eˣ at 0, 1, 2: height and slope agree.
    unit_climb
        The triangle of a run of 1 from 0 below the tangent of eˣ at 0: its rise is 1 too.
    unit_triangles
        The triangle below each of these tangents whose run of 1 ends at the point of contact: its
        rise is the height.
    tangent_triangle, mirrored_triangle
        A triangle on the tangent of eˣ at (ln 2, 2), slope 2, and its mirror image on the tangent
        of ln x at (2, ln 2), slope 1/2.
    angle, angle_nudge
        θ and dθ, radians.
    turn_kept
        The angle at which the circle rests after its turns, radians.
    circle
        A nudge of the angle (radians) on the unit circle.
    sine, cosine, minus_sine
        sin, cos and −sin, in radians.
    scaled_minus_sine
        −sin · π/180: the slopes of the cosine if its angle is counted in degrees; still in radians.
    sine_in_degrees
        sin of an angle in degrees; its steepest slope is π/180.
    degree_marks
        Quarter turns in radians and in degrees, shape (4, 2).
    degree_factor
        π/180 = 0.01745.
    radian_in_degrees
        180/π = 57.3, by which every slope shrinks.
    sigmoid
        σ(x) = 1/(1 + e⁻ˣ).
    sigmoid_inputs, sigmoid_heights, sigmoid_rooms, sigmoid_slopes
        x = −3, −2, 0, 2 with σ, 1 − σ and their product σ′, shapes (4,).
    steepest
        σ′(0) = 1/4.
    parts, halves
        How many times the steepest slope, and the height where it is, go into one: 4 and 2.
    smallest
        Where the drawn logarithm begins.
    derivation
        The three lines (1 + e⁻ˣ)⁻¹, e⁻ˣ/(1 + e⁻ˣ)², σ(1 − σ) (SymPy; the last in a symbol σ).
    card
        The five functions of the reference card by name.
    """

    gaps: FloatArray
    low_base: float
    high_base: float
    two: Function
    three: Function
    family: tuple[Function, ...]
    two_quotients: FloatArray
    three_quotients: FloatArray
    two_slope: float
    three_slope: float
    e: float
    exponential: Function
    logarithm: Function
    heights: tuple[Tangent, ...]
    unit_climb: SlopeTriangle
    unit_triangles: tuple[SlopeTriangle, ...]
    tangent_triangle: SlopeTriangle
    mirrored_triangle: SlopeTriangle
    angle: float
    angle_nudge: float
    turn_kept: float
    circle: CircleNudge
    sine: Function
    cosine: Function
    minus_sine: Function
    scaled_minus_sine: Function
    sine_in_degrees: Function
    degree_marks: FloatArray
    degree_factor: float
    radian_in_degrees: float
    sigmoid: Function
    sigmoid_inputs: FloatArray
    sigmoid_heights: FloatArray
    sigmoid_rooms: FloatArray
    sigmoid_slopes: FloatArray
    steepest: float
    parts: float
    halves: float
    smallest: float
    derivation: tuple[Expr, Expr, Expr]
    card: Mapping[str, Function]

    def base(self, base: float) -> Function:
        """Return baseˣ for any base, for a sliding one."""
        return function(sp.Float(base) ** X)

    def base_tangent(self, base: float) -> Tangent:
        """Return the tangent of baseˣ at 0."""
        return quotients.tangent(self.base(base), 0.0)

    def leaving(self, base: Function, h: float) -> Secant:
        """Return the secant of a curve over 0 and h."""
        return quotients.secant(base, 0.0, h)

    def sine_tangent(self, x: float) -> Tangent:
        """Return the tangent of the sine, x in radians."""
        return quotients.tangent(self.sine, x)

    def cosine_tangent(self, x: float) -> Tangent:
        """Return the tangent of the cosine, x in radians."""
        return quotients.tangent(self.cosine, x)

    def sigmoid_tangent(self, x: float) -> Tangent:
        """Return the tangent of the sigmoid; its slope is height times head-room."""
        return quotients.tangent(self.sigmoid, x)

    def headroom(self, x: float) -> tuple[float, float, float]:
        """Return σ(x), 1 − σ(x) and their product, the slope."""
        height, room = self.sigmoid.value(x), self.sigmoid.value(-x)
        return height, room, height * room

    def base_slope(self, base: float) -> float:
        """Return the slope of baseˣ at 0, for a sliding base: ln(base)."""
        return function(sp.Float(base) ** X).slope(0.0)

    @property
    def e_tangent(self) -> Tangent:
        """The tangent of eˣ at 0, with slope 1."""
        return self.heights[0]

    def radian_nudge(self, theta: float) -> CircleNudge:
        """Return a nudge of one radian: along the tangent it is as long as the radius."""
        return circle.circle_nudge(theta, 1.0)


@cache
def compute() -> Numbers:
    """Compute the numbers of clip 05c, once."""
    two, three = function(sp.Integer(2) ** X), function(sp.Integer(3) ** X)
    exponential, logarithm = function(sp.exp(X)), function(sp.log(X))
    sine, cosine = function(sp.sin(X)), function(sp.cos(X))
    sigmoid = function(1 / (1 + sp.exp(-X)))
    degrees = function(sp.sin(sp.pi * X / 180))
    mirror_at = math.log(MIRROR_HEIGHT)
    on_tangent = quotients.tangent(exponential, mirror_at).line
    triangle = lines.triangle(on_tangent, mirror_at, mirror_at + MIRROR_RUN)
    inputs = frozen(SIGMOID_AT)
    heights, rooms = sigmoid.value(inputs), sigmoid.value(-inputs)
    tangents = tuple(quotients.tangent(exponential, x) for x in HEIGHTS_AT)
    height = sp.Symbol("sigma", positive=True)
    return Numbers(
        gaps=frozen(GAPS),
        low_base=LOW_BASE,
        high_base=HIGH_BASE,
        two=two,
        three=three,
        family=tuple(function(sp.Float(base) ** X) for base in FAMILY),
        two_quotients=quotients.quotient_series(two, 0.0, GAPS),
        three_quotients=quotients.quotient_series(three, 0.0, GAPS),
        two_slope=two.slope(0.0),
        three_slope=three.slope(0.0),
        e=math.e,
        exponential=exponential,
        logarithm=logarithm,
        heights=tangents,
        unit_climb=lines.triangle(tangents[0].line, HEIGHTS_AT[0], HEIGHTS_AT[0] + 1),
        unit_triangles=tuple(
            lines.triangle(line.line, line.point.x - 1, line.point.x) for line in tangents
        ),
        tangent_triangle=triangle,
        mirrored_triangle=triangle.mirrored(),
        angle=THETA,
        angle_nudge=DTHETA,
        turn_kept=TURN_KEPT,
        circle=circle.circle_nudge(THETA, DTHETA),
        sine=sine,
        cosine=cosine,
        minus_sine=function(-sp.sin(X)),
        scaled_minus_sine=function(-sp.pi / 180 * sp.sin(X)),
        sine_in_degrees=degrees,
        degree_marks=frozen([(quarter * math.pi / 2, quarter * 90) for quarter in range(1, 5)]),
        degree_factor=degrees.slope(0.0),
        radian_in_degrees=1 / degrees.slope(0.0),
        sigmoid=sigmoid,
        sigmoid_inputs=inputs,
        sigmoid_heights=frozen(heights),
        sigmoid_rooms=frozen(rooms),
        sigmoid_slopes=frozen(heights * rooms),
        steepest=sigmoid.slope(0.0),
        parts=1 / sigmoid.slope(0.0),
        halves=1 / float(sigmoid.value(0.0)),
        smallest=SMALLEST,
        derivation=(sigmoid.expression, sigmoid.derivative_expression, height * (1 - height)),
        card={"exp": exponential, "ln": logarithm, "sin": sine, "cos": cosine, "sigmoid": sigmoid},
    )
