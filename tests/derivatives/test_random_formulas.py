"""Whatever formula a lecturer types: a clip with words that are true for it, or a one-line refusal.

``FUZZ=500`` in the environment tries as many formulas; ``make fuzz`` does.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from lessons.derivatives.c06.parameters import ExplorerParameters
from lessons.derivatives.c07.parameters import DownhillParameters
from lessons.library import load_lesson
from lessons.parameters import ClipParameters, ParameterError
from pipeline.engine.plan.plan import adapted
from pipeline.types import UsageError
from tests.harness.random_formulas import random_formula

LESSON = load_lesson("derivatives")
KINDS: tuple[type[ClipParameters], ...] = (ExplorerParameters, DownhillParameters)
SEEDS = range(int(os.environ.get("FUZZ", "60")))
FOR_EVER = 60
"""Seconds; five are meant to be the most on a quiet machine."""
EVERYDAY = (
    "(1+1/x)**x",
    "x**(-x)",
    "1/x**x",
    "exp(-x*log(x))",
    "x**(-x**2)",
    "(x-pi)**50",
    "(x-2.5)**99",
    "(1+1/x**2)**(x**2)",
    "acos(x-2.5)",
)
WILD = ("sin(x**30)*x", "sin(1e10*x)", "tanh(1e12*(x-2))")


class Hanging(BaseException):
    """A formula has taken for ever."""


@contextmanager
def patience() -> Iterator[None]:
    """Raise where something takes for ever."""

    def ring(*_arguments: object) -> None:
        raise Hanging

    signal.signal(signal.SIGALRM, ring)
    signal.alarm(FOR_EVER)
    try:
        yield
    finally:
        signal.alarm(0)


def plan(kind: type[ClipParameters], formula: str) -> str:
    """Return the refusal of a formula; empty if there is a clip with its words."""
    clip = LESSON[kind.clips[0]]
    try:
        with patience():
            words = adapted(clip, kind.read({"function": formula}))
    except (UsageError, ParameterError) as refusal:
        return str(refusal)
    assert all(beat.narration for beat in words.beats)
    return ""


@pytest.mark.parametrize("formula", EVERYDAY)
def test_an_everyday_function_can_be_explored(formula: str) -> None:
    assert plan(ExplorerParameters, formula) == ""


@pytest.mark.parametrize("formula", WILD)
def test_a_function_that_is_too_wild_for_the_picture_is_refused_in_words(formula: str) -> None:
    refusal = plan(ExplorerParameters, formula)
    assert refusal.startswith(f"clip 06 cannot be shown with function={formula}: ")
    assert refusal.endswith("; choose other values, or a gentler function")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.clips[0])
def test_any_formula_is_explored_or_refused_in_one_line(kind: type[ClipParameters]) -> None:
    for seed in SEEDS:
        refusal = plan(kind, random_formula(seed))
        assert "\n" not in refusal, (seed, random_formula(seed))


def test_random_formulas_are_of_the_grammar_and_differ() -> None:
    texts = {random_formula(seed) for seed in range(40)}
    assert len(texts) > 30
    assert all("x" in text for text in texts)
