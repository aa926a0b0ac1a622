"""The renderers: manim's own without skipped pictures, and the one for the fast cameras."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from manim import CairoRenderer, Camera, Mobject, MovingCamera, Scene, ThreeDCamera
from manim.utils.iterables import list_update

from pipeline.fastdraw.cameras.flat import DamageCamera
from pipeline.fastdraw.cameras.moving import MovingFastCamera
from pipeline.fastdraw.cameras.space import SpaceCamera
from pipeline.fastdraw.reliance import check_methods, hand_over


class QuietRenderer(CairoRenderer):
    """manim's renderer, which draws nothing while animations are skipped.

    ``hold`` is the number of frames for which each picture of a motion is shown. It is above one
    where a scene draws only samples of a motion.
    """

    hold = 1

    def render(
        self, scene: Scene, _time: float, moving_mobjects: Iterable[Mobject] | None = None
    ) -> None:
        """Draw one picture of a motion and hand it on."""
        self.update_frame(scene, moving_mobjects)
        self.add_frame(self.get_frame(), self.hold)

    def update_frame(self, scene: Scene, *args: Any, **kwargs: Any) -> None:
        """Draw the scene, unless animations are skipped."""
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
    """Draws the frames of a ``CairoRenderer`` with a fast camera, without copies of pictures.

    Its file writer has the method ``write_frame(pixels, repeat=…, damage=…)``. It gets the camera's
    own array, which is valid only until the method returns.
    """

    @property
    def camera(self) -> Camera:
        """The camera; another one cannot take its place while the scene plays."""
        return self._camera

    @camera.setter
    def camera(self, camera: Camera) -> None:
        if hasattr(self, "_camera"):
            hand_over("the scene takes another camera while it plays")
        self._camera = camera

    @property
    def damage_camera(self) -> DamageCamera:
        """The camera, which is always a fast one here."""
        return cast(DamageCamera, self.camera)

    def draw(
        self, scene: Scene, mobjects: Iterable[Mobject] | None = None, *_args: Any, **_kwargs: Any
    ) -> None:
        """Draw the scene as it stands."""
        check_methods(self, "renderer")
        check_methods(self._camera, "camera")
        shown = mobjects or list_update(scene.mobjects, scene.foreground_mobjects)
        ground = self.static_image if self.static_image is not None else self.camera.background
        self.damage_camera.paint(ground, shown)

    def render(
        self, scene: Scene, _time: float, moving_mobjects: Iterable[Mobject] | None = None
    ) -> None:
        """Draw one frame and hand it on."""
        self.update_frame(scene, moving_mobjects)
        self.add_frame(self.camera.pixel_array)

    def freeze_current_frame(self, duration: float) -> None:
        """Hand on the present frame for the frames of ``duration`` seconds."""
        # This is the division that manim computes; the last digit of a float may decide the count.
        self.add_frame(self.camera.pixel_array, int(duration / (1 / self.camera.frame_rate)))

    def add_frame(self, frame: Any, num_frames: int = 1) -> None:
        """Hand on a frame, and where it differs from the one before."""
        if self.skip_animations:
            return
        self.time += num_frames / self.camera.frame_rate
        self.file_writer.write_frame(
            frame, repeat=num_frames, damage=self.damage_camera.take_damage()
        )


def fast_camera(camera_class: type[Camera]) -> type[DamageCamera] | None:
    """Return the camera that draws as this one does, but fast; ``None`` if there is none."""
    fast: dict[type[Camera], type[DamageCamera]] = {
        Camera: DamageCamera,
        MovingCamera: MovingFastCamera,
        ThreeDCamera: SpaceCamera,
    }
    return fast.get(camera_class)
