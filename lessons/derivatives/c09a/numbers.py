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
from mathcore.optimization.landscape import W1, W2, Landscape
from mathcore.optimization.regression import Dataset, Parameters, RegressionPath
from mathcore.optimization.valley import PlaneWindow, Valley, plane_window, valley
from mathcore.slopes import lines
from mathcore.slopes.lines import Line
from mathcore.values import FloatArray, frozen

Points = tuple[tuple[float, float], ...]
Range = tuple[float, float]

INPUTS = (1.0, 2.0, 3.0, 4.0, 5.0)
TRUE_SLOPE, TRUE_INTERCEPT = 3.0, 2.0
START = Parameters(0.0, 0.0)
ALPHA, STEPS = 0.01, 10
X_RANGE, Y_RANGE = (0.0, 6.0), (0.0, 18.0)
LEVELS = (0.05, 0.15, 0.8, 5.0, 20.0, 60.0, 139.0)
"""Levels of the contours; other data get levels in the same ratios to the loss at the start."""
VALLEY_SHARE = 0.6
"""How much of the valley's floor is seen, in distances from the start to the best setting."""
RUNAWAY = 40.0
"""Steps that diverge are shown until the loss has grown by this factor."""
MAP_SHAPE = 4 / 3
"""Width per height of the map and of the floor of the bowl."""
BANDS = (1.0, 5.0, 20.0, 60.0, 139.0)
"""Levels between the bands of the map; other data get levels in the same ratios."""
BAND_DIGITS = 3
BOWL_DEPTH = 3.0
"""Half the depth of the bowl that is drawn."""
FEW = 8
"""Up to this many points are shown one by one."""
_NICE = 20
_FLAT = 0.1
_PLACED = 0.12
_TAKEN, _MOST_TURNED = 0.8, 2.0


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
    nudge
        By how much a knob is turned a little: 0.48, which takes four fifths of that error away.
    loss
        J(w, b) as a landscape with its gradient.
    bowl_top
        The largest loss in the window of the map: at a corner.
    bowl_land, bowl_sides, bowl_rows
        The bowl over a rectangle of the map's shape, its height the loss; the two ranges of that
        rectangle; and the settings of b along which the bowl is swept.
    floor
        The bowl as a quadratic: its bottom and its curvatures.
    start
        (0, 0).
    start_errors
        −5, −8, −11, −14, −17, shape (5,).
    error_sum, product_sum
        The sum of the errors, −55, and of the errors times x, −195.
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
    aside
        A setting beside the valley's floor, (1, 4), from which it goes down.
    levels, plane, rings
        The heights between the bands of the map, its window, whose middle is the best setting, and
        the contours in it.
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
    nudge: float
    loss: Landscape
    bowl_top: float
    bowl_land: Landscape
    bowl_sides: tuple[Range, Range]
    bowl_rows: tuple[float, ...]
    floor: Valley
    start: Parameters
    start_errors: FloatArray
    error_sum: float
    product_sum: float
    start_loss: float
    start_gradient: FloatArray
    descent: RegressionPath
    contraction: Contraction
    share_gone: float
    aside: Parameters
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
    def percent_gone_after_ten(self) -> float | None:
        """How many per cent of the loss ten steps removed; ``None`` if fewer are shown."""
        return 100 * self.share_gone if self.steps == STEPS else None

    @property
    def growth(self) -> float:
        """The loss after the last step shown, in losses at the start."""
        return 1 - self.share_gone

    @property
    def largest_loss(self) -> float:
        """The largest loss that is read anywhere: at a corner of the bowl, or on a path away."""
        return max(self.bowl_top, float(self.descent.losses.max()))

    @property
    def trial_sum(self) -> float:
        """The sum of the squares of the trial: 15."""
        return float(np.sum(self.trial_errors**2))

    def lowest_settings(self, *, to_the_edge: bool) -> tuple[float, float]:
        """Return the least w and b to which the knobs are turned, or up to the map's edge in w."""
        w, b = self.trial
        turned = [*self.wave, (w + self.nudge, b + self.nudge), self.aside]
        low_w, low_b = np.array([*turned, *self.descent.points.tolist()]).min(axis=0).tolist()
        return (min(low_w, self.plane.u_range[0]) if to_the_edge else low_w), low_b

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
        across, away = self.bowl_sides
        return _along(w, self.plane.u_range, across), _along(b, self.plane.v_range, away)


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
    descent = regression.gd_regression(data, alpha, _steps_shown(data, alpha), START)
    settings = descent.points
    start_loss = float(descent.losses[0])
    levels = BANDS if truth else _bands(floor.least, start_loss)
    plane = _about_the_best(floor, np.array([trial, *settings.tolist(), *seen_floor(floor)]))
    corners = [(w, b) for w in plane.u_range for b in plane.v_range]
    seen = np.array([*wave, *settings.tolist(), *corners])
    sides = ((-MAP_SHAPE * BOWL_DEPTH, MAP_SHAPE * BOWL_DEPTH), (-BOWL_DEPTH, BOWL_DEPTH))
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
        nudge=_nudge(float(errors[focus]), float(data.xs[focus])),
        loss=loss,
        bowl_top=max(regression.mse(data, *corner) for corner in corners),
        bowl_land=_drawn(loss, plane, sides),
        bowl_sides=sides,
        bowl_rows=tuple(np.linspace(*plane.v_range, 5).tolist()),
        floor=floor,
        start=START,
        start_errors=start_errors,
        error_sum=float(np.sum(start_errors)),
        product_sum=float(np.sum(start_errors * data.xs)),
        start_loss=regression.mse(data, *START),
        start_gradient=regression.mse_gradient(data, *START),
        descent=descent,
        contraction=contraction(alpha, floor.bowl.values),
        share_gone=1 - float(descent.losses[-1] / descent.losses[0]),
        aside=Parameters(wave[0].w, trial.b),
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


