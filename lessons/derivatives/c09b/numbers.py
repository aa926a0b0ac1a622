"""Clip 09b, The surprise: five hundred epochs miss, and why; long: half of it explains fields."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

import numpy as np

from lessons.derivatives.c09a import numbers as c09a
from lessons.derivatives.c09a.numbers import START, Points, levels_for, seen_floor
from lessons.derivatives.c09b.bumps import Bumps, bumps
from lessons.derivatives.c09b.epoch_story import (
    DECIMALS,
    LONGEST_PATH,
    QUICK,
    Outcome,
    dials_for,
    diverging_path,
    holding,
    magnification,
    needed_epochs,
    outcome_of,
    path_until,
    predicted_epochs,
    pushed_in,
    shown_to,
    stage_window,
    trail_to,
    way_along,
    window_about,
)
from mathcore.formulas.window import Span
from mathcore.optimization import epochs, regression
from mathcore.optimization.contours import Contour, contours
from mathcore.optimization.descent import Contraction, contraction
from mathcore.optimization.landscape import Curvatures
from mathcore.optimization.regression import Dataset, Parameters, RegressionPath, Standardised
from mathcore.optimization.valley import PlaneWindow, Valley, rescaled, valley
from mathcore.slopes import lines
from mathcore.slopes.lines import Line
from mathcore.timing import log_time
from mathcore.values import FloatArray, frozen, scientific

ALPHA, EPOCHS = 0.01, 500
LENS = 50.0
DIAL_TOP = 1.3
"""Where the scale of the dial ends, in limits of α."""
SCALED_ALPHA = 0.5
LEVELS = (0.05, 0.15, 0.8, 5.0, 20.0, 60.0, 139.0)
FINER = slice(2, 5)
"""Between which levels the map has one more: there the walls of the valley rise."""
OUTER = (2.2, 4.5)
"""Heights of the contours above the start, in losses there."""
SCALED_W_RANGE, SCALED_B_RANGE = (-8.0, 16.0), (-1.0, 23.0)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of clip 09b; the values named here are those of the lesson's own example.

    Attributes
    ----------
    machine
        The numbers of clip 09a, whose bowl is seen again.
    data, truth
        The points of clip 09a and the line 3x + 2 they were made from; ``None`` for other data.
    x_span, y_span
        The window of the data.
    alpha, epochs
        0.01 and 500, what the code runs.
    outcome
        ``slow`` where the digits are not right yet, ``settled`` where they are, ``diverges`` past
        the limit of α, ``hopeless`` where they need more epochs than are looked through.
    expected
        (3, 2), what one expects it to print: the line with the least loss.
    best_line, least
        That line, and its loss.
    descent
        Its path, α = 0.01.
    printed
        (w, b) after 500 epochs: (3.0553, 1.8003).
    fitted
        The line it found.
    lens
        × 50, how much the errors are magnified.
    errors
        Errors of the fitted line, shape (5,): −0.144 at x = 1 … +0.077 at x = 5.
    misses
        The fitted line minus the best one at each input, shape (5,): the errors, without noise.
    miss_line
        That difference as a line: the see-saw.
    pivot
        x = 3.6103, where the slow mode does not change the line.
    crossing
        Where the fitted line meets the true one: 3.61.
    floor
        The bowl as a quadratic.
    levels
        The heights of the contours.
    map_levels
        These, some between them, and two more above the start.
    near
        The window around the path.
    close_times, close
        How many times the lens magnifies it, 4, and the window around the valley's floor.
    way_along, foot
        The part along the valley of the way from the start to the best setting, (-0.30, 1.0857),
        and where the floor would be met without it, (3.30, 0.91).
    slow_knob
        ``b``: the parameter that this part changes more.
    trail_epochs, trail_points
        The path of the epochs: twenty one by one, then in ever longer leaps; shapes (N,), (N, 2).
    axis_ratio
        Length over width of its ellipses, 8.4.
    curvatures
        23.66 across and 0.338 along, with their directions.
    condition
        Their ratio, 69.99.
    hessian
        [[22, 6], [6, 2]].
    shown_epochs, shown_points
        20, 50, 100, 200, 500 and (w, b) there, shapes (5,) and (5, 2).
    largest_w, largest_w_epoch
        3.2725 at step 25.
    contraction
        Factors 0.763 and 0.99662 at α = 0.01, the limit 0.0845, half-life 204.7 steps, best 1/12.
    epochs_needed
        2,949: the first epoch that prints 3.0000 and 2.0000 for good, by simulation.
    epochs_predicted
        2,948.5: what the slow mode says, not rounded; ``None`` where it does not shrink steadily.
    predicted_digits
        The same number as its digits and a power of ten.
    longest_run
        How many epochs are looked through before a step size counts as hopeless.
    slow_part, half_unit
        What the slow mode adds to the parameter that takes longer, at first, and half a unit of
        the last digit printed: 0.00005.
    needed_by_dial
        Epochs needed by α: 0.01 → 2,949, 0.02 → 1,472, 0.05 → 586, 0.08 → 365; ``None`` for too
        many.
    dials, dial_top
        The α that the dial is turned to, and the end of its scale.
    needed_at_best
        392 at α = 1/12: the best rate in the long run, yet not the fewest epochs from (0, 0).
    diverging, barely_diverging
        Four steps at α = 0.09 and 0.085: J = 139, 177, 226, 288, 368 and 139, 142.1, …
    wide
        The window around the diverging steps.
    round_window
        The window in which the start's circle is seen.
    scaled
        z = (x − 3)/√2.
    variance
        The square of the inputs' spread: 2.
    scaled_curvatures
        2 and 2.
    scaled_valley
        Contours of J in the plane of the scaled parameters: circles.
    scaled_step
        One step of α = 0.5 on z: (0, 0) → (4.2426, 11).
    unscaled
        The same as w and b for x: (3, 2).
    mending_alpha, mended_epochs
        0.08 and 365, the epochs that it needs; ``None`` where too many are needed.
    mended
        365 epochs with α = 0.08: prints 3.0000 and 2.0000.
    longer
        α = 0.01 for as long as it needs; ``None`` where it never gets there.
    right_side
        −∇J(0, 0) = (78, 22): the right-hand side of the normal equations.
    closed_form
        (3, 2), from the normal equations.
    bumps
        A loss for whose lowest point there is no formula, and a descent on it.
    """

    machine: c09a.Numbers
    data: Dataset
    truth: Line | None
    x_span: Span
    y_span: Span
    alpha: float
    epochs: int
    outcome: Outcome
    expected: Parameters
    best_line: Line
    least: float
    descent: RegressionPath
    printed: Parameters
    fitted: Line
    lens: float
    errors: FloatArray
    misses: FloatArray
    miss_line: Line
    pivot: float
    crossing: float
    floor: Valley
    levels: tuple[float, ...]
    map_levels: tuple[float, ...]
    near: PlaneWindow
    close_times: int
    close: PlaneWindow
    way_along: FloatArray
    foot: Parameters
    slow_knob: Literal["w", "b"]
    trail_epochs: tuple[int, ...]
    trail_points: FloatArray
    axis_ratio: float
    curvatures: Curvatures
    condition: float
    hessian: FloatArray
    shown_epochs: tuple[int, ...]
    shown_points: FloatArray
    largest_w: float
    largest_w_epoch: int
    contraction: Contraction
    epochs_needed: int | None
    epochs_predicted: float | None
    predicted_digits: tuple[float, int]
    longest_run: int
    slow_part: float
    half_unit: float
    needed_by_dial: Mapping[float, int | None]
    dials: tuple[float, ...]
    dial_top: float
    needed_at_best: int | None
    diverging: RegressionPath
    barely_diverging: RegressionPath
    wide: PlaneWindow
    round_window: PlaneWindow
    scaled: Standardised
    variance: float
    scaled_curvatures: Curvatures
    scaled_valley: tuple[Contour, ...]
    scaled_step: RegressionPath
    unscaled: Parameters
    mending_alpha: float
    mended_epochs: int | None
    mended: RegressionPath
    longer: RegressionPath | None
    right_side: FloatArray
    closed_form: Parameters
    bumps: Bumps

    @property
    def prints_the_best_line(self) -> Literal["yes", "no"]:
        """Whether what is printed is the best line, right to four decimals."""
        return "yes" if self.outcome == "settled" else "no"

    @property
    def has_pivot(self) -> bool:
        """Whether the see-saw has its pivot among the points, and is too flat to be seen."""
        low, high = float(self.data.xs.min()), float(self.data.xs.max())
        return low < self.crossing < high and self.lens > 1

    @property
    def is_predicted(self) -> bool:
        """Whether the slow mode alone says how many epochs are needed."""
        predicted, needed = self.epochs_predicted, self.epochs_needed
        return predicted is not None and needed is not None and math.ceil(predicted) == needed

    @property
    def fixes(self) -> tuple[Literal["steps", "smaller", "larger", "inputs"], ...]:
        """Which fixes help here: more steps, another dial, better inputs."""
        found: list[Literal["steps", "smaller", "larger", "inputs"]] = []
        if self.outcome == "slow" and self.longer is not None:
            found.append("steps")
        if self.mended_epochs is not None and self.mending_alpha != self.alpha:
            found.append("larger" if self.mending_alpha > self.alpha else "smaller")
        return (*found, "inputs")

    @property
    def at_start(self) -> FloatArray:
        """The start, as one setting of a list, shape (1, 2)."""
        return frozen([START])

    @property
    def shown_losses(self) -> FloatArray:
        """J along the steps that diverge, shape (N,)."""
        return self.diverging.losses

    def epochs_at(self, alpha: float) -> int | None:
        """Return the epochs needed with any α > 0; ``None`` past the limit."""
        return epochs.epochs_by_modes(self.data, alpha, DECIMALS)

    def path_at(self, alpha: float, steps: int) -> RegressionPath:
        """Return the path with any α > 0, for the dial."""
        return regression.gd_regression(self.data, alpha, steps)

    def setting_after(self, epoch: int) -> Parameters:
        """Return (w, b) after any number of epochs."""
        return self.floor.after(self.alpha, epoch)

    def epoch_at(self, start: int, end: int, share: float) -> int:
        """Return the epoch at a share of the way, tenfold more in equal times."""
        return round(log_time(start, end, share))

    def kept(self, epoch: float) -> tuple[float, float]:
        """Return what is left of the distances across and along after so many epochs."""
        across, along = np.abs(self.contraction.factors).tolist()
        return across**epoch, along**epoch

    @property
    def tenths(self) -> tuple[float, ...]:
        """The epochs, not rounded, until a tenth of the slow part is left, a hundredth, and so on.

        As far as more than half a unit of the last digit is left: 680, 1360, 2040, 2720.
        """
        slow = abs(float(self.contraction.factors[1]))
        if not (0 < slow < 1 and self.slow_part > self.half_unit):
            return ()
        times = math.floor(math.log10(self.slow_part / self.half_unit))
        return tuple(place * math.log(0.1) / math.log(slow) for place in range(1, times + 1))

    @property
    def leaps(self) -> FloatArray:
        """Distance across the floor and J after each step that diverges, shape (N, 2)."""
        across = (self.diverging.points - np.array(self.floor.best)) @ self.curvatures.directions[0]
        return frozen(np.column_stack([across, self.diverging.losses]))

    def wall_at(self, across: FloatArray) -> FloatArray:
        """Return J at distances across the floor, where the steps that diverge begin."""
        start, height = self.leaps[0].tolist()
        bend = float(self.curvatures.values[0]) / 2
        return np.asarray(height + bend * (np.asarray(across, float) ** 2 - start**2))

    def inputs_at(self, share: float) -> FloatArray:
        """Return the inputs a share of the way to the scaled ones, shape (5,)."""
        return rescaled(self.data, share).xs

    def reshaped(self, share: float) -> tuple[Valley, PlaneWindow]:
        """Return the valley and its window, a share of the way to the scaled inputs."""
        floor = valley(rescaled(self.data, share))
        return floor, self.wide.toward(self.round_window, share)


