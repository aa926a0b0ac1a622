"""A scene that goes on for as long as it is told, doing the same every five seconds."""

from manim import (
    BLUE,
    ORANGE,
    YELLOW,
    Axes,
    Create,
    DecimalNumber,
    Dot,
    FadeIn,
    FadeOut,
    MathTypst,
    Scene,
    ValueTracker,
    always_redraw,
)


class Growing(Scene):
    """A dot and its tangent run along a curve, with the slope beside them."""

    seconds = 5

    def construct(self) -> None:
        """Play, five seconds at a time."""
        for _ in range(self.seconds // 5):
            self.run_along()

    def run_along(self) -> None:
        """Build everything, let it move, and take it away: one, three and one second."""
        axes = Axes(x_range=[-3, 3], y_range=[-1, 5], x_length=9, y_length=6)
        curve = axes.plot(lambda x: 0.5 * x**2, color=BLUE)
        place = ValueTracker(-2.0)
        at = place.get_value
        dot = always_redraw(lambda: Dot(axes.c2p(at(), 0.5 * at() ** 2), color=YELLOW))
        tangent = always_redraw(
            lambda: axes.plot(lambda x: 0.5 * at() ** 2 + at() * (x - at()), color=ORANGE)
        )
        # Not in LaTeX, which need not be there.
        slope = DecimalNumber(at(), num_decimal_places=2, mob_class=MathTypst).to_corner()
        slope.add_updater(lambda number: number.set_value(at()))
        self.play(Create(axes), Create(curve), FadeIn(dot, tangent, slope), run_time=1)
        self.play(place.animate.set_value(2.0), run_time=3)
        self.play(FadeOut(axes, curve, dot, tangent, slope), run_time=1)
