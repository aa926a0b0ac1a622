"""Clip 09a, The machine: errors, squares, slopes, ten steps; long: half of it explains fields."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import sympy as sp

from mathcore.formulas.window import Span, round_step, span
from mathcore.optimization import landscape, regression
from mathcore.optimization.contours import Contour
from mathcore.optimization.descent import Contraction, contraction
from mathcore.optimization.landscape import W1, W2, Landscape, SurfaceGrid
from mathcore.optimization.regression import Dataset, Parameters, RegressionPath
from mathcore.optimization.valley import PlaneWindow, Valley, plane_window, valley
from mathcore.slopes import lines
from mathcore.slopes.lines import Line
from mathcore.values import FloatArray, frozen

Points = tuple[tuple[float, float], ...]

INPUTS = (1.0, 2.0, 3.0, 4.0, 5.0)
TRUE_SLOPE, TRUE_INTERCEPT = 3.0, 2.0
START = Parameters(0.0, 0.0)
ALPHA, STEPS = 0.01, 10
W_RANGE, B_RANGE = (-1.0, 7.0), (-4.0, 8.0)
X_RANGE, Y_RANGE = (0.0, 6.0), (0.0, 18.0)
SHAPE = 1.3
"""Width per height of every window on the plane of w and b."""
LEVELS = (0.05, 0.15, 0.8, 5.0, 20.0, 60.0, 139.0)
"""Levels of the contours; other data get levels in the same ratios to the loss at the start."""
VALLEY_SHARE = 0.6
"""How much of the valley's floor is seen, in distances from the start to the best setting."""
RUNAWAY = 40.0
"""Steps that diverge are shown until the loss has grown by this factor."""
BOWL_SIDE = 2.5
BOWL_TOP = 30.0
FEW = 8
"""Up to this many points are shown one by one."""
_NICE = 20
_FLAT = 0.1
_PLACED = 0.12


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 09a; the values named here are those of the lesson's own example.

    Attributes
    ----------
    data
        x = 1 … 5, y = 5, 8, 11, 14, 17.
    truth
        The line they were made from, 3x + 2, without noise; ``None`` for other data.
    x_span, y_span
        The window of the data.
    best, least
        The line with the least loss, (3, 2), and that loss: 0, or more where there is noise.
    wave
        Where the knobs are turned at first, the last of them the trial: (1, 8), (4, 8), (2, 8).
    w_dial, b_dial
        The scales of the two dials.
    trial
        (w, b) = (2, 4).
    trial_line, trial_errors, trial_loss
        Its line, its errors ŷ − y = 1, 0, −1, −2, −3 and J = 3.
    focus
        The point with the largest error there: the last.
    focus_x, focus_error, outer, focus_slopes
        Its x = 5, its error −3, twice that, −6, and 2·error·x = −30 and 2·error·1 = −6.
    loss
        J(w, b) as a landscape with its gradient.
    bowl
        Its heights over w ∈ [−1, 7], b ∈ [−4, 8].
    bowl_land, bowl_rows
        The same bowl over a square of side 5 and of height 30, to be drawn; and the settings of b
        along which it is swept.
    floor
        The bowl as a quadratic: its bottom and its curvatures.
    start
        (0, 0).
    start_errors
        −5, −8, −11, −14, −17, shape (5,).
    start_products
        Errors times x: −5, −16, −33, −56, −85, shape (5,).
    error_sum, product_sum
        −55 and −195.
    start_loss
        139.
    start_gradient
        (−78, −22), shape (2,).
    descent
        Ten steps of α = 0.01: (0, 0) → (0.78, 0.22) → …; J = 139, 81.0904, 47.3430, …, 0.8274.
    contraction
        What each step keeps, and the limit of α.
    share_gone
        How much of the loss the ten steps removed: over 99 %.
    levels, plane, rings
        The heights of the contours around the path, the window at which these are cut, and they
        themselves.
    """

    data: Dataset
    truth: Line | None
    x_span: Span
    y_span: Span
    best: Parameters
    least: float
    wave: tuple[Parameters, ...]
    w_dial: tuple[float, float]
    b_dial: tuple[float, float]
    trial: Parameters
    trial_line: Line
    trial_errors: FloatArray
    trial_loss: float
    focus: int
    focus_x: float
    focus_error: float
    outer: float
    focus_slopes: tuple[float, float]
    loss: Landscape
    bowl: SurfaceGrid
    bowl_land: Landscape
    bowl_rows: tuple[float, ...]
    floor: Valley
    start: Parameters
    start_errors: FloatArray
    start_products: FloatArray
    error_sum: float
    product_sum: float
    start_loss: float
    start_gradient: FloatArray
    descent: RegressionPath
    contraction: Contraction
    share_gone: float
    levels: tuple[float, ...]
    plane: PlaneWindow
    rings: tuple[Contour, ...]

    @property
    def size(self) -> int:
        """How many points there are."""
        return len(self.data.xs)

    @property
    def steps(self) -> int:
        """How many steps are shown."""
        return len(self.descent.losses) - 1

    @property
    def growth(self) -> float:
        """The loss after the last step shown, in losses at the start."""
        return 1 - self.share_gone

    @property
    def largest_loss(self) -> float:
        """The largest loss that is read anywhere: at a corner of the bowl, or on a path away."""
        return float(max(self.bowl.heights.max(), self.descent.losses.max()))

    def line_at(self, w: float, b: float) -> Line:
        """Return the line of any setting of the two knobs."""
        return lines.line(w, b)

    def errors_at(self, w: float, b: float) -> FloatArray:
        """Return the errors ŷ − y of any setting, shape (5,): each the side of its square."""
        return regression.errors(self.data, w, b)

    def loss_at(self, w: float, b: float) -> float:
        """Return J of any setting."""
        return regression.mse(self.data, w, b)

    def levelled(self, share: float) -> FloatArray:
        """Return the sides of the trial's squares, a share of the way to their average.

        The areas change evenly, so that their sum is the same at every moment.
        """
        squares = self.trial_errors**2
        return frozen(np.sqrt((1 - share) * squares + share * self.trial_loss))

    def areas(self, share: float) -> FloatArray:
        """Return their areas."""
        return frozen(self.levelled(share) ** 2)

    def on_bowl(self, w: float, b: float) -> tuple[float, float]:
        """Return where a setting stands on the bowl that is drawn."""
        us, vs = self.bowl.us, self.bowl.vs
        return (_along(w, us) * BOWL_SIDE, _along(b, vs) * BOWL_SIDE)

    def foot_on_bowl(self, w: float, b: float) -> FloatArray:
        """Return the place on the floor below it, shape (3,)."""
        return frozen([*self.on_bowl(w, b), 0.0])

    @property
    def start_rows(self) -> FloatArray:
        """x, error and error times x at the start, point by point, shape (5, 3)."""
        return frozen(np.column_stack([self.data.xs, self.start_errors, self.start_products]))


@cache
def compute(points: Points = (), alpha: float = ALPHA) -> Numbers:
    """Compute the numbers of clip 09a, once for each example."""
    truth = None if points else lines.line(TRUE_SLOPE, TRUE_INTERCEPT)
    pairs = points or tuple((x, lines.line(TRUE_SLOPE, TRUE_INTERCEPT)(x)) for x in INPUTS)
    data = regression.dataset([x for x, _ in pairs], [y for _, y in pairs])
    floor = valley(data)
    rise = max(float(np.ptp(data.ys)), abs(floor.best.b) * _FLAT)
    tilt = max(abs(floor.best.w), rise / float(np.ptp(data.xs))) / 3
    wave = _wave(data, floor.best, tilt)
    trial = wave[-1]
    errors, start_errors = (regression.errors(data, *at) for at in (trial, START))
    focus = int(np.argmax(np.abs(errors)))
    loss = regression.loss_landscape(data)
    w_range, b_range = (W_RANGE, B_RANGE) if truth else _bowl_ranges(data, floor.best, tilt)
    bowl = landscape.surface_grid(loss, w_range, b_range)
    descent = regression.gd_regression(data, alpha, _steps_shown(data, alpha), START)
    settings = descent.points
    start_loss = float(descent.losses[0])
    levels = LEVELS if truth else levels_for(floor.least, start_loss)
    plane = plane_window([*settings.tolist(), *seen_floor(floor)], SHAPE)
    corners = zip(w_range, b_range, strict=True)
    seen = np.array([*wave, START, floor.best, *settings.tolist(), *corners])
    return Numbers(
        data=data,
        truth=truth,
        x_span=span(*(X_RANGE if truth else _data_range(data.xs))),
        y_span=span(*(Y_RANGE if truth else _data_range(np.append(data.ys, 0.0)))),
        best=floor.best,
        least=floor.least,
        wave=wave,
        w_dial=(float(seen[:, 0].min()), float(seen[:, 0].max())),
        b_dial=(float(seen[:, 1].min()), float(seen[:, 1].max())),
        trial=trial,
        trial_line=lines.line(*trial),
        trial_errors=errors,
        trial_loss=regression.mse(data, *trial),
        focus=focus,
        focus_x=float(data.xs[focus]),
        focus_error=float(errors[focus]),
        outer=2 * float(errors[focus]),
        focus_slopes=(2 * float(errors[focus] * data.xs[focus]), 2 * float(errors[focus])),
        loss=loss,
        bowl=bowl,
        bowl_land=_drawn(loss, bowl),
        bowl_rows=tuple(np.linspace(*b_range, 5).tolist()),
        floor=floor,
        start=START,
        start_errors=start_errors,
        start_products=frozen(start_errors * data.xs),
        error_sum=float(np.sum(start_errors)),
        product_sum=float(np.sum(start_errors * data.xs)),
        start_loss=regression.mse(data, *START),
        start_gradient=regression.mse_gradient(data, *START),
        descent=descent,
        contraction=contraction(alpha, floor.bowl.values),
        share_gone=1 - float(descent.losses[-1] / descent.losses[0]),
        levels=levels,
        plane=plane,
        rings=floor.contours(levels, plane.u_range, plane.v_range),
    )


def levels_for(least: float, start_loss: float) -> tuple[float, ...]:
    """Return the heights of the contours: the start lies on the highest, in the usual ratios."""
    return tuple(least + (start_loss - least) * level / LEVELS[-1] for level in LEVELS)


def seen_floor(floor: Valley) -> list[list[float]]:
    """Return what of the valley's floor is to be seen beside the start: its two ends."""
    best = np.array(floor.best)
    reach = VALLEY_SHARE * float(np.linalg.norm(best)) * floor.bowl.directions[1]
    return [list(START), (best - reach).tolist(), (best + reach).tolist()]


