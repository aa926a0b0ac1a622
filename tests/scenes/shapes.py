"""The frames of all shapes, and how two of their regions lie to each other."""

from pipeline.engine.plan.profiles import SHAPES, profile_named, shaped
from pipeline.worker.setup import frame_size
from scenes.layout import Layout, Region

LAYOUTS = {
    shape: Layout.for_frame(*frame_size(shaped(profile_named("final"), shape))) for shape in SHAPES
}
NARROW = {shape: LAYOUTS[shape] for shape in ("tall", "square")}


def apart(first: Region, second: Region, slack: float = 0.0) -> bool:
    """Whether two regions lie over each other by no more than ``slack``."""
    return (
        first.right <= second.left + slack
        or second.right <= first.left + slack
        or first.top <= second.bottom + slack
        or second.top <= first.bottom + slack
    )