@cache
def compute(points: Points = (), alpha: float = ALPHA, run: int = EPOCHS) -> Numbers:
    """Compute the numbers of clip 09b, once for each example.

    Parameters
    ----------
    points
        The data; none stand for the lesson's own five.
    alpha, run
        The learning rate, and how many epochs the code runs.
    """
    machine = c09a.compute(points, alpha)
    data, truth, floor = machine.data, machine.truth, machine.floor
    is_default = not points
    bowl, best = floor.bowl, floor.best
    descent = regression.gd_regression(data, alpha, run)
    fitted = lines.line(*descent.end)
    tilt = lines.line(fitted.slope - best.w, fitted.intercept - best.b)
    misses = frozen([tilt(x) for x in data.xs.tolist()])
    shrinking = contraction(alpha, bowl.values)
    needed = needed_epochs(data, alpha)
    dials, past = dials_for(alpha, shrinking.limit, is_default=is_default and alpha == ALPHA)
    scaled = regression.standardise(data)
    step = regression.gd_regression(scaled.data, SCALED_ALPHA, 1)
    needed_by_dial = {dial: needed_epochs(data, dial) for dial in dials}
    mending = dials[-1]
    mended_epochs = needed_by_dial[mending]
    diverging = diverging_path(data, alpha if alpha >= shrinking.limit else past[0])
    levels = LEVELS if is_default else levels_for(floor.least, machine.start_loss)
    outer = (floor.least + times * (levels[-1] - floor.least) for times in OUTER)
    finer = (math.sqrt(low * high) for low, high in pairwise(levels[FINER]))
    trail = trail_to(len(descent.losses) - 1)
    trail_points = frozen([descent.at(epoch) for epoch in trail])
    path = descent if shrinking.converges else diverging
    near = stage_window([*path.points.tolist(), *seen_floor(floor)])
    if near.equal and machine.plane.equal:
        near = holding(near, machine.plane)  # the bowl will lie on the map
    wide = stage_window([*diverging.points.tolist(), *seen_floor(floor)])
    along = frozen(way_along(floor))
    foot = Parameters(*(np.array(best) - along).tolist())
    creeping = [
        at for at, epoch in zip(trail_points.tolist(), trail, strict=True) if epoch >= QUICK
    ]
    seen = [*creeping, foot, best]
    if near.equal:  # only there an ellipse has its shape
        seen += floor.ellipse(levels[0]).tolist()
    times, close = pushed_in(near, np.array(seen))
    shown_epochs = shown_to(run, len(descent.losses) - 1)
    round_window = window_about(step.end)
    return Numbers(
        machine=machine,
        data=data,
        truth=truth,
        x_span=machine.x_span,
        y_span=machine.y_span,
        alpha=alpha,
        epochs=run,
        outcome=outcome_of(descent.end, best, needed, converges=shrinking.converges),
        expected=Parameters(truth.slope, truth.intercept) if truth else best,
        best_line=truth or lines.line(*best),
        least=floor.least,
        descent=descent,
        printed=descent.end,
        fitted=fitted,
        lens=LENS
        if is_default and (alpha, run) == (ALPHA, EPOCHS)
        else magnification(misses, machine.y_span),
        errors=regression.errors(data, *descent.end),
        misses=misses,
        miss_line=tilt,
        pivot=regression.pivot_x(data),
        crossing=-tilt.intercept / tilt.slope if tilt.slope else math.nan,
        floor=floor,
        levels=levels,
        map_levels=tuple(sorted((*levels, *finer, *outer))),
        near=near,
        close_times=times,
        close=close,
        way_along=along,
        foot=foot,
        slow_knob="w" if abs(along[0]) > abs(along[1]) else "b",
        trail_epochs=trail,
        trail_points=trail_points,
        axis_ratio=math.sqrt(bowl.condition),
        curvatures=bowl,
        condition=bowl.condition,
        hessian=regression.hessian_regression(data),
        shown_epochs=shown_epochs,
        shown_points=frozen([descent.at(epoch) for epoch in shown_epochs]),
        largest_w=float(descent.ws.max()),
        largest_w_epoch=int(np.argmax(descent.ws)),
        contraction=shrinking,
        epochs_needed=needed,
        epochs_predicted=predicted_epochs(data, alpha),
        predicted_digits=scientific(predicted_epochs(data, alpha) or 0.0),
        longest_run=epochs.LONGEST_RUN,
        slow_part=float(np.abs(along).max()),
        half_unit=0.5 * 10.0**-DECIMALS,
        needed_by_dial=needed_by_dial,
        dials=dials,
        dial_top=DIAL_TOP * shrinking.limit,
        needed_at_best=needed_epochs(data, shrinking.best),
        diverging=diverging,
        barely_diverging=diverging_path(data, past[1]),
        wide=wide,
        round_window=round_window,
        scaled=scaled,
        variance=float(np.var(data.xs)),
        scaled_curvatures=regression.curvatures(scaled.data),
        scaled_valley=(
            contours(regression.loss_landscape(scaled.data), LEVELS, SCALED_W_RANGE, SCALED_B_RANGE)
            if is_default
            else valley(scaled.data).contours(levels, round_window.u_range, round_window.v_range)
        ),
        scaled_step=step,
        unscaled=regression.unstandardise(scaled, *step.end),
        mending_alpha=mending,
        mended_epochs=mended_epochs,
        mended=regression.gd_regression(data, mending, min(mended_epochs or run, LONGEST_PATH)),
        longer=path_until(data, alpha, needed),
        right_side=frozen(-machine.start_gradient),
        closed_form=regression.normal_equations(data),
        bumps=bumps(),
    )
