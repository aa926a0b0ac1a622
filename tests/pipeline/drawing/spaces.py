"""What tests of faces share: a camera in space, a sheet of faces, and a comparison with manim."""

from typing import Any

import manim

from bench.tools.film import MOST_DIFFERENCE, MOST_PIXELS, apart
from pipeline.fastdraw.cameras.space import SpaceCamera
from tests.pipeline.drawing.films import SIZE


def curved_sheet() -> manim.Surface:
    """Return a sheet of 25 faces that is curved."""
    return manim.Surface(
        lambda u, v: [u, v, 0.4 * u * v], [-2, 2], [-2, 2], resolution=(5, 5), fill_opacity=0.7
    )


def in_space(kind: Any, **settings: Any) -> Any:
    """Return a camera that looks at the scene from the side."""
    return kind(**SIZE, phi=1.0, theta=-0.7, **settings)


def alike(camera: SpaceCamera, stock: manim.ThreeDCamera, mobjects: list[manim.Mobject]) -> None:
    """Assert that a camera shows what manim's camera paints of mobjects."""
    stock.capture_mobjects(mobjects)
    share, most = apart(camera.pixel_array, stock.pixel_array)
    assert share <= MOST_PIXELS
    assert most <= MOST_DIFFERENCE
    assert (stock.pixel_array != stock.background).any() or (
        camera.pixel_array == camera.background
    ).all()