def _nudge(error: float, x: float) -> float:
    """Return how far w is turned, by at most two, so that an error shrinks to a fifth."""
    wanted = -_TAKEN * error / x if x else -_TAKEN * error
    return max(-_MOST_TURNED, min(_MOST_TURNED, wanted))


def _nice(value: float) -> float:
    if not value:
        return 0.0
    step = round_step(abs(value), _NICE)
    return round(value / step) * step


def _bands(least: float, start_loss: float) -> tuple[float, ...]:
    """Return the levels between the bands, rounded to so many digits as their numbers show."""
    ratios = ((level / BANDS[-1], start_loss - least) for level in BANDS)
    found = (float(f"{least + ratio * depth:.{BAND_DIGITS}g}") for ratio, depth in ratios)
    return tuple(dict.fromkeys(level for level in found if level > least))


def _about_the_best(floor: Valley, seen: FloatArray) -> PlaneWindow:
    """Return a window with all settings that are seen, whose middle is the best one."""
    return plane_window([*seen.tolist(), *(2 * np.array(floor.best) - seen).tolist()], MAP_SHAPE)


def _data_range(values: FloatArray) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    margin = _PLACED * (high - low)
    return (low if low == 0 else low - margin), (high if high == 0 else high + margin)


def _steps_shown(data: Dataset, alpha: float) -> int:
    path = regression.gd_regression(data, alpha, STEPS, START)
    far = np.flatnonzero(path.losses > RUNAWAY * path.losses[0])
    return max(1, int(far[0])) if len(far) else len(path.losses) - 1


def _drawn(loss: Landscape, window: PlaneWindow, sides: tuple[Range, Range]) -> Landscape:
    """Return the loss over a rectangle of other sides: its heights are the same."""
    changed = {}
    for old, new, (low, high), (first, last) in zip(
        loss.variables, (W1, W2), (window.u_range, window.v_range), sides, strict=True
    ):
        changed[old] = sp.Float((low + high) / 2) + sp.Float((high - low) / (last - first)) * new
    return landscape.landscape(sp.expand(loss.expression.subs(changed, simultaneous=True)))


def _along(value: float, window: Range, side: Range) -> float:
    share = (value - window[0]) / (window[1] - window[0])
    return side[0] + share * (side[1] - side[0])