def _wave(data: Dataset, best: Parameters, tilt: float) -> tuple[Parameters, ...]:
    """Return settings in which one knob is turned after the other, up to the trial.

    The trial's line meets the best one a quarter of the way along the inputs, so that it is too
    high on one side and too low on the other.
    """
    x, crossing = float(np.mean(data.xs)), float(np.quantile(data.xs, 0.25))
    flat, steep, trial = (_nice(best.w + times * tilt) for times in (-2, 1, -1))
    high = _nice(float(np.mean(data.ys)) - flat * x)
    aim = Parameters(trial, _nice(best.w * crossing + best.b - trial * crossing))
    return (Parameters(flat, high), Parameters(steep, high), Parameters(trial, high), aim)


def _nice(value: float) -> float:
    if not value:
        return 0.0
    step = round_step(abs(value), _NICE)
    return round(value / step) * step


def _bowl_ranges(
    data: Dataset, best: Parameters, tilt: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    wide, high = 1.3 * max(abs(best.w), 2 * tilt), 1.3 * max(abs(best.b), float(np.ptp(data.ys)))
    return (best.w - wide, best.w + wide), (best.b - high, best.b + high)


def _data_range(values: FloatArray) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    margin = _PLACED * (high - low)
    return (low if low == 0 else low - margin), (high if high == 0 else high + margin)


def _steps_shown(data: Dataset, alpha: float) -> int:
    path = regression.gd_regression(data, alpha, STEPS, START)
    far = np.flatnonzero(path.losses > RUNAWAY * path.losses[0])
    return max(1, int(far[0])) if len(far) else len(path.losses) - 1


def _drawn(loss: Landscape, bowl: SurfaceGrid) -> Landscape:
    """Return the bowl over a square: the same surface, its three scales changed."""
    w, b = loss.variables
    middles = [sp.Float((axis[0] + axis[-1]) / 2) for axis in (bowl.us, bowl.vs)]
    halves = [sp.Float((axis[-1] - axis[0]) / 2 / BOWL_SIDE) for axis in (bowl.us, bowl.vs)]
    changed = loss.expression.subs(
        {w: middles[0] + halves[0] * W1, b: middles[1] + halves[1] * W2}, simultaneous=True
    )
    return landscape.landscape(sp.expand(changed * BOWL_TOP / float(bowl.heights.max())))


def _along(value: float, axis: FloatArray) -> float:
    low, high = float(axis[0]), float(axis[-1])
    return 2 * (value - low) / (high - low) - 1
