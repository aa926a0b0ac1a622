"""The vectors of a stage show what the camera paints: read by another program, pixel by pixel."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import manim
import numpy as np
import pytest
import typst
from PIL import Image

from pipeline.fastdraw import reliance
from pipeline.fastdraw.cameras.flat import DamageCamera
from pipeline.fastdraw.cameras.space import SpaceCamera
from pipeline.types import PipelineError
from pipeline.worker.piece_vectors import write_shapes

WIDTH, HEIGHT = 320, 180
SIZE = {"pixel_width": WIDTH, "pixel_height": HEIGHT, "frame_height": 8.0, "frame_width": 128 / 9}
NEAR = 1.5
"""Levels of 255, on average: two programs smooth edges in their own ways."""


@pytest.fixture(autouse=True)
def no_stranger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count this file as code of the engine, which may look at a camera's picture."""
    monkeypatch.setattr(reliance, "OWN", (*reliance.OWN, str(Path(__file__).parent)))


def read_by_typst(path: Path) -> np.ndarray:
    """Return an SVG as another program paints it on white, RGB."""
    page = path.with_suffix(".typ")
    page.write_text(
        f"#set page(width: {WIDTH}pt, height: {HEIGHT}pt, margin: 0pt)\n"
        f'#image("{path.name}", width: {WIDTH}pt)\n',
        encoding="utf-8",
    )
    made = typst.compile(page, root=path.parent, format="png", ppi=72.0)
    with Image.open(io.BytesIO(made)) as image:
        return np.asarray(image.convert("RGB"), dtype=float)


def painted(camera: DamageCamera, mobjects: Iterable[manim.Mobject]) -> np.ndarray:
    """Return what a camera paints, on white, RGB."""
    camera.paint(camera.background, mobjects)
    picture = camera.pixel_array.astype(float)
    # Cairo multiplies colours with opacity.
    return np.asarray(picture[..., :3] + 255 - picture[..., 3:])


def flat_stage() -> list[manim.Mobject]:
    """Return shapes in plain, half transparent and graded colours, one over another."""
    back = manim.Square(5, color="#00cc88", fill_opacity=1).set_z_index(-1)
    graded = manim.Rectangle(width=8, height=2, fill_opacity=0.8, stroke_width=12)
    graded.set_color_by_gradient("#ff0000", "#0000ff")
    curve = manim.FunctionGraph(np.sin, color="#ffaa00", stroke_width=8)
    return [graded, curve.set_stroke("#101418", 16, background=True), back]


def sheet() -> list[manim.Mobject]:
    """Return a curved sheet in space, with a dot that is not shaded over it."""
    surface = manim.Surface(
        lambda u, v: np.array([u, v, 0.4 * u * v]),
        (-3.0, 3.0),
        (-3.0, 3.0),
        resolution=(6, 6),
        fill_opacity=1,
    )
    return [manim.Dot(radius=0.4, color="#ffaa00"), surface]


def flat_camera(**settings: Any) -> DamageCamera:
    return DamageCamera(**SIZE, **settings)


def space_camera(**settings: Any) -> SpaceCamera:
    return SpaceCamera(**SIZE, phi=1.0, theta=-0.7, **settings)


@pytest.mark.parametrize("opacity", [0.0, 1.0])
@pytest.mark.parametrize(("camera", "stage"), [(flat_camera, flat_stage), (space_camera, sheet)])
def test_another_program_reads_the_picture_that_the_camera_paints(
    tmp_path: Path, camera: Any, stage: Any, opacity: float
) -> None:
    made, mobjects = camera(background_color="#000000", background_opacity=opacity), stage()
    expected = painted(made, mobjects)
    write_shapes(tmp_path / "stage.svg", made, mobjects)
    found = read_by_typst(tmp_path / "stage.svg")
    assert found.shape == expected.shape
    assert np.abs(found - expected).mean() < NEAR
    empty = 255 * (1 - opacity)
    assert np.abs(expected - empty).mean() > 10 * NEAR  # there is something to be seen


def test_the_ground_is_that_of_the_camera(tmp_path: Path) -> None:
    camera = flat_camera(background_color="#336699")
    write_shapes(tmp_path / "stage.svg", camera, [])
    assert read_by_typst(tmp_path / "stage.svg")[0, 0].tolist() == [0x33, 0x66, 0x99]


def test_an_image_is_refused(tmp_path: Path) -> None:
    image = manim.ImageMobject(np.zeros((2, 2, 3), dtype=np.uint8))
    with pytest.raises(PipelineError, match="ImageMobject is on stage"):
        write_shapes(tmp_path / "stage.svg", flat_camera(), [image])
    assert not (tmp_path / "stage.svg").exists()
