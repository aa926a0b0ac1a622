"""A scene that changes what the fast drawing relies on is handed over to manim, and says why."""

from types import MethodType

import numpy as np
import pytest
from manim import (
    RIGHT,
    Create,
    Dot,
    FadeOut,
    Mobject,
    MovingCamera,
    Scene,
    Square,
    VMobject,
)

from pipeline.fastdraw.patches.install import patched_manim
from pipeline.fastdraw.reliance import HandedToManim
from tests.pipeline.drawing.films import differences, film_of


class TakesAnotherCamera(Scene):
    def construct(self) -> None:
        self.play(Create(Square()), run_time=0.4)
        self.renderer.camera = MovingCamera()


class PaintsOnTheBackground(Scene):
    def construct(self) -> None:
        self.play(Create(Square()), run_time=0.4)
        self.camera.background[:, :9, 0] = 200


class PaintsOnThePicture(Scene):
    def construct(self) -> None:
        def paint(_dot: Mobject, dt: float) -> None:
            self.camera.pixel_array.fill(int(9 * dt))

        dot = Dot()
        dot.add_updater(paint)
        self.add(dot)
        self.wait(0.4)


class TakesAPhoto(Scene):
    def construct(self) -> None:
        self.play(Create(Square()), run_time=0.4)
        Dot().get_image(self.camera)


class ReplacesAMethodOfTheCamera(Scene):
    def construct(self) -> None:
        self.camera.get_image = lambda: None  # type: ignore[method-assign, assignment, return-value]
        self.play(Create(Square()), run_time=0.4)


class ReplacesAMethodOfTheRenderer(Scene):
    def construct(self) -> None:
        frame = self.renderer.get_frame
        self.renderer.get_frame = lambda: 255 - frame()  # type: ignore[method-assign]
        self.play(Create(Square()), run_time=0.4)


class Breathing(Square):
    def get_stroke_width(self, background: bool = False) -> float:  # type: ignore[override]
        return 0.0 if background else 9.0


class HasAWidthOfItsOwn(Scene):
    def construct(self) -> None:
        self.add(Breathing())
        self.wait(0.4)


class GivesOneMobjectAWidthOfItsOwn(Scene):
    def construct(self) -> None:
        square = Square()
        square.get_stroke_width = MethodType(Breathing.get_stroke_width, square)  # type: ignore[method-assign]
        self.add(square)
        self.wait(0.4)


REASONS = {
    TakesAnotherCamera: "the scene takes another camera while it plays",
    PaintsOnTheBackground: "the scene reaches for the background of its camera",
    PaintsOnThePicture: "the scene reaches for the picture of its camera",
    TakesAPhoto: "the scene takes pictures with its own camera",
    ReplacesAMethodOfTheCamera: "the scene replaces get_image of its camera",
    ReplacesAMethodOfTheRenderer: "the scene replaces get_frame of its renderer",
    HasAWidthOfItsOwn: "Breathing has a get_stroke_width of its own",
    GivesOneMobjectAWidthOfItsOwn: "Square has a get_stroke_width of its own",
}


@pytest.mark.parametrize("scene", REASONS, ids=lambda scene: scene.__name__)
def test_what_the_fast_drawing_cannot_follow_is_handed_over(
    scene: type[Scene], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # these scenes are strangers
    with pytest.raises(HandedToManim, match=REASONS[scene]):
        film_of(scene, "fast")


class Listening(VMobject):
    heard = 0

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        type(self).heard += name == "points"


def test_a_mobject_that_wants_to_hear_of_its_attributes_hears_of_those_of_its_copies() -> None:
    model = Listening()
    before = Listening.heard
    with patched_manim():
        model.copy()
    assert Listening.heard == before + 1


class HandsOnPicturesBetweenPlays(Scene):
    def construct(self) -> None:
        self.play(Create(Square()), run_time=0.4)
        for _ in range(3):
            self.renderer.add_frame(np.zeros((36, 64, 4), np.uint8))
        self.play(FadeOut(Dot().shift(RIGHT)), run_time=0.4)


def test_pictures_between_two_plays_go_nowhere_as_in_manim() -> None:
    fast = film_of(HandsOnPicturesBetweenPlays, "fast")
    stock = film_of(HandsOnPicturesBetweenPlays, "stock")
    assert not any(share for share, _ in differences(fast, stock))
    assert len(fast.pictures) == 4
