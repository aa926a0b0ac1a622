"""Random scenes look as manim draws them, or are handed over to it; and all seeds that did not."""

from collections import Counter
from pathlib import Path

import pytest

from bench.tools.pairs import DIFFERENT, FAILS, Try, Verdict, try_all
from bench.tools.random_scenes import NAME, random_scene

SEEDS = range(20)
FOUND = ()
"""Seeds whose scenes once came out different."""
PROFILE = "160x90@5"


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    """Try each seed once."""
    tries = [Try(str(seed), random_scene(seed), NAME) for seed in (*SEEDS, *FOUND)]
    return list(try_all(tries, PROFILE, tmp_path_factory.mktemp("random")))


def test_no_scene_is_drawn_otherwise_than_by_manim(verdicts: list[Verdict]) -> None:
    assert [one for one in verdicts if one.kind == DIFFERENT] == []


def test_most_of_them_are_scenes_that_manim_can_draw(verdicts: list[Verdict]) -> None:
    count = Counter(one.kind for one in verdicts)
    assert count[FAILS] < len(verdicts) / 5


def test_a_difference_is_seen(tmp_path: Path) -> None:
    text = """
from manim import Dot, Scene


class Tells(Scene):
    def construct(self):
        fast = type(self.renderer).__name__ == "FastRenderer"
        self.add(Dot(radius=1 + fast))
        self.wait(0.4)
"""
    (verdict,) = try_all([Try("tells", text, "Tells")], PROFILE, tmp_path)
    assert (verdict.kind, verdict.frames) == (DIFFERENT, 2)
