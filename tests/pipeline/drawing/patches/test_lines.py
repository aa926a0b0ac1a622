"""A line and a text are as manim makes them, with less in memory."""

import gc
from typing import Any

import manim
import numpy as np
import pytest
from manim import LEFT, RIGHT, Square
from manim.mobject.svg import svg_mobject

from pipeline.fastdraw.patches.install import patched_manim
from pipeline.fastdraw.patches.lines import _Pattern
from tests.pipeline.drawing.same import assert_same_mobject

STYLES = (
    {},
    {"color": manim.RED, "stroke_width": 1.5},
    {"color": "#12345678", "stroke_opacity": 0.3, "z_index": 2},
    {"stroke_width": 2, "name": "a line", "cap_style": manim.CapStyleType.ROUND},
    {"color": manim.ManimColor([0.1, 0.2, 0.3]), "fill_opacity": 1},
    {"color": [manim.RED, manim.BLUE]},
    {"buff": 0.25},
    {"path_arc": 1.0, "color": manim.RED},
    {"sheen_factor": 0.2, "sheen_direction": manim.UP},
    {"background_stroke_width": 3, "background_stroke_color": manim.GREEN},
)


ENDS = (
    (LEFT, RIGHT + manim.UP),
    (np.array([1 / 3, 2.0, -0.7]), np.array([0.1, 0.2, 0.3])),
    (LEFT, LEFT),
    ([0, 1, 0], (2, 0, 0)),
    (np.array([0, 1, 2]), RIGHT),
    (Square().shift(manim.UP * 3), RIGHT),
)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: "-".join(style) or "plain")
@pytest.mark.parametrize("ends", ENDS)
@pytest.mark.parametrize("kind", [manim.Line, manim.DashedLine, manim.Arrow])
def test_a_line_is_as_manim_makes_it(kind, ends, style):
    expected = kind(*ends, **style)
    with patched_manim():
        kind(*ends, **style)
        found = kind(*ends, **style)
    assert_same_mobject(found, expected)


def test_lines_of_one_style_share_nothing_that_can_be_changed():
    with patched_manim():
        one, other = (manim.Line(LEFT, RIGHT, color=manim.RED) for _ in range(2))
        one.shift(manim.UP).set_color(manim.BLUE).add(Square())
        one.add_updater(lambda line: line)
        one.start[:] = one.sheen_direction[:] = 7
    assert_same_mobject(other, manim.Line(LEFT, RIGHT, color=manim.RED))


@pytest.mark.parametrize("kind", [manim.Line, manim.VMobject])
def test_a_default_that_is_set_is_the_next_lines(kind):
    try:
        with patched_manim():
            before = manim.Line(LEFT, RIGHT)
            kind.set_default(stroke_width=9)
            after = manim.Line(LEFT, RIGHT)
        assert (before.stroke_width, after.stroke_width) == (4, 9)
        with patched_manim():
            assert [manim.Line(LEFT, RIGHT).stroke_width for _ in range(2)] == [9, 9]
    finally:
        kind.set_default()
    assert manim.Line(LEFT, RIGHT).stroke_width == 4


def test_lines_in_ever_new_colours_fill_no_memory():
    with patched_manim():
        gc.collect()
        before = sum(type(one) is _Pattern for one in gc.get_objects())
        for number in range(200):
            manim.Line(LEFT, RIGHT, color=manim.ManimColor([number / 200, 0.0, 0.0]))
        assert sum(type(one) is _Pattern for one in gc.get_objects()) - before <= 64


TEXTS = (
    lambda: manim.MathTypst("{{ a }}^2 + {{ b }}^2 = sqrt(c)"),
    lambda: manim.Typst("#box[a *bold* word] <word> of $x/2$"),
    lambda: manim.MathTypst("x").set_color(manim.RED).copy(),
)


@pytest.mark.parametrize("make", TEXTS)
def test_text_looks_as_manim_sets_it_and_is_found_by_its_names(make):
    def shown() -> list[Any]:
        text = make()
        parts = [text, *(text.select(name) for name in text._label_aliases)]
        return [
            (one.points, one.fill_rgbas, one.stroke_rgbas, one.stroke_width)
            for part in parts
            for one in part.family_members_with_points()
        ]

    svg_mobject.SVG_HASH_TO_MOB_MAP.clear()
    expected = [shown(), shown()]  # manim makes a formula another way the second time
    svg_mobject.SVG_HASH_TO_MOB_MAP.clear()
    with patched_manim():
        found = [shown(), shown()]
    for time, other in zip(found, expected, strict=True):
        for one, another in zip(time, other, strict=True):
            assert all(np.array_equal(a, b) for a, b in zip(one, another, strict=True))


def test_of_text_only_what_it_shows_and_its_names_stay_in_memory():
    svg_mobject.SVG_HASH_TO_MOB_MAP.clear()
    with patched_manim():
        text = manim.MathTypst("{{ a }}^2 + {{ b }}^2 = sqrt(c)")
    (kept,) = svg_mobject.SVG_HASH_TO_MOB_MAP.values()
    for one in (text, kept):
        assert not any("path_obj" in vars(letter) for letter in one.submobjects)
        assert not any("numbered" in name for name in one.id_to_vgroup_dict)
        assert "root" in one.id_to_vgroup_dict


def test_a_drawing_of_a_user_keeps_all_its_parts(tmp_path):
    path = tmp_path / "drawing.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><g><path d="M0 0L1 1L2 0z"/></g></svg>'
    )
    with patched_manim():
        drawing = manim.SVGMobject(path)
    assert "numbered_group_0" in drawing.id_to_vgroup_dict
    assert "path_obj" in vars(drawing.submobjects[0])
