"""A derivative from its definition: steps of a formula, each turned into the next."""

from manim import (
    DOWN,
    GREEN,
    UP,
    YELLOW,
    Circumscribe,
    FadeIn,
    MathTypst,
    Scene,
    SurroundingRectangle,
    TransformMatchingShapes,
    Typst,
    Write,
)

STEPS = [
    "f'(x) = lim_(h -> 0) (f(x + h) - f(x)) / h",
    "f'(x) = lim_(h -> 0) ((x + h)^3 - x^3) / h",
    "f'(x) = lim_(h -> 0) (x^3 + 3 x^2 h + 3 x h^2 + h^3 - x^3) / h",
    "f'(x) = lim_(h -> 0) (3 x^2 h + 3 x h^2 + h^3) / h",
    "f'(x) = lim_(h -> 0) (3 x^2 + 3 x h + h^2)",
    "f'(x) = 3 x^2",
]


class Morph(Scene):
    def construct(self):
        title = Typst("*The derivative of* $x^3$", font_size=44).to_edge(UP)
        self.play(Write(title), run_time=1.5)
        formula = MathTypst(STEPS[0], font_size=54)
        self.play(Write(formula), run_time=2)
        self.wait(0.5)
        for step in STEPS[1:]:
            following = MathTypst(step, font_size=54)
            self.play(TransformMatchingShapes(formula, following), run_time=1.5)
            self.wait(0.5)
            formula = following
        box = SurroundingRectangle(formula, color=YELLOW, buff=0.3)
        note = Typst("for every $x$", font_size=36, color=GREEN).next_to(box, DOWN)
        self.play(FadeIn(box), FadeIn(note, shift=UP), run_time=1)
        self.play(Circumscribe(formula), run_time=1.5)
        self.wait(0.5)
