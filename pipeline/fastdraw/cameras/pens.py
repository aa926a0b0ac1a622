"""The pens of faces: the width, joints and caps of their lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from manim import VMobject
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP

from pipeline.fastdraw.paint.style import Points


@dataclass(frozen=True)
class Pens:
    """What the lines of faces are drawn with.

    Attributes
    ----------
    key
        Everything that decides the other attributes.
    widths
        The widths of background line and line, in units of the scene, ``(n, 2)``.
    styles
        The joints and caps in Cairo's numbers, ``(n, 2)``.
    slack
        The distance within which two points of a face are equal, ``(n,)``.
    """

    key: Any
    widths: Points
    styles: npt.NDArray[np.int32]
    slack: Points

    @staticmethod
    def key_of(mobjects: Sequence[VMobject], thin: float) -> Any:
        """Return the key of mobjects; ``thin`` is the width of a stroke of 1, in scene units."""
        return thin, [
            (
                one.background_stroke_width,
                one.stroke_width,
                one.joint_type,
                one.cap_style,
                one.tolerance_for_point_equality,
            )
            for one in mobjects
        ]

    @classmethod
    def of(cls, mobjects: Sequence[VMobject], key: Any) -> Pens:
        """Return the pens of mobjects that have this key."""
        thin, _ = key
        widths = [(one.get_stroke_width(True), one.get_stroke_width()) for one in mobjects]
        styles = [(LINE_JOIN_MAP[one.joint_type], CAP_STYLE_MAP[one.cap_style]) for one in mobjects]
        slack = [one.tolerance_for_point_equality for one in mobjects]
        return cls(
            key,
            np.array(widths, dtype=np.float64) * thin,
            np.array(styles, dtype=np.int32),
            np.array(slack, dtype=np.float64),
        )
