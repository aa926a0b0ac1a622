"""Clips 09a and 09b: other data, another learning rate, another number of epochs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from lessons.derivatives.c09.words import machine_narrations, surprise_narrations
from lessons.derivatives.c09a import numbers as c09a
from lessons.derivatives.c09a.numbers import ALPHA
from lessons.derivatives.c09b import numbers as c09b
from lessons.derivatives.c09b.numbers import EPOCHS
from lessons.model import Beat, Clip
from lessons.pacing import BREATH, MAX_WORDS_PER_SECOND
from lessons.parameters import ClipParameters, ParameterError, Points, parameter
from mathcore.optimization import regression
from mathcore.optimization.descent import contraction
from mathcore.optimization.valley import valley

LARGEST, LEAST = 1e3, 0.1
"""Coordinates that are all larger or all smaller than this have no room on their scale."""
LEAST_SPREAD = 0.05
LEAST_SLOPE = 1e-3
NARROWEST = 1e-6
"""Where the inputs vary by a smaller share of their mean square, the valley is a line."""
MOST_PAST = 3.0
"""A step size of more than this many limits leaves every picture in one step."""
LEAST_STEP = 1e-6
"""A step size that is a smaller share of its limit moves nothing that could be seen."""


@dataclass(frozen=True)
class RegressionParameters(ClipParameters):
    """The points to fit, the learning rate, and the epochs that are run.

    ``data`` without points stands for the lesson's own five, made from y = 3x + 2.
    """

    clips: ClassVar = ("09a", "09b")

    data: Points = parameter((), "points", "the points (x, y), from a CSV file or a list of pairs")
    alpha: float = parameter(
        ALPHA, "number", "the learning rate", unit="per epoch", low=1e-9, high=1e3
    )
    epochs: int = parameter(
        EPOCHS, "count", "how many epochs are run", unit="epochs", low=10, high=100_000
    )

    def __post_init__(self) -> None:
        if self.data:
            self._check_data()
        data = regression.dataset(*zip(*self.data, strict=True)) if self.data else None
        bowl = valley(data).bowl.values if data else c09a.compute().floor.bowl.values
        limit = contraction(self.alpha, bowl).limit
        if self.alpha > MOST_PAST * limit:
            raise ParameterError(
                f"alpha is {self.alpha:g}; with these data every alpha from {limit:.3g} on "
                f"diverges, and above {MOST_PAST * limit:.3g} the first step leaves the picture: "
                f"choose {0.9 * limit:.2g} or less"
            )
        if self.alpha < LEAST_STEP * limit:
            raise ParameterError(
                f"alpha is {self.alpha:g}; with these data it may be up to {limit:.3g}, and below "
                f"{LEAST_STEP * limit:.2g} nothing moves: choose {0.1 * limit:.2g}"
            )

    def _check_data(self) -> None:
        points = np.array(self.data)
        for name, values in zip("xy", points.T, strict=True):
            most = float(np.abs(values).max())
            if most > LARGEST or 0 < most < LEAST:
                raise ParameterError(
                    f"data: {name} goes up to {most:.3g} in size; only sizes from {LEAST:g} to "
                    f"{LARGEST:g} have room on the scale: use another unit"
                )
        spread = float(np.ptp(points[:, 0]))
        if spread < LEAST_SPREAD:
            raise ParameterError(
                f"data: x spreads over {spread:.2g} only; choose a unit in which it spreads over "
                f"at least {LEAST_SPREAD:g}"
            )
        floor = valley(regression.dataset(points[:, 0], points[:, 1]))
        if np.var(points[:, 0]) < NARROWEST * np.mean(points[:, 0] ** 2):
            mean = float(points[:, 0].mean())
            raise ParameterError(
                f"data: x lies around {mean:.4g} and spreads over {spread:.3g} only, so that the "
                f"valley is too narrow to be drawn: subtract {mean:.4g} from each x first"
            )
        if np.abs(floor.best).max() < LEAST_SLOPE:
            raise ParameterError(
                "data: the best line is y = 0, where the descent begins: there is nothing to learn"
            )

    @property
    def machine(self) -> c09a.Numbers:
        """Every number of clip 09a for this example."""
        if not self.changed():
            return c09a.compute()
        return c09a.compute(self.data, self.alpha)

    @property
    def surprise(self) -> c09b.Numbers:
        """Every number of clip 09b for this example."""
        if not self.changed():
            return c09b.compute()
        return c09b.compute(self.data, self.alpha, self.epochs)

    def numbers_of(self, clip: str) -> object:
        """Return every number of a clip that takes these parameters."""
        if clip not in self.clips:
            return super().numbers_of(clip)
        return self.machine if clip == "09a" else self.surprise

    def adapt_script(self, clip: Clip) -> Clip:
        """Return the clip with the narration that is true here, without the beats that are not."""
        if not self.changed():
            return clip
        narrations = (
            machine_narrations(self.machine)
            if clip.number == "09a"
            else surprise_narrations(self.surprise)
        )
        return replace(clip, beats=_with_narrations(clip.beats, narrations))


def _with_narrations(
    beats: tuple[Beat, ...], narrations: Mapping[str, str | None]
) -> tuple[Beat, ...]:
    """Return the beats with other narrations.

    A beat that is not named keeps its own; one whose narration is ``None`` is left out.
    """
    adapted = []
    for beat in beats:
        narration = narrations.get(beat.name, beat.narration)
        if narration is not None:
            # Numbers in words may be long: the beat takes the time that they need.
            words_take = len(narration.split()) / MAX_WORDS_PER_SECOND
            seconds = max(beat.seconds, words_take + BREATH)
            adapted.append(replace(beat, narration=narration, seconds=seconds))
    return tuple(adapted)
