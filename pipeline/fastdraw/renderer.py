"""The renderers: manim's own, but for what nobody will see; and the one of the fast cameras."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from manim import CairoRenderer, Camera, Mobject, MovingCamera, Scene, ThreeDCamera
from manim.utils.iterables import list_update

from pipeline.fastdraw.cameras.flat import DamageCamera
from pipeline.fastdraw.cameras.moving import RovingCamera
from pipeline.fastdraw.cameras.space import SolidCamera


class QuietRenderer(CairoRenderer):
    """Draws nothing while animations are skipped, so that earlier beats pass in no time.

    ``hold`` is how many frames each picture of a motion stands for: one, unless a scene leaves some
    out.
    """

    hold = 1

    def render(
        self, scene: Scene, _time: float, moving_mobjects: Iterable[Mobject] | None = None
    ) -> None:
        """Draw one picture of a motion and hand it on."""
        self.update_frame(scene, moving_mobjects)
        self.add_frame(self.get_frame(), self.hold)

    def update_frame(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        """Draw the scene, unless nobody will see it."""
        if not self.skip_animations:
            self.draw(scene, *args, **kwargs)

    def draw(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        """Draw the scene as it stands."""
        super().update_frame(scene, *args, **kwargs)

    def still(self, scene: Scene) -> Any:
        """Draw the scene as it stands, skipped or not, and return the picture."""
        self.static_image = None
        self.draw(scene)
        return self.get_frame()


class FastRenderer(QuietRenderer):
    """Draws what a ``CairoRenderer`` draws, frame by frame, with no copies of pictures.

    Its file writer takes ``write_frame(pixels, repeat=…, damage=…)`` and is lent the camera's own
    array: it must be done with it when it returns.
    """

    @property
    def lens(self) -> DamageCamera:
        """The camera."""
        return cast(DamageCamera, self.camera)

    def draw(
        self, scene: Scene, mobjects: Iterable[Mobject] | None = None, *_args: Any, **_kwargs: Any
    ) -> None:
        """Draw the scene as it stands."""
        shown = mobjects or list_update(scene.mobjects, scene.foreground_mobjects)
        ground = self.static_image if self.static_image is not None else self.camera.background
        self.lens.paint(ground, shown)

    def render(
        self, scene: Scene, _time: float, moving_mobjects: Iterable[Mobject] | None = None
    ) -> None:
        """Draw one frame and hand it on."""
        self.update_frame(scene, moving_mobjects)
        self.add_frame(self.camera.pixel_array)

    def freeze_current_frame(self, duration: float) -> None:
        """Hand on the frame that stands, for as long as it is held."""
        # Divided, not multiplied: manim counts so, and the last digit of a float may decide.
        self.add_frame(self.camera.pixel_array, int(duration / (1 / self.camera.frame_rate)))

    def add_frame(self, frame: Any, num_frames: int = 1) -> None:
        """Hand on a frame and where it differs from the one before."""
        if self.skip_animations:
            return
        self.time += num_frames / self.camera.frame_rate
        self.file_writer.write_frame(frame, repeat=num_frames, damage=self.lens.take_damage())


def fast_camera(camera_class: type[Camera]) -> type[DamageCamera] | None:
    """Return the camera that draws as this one does, but fast; ``None`` if there is none."""
    fast: dict[type[Camera], type[DamageCamera]] = {
        Camera: DamageCamera,
        MovingCamera: RovingCamera,
        ThreeDCamera: SolidCamera,
    }
    return fast.get(camera_class)
